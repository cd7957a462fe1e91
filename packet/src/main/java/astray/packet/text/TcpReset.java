package astray.packet.text;

/**
 * Why a connection was reset: words that some senders put into the segment (RFC 9293 section 3.5.3), or a code
 * (draft-ietf-tcpm-rst-diagnostic-payload).
 */
final class TcpReset {
    private static final int LONGEST = 30;

    private static final int DIAGNOSTIC_SIZE = 8;
    private static final int DIAGNOSTIC_MAGIC = 0x33aa;
    private static final int CODE = 2;
    private static final int ENTERPRISE = 4;

    private TcpReset() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text(" [RST");
        if (length == DIAGNOSTIC_SIZE && sheet.be16(at) == DIAGNOSTIC_MAGIC) {
            line.text(": ");
            sheet.need(at, DIAGNOSTIC_SIZE);
            line.text("code ").number(sheet.be16(at + CODE));
            line.text(", pen ").number(sheet.be32(at + ENTERPRISE)).put(']');
            return;
        }
        line.text(length > LONGEST ? "+ " : " ");
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            sheet.character(sheet.u8(at + i));
        }
        line.put(']');
        sheet.need(at, length);
    }
}
