package astray.packet.text;

/** The loopback header of BSD: an address family in front, in the byte order of the machine that captured, or big-endian. */
final class Loopback {
    private static final int HEADER = 4;
    private static final int INET = 2;

    private Loopback() {}

    static void print(Sheet sheet, boolean bigEndian, int at, int wire) {
        Line line = sheet.line;
        sheet.protocol = "null";
        sheet.need(at, HEADER);
        long family = bigEndian ? sheet.be32(at) : sheet.le32(at);
        if ((family & 0xffff0000L) != 0) {
            family = Integer.reverseBytes((int) family) & 0xffffffffL;
        }
        int length = wire - HEADER;
        String name = name(family);
        if (sheet.options.linkLevel()) {
            if (sheet.options.quiet() > 0) {
                line.text("AF ").text(name);
            } else {
                line.text("AF ").text(name).text(" (").number(family).put(')');
            }
            line.text(", length ").number(wire).text(": ");
        }
        if (family == INET) {
            Ip4.print(sheet, at + HEADER, length);
        } else if (name.equals("IPv6")) {
            Ip6.print(sheet, at + HEADER, length);
        } else {
            if (!sheet.options.linkLevel()) {
                line.text("AF ")
                        .text(name)
                        .text(" (")
                        .number(family)
                        .text("), length ")
                        .number(wire)
                        .text(": ");
            }
            LinkLayer.raw(sheet, at + HEADER);
        }
    }

    /** IPv6 has another number on each BSD. */
    private static String name(long family) {
        return switch ((int) family) {
            case INET -> "IPv4";
            case 24, 28, 30 -> "IPv6";
            case 16 -> "AppleTalk";
            case 7 -> "ISO";
            case 23 -> "IPX";
            default -> "Unknown";
        };
    }
}
