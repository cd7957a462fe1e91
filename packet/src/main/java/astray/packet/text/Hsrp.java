package astray.packet.text;

/** Cisco's Hot Standby Router Protocol (RFC 2281). */
final class Hsrp {
    private static final int VERSION = 0;
    private static final int OPCODE = 1;
    private static final int STATE = 2;
    private static final int HELLO_TIME = 3;
    private static final int HOLD_TIME = 4;
    private static final int PRIORITY = 5;
    private static final int GROUP = 6;
    private static final int RESERVED = 7;
    private static final int AUTHENTICATION = 8;
    private static final int ADDRESS = 16;

    private static final Table OPCODES = Table.of("""
            0 hello
            1 coup
            2 resign
            """);

    private static final Table STATES = Table.of("""
            0 initial
            1 learn
            2 listen
            4 speak
            8 standby
            16 active
            """);

    private Hsrp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "hsrp";
        int version = sheet.u8(at + VERSION);
        line.text("HSRPv").number(version);
        if (version != 0) {
            return;
        }
        line.put('-');
        name(line, OPCODES, "unknown (", sheet.u8(at + OPCODE));
        line.put(' ').number(length).text(": ");
        int state = sheet.u8(at + STATE);
        line.text("state=");
        name(line, STATES, "Unknown (", state);
        line.put(' ');
        int group = sheet.u8(at + GROUP);
        line.text("group=").number(group).put(' ');
        int reserved = sheet.u8(at + RESERVED);
        if (reserved != 0) {
            line.text("[reserved=").number(reserved).text("!] ");
        }
        sheet.need(at + ADDRESS, 4);
        line.text("addr=");
        sheet.host4(at + ADDRESS);
        if (sheet.v > 0) {
            line.text(" hellotime=");
            RelativeTime.print(line, sheet.u8(at + HELLO_TIME));
            line.text(" holdtime=");
            RelativeTime.print(line, sheet.u8(at + HOLD_TIME));
            line.text(" priority=").number(sheet.u8(at + PRIORITY)).text(" auth=\"");
            sheet.padded(at + AUTHENTICATION, 8);
            line.put('"');
        }
    }

    private static void name(Line line, Table table, String otherwise, int number) {
        String name = table.name(number);
        if (name == null) {
            line.text(otherwise).number(number).put(')');
        } else {
            line.text(name);
        }
    }
}
