package astray.packet.text;

/** Why a connection was reset, in words that some senders put into the segment. */
final class TcpReset {
    private static final int LONGEST = 30;

    private TcpReset() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text(" [RST");
        boolean longer = length > LONGEST;
        line.text(longer ? "+ " : " ");
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            sheet.character(sheet.u8(at + i));
        }
        line.put(']');
        sheet.need(at, length);
    }
}
