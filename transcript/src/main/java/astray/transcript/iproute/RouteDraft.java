package astray.transcript.iproute;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route whose words are still being read; what a line does not say stays {@code null}. */
final class RouteDraft {
    private static final int MAX_NEXT_HOPS = 512;

    Route.@Nullable Type type;
    /** {@code null} for {@code default}, whose family another word has to tell. */
    @Nullable
    Prefix destination;

    @Nullable
    IpAddress source;

    @Nullable
    String table;

    @Nullable
    String protocol;

    @Nullable
    String scope;

    long metric;

    /** The source prefix or address behind {@code from}. */
    @Nullable
    Prefix from;

    @Nullable
    String iif;
    /** Whether a word of it is printed by {@code ip route get} alone. */
    boolean lookup;
    /** Whether it shows the preference that newer versions print for each IPv6 route and for no other. */
    boolean preference;
    /** Whether another word of it is printed for IPv6 routes alone. */
    boolean inet6Words;
    /** Whether a gateway is of the other family than the route ({@code via inet6 …}). */
    boolean viaOther;

    private final List<NextHop> nextHops = new ArrayList<>();

    /** Adds a way out; beyond a bound the rest is left out. */
    void add(NextHop hop) {
        if (nextHops.size() < MAX_NEXT_HOPS) {
            nextHops.add(hop);
        }
    }

    boolean hasNextHops() {
        return !nextHops.isEmpty();
    }

    /** Whether its ways out are missing: they follow, or were left out of an excerpt. */
    boolean lacksNextHops() {
        return nextHops.isEmpty() && (type == null || type == Route.Type.UNICAST);
    }

    /** Whether it is an IPv6 route's that holds only for packets from some sources. */
    boolean fromPrefix() {
        return from != null && !from.address().isAny();
    }

    /** The family as far as its own words tell. */
    @Nullable
    Family family() {
        if (destination != null) {
            return destination.family();
        }
        if (source != null) {
            return source.family();
        }
        if (preference || inet6Words) {
            return Family.INET6;
        }
        // an IPv4 route may lead through an IPv6 gateway, never the other way round, and then says inet6 before it
        for (NextHop hop : nextHops) {
            if (hop.via() != null) {
                return viaOther ? Family.INET : hop.via().family();
            }
        }
        if (type != null && type.discards()) {
            // IPv6 shows a device with these, IPv4 none
            return nextHops.isEmpty() ? Family.INET : Family.INET6;
        }
        return null;
    }

    /** The route. */
    Route route(Family family, String defaultTable) {
        return new Route(
                type == null ? Route.Type.UNICAST : type,
                destination != null ? destination : Prefix.all(family),
                table != null ? table : defaultTable,
                nextHops,
                source,
                metric,
                protocol,
                scope);
    }
}
