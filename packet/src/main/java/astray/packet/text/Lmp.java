package astray.packet.text;

/** The Link Management Protocol (RFC 4204): its header and the objects of a message. */
final class Lmp {
    private static final int HEADER = 8;

    private static final Table FLAGS = Table.of("1 Control Channel Down\n2 LMP restart\n");

    private static final Table MESSAGES = Table.of("""
            1 Config
            2 Config ACK
            3 Config NACK
            4 Hello
            5 Begin Verify
            6 Begin Verify ACK
            7 Begin Verify NACK
            8 End Verify
            9 End Verify ACK
            10 Test
            11 Test Status Success
            12 Test Status Failure
            13 Test Status ACK
            14 Link Summary
            15 Link Summary ACK
            16 Link Summary NACK
            17 Channel Status
            18 Channel Status ACK
            19 Channel Status Request
            20 Channel Status Response
            50 Service Config
            51 Service Config ACK
            52 Service Config NACK
            """);

    private Lmp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "lmp";
        sheet.need(at, HEADER);
        int version = sheet.u8(at) >> 4;
        int type = sheet.u8(at + 3);
        if (version != 1) {
            line.text("LMP version ").number(version).text(" packet not supported");
            return;
        }
        String name = MESSAGES.name(type);
        if (sheet.v == 0) {
            line.text("LMPv1 ").text(name == null ? "unknown (" + type + ")" : name);
            line.text(" Message, length: ").number(length);
            return;
        }
        int rest = sheet.be16(at + 4);
        line.text("\n\tLMPv1, msg-type: ").text(name == null ? "unknown, type: " + type : name);
        line.text(", Flags: [").text(FLAGS.bits(sheet.u8(at + 2), ", ", "none"));
        line.text("], length: ").number(rest);
        if (rest < HEADER) {
            line.text(" (too short)");
            return;
        }
        if (rest > length) {
            line.text(" (too long)");
            rest = length;
        }
        int here = at + HEADER;
        rest -= HEADER;
        while (rest != 0) {
            int size = LmpObject.print(sheet, here);
            if (size == 0) {
                return;
            }
            if (rest < size) {
                sheet.invalid("remaining objects length", rest, "<", size);
                return;
            }
            here += size;
            rest -= size;
        }
    }
}
