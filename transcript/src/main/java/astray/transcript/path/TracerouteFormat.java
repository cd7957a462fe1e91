package astray.transcript.path;

import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.ErrnoWords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * traceroute(8): a header, then a line for each time-to-live with its probes. BSD and macOS put each further answerer
 * of a hop on a line of its own; Linux keeps them on one.
 */
final class TracerouteFormat implements Format {
    private enum Style {
        LINUX,
        BSD
    }

    private final Style style;

    private TracerouteFormat(Style style) {
        this.style = style;
    }

    /** The form of Linux, traceroute6 included. */
    static TracerouteFormat linux() {
        return new TracerouteFormat(Style.LINUX);
    }

    /** The form of the BSDs and macOS. */
    static TracerouteFormat bsd() {
        return new TracerouteFormat(Style.BSD);
    }

    @Override
    public String name() {
        return style == Style.LINUX ? "traceroute" : "traceroute (BSD)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = TracerouteReader.withoutInterrupt(head.getFirst().text());
        TracerouteHeader header = TracerouteHeader.parse(first);
        if (header != null) {
            return header.likeBsd() == (style == Style.BSD) ? CERTAIN : CERTAIN - 1;
        }
        if (first.startsWith("traceroute: ") || first.startsWith("traceroute6: ")) {
            boolean said = first.contains("Warning: ") || first.contains("unknown host ") || saysWhy(first);
            return said ? (style == Style.BSD ? CERTAIN : CERTAIN - 1) : NO;
        }
        boolean asked = command != null && command.tool().startsWith("traceroute");
        if (asked && saysWhy(first)) {
            return LIKELY;
        }
        if (head.size() > 1 && head.get(1).text().startsWith("Cannot handle \"host\" cmdline arg") && saysWhy(first)) {
            return CERTAIN;
        }
        TracerouteLine hop = TracerouteLine.parse(first);
        if (hop == null || hop.ttl() == null || hop.probes().isEmpty()) {
            return NO;
        }
        return asked || hop.timed() ? LIKELY : NO;
    }

    private static boolean saysWhy(String text) {
        int colon = text.lastIndexOf(": ");
        return colon > 0 && ErrnoWords.outcome(text.substring(colon + 2)) != null;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new TracerouteReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Trace trace) {
                header(trace, out);
                boolean names =
                        trace.hops().stream().flatMap(h -> h.probes().stream()).anyMatch(p -> p.name() != null);
                for (Hop hop : trace.hops()) {
                    hop(hop, names, out);
                }
            }
        }
    }

    private static void header(Trace trace, Appendable out) throws IOException {
        if (trace.target() == null || trace.address() == null) {
            return;
        }
        out.append("traceroute to ").append(trace.target());
        out.append(" (").append(trace.address().toString()).append(')');
        if (trace.maxHops() != null) {
            out.append(", ").append(trace.maxHops().toString()).append(" hops max");
        }
        if (trace.packetSize() != null) {
            out.append(", ").append(trace.packetSize().toString()).append(" byte packets");
        }
        out.append('\n');
    }

    private void hop(Hop hop, boolean names, Appendable out) throws IOException {
        out.append(hop.ttl() < 10 ? " " : "")
                .append(Integer.toString(hop.ttl()))
                .append(' ');
        Hop.Probe last = null;
        for (Hop.Probe probe : hop.probes()) {
            if (!probe.answered()) {
                out.append(" *");
                continue;
            }
            if (last == null || !same(last, probe)) {
                out.append(last != null && style == Style.BSD ? "\n    " : " ");
                out.append(answerer(probe, names));
            }
            last = probe;
            Duration time = probe.time();
            if (time != null) {
                out.append("  ").append(Millis.print(time)).append(" ms");
            }
            if (probe.mark() != null) {
                out.append(' ').append(probe.mark());
            }
        }
        out.append('\n');
    }

    private static boolean same(Hop.Probe one, Hop.Probe other) {
        return one.address() != null
                && one.address().equals(other.address())
                && Objects.equals(one.name(), other.name());
    }

    private static String answerer(Hop.Probe probe, boolean names) {
        IpAddress address = probe.address();
        String shown = address == null ? String.valueOf(probe.name()) : address.toString();
        return names ? (probe.name() == null ? shown : probe.name()) + " (" + shown + ")" : shown;
    }
}
