package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.Route;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip route} (ip-route(8)) of either family, plain, with {@code -d}, and with {@code -o}. */
public final class RouteFormat implements Format {
    private enum Style {
        PLAIN("ip route", "\n\t"),
        DETAILS("ip -d route", "\n\t"),
        ONELINE("ip -o route", "\\\t");

        private final String command;
        private final String joint;

        Style(String command, String joint) {
            this.command = command;
            this.joint = joint;
        }
    }

    private final Style style;

    private RouteFormat(Style style) {
        this.style = style;
    }

    /** {@code ip route}. */
    public static RouteFormat plain() {
        return new RouteFormat(Style.PLAIN);
    }

    /** {@code ip -d route}: every route begins with its type. */
    public static RouteFormat details() {
        return new RouteFormat(Style.DETAILS);
    }

    /** {@code ip -o route}: a multipath route is one line. */
    public static RouteFormat oneline() {
        return new RouteFormat(Style.ONELINE);
    }

    @Override
    public String name() {
        return style.command;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        IpCommand ip = IpCommand.of(command);
        String first = head.getFirst().text();
        if (RouteReader.isNoTable(first, ip)) {
            return style == Style.PLAIN ? LIKELY : NO;
        }
        int joint = first.indexOf('\\');
        String piece = joint < 0 ? first : first.substring(0, joint);
        if (ip != null && ip.isLookup()) {
            return NO;
        }
        boolean listed = ip != null && ip.about("route");
        RouteDraft draft = RouteLine.parse(piece, listed);
        if (draft == null || draft.lookup) {
            return NO;
        }
        String next = joint >= 0
                ? first.substring(joint + 1)
                : head.size() > 1 ? head.get(1).text() : "";
        if (RouteReader.isCacheLine(next)) {
            return NO;
        }
        if (draft.lacksNextHops()
                && !next.strip().startsWith("nexthop ")
                && !next.strip().startsWith("nh_info ")) {
            return NO;
        }
        boolean fits = joint >= 0
                ? style == Style.ONELINE
                : style == (draft.type == Route.Type.UNICAST ? Style.DETAILS : Style.PLAIN);
        return !fits || !listed && !draft.hasNextHops() && joint < 0 ? LIKELY : CERTAIN;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new RouteReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Route route) {
                RoutePrinter.print(route, style == Style.DETAILS, style.joint, out);
                out.append('\n');
            }
        }
    }
}
