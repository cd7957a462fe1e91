package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Expr.Direction;
import astray.packet.filter.Expr.Qualifiers;
import astray.packet.filter.Test.Jump;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions about the addresses of hosts and networks: of IPv4, IPv6, ARP, DECnet, Ethernet and its like, ARCNET. */
final class Addresses {
    private static final byte[] ETHERNET_BROADCAST = {-1, -1, -1, -1, -1, -1};
    private static final byte[] ONE_ZERO = {0};

    private final Layers layers;
    private final LinkLayer link;

    Addresses(Layers layers, LinkLayer link) {
        this.layers = layers;
        this.link = link;
    }

    private static String level(@Nullable Word word) {
        return word == null ? "" : word.name().toLowerCase(Locale.ROOT);
    }

    private static String type(Qualifiers as) {
        return as.type() == Word.NET ? "net" : "host";
    }

    private static Direction ofTwo(Qualifiers as) {
        if (!as.direction().isOfTwo()) {
            throw new FilterException("'" + as.direction().word()
                    + "' is not a valid qualifier for addresses other than 802.11 MAC addresses");
        }
        return as.direction();
    }

    /** An IPv4 address or network; without a protocol also in ARP and RARP. */
    Condition four(int address, int mask, Qualifiers as) {
        Word level = as.protocol();
        if (level == null) {
            Condition ip = four(address, mask, as, Numbers.ETHER_IP, 12, 16);
            // Behind MPLS labels there is only IP.
            return layers.mplsLabels > 0
                    ? ip
                    : ip.or(four(address, mask, as, Numbers.ETHER_ARP, 14, 24))
                            .or(four(address, mask, as, Numbers.ETHER_RARP, 14, 24));
        }
        return switch (level) {
            case IP -> four(address, mask, as, Numbers.ETHER_IP, 12, 16);
            case ARP -> four(address, mask, as, Numbers.ETHER_ARP, 14, 24);
            case RARP -> four(address, mask, as, Numbers.ETHER_RARP, 14, 24);
            case IP6 -> throw new FilterException("'ip6' modifier applied to ip " + type(as));
            case LINK -> throw new FilterException("link-layer modifier applied to " + type(as));
            default -> throw new FilterException("'" + level(level) + "' modifier applied to " + type(as));
        };
    }

    private Condition four(int address, int mask, Qualifiers as, int protocol, int source, int destination) {
        Condition from = link.carries(protocol).and(layers.equal(layers.ofNetwork(4, source), address, mask));
        Condition to = link.carries(protocol).and(layers.equal(layers.ofNetwork(4, destination), address, mask));
        return joined(ofTwo(as), from, to);
    }

    private static Condition joined(Direction direction, Condition from, Condition to) {
        return switch (direction) {
            case SOURCE -> from;
            case DESTINATION -> to;
            case BOTH -> from.and(to);
            default -> from.or(to);
        };
    }

    /** An IPv6 address or network. */
    Condition six(byte[] address, int bits, Qualifiers as) {
        Word level = as.protocol();
        if (level != null && level != Word.IP6) {
            throw new FilterException((level == Word.LINK ? "link-layer" : "'" + level(level) + "'")
                    + " modifier applied to ip6 " + type(as));
        }
        return joined(ofTwo(as), sixAt(address, bits, 8), sixAt(address, bits, 24));
    }

    private Condition sixAt(byte[] address, int bits, int offset) {
        Condition all = link.carries(Numbers.ETHER_IP6);
        for (int i = 0; i < 4; i++) {
            int value = 0;
            for (int j = 0; j < 4; j++) {
                value = value << 8 | Byte.toUnsignedInt(address[4 * i + j]);
            }
            int masked = Math.clamp(bits - 32 * i, 0, 32);
            int mask = masked == 0 ? 0 : -1 << 32 - masked;
            if (mask != 0) {
                all = all.and(layers.equal(layers.ofNetwork(4, offset + 4 * i), value, mask));
            }
        }
        return all;
    }

    /** A DECnet address, {@code area.node} as one number of 16 bits: in data packets with up to one byte of padding. */
    Condition decnet(int address, Qualifiers as) {
        return joined(ofTwo(as), decnetAt(address, 15, 3), decnetAt(address, 7, 1));
    }

    private Condition decnetAt(int address, int inLong, int inShort) {
        int swapped = Short.toUnsignedInt(Short.reverseBytes((short) address));
        Condition shortPlain = layers.equal(layers.ofNetwork(1, 2), 0x02, 0x07)
                .and(layers.equal(layers.ofNetwork(2, 2 + inShort), swapped));
        Condition shortPadded = layers.equal(layers.ofNetwork(2, 2), 0x8102, 0xff07)
                .and(layers.equal(layers.ofNetwork(2, 3 + inShort), swapped));
        Condition longPlain = layers.equal(layers.ofNetwork(1, 2), 0x06, 0x07)
                .and(layers.equal(layers.ofNetwork(2, 2 + inLong), swapped));
        Condition longPadded = layers.equal(layers.ofNetwork(2, 2), 0x8106, 0xff07)
                .and(layers.equal(layers.ofNetwork(2, 3 + inLong), swapped));
        return link.carries(Numbers.ETHER_DECNET).and(shortPlain.or(shortPadded.or(longPlain.or(longPadded))));
    }

    /** An address of the link itself, of six bytes. */
    Condition ofLink(byte[] address, Direction direction) {
        if (layers.isWireless()) {
            return Wireless.host(layers, address, direction);
        }
        int source;
        int destination;
        if (isLikeEthernet()) {
            source = 6;
            destination = 0;
        } else {
            switch (layers.link.number()) {
                case 10 -> { // FDDI
                    source = 7;
                    destination = 1;
                }
                case 6 -> { // token ring
                    source = 8;
                    destination = 2;
                }
                case 122 -> { // IP over Fibre Channel
                    source = 10;
                    destination = 2;
                }
                default ->
                    throw new FilterException("ethernet addresses supported only on"
                            + " ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel");
            }
        }
        if (!direction.isOfTwo()) {
            throw new FilterException("'" + direction.word() + "' is only supported on 802.11 with 802.11 headers");
        }
        Condition host = joined(direction, layers.headerIs(source, address), layers.headerIs(destination, address));
        return hasFrame().and(host);
    }

    private boolean isLikeEthernet() {
        return layers.isEthernet()
                || layers.is(LinkType.DSA)
                || layers.is(LinkType.DSA_BRCM)
                || layers.is(LinkType.DSA_BRCM_PREPEND)
                || layers.is(LinkType.EDSA);
    }

    /** That there is a link header: within ATM data frames only, within a tunnel not with every packet. */
    private Condition hasFrame() {
        if (layers.tunnelled && layers.payload != null) {
            Value header =
                    layers.values.add(layers.header.computed(), layers.values.constant(layers.header.constant()));
            Value payload =
                    layers.values.add(layers.payload.computed(), layers.values.constant(layers.payload.constant()));
            return header == payload
                    ? Condition.Always.FALSE
                    : layers.values.compare(header, Jump.EQUAL, payload).not();
        }
        Condition data = link.ofLane();
        return data == null ? Condition.Always.TRUE : data;
    }

    /** An address of ARCNET: one byte; the source comes first. */
    Condition arcnet(byte[] address, Direction direction) {
        if (!direction.isOfTwo()) {
            throw new FilterException("'" + direction.word() + "' is only supported on 802.11");
        }
        return joined(direction, layers.headerIs(0, address), layers.headerIs(1, address));
    }

    /** An address with a "$" before it, of a link with addresses of one byte. */
    Condition short_(Token token, Qualifiers as) {
        boolean ofLink = (as.type() == Word.HOST || as.type() == null) && as.protocol() == Word.LINK;
        byte[] address = {(byte) Integer.parseInt(token.text(), 1, token.text().length(), 16)};
        if (layers.is(LinkType.ARCNET) || layers.is(LinkType.ARCNET_LINUX)) {
            if (!ofLink) {
                throw new FilterException("ARCnet address used in non-arc expression");
            }
            return arcnet(address, as.direction());
        }
        if (layers.is(LinkType.BACNET_MS_TP)) {
            if (!ofLink) {
                throw new FilterException("MS/TP address used in non-link expression");
            }
            return serial(address, as.direction());
        }
        throw new FilterException("aid supported only on ARCnet and MS/TP");
    }

    /** An address of BACnet MS/TP: one byte, behind the preamble and the type. */
    private Condition serial(byte[] address, Direction direction) {
        if (!direction.isOfTwo()) {
            throw new FilterException("'" + direction.word() + "' is only supported on 802.11");
        }
        return joined(direction, layers.headerIs(4, address), layers.headerIs(3, address));
    }

    /** {@code broadcast}, of the link or of IPv4. */
    Condition broadcast(@Nullable Word level) {
        if (level == Word.IP) {
            Settings settings = layers.settings;
            if (!settings.netmaskKnown) {
                throw new FilterException("netmask not known, so 'ip broadcast' not supported");
            }
            Value to = layers.masked(layers.ofNetwork(4, 16), ~settings.netmask);
            return link.carries(Numbers.ETHER_IP).and(layers.equal(to, 0).or(layers.equal(to, ~settings.netmask)));
        }
        if (level != null && level != Word.LINK) {
            throw new FilterException("only link-layer/IP broadcast filters supported");
        }
        if (layers.is(LinkType.ARCNET) || layers.is(LinkType.ARCNET_LINUX)) {
            return arcnet(ONE_ZERO, Direction.DESTINATION);
        }
        if (layers.is(LinkType.BACNET_MS_TP)) {
            return serial(new byte[] {-1}, Direction.DESTINATION);
        }
        if (!hasLinkAddresses()) {
            throw new FilterException("not a broadcast link");
        }
        return ofLink(ETHERNET_BROADCAST, Direction.DESTINATION);
    }

    private boolean hasLinkAddresses() {
        return isLikeEthernet()
                || layers.isWireless()
                || layers.is(LinkType.FDDI)
                || layers.is(LinkType.TOKEN_RING)
                || layers.is(LinkType.IP_OVER_FC);
    }

    /** {@code multicast}, of the link, of IPv4 or of IPv6. */
    Condition multicast(@Nullable Word level) {
        if (level == Word.IP) {
            return link.carries(Numbers.ETHER_IP).and(layers.equal(layers.ofNetwork(1, 16), 0xe0, 0xf0));
        }
        if (level == Word.IP6) {
            return link.carries(Numbers.ETHER_IP6).and(layers.equal(layers.ofNetwork(1, 24), 0xff));
        }
        if (level == null || level == Word.LINK) {
            if (layers.is(LinkType.ARCNET) || layers.is(LinkType.ARCNET_LINUX)) {
                return arcnet(ONE_ZERO, Direction.DESTINATION);
            }
            if (layers.isWireless()) {
                return Wireless.multicast(layers);
            }
            if (isLikeEthernet()) {
                return hasFrame().and(layers.anyBit(layers.ofHeader(1, 0), 1));
            }
            if (hasLinkAddresses()) {
                return layers.anyBit(layers.ofHeader(1, layers.is(LinkType.FDDI) ? 1 : 2), 1);
            }
        }
        throw new FilterException("link-layer multicast filters supported only on"
                + " ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel");
    }

    /** A name of a host, in IPv4 and IPv6. */
    Condition named(String name, Qualifiers as) {
        if (as.protocol() == Word.LINK) {
            byte[] address = layers.settings.names.ethernet(name);
            if (!hasLinkAddresses()) {
                throw new FilterException("only ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel"
                        + " supports link-level host name");
            }
            if (address == null) {
                throw new FilterException("unknown ether host '" + name + "'");
            }
            return ofLink(address, as.direction());
        }
        if (as.protocol() == Word.DECNET) {
            throw new FilterException("invalid DECnet address '" + name + "'");
        }
        Condition any = null;
        boolean addressed = false;
        boolean typeless = layers.type == null && as.protocol() == null;
        for (byte[] address : layers.settings.names.addresses(name)) {
            addressed = true;
            Condition one;
            if (address.length == 4 && as.protocol() != Word.IP6) {
                Qualifiers ip = typeless ? new Qualifiers(Word.IP, as.direction(), as.type(), false) : as;
                one = four(Forms.fromBytes(address), -1, ip);
            } else if (address.length == 16 && as.protocol() != Word.IP) {
                one = six(Arrays.copyOf(address, 16), 128, as);
            } else {
                continue;
            }
            any = any == null ? one : any.or(one);
        }
        if (any == null) {
            throw new FilterException(
                    "unknown host '" + name + "'" + (addressed ? " for specified address family" : ""));
        }
        return any;
    }

    /** A name of a network. */
    Condition networkNamed(String name, Qualifiers as) {
        Integer network = layers.settings.names.network(name);
        if (network == null || network == 0) {
            throw new FilterException("unknown network '" + name + "'");
        }
        return four(Forms.leftmost(network), Forms.leftmostMask(network), as);
    }

    /** A host that passes on packets of others: its address on the link, and none of its own above. */
    Condition gateway(String name, Qualifiers as) {
        Word level = as.protocol();
        if (level != null && level != Word.IP && level != Word.ARP && level != Word.RARP) {
            throw new FilterException("illegal modifier of 'gateway'");
        }
        byte[] ethernet = layers.settings.names.ethernet(name);
        if (ethernet == null) {
            throw new FilterException("unknown ether host: " + name);
        }
        if (!hasLinkAddresses()) {
            throw new FilterException(
                    "'gateway' supported only on" + " ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel");
        }
        Condition own = null;
        for (byte[] address : layers.settings.names.addresses(name)) {
            if (address.length == 4) {
                Condition one =
                        four(Forms.fromBytes(address), -1, new Qualifiers(level, Direction.EITHER, Word.HOST, false));
                own = own == null ? one : own.or(one);
            }
        }
        if (own == null) {
            throw new FilterException("unknown host '" + name + "'");
        }
        return ofLink(ethernet, Direction.EITHER).and(own.not());
    }
}
