package astray.packet.text;

/** Bytes as tcpdump's -x, -X and -A print them. */
final class HexDump {
    private static final int ROW = 16;

    private HexDump() {}

    /**
     * Rows of sixteen bytes, each with its offset, perhaps with their characters.
     *
     * @param indent what each row begins with, a line's end first
     */
    static void print(Sheet sheet, String indent, int from, int count, boolean characters) {
        Line line = sheet.line;
        byte[] bytes = sheet.bytes();
        for (int row = 0; row < count; row += ROW) {
            line.text(indent).text("0x").hex(row, 4).text(": ");
            int columns = 0;
            for (int i = 0; i < ROW && row + i < count; i++) {
                if ((i & 1) == 0) {
                    line.put(' ');
                    columns++;
                }
                line.hex(bytes[from + row + i] & 0xff, 2);
                columns += 2;
            }
            if (characters) {
                for (int i = columns; i < ROW / 2 * 5; i++) {
                    line.put(' ');
                }
                line.text("  ");
                for (int i = 0; i < ROW && row + i < count; i++) {
                    int c = bytes[from + row + i] & 0xff;
                    line.put(c >= 0x21 && c < 0x7f ? c : '.');
                }
            }
        }
    }

    /** The bytes of what nobody knows, as far as they were captured. */
    static void unknown(Sheet sheet, String indent, int from, int count) {
        print(sheet, indent, from, Math.min(count, sheet.captured(from)), false);
    }

    /** Characters only, with line ends and blanks as they are. */
    static void ascii(Sheet sheet, int from, int count) {
        Line line = sheet.line.put('\n');
        byte[] bytes = sheet.bytes();
        for (int i = 0; i < count; i++) {
            int c = bytes[from + i] & 0xff;
            boolean returnBeforeLineEnd = c == '\r' && i + 1 < count && bytes[from + i + 1] == '\n';
            if (returnBeforeLineEnd) {
                continue;
            }
            boolean shown = c >= 0x20 && c < 0x7f || c == '\n' || c == '\t';
            line.put(shown ? c : '.');
        }
    }
}
