package astray.collect.live;

import astray.collect.Gap;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.RouteLookup;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's own answers to "which way would this packet go": a TCP segment's, since rules may look at protocol, ports
 * and user.
 */
final class LiveLookups {
    private static final int MOST_INTERFACES = 32;
    private static final int TCP = 6;

    private final NetlinkSocket socket;
    private final Interfaces interfaces;
    private final Ledger ledger;
    private final Quote quote = new Quote("ip route get");

    LiveLookups(NetlinkSocket socket, Interfaces interfaces, Ledger ledger) {
        this.socket = socket;
        this.interfaces = interfaces;
        this.ledger = ledger;
    }

    /** Packets from the peer, by each interface by which they could come in. */
    void arriving(IpAddress own, IpAddress peer, @Nullable Integer port) throws ErrnoException {
        int count = 0;
        for (Link link : interfaces.all()) {
            boolean could = !link.isLoopback() && link.master() == null && Boolean.TRUE.equals(link.adminUp());
            if (could && count++ < MOST_INTERFACES) {
                ask(own, peer, link.name(), null, port, -1);
            }
        }
    }

    /** The host's own packet to a port of a destination; {@code null} where there is no way. */
    @Nullable
    Route toPort(IpAddress destination, @Nullable Integer port) throws ErrnoException {
        return ask(destination, null, null, null, port, -1);
    }

    /** The same once it has a source. */
    @Nullable
    Route toPortFrom(IpAddress destination, IpAddress from, @Nullable Integer port) throws ErrnoException {
        return ask(destination, from, null, null, port, -1);
    }

    /** What a service sends; {@code null} where there is no way. */
    @Nullable
    Route answering(IpAddress destination, IpAddress from, @Nullable Integer port, long user) throws ErrnoException {
        return ask(destination, from, null, port, null, user);
    }

    private @Nullable Route ask(
            IpAddress destination,
            @Nullable IpAddress from,
            @Nullable String iif,
            @Nullable Integer sourcePort,
            @Nullable Integer destinationPort,
            long user)
            throws ErrnoException {
        RouteLookup lookup = RouteLookup.to(destination);
        StringBuilder command = new StringBuilder("ip route get ").append(destination);
        if (from != null) {
            lookup.from(from);
            command.append(" from ").append(from);
        }
        if (iif != null) {
            lookup.iif(interfaces.index(iif));
            command.append(" iif ").append(iif);
        }
        lookup.protocol(TCP)
                .ports(sourcePort == null ? -1 : sourcePort, destinationPort == null ? -1 : destinationPort);
        command.append(" ipproto tcp");
        if (sourcePort != null) {
            command.append(" sport ").append(sourcePort);
        }
        if (destinationPort != null) {
            command.append(" dport ").append(destinationPort);
        }
        if (user >= 0) {
            lookup.uid(user);
            command.append(" uid ").append(user);
        }
        Answer answer = lookup.ask(socket);
        Route route = answer instanceof Answer.Replied replied ? route(replied, destination) : null;
        String error = answer instanceof Answer.Refused refused ? refused.text() : null;
        if (route == null && error == null) {
            ledger.gap(Gap.What.LOOKUP, destination.toString(), Gap.Why.FAILED, "");
            return null;
        }
        astray.facts.RouteLookup fact = new astray.facts.RouteLookup(destination, from, iif, route, error);
        ledger.block(command.toString()).add(fact, quote.of(fact));
        return route;
    }

    private @Nullable Route route(Answer.Replied replied, IpAddress destination) {
        astray.kernel.route.Route route = astray.kernel.route.Route.of(replied.message());
        return route == null ? null : LiveRoutes.fact(route, Prefix.host(destination), interfaces);
    }
}
