package astray.packet.text;

/** Packets that netfilter logged ({@code <linux/netfilter/nfnetlink_log.h>}, LINKTYPE_NFLOG). */
final class Nflog {
    private static final int VERSION = 1;
    private static final int RESOURCE = 2;
    private static final int HEADER = 4;
    private static final int TLV_HEADER = 4;
    private static final int PAYLOAD = 9;

    private static final int INET = 2;
    private static final int INET6 = 10;

    private Nflog() {}

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "nflog";
        sheet.need(at, HEADER);
        int version = sheet.u8(at + VERSION);
        if (version != 0) {
            sheet.text("version ").number(version).text(" (unknown)");
            return;
        }
        if (sheet.options.linkLevel()) {
            header(sheet, at, wire);
        }
        int here = at + HEADER;
        int end = at + wire;
        while (here < end) {
            if (end - here < TLV_HEADER) {
                throw Truncated.HERE;
            }
            // lengths and types are in the order of the host that captured
            int size = sheet.le16(here) + 3 & ~3;
            if (size < TLV_HEADER) {
                sheet.text("TLV size < ").number(TLV_HEADER);
                break;
            }
            if (end - here < size) {
                throw Truncated.HERE;
            }
            sheet.need(here, size);
            if (sheet.le16(here + 2) == PAYLOAD) {
                here += TLV_HEADER;
                break;
            }
            here += size;
        }
        switch (sheet.u8(at)) {
            case INET -> Ip4.print(sheet, here, end - here);
            case INET6 -> Ip6.print(sheet, here, end - here);
            default -> {
                if (!sheet.options.linkLevel()) {
                    header(sheet, at, end - here);
                }
                LinkLayer.raw(sheet, here);
            }
        }
    }

    private static void header(Sheet sheet, int at, int wire) {
        Line line = sheet.line.text("version ").number(sheet.u8(at + VERSION));
        line.text(", resource ID ").number(sheet.be16(at + RESOURCE));
        int family = sheet.u8(at);
        String name = switch (family) {
            case INET -> "IPv4";
            case INET6 -> "IPv6";
            default -> "Unknown";
        };
        if (sheet.options.quiet() == 0) {
            line.text(", family ").text(name).text(" (").number(family).put(')');
        } else {
            line.text(", ").text(name);
            if (family != INET && family != INET6) {
                line.text(" NFLOG (0x").hex(family, 2).put(')');
            }
        }
        line.text(", length ").number(wire).text(": ");
    }
}
