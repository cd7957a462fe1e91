package astray.transcript.iproute;

import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a line of {@code ip route} (ip-route(8)). */
final class RouteLine {
    /** RTNH_F_* and RTM_F_* of {@code linux/rtnetlink.h} by the words of ip-route(8). */
    private static final Set<String> FLAGS = Set.of(
            "dead",
            "linkdown",
            "onlink",
            "pervasive",
            "offload",
            "offload_failed",
            "trap",
            "unresolved",
            "notify",
            "cloned",
            "rt_offload",
            "rt_offload_failed",
            "rt_trap");

    /** Words with a value that is no fact: metrics of ip-route(8) and what {@code -s} and {@code -d} add. */
    private static final Set<String> SKIPPED = Set.of(
            "nhid",
            "mtu",
            "advmss",
            "hoplimit",
            "rtt",
            "rttvar",
            "ssthresh",
            "cwnd",
            "initcwnd",
            "initrwnd",
            "window",
            "reordering",
            "rto_min",
            "quickack",
            "features",
            "congctl",
            "fastopen_no_cookie",
            "realm",
            "realms",
            "error",
            "users",
            "age",
            "used",
            "tos",
            "dsfield",
            "mark",
            "ttl-propagate",
            "as",
            "fastopen");

    private static final Map<String, Route.Type> TYPES = new HashMap<>();

    static {
        for (Route.Type type : Route.Type.values()) {
            TYPES.put(type.word(), type);
        }
    }

    private final RouteDraft draft = new RouteDraft();
    private final Words words;
    private final boolean lenient;
    private @Nullable IpAddress via;
    private @Nullable String dev;
    private int weight = 1;
    private final List<String> flags = new ArrayList<>();
    private boolean keyword;

    private RouteLine(Words words, boolean lenient) {
        this.words = words;
        this.lenient = lenient;
    }

    /**
     * Reads a line that begins a route.
     *
     * @param lenient whether words that ip(8) is not known to print may follow a gateway or device
     * @return {@code null} for any other line
     */
    static @Nullable RouteDraft parse(String text, boolean lenient) {
        RouteLine line = new RouteLine(new Words(text), lenient);
        return line.destination() && line.attributes() ? line.draft : null;
    }

    /** Adds a way out from a line {@code nexthop via 10.20.0.7 dev eth0 weight 1}; whether it was one. */
    static boolean addNextHop(String text, RouteDraft draft) {
        RouteLine line = new RouteLine(new Words(text), true);
        if (!line.words.skip("nexthop") || !line.attributes() || !line.draft.hasNextHops()) {
            return false;
        }
        draft.add(line.hop());
        draft.viaOther |= line.draft.viaOther;
        return true;
    }

    private boolean destination() {
        String word = words.next();
        if (word == null) {
            return false;
        }
        Route.Type type = type(word);
        draft.type = type;
        if (type != null) {
            word = words.next();
        }
        if (word == null) {
            return false;
        }
        if (!word.equals("default")) {
            draft.destination = Prefix.parse(word);
            if (draft.destination == null) {
                return false;
            }
        }
        // "unreachable 10.0.0.9" alone may be anybody's words
        boolean telling = type != null && (lenient || type != Route.Type.UNREACHABLE) && discards(type);
        keyword = telling || word.equals("default") || word.indexOf('/') > 0;
        return true;
    }

    private static boolean discards(Route.Type type) {
        return type.discards() || type == Route.Type.THROW;
    }

    private static Route.@Nullable Type type(String word) {
        return Character.isLetter(word.charAt(0)) ? TYPES.get(word) : null;
    }

    private boolean attributes() {
        for (String word = words.next(); word != null && !word.equals("\\"); word = words.next()) {
            if (!attribute(word)) {
                return false;
            }
        }
        if (via != null || dev != null) {
            draft.add(hop());
        }
        return keyword;
    }

    private NextHop hop() {
        return new NextHop(via, dev, weight, flags);
    }

    private boolean attribute(String word) {
        switch (word) {
            case "via" -> {
                return gateway();
            }
            case "dev" -> {
                dev = words.next();
                keyword = true;
                return dev != null;
            }
            case "src" -> {
                String value = words.next();
                draft.source = value == null ? null : IpAddress.parse(value);
                return draft.source != null;
            }
            case "from" -> {
                String value = words.next();
                draft.from = value == null ? null : Prefix.parse(value);
                draft.lookup |= value != null && value.indexOf('/') < 0;
                return draft.from != null;
            }
            case "table" -> {
                draft.table = words.next();
                keyword |= draft.type != null;
            }
            case "scope" -> draft.scope = words.next();
            case "iif" -> draft.iif = words.next();
            case "proto" -> {
                draft.protocol = words.next();
                draft.inet6Words |= "ra".equals(draft.protocol);
                keyword = true;
            }
            case "metric" -> {
                Long value = Numbers.parseLong(words.next());
                draft.metric = value == null ? 0 : value;
                keyword |= value != null;
                return value != null;
            }
            case "weight" -> {
                Integer value = Numbers.parseInt(words.next());
                weight = value == null ? 1 : value;
                return value != null;
            }
            case "pref", "expires" -> {
                words.next();
                draft.preference |= word.equals("pref");
            }
            case "uid" -> {
                draft.lookup = true;
                keyword = true;
                return Numbers.parseLong(words.next()) != null;
            }
            case "encap" -> {
                return encapsulation();
            }
            case "cache" -> draft.lookup = true;
            default -> {
                return other(word);
            }
        }
        return true;
    }

    private boolean gateway() {
        draft.viaOther = words.skip("inet6") || words.skip("inet");
        String value = words.next();
        via = value == null ? null : IpAddress.parse(value);
        keyword = true;
        return via != null;
    }

    /** {@code encap mpls 200 via …}: the words up to the gateway or device are the tunnel's. */
    private boolean encapsulation() {
        for (String next = words.peek(); next != null; next = words.peek()) {
            if (next.equals("via") || next.equals("dev") || next.equals("nexthop")) {
                return true;
            }
            words.next();
        }
        return true;
    }

    private boolean other(String word) {
        if (FLAGS.contains(word)) {
            flags.add(word);
            return true;
        }
        if (SKIPPED.contains(word)) {
            keyword |= word.equals("nhid");
            words.skip("lock");
            return words.next() != null || lenient;
        }
        // a neighbour's line has the same beginning
        boolean shouted = word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(0));
        return lenient && (via != null || dev != null) && !word.equals("lladdr") && !shouted;
    }
}
