package astray.diagnosis.model;

import astray.facts.Endpoint;
import astray.facts.FirewallRule;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.PublishedPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a port of a host is led to another machine or a container, so that nothing on the host itself need listen.
 *
 * @param to where it is led; its parts are {@code null} where not shown
 * @param shown what says so
 */
public record Publication(Endpoint to, Observation<?> shown) {
    private static final String[] TURNS = {"--to-destination ", "dnat to ", "dnat ip to ", "dnat ip6 to "};

    /** What leads a port elsewhere; {@code null} for none that was shown. */
    public static @Nullable Publication of(HostModel model, String protocol, int port) {
        for (Observation<PublishedPort> seen : model.host().of(PublishedPort.class)) {
            PublishedPort published = seen.fact();
            if (published.port() == port && published.protocol().equals(protocol)) {
                return new Publication(
                        new Endpoint(
                                published.containerAddress(),
                                published.container(),
                                published.containerPort(),
                                null,
                                null),
                        seen);
            }
        }
        for (Observation<FirewallRule> seen : model.host().of(FirewallRule.class)) {
            IpAddress to = turned(seen.fact().rule(), port);
            if (to != null) {
                return new Publication(Endpoint.of(to, null), seen);
            }
        }
        return null;
    }

    private static @Nullable IpAddress turned(String rule, int port) {
        String lower = rule.toLowerCase(Locale.ROOT);
        if (!speaksOf(lower, port)) {
            return null;
        }
        for (String words : TURNS) {
            int at = lower.indexOf(words);
            if (at >= 0) {
                return address(lower, at + words.length());
            }
        }
        return null;
    }

    /** Whether it is for this destination port: {@code dport 8080}, {@code --dport 8080}, {@code dpt:8080}. */
    private static boolean speaksOf(String rule, int port) {
        return holds(rule, "dport " + port) || holds(rule, "dpt:" + port);
    }

    private static boolean holds(String rule, String words) {
        int at = rule.indexOf(words);
        int end = at + words.length();
        return at >= 0 && (end == rule.length() || !Character.isDigit(rule.charAt(end)) && rule.charAt(end) != '-');
    }

    private static @Nullable IpAddress address(String rule, int from) {
        int end = from;
        while (end < rule.length() && rule.charAt(end) != ' ') {
            end++;
        }
        String word = rule.substring(from, end);
        if (word.startsWith("[")) {
            int close = word.indexOf(']');
            return close < 0 ? null : IpAddress.parse(word.substring(1, close));
        }
        IpAddress bare = IpAddress.parse(word);
        int colon = word.indexOf(':');
        return bare != null || colon < 0 ? bare : IpAddress.parse(word.substring(0, colon));
    }
}
