package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Layers.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrapped around packets: each word asks for a wrapping, and moves on to what is inside. */
final class Tunnels {
    private static final int GENEVE_PORT = 6081;
    private static final int VXLAN_PORT = 4789;
    private static final int UDP_HEADER = 8;
    private static final int IP6_HEADER = 40;

    /** Where Linux's filters find what was laid aside (linux/filter.h, SKF_AD_OFF). */
    static final int ASIDE = -0x1000;

    private static final int ASIDE_VLAN_TAG = ASIDE + 44;
    private static final int ASIDE_VLAN_PRESENT = ASIDE + 48;

    private final Layers layers;
    private final LinkLayer link;
    private final Ports ports;

    Tunnels(Layers layers, LinkLayer link, Ports ports) {
        this.layers = layers;
        this.link = link;
        this.ports = ports;
    }

    private static int checked(Token number, int most, String what) {
        if (Integer.compareUnsigned(number.number(), most) > 0) {
            throw new FilterException(
                    what + " " + Integer.toUnsignedString(number.number()) + " greater than maximum " + most);
        }
        return number.number();
    }

    private Place payload() {
        if (layers.payload == null) {
            throw new FilterException("no such headers on " + layers.linkName());
        }
        return layers.payload;
    }

    /** A VLAN tag, perhaps of one number. */
    Condition vlan(@Nullable Token tag) {
        if (layers.mplsLabels > 0) {
            throw new FilterException("no VLAN match after MPLS");
        }
        if (!layers.isEthernet() && !layers.isWireless() && !isSwitch() || layers.type == null) {
            throw new FilterException("no VLAN support for " + layers.linkName());
        }
        boolean aside = layers.settings.vlanAside
                && layers.vlanTags == 0
                && layers.is(LinkType.ETHERNET)
                && layers.header.computed() == null;
        Condition tagged = link.carries(Numbers.ETHER_VLAN)
                .or(link.carries(Numbers.ETHER_QINQ))
                .or(link.carries(Numbers.ETHER_QINQ_OLD));
        Condition numbered =
                tag == null ? null : layers.equal(layers.ofNetwork(2, 0), checked(tag, 0x0fff, "VLAN tag"), 0x0fff);
        Condition all = numbered == null ? tagged : tagged.and(numbered);
        if (aside) {
            Condition laid = layers.equal(layers.ofPacket(1, ASIDE_VLAN_PRESENT), 1);
            Condition both = numbered == null || tag == null
                    ? laid
                    : laid.and(layers.equal(layers.ofPacket(2, ASIDE_VLAN_TAG), tag.number(), 0x0fff));
            all = both.or(all);
            Values values = layers.values;
            Value moved = values.select(laid, values.constant(0), values.constant(4));
            layers.payload = new Place(moved, payload().constant());
            layers.type = new Place(moved, layers.type.constant());
        } else {
            layers.payload = payload().plus(4);
            layers.type = layers.type.plus(4);
        }
        layers.vlanTags++;
        return all;
    }

    private boolean isSwitch() {
        return layers.is(LinkType.DSA)
                || layers.is(LinkType.DSA_BRCM)
                || layers.is(LinkType.DSA_BRCM_PREPEND)
                || layers.is(LinkType.EDSA);
    }

    /** An MPLS label, perhaps of one number. */
    Condition mpls(@Nullable Token label) {
        Condition labelled;
        if (layers.mplsLabels > 0) {
            // The label before was not the last of its stack.
            labelled = layers.equal(layers.ofNetwork(1, -2), 0, 0x01);
        } else if (layers.isEthernet() || layers.is(LinkType.C_HDLC)) {
            labelled = link.carries(Numbers.ETHER_MPLS);
        } else if (layers.is(LinkType.PPP)) {
            labelled = link.carries(Numbers.PPP_MPLS);
        } else {
            throw new FilterException("no MPLS support for " + layers.linkName());
        }
        if (label != null) {
            int value = checked(label, 0xfffff, "MPLS label") << 12;
            labelled = labelled.and(layers.equal(layers.ofNetwork(4, 0), value, 0xfffff000));
        }
        layers.network += 4;
        layers.networkWithoutSnap += 4;
        layers.mplsLabels++;
        return labelled;
    }

    /** PPPoE discovery: nothing is inside. */
    Condition pppoed() {
        return link.carries(Numbers.ETHER_PPPOED);
    }

    /** A PPPoE session, perhaps of one number: inside is PPP without its framing. */
    Condition pppoes(@Nullable Token session) {
        Condition all = link.carries(Numbers.ETHER_PPPOES);
        if (session != null) {
            int value = checked(session, 0xffff, "PPPoE session number");
            all = all.and(layers.equal(layers.ofNetwork(4, 0), value, 0xffff));
        }
        layers.enter(LinkType.PPP, payload().plus(layers.network + 6));
        layers.type = layers.header;
        layers.payload = new Place(payload().computed(), layers.header.constant() + 2);
        layers.network = 0;
        layers.networkWithoutSnap = 0;
        return all;
    }

    /**
     * How long the headers are up to and with that of IP, without what the payload's constant part counts. The packet
     * is known to be of IPv4 or IPv6: the last question that tells them apart suffices.
     */
    private Value outerHeaderLength() {
        Values values = layers.values;
        Value ip6 = values.add(payload().computed(), values.constant(IP6_HEADER));
        Value ip4 = layers.transport4();
        Condition four = Condition.last(link.carries(Numbers.ETHER_IP));
        return four instanceof Test
                ? values.select(four, ip4, ip6)
                : values.select(Condition.last(link.carries(Numbers.ETHER_IP6)), ip6, ip4);
    }

    /** Geneve (RFC 8926), perhaps of one network: inside is Ethernet, or another protocol without a link header. */
    Condition geneve(@Nullable Token network) {
        Condition all = overUdp(GENEVE_PORT, 0, 0xc0, network, "Geneve VNI");
        Values values = layers.values;
        Value start = outerHeaderLength();
        int constant = payload().constant() + layers.network + UDP_HEADER;
        Value options =
                values.combine(Op.MULTIPLY, layers.masked(values.load(1, start, constant), 0x3f), values.constant(4));
        Value header = values.combine(Op.ADD, start, values.combine(Op.ADD, options, values.constant(constant + 8)));
        Value typeInGeneve = values.combine(Op.ADD, start, values.constant(constant + 2));
        Condition bridged = layers.equal(values.load(2, start, constant + 2), Numbers.ETHER_TEB);
        layers.enter(LinkType.ETHERNET, new Place(header, 0));
        Value typeInFrame = values.combine(Op.ADD, header, values.constant(12));
        Value behindFrame = values.combine(Op.ADD, header, values.constant(14));
        layers.type = new Place(values.select(bridged, typeInFrame, typeInGeneve), 0);
        layers.payload = new Place(values.select(bridged, behindFrame, header), 0);
        layers.network = 0;
        layers.tunnelled = true;
        return all;
    }

    /** VXLAN (RFC 7348), perhaps of one network: inside is Ethernet. */
    Condition vxlan(@Nullable Token network) {
        Condition all = overUdp(VXLAN_PORT, 0x08, 0x08, network, "VXLAN VNI");
        Value start = outerHeaderLength();
        int constant = payload().constant() + layers.network + UDP_HEADER + 8;
        layers.enter(LinkType.ETHERNET, new Place(start, constant));
        layers.type = new Place(start, constant + 12);
        layers.payload = new Place(start, constant + 14);
        layers.network = 0;
        layers.tunnelled = true;
        return all;
    }

    private Condition overUdp(int port, int flags, int mask, @Nullable Token network, String what) {
        Condition four = ports.udpTo(port, false).and(layers.equal(layers.ofTransport4(1, UDP_HEADER), flags, mask));
        Condition six = ports.udpTo(port, true).and(layers.equal(layers.ofTransport6(1, UDP_HEADER), flags, mask));
        if (network != null) {
            int value = checked(network, 0xffffff, what) << 8;
            four = four.and(layers.equal(layers.ofTransport4(4, UDP_HEADER + 4), value, 0xffffff00));
            six = six.and(layers.equal(layers.ofTransport6(4, UDP_HEADER + 4), value, 0xffffff00));
        }
        return four.or(six);
    }

    /** B.A.T.M.A.N. Advanced, perhaps of one version and one type; data packets have Ethernet inside. */
    Condition batman(@Nullable Token version, @Nullable Token type) {
        Condition all = link.carries(Numbers.ETHER_BATMAN);
        if (version == null) {
            return all;
        }
        int numbered = checked(version, 255, "batman-adv version");
        all = all.and(layers.equal(layers.ofNetwork(1, 1), numbered));
        if (type == null) {
            return all;
        }
        if (numbered != 14 && numbered != 15) {
            throw new FilterException("batman-adv compatibility version number " + numbered + " unsupported");
        }
        int kind = type.is(Word.NUMBER)
                ? checked(type, 255, "batman-adv packet type")
                : numbered == 14 ? batman14(type.text()) : batman15(type.text());
        all = all.and(layers.equal(layers.ofNetwork(1, 0), kind));
        int header = numbered == 14 ? batman14Length(kind) : batman15Length(kind);
        if (header > 0) {
            layers.enter(LinkType.ETHERNET, payload().plus(layers.network + header));
            layers.type = layers.header.plus(12);
            layers.payload = layers.header.plus(14);
            layers.network = 0;
            layers.networkWithoutSnap = 0;
        }
        return all;
    }

    private static int batman14(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "iv_ogm" -> 1;
            case "icmp" -> 2;
            case "unicast" -> 3;
            case "bcast" -> 4;
            case "vis" -> 5;
            case "unicast_frag" -> 6;
            case "tt_query" -> 7;
            case "roam_adv" -> 8;
            case "unicast_4addr" -> 9;
            case "coded" -> 10;
            default -> throw unknownBatman(name);
        };
    }

    private static int batman15(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "iv_ogm" -> 0;
            case "bcast" -> 1;
            case "coded" -> 2;
            case "elp" -> 3;
            case "ogm2" -> 4;
            case "mcast" -> 5;
            case "unicast" -> 0x40;
            case "unicast_frag" -> 0x41;
            case "unicast_4addr" -> 0x42;
            case "icmp" -> 0x43;
            case "unicast_tvlv" -> 0x44;
            default -> throw unknownBatman(name);
        };
    }

    private static FilterException unknownBatman(String name) {
        return new FilterException("invalid batman-adv packet type value \"" + name + "\"");
    }

    /** The header's length before an Ethernet frame; 0 where none follows. */
    private static int batman14Length(int kind) {
        return switch (kind) {
            case 3 -> 10;
            case 4 -> 14;
            case 6 -> 20;
            case 9 -> 18;
            case 10 -> 46;
            default -> 0;
        };
    }

    private static int batman15Length(int kind) {
        return switch (kind) {
            case 1 -> 14;
            case 2 -> 46;
            case 0x40 -> 10;
            case 0x41 -> 20;
            case 0x42 -> 18;
            default -> 0;
        };
    }
}
