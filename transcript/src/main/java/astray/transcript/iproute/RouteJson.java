package astray.transcript.iproute;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes as the objects of {@code ip -j route} and {@code ip -j route get}. */
final class RouteJson {
    private RouteJson() {}

    /** Reads an object; {@code null} when it is none of a route. */
    static @Nullable RouteDraft draft(Map<String, @Nullable Object> object) {
        String destination = Json.text(object, "dst");
        if (destination == null || object.containsKey("lladdr") || object.containsKey("state")) {
            return null;
        }
        RouteDraft draft = new RouteDraft();
        String type = Json.text(object, "type");
        if (type != null) {
            draft.type = type(type);
            if (draft.type == null) {
                return null;
            }
        }
        if (!destination.equals("default")) {
            draft.destination = Prefix.parse(destination);
            if (draft.destination == null) {
                return null;
            }
        }
        attributes(object, draft);
        if (object.containsKey("gateway") || object.containsKey("via") || object.containsKey("dev")) {
            draft.add(hop(object, draft));
        }
        for (Map<String, @Nullable Object> hop : Json.objects(object.get("nexthops"))) {
            draft.add(hop(hop, draft));
        }
        return draft;
    }

    private static Route.@Nullable Type type(String word) {
        for (Route.Type type : Route.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return null;
    }

    private static void attributes(Map<String, @Nullable Object> object, RouteDraft draft) {
        draft.table = Json.text(object, "table");
        draft.protocol = Json.text(object, "protocol");
        draft.scope = Json.text(object, "scope");
        draft.source = ip(object, "prefsrc");
        draft.iif = Json.text(object, "iif");
        Long metric = Json.number(object, "metric");
        draft.metric = metric == null || metric < 0 ? 0 : metric;
        String from = Json.text(object, "from");
        draft.from = from == null ? null : Prefix.parse(from);
        draft.preference = object.containsKey("pref");
        draft.inet6Words = "ra".equals(draft.protocol);
        draft.lookup = object.containsKey("cache")
                || object.containsKey("uid")
                || from != null && draft.from != null && from.indexOf('/') < 0;
    }

    private static NextHop hop(Map<String, @Nullable Object> object, RouteDraft draft) {
        IpAddress via = ip(object, "gateway");
        if (object.get("via") instanceof Map<?, ?> other && other.get("host") instanceof String host) {
            via = IpAddress.parse(host);
            draft.viaOther = true;
        }
        Long weight = Json.number(object, "weight");
        int bounded = weight == null || weight < 1 || weight > Integer.MAX_VALUE ? 1 : weight.intValue();
        return new NextHop(via, Json.text(object, "dev"), bounded, Json.strings(object.get("flags")));
    }

    private static @Nullable IpAddress ip(Map<String, @Nullable Object> object, String member) {
        return object.get(member) instanceof String text ? IpAddress.parse(text) : null;
    }

    /** The object of a route. */
    static Map<String, @Nullable Object> object(Route route, @Nullable IpAddress from) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        boolean inet6 = route.destination().family() == Family.INET6;
        if (route.type() != Route.Type.UNICAST) {
            object.put("type", route.type().name().toLowerCase(Locale.ROOT));
        }
        object.put("dst", RoutePrinter.destination(route.destination()));
        if (from != null) {
            object.put("from", from.toString());
        }
        boolean several = RoutePrinter.isMultipath(route);
        if (!several && !route.nextHops().isEmpty()) {
            way(route, route.nextHops().getFirst(), object);
        }
        if (!route.table().equals(Route.MAIN) || RouteAssembler.impliesLocal(route.type())) {
            object.put("table", route.table());
        }
        putText(object, "protocol", route.protocol());
        putText(object, "scope", route.scope());
        putText(
                object,
                "prefsrc",
                route.source() == null ? null : route.source().toString());
        if (inet6 || route.metric() != 0) {
            object.put("metric", route.metric());
        }
        object.put("flags", several ? List.of() : RoutePrinter.flags(route));
        if (inet6) {
            object.put("pref", "medium");
        }
        if (several) {
            object.put("nexthops", ways(route));
        }
        return object;
    }

    private static void way(Route route, NextHop hop, Map<String, @Nullable Object> object) {
        IpAddress via = hop.via();
        if (via != null && via.family() == route.destination().family()) {
            object.put("gateway", via.toString());
        } else if (via != null) {
            Map<String, Object> other = new LinkedHashMap<>();
            other.put("family", via.family() == Family.INET6 ? "inet6" : "inet");
            other.put("host", via.toString());
            object.put("via", other);
        }
        putText(object, "dev", hop.dev());
    }

    private static List<Map<String, @Nullable Object>> ways(Route route) {
        List<Map<String, @Nullable Object>> ways = new ArrayList<>();
        for (NextHop hop : route.nextHops()) {
            Map<String, @Nullable Object> way = new LinkedHashMap<>();
            way(route, hop, way);
            way.put("weight", hop.weight());
            way.put("flags", hop.flags());
            ways.add(way);
        }
        return ways;
    }

    private static void putText(Map<String, @Nullable Object> object, String member, @Nullable String value) {
        if (value != null) {
            object.put(member, value);
        }
    }
}
