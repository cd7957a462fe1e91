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
    private static final int NONCE = 14;
    private static final int ROUTE = 24;
    private static final int NAME_SERVERS = 25;
    private static final int SEARCH_LIST = 31;
    private static final int PREFIX64 = 38;

    private static final int UNIT = 8;
    private static final int ADDRESS = 16;

    private static final Sheet.Bit[] ROUTER_FLAGS = {
        new Sheet.Bit(0x80, "managed"),
        new Sheet.Bit(0x40, "other stateful"),
        new Sheet.Bit(0x20, "home agent"),
        new Sheet.Bit(0x02, "ipv6 only")
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

    static void print(Sheet sheet, int at, int length, int type) {
        Line line = sheet.line;
        boolean verbose = sheet.v > 0;
        int size = UNIT;
        switch (type) {
            case ROUTER_SOLICITATION -> {
                // options only
            }
            case ROUTER_ADVERTISEMENT -> {
                size = 16;
                if (verbose) {
                    router(sheet, at);
                }
            }
            case NEIGHBOUR_SOLICITATION -> {
                size = 24;
                address(sheet, ", who has ", at + UNIT);
            }
            case NEIGHBOUR_ADVERTISEMENT -> {
                size = 24;
                address(sheet, ", tgt is ", at + UNIT);
                if (verbose) {
                    line.text(", Flags [");
                    sheet.bits(NEIGHBOUR_FLAGS, sheet.u8(at + 4), ", ");
                    line.put(']');
                }
            }
            default -> {
                size = 40;
                address(sheet, ", ", at + 24);
                address(sheet, " to ", at + UNIT);
            }
        }
        if (verbose) {
            options(sheet, at + size, length - size);
        }
    }

    private static void address(Sheet sheet, String before, int at) {
        sheet.need(at, ADDRESS);
        sheet.text(before);
        sheet.host6(at);
    }

    private static void router(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, 16);
        line.text("\n\thop limit ").number(sheet.u8(at + 4)).text(", Flags [");
        int flags = sheet.u8(at + 5);
        sheet.bits(ROUTER_FLAGS, flags, ", ");
        line.text("], pref ").text(preference(flags));
        line.text(", router lifetime ").number(sheet.be16(at + 6)).text("s, reachable time ");
        line.number(sheet.be32(at + 8)).text("ms, retrans timer ");
        line.number(sheet.be32(at + 12)).text("ms");
    }

    /** RFC 4191 section 2.1. */
    private static String preference(int flags) {
        return switch (flags >> 3 & 3) {
            case 1 -> "high";
            case 3 -> "low";
            case 2 -> "rsv";
            default -> "medium";
        };
    }

    /** Prints options up to the end of the message. */
    static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int first = at;
        int here = at;
        int rest = length;
        while (sheet.has(here, 1)) {
            int units = sheet.u8(here + 1);
            if (rest <= 0) {
                return;
            }
            int type = sheet.u8(here);
            int size = units * UNIT;
            if (size == 0 || !sheet.has(here, size)) {
                throw Truncated.HERE;
            }
            String name = name(type);
            line.text("\n\t  ").text(name).text(" option (").number(type);
            line.text("), length ").number(size).text(" (").number(units).text("): ");
            option(sheet, type, here, size, first);
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t    ", here + 2, size - 2);
            } else if (name.equals("unknown")) {
                HexDump.unknown(sheet, "\n\t  ", here + 2, size - 2);
                return;
            }
            here += size;
            rest -= size;
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
            case NONCE -> "nonce";
            case ROUTE -> "route info";
            case NAME_SERVERS -> "rdnss";
            case SEARCH_LIST -> "dnssl";
            case PREFIX64 -> "pref64";
            default -> "unknown";
        };
    }

    private static void option(Sheet sheet, int type, int at, int size, int first) {
        Line line = sheet.line;
        switch (type) {
            case SOURCE_LINK, TARGET_LINK -> sheet.mac(at + 2, size - 2);
            case PREFIX -> {
                sheet.need(at, 32);
                sheet.host6(at + 16);
                line.put('/').number(sheet.u8(at + 2)).text(size != 32 ? "badlen" : "");
                line.text(", Flags [");
                sheet.bits(PREFIX_FLAGS, sheet.u8(at + 3), ", ");
                line.text("], valid time ");
                seconds(line, sheet.be32(at + 4));
                line.text(", pref. time ");
                seconds(line, sheet.be32(at + 8));
            }
            case REDIRECTED -> HexDump.unknown(sheet, "\n\t    ", first, size);
            case MTU -> line.put(' ').number(sheet.be32(at + 4)).text(size == UNIT ? "" : "bad option length");
            case INTERVAL -> line.put(' ').number(sheet.be32(at + 4)).text("ms");
            case HOME_AGENT ->
                line.text(" preference ")
                        .number(sheet.be16(at + 4))
                        .text(", lifetime ")
                        .number(sheet.be16(at + 6));
            case NONCE -> {
                for (int i = 2; i < size; i++) {
                    line.hex(sheet.u8(at + i), 2);
                }
            }
            case ROUTE -> route(sheet, at, size);
            case NAME_SERVERS -> {
                line.text(" lifetime ").number(sheet.be32(at + 4)).text("s,");
                for (int i = UNIT; i + ADDRESS <= size; i += ADDRESS) {
                    line.text(" addr: ");
                    sheet.host6(at + i);
                }
            }
            case SEARCH_LIST -> searchList(sheet, at, size, first);
            case PREFIX64 -> prefix64(sheet, at, size);
            default -> {
                // its bytes follow
            }
        }
    }

    /** RFC 4191 section 2.3: the prefix has as many bytes as it needs. */
    private static void route(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size > UNIT + ADDRESS) {
            throw Truncated.HERE;
        }
        line.put(' ');
        Ip6Text.print(
                line, size > UNIT ? sheet.be64(at + UNIT) : 0, size == UNIT + ADDRESS ? sheet.be64(at + 2 * UNIT) : 0);
        line.put('/').number(sheet.u8(at + 2)).text(", pref=").text(preference(sheet.u8(at + 3)));
        line.text(", lifetime=");
        seconds(line, sheet.be32(at + 4));
    }

    /** RFC 8106 section 5.2. */
    private static void searchList(Sheet sheet, int at, int size, int first) {
        Line line = sheet.line;
        line.text(" lifetime ").number(sheet.be32(at + 4)).text("s, domain(s):");
        DnsNames names = new DnsNames(sheet, first);
        int here = at + UNIT;
        while (here < at + size && sheet.u8(here) != 0) {
            line.put(' ');
            here = names.print(here);
            if (here < 0) {
                throw Truncated.HERE;
            }
        }
    }

    /** RFC 8781 section 4: twelve bytes of a prefix whose length is told by a code beside the scaled lifetime. */
    private static void prefix64(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size != 16) {
            line.text("bad option length! ");
        }
        sheet.need(at, 16);
        int lifetime = sheet.be16(at + 2);
        Ip6Text.print(line, sheet.be64(at + 4), sheet.be32(at + 12) << 32);
        line.put('/')
                .text(
                        switch (lifetime & 7) {
                            case 0 -> "96";
                            case 1 -> "64";
                            case 2 -> "56";
                            case 3 -> "48";
                            case 4 -> "40";
                            case 5 -> "32";
                            default -> "??";
                        });
        line.text(" (plc ").number(lifetime & 7).text("), lifetime ").number(lifetime & 0xfff8);
        line.put('s');
    }

    private static void seconds(Line line, long value) {
        if (value == 0xffffffffL) {
            line.text("infinity");
        } else {
            line.number(value).put('s');
        }
    }
}
