package astray.packet.filter;

import astray.packet.LinkType;

/** Questions about how a packet came: its direction and its interface. Few links carry that in the packet. */
final class Metadata {
    private static final int ASIDE_PACKET_TYPE = Tunnels.ASIDE + 4;
    private static final int ASIDE_INTERFACE = Tunnels.ASIDE + 8;

    /** linux/if_packet.h. */
    private static final int PACKET_OUTGOING = 4;

    private Metadata() {}

    static Condition inbound(Layers layers) {
        return switch (layers.link.number()) {
            case 8, 166 -> layers.equal(layers.ofHeader(1, 0), 0); // SLIP, PPP of pppd
            case 226 -> layers.equal(layers.ofHeader(2, 2), 2); // IPNET
            case 117 -> layers.equal(layers.ofHeader(1, FirewallLog.DIRECTION), 1);
            default -> outbound(layers).not();
        };
    }

    static Condition outbound(Layers layers) {
        return switch (layers.link.number()) {
            case 8, 166 -> layers.equal(layers.ofHeader(1, 0), 1); // SLIP, PPP of pppd
            case 226 -> layers.equal(layers.ofHeader(2, 2), 1); // IPNET
            case 113 -> layers.equal(layers.ofHeader(2, 0), PACKET_OUTGOING);
            case 276 -> layers.equal(layers.ofHeader(1, 10), PACKET_OUTGOING);
            case 117 -> layers.equal(layers.ofHeader(1, FirewallLog.DIRECTION), 2);
            case 281, 282 -> layers.equal(layers.ofHeader(1, tagAt(layers)), 0x20, 0xe0);
            case 284, 285 -> layers.equal(layers.ofHeader(1, tagAt(layers)), 0x40, 0xc0);
            default -> {
                if (!layers.settings.live) {
                    throw new FilterException(
                            "inbound/outbound not supported on " + layers.linkName() + " when reading savefiles");
                }
                yield layers.equal(layers.ofPacket(2, ASIDE_PACKET_TYPE), PACKET_OUTGOING);
            }
        };
    }

    /** Where a switch's tag is. */
    private static int tagAt(Layers layers) {
        if (layers.is(LinkType.DSA_BRCM_PREPEND)) {
            return -4;
        }
        return layers.is(LinkType.EDSA) ? 16 : 12;
    }

    static Condition interfaceIs(Layers layers, int index) {
        if (layers.is(LinkType.LINUX_SLL2)) {
            return layers.equal(layers.ofHeader(4, 4), index);
        }
        if (!layers.settings.live) {
            throw new FilterException("ifindex not supported on " + layers.linkName() + " when reading savefiles");
        }
        return layers.equal(layers.ofPacket(4, ASIDE_INTERFACE), index);
    }

    /** How a listing calls a place in the packet: those of what Linux lays aside (linux/filter.h) have names. */
    static String place(int k) {
        return switch (k - Tunnels.ASIDE) {
            case 0 -> "proto";
            case 4 -> "type";
            case 8 -> "ifidx";
            case 12 -> "nla";
            case 16 -> "nlan";
            case 20 -> "mark";
            case 24 -> "queue";
            case 28 -> "hatype";
            case 32 -> "rxhash";
            case 36 -> "cpu";
            case 44 -> "vlan_tci";
            case 48 -> "vlanp";
            case 52 -> "payoff";
            case 56 -> "random";
            case 60 -> "vlan_tpid";
            default -> Integer.toString(k);
        };
    }
}
