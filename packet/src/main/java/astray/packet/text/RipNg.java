package astray.packet.text;

/** RIPng (RFC 2080): RIP for IPv6. */
final class RipNg {
    private static final int HEADER = 4;
    private static final int ENTRY = 20;

    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;
    private static final int INFINITY = 16;

    private RipNg() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ripng";
        int version = sheet.u8(at + 1);
        if (version != 1) {
            line.text("ripng [version ").number(version).text(", must be 1]");
            sheet.invalid();
            return;
        }
        int command = sheet.u8(at);
        if (command != REQUEST && command != RESPONSE) {
            line.text(" ripng-").number(command);
            line.text(" ?? ").number(length);
            sheet.invalid();
            return;
        }
        int left = length - HEADER;
        if (left < 0) {
            sheet.invalid();
            return;
        }
        int count = left / ENTRY;
        if (command == REQUEST && count == 1 && isAll(sheet, at + HEADER)) {
            line.text(" ripng-req dump");
            return;
        }
        line.text(command == REQUEST ? " ripng-req " : " ripng-resp ").number(count);
        if (left % ENTRY != 0) {
            line.put('[').number(length).put(']');
        }
        line.put(':');
        for (int i = 0; i < count; i++) {
            line.text(sheet.v > 1 ? "\n\t" : " ");
            entry(sheet, at + HEADER + i * ENTRY, command == RESPONSE);
        }
        if (left % ENTRY != 0) {
            sheet.invalid();
        }
    }

    /** Section 2.4.1: a request for all there is. */
    private static boolean isAll(Sheet sheet, int at) {
        return sheet.u8(at + 19) == INFINITY && sheet.be64(at) == 0 && sheet.be64(at + 8) == 0;
    }

    private static void entry(Sheet sheet, int at, boolean metrics) {
        Line line = sheet.line;
        sheet.need(at, 19);
        sheet.host6(at);
        line.put('/').number(sheet.u8(at + 18));
        int tag = sheet.be16(at + 16);
        if (tag != 0) {
            line.text(" [").number(tag).put(']');
        }
        int metric = sheet.u8(at + 19);
        if (metric != 0 && metrics) {
            line.text(" (").number(metric).put(')');
        }
    }
}
