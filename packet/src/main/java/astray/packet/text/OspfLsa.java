package astray.packet.text;

/** The link state advertisements of OSPF version 2 (RFC 2328 appendix A.4, RFC 1584, RFC 3101, RFC 5250). */
final class OspfLsa {
    private static final int AGE = 0;
    private static final int OPTIONS = 2;
    private static final int TYPE = 3;
    private static final int ID = 4;
    private static final int ROUTER = 8;
    private static final int SEQUENCE = 12;
    private static final int LENGTH = 18;
    static final int HEADER = 20;

    private static final int ROUTER_LINKS = 1;
    private static final int NETWORK_LINKS = 2;
    private static final int SUMMARY = 3;
    private static final int BOUNDARY_SUMMARY = 4;
    private static final int EXTERNAL = 5;
    private static final int GROUP = 6;
    private static final int NOT_SO_STUBBY = 7;
    private static final int OPAQUE_LINK = 9;
    private static final int OPAQUE_DOMAIN = 11;

    private static final Table NAMES = Table.of("""
            1 Router
            2 Network
            3 Summary
            4 ASBR Summary
            5 External
            6 Multicast Group
            7 NSSA
            9 Link Local Opaque
            10 Area Local Opaque
            11 Domain Wide Opaque
            """);

    /** Opaque Link-State Advertisements (OSPFv2) Option Types of IANA. */
    private static final Table OPAQUE_NAMES = Table.of("""
            1 Traffic Engineering
            3 Graceful restart
            4 Router Information
            7 Extended Prefix
            8 Extended Link
            """);

    private static final Table ROUTER_FLAGS = Table.of("""
            0x01 ABR
            0x02 ASBR
            0x04 Virtual
            0x08 Wildcard
            0x10 Nt
            0x80 Host
            """);

    private static final Table TOPOLOGIES = Table.of("0 default\n1 multicast\n2 management\n");

    private OspfLsa() {}

    private static boolean isOpaque(long type) {
        return type >= OPAQUE_LINK && type <= OPAQUE_DOMAIN;
    }

    /** Prints a header; the length of the advertisement, negative when it makes no sense. */
    static int header(Sheet sheet, int at) {
        Line line = sheet.line;
        int length = sheet.be16(at + LENGTH);
        if (length < HEADER) {
            line.text("\n\t    Bogus length ").number(length).text(" < header (20)");
            return -1;
        }
        line.text("\n\t  Advertising Router ");
        sheet.host4(at + ROUTER);
        line.text(", seq 0x").hex(sheet.be32(at + SEQUENCE), 8).text(", age ").number(sheet.be16(at + AGE));
        line.text("s, length ").number(length - HEADER);
        int type = sheet.u8(at + TYPE);
        line.text("\n\t    ").text(NAMES.name(type, "unknown")).text(" LSA (").number(type);
        if (isOpaque(type)) {
            int kind = sheet.u8(at + ID);
            line.text("), Opaque-Type ")
                    .text(OPAQUE_NAMES.name(kind, "unknown"))
                    .text(" LSA (")
                    .number(kind);
            line.text("), Opaque-ID ").number(sheet.be24(at + ID + 1));
        } else {
            line.text("), LSA-ID: ");
            sheet.host4(at + ID);
        }
        line.text("\n\t    Options: [")
                .text(Ospf.OPTIONS.bits(sheet.u8(at + OPTIONS), ", ", "none"))
                .put(']');
        return length;
    }

    /** Prints what is asked for (12 bytes). */
    static void request(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, 12);
        long type = sheet.be32(at);
        line.text("\n\t  Advertising Router: ");
        sheet.host4(at + 8);
        line.text(", ")
                .text(NAMES.name(type, "unknown"))
                .text(" LSA (")
                .number(type)
                .put(')');
        if (isOpaque(type)) {
            int kind = sheet.u8(at + 4);
            line.text(", Opaque-Type: ")
                    .text(OPAQUE_NAMES.name(kind, "unknown"))
                    .text(" LSA (")
                    .number(kind);
            line.text("), Opaque-ID: ").number(sheet.be24(at + 5));
        } else {
            line.text(", LSA-ID: ");
            sheet.host4(at + 4);
        }
    }

    /** Prints an advertisement; where it ends, negative when that makes no sense. */
    static int print(Sheet sheet, int at) {
        int length = header(sheet, at);
        if (length < 0) {
            return -1;
        }
        int body = at + HEADER;
        int end = at + length;
        int type = sheet.u8(at + TYPE);
        boolean whole = true;
        switch (type) {
            case ROUTER_LINKS -> whole = links(sheet, body);
            case NETWORK_LINKS -> network(sheet, body, end);
            case SUMMARY -> {
                sheet.need(body, 4);
                mask(sheet, body);
                sheet.need(body + 4, 4);
                metrics(sheet, body + 4, end);
            }
            case BOUNDARY_SUMMARY -> {
                sheet.need(body + 4, 4);
                metrics(sheet, body + 4, end);
            }
            case EXTERNAL, NOT_SO_STUBBY -> external(sheet, body, end);
            case GROUP -> groups(sheet, body, end);
            default -> {
                if (isOpaque(type)) {
                    OspfOpaque.Outcome outcome = OspfOpaque.print(sheet, sheet.u8(at + ID), body, length - HEADER);
                    if (outcome == OspfOpaque.Outcome.WRONG) {
                        return -1;
                    }
                    whole = outcome == OspfOpaque.Outcome.DONE;
                }
            }
        }
        if (whole && sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t    ", body, length - HEADER);
        }
        return end;
    }

    private static void mask(Sheet sheet, int at) {
        sheet.text("\n\t    Mask ");
        sheet.host4(at);
    }

    private static boolean links(Sheet sheet, int at) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        line.text("\n\t    Router LSA Options: [")
                .text(ROUTER_FLAGS.bits(flags, ", ", "none"))
                .put(']');
        int count = sheet.be16(at + 2);
        sheet.need(at + 4, 12);
        int here = at + 4;
        for (int i = 0; i < count; i++) {
            sheet.need(here, 12);
            int type = sheet.u8(here + 8);
            switch (type) {
                case 1 -> ends(sheet, here, "Neighbor Router-ID: ", ", Interface Address: ");
                case 2 -> ends(sheet, here, "Neighbor Network-ID: ", ", Interface Address: ");
                case 3 -> ends(sheet, here, "Stub Network: ", ", Mask: ");
                case 4 -> ends(sheet, here, "Virtual Link: Neighbor Router-ID: ", ", Interface Address: ");
                default -> {
                    line.text("\n\t      Unknown Router Link Type (")
                            .number(type)
                            .put(')');
                    return false;
                }
            }
            int more = sheet.u8(here + 9);
            for (int j = 0; j <= more; j++) {
                int metric = here + 8 + 4 * j;
                sheet.need(metric, 4);
                int topology = j == 0 ? 0 : sheet.u8(metric);
                line.text("\n\t\ttopology ").text(TOPOLOGIES.name(topology, "Unknown"));
                line.text(" (").number(topology).text("), metric ").number(sheet.be16(metric + 2));
            }
            here += 12 + 4 * more;
        }
        return true;
    }

    private static void ends(Sheet sheet, int at, String what, String data) {
        sheet.text("\n\t      ").text(what);
        sheet.host4(at);
        sheet.text(data);
        sheet.host4(at + 4);
    }

    private static void network(Sheet sheet, int at, int end) {
        sheet.need(at, 4);
        mask(sheet, at);
        sheet.text("\n\t    Connected Routers:");
        for (int here = at + 4; here < end; here += 4) {
            sheet.need(here, 4);
            sheet.text("\n\t      ");
            sheet.host4(here);
        }
    }

    private static void metrics(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        for (int here = at; here < end; here += 4) {
            int field = sheet.s32(here);
            line.text("\n\t\ttopology ").text(TOPOLOGIES.name(field >>> 24, "Unknown"));
            line.text(" (").number(field >>> 24).text(") metric ").number(field & 0xffffff);
        }
    }

    private static void external(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        sheet.need(at, 4);
        mask(sheet, at);
        sheet.need(at + 4, 4);
        for (int here = at + 4; here < end; here += 12) {
            int field = sheet.s32(here);
            int topology = field >>> 24 & 0x7f;
            line.text("\n\t\ttopology ")
                    .text(TOPOLOGIES.name(topology, "Unknown"))
                    .text(" (")
                    .number(topology);
            line.text("), type ").number(field < 0 ? 2 : 1).text(", metric");
            int metric = field & 0xffffff;
            if (metric == 0xffffff) {
                line.text(" infinite");
            } else {
                line.put(' ').number(metric);
            }
            if (sheet.s32(here + 4) != 0) {
                line.text(", forward ");
                sheet.host4(here + 4);
            }
            if (sheet.s32(here + 8) != 0) {
                line.text(", tag ");
                sheet.host4(here + 8);
            }
        }
    }

    private static void groups(Sheet sheet, int at, int end) {
        for (int here = at; here < end; here += 8) {
            long kind = sheet.be32(here);
            if (kind != 1 && kind != 2) {
                sheet.text("\n\t    unknown VertexType (").number(kind).put(')');
                continue;
            }
            sheet.need(here + 4, 4);
            sheet.text(kind == 1 ? "\n\t    Router Router-ID " : "\n\t    Network Designated Router ");
            sheet.host4(here + 4);
        }
    }
}
