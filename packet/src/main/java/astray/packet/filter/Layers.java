package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Test.Jump;
import org.jspecify.annotations.Nullable;

/**
 * Where in a packet the headers are. Words as {@code vlan}, {@code mpls}, {@code pppoes} and {@code geneve} move this
 * on, for everything that stands after them in the expression, whatever joins it.
 */
final class Layers {
    /**
     * A place in the packet.
     *
     * @param computed what is to be added to the constant; null for nothing
     */
    record Place(@Nullable Value computed, int constant) {
        Place plus(int bytes) {
            return new Place(computed, constant + bytes);
        }
    }

    final Values values;
    final Settings settings;

    /** The innermost link header, and what kind of link that is. */
    LinkType link;

    Place header = new Place(null, 0);

    /** The header around it, where one is: of ATM around a LAN's frame. */
    LinkType previousLink = LinkType.NULL;

    Place previousHeader = new Place(null, 0);

    /** What tells the protocol above the link; null where nothing does. */
    @Nullable
    Place type;

    /** What the link carries: with LLC and SNAP headers, where the link has such. Null where that is not known. */
    @Nullable
    Place payload = new Place(null, 0);

    /** How far into the payload the network header is, with a SNAP header before it and with an LLC header only. */
    int network;

    int networkWithoutSnap;

    /** How many labels and tags were asked for. */
    int mplsLabels;

    int vlanTags;

    /** Whether the link header is within a tunnel that may carry packets without one. */
    boolean tunnelled;

    Layers(Values values, Settings settings) {
        this.values = values;
        this.settings = settings;
        this.link = settings.linkType;
    }

    boolean is(LinkType other) {
        return link.equals(other);
    }

    /** Whether frames have the header of Ethernet. */
    boolean isEthernet() {
        return is(LinkType.ETHERNET) || is(LinkType.NETANALYZER) || is(LinkType.NETANALYZER_TRANSPARENT);
    }

    /** Whether frames have the header of 802.11, perhaps behind one of the radio. */
    boolean isWireless() {
        return is(LinkType.IEEE802_11) || isRadio() || is(LinkType.PPI);
    }

    /** Whether frames have a header of the radio. */
    boolean isRadio() {
        return is(LinkType.IEEE802_11_RADIO) || is(LinkType.IEEE802_11_AVS) || is(LinkType.PRISM);
    }

    /** What tcpdump calls the link, for messages. */
    String linkName() {
        String description = link.description();
        return description == null ? "link type " + link.number() : description;
    }

    private Value load(int size, @Nullable Place place, int offset) {
        if (place == null) {
            throw new FilterException(linkName() + " link-layer type filtering not implemented");
        }
        return values.load(size, place.computed(), place.constant() + offset);
    }

    private Place payload() {
        if (payload == null) {
            throw new FilterException(linkName() + " link-layer type filtering not implemented");
        }
        return payload;
    }

    Value ofPacket(int size, int offset) {
        return values.load(size, offset);
    }

    Value ofHeader(int size, int offset) {
        return load(size, header, offset);
    }

    Value ofPreviousHeader(int size, int offset) {
        return load(size, previousHeader, offset);
    }

    Value ofType(int size, int offset) {
        return load(size, type, offset);
    }

    Value ofPayload(int size, int offset) {
        return load(size, payload, offset);
    }

    Value ofNetwork(int size, int offset) {
        return load(size, payload, network + offset);
    }

    Value ofNetworkWithoutSnap(int size, int offset) {
        return load(size, payload, networkWithoutSnap + offset);
    }

    /** What IPv4 carries: behind the options. */
    Value ofTransport4(int size, int offset) {
        return values.load(size, transport4(), payload().constant() + network + offset);
    }

    /** The computed part of where IPv4's payload begins; the constant part is that of the network header. */
    Value transport4() {
        Place at = payload();
        Value length = values.ipv4HeaderLength(at.computed(), at.constant() + network);
        return at.computed() == null ? length : values.combine(Op.ADD, length, at.computed());
    }

    /** What IPv6 carries right behind its fixed header. */
    Value ofTransport6(int size, int offset) {
        return ofNetwork(size, 40 + offset);
    }

    Condition equal(Value value, int k) {
        return values.compare(value, Jump.EQUAL, values.constant(k));
    }

    Condition equal(Value value, int k, int mask) {
        return equal(masked(value, mask), k);
    }

    Value masked(Value value, int mask) {
        return mask == -1 ? value : values.combine(Op.AND, value, values.constant(mask));
    }

    Condition compare(Value value, Jump jump, int k) {
        return values.compare(value, jump, values.constant(k));
    }

    Condition anyBit(Value value, int bits) {
        return values.compare(value, Jump.ANY_BIT, values.constant(bits));
    }

    /** Whether bytes of the link header are these; the last ones are asked first, since they differ most. */
    Condition headerIs(int offset, byte[] bytes) {
        return bytesAre(header, offset, bytes);
    }

    /** Whether bytes of the payload are these. */
    Condition payloadIs(int offset, byte[] bytes) {
        return bytesAre(payload, offset, bytes);
    }

    private Condition bytesAre(@Nullable Place place, int offset, byte[] bytes) {
        Condition all = null;
        int left = bytes.length;
        while (left > 0) {
            int size = left >= 4 ? 4 : left >= 2 ? 2 : 1;
            int value = 0;
            for (int i = left - size; i < left; i++) {
                value = value << 8 | Byte.toUnsignedInt(bytes[i]);
            }
            left -= size;
            Condition part = equal(load(size, place, offset + left), value);
            all = all == null ? part : all.and(part);
        }
        return all == null ? Condition.Always.TRUE : all;
    }

    /** Goes into what is carried: its link header becomes the one that everything asks about. */
    void enter(LinkType inner, Place innerHeader) {
        previousLink = link;
        previousHeader = header;
        link = inner;
        header = innerHeader;
    }
}
