package astray.packet.text;

/** The link state advertisements of OSPF version 3 (RFC 5340 appendix A.4, RFC 5187, RFC 5329). */
final class Ospf6Lsa {
    static final int HEADER = 20;

    private static final int ROUTER = 0x2001;
    private static final int NETWORK = 0x2002;
    private static final int INTER_AREA_PREFIX = 0x2003;
    private static final int EXTERNAL = 0x4005;
    private static final int LINK = 0x0008;
    private static final int INTRA_AREA_PREFIX = 0x2009;
    private static final int TRAFFIC = 0x000a;
    private static final int GRACE = 0x000b;

    private static final int FORWARDING = 0x02000000;
    private static final int TAG = 0x01000000;

    private static final Table NAMES = Table.of("""
            1 Router
            2 Network
            3 Inter-Area Prefix
            4 Inter-Area Router
            5 External
            6 Deprecated
            7 NSSA
            8 Link
            9 Intra-Area Prefix
            10 Intra-Area TE
            11 Grace
            12 Router Information
            13 Inter-AS-TE
            14 Layer 1 VPN
            """);

    private static final Table SCOPES = Table.of("0x0000 Link Local\n0x2000 Area Local\n0x4000 Domain Wide\n");

    private static final Table ROUTER_FLAGS = Table.of("""
            0x01 ABR
            0x02 External
            0x04 Virtual-Link Endpoint
            0x08 Deprecated
            0x10 NSSA Translator
            """);

    private static final Table EXTERNAL_FLAGS =
            Table.of("0x80000000 External Type 2\n0x02000000 Forwarding\n0x01000000 Tag\n");

    private static final Table PREFIX_OPTIONS = Table.of("""
            0x01 No Unicast
            0x02 Local address
            0x04 Deprecated
            0x08 Propagate
            0x10 Down
            0x20 N-bit
            """);

    private Ospf6Lsa() {}

    /** Prints a type, its scope and an identifier (4 bytes). */
    static void type(Sheet sheet, int type, int identifier) {
        Line line = sheet.line;
        sheet.need(identifier, 4);
        line.text("\n\t    ")
                .text(NAMES.name(type & 0x1fff, "Unknown"))
                .text(" LSA (")
                .number(type & 0x1fff);
        line.text("), ").text(SCOPES.name(type & 0x6000, "Unknown")).text(" Scope");
        line.text((type & 0x8000) != 0 ? ", transitive, LSA-ID " : ", LSA-ID ");
        sheet.host4(identifier);
    }

    /** Prints a header; false when it was cut off or makes no sense. */
    static boolean header(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        if (at + HEADER > end) {
            return false;
        }
        int length = sheet.be16(at + 18);
        if (length < HEADER) {
            line.text("\n\t\t  Bogus length ").number(length).text(" < header (20)");
            return false;
        }
        line.text("\n\t  Advertising Router ");
        sheet.host4(at + 8);
        line.text(", seq 0x").hex(sheet.be32(at + 12), 8).text(", age ").number(sheet.be16(at));
        line.text("s, length ").number(length - HEADER);
        type(sheet, sheet.be16(at + 2), at + 4);
        return true;
    }

    /** Prints an advertisement; false when it was cut off. */
    static boolean print(Sheet sheet, int at, int end) {
        if (!header(sheet, at, end)) {
            return false;
        }
        int length = sheet.be16(at + 18);
        if (at + length > end) {
            return false;
        }
        int here = at + HEADER;
        int rest = length - HEADER;
        switch (sheet.be16(at + 2)) {
            case ROUTER -> {
                return router(sheet, here, rest);
            }
            case NETWORK -> {
                return network(sheet, here, rest);
            }
            case INTER_AREA_PREFIX -> {
                if (rest < 4) {
                    return false;
                }
                long metric = sheet.be32(here);
                sheet.text(", metric ").number(metric & 0xffffff);
                return prefixes(sheet, here + 4, rest - 4, Long.MAX_VALUE);
            }
            case EXTERNAL -> {
                return external(sheet, here, rest);
            }
            case LINK -> {
                return link(sheet, here, rest);
            }
            case INTRA_AREA_PREFIX -> {
                return intraArea(sheet, here, rest);
            }
            case GRACE -> {
                return OspfOpaque.grace(sheet, here, rest);
            }
            case TRAFFIC -> {
                return OspfTraffic.print(sheet, here, rest);
            }
            default -> HexDump.unknown(sheet, "\n\t      ", here, rest);
        }
        return true;
    }

    private static void options(Sheet sheet, int at) {
        long options = sheet.be32(at);
        sheet.text("\n\t      Options [")
                .text(Ospf6.OPTIONS.bits(options, ", ", "none"))
                .put(']');
    }

    private static boolean router(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 4) {
            return false;
        }
        options(sheet, at);
        line.text(", RLA-Flags [")
                .text(ROUTER_FLAGS.bits(sheet.u8(at), ", ", "none"))
                .put(']');
        for (int i = 4; i < length; i += 16) {
            int here = at + i;
            if (length - i < 16 || !sheet.has(here, 16)) {
                return false;
            }
            int type = sheet.u8(here);
            switch (type) {
                case 1 -> line.text("\n\t      Neighbor Router-ID ");
                case 2 -> line.text("\n\t      Neighbor Network-ID ");
                case 4 -> line.text("\n\t      Virtual Link: Neighbor Router-ID ");
                default -> {
                    line.text("\n\t      Unknown Router Links Type 0x").hex(type, 2);
                    return true;
                }
            }
            sheet.host4(here + 12);
            line.text("\n\t      Neighbor Interface-ID ");
            sheet.host4(here + 8);
            line.text(", Interface ");
            sheet.host4(here + 4);
            line.text(", metric ").number(sheet.be16(here + 2));
        }
        return true;
    }

    private static boolean network(Sheet sheet, int at, int length) {
        if (length < 4) {
            return false;
        }
        options(sheet, at);
        sheet.text("\n\t      Connected Routers:");
        for (int i = 4; i < length; i += 4) {
            if (length - i < 4) {
                return false;
            }
            sheet.need(at + i, 4);
            sheet.text("\n\t\t");
            sheet.host4(at + i);
        }
        return true;
    }

    private static boolean external(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 4) {
            return false;
        }
        long flags = sheet.be32(at);
        line.text("\n\t     Flags [").text(EXTERNAL_FLAGS.bits(flags, ", ", "none"));
        line.text("] metric ").number(flags & 0xffffff);
        int size = prefix(sheet, at + 4, length - 4);
        if (size < 0) {
            return false;
        }
        int here = at + 4 + size;
        int rest = length - 4 - size;
        if ((flags & FORWARDING) != 0) {
            if (rest < 16) {
                return false;
            }
            sheet.need(here, 16);
            line.text(" forward ");
            sheet.host6(here);
            here += 16;
            rest -= 16;
        }
        if ((flags & TAG) != 0) {
            if (rest < 4) {
                return false;
            }
            sheet.need(here, 4);
            line.text(" tag ");
            sheet.host4(here);
            here += 4;
            rest -= 4;
        }
        if (sheet.u8(at + 6) != 0) {
            if (rest < 4) {
                return false;
            }
            sheet.need(here, 4);
            line.text(" RefLSID: ");
            sheet.host4(here);
        }
        return true;
    }

    private static boolean link(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 4 || !sheet.has(at, 4)) {
            return false;
        }
        options(sheet, at);
        if (length < 24) {
            return false;
        }
        long count = sheet.be32(at + 20);
        line.text("\n\t      Priority ").number(sheet.u8(at)).text(", Link-local address ");
        sheet.host6(at + 4);
        line.text(", Prefixes ").number(count).put(':');
        return prefixes(sheet, at + 24, length - 24, count);
    }

    private static boolean intraArea(Sheet sheet, int at, int length) {
        if (length < 4 || !sheet.has(at + 8, 4)) {
            return false;
        }
        type(sheet, sheet.be16(at + 2), at + 4);
        if (length < 6) {
            return false;
        }
        int count = sheet.be16(at);
        sheet.text("\n\t      Prefixes ").number(count).put(':');
        // the original counts six bytes of a header that has twelve
        return prefixes(sheet, at + 12, length - 6, count);
    }

    private static boolean prefixes(Sheet sheet, int at, int length, long count) {
        int here = at;
        int rest = length;
        long left = count;
        while (count == Long.MAX_VALUE ? rest != 0 : left != 0) {
            int size = prefix(sheet, here, rest);
            if (size < 0) {
                return false;
            }
            left--;
            here += size;
            rest -= size;
        }
        return true;
    }

    /** Prints a prefix (RFC 5340 appendix A.4.1); its size, negative when it was cut off. */
    private static int prefix(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 4 || !sheet.has(at, 4)) {
            return -1;
        }
        int bits = sheet.u8(at);
        int size = (bits + 31) / 32 * 4;
        if (size > 16) {
            line.text(" bogus prefixlen /").number(bits);
            return -1;
        }
        if (length - 4 < size) {
            return -1;
        }
        sheet.need(at + 4, size);
        byte[] address = new byte[16];
        System.arraycopy(sheet.bytes(), at + 4, address, 0, size);
        line.text("\n\t\t");
        sheet.host6(address);
        line.put('/').number(bits);
        int options = sheet.u8(at + 1);
        if (options != 0) {
            line.text(", Options [")
                    .text(PREFIX_OPTIONS.bits(options, ", ", "none"))
                    .put(']');
        }
        line.text(", metric ").number(sheet.be16(at + 2));
        return 4 + size;
    }
}
