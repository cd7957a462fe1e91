package astray.transcript.nettools;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
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

/**
 * The IPv4 routing table of net-tools (route(8), netstat(8)): {@code route -n} with metrics, {@code netstat -rn}
 * with sizes in their place, {@code route -ee} with both.
 */
public final class RouteTableFormat implements Format {
    private static final String TITLE = "Kernel IP routing table";

    private final boolean metrics;

    private RouteTableFormat(boolean metrics) {
        this.metrics = metrics;
    }

    /** {@code route -n}. */
    public static RouteTableFormat route() {
        return new RouteTableFormat(true);
    }

    /** {@code netstat -rn}: shows no metrics. */
    public static RouteTableFormat netstat() {
        return new RouteTableFormat(false);
    }

    @Override
    public String name() {
        return metrics ? "route -n" : "netstat -rn";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        int at = head.getFirst().text().strip().equals(TITLE) && head.size() > 1 ? 1 : 0;
        String text = head.get(at).text();
        if (isHeader(text)) {
            return text.contains(" Metric ") == metrics ? CERTAIN : LIKELY;
        }
        if (at == 0 && head.getFirst().text().strip().equals(TITLE)) {
            return LIKELY;
        }
        RouteRow row = RouteRow.parse(text);
        return row == null || row.destination() == null ? NO : metrics ? CERTAIN : LIKELY;
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("Destination") && words.skip("Gateway") && words.skip("Genmask") && words.skip("Flags");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new RowReader(sink, command);
    }

    private static final class RowReader implements Reader {
        private static final int TRUNCATED_NAME = 6;

        private final Sink sink;
        private boolean metrics;
        private boolean namesCut;
        private boolean headed;

        RowReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            metrics = command == null || !command.tool().equals("netstat") || command.option('e');
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text();
            if (isHeader(text)) {
                metrics = text.contains(" Metric ");
                // -ee prints six characters of the interface's name and then goes on
                namesCut = text.contains(" Iface ") && text.contains(" MSS ");
                headed = true;
                return true;
            }
            if (text.strip().equals(TITLE)) {
                headed = true;
                return true;
            }
            RouteRow row = RouteRow.parse(text);
            if (row == null || row.destination() == null && !headed) {
                return false;
            }
            Route route = row.route(metrics, !namesCut || row.iface().length() < TRUNCATED_NAME);
            if (route != null) {
                sink.fact(route, line);
            }
            return true;
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append(TITLE).append("\nDestination     Gateway         Genmask         ");
        out.append(metrics ? "Flags Metric Ref    Use Iface\n" : "Flags   MSS Window  irtt Iface\n");
        for (Fact fact : facts) {
            boolean holds = fact instanceof Route route
                    && route.destination().family() == Family.INET
                    && route.table().equals(Route.MAIN);
            if (holds) {
                print((Route) fact, out);
            }
        }
    }

    private void print(Route route, Appendable out) throws IOException {
        boolean rejected = route.type() == Route.Type.UNREACHABLE || route.type() == Route.Type.PROHIBIT;
        IpAddress via = route.via();
        String gateway = rejected ? "-" : via == null || via.family() == Family.INET6 ? "0.0.0.0" : via.toString();
        Columns.left(route.destination().address().toString(), 15, out);
        Columns.left(gateway, 15, out);
        Columns.left(route.destination().netmask().toString(), 15, out);
        StringBuilder flags = new StringBuilder(rejected ? "!" : "U");
        if (!rejected) {
            flags.append(via == null ? "" : "G").append(route.destination().length() == 32 ? "H" : "");
            flags.append("redirect".equals(route.protocol()) ? "D" : "");
        }
        Columns.left(flags.toString(), 5, out);
        if (metrics) {
            Columns.left(Long.toString(route.metric()), 6, out);
            out.append(rejected ? "-        0 " : "0        0 ");
        } else {
            out.append(rejected ? "    - -          - " : "    0 0          0 ");
        }
        String dev = route.dev();
        out.append(dev != null ? dev : rejected ? "-" : "*").append('\n');
    }
}
