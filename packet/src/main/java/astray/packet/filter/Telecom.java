package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Layers.Place;
import astray.packet.filter.Test.Jump;
import java.util.List;

/** Questions about ATM cells with a pseudo-header of SunATM, and about the messages of signalling system 7. */
final class Telecom {
    private static final int VPI = 1;
    private static final int VCI = 2;
    private static final int CELLS_PAYLOAD = 4;
    private static final int TRAFFIC_LANE = 1;
    private static final int TRAFFIC_LLC = 2;

    /** Where the type of a Q.2931 message is in a signalling cell's payload. */
    private static final int MESSAGE = 5;

    private static final int[] SETUP_TO_RELEASE = {0x5a, 0x4d, 0x0f, 0x07, 0x02, 0x05};
    private static final int[] META = {0x5a, 0x4d, 0x07, 0x02, 0x05};

    private final Layers layers;

    Telecom(Layers layers) {
        this.layers = layers;
    }

    static Condition isLlc(Layers layers) {
        return layers.equal(layers.ofHeader(1, 0), TRAFFIC_LLC, 0x0f);
    }

    private void onAtm(String word) {
        if (!layers.settings.linkType.equals(LinkType.SUNATM)) {
            throw new FilterException("'" + word + "' supported only on raw ATM");
        }
    }

    private Condition circuit(int vci) {
        return layers.equal(layers.ofHeader(1, VPI), 0).and(layers.equal(layers.ofHeader(2, VCI), vci));
    }

    /** A word for a kind of cells. */
    Condition atm(Token word) {
        onAtm(word.text());
        return switch (word.word()) {
            case METAC -> circuit(1);
            case BCC -> circuit(2);
            case OAMF4SC -> circuit(3);
            case OAMF4EC -> circuit(4);
            case SC -> circuit(5);
            case ILMIC -> circuit(16);
            case OAM, OAMF4 -> {
                Value vci = layers.ofHeader(2, VCI);
                yield layers.equal(layers.ofHeader(1, VPI), 0)
                        .and(layers.equal(vci, 3).or(layers.equal(vci, 4)));
            }
            case CONNECTMSG -> circuit(5).and(message(SETUP_TO_RELEASE));
            case METACONNECT -> circuit(1).and(message(META));
            default -> lane();
        };
    }

    private Condition message(int[] types) {
        Condition any = Condition.Always.FALSE;
        for (int type : types) {
            Condition one = layers.equal(layers.ofHeader(1, CELLS_PAYLOAD + MESSAGE), type);
            any = any == Condition.Always.FALSE ? one : one.or(any);
        }
        return any;
    }

    /** LAN emulation: inside is Ethernet. */
    private Condition lane() {
        Condition all = layers.equal(layers.ofHeader(1, 0), TRAFFIC_LANE, 0x0f);
        layers.enter(LinkType.ETHERNET, new Place(null, CELLS_PAYLOAD + 2));
        layers.type = layers.header.plus(12);
        layers.payload = layers.header.plus(14);
        layers.network = 0;
        layers.networkWithoutSnap = 3;
        return all;
    }

    /** A comparison that may be written before a number; without one, equality. */
    private Condition compared(Value value, Token sign, int k) {
        return switch (sign.word()) {
            case GREATER_THAN -> layers.compare(value, Jump.GREATER, k);
            case GREATER_OR_EQUAL -> layers.compare(value, Jump.GREATER_OR_EQUAL, k);
            case LESS_OR_EQUAL -> layers.compare(value, Jump.GREATER, k).not();
            case LESS_THAN -> layers.compare(value, Jump.GREATER_OR_EQUAL, k).not();
            case NOT_EQUAL -> layers.equal(value, k).not();
            default -> layers.equal(value, k);
        };
    }

    /** {@code vpi}, {@code vci} and the fields of MTP3: one comparison, or several numbers of which one is it. */
    Condition field(Token word, List<Token> with) {
        if (!with.getFirst().is(Word.NUMBER)) {
            return fieldIs(word, with.getFirst(), with.get(1));
        }
        Condition any = null;
        for (Token number : with) {
            Condition one = fieldIs(word, number, number);
            any = any == null ? one : any.or(one);
        }
        return any == null ? Condition.Always.FALSE : any;
    }

    private Condition fieldIs(Token word, Token sign, Token number) {
        int k = number.number();
        switch (word.word()) {
            case VPI -> {
                onAtm("vpi");
                return compared(layers.ofHeader(1, VPI), sign, checked(word, k, 0xff));
            }
            case VCI -> {
                onAtm("vci");
                return compared(layers.ofHeader(2, VCI), sign, checked(word, k, 0xffff));
            }
            default -> {
                // Behind the sequence numbers, which the high-speed form has three bytes more of.
                int service = lengthAt(word.text()) + 1;
                return mtp3(word, sign, k, service);
            }
        }
    }

    private Condition mtp3(Token word, Token sign, int k, int service) {
        return switch (word.word()) {
            case SIO -> compared(layers.ofPacket(1, service), sign, checked(word, k, 255));
            case HSIO -> compared(layers.ofPacket(1, service + 3), sign, checked(word, k, 255));
            case OPC -> compared(origin(service + 1), sign, ofOrigin(checked(word, k, 0x3fff)));
            case HOPC -> compared(origin(service + 4), sign, ofOrigin(checked(word, k, 0x3fff)));
            case DPC -> compared(destination(service + 1), sign, ofDestination(checked(word, k, 0x3fff)));
            case HDPC -> compared(destination(service + 4), sign, ofDestination(checked(word, k, 0x3fff)));
            case SLS -> compared(selection(service + 4), sign, checked(word, k, 15) << 4);
            default -> compared(selection(service + 7), sign, checked(word, k, 15) << 4);
        };
    }

    private Value origin(int at) {
        return layers.masked(layers.ofPacket(4, at), 0x00c0ff0f);
    }

    private static int ofOrigin(int code) {
        return (code & 0x3c00) >> 10 | (code & 0x03fc) << 6 | (code & 0x0003) << 22;
    }

    private Value destination(int at) {
        return layers.masked(layers.ofPacket(4, at), 0xff3f0000);
    }

    private static int ofDestination(int code) {
        return (code & 0x00ff) << 24 | (code & 0x3f00) << 8;
    }

    private Value selection(int at) {
        return layers.masked(layers.ofPacket(1, at), 0xf0);
    }

    private static int checked(Token word, int k, int most) {
        if (Integer.compareUnsigned(k, most) > 0) {
            throw new FilterException(
                    word.text() + " value " + Integer.toUnsignedString(k) + " too big; max value = " + most);
        }
        return k;
    }

    /** Where MTP2's length indicator is. */
    private int lengthAt(String word) {
        return switch (layers.link.number()) {
            case 140 -> 2;
            case 139 -> 6;
            case 197 -> 22;
            default -> throw new FilterException("'" + word + "' supported only on SS7");
        };
    }

    /** A word for a kind of MTP2's units, which their length tells. */
    Condition mtp2(Token word) {
        int at = lengthAt(word.text());
        Value length = layers.masked(layers.ofPacket(1, at), 0x3f);
        Value highSpeed = layers.masked(layers.ofPacket(2, at + 2), 0xff80);
        return switch (word.word()) {
            case FISU -> layers.equal(length, 0);
            case LSSU ->
                layers.compare(length, Jump.GREATER, 0)
                        .and(layers.compare(length, Jump.GREATER, 2).not());
            case MSU -> layers.compare(length, Jump.GREATER, 2);
            case HFISU -> layers.equal(highSpeed, 0);
            case HLSSU ->
                layers.compare(highSpeed, Jump.GREATER, 0)
                        .and(layers.compare(highSpeed, Jump.GREATER, 0x0100).not());
            default -> layers.compare(highSpeed, Jump.GREATER, 0x0100);
        };
    }
}
