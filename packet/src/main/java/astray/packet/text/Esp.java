package astray.packet.text;

/** The Encapsulating Security Payload (RFC 4303): what can be told of it without its keys. */
final class Esp {
    private static final int SEQUENCE = 4;
    private static final int HEADER = 8;

    private Esp() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "esp";
        // a header with nothing behind it is no packet
        sheet.need(at, HEADER + 1);
        sheet.text("ESP(spi=0x").hex(sheet.be32(at), 8);
        sheet.text(",seq=0x").hex(sheet.be32(at + SEQUENCE));
        sheet.text("), length ").number(length);
    }
}
