package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Expr.Direction;
import astray.packet.filter.Expr.Qualifiers;
import astray.packet.filter.Test.Jump;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions about which protocol a packet is of: a word alone, {@code proto} and {@code protochain}. */
final class Protocols {
    private static final int ISIS_L1_HELLO = 15;
    private static final int ISIS_L2_HELLO = 16;
    private static final int ISIS_P2P_HELLO = 17;
    private static final int ISIS_L1_LSP = 18;
    private static final int ISIS_L2_LSP = 20;
    private static final int ISIS_L1_CSNP = 24;
    private static final int ISIS_L2_CSNP = 25;
    private static final int ISIS_L1_PSNP = 26;
    private static final int ISIS_L2_PSNP = 27;

    private final Layers layers;
    private final LinkLayer link;

    Protocols(Layers layers, LinkLayer link) {
        this.layers = layers;
        this.link = link;
    }

    /** A protocol's word alone. */
    Condition word(Word word) {
        return switch (word) {
            case SCTP -> both(Numbers.IP_SCTP);
            case TCP -> both(Numbers.IP_TCP);
            case UDP -> both(Numbers.IP_UDP);
            case PIM -> both(Numbers.IP_PIM);
            case AH -> both(Numbers.IP_AH);
            case ESP -> both(Numbers.IP_ESP);
            case ICMP -> ip4(Numbers.IP_ICMP);
            case IGMP -> ip4(Numbers.IP_IGMP);
            case IGRP -> ip4(Numbers.IP_IGRP);
            case VRRP, CARP -> ip4(Numbers.IP_VRRP);
            case ICMP6 -> ip6(Numbers.IP_ICMP6);
            case IP -> link.carries(Numbers.ETHER_IP);
            case IP6 -> link.carries(Numbers.ETHER_IP6);
            case ARP -> link.carries(Numbers.ETHER_ARP);
            case RARP -> link.carries(Numbers.ETHER_RARP);
            case ATALK -> link.carries(Numbers.ETHER_ATALK);
            case AARP -> link.carries(Numbers.ETHER_AARP);
            case DECNET -> link.carries(Numbers.ETHER_DECNET);
            case SCA -> link.carries(Numbers.ETHER_SCA);
            case LAT -> link.carries(Numbers.ETHER_LAT);
            case MOPDL -> link.carries(Numbers.ETHER_MOPDL);
            case MOPRC -> link.carries(Numbers.ETHER_MOPRC);
            case STP -> link.carries(Numbers.LLC_STP);
            case IPX -> link.carries(Numbers.LLC_IPX);
            case NETBEUI -> link.carries(Numbers.LLC_NETBEUI);
            case ISO -> link.carries(Numbers.LLC_ISO);
            case ESIS -> iso(Numbers.ISO_ESIS);
            case ISIS -> iso(Numbers.ISO_ISIS);
            case CLNP -> iso(Numbers.ISO_CLNP);
            case L1 -> isis(ISIS_L1_PSNP, ISIS_L1_CSNP, ISIS_L1_LSP, ISIS_L1_HELLO, ISIS_P2P_HELLO);
            case L2 -> isis(ISIS_L2_PSNP, ISIS_L2_CSNP, ISIS_L2_LSP, ISIS_L2_HELLO, ISIS_P2P_HELLO);
            case IIH -> isis(ISIS_P2P_HELLO, ISIS_L1_HELLO, ISIS_L2_HELLO);
            case LSP -> isis(ISIS_L1_LSP, ISIS_L2_LSP);
            case SNP -> isis(ISIS_L2_PSNP, ISIS_L1_PSNP, ISIS_L1_CSNP, ISIS_L2_CSNP);
            case CSNP -> isis(ISIS_L1_CSNP, ISIS_L2_CSNP);
            case PSNP -> isis(ISIS_L1_PSNP, ISIS_L2_PSNP);
            case LINK -> throw new FilterException("link layer applied in wrong context");
            case RADIO -> throw new FilterException("'radio' is not a valid protocol type");
            default -> throw new IllegalArgumentException(word.name());
        };
    }

    private Condition both(int protocol) {
        return ip4(protocol).or(ip6(protocol));
    }

    private Condition ip4(int protocol) {
        return link.carries(Numbers.ETHER_IP).and(layers.equal(layers.ofNetwork(1, 9), protocol));
    }

    /** In the fixed header, or right behind a fragment header. */
    private Condition ip6(int protocol) {
        Condition direct = layers.equal(layers.ofNetwork(1, 6), protocol);
        Condition fragment = layers.equal(layers.ofNetwork(1, 6), Numbers.IP_FRAGMENT)
                .and(layers.equal(layers.ofNetwork(1, 40), protocol));
        return link.carries(Numbers.ETHER_IP6).and(direct.or(fragment));
    }

    private Condition iso(int protocol) {
        if (layers.is(LinkType.FRELAY)) {
            return layers.equal(layers.ofHeader(2, 2), 3 << 8 | protocol);
        }
        // Cisco puts a byte before it.
        int offset = layers.is(LinkType.C_HDLC) ? 1 : 0;
        return link.carries(Numbers.LLC_ISO).and(layers.equal(layers.ofNetworkWithoutSnap(1, offset), protocol));
    }

    private Condition isis(int... kinds) {
        Condition any = Condition.Always.FALSE;
        for (int i = kinds.length - 1; i >= 0; i--) {
            Condition one = isisKind(kinds[i]);
            any = i == kinds.length - 1 ? one : one.or(any);
        }
        return any;
    }

    private Condition isisKind(int kind) {
        return iso(Numbers.ISO_ISIS).and(layers.equal(layers.ofNetworkWithoutSnap(1, 4), kind));
    }

    /** Not a later fragment, which has no header of what is above IP. */
    Condition firstFragment() {
        return layers.compare(layers.ofNetwork(2, 6), Jump.ANY_BIT, 0x1fff).not();
    }

    /** {@code proto} with a name. */
    Condition named(Token name, Qualifiers as) {
        return number(lookUp(name.text(), as.protocol()), as);
    }

    private int lookUp(String name, @Nullable Word level) {
        if (level == null || level == Word.IP || level == Word.IP6) {
            Integer number = layers.settings.names.protocol(name);
            if (number == null) {
                throw new FilterException("unknown ip proto '" + name + "'");
            }
            return number;
        }
        if (level == Word.LINK) {
            int number = Numbers.ofLink(name);
            if (number < 0) {
                throw new FilterException("unknown ether proto '" + name + "'");
            }
            return number;
        }
        if (level == Word.ISO) {
            return switch (name) {
                case "esis" -> Numbers.ISO_ESIS;
                case "isis" -> Numbers.ISO_ISIS;
                case "clnp" -> Numbers.ISO_CLNP;
                default -> throw new FilterException("unknown osi proto '" + name + "'");
            };
        }
        throw new FilterException("unknown protocol: " + name);
    }

    /** {@code proto} with a number. */
    Condition number(int number, Qualifiers as) {
        Word level = as.protocol();
        if (level == Word.LINK) {
            atMost(number, 0xffff, "EtherType");
            if (number <= Numbers.ETHER_MTU && link.hasLlc()) {
                atMost(number, 0xff, "LLC DSAP");
            }
            return link.carries(number);
        }
        if (level != null && level != Word.IP && level != Word.IP6 && level != Word.ISO && level != Word.ISIS) {
            throw new FilterException("'" + level.name().toLowerCase(Locale.ROOT) + " proto' is bogus");
        }
        atMost(number, 0xff, "protocol number");
        if (level == null) {
            return ip4(number).or(ip6(number));
        }
        return switch (level) {
            case IP -> ip4(number);
            case IP6 -> ip6(number);
            case ISO -> iso(number);
            default -> isisKind(number);
        };
    }

    private static void atMost(int number, int most, String what) {
        if (Integer.compareUnsigned(number, most) > 0) {
            throw new FilterException(what + " " + Integer.toUnsignedString(number) + " greater than maximum " + most);
        }
    }

    /** {@code protochain} with a name. */
    Condition chainNamed(Token name, Qualifiers as) {
        return chain(lookUp(name.text(), as.protocol()), as.protocol());
    }

    /** {@code protochain} with a number. */
    Condition chain(int number, @Nullable Word level) {
        if (level == null) {
            return chain(number, Word.IP).or(chain(number, Word.IP6));
        }
        if (level != Word.IP && level != Word.IP6) {
            throw new FilterException("bad protocol applied for 'protochain'");
        }
        atMost(number, 0xff, "protocol number");
        if (layers.payload == null || layers.payload.computed() != null) {
            throw new FilterException("'protochain' not supported with variable length headers");
        }
        int version = level == Word.IP ? 4 : 6;
        Value end = layers.values.chain(version, layers.payload.constant() + layers.network, number);
        return link.carries(version == 4 ? Numbers.ETHER_IP : Numbers.ETHER_IP6).and(layers.equal(end, number));
    }

    /** The direction that a question has which knows none. */
    static void noDirection(Qualifiers as, String what) {
        if (as.direction() != Direction.ANY) {
            throw new FilterException("direction applied to '" + what + "'");
        }
    }
}
