package astray.packet.text;

/** The routes of BGP's multicast VPNs (RFC 6514 section 4). */
final class BgpMulticast {
    private static final int DISTINGUISHER = 8;

    private static final int INTRA_SYSTEM = 1;
    private static final int INTER_SYSTEM = 2;
    private static final int SELECTIVE = 3;
    private static final int SOURCE_ACTIVE = 5;
    private static final int SHARED_TREE_JOIN = 6;
    private static final int SOURCE_TREE_JOIN = 7;

    private BgpMulticast() {}

    /** Prints a route; its size, or {@link BgpNlri#CUT}. */
    static int print(Sheet sheet, int at, Table names) {
        Line line = sheet.line;
        int type = sheet.u8(at);
        int length = sheet.u8(at + 1);
        int here = at + 2;
        line.text("Route-Type: ").text(names.name(type, "Unknown")).text(" (").number(type);
        line.text("), length: ").number(length);
        int needed = switch (type) {
            case INTRA_SYSTEM, SELECTIVE, SOURCE_ACTIVE -> DISTINGUISHER;
            case INTER_SYSTEM, SHARED_TREE_JOIN, SOURCE_TREE_JOIN -> DISTINGUISHER + 4;
            default -> 0;
        };
        if (length < needed || !sheet.has(here, needed)) {
            return BgpNlri.CUT;
        }
        if (needed == 0) {
            return length + 2;
        }
        line.text(", RD: ");
        BgpCommunity.distinguisher(sheet, here);
        here += DISTINGUISHER;
        switch (type) {
            case INTRA_SYSTEM -> {
                line.text(", Originator ");
                address(sheet, here, (length - DISTINGUISHER) * 8L & 0xffffffffL);
            }
            case SELECTIVE -> {
                long rest = length - sourceAndGroup(sheet, here) & 0xffffffffL;
                if (rest > 0xff || !sheet.has(here, (int) rest)) {
                    return BgpNlri.CUT;
                }
                line.text(", Originator ");
                address(sheet, here, rest * 8);
            }
            case SOURCE_ACTIVE -> sourceAndGroup(sheet, here);
            default -> {
                line.text(", Source-AS ");
                Bgp.system(sheet, sheet.be32(here));
                if (type != INTER_SYSTEM) {
                    sourceAndGroup(sheet, here + 4);
                }
            }
        }
        return length + 2;
    }

    /** Prints a source and a group; how many bytes they take. */
    private static int sourceAndGroup(Sheet sheet, int at) {
        int here = at;
        int total = 0;
        for (String what : new String[] {", Source ", ", Group "}) {
            int bits = sheet.u8(here);
            here++;
            if (!sheet.has(here, bits >> 3)) {
                return total;
            }
            total += (bits >> 3) + 1;
            if (bits != 0) {
                sheet.text(what);
                address(sheet, here, bits);
                here += bits >> 3;
            }
        }
        return total;
    }

    private static void address(Sheet sheet, int at, long bits) {
        if (bits == 32) {
            sheet.host4(at);
        } else if (bits == 128) {
            sheet.host6(at);
        } else {
            sheet.text("bogus address length ").number(bits);
        }
    }
}
