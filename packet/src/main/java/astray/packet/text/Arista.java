package astray.packet.text;

/** Arista's header with the time a frame was seen, in front of the frame's own Ethernet type. */
final class Arista {
    private static final int TIMESTAMP = 1;
    private static final int FORMAT_64 = 1;
    private static final int FORMAT_48 = 2;
    private static final long SECOND = 1_000_000_000;

    private static final Table SCALES = Table.of("""
            0 TAI
            1 UTC
            """);

    private static final Table FORMATS = Table.of("""
            1 64-bit
            2 48-bit
            """);

    private static final Table HARDWARE = Table.of("""
            0 R/R2
            1 R3
            """);

    private Arista() {}

    /** Prints the header; how long it is, negative for one that is not known. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "arista";
        int type = sheet.be16(at);
        line.text(type == TIMESTAMP ? "SubType Timestamp (0x" : "SubType Unknown (0x");
        line.hex(type, 4).text("), ");
        if (type != TIMESTAMP) {
            return -1;
        }
        named(line, "Timescale ", SCALES, sheet.u8(at + 2));
        line.text(", ");
        int format = sheet.u8(at + 3) >> 4;
        named(line, "Format ", FORMATS, format);
        named(line, ", HwInfo ", HARDWARE, sheet.u8(at + 3) & 15);
        line.text(", Timestamp ");
        int data = at + 4;
        int size;
        if (format == FORMAT_64) {
            size = 12;
            sheet.need(data, 8);
            UtcTime.print(line, sheet.be32(data));
        } else if (format == FORMAT_48) {
            size = 10;
            sheet.need(data, 6);
            line.number(sheet.be16(data));
        } else {
            return -1;
        }
        long fraction = sheet.be32(at + size - 4);
        line.put('.').padded(fraction, 9).text(fraction < SECOND ? "" : " (invalid ns)");
        line.text(": ");
        return size;
    }

    private static void named(Line line, String what, Table table, int number) {
        line.text(what).text(table.name(number, "Unknown"));
        line.text(" (").number(number).put(')');
    }
}
