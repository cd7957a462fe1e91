package astray.packet.text;

/** Neighbour discovery for IPv6 (RFC 4861): solicitations, advertisements, redirects, and their options. */
final class NeighbourDiscovery {
    static final int ROUTER_SOLICITATION = 133;
    static final int ROUTER_ADVERTISEMENT = 134;
    static final int NEIGHBOUR_SOLICITATION = 135;
    static final int NEIGHBOUR_ADVERTISEMENT = 136;
    static final int REDIRECT = 137;

    private static final int SOURCE_LINK = 1;
    private static final int TARGET_LINK = 2;
    private static final int PREFIX = 3;
    private static final int REDIRECTED = 4;
    private static final int MTU = 5;
    private static final int INTERVAL = 7;
    private static final int HOME_AGENT = 8;
    private static final int ROUTE = 24;
    private static final int NAME_SERVERS = 25;
    private static final int SEARCH_LIST = 31;

    private static final Sheet.Bit[] ROUTER_FLAGS = {
        new Sheet.Bit(0x80, "managed"), new Sheet.Bit(0x40, "other stateful"), new Sheet.Bit(0x20, "home agent")
    };
    private static final Sheet.Bit[] NEIGHBOUR_FLAGS = {
        new Sheet.Bit(0x80, "router"), new Sheet.Bit(0x40, "solicited"), new Sheet.Bit(0x20, "override")
    };
    private static final Sheet.Bit[] PREFIX_FLAGS = {
        new Sheet.Bit(0x80, "onlink"), new Sheet.Bit(0x40, "auto"), new Sheet.Bit(0x20, "router")
    };

    private NeighbourDiscovery() {}

    static boolean is(int type) {
        return type >= ROUTER_SOLICITATION && type <= REDIRECT;
    }

    /** The first words of a message. */
    static void head(Sheet sheet, int type, int at) {
        Line line = sheet.line;
        switch (type) {
            case ROUTER_SOLICITATION -> line.text("router solicitation");
            case ROUTER_ADVERTISEMENT -> line.text("router advertisement");
            case NEIGHBOUR_SOLICITATION -> {
                line.text("neighbor solicitation");
                sheet.need(at, 24);
                line.text(", who has ");
                sheet.host6(at + 8);
            }
            case NEIGHBOUR_ADVERTISEMENT -> {
                line.text("neighbor advertisement");
                sheet.need(at, 24);
                line.text(", tgt is ");
                sheet.host6(at + 8);
            }
            default -> {
                line.text("redirect");
                sheet.need(at, 40);
                line.text(", ");
                sheet.host6(at + 24);
                line.text(" to ");
                sheet.host6(at + 8);
            }
        }
    }

    /** What stands behind the message's length where more is asked for. */
    static void rest(Sheet sheet, int type, int at, int length) {
        if (sheet.v == 0) {
            return;
        }
        Line line = sheet.line;
        switch (type) {
            case ROUTER_SOLICITATION -> options(sheet, at + 8, length - 8);
            case ROUTER_ADVERTISEMENT -> {
                sheet.need(at, 16);
                line.text("\n\thop limit ").number(sheet.u8(at + 4)).text(", Flags [");
                int flags = sheet.u8(at + 5);
                sheet.bits(ROUTER_FLAGS, flags, ", ");
                line.text("], pref ").text(preference(flags));
                line.text(", router lifetime ").number(sheet.be16(at + 6)).text("s, reachable time ");
                line.number(sheet.be32(at + 8)).text("ms, retrans timer ");
                line.number(sheet.be32(at + 12)).text("ms");
                options(sheet, at + 16, length - 16);
            }
            case NEIGHBOUR_SOLICITATION -> options(sheet, at + 24, length - 24);
            case NEIGHBOUR_ADVERTISEMENT -> {
                line.text(", Flags [");
                sheet.bits(NEIGHBOUR_FLAGS, sheet.u8(at + 4), ", ");
                line.put(']');
                options(sheet, at + 24, length - 24);
            }
            default -> options(sheet, at + 40, length - 40);
        }
    }

    /** RFC 4191 section 2.1. */
    private static String preference(int flags) {
        return switch (flags >> 3 & 3) {
            case 1 -> "high";
            case 3 -> "low";
            case 2 -> "reserved";
            default -> "medium";
        };
    }

    private static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        while (length > 0) {
            if (length < 2) {
                line.text("\n\t  [|icmp6]");
                return;
            }
            int type = sheet.u8(at);
            int size = sheet.u8(at + 1) * 8;
            line.text("\n\t  ").text(name(type)).text(" option (").number(type);
            line.text("), length ").number(size).text(" (").number(size / 8).text("): ");
            if (size == 0 || size > length) {
                sheet.invalid();
                return;
            }
            sheet.need(at, size);
            option(sheet, type, at, size);
            if (sheet.v > 1 || name(type).equals("unknown")) {
                HexDump.print(sheet, "\n\t    ", at + 2, size - 2, false);
            }
            at += size;
            length -= size;
        }
    }

    private static String name(int type) {
        return switch (type) {
            case SOURCE_LINK -> "source link-address";
            case TARGET_LINK -> "destination link-address";
            case PREFIX -> "prefix info";
            case REDIRECTED -> "redirected header";
            case MTU -> "mtu";
            case INTERVAL -> "advertisement interval";
            case HOME_AGENT -> "homeagent information";
            case 14 -> "nonce";
            case ROUTE -> "route info";
            case NAME_SERVERS -> "rdnss";
            case SEARCH_LIST -> "dnssl";
            default -> "unknown";
        };
    }

    private static void option(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case SOURCE_LINK, TARGET_LINK -> sheet.mac(at + 2, size - 2);
            case PREFIX -> {
                if (size < 32) {
                    sheet.invalid();
                    return;
                }
                sheet.host6(at + 16);
                line.put('/').number(sheet.u8(at + 2)).text(sheet.u8(at + 2) > 128 ? "(invalid)" : "");
                line.text(", Flags [");
                sheet.bits(PREFIX_FLAGS, sheet.u8(at + 3), ", ");
                line.text("], valid time ");
                seconds(line, sheet.be32(at + 4));
                line.text(", pref. time ");
                seconds(line, sheet.be32(at + 8));
            }
            case MTU -> line.put(' ').number(sheet.be32(at + 4)).text(size == 8 ? "" : ", bad option length " + size);
            case INTERVAL -> line.put(' ').number(sheet.be32(at + 4)).text("ms");
            case HOME_AGENT ->
                line.text(" preference ")
                        .number(sheet.be16(at + 4))
                        .text(", lifetime ")
                        .number(sheet.be16(at + 6));
            case ROUTE -> {
                if (size == 24) {
                    sheet.host6(at + 8);
                } else {
                    Ip6Text.print(line, size == 16 ? sheet.be64(at + 8) : 0, 0);
                }
                line.put('/').number(sheet.u8(at + 2)).text(", pref=").text(preference(sheet.u8(at + 3)));
                line.text(", lifetime=");
                seconds(line, sheet.be32(at + 4));
            }
            case NAME_SERVERS -> {
                line.text(" lifetime ").number(sheet.be32(at + 4)).text("s,");
                for (int i = 8; i + 16 <= size; i += 16) {
                    line.text(" addr: ");
                    sheet.host6(at + i);
                }
            }
            case SEARCH_LIST -> {
                line.text(" lifetime ").number(sheet.be32(at + 4)).text("s, domain(s):");
                DnsNames names = new DnsNames(sheet, at);
                int here = at + 8;
                while (here < at + size && sheet.u8(here) != 0) {
                    line.put(' ');
                    here = names.print(here);
                    if (here < 0) {
                        throw Truncated.HERE;
                    }
                }
            }
            default -> {
                // its bytes follow
            }
        }
    }

    private static void seconds(Line line, long value) {
        if (value == 0xffffffffL) {
            line.text("infinity");
        } else {
            line.number(value).put('s');
        }
    }
}
