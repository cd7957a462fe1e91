package astray.packet.text;

/** How a PDU of IS-IS is authenticated (RFC 5304, RFC 5310); without the secret nothing is checked. */
final class IsisAuthentication {
    private static final int PASSWORD = 1;
    private static final int GENERIC = 3;
    private static final int MD5 = 54;
    private static final int MD5_LENGTH = 16;

    private static final Table NAMES = Table.of("""
            1 simple text password
            3 Generic Crypto key-id
            54 HMAC-MD5 password
            255 Routing Domain private password
            """);

    private IsisAuthentication() {}

    static IsisTlvs.Outcome print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 1) {
            return IsisTlvs.Outcome.SHORT;
        }
        int type = sheet.u8(at);
        int length = size - 1;
        line.text("\n\t      ")
                .text(NAMES.orHex(type, "unknown Authentication type 0x", 2, ""))
                .text(": ");
        switch (type) {
            case PASSWORD -> {
                if (sheet.characters(at + 1, length)) {
                    throw Truncated.HERE;
                }
            }
            case MD5 -> {
                digest(sheet, at + 1, length);
                line.text(length != MD5_LENGTH ? ", (invalid subTLV) " : "").text(" (unchecked)");
            }
            case GENERIC -> {
                if (length < 2) {
                    return IsisTlvs.Outcome.SHORT;
                }
                int key = sheet.be16(at + 1);
                line.number(key).text(", password: ");
                digest(sheet, at + 3, length - 2);
            }
            default -> HexDump.unknown(sheet, "\n\t\t  ", at + 1, length);
        }
        return IsisTlvs.Outcome.DONE;
    }

    private static void digest(Sheet sheet, int at, int length) {
        for (int i = 0; i < length; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
    }
}
