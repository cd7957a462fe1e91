package astray.packet.text;

/** The IP Payload Compression Protocol (RFC 3173 section 3.1); what is compressed stays so. */
final class IpComp {
    private static final int INDEX = 2;

    private IpComp() {}

    static void print(Sheet sheet, int at) {
        sheet.protocol = "ipcomp";
        sheet.text("IPComp(cpi=0x").hex(sheet.be16(at + INDEX), 4).put(')');
    }
}
