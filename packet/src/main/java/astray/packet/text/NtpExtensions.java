package astray.packet.text;

/** Extension fields of NTP (RFC 7822, 7821, 8915). */
final class NtpExtensions {
    private static final int HEADER = 4;

    /** The last one has at least so many bytes, so that no digest is taken for one (RFC 7822 section 7.5.1.4). */
    private static final int LEAST = 28;

    private static final Table NAMES = Table.of("""
            0x0104 Unique Identifier
            0x0204 NTS Cookie
            0x0304 NTS Cookie Placeholder
            0x0404 NTS Authenticator and Encrypted Extension Fields
            0x2005 Checksum Complement
            """);

    private NtpExtensions() {}

    /** Prints the fields; how many bytes they take. */
    static int print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = 0;
        while (length - here >= LEAST) {
            int type = sheet.be16(at + here);
            int size = sheet.be16(at + here + 2);
            if (here + size > length || size < HEADER || size % 4 != 0) {
                sheet.invalid();
                break;
            }
            if (here == 0) {
                line.text("\n\tExtension fields:");
            }
            line.text("\n\t  ")
                    .text(NAMES.name(type, "Unknown type"))
                    .text(" (0x")
                    .hex(type, 4);
            line.text("), length ").number(size);
            if (sheet.v > 2) {
                HexDump.unknown(sheet, "\n\t    ", at + here + HEADER, size - HEADER);
            }
            sheet.need(at + here, size);
            here += size;
        }
        return here;
    }
}
