package astray.transcript.nettools;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The IPv6 routing table of net-tools: {@code route -6 -n}, {@code netstat -rn6} (route(8)). It lists the routes of
 * every table and does not say which; the host's own addresses bear the flag {@code n}.
 */
public final class RouteTable6Format implements Format {
    private static final String TITLE = "Kernel IPv6 routing table";
    private static final String FLAGS = "UGHRDMAC!neacd";
    /** The metric of the kernel's own last route, which it counts down from 32 bits and net-tools prints as signed. */
    private static final long LAST_METRIC = 0xffffffffL;

    @Override
    public String name() {
        return "route -6 -n";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        return first.strip().equals(TITLE) || isHeader(first) || parse(first) != null ? CERTAIN : NO;
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("Destination") && words.skip("Next") && words.skip("Hop") && words.skip("Flag");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            String text = line.text();
            if (text.strip().equals(TITLE) || isHeader(text)) {
                return true;
            }
            Route route = parse(text);
            if (route != null) {
                sink.fact(route, line);
            }
            return route != null;
        };
    }

    private static @Nullable Route parse(String text) {
        Words words = new Words(text);
        Prefix destination = prefix(words.next());
        IpAddress gateway = address(words.next());
        String flags = words.next();
        Long metric = metric(words.next());
        String references = words.next();
        String uses = words.next();
        String iface = words.next();
        if (destination == null || gateway == null || metric == null || iface == null || flags == null) {
            return null;
        }
        if (!isFlags(flags) || Numbers.parseLong(references) == null || Numbers.parseLong(uses) == null) {
            return null;
        }
        Route.Type type = type(destination, flags);
        NextHop hop = new NextHop(gateway.isAny() ? null : gateway, iface, 1, List.of());
        boolean own = type == Route.Type.LOCAL || type == Route.Type.MULTICAST;
        boolean learnt = flags.indexOf('A') >= 0 && flags.indexOf('G') >= 0;
        return new Route(
                type,
                destination,
                own ? Route.LOCAL : Route.MAIN,
                List.of(hop),
                null,
                metric,
                learnt ? "ra" : null,
                null);
    }

    private static Route.Type type(Prefix destination, String flags) {
        if (flags.indexOf('!') >= 0) {
            return Route.Type.UNREACHABLE;
        }
        if (destination.address().isMulticast()) {
            return Route.Type.MULTICAST;
        }
        boolean own = flags.indexOf('n') >= 0 && destination.length() == 128;
        return own ? Route.Type.LOCAL : Route.Type.UNICAST;
    }

    /** {@code 2001:db8::/64} or {@code [::]/0}. */
    private static @Nullable Prefix prefix(@Nullable String word) {
        if (word == null || word.indexOf('/') < 0) {
            return null;
        }
        Prefix prefix = Prefix.parse(word.startsWith("[") ? word.substring(1).replace("]", "") : word);
        return prefix != null && prefix.family() == Family.INET6 ? prefix : null;
    }

    private static @Nullable IpAddress address(@Nullable String word) {
        if (word == null) {
            return null;
        }
        boolean bracketed = word.startsWith("[") && word.endsWith("]") && word.length() > 2;
        IpAddress address = IpAddress.parse(bracketed ? word.substring(1, word.length() - 1) : word);
        return address != null && address.family() == Family.INET6 ? address : null;
    }

    private static @Nullable Long metric(@Nullable String word) {
        return "-1".equals(word) ? Long.valueOf(LAST_METRIC) : Numbers.parseLong(word);
    }

    private static boolean isFlags(String word) {
        if (word.charAt(0) != 'U' && word.charAt(0) != '!') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (FLAGS.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append(TITLE).append("\nDestination                    Next Hop                   Flag Met Ref  Use If\n");
        for (Fact fact : facts) {
            if (fact instanceof Route route && route.destination().family() == Family.INET6) {
                print(route, out);
            }
        }
    }

    private static void print(Route route, Appendable out) throws IOException {
        IpAddress via = route.via();
        Columns.left(route.destination().toString(), 30, out);
        Columns.left(via == null ? "::" : via.toString(), 26, out);
        String flags = route.type() == Route.Type.UNREACHABLE ? "!n" : via == null ? "U" : "UG";
        if (route.type() == Route.Type.LOCAL) {
            flags = via == null ? "Un" : "UGn";
        } else if ("ra".equals(route.protocol()) && via != null && flags.equals("UG")) {
            flags = "UGDAe";
        }
        Columns.left(flags, 4, out);
        Columns.left(route.metric() == LAST_METRIC ? "-1" : Long.toString(route.metric()), 4, out);
        out.append("1      0 ").append(route.dev() == null ? "*" : route.dev()).append('\n');
    }
}
