package astray.packet.text;

/** Media access control security (IEEE 802.1AE): its tag (section 9.3) in front of data that may be encrypted. */
final class Macsec {
    private static final int SHORT_LENGTH = 1;
    private static final int NUMBER = 2;
    private static final int CHANNEL = 6;
    private static final int WITHOUT_CHANNEL = 6;
    private static final int WITH_CHANNEL = 14;

    /** The integrity check value at the end, in the default cipher suite (section 14.5). */
    private static final int CHECK_VALUE = 16;

    private static final int VERSION = 0x80;
    private static final int HAS_CHANNEL = 0x20;
    private static final int ENCRYPTED = 0x08;
    private static final int CHANGED = 0x04;

    private static final Table FLAGS = Table.of("""
            0x08 E
            0x04 C
            0x40 S
            0x10 B
            0x20 I
            """);

    private Macsec() {}

    /** How long the tag is. */
    static int length(Sheet sheet, int at) {
        return (sheet.u8(at) & HAS_CHANNEL) != 0 ? WITH_CHANNEL : WITHOUT_CHANNEL;
    }

    /**
     * Prints the tag, and the data when that cannot be read.
     *
     * @param length how many bytes the frame has from the tag on
     * @return how long the data is, whose captured end is then the sheet's; negative when there is nothing to read
     */
    static int print(Sheet sheet, int at, int length) {
        String outer = sheet.protocol;
        sheet.protocol = "macsec";
        if (length < WITHOUT_CHANNEL) {
            throw Truncated.HERE;
        }
        sheet.need(at, WITHOUT_CHANNEL);
        int control = sheet.u8(at);
        int size = length(sheet, at);
        if (length < size) {
            throw Truncated.HERE;
        }
        sheet.need(at, size);
        int told = sheet.u8(at + SHORT_LENGTH);
        if ((told & 0xc0) != 0 || (control & VERSION) != 0) {
            sheet.invalid();
            return -1;
        }
        boolean linkLevel = sheet.options.linkLevel();
        if (linkLevel) {
            tag(sheet, at, control, told);
        }
        int rest = length - size;
        if ((control & (ENCRYPTED | CHANGED)) != 0) {
            if (!linkLevel) {
                if (sheet.linkSource >= 0) {
                    sheet.mac(sheet.linkSource);
                    sheet.text(" > ");
                    sheet.mac(sheet.linkDestination);
                    sheet.text(" ");
                }
                sheet.text("802.1AE MACsec, ");
                tag(sheet, at, control, told);
            }
            LinkLayer.raw(sheet, at + size);
            return -1;
        }
        if (rest < CHECK_VALUE || sheet.captured(at + size) < CHECK_VALUE) {
            throw Truncated.HERE;
        }
        rest -= CHECK_VALUE;
        sheet.endAt(sheet.end() - CHECK_VALUE);
        if (told != 0) {
            if (told > rest || told > sheet.captured(at + size)) {
                throw Truncated.HERE;
            }
            rest = told;
        }
        sheet.protocol = outer;
        return rest;
    }

    private static void tag(Sheet sheet, int at, int control, int told) {
        Line line = sheet.line;
        line.text("an ").number(control & 3);
        line.text(", pn ").number(sheet.be32(at + NUMBER));
        line.text(", flags ").text(FLAGS.bits(control, "", "none"));
        if (told != 0) {
            line.text(", sl ").number(told);
        }
        if ((control & HAS_CHANNEL) != 0) {
            line.text(", sci ").hex(sheet.be64(at + CHANNEL), 16);
        }
        line.text(", ");
    }
}
