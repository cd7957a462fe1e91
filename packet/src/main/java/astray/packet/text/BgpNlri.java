package astray.packet.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * BGP's network layer reachability information: prefixes (RFC 4271 section 4.3), with labels (RFC 8277), with route
 * distinguishers (RFC 4364), route targets (RFC 4684), multicast VPNs (RFC 6037, 6514), layer 2 VPNs (RFC 4761).
 */
final class BgpNlri {
    /** A length that cannot be. */
    static final int ILLEGAL = -1;

    /** More bytes are told of than there are. */
    static final int CUT = -2;

    /** What does not fit is left out without a word. */
    private static final int MISFIT = -3;

    private static final int LABEL = 24;
    private static final int DISTINGUISHER = 64;
    private static final int MDT_BITS = 128;

    /** Longer text is cut off, as the original's buffer does. */
    private static final int LONGEST = 163;

    /** RFC 6514 section 4. */
    private static final Table MULTICAST_ROUTES = Table.of("""
            1 Intra-AS I-PMSI
            2 Inter-AS I-PMSI
            3 S-PMSI
            4 Intra-AS Segment-Leaf
            5 Source-Active
            6 Shared Tree Join
            7 Source Tree Join
            """);

    /** The forms that routes have. */
    enum Kind {
        PREFIX4,
        LABELLED4,
        VPN4,
        PREFIX6,
        LABELLED6,
        VPN6,
        NSAP,
        NSAP_VPN,
        ROUTE_TARGET,
        MULTICAST_VPN,
        MDT,
        LAYER2;

        /** The form for an address family; {@code null} for one that is not known. */
        static @Nullable Kind of(int family, int subsequent) {
            boolean plain = subsequent >= AddressFamily.UNICAST && subsequent <= AddressFamily.UNICAST_MULTICAST;
            boolean vpn = subsequent >= AddressFamily.VPN_UNICAST && subsequent <= AddressFamily.VPN_UNICAST_MULTICAST;
            return switch (family) {
                case AddressFamily.IP4 ->
                    plain
                            ? PREFIX4
                            : vpn
                                    ? VPN4
                                    : switch (subsequent) {
                                        case AddressFamily.LABELLED -> LABELLED4;
                                        case AddressFamily.ROUTE_TARGET -> ROUTE_TARGET;
                                        case AddressFamily.MULTICAST_VPN -> MULTICAST_VPN;
                                        case AddressFamily.MDT -> MDT;
                                        default -> null;
                                    };
                case AddressFamily.IP6 ->
                    plain ? PREFIX6 : vpn ? VPN6 : subsequent == AddressFamily.LABELLED ? LABELLED6 : null;
                case AddressFamily.NSAP -> plain ? NSAP : vpn ? NSAP_VPN : null;
                case AddressFamily.L2VPN -> vpn ? LAYER2 : null;
                case AddressFamily.VPLS -> subsequent == AddressFamily.VPLS_SUBSEQUENT ? LAYER2 : null;
                default -> null;
            };
        }
    }

    private BgpNlri() {}

    /** Prints one on a line of its own; its size, or a negative number when no other can follow. */
    static int print(Sheet sheet, Kind kind, int at, int length, boolean paths) {
        Line line = sheet.line;
        if (kind == Kind.ROUTE_TARGET) {
            return routeTarget(sheet, at);
        }
        if (kind == Kind.MULTICAST_VPN) {
            line.text("\n\t      ");
            return BgpMulticast.print(sheet, at, MULTICAST_ROUTES);
        }
        long path = paths ? sheet.be32(at) : 0;
        int here = paths ? at + 4 : at;
        int mark = line.length();
        line.text("\n\t      ");
        int start = line.length();
        int size;
        try {
            size = switch (kind) {
                case PREFIX4 -> prefix4(sheet, here, length);
                case PREFIX6 -> prefix6(sheet, here, length);
                case LABELLED4, LABELLED6 -> labelled(sheet, here, length, kind == Kind.LABELLED4);
                case VPN4, VPN6, NSAP_VPN -> vpn(sheet, here, kind);
                case NSAP -> nsap(sheet, here);
                case MDT -> distributionTree(sheet, here);
                case LAYER2 -> layer2(sheet, here);
                case ROUTE_TARGET, MULTICAST_VPN -> ILLEGAL;
            };
        } catch (Truncated e) {
            line.cut(mark);
            throw e;
        }
        if (size < 0) {
            line.cut(mark);
            if (size == ILLEGAL) {
                line.text(kind == Kind.LAYER2 ? "\n\t    (illegal length)" : "\n\t    (illegal prefix length)");
                if (paths) {
                    line.text("   Path Id: ").number(path);
                }
                return paths ? 3 : ILLEGAL;
            }
            return size;
        }
        if (line.length() - start > LONGEST) {
            line.cut(start + LONGEST);
        }
        if (paths) {
            line.text("   Path Id: ").number(path);
        }
        return size + (here - at);
    }

    /**
     * Whether there are path identifiers in front of the prefixes (RFC 7911): that was agreed upon when the session
     * was opened, so the bytes must tell. They are there when the prefixes make sense with them and not without.
     */
    static boolean hasPaths(Sheet sheet, int at, int length, int longest) {
        if (length < 5) {
            return false;
        }
        int i = 0;
        while (i < length) {
            i += 4;
            if (!sheet.has(at + i, 1)) {
                break;
            }
            int bits = sheet.u8(at + i);
            if (bits > longest) {
                return false;
            }
            i += 1 + (bits + 7) / 8;
        }
        if (i > length) {
            return false;
        }
        i = 0;
        while (i < length && sheet.has(at + i, 1)) {
            int bits = sheet.u8(at + i);
            if (bits < 1 || bits > longest) {
                return true;
            }
            i += 1 + (bits + 7) / 8;
        }
        return i > length;
    }

    /** Prints an IPv4 prefix; its size, {@link #ILLEGAL} or {@link #CUT}. */
    static int prefix4(Sheet sheet, int at, int length) {
        if (length < 1) {
            return CUT;
        }
        int bits = sheet.u8(at);
        if (bits > 32) {
            return ILLEGAL;
        }
        if (length - 1 < (bits + 7) / 8) {
            return CUT;
        }
        address(sheet, at + 1, bits, 4);
        return 1 + (bits + 7) / 8;
    }

    /** Prints an IPv6 prefix; its size, {@link #ILLEGAL} or {@link #CUT}. */
    static int prefix6(Sheet sheet, int at, int length) {
        if (length < 1) {
            return CUT;
        }
        int bits = sheet.u8(at);
        if (bits > 128) {
            return ILLEGAL;
        }
        if (length - 1 < (bits + 7) / 8) {
            return CUT;
        }
        address(sheet, at + 1, bits, 16);
        return 1 + (bits + 7) / 8;
    }

    /** Prints an address of which only the first bits are there, and how many these are. */
    static void address(Sheet sheet, int at, int bits, int size) {
        byte[] address = leading(sheet, at, bits, size);
        if (size == 4) {
            sheet.host4(address);
        } else {
            sheet.host6(address);
        }
        sheet.line.put('/').number(bits);
    }

    private static byte[] leading(Sheet sheet, int at, int bits, int size) {
        int count = (bits + 7) / 8;
        sheet.need(at, count);
        byte[] address = new byte[size];
        System.arraycopy(sheet.bytes(), at, address, 0, count);
        if (bits % 8 != 0) {
            address[count - 1] &= (byte) (0xff00 >> bits % 8);
        }
        return address;
    }

    private static void label(Sheet sheet, int at) {
        sheet.text(", label:").number(sheet.be24(at) >> 4);
        sheet.text((sheet.u8(at + 2) & 1) == 0 ? " (BOGUS: Bottom of Stack NOT set!)" : " (bottom)");
    }

    private static int labelled(Sheet sheet, int at, int length, boolean four) {
        if (!sheet.has(at, 4)) {
            return CUT;
        }
        if (length < 4) {
            return MISFIT;
        }
        int bits = sheet.u8(at) - LABEL;
        if (bits < 0 || bits > (four ? 32 : 128)) {
            return ILLEGAL;
        }
        int count = (bits + 7) / 8;
        if (four && length - 4 < count) {
            return MISFIT;
        }
        address(sheet, at + 4, bits, four ? 4 : 16);
        label(sheet, at + 1);
        return 4 + count;
    }

    private static int vpn(Sheet sheet, int at, Kind kind) {
        int bits = sheet.u8(at) - LABEL - DISTINGUISHER;
        int most = kind == Kind.VPN4 ? 32 : kind == Kind.VPN6 ? 128 : 152;
        if (bits < 0 || bits > most) {
            return ILLEGAL;
        }
        int count = (bits + 7) / 8;
        sheet.need(at + 12, count);
        sheet.text("RD: ");
        BgpCommunity.distinguisher(sheet, at + 4);
        sheet.text(", ");
        if (kind == Kind.NSAP_VPN) {
            Nsap.print(sheet.line, leading(sheet, at + 12, bits, 19), 0, count);
            sheet.text("/").number(bits);
        } else {
            address(sheet, at + 12, bits, kind == Kind.VPN4 ? 4 : 16);
        }
        label(sheet, at + 1);
        return 12 + count;
    }

    private static int nsap(Sheet sheet, int at) {
        int bits = sheet.u8(at);
        if (bits > 152) {
            return ILLEGAL;
        }
        int count = (bits + 7) / 8;
        Nsap.print(sheet.line, leading(sheet, at + 4, bits, 19), 0, count);
        sheet.text("/").number(bits);
        return 1 + count;
    }

    private static int distributionTree(Sheet sheet, int at) {
        if (sheet.u8(at) != MDT_BITS) {
            return ILLEGAL;
        }
        if (!sheet.has(at + 1, 8)) {
            return CUT;
        }
        sheet.text("RD: ");
        BgpCommunity.distinguisher(sheet, at + 1);
        sheet.text(", VPN IP Address: ");
        sheet.host4(at + 9);
        sheet.text(", MC Group Address: ");
        sheet.host4(at + 13);
        return 17;
    }

    /** A route of a layer 2 VPN, or one that only discovers (RFC 6074 section 3.2.2). */
    private static int layer2(Sheet sheet, int at) {
        Line line = sheet.line;
        int size = sheet.be16(at);
        int here = at + 2;
        if (size == 12) {
            if (!sheet.has(here, 12)) {
                return CUT;
            }
            line.text("RD: ");
            BgpCommunity.distinguisher(sheet, here);
            line.text(", BGPNH: ");
            sheet.host4(here + 8);
            return size + 2;
        }
        if (size <= 17 || !sheet.has(here, 15)) {
            return CUT;
        }
        line.text("RD: ");
        BgpCommunity.distinguisher(sheet, here);
        line.text(", CE-ID: ").number(sheet.be16(here + 8));
        line.text(", Label-Block Offset: ").number(sheet.be16(here + 10));
        line.text(", Label Base ").number(sheet.be24(here + 12) >> 4);
        circuits(sheet, here + 15, size - 15);
        return size + 2;
    }

    private static void circuits(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 0) {
            if (rest < 3) {
                line.text("\n\t\tran past the end");
                return;
            }
            int type = sheet.u8(here);
            int bits = sheet.be16(here + 1);
            int count = (bits + 7) / 8;
            here += 3;
            if (type == 1) {
                line.text("\n\t\tcircuit status vector (").number(type);
                line.text(") length: ").number(bits).text(": 0x");
            } else {
                line.text("\n\t\tunknown TLV #").number(type).text(", length: ").number(bits);
            }
            if (rest < count) {
                if (type == 1) {
                    for (int i = 0; i < rest; i++) {
                        line.hex(sheet.u8(here + i), 2);
                    }
                }
                line.text(" (ran past the end)");
                return;
            }
            if (type == 1) {
                for (int i = 0; i < count; i++) {
                    line.hex(sheet.u8(here + i), 2);
                }
                here += count;
            }
            rest -= count;
        }
    }

    private static int routeTarget(Sheet sheet, int at) {
        Line line = sheet.line;
        int bits = sheet.u8(at);
        if (bits == 0) {
            line.text("\n\t      default route target");
            return 1;
        }
        if (bits < 32) {
            line.text("\n\t      (illegal prefix length)");
            return ILLEGAL;
        }
        long system = sheet.be32(at + 1);
        bits -= 32;
        if (bits > 64) {
            line.text("\n\t      (illegal prefix length)");
            return ILLEGAL;
        }
        byte[] target = leading(sheet, at + 5, bits, 8);
        line.text("\n\t      origin AS: ");
        Bgp.system(sheet, system);
        line.text(", ");
        target(sheet, target, bits);
        return 5 + (bits + 7) / 8;
    }

    private static void target(Sheet sheet, byte[] target, int bits) {
        Line line = sheet.line;
        if (bits == 0) {
            line.text("route-target: 0:0/0");
            return;
        }
        byte[] known = Arrays.copyOf(target, (bits + 7) / 8);
        if (bits < 16) {
            line.text("route-target: partial-type: (");
            pairs(line, known);
            line.put('/').number(bits).put(')');
            return;
        }
        int type = Octets.be16(target, 0);
        switch (type) {
            case 0x0002 ->
                line.text("route-target: ")
                        .number(Octets.be16(target, 2))
                        .put(':')
                        .number(Octets.be32(target, 4));
            case 0x0102 ->
                line.text("route-target: ")
                        .ip4((int) Octets.be32(target, 2))
                        .put(':')
                        .number(Octets.be16(target, 6));
            case 0x0202 -> {
                line.text("route-target: ");
                Bgp.system(sheet, Octets.be32(target, 2));
                line.put(':').number(Octets.be16(target, 6));
            }
            default -> {
                line.text("route target: unknown-type(").hex(type, 4).text(") (");
                pairs(line, known);
                line.put('/').number(bits).put(')');
                return;
            }
        }
        line.put('/').number(bits).text(" (");
        pairs(line, known);
        line.put(')');
    }

    private static void pairs(Line line, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            line.hex(bytes[i] & 0xff, 2);
            if (i % 2 == 1 && i < bytes.length - 1) {
                line.put(' ');
            }
        }
    }
}
