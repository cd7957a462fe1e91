package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ip -j route} and {@code ip -j route get}: what an object is shows in its members. */
public final class RouteJsonFormat extends IpJson {
    private final boolean lookups;

    private RouteJsonFormat(String name, boolean lookups) {
        super(name, lookups ? "" : "route");
        this.lookups = lookups;
    }

    /** {@code ip -j route}. */
    public static RouteJsonFormat routes() {
        return new RouteJsonFormat("ip -j route", false);
    }

    /** {@code ip -j route get}. */
    public static RouteJsonFormat lookups() {
        return new RouteJsonFormat("ip -j route get", true);
    }

    @Override
    int recogniseStart(String start, @Nullable IpCommand command) {
        if (!has(start, "dst") || !has(start, "flags") || has(start, "state") || has(start, "lladdr")) {
            return NO;
        }
        boolean lookup = has(start, "cache")
                || has(start, "uid")
                || has(start, "from") && !has(start, "ifindex")
                || command != null && command.isLookup();
        return lookup == lookups ? CERTAIN : LIKELY;
    }

    @Override
    void read(List<Map<String, @Nullable Object>> objects, Line first, Sink sink, @Nullable Command command) {
        RouteAssembler assembler = new RouteAssembler(sink, command);
        for (Map<String, @Nullable Object> object : objects) {
            RouteDraft draft = RouteJson.draft(object);
            if (draft != null) {
                assembler.add(draft, first, JsonText.of(object));
            }
        }
        assembler.end();
    }

    @Override
    List<Map<String, @Nullable Object>> objects(List<? extends Fact> facts) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Fact fact : facts) {
            if (!lookups && fact instanceof Route route) {
                objects.add(RouteJson.object(route, null));
            } else if (lookups && fact instanceof RouteLookup lookup && lookup.route() != null) {
                objects.add(object(lookup, lookup.route()));
            }
        }
        return objects;
    }

    private static Map<String, @Nullable Object> object(RouteLookup lookup, Route route) {
        boolean inet6 = route.destination().family() == Family.INET6;
        IpAddress from = lookup.from() == null && inet6 ? IpAddress.any(Family.INET6) : lookup.from();
        Map<String, @Nullable Object> object = RouteJson.object(route, from);
        if (!inet6) {
            object.put("cache", List.of());
        }
        if (lookup.iif() != null) {
            object.put("iif", lookup.iif());
        }
        return object;
    }
}
