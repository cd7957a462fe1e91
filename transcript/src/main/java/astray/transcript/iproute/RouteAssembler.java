package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Sink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes routes and lookups of what lines or JSON objects say, with what they leave to their surroundings: the table
 * and, of a {@code default} without a gateway, the family. ip(8) lists IPv4 before IPv6, and IPv6 routes end in
 * their preference; a default that comes first waits for the next route to tell.
 */
final class RouteAssembler {
    private static final int MAX_HELD = 16;

    private record Held(RouteDraft draft, Line line, String text) {}

    private final Sink sink;
    private final @Nullable IpCommand command;
    private final boolean lookupAsked;
    private final List<Held> held = new ArrayList<>();
    private @Nullable Family last;
    private boolean preferenceSeen;

    RouteAssembler(Sink sink, @Nullable Command command) {
        this.sink = sink;
        IpCommand ip = IpCommand.of(command);
        this.command = ip != null && ip.about("route") ? ip : null;
        lookupAsked = ip != null && ip.isLookup();
    }

    /** Takes a route of which everything is read. */
    void add(RouteDraft draft, Line line, String text) {
        if (draft.lacksNextHops()) {
            return;
        }
        Family family = draft.family();
        if (family == null && command != null) {
            family = command.family();
        }
        if (family == null && preferenceSeen) {
            family = Family.INET;
        }
        if (family == null) {
            family = last;
        }
        preferenceSeen |= draft.preference;
        if (family == null && held.size() < MAX_HELD) {
            held.add(new Held(draft, line, text));
            return;
        }
        // a default without a preference before routes that show theirs is not of their family
        settle(family == null || draft.preference ? Family.INET : family);
        last = family;
        emit(draft, line, text, family == null ? Family.INET : family);
    }

    /** No more routes follow. */
    void end() {
        settle(Family.INET);
    }

    private void settle(Family family) {
        for (Held one : held) {
            emit(one.draft(), one.line(), one.text(), family);
        }
        held.clear();
    }

    private void emit(RouteDraft draft, Line line, String text, Family family) {
        boolean lookup = draft.lookup || lookupAsked;
        if (!lookup && draft.fromPrefix()) {
            // a Route has no place for "only for packets from there", and without it would say too much
            return;
        }
        Route route = draft.route(family, table(draft, lookup));
        Fact fact = lookup ? lookup(draft, route) : route;
        sink.fact(fact, line, text);
    }

    private String table(RouteDraft draft, boolean lookup) {
        String asked = command == null || lookup ? null : command.table();
        if (asked != null) {
            return asked;
        }
        return impliesLocal(draft.type) ? Route.LOCAL : Route.MAIN;
    }

    /** Whether routes of this type are in the table {@code local} unless said otherwise (ip-route(8)). */
    static boolean impliesLocal(Route.@Nullable Type type) {
        return type == Route.Type.LOCAL || type == Route.Type.BROADCAST || type == Route.Type.ANYCAST;
    }

    private RouteLookup lookup(RouteDraft draft, Route route) {
        IpAddress destination = null;
        if (command != null && command.showsMatch()) {
            destination = command.asked();
        } else if (route.destination().equals(Prefix.host(route.destination().address()))) {
            destination = route.destination().address();
        }
        IpAddress from = draft.fromPrefix() && draft.from != null ? draft.from.address() : null;
        return new RouteLookup(destination, from, draft.iif, route, null);
    }

    /** Takes the error that stands in place of a lookup's answer. */
    void error(String words, Line line) {
        settle(last == null ? Family.INET : last);
        IpCommand asked = command != null && command.isLookup() ? command : null;
        RouteLookup lookup = asked == null
                ? new RouteLookup(null, null, null, null, words)
                : new RouteLookup(asked.asked(), asked.from(), asked.iif(), null, words);
        sink.fact(lookup, line);
    }
}
