package astray.packet.text;

/** Routes of any address family that BGP announces or withdraws (RFC 4760), with their next hops. */
final class BgpReach {
    private static final int DISTINGUISHER = 8;

    /** RFC 1888 section 6 and RFC 986: addresses of IP within those of ISO. */
    private static final long MAPPED_IP4 = 0x47000601;

    private static final int MAPPED_IP6 = 0x350000;

    private BgpReach() {}

    /** Prints routes and how to reach them; false when they were cut off. */
    static boolean reachable(Sheet sheet, int at, int length) {
        if (length < 3 || !sheet.has(at, 3)) {
            return false;
        }
        if (!family(sheet, at, length)) {
            return true;
        }
        int family = sheet.be16(at);
        int subsequent = sheet.u8(at + 2);
        if (length < 4 || !sheet.has(at, 4)) {
            return false;
        }
        Line line = sheet.line;
        int size = sheet.u8(at + 3);
        int here = at + 4;
        int end = at + length;
        if (size != 0) {
            if (end - here < size) {
                return false;
            }
            line.text("\n\t    nexthop: ");
            nextHops(sheet, family, subsequent, here, size);
            here += size;
        }
        line.text(", nh-length: ").number(size);
        if (end - here < 1) {
            return false;
        }
        here = attachments(sheet, here, end);
        return here >= 0 && routes(sheet, family, subsequent, here, at, length);
    }

    /** Prints routes that are withdrawn; false when they were cut off. */
    static boolean unreachable(Sheet sheet, int at, int length) {
        if (!sheet.has(at, 3)) {
            return false;
        }
        if (!family(sheet, at, length)) {
            return true;
        }
        if (length == 3) {
            sheet.text("\n\t      End-of-Rib Marker (empty NLRI)");
        }
        return routes(sheet, sheet.be16(at), sheet.u8(at + 2), at + 3, at, length);
    }

    /** Prints the address family; false when no more is known of it, so that the bytes were printed. */
    private static boolean family(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int family = sheet.be16(at);
        int subsequent = sheet.u8(at + 2);
        line.text("\n\t    AFI: ").text(AddressFamily.NAMES.name(family, "Unknown AFI"));
        line.text(" (").number(family).text("), ").text(subsequent > 128 ? "vendor specific " : "");
        line.text("SAFI: ").text(AddressFamily.SUBSEQUENT.name(subsequent, "Unknown SAFI"));
        line.text(" (").number(subsequent).put(')');
        if (BgpNlri.Kind.of(family, subsequent) != null) {
            return true;
        }
        sheet.need(at, length);
        line.text("\n\t    no AFI ").number(family).text(" / SAFI ").number(subsequent);
        line.text(" decoder");
        if (sheet.v <= 1) {
            HexDump.unknown(sheet, "\n\t    ", at, length);
        }
        return false;
    }

    /** Sub-network points of attachment, which RFC 4760 has no longer; where they end, negative when cut off. */
    private static int attachments(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        int count = sheet.u8(at);
        int here = at + 1;
        if (count == 0) {
            line.text(", no SNPA");
            return here;
        }
        line.text("\n\t    ").number(count).text(" SNPA");
        for (int i = 0; i < count; i++) {
            if (end - here < 1) {
                return -1;
            }
            int size = sheet.u8(here);
            line.text("\n\t      ").number(size).text(" bytes");
            here++;
            if (end - here < size || !sheet.has(here, size)) {
                return -1;
            }
            here += size;
        }
        return here;
    }

    private static void nextHops(Sheet sheet, int family, int subsequent, int at, int length) {
        Line line = sheet.line;
        boolean distinguished = subsequent >= AddressFamily.VPN_UNICAST
                && subsequent <= AddressFamily.VPN_UNICAST_MULTICAST
                && family != AddressFamily.L2VPN;
        int ahead = distinguished ? DISTINGUISHER : 0;
        int size = switch (family) {
            case AddressFamily.IP6 -> ahead + 16;
            case AddressFamily.NSAP -> length;
            default -> ahead + 4;
        };
        int least = family == AddressFamily.NSAP ? ahead + 1 : size;
        for (int i = 0; i < length; i += size) {
            line.text(i == 0 ? "" : ", ");
            if (length - i < least) {
                line.text("invalid len");
                return;
            }
            sheet.need(at + i, size);
            if (distinguished) {
                line.text("RD: ");
                BgpCommunity.distinguisher(sheet, at + i);
                line.text(", ");
            }
            int address = at + i + ahead;
            switch (family) {
                case AddressFamily.IP6 -> sheet.host6(address);
                case AddressFamily.NSAP -> nsap(sheet, address, length - ahead, distinguished);
                default -> sheet.host4(address);
            }
        }
    }

    private static void nsap(Sheet sheet, int at, int length, boolean mapped) {
        Nsap.print(sheet, at, length);
        if (!mapped) {
            return;
        }
        if (sheet.be32(at) == MAPPED_IP4) {
            sheet.text(" = ");
            sheet.host4(at + 4);
        } else if (sheet.be24(at) == MAPPED_IP6) {
            sheet.text(" = ");
            sheet.host6(at + 3);
        }
    }

    private static boolean routes(Sheet sheet, int family, int subsequent, int from, int at, int length) {
        BgpNlri.Kind kind = BgpNlri.Kind.of(family, subsequent);
        if (kind == null) {
            return true;
        }
        int end = at + length;
        boolean paths = kind == BgpNlri.Kind.PREFIX4 && BgpNlri.hasPaths(sheet, from, end - from, 32)
                || kind == BgpNlri.Kind.PREFIX6 && BgpNlri.hasPaths(sheet, from, end - from, 128);
        int here = from;
        while (here < end) {
            int size = BgpNlri.print(sheet, kind, here, length, paths);
            if (size == BgpNlri.CUT) {
                return false;
            }
            if (size < 0) {
                return true;
            }
            here += size;
        }
        return true;
    }
}
