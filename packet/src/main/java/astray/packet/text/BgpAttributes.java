package astray.packet.text;

/** The path attributes of BGP (RFC 4271 section 5, RFC 4456, 5701, 6368, 6514, 6793, 7311, 8092, 8205, 9234). */
final class BgpAttributes {
    private static final int ORIGIN = 1;
    private static final int AS_PATH = 2;
    private static final int NEXT_HOP = 3;
    private static final int MULTI_EXIT = 4;
    private static final int LOCAL_PREFERENCE = 5;
    private static final int ATOMIC_AGGREGATE = 6;
    private static final int AGGREGATOR = 7;
    private static final int COMMUNITIES = 8;
    private static final int ORIGINATOR_ID = 9;
    private static final int CLUSTER_LIST = 10;
    private static final int REACHABLE = 14;
    private static final int UNREACHABLE = 15;
    private static final int EXTENDED_COMMUNITIES = 16;
    private static final int AS4_PATH = 17;
    private static final int AGGREGATOR4 = 18;
    private static final int PMSI_TUNNEL = 22;
    private static final int ACCUMULATED_METRIC = 26;
    private static final int LARGE_COMMUNITIES = 32;
    private static final int BGPSEC_PATH = 33;
    private static final int ONLY_TO_CUSTOMER = 35;
    private static final int SET = 128;

    private static final int EXTENDED_LENGTH = 0x10;

    /** Sets of attributes in sets of attributes: what is deeper is not looked at. */
    private static final int DEEPEST = 10;

    private static final Table NAMES = Table.of("""
            1 Origin
            2 AS Path
            3 Next Hop
            4 Multi Exit Discriminator
            5 Local Preference
            6 Atomic Aggregate
            7 Aggregator
            8 Community
            9 Originator ID
            10 Cluster List
            14 Multi-Protocol Reach NLRI
            15 Multi-Protocol Unreach NLRI
            16 Extended Community
            17 AS4 Path
            18 Aggregator4
            22 PMSI Tunnel
            23 Tunnel Encapsulation
            24 Traffic Engineering
            25 IPv6 Extended Community
            26 Accumulated IGP Metric
            27 PE Distinguisher Label
            28 Entropy Label
            32 Large Community
            33 BGPsec Path
            35 Only to Customer (OTC)
            128 Attribute Set
            255 Reserved for development
            """);

    private static final Table FLAGS = Table.of("0x80 O\n0x40 T\n0x20 P\n0x10 E\n");

    private static final Table ORIGINS = Table.of("0 IGP\n1 EGP\n2 Incomplete\n");

    /** RFC 6514 section 5. */
    private static final Table TUNNELS = Table.of("""
            1 RSVP-TE P2MP LSP
            2 LDP P2MP LSP
            3 PIM-SSM Tree
            4 PIM-SM Tree
            5 PIM-Bidir Tree
            6 Ingress Replication
            7 LDP MP2MP LSP
            """);

    private static final Table TUNNEL_FLAGS = Table.of("1 Leaf Information required\n");

    /** RFC 8205 section 3.1: a flag for confederations, and bits that must be zero. */
    private static final Table SECURE_FLAGS = Table.of("""
            0x01 MBZ-0
            0x02 MBZ-1
            0x04 MBZ-2
            0x08 MBZ-3
            0x10 MBZ-4
            0x20 MBZ-5
            0x40 MBZ-6
            0x80 C
            """);

    private BgpAttributes() {}

    /** Prints the attributes of a message; false when one is cut off. */
    static boolean print(Sheet sheet, int at, int length) {
        return print(sheet, at, length, 0) >= 0;
    }

    /** Prints attributes; how many bytes were left over by one that does not fit, negative when one is cut off. */
    private static int print(Sheet sheet, int at, int length, int depth) {
        Line line = sheet.line;
        String indent = depth == 0 ? "\n\t  " : "\n\t      ";
        String tooShort = depth == 0 ? "[path attrs too short]" : " [path attr too short]";
        int here = at;
        int rest = length;
        while (rest > 0) {
            if (!sheet.has(here, 2)) {
                return -1;
            }
            if (rest < 2) {
                line.text(depth == 0 ? indent : "").text(tooShort);
                return rest;
            }
            int flags = sheet.u8(here);
            int type = sheet.u8(here + 1);
            int sizeOfLength = (flags & EXTENDED_LENGTH) != 0 ? 2 : 1;
            here += 2;
            rest -= 2;
            if (!sheet.has(here, sizeOfLength)) {
                return -1;
            }
            if (rest < sizeOfLength) {
                line.text(depth == 0 ? indent : "").text(tooShort);
                return rest;
            }
            int size = sizeOfLength == 2 ? sheet.be16(here) : sheet.u8(here);
            here += sizeOfLength;
            rest -= sizeOfLength;
            line.text(indent).text(NAMES.name(type, "Unknown Attribute"));
            line.text(" (").number(type).text("), length: ").number(size);
            flags(line, flags, depth);
            if (rest < size) {
                line.text(" ").text(tooShort.strip());
                return rest;
            }
            if (depth > DEEPEST) {
                line.text("(too many nested levels, not recursing)");
            } else if (!attribute(sheet, type, here, size, depth)) {
                return -1;
            }
            here += size;
            rest -= size;
        }
        return 0;
    }

    private static void flags(Line line, int flags, int depth) {
        if (flags != 0) {
            line.text(", Flags [").text(FLAGS.bits(flags, "", ""));
            if ((flags & 15) != 0) {
                line.put('+').hex(flags & 15);
            }
            line.text(depth == 0 ? "]: " : "]");
        }
        line.text(depth == 0 ? "" : ": ");
    }

    /** Prints one; false when it was cut off. */
    private static boolean attribute(Sheet sheet, int type, int at, int length, int depth) {
        boolean known = true;
        int shown = length;
        switch (type) {
            case REACHABLE -> {
                if (!BgpReach.reachable(sheet, at, length)) {
                    return false;
                }
            }
            case UNREACHABLE -> {
                if (!BgpReach.unreachable(sheet, at, length)) {
                    return false;
                }
            }
            case EXTENDED_COMMUNITIES -> {
                if (!BgpCommunity.extended(sheet, at, length)) {
                    return false;
                }
            }
            case PMSI_TUNNEL -> {
                if (!tunnel(sheet, at, length)) {
                    return false;
                }
            }
            case ACCUMULATED_METRIC -> {
                if (!metric(sheet, at, length)) {
                    return false;
                }
            }
            case SET -> {
                if (length < 4 || !sheet.has(at, 4)) {
                    return false;
                }
                sheet.text("\n\t    Origin AS: ");
                Bgp.system(sheet, sheet.be32(at));
                shown = print(sheet, at + 4, length - 4, depth + 1);
                if (shown < 0) {
                    return false;
                }
            }
            case LARGE_COMMUNITIES -> shown = BgpCommunity.large(sheet, at, length) ? 0 : length;
            case BGPSEC_PATH -> {
                if (!secure(sheet, at)) {
                    sheet.invalid();
                    return true;
                }
            }
            default -> known = simple(sheet, type, at, length);
        }
        if (!known) {
            if (!sheet.has(at, length)) {
                return false;
            }
            sheet.text("\n\t    no Attribute ").number(type).text(" decoder");
            if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t    ", at, length);
            }
        }
        if (sheet.v > 1 && shown != 0) {
            if (!sheet.has(at, shown)) {
                return false;
            }
            HexDump.unknown(sheet, "\n\t    ", at, shown);
        }
        return true;
    }

    /** Prints one of the attributes that have a size; false when it is none of them. */
    private static boolean simple(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        boolean fits = switch (type) {
            case ORIGIN -> length == 1;
            case AS_PATH, AS4_PATH -> length % 2 == 0;
            case NEXT_HOP, MULTI_EXIT, LOCAL_PREFERENCE, ORIGINATOR_ID -> length == 4;
            case ATOMIC_AGGREGATE -> length == 0;
            case AGGREGATOR -> length == 6 || length == 8;
            case AGGREGATOR4 -> length == 8;
            case COMMUNITIES, CLUSTER_LIST -> length % 4 == 0;
            case ONLY_TO_CUSTOMER -> length >= 4;
            default -> true;
        };
        if (!fits) {
            line.text("invalid len");
            return true;
        }
        switch (type) {
            case ORIGIN -> line.text(ORIGINS.name(sheet.u8(at), "Unknown Origin Typecode"));
            case AS_PATH, AS4_PATH -> path(sheet, type, at, length);
            case NEXT_HOP, ORIGINATOR_ID -> sheet.host4(at);
            case MULTI_EXIT, LOCAL_PREFERENCE -> line.number(sheet.be32(at));
            case ATOMIC_AGGREGATE -> {
                // its presence says all
            }
            case AGGREGATOR, AGGREGATOR4 -> {
                sheet.need(at, length);
                line.text(" AS #");
                Bgp.system(sheet, length == 6 ? sheet.be16(at) : sheet.be32(at));
                line.text(", origin ");
                sheet.host4(at + length - 4);
            }
            case COMMUNITIES -> BgpCommunity.print(sheet, at, length);
            case CLUSTER_LIST -> {
                for (int i = 0; i < length; i += 4) {
                    line.text(i == 0 ? "" : ", ");
                    sheet.host4(at + i);
                }
            }
            case ONLY_TO_CUSTOMER -> line.text("\n\t    OTC ").number(sheet.be32(at));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void path(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        if (length == 0) {
            line.text("empty");
            return;
        }
        int size = type == AS4_PATH ? 4 : sizeOfSystem(sheet, at, length);
        int here = at;
        while (here < at + length) {
            int kind = sheet.u8(here);
            line.text(
                    switch (kind) {
                        case 1 -> "{ ";
                        case 2 -> "";
                        case 3 -> "( ";
                        case 4 -> "({ ";
                        default -> "?";
                    });
            int count = sheet.u8(here + 1);
            for (int i = 0; i < count; i++) {
                int system = here + 2 + i * size;
                Bgp.system(sheet, size == 2 ? sheet.be16(system) : sheet.be32(system));
                line.put(' ');
            }
            line.text(
                    switch (kind) {
                        case 1 -> "}";
                        case 2 -> "";
                        case 3 -> ")";
                        case 4 -> "})";
                        default -> "?";
                    });
            here += 2 + count * size;
        }
    }

    /** How many bytes the numbers of a path have: old and new speakers use the same attribute (RFC 6793 section 4). */
    private static int sizeOfSystem(Sheet sheet, int at, int length) {
        int here = at;
        while (here < at + length) {
            int kind = sheet.u8(here);
            if (kind < 1 || kind > 4) {
                return 4;
            }
            here += 2 + sheet.u8(here + 1) * 2;
        }
        return here == at + length ? 2 : 4;
    }

    private static boolean tunnel(Sheet sheet, int at, int length) {
        if (length < 5 || !sheet.has(at, 5)) {
            return false;
        }
        Line line = sheet.line;
        int type = sheet.u8(at + 1);
        line.text("\n\t    Tunnel-type ").text(TUNNELS.name(type, "Unknown"));
        line.text(" (").number(type).text("), Flags [");
        line.text(TUNNEL_FLAGS.bits(sheet.u8(at), ", ", "none"));
        line.text("], MPLS Label ").number(sheet.be24(at + 2) >> 4);
        int value = at + 5;
        switch (type) {
            case 1 -> tunnelEnd(sheet, "Extended-Tunnel-ID ", value, ", P2MP-ID 0x");
            case 2, 7 -> tunnelEnd(sheet, "Root-Node ", value, ", LSP-ID 0x");
            case 3 -> tunnelEnd(sheet, "Root-Node ", value, ", P-Group ");
            case 4, 5 -> tunnelEnd(sheet, "Sender ", value, ", P-Group ");
            case 6 -> tunnelEnd(sheet, "Tunnel-Endpoint ", value, "");
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t      ", value, length - 5);
                }
            }
        }
        return true;
    }

    private static void tunnelEnd(Sheet sheet, String what, int at, String second) {
        sheet.need(at, second.isEmpty() ? 4 : 8);
        sheet.text("\n\t      ").text(what);
        sheet.host4(at);
        sheet.text(second);
        if (second.endsWith("0x")) {
            sheet.line.hex(sheet.be32(at + 4), 8);
        } else if (!second.isEmpty()) {
            sheet.host4(at + 4);
        }
    }

    /** The accumulated metric of the interior protocols (RFC 7311 section 3). */
    private static boolean metric(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest >= 3) {
            int type = sheet.u8(here);
            int size = sheet.be16(here + 1) - 3;
            here += 3;
            rest -= 3;
            line.text("\n\t    ").text(type == 1 ? "AIGP" : "Unknown");
            line.text(" TLV (").number(type).text("), length ").number(size + 3L);
            if (size < 0 || rest < size || type == 1 && size < 8) {
                return false;
            }
            if (type == 1) {
                line.text(", metric ").unsigned(sheet.be64(here));
            } else if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t      ", here, size);
            }
            here += size;
            rest -= size;
        }
        return true;
    }

    /** The signed path (RFC 8205 section 3); false when its lengths make no sense. */
    private static boolean secure(Sheet sheet, int at) {
        Line line = sheet.line;
        int length = sheet.be16(at);
        if (length < 8) {
            line.text(" [secure path length ").number(length).text(" < 8]");
            return false;
        }
        line.text("\n\t    Secure Path Length: ").number(length);
        length -= 2;
        if (length % 6 != 0) {
            line.text(" [total segments length ").number(length).text(" != N x 6]");
            return false;
        }
        int here = at + 2;
        for (int end = here + length; here < end; here += 6) {
            int flags = sheet.u8(here + 1);
            long system = sheet.be32(here + 2);
            line.text("\n\t      Secure Path Segment: pCount: ").number(sheet.u8(here));
            line.text(", Flags: [").text(SECURE_FLAGS.bits(flags, ", ", "none"));
            line.text("] (0x").hex(flags, 2).text("), AS: ").number(system);
        }
        int rest = sheet.be16(here);
        int algorithm = sheet.u8(here + 2);
        line.text("\n\t    Signature Block: Length: ").number(rest);
        line.text(", Algo ID: ").number(algorithm);
        return signatures(sheet, here + 3, rest >= 3 ? rest - 3 : rest - 3 + 0x10000);
    }

    private static boolean signatures(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 0) {
            line.text("\n\t      Signature Segment:\n\t        SKI: ");
            if (rest < 20) {
                line.text(" [remaining length ").number(rest).text(" < 20]");
                return false;
            }
            sheet.need(here, 20);
            HexDump.print(sheet, "\n\t          ", here, 20, false);
            here += 20;
            rest -= 20;
            if (rest < 2) {
                line.text(" [remaining length ").number(rest).text(" < 2]");
                return false;
            }
            int size = sheet.be16(here);
            here += 2;
            rest -= 2;
            line.text("\n\t        Length: ").number(size);
            if (rest < size) {
                line.text(" [remaining length ")
                        .number(rest)
                        .text(" < ")
                        .number(size)
                        .put(']');
                return false;
            }
            line.text("\n\t        Signature:");
            sheet.need(here, size);
            HexDump.print(sheet, "\n\t          ", here, size, false);
            here += size;
            rest -= size;
        }
        return true;
    }
}
