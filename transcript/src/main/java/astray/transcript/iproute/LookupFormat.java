package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip route get} (ip-route(8)): the kernel's choice for one packet, or its error. */
public final class LookupFormat implements Format {

    @Override
    public String name() {
        return "ip route get";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        IpCommand ip = IpCommand.of(command);
        String first = head.getFirst().text();
        if (RouteReader.lookupError(first, ip) != null) {
            return ip != null ? CERTAIN : LIKELY;
        }
        int joint = first.indexOf('\\');
        boolean asked = ip != null && ip.isLookup();
        String next = joint >= 0
                ? first.substring(joint + 1)
                : head.size() > 1 ? head.get(1).text() : "";
        boolean cached = RouteReader.isCacheLine(next);
        RouteDraft draft = RouteLine.parse(joint < 0 ? first : first.substring(0, joint), asked || cached);
        return draft != null && (asked || cached || draft.lookup) ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new RouteReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof RouteLookup lookup) {
                print(lookup, out);
            }
        }
    }

    private static void print(RouteLookup lookup, Appendable out) throws IOException {
        Route route = lookup.route();
        if (route == null) {
            out.append("RTNETLINK answers: ")
                    .append(String.valueOf(lookup.error()))
                    .append('\n');
            return;
        }
        boolean inet6 = route.destination().family() == Family.INET6;
        if (route.type() != Route.Type.UNICAST) {
            out.append(route.type().word()).append(' ');
        }
        out.append(RoutePrinter.destination(route.destination())).append(' ');
        if (lookup.from() != null) {
            out.append("from ").append(lookup.from().toString()).append(' ');
        } else if (inet6) {
            out.append("from :: ");
        }
        if (!route.nextHops().isEmpty()) {
            RoutePrinter.way(route, route.nextHops().getFirst(), out);
        }
        if (inet6 && lookup.iif() != null) {
            out.append("iif ").append(lookup.iif()).append(' ');
        }
        RoutePrinter.attributes(route, RoutePrinter.flags(route), lookup.iif() == null ? "0" : null, out);
        out.append('\n');
        if (!inet6) {
            out.append("    cache ");
            if (RouteAssembler.impliesLocal(route.type())) {
                out.append(route.type() == Route.Type.BROADCAST ? "<local,brd> " : "<local> ");
            }
            if (lookup.iif() != null) {
                out.append("iif ").append(lookup.iif()).append(' ');
            }
            out.append('\n');
        }
    }
}
