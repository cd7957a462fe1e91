package astray.packet.text;

/** For what a prefix is to be used (RFC 7788 section 10.2.3). */
final class HncpPolicy {
    private static final int INTERNET = 0;
    private static final int LONGEST_PREFIX = 128;
    private static final int DOMAIN = 129;
    private static final int OPAQUE = 130;
    private static final int RESTRICTIVE = 131;

    private HncpPolicy() {}

    static void print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int policy = sheet.u8(at);
        line.text(" type: ");
        if (policy == INTERNET || policy == RESTRICTIVE) {
            if (size != 1) {
                sheet.invalid();
            } else {
                line.text(policy == INTERNET ? "Internet connectivity" : "Restrictive assignment");
            }
        } else if (policy <= LONGEST_PREFIX) {
            line.text("Dest-Prefix: ");
            int length = Hncp.prefix(sheet, at, size);
            if (length < 0) {
                line.text(length == BgpNlri.ILLEGAL ? "(length is invalid)" : " (invalid)");
            }
        } else if (policy == DOMAIN) {
            line.text("DNS domain: ");
            Hncp.labels(sheet, at + 1, size - 1);
        } else if (policy == OPAQUE) {
            line.text("Opaque UTF-8: ");
            sheet.characters(at + 1, size - 1);
        } else {
            line.text("Unknown (").number(policy).put(')');
        }
    }
}
