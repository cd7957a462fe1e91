package astray.packet.filter;

import astray.packet.filter.Expr.Direction;
import astray.packet.filter.Expr.Qualifiers;
import astray.packet.filter.Test.Jump;
import org.jspecify.annotations.Nullable;

/** Questions about ports and ranges of ports, of TCP, UDP and SCTP over IPv4 and IPv6. */
final class Ports {
    private static final int MOST = 65535;

    private final Layers layers;
    private final LinkLayer link;
    private final Protocols protocols;

    Ports(Layers layers, LinkLayer link, Protocols protocols) {
        this.layers = layers;
        this.link = link;
        this.protocols = protocols;
    }

    /** A range of one or more ports, and of which protocol; null for all three. */
    private record Range(int low, int high, @Nullable Integer protocol) {}

    /** {@code port} or {@code portrange} with a number. */
    Condition number(int port, Qualifiers as) {
        return match(new Range(checked(port), port, protocol(as)), as);
    }

    private static int checked(int port) {
        if (Integer.compareUnsigned(port, MOST) > 0) {
            throw new FilterException("illegal port number " + Integer.toUnsignedString(port) + " > " + MOST);
        }
        return port;
    }

    private static @Nullable Integer protocol(Qualifiers as) {
        Word level = as.protocol();
        if (level == null) {
            return null;
        }
        return switch (level) {
            case TCP -> Numbers.IP_TCP;
            case UDP -> Numbers.IP_UDP;
            case SCTP -> Numbers.IP_SCTP;
            default ->
                throw new FilterException(
                        "illegal qualifier of '" + (as.type() == Word.PORT ? "port" : "portrange") + "'");
        };
    }

    /** {@code port} with the name of a service. */
    Condition named(String name, Qualifiers as) {
        return match(look(name, protocol(as), "port '" + name + "'"), as);
    }

    /** {@code portrange} with two numbers or names and a "-" between them; a name may have such in it. */
    Condition range(String text, Qualifiers as) {
        Integer protocol = protocol(as);
        for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
            Range low = tryLook(text.substring(0, dash), protocol);
            Range high = tryLook(text.substring(dash + 1), protocol);
            if (low != null && high != null) {
                Integer both = low.protocol() == null
                        ? high.protocol()
                        : high.protocol() == null || high.protocol().equals(low.protocol()) ? low.protocol() : null;
                int first = Math.min(low.low(), high.low());
                return match(new Range(first, Math.max(low.low(), high.low()), both), as);
            }
        }
        return match(look(text, protocol, "port in range '" + text + "'"), as);
    }

    private Range look(String name, @Nullable Integer protocol, String what) {
        Range found = tryLook(name, protocol);
        if (found == null) {
            for (String transport : new String[] {"tcp", "udp", "sctp"}) {
                if (layers.settings.names.port(name, transport) != null) {
                    throw new FilterException(what + " is " + transport);
                }
            }
            throw new FilterException("unknown " + what);
        }
        return found;
    }

    private @Nullable Range tryLook(String name, @Nullable Integer protocol) {
        if (Forms.numberLength(name, 0) == name.length() && !name.isEmpty()) {
            int port;
            try {
                port = checked(Forms.number(name));
            } catch (NumberFormatException e) {
                throw new FilterException(Forms.whyNoNumber(name));
            }
            return new Range(port, port, protocol);
        }
        Names names = layers.settings.names;
        Integer tcp = names.port(name, "tcp");
        Integer udp = names.port(name, "udp");
        Integer sctp = names.port(name, "sctp");
        if (protocol != null) {
            Integer port = protocol == Numbers.IP_TCP ? tcp : protocol == Numbers.IP_UDP ? udp : sctp;
            if (port == null && protocol == Numbers.IP_SCTP && tcp != null && tcp.equals(udp)) {
                port = tcp;
            }
            return port == null ? null : new Range(port, port, protocol);
        }
        if (tcp != null) {
            return new Range(tcp, tcp, tcp.equals(udp) ? null : (Integer) Numbers.IP_TCP);
        }
        if (udp != null) {
            return new Range(udp, udp, Numbers.IP_UDP);
        }
        return sctp == null ? null : new Range(sctp, sctp, Numbers.IP_SCTP);
    }

    /** IPv6 first, as libpcap asks. */
    private Condition match(Range range, Qualifiers as) {
        Direction direction = as.direction();
        if (!direction.isOfTwo()) {
            throw new FilterException("'" + direction.word() + "' is not a valid qualifier for ports");
        }
        return six(range, direction).or(four(range, direction));
    }

    private Condition four(Range range, Direction direction) {
        Condition any = null;
        for (int protocol : asked(range)) {
            Condition one = layers.equal(layers.ofNetwork(1, 9), protocol)
                    .and(protocols.firstFragment())
                    .and(ends(range, direction, false));
            any = any == null ? one : one.or(any);
        }
        return link.carries(Numbers.ETHER_IP).and(any == null ? Condition.Always.FALSE : any);
    }

    private Condition six(Range range, Direction direction) {
        Condition any = null;
        for (int protocol : asked(range)) {
            Condition one = layers.equal(layers.ofNetwork(1, 6), protocol).and(ends(range, direction, true));
            any = any == null ? one : one.or(any);
        }
        return link.carries(Numbers.ETHER_IP6).and(any == null ? Condition.Always.FALSE : any);
    }

    /** In the reverse of the order in which they are asked. */
    private static int[] asked(Range range) {
        return range.protocol() == null
                ? new int[] {Numbers.IP_UDP, Numbers.IP_TCP, Numbers.IP_SCTP}
                : new int[] {range.protocol()};
    }

    private Condition ends(Range range, Direction direction, boolean six) {
        return switch (direction) {
            case SOURCE -> end(range, 0, six);
            case DESTINATION -> end(range, 2, six);
            case BOTH -> end(range, 0, six).and(end(range, 2, six));
            default -> end(range, 0, six).or(end(range, 2, six));
        };
    }

    private Condition end(Range range, int offset, boolean six) {
        Value port = six ? layers.ofTransport6(2, offset) : layers.ofTransport4(2, offset);
        if (range.low() == range.high()) {
            return layers.equal(port, range.low());
        }
        return layers.compare(port, Jump.GREATER_OR_EQUAL, range.low())
                .and(layers.compare(port, Jump.GREATER, range.high()).not());
    }

    /** Packets of UDP to a port, over IPv4 or IPv6; what a tunnel is known by. */
    Condition udpTo(int port, boolean six) {
        Range range = new Range(port, port, Numbers.IP_UDP);
        return six ? six(range, Direction.DESTINATION) : four(range, Direction.DESTINATION);
    }
}
