package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Expr.Direction;
import astray.packet.filter.Layers.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Frames of IEEE 802.11: how long their headers are, their kinds, and which of their addresses is which. */
final class Wireless {
    private static final String[] TYPES = {"0 mgt management", "4 ctl control", "8 data"};

    /** Kinds of frames within each type, as bits of the first byte. */
    private static final String[][] SUBTYPES = {
        {
            "0x00 assocreq assoc-req",
            "0x10 assocresp assoc-resp",
            "0x20 reassocreq reassoc-req",
            "0x30 reassocresp reassoc-resp",
            "0x40 probereq probe-req",
            "0x50 proberesp probe-resp",
            "0x80 beacon",
            "0x90 atim",
            "0xa0 disassoc disassociation",
            "0xb0 auth authentication",
            "0xc0 deauth deauthentication",
        },
        {
            "0x80 bar", "0x90 ba", "0xa0 ps-poll", "0xb0 rts", "0xc0 cts", "0xd0 ack", "0xe0 cf-end", "0xf0 cf-end-ack",
        },
        {
            "0x00 data",
            "0x10 data-cf-ack",
            "0x20 data-cf-poll",
            "0x30 data-cf-ack-poll",
            "0x40 null",
            "0x50 cf-ack",
            "0x60 cf-poll",
            "0x70 cf-ack-poll",
            "0x80 qos-data",
            "0x90 qos-data-cf-ack",
            "0xa0 qos-data-cf-poll",
            "0xb0 qos-data-cf-ack-poll",
            "0xc0 qos",
            "0xe0 qos-cf-poll",
            "0xf0 qos-cf-ack-poll",
        },
    };

    private static final int TYPE_MASK = 0x0c;
    private static final int SUBTYPE_MASK = 0xf0;
    private static final int DIRECTION_MASK = 0x03;
    private static final int TO_SYSTEM = 0x01;
    private static final int FROM_SYSTEM = 0x02;

    private Wireless() {}

    /** Finds where the headers are: first perhaps one of the radio, then that of 802.11, then LLC and SNAP. */
    static void lay(Layers layers) {
        Values values = layers.values;
        Value prefix = prefix(layers);
        layers.header = new Place(prefix, 0);
        layers.type = new Place(prefix, 24);
        layers.network = 8;
        layers.networkWithoutSnap = 3;
        Value first = layers.ofHeader(1, 0);
        Value plain = values.constant(24);
        Value quality = values.select(layers.anyBit(first, 0x80), values.constant(26), plain);
        Condition isData =
                layers.anyBit(first, 0x08).and(layers.anyBit(first, 0x04).not());
        Value length = values.add(prefix, values.select(isData, quality, plain));
        if (layers.is(LinkType.IEEE802_11_RADIO)) {
            Value rounded = layers.masked(values.add(length, values.constant(3)), ~3);
            length = values.select(isData.and(isPadded(layers)), rounded, length);
        }
        layers.payload = length.isConstant() ? new Place(null, length.k) : new Place(length, 0);
    }

    /** How long the radio's header is, which comes first. */
    private static @Nullable Value prefix(Layers layers) {
        Values values = layers.values;
        if (layers.is(LinkType.IEEE802_11_RADIO) || layers.is(LinkType.PPI)) {
            // Two bytes, little-endian.
            Value high = values.combine(Op.SHIFT_LEFT, layers.ofPacket(1, 3), values.constant(8));
            return values.combine(Op.OR, layers.ofPacket(1, 2), high);
        }
        if (layers.is(LinkType.IEEE802_11_AVS)) {
            return layers.ofPacket(4, 4);
        }
        if (layers.is(LinkType.PRISM)) {
            // Some drivers give the header of AVS instead, which begins with its version.
            Condition avs = layers.equal(layers.ofPacket(4, 0), 0x80211000, 0xfffff000);
            return values.select(avs, layers.ofPacket(4, 4), values.constant(144));
        }
        return null;
    }

    /** Whether the radio's header says that the 802.11 header is padded to a multiple of four bytes. */
    private static Condition isPadded(Layers layers) {
        Value present = layers.ofPacket(4, 4);
        Condition flags = layers.anyBit(present, 0x02000000)
                .and(layers.anyBit(present, 0x00000080).not());
        Value where =
                layers.values.select(layers.anyBit(present, 0x01000000), layers.ofPacket(1, 16), layers.ofPacket(1, 8));
        return flags.and(layers.anyBit(where, 0x20));
    }

    static Condition isData(Layers layers) {
        Value first = layers.ofHeader(1, 0);
        return layers.anyBit(first, 0x04).not().and(layers.anyBit(first, 0x08));
    }

    /** {@code type}, {@code subtype} and {@code dir}. */
    static Condition kind(Layers layers, Token word, List<Token> with) {
        if (!layers.isWireless()) {
            throw new FilterException(
                    word.is(Word.DIR)
                            ? "frame direction supported only with 802.11 headers"
                            : "802.11 link-layer types supported only on 802.11");
        }
        Token value = with.getFirst();
        switch (word.word()) {
            case DIR -> {
                return layers.equal(layers.ofHeader(1, 1), direction(value), DIRECTION_MASK);
            }
            case SUBTYPE -> {
                for (int type = 0; type < SUBTYPES.length; type++) {
                    int subtype = find(SUBTYPES[type], value.text());
                    if (subtype >= 0) {
                        return layers.equal(layers.ofHeader(1, 0), type << 2 | subtype, TYPE_MASK | SUBTYPE_MASK);
                    }
                }
                throw new FilterException("unknown 802.11 type name \"" + value.text() + "\"");
            }
            default -> {
                int type = type(value);
                if (with.size() == 1) {
                    return layers.equal(layers.ofHeader(1, 0), type, TYPE_MASK);
                }
                int subtype = subtype(type, with.get(1));
                return layers.equal(layers.ofHeader(1, 0), type | subtype, TYPE_MASK | SUBTYPE_MASK);
            }
        }
    }

    private static int type(Token value) {
        if (value.is(Word.NUMBER)) {
            if ((value.number() & ~TYPE_MASK) != 0) {
                throw new FilterException("invalid 802.11 type value " + value.text());
            }
            return value.number();
        }
        int type = find(TYPES, value.text());
        if (type < 0) {
            throw new FilterException("unknown 802.11 type name \"" + value.text() + "\"");
        }
        return type;
    }

    private static int subtype(int type, Token value) {
        if (value.is(Word.NUMBER)) {
            if ((value.number() & ~SUBTYPE_MASK) != 0) {
                throw new FilterException("invalid 802.11 subtype value " + value.text());
            }
            return value.number();
        }
        int subtype = type >> 2 < SUBTYPES.length ? find(SUBTYPES[type >> 2], value.text()) : -1;
        if (subtype < 0) {
            throw new FilterException("unknown 802.11 subtype name \"" + value.text() + "\"");
        }
        return subtype;
    }

    private static int direction(Token value) {
        if (value.is(Word.NUMBER)) {
            return value.number();
        }
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "nods" -> 0;
            case "tods" -> TO_SYSTEM;
            case "fromds" -> FROM_SYSTEM;
            case "dstods" -> TO_SYSTEM | FROM_SYSTEM;
            default -> throw new FilterException("unknown 802.11 direction");
        };
    }

    @SuppressWarnings("StringSplitter") // our own rows have no empty words
    private static int find(String[] rows, String name) {
        for (String row : rows) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                if (words[i].equalsIgnoreCase(name)) {
                    return Integer.decode(words[0]);
                }
            }
        }
        return -1;
    }

    /** Whether an address of the frame is this one; where that address is depends on the frame. */
    static Condition host(Layers layers, byte[] address, Direction direction) {
        Value first = layers.ofHeader(1, 0);
        return switch (direction) {
            case SOURCE -> {
                Condition plain = layers.headerIs(10, address);
                Condition from = ifTo(layers, layers.headerIs(24, address), layers.headerIs(16, address));
                Condition data = either(layers, FROM_SYSTEM, from, plain);
                yield dataOrManagement(layers, first, data, plain);
            }
            case DESTINATION -> {
                Condition plain = layers.headerIs(4, address);
                Condition data = ifTo(layers, layers.headerIs(16, address), plain);
                yield dataOrManagement(layers, first, data, plain);
            }
            case RECEIVER -> layers.anyBit(first, 0x08).and(layers.headerIs(4, address));
            case TRANSMITTER ->
                layers.anyBit(first, 0x08).and(hasSecond(layers, first)).and(layers.headerIs(10, address));
            case ADDRESS1 -> layers.headerIs(4, address);
            case ADDRESS2 -> hasSecond(layers, first).and(layers.headerIs(10, address));
            case ADDRESS3 -> layers.equal(first, 0x04, TYPE_MASK).not().and(layers.headerIs(16, address));
            case ADDRESS4 ->
                layers.equal(layers.ofHeader(1, 1), DIRECTION_MASK, DIRECTION_MASK)
                        .and(layers.headerIs(24, address));
            case BOTH -> host(layers, address, Direction.SOURCE).and(host(layers, address, Direction.DESTINATION));
            case ANY, EITHER ->
                host(layers, address, Direction.SOURCE).or(host(layers, address, Direction.DESTINATION));
        };
    }

    /** Whether the frame is to a group. */
    static Condition multicast(Layers layers) {
        Condition plain = layers.anyBit(layers.ofHeader(1, 4), 1);
        Condition data = ifTo(layers, layers.anyBit(layers.ofHeader(1, 16), 1), plain);
        return dataOrManagement(layers, layers.ofHeader(1, 0), data, plain);
    }

    private static Condition ifTo(Layers layers, Condition to, Condition notTo) {
        return either(layers, TO_SYSTEM, to, notTo);
    }

    /** One question where a flag of the second byte is set, another where it is not, asked in the reverse order. */
    private static Condition either(Layers layers, int flag, Condition set, Condition clear) {
        Value flags = layers.ofHeader(1, 1);
        return layers.anyBit(flags, flag)
                .not()
                .and(clear)
                .or(layers.anyBit(flags, flag).and(set));
    }

    /** Control frames have no such address. */
    private static Condition dataOrManagement(Layers layers, Value first, Condition data, Condition management) {
        Condition byType = layers.anyBit(first, 0x08)
                .not()
                .and(management)
                .or(layers.anyBit(first, 0x08).and(data));
        return layers.anyBit(first, 0x04).not().and(byType);
    }

    /** Control frames that clear to send or acknowledge have one address only. */
    private static Condition hasSecond(Layers layers, Value first) {
        Condition notControl = layers.equal(first, 0x04, TYPE_MASK).not();
        Condition notClear = layers.equal(first, 0xc0, SUBTYPE_MASK).not();
        Condition notAck = layers.equal(first, 0xd0, SUBTYPE_MASK).not();
        return notControl.or(notClear.and(notAck));
    }
}
