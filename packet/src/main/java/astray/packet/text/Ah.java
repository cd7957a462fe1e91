package astray.packet.text;

/** The Authentication Header (RFC 4302 section 2). */
final class Ah {
    private static final int LENGTH = 1;
    private static final int RESERVED = 2;
    private static final int SPI = 4;
    private static final int SEQUENCE = 8;
    private static final int HEADER = 12;

    /** Headers in headers: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private Ah() {}

    /** Prints the header and what follows it. */
    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "ah";
        int words = sheet.u8(at + LENGTH);
        int size = (words + 2) * 4;
        line.text("AH(");
        if (sheet.v > 0) {
            line.text("length=").number(words).put('(').number(size).text("-bytes),");
        }
        int reserved = sheet.be16(at + RESERVED);
        if (reserved != 0) {
            line.text("reserved=0x").hex(reserved).text("[MustBeZero],");
        }
        line.text("spi=0x").hex(sheet.be32(at + SPI), 8);
        line.text(",seq=0x").hex(sheet.be32(at + SEQUENCE)).text(",icv=0x");
        for (int i = at + HEADER; i < at + size; i++) {
            line.hex(sheet.u8(i), 2);
        }
        line.text("): ");
        if (sheet.depth >= DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        Transport.print(sheet, sheet.u8(at), at + size, length - size, carrier.indirect());
        sheet.depth--;
    }
}
