package astray.transcript.nettools;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code netstat -rn} of macOS and the BSDs (netstat(1)): a section for each family, destinations abbreviated. */
public final class BsdRouteFormat implements Format {
    private static final String TITLE = "Routing tables";
    private static final String INET = "Internet:";
    private static final String INET6 = "Internet6:";

    @Override
    public String name() {
        return "netstat -rn (BSD)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (first.strip().startsWith(TITLE) || isHeader(first)) {
            return CERTAIN;
        }
        if (isSection(first)) {
            return head.size() > 1 && isHeader(head.get(1).text()) ? CERTAIN : NO;
        }
        BsdRow row = BsdRow.parse(first);
        return row == null
                ? NO
                : row.gateway().startsWith("link#") || row.flags().length() > 1 ? LIKELY : WEAK;
    }

    private static boolean isSection(String text) {
        String title = text.strip();
        return title.equals(INET) || title.equals(INET6);
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("Destination")
                && words.skip("Gateway")
                && words.skip("Flags")
                && (text.contains("Netif") || text.contains("Iface") || text.contains("Interface"));
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new RowReader(sink);
    }

    private static final class RowReader implements Reader {
        private final Sink sink;
        private @Nullable Family family;
        private boolean headed;

        RowReader(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text();
            if (line.isBlank()) {
                return headed;
            }
            if (isSection(text) || text.strip().startsWith(TITLE) || isHeader(text)) {
                headed = true;
                family = text.strip().equals(INET6) ? Family.INET6 : isHeader(text) ? family : Family.INET;
                return true;
            }
            BsdRow row = BsdRow.parse(text);
            if (row == null) {
                // addresses of IPv6 are cut to the column's width unless -l is given
                return headed && isCutRow(text);
            }
            Family told = row.family();
            if (told != null) {
                family = told;
            }
            Fact fact = row.fact(family == null ? Family.INET : family);
            if (fact != null) {
                sink.fact(fact, line);
            }
            return true;
        }

        private static boolean isCutRow(String text) {
            Words words = new Words(text);
            String first = words.next();
            String gateway = words.next();
            String flags = words.next();
            return first != null
                    && first.indexOf(':') > 0
                    && gateway != null
                    && flags != null
                    && flags.charAt(0) == 'U'
                    && words.more();
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append(TITLE).append('\n');
        for (Family family : Family.values()) {
            boolean headed = false;
            for (Fact fact : facts) {
                if (family(fact) == family) {
                    if (!headed) {
                        header(family, out);
                        headed = true;
                    }
                    print(fact, width(family), out);
                }
            }
        }
    }

    private static @Nullable Family family(Fact fact) {
        return switch (fact) {
            case Route route -> route.destination().family();
            case Neighbour neighbour -> neighbour.address().family();
            default -> null;
        };
    }

    private static int width(Family family) {
        return family == Family.INET ? 18 : 39;
    }

    private static void header(Family family, Appendable out) throws IOException {
        out.append('\n').append(family == Family.INET ? INET : INET6).append('\n');
        row("Destination", "Gateway", "Flags", "Netif", "Expire", width(family), out);
    }

    private static void row(
            String destination, String gateway, String flags, String dev, String expire, int width, Appendable out)
            throws IOException {
        Columns.left(destination, width, out);
        Columns.left(gateway, width, out);
        Columns.left(flags, 12, out);
        Columns.right(dev, 12, out);
        Columns.right(expire, 5, out);
        out.append('\n');
    }

    private static void print(Fact fact, int width, Appendable out) throws IOException {
        if (fact instanceof Neighbour neighbour && neighbour.dev() != null) {
            boolean asked = neighbour.state().unanswered();
            String lladdr = neighbour.lladdr();
            String gateway = lladdr == null ? "link#4" : LinkLayer.bsd(lladdr);
            row(neighbour.address().toString(), gateway, "UHLWI", neighbour.dev(), asked ? "!" : "", width, out);
        } else if (fact instanceof Route route) {
            print(route, width, out);
        }
    }

    private static void print(Route route, int width, Appendable out) throws IOException {
        Prefix destination = route.destination();
        IpAddress via = route.via();
        String shown = destination.length() == 0
                ? "default"
                : destination.length() == destination.family().bits()
                        ? destination.address().toString()
                        : destination.toString();
        boolean own = route.type() == Route.Type.LOCAL;
        StringBuilder flags = new StringBuilder("U");
        flags.append(via == null ? "" : "G")
                .append(destination.length() == destination.family().bits() ? "H" : "");
        flags.append(own ? "L" : "").append(route.type() == Route.Type.BLACKHOLE ? "B" : "");
        flags.append(route.type() == Route.Type.UNREACHABLE ? "R" : "");
        flags.append("static".equals(route.protocol()) ? "S" : "");
        flags.append("redirect".equals(route.protocol()) ? "D" : "");
        flags.append(route.type() == Route.Type.MULTICAST ? "m" : "");
        flags.append(route.table().equals(BsdRow.SCOPED) ? "I" : "");
        String dev = route.dev();
        row(
                shown,
                via == null ? "link#4" : via.toString(),
                flags.toString(),
                dev == null ? "lo0" : dev,
                "",
                width,
                out);
    }
}
