package astray.packet.text;

/** Packets that Solaris observed between its zones (LINKTYPE_IPNET, {@code <sys/dlpi.h>} dl_ipnetinfo_t). */
final class Ipnet {
    private static final int FAMILY = 1;
    private static final int SOURCE_ZONE = 16;
    private static final int DESTINATION_ZONE = 20;
    static final int HEADER = 24;

    private static final int INET = 2;
    private static final int INET6 = 26;

    private Ipnet() {}

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "ipnet";
        sheet.need(at, HEADER);
        if (sheet.options.linkLevel()) {
            header(sheet, at, wire);
        }
        switch (sheet.u8(at + FAMILY)) {
            case INET -> Ip4.print(sheet, at + HEADER, wire - HEADER);
            case INET6 -> Ip6.print(sheet, at + HEADER, wire - HEADER);
            default -> {
                if (!sheet.options.linkLevel()) {
                    header(sheet, at, wire);
                }
                LinkLayer.raw(sheet, at + HEADER);
            }
        }
    }

    private static void header(Sheet sheet, int at, int wire) {
        Line line = sheet.line.number(sheet.be32(at + SOURCE_ZONE));
        line.text(" > ").number(sheet.be32(at + DESTINATION_ZONE));
        int family = sheet.u8(at + FAMILY);
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
                line.text(" Ethertype (0x").hex(family, 4).put(')');
            }
        }
        line.text(", length ").number(wire).text(": ");
    }
}
