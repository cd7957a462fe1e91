package astray.packet.filter;

import static astray.packet.LinkType.APPLE_IP_OVER_IEEE1394;
import static astray.packet.LinkType.ARCNET;
import static astray.packet.LinkType.ARCNET_LINUX;
import static astray.packet.LinkType.ATM_CLIP;
import static astray.packet.LinkType.ATM_RFC1483;
import static astray.packet.LinkType.BACNET_MS_TP;
import static astray.packet.LinkType.C_HDLC;
import static astray.packet.LinkType.DSA;
import static astray.packet.LinkType.DSA_BRCM;
import static astray.packet.LinkType.DSA_BRCM_PREPEND;
import static astray.packet.LinkType.EDSA;
import static astray.packet.LinkType.ENC;
import static astray.packet.LinkType.FDDI;
import static astray.packet.LinkType.FRELAY;
import static astray.packet.LinkType.IPNET;
import static astray.packet.LinkType.IPV4;
import static astray.packet.LinkType.IPV6;
import static astray.packet.LinkType.IP_OVER_FC;
import static astray.packet.LinkType.LINUX_SLL;
import static astray.packet.LinkType.LINUX_SLL2;
import static astray.packet.LinkType.LOOP;
import static astray.packet.LinkType.LTALK;
import static astray.packet.LinkType.NETANALYZER;
import static astray.packet.LinkType.NETANALYZER_TRANSPARENT;
import static astray.packet.LinkType.NULL;
import static astray.packet.LinkType.PFLOG;
import static astray.packet.LinkType.PPP;
import static astray.packet.LinkType.PPP_BSDOS;
import static astray.packet.LinkType.PPP_ETHER;
import static astray.packet.LinkType.PPP_HDLC;
import static astray.packet.LinkType.PPP_PPPD;
import static astray.packet.LinkType.RAW;
import static astray.packet.LinkType.SLIP;
import static astray.packet.LinkType.SLIP_BSDOS;
import static astray.packet.LinkType.SUNATM;
import static astray.packet.LinkType.TOKEN_RING;
import static astray.packet.filter.Numbers.ETHER_AARP;
import static astray.packet.filter.Numbers.ETHER_ARP;
import static astray.packet.filter.Numbers.ETHER_ATALK;
import static astray.packet.filter.Numbers.ETHER_IP;
import static astray.packet.filter.Numbers.ETHER_IP6;
import static astray.packet.filter.Numbers.ETHER_IPX;
import static astray.packet.filter.Numbers.ETHER_MTU;
import static astray.packet.filter.Numbers.ETHER_RARP;
import static astray.packet.filter.Numbers.LLC_IP;
import static astray.packet.filter.Numbers.LLC_IPX;
import static astray.packet.filter.Numbers.LLC_ISO;
import static astray.packet.filter.Numbers.LLC_NETBEUI;
import static astray.packet.filter.Numbers.LLC_SNAP;

import astray.packet.LinkType;
import astray.packet.filter.Layers.Place;
import astray.packet.filter.Test.Jump;
import java.util.Map;

/**
 * How each kind of link tells what it carries. A protocol is given as an Ethernet type, or below 1536 as an LLC service
 * access point.
 */
final class LinkLayer {
    /** The headers of a link: where the type is (−1 for nowhere), where the payload begins, and the network in it. */
    private record Shape(int type, int payload, int network, int networkWithoutSnap) {}

    private static final int NOWHERE = -1;

    private static final Map<LinkType, Shape> SHAPES = Map.ofEntries(
            Map.entry(ARCNET, new Shape(2, 6, 0, 0)),
            Map.entry(ARCNET_LINUX, new Shape(4, 8, 0, 0)),
            Map.entry(LinkType.ETHERNET, new Shape(12, 14, 0, 3)),
            Map.entry(DSA_BRCM, new Shape(16, 18, 0, 3)),
            Map.entry(DSA, new Shape(16, 18, 0, 3)),
            Map.entry(EDSA, new Shape(20, 22, 0, 3)),
            Map.entry(DSA_BRCM_PREPEND, new Shape(16, 18, 0, 3)),
            Map.entry(SLIP, new Shape(NOWHERE, 16, 0, 0)),
            Map.entry(SLIP_BSDOS, new Shape(NOWHERE, 24, 0, 0)),
            Map.entry(NULL, new Shape(0, 4, 0, 0)),
            Map.entry(LOOP, new Shape(0, 4, 0, 0)),
            Map.entry(ENC, new Shape(0, 12, 0, 0)),
            Map.entry(PPP, new Shape(2, 4, 0, 0)),
            Map.entry(PPP_PPPD, new Shape(2, 4, 0, 0)),
            Map.entry(C_HDLC, new Shape(2, 4, 0, 0)),
            Map.entry(PPP_HDLC, new Shape(2, 4, 0, 0)),
            Map.entry(PPP_ETHER, new Shape(6, 8, 0, 0)),
            Map.entry(PPP_BSDOS, new Shape(5, 24, 0, 0)),
            Map.entry(FDDI, new Shape(13, 13, 8, 3)),
            Map.entry(TOKEN_RING, new Shape(14, 14, 8, 3)),
            Map.entry(ATM_RFC1483, new Shape(0, 0, 8, 3)),
            Map.entry(ATM_CLIP, new Shape(0, 0, 8, 3)),
            Map.entry(SUNATM, new Shape(4, 4, 8, 3)),
            Map.entry(RAW, new Shape(NOWHERE, 0, 0, 0)),
            Map.entry(IPV4, new Shape(NOWHERE, 0, 0, 0)),
            Map.entry(IPV6, new Shape(NOWHERE, 0, 0, 0)),
            Map.entry(LINUX_SLL, new Shape(14, 16, 0, 0)),
            Map.entry(LINUX_SLL2, new Shape(0, 20, 0, 0)),
            Map.entry(LTALK, new Shape(NOWHERE, 0, 0, 0)),
            Map.entry(IP_OVER_FC, new Shape(16, 16, 8, 3)),
            Map.entry(FRELAY, new Shape(NOWHERE, 0, 0, 0)),
            Map.entry(APPLE_IP_OVER_IEEE1394, new Shape(16, 18, 0, 0)),
            Map.entry(new LinkType(99), new Shape(6, 44, 0, 0)),
            Map.entry(PFLOG, new Shape(0, 0, 0, 0)),
            Map.entry(IPNET, new Shape(1, 24, 0, 0)),
            Map.entry(NETANALYZER, new Shape(16, 18, 0, 3)),
            Map.entry(NETANALYZER_TRANSPARENT, new Shape(24, 26, 0, 3)));

    /** Numbers of address families in headers: IPv4's is the same everywhere. */
    private static final int AF_INET = 2;

    /** IPv6's on NetBSD and OpenBSD, on FreeBSD, on Darwin: the systems that have such headers. */
    private static final int[] AF_INET6 = {24, 28, 30};

    /** What the cooked header of Linux has for a type where the frame is of 802.3 (linux/if_ether.h). */
    private static final int COOKED_802_3 = 1;

    private static final int COOKED_802_2 = 4;

    private final Layers layers;

    LinkLayer(Layers layers) {
        this.layers = layers;
        if (layers.is(new LinkType(12))) {
            layers.link = RAW;
        }
        Shape shape = SHAPES.get(layers.link);
        if (shape != null) {
            layers.type = shape.type == NOWHERE ? null : new Place(null, shape.type);
            layers.payload = new Place(null, shape.payload);
            layers.network = shape.network;
            layers.networkWithoutSnap = shape.networkWithoutSnap;
        } else if (layers.isWireless()) {
            Wireless.lay(layers);
        } else {
            layers.type = null;
            layers.payload = null;
        }
        if (layers.is(NETANALYZER)) {
            layers.header = new Place(null, 4);
        } else if (layers.is(NETANALYZER_TRANSPARENT)) {
            layers.header = new Place(null, 12);
        } else if (layers.is(DSA_BRCM_PREPEND)) {
            layers.header = new Place(null, 4);
        } else if (layers.is(PFLOG)) {
            // The header says its own length, which is rounded up to a multiple of four.
            Value length = layers.values.add(layers.ofPacket(1, 0), layers.values.constant(3));
            layers.payload = new Place(layers.masked(length, ~3), 0);
        }
        layers.previousHeader = layers.header;
    }

    /** Whether the link carries a protocol. */
    Condition carries(int protocol) {
        if (layers.mplsLabels > 0) {
            return underLabels(protocol);
        }
        LinkType link = layers.link;
        if (layers.isEthernet()
                || link.equals(DSA)
                || link.equals(DSA_BRCM)
                || link.equals(EDSA)
                || link.equals(DSA_BRCM_PREPEND)) {
            Condition data = ofLane();
            return data == null ? ethernet(protocol) : data.and(ethernet(protocol));
        }
        if (layers.isWireless()) {
            return Wireless.isData(layers).and(llc(protocol));
        }
        if (link.equals(SUNATM)) {
            return Telecom.isLlc(layers).and(llc(protocol));
        }
        return switch (link.number()) {
            case 10, 6, 100, 106, 122 -> llc(protocol);
            case 104 -> layers.equal(layers.ofType(2, 0), protocol == LLC_ISO ? 0xfefe : protocol);
            case 113 -> cooked(protocol);
            case 8, 102, 101 -> raw(protocol);
            case 228 -> protocol == ETHER_IP ? Condition.Always.TRUE : Condition.Always.FALSE;
            case 229 -> protocol == ETHER_IP6 ? Condition.Always.TRUE : Condition.Always.FALSE;
            case 9, 166, 50, 51 -> layers.equal(layers.ofType(2, 0), Numbers.ofPpp(protocol));
            case 103 -> pppOfBsdOs(protocol);
            case 0, 108, 109 -> loopback(protocol);
            case 117 -> firewall(protocol);
            case 7, 129 -> arcnet(protocol);
            case 114 -> protocol == ETHER_ATALK ? Condition.Always.TRUE : Condition.Always.FALSE;
            case 107 -> frameRelay(protocol);
            case 165 -> layers.equal(layers.ofHeader(4, 0), 0x55ff0000, 0xffff0000);
            case 226 -> ipnet(protocol);
            default -> {
                if (layers.type == null || link.equals(BACNET_MS_TP)) {
                    throw new FilterException(layers.linkName() + " link-layer type filtering not implemented");
                }
                yield layers.equal(layers.ofType(2, 0), protocol);
            }
        };
    }

    /** Whether small numbers of protocols are service access points of LLC there. */
    boolean hasLlc() {
        return layers.isEthernet()
                || layers.isWireless()
                || switch (layers.link.number()) {
                    case 6, 10, 100, 106, 113, 122, 123, 281, 282, 284, 285 -> true;
                    default -> false;
                };
    }

    /** Behind MPLS labels only the version number in the first byte tells, and that the label was the last. */
    private Condition underLabels(int protocol) {
        int version = switch (protocol) {
            case ETHER_IP, Numbers.PPP_IP -> 0x40;
            case ETHER_IP6, Numbers.PPP_IP6 -> 0x60;
            default -> throw new FilterException("unsupported protocol over mpls");
        };
        Condition last = layers.equal(layers.ofNetwork(1, -2), 0x01, 0x01);
        return last.and(layers.equal(layers.ofNetwork(1, 0), version, 0xf0));
    }

    /** For a LAN's frame within ATM: that it is data, not control. Null for any other. */
    @org.jspecify.annotations.Nullable
    Condition ofLane() {
        if (!layers.previousLink.equals(SUNATM) || layers.tunnelled) {
            return null;
        }
        return layers.equal(layers.ofPreviousHeader(2, 4), 0xff00).not();
    }

    private Condition is8023() {
        return layers.compare(layers.ofType(2, 0), Jump.GREATER, ETHER_MTU).not();
    }

    private Condition ethernet(int protocol) {
        return switch (protocol) {
            case LLC_ISO, LLC_IP, LLC_NETBEUI ->
                is8023().and(layers.equal(layers.ofPayload(2, 0), protocol << 8 | protocol));
            case LLC_IPX -> {
                Condition sap = layers.equal(layers.ofPayload(1, 0), LLC_IPX);
                Condition raw = layers.equal(layers.ofPayload(2, 0), 0xffff);
                Condition in8023 = is8023().and(snap(0, ETHER_IPX).or(sap.or(raw)));
                yield layers.equal(layers.ofType(2, 0), ETHER_IPX).or(in8023);
            }
            case ETHER_ATALK, ETHER_AARP -> {
                Condition inSnap = is8023().and(snap(protocol == ETHER_ATALK ? 0x080007 : 0, protocol));
                yield layers.equal(layers.ofType(2, 0), protocol).or(inSnap);
            }
            default ->
                protocol <= ETHER_MTU
                        ? is8023().and(layers.equal(layers.ofType(1, 2), protocol))
                        : layers.equal(layers.ofType(2, 0), protocol);
        };
    }

    /** A SNAP header of an organisation and a protocol. */
    private Condition snap(int organisation, int protocol) {
        return layers.payloadIs(0, new byte[] {
            (byte) LLC_SNAP,
            (byte) LLC_SNAP,
            3,
            (byte) (organisation >> 16),
            (byte) (organisation >> 8),
            (byte) organisation,
            (byte) (protocol >> 8),
            (byte) protocol
        });
    }

    private Condition llc(int protocol) {
        return switch (protocol) {
            case LLC_IP, LLC_ISO, LLC_NETBEUI -> layers.equal(layers.ofPayload(2, 0), protocol << 8 | protocol);
            case ETHER_ATALK -> snap(0x080007, ETHER_ATALK);
            default ->
                protocol <= ETHER_MTU
                        ? layers.equal(layers.ofPayload(1, 0), protocol)
                        : layers.equal(layers.ofPayload(2, 6), protocol);
        };
    }

    private Condition cooked(int protocol) {
        Condition is8022 = layers.equal(layers.ofType(2, 0), COOKED_802_2);
        return switch (protocol) {
            case LLC_ISO, LLC_IP, LLC_NETBEUI ->
                is8022.and(layers.equal(layers.ofPayload(2, 0), protocol << 8 | protocol));
            case LLC_IPX -> {
                Condition sap = layers.equal(layers.ofPayload(1, 0), LLC_IPX);
                Condition inLlc = is8022.and(sap.or(snap(0, ETHER_IPX)));
                Condition is8023 = layers.equal(layers.ofType(2, 0), COOKED_802_3);
                yield layers.equal(layers.ofType(2, 0), ETHER_IPX).or(is8023.or(inLlc));
            }
            case ETHER_ATALK, ETHER_AARP -> {
                Condition inSnap = is8022.and(snap(protocol == ETHER_ATALK ? 0x080007 : 0, protocol));
                yield layers.equal(layers.ofType(2, 0), protocol).or(inSnap);
            }
            default ->
                protocol <= ETHER_MTU
                        ? is8022.and(layers.equal(layers.ofPayload(1, 0), protocol))
                        : layers.equal(layers.ofType(2, 0), protocol);
        };
    }

    private Condition raw(int protocol) {
        return switch (protocol) {
            case ETHER_IP -> layers.equal(layers.ofPayload(1, 0), 0x40, 0xf0);
            case ETHER_IP6 -> layers.equal(layers.ofPayload(1, 0), 0x60, 0xf0);
            default -> Condition.Always.FALSE;
        };
    }

    private Condition pppOfBsdOs(int protocol) {
        Value type = layers.ofType(2, 0);
        if (protocol != ETHER_IP) {
            return layers.equal(type, Numbers.ofPpp(protocol));
        }
        // Also with the headers of TCP compressed after Van Jacobson.
        Condition plain = layers.equal(type, Numbers.PPP_IP).or(layers.equal(type, 0x2d));
        return plain.or(layers.equal(type, 0x2f));
    }

    private Condition loopback(int protocol) {
        if (protocol != ETHER_IP && protocol != ETHER_IP6) {
            return Condition.Always.FALSE;
        }
        if (protocol == ETHER_IP) {
            return family(AF_INET);
        }
        return family(AF_INET6[0]).or(family(AF_INET6[1])).or(family(AF_INET6[2]));
    }

    private Condition family(int family) {
        boolean asWritten = !layers.is(LOOP) && layers.settings.littleEndian;
        return layers.equal(layers.ofHeader(4, 0), asWritten ? Integer.reverseBytes(family) : family);
    }

    private Condition firewall(int protocol) {
        return switch (protocol) {
            case ETHER_IP -> layers.equal(layers.ofHeader(1, 1), AF_INET);
            case ETHER_IP6 -> layers.equal(layers.ofHeader(1, 1), AF_INET6[0]);
            default -> Condition.Always.FALSE;
        };
    }

    private Condition arcnet(int protocol) {
        Value type = layers.ofType(1, 0);
        return switch (protocol) {
            case ETHER_IP6 -> layers.equal(type, 0xc4);
            case ETHER_IP -> layers.equal(type, 0xd4).or(layers.equal(type, 0xf0));
            case ETHER_ARP -> layers.equal(type, 0xd5).or(layers.equal(type, 0xf1));
            case ETHER_RARP -> layers.equal(type, 0xd6);
            case ETHER_ATALK -> layers.equal(type, 0xdd);
            default -> Condition.Always.FALSE;
        };
    }

    /** Frame relay with addresses of two bytes: then the control byte and the network layer's identifier. */
    private Condition frameRelay(int protocol) {
        Value both = layers.ofHeader(2, 2);
        return switch (protocol) {
            case ETHER_IP -> layers.equal(both, 0x03cc);
            case ETHER_IP6 -> layers.equal(both, 0x038e);
            case LLC_ISO -> {
                Condition esOrIs = layers.equal(both, 0x0382).or(layers.equal(both, 0x0383));
                yield layers.equal(both, 0x0381).or(esOrIs);
            }
            default -> Condition.Always.FALSE;
        };
    }

    private Condition ipnet(int protocol) {
        return switch (protocol) {
            case ETHER_IP -> layers.equal(layers.ofType(1, 0), 2);
            case ETHER_IP6 -> layers.equal(layers.ofType(1, 0), 26);
            default -> Condition.Always.FALSE;
        };
    }
}
