package astray.packet.text;

/** Placeholder. */
final class Snmp {
    private Snmp() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.text("UDP, length ").number(length);
    }
}
