package astray.transcript.path;

import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.HostName;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mtr --report} (mtr(8)): the reporting host, then a line of statistics for each time-to-live. */
final class MtrFormat implements Format {
    private static final int HOST_COLUMN = 25;

    @Override
    public String name() {
        return "mtr --report";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (MtrReader.header(first) != null || first.startsWith("mtr: ")) {
            return CERTAIN;
        }
        if (first.startsWith("Start: ")
                && head.size() > 1
                && MtrReader.header(head.get(1).text()) != null) {
            return CERTAIN;
        }
        MtrRow row = MtrRow.parse(first, MtrRow.USUAL);
        if (row == null) {
            return NO;
        }
        return first.contains("|--")
                ? CERTAIN
                : command != null && command.tool().equals("mtr") ? LIKELY : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new MtrReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof HostName host) {
                out.append("HOST: ").append(pad(host.name(), HOST_COLUMN + 2));
                out.append(" Loss%   Snt   Last   Avg  Best  Wrst StDev\n");
            } else if (fact instanceof Trace trace) {
                for (Hop hop : trace.hops()) {
                    row(hop, out);
                }
            }
        }
    }

    private static void row(Hop hop, Appendable out) throws IOException {
        Hop.Statistics statistics = hop.statistics();
        String number = Integer.toString(hop.ttl());
        out.append(" ".repeat(Math.max(0, 3 - number.length()))).append(number);
        out.append(".|-- ").append(pad(shown(hop.probes()), HOST_COLUMN - 1));
        if (statistics != null) {
            // the report's own columns: Loss%, Snt, Last, Avg, Best, Wrst, StDev
            boolean all = statistics.lossPercent() == 100;
            column(out, Millis.fixed(statistics.lossPercent(), 1) + (all ? "" : "%"), 7);
            column(out, Integer.toString(statistics.sent()), 6);
            column(out, Millis.fixed(statistics.lastMs(), 1), 7);
            for (double value : new double[] {
                statistics.averageMs(), statistics.bestMs(), statistics.worstMs(), statistics.deviationMs()
            }) {
                column(out, Millis.fixed(value, 1), 6);
            }
        }
        out.append('\n');
        for (Hop.Probe other : hop.probes()
                .subList(Math.min(1, hop.probes().size()), hop.probes().size())) {
            out.append("    |  `|-- ").append(shown(List.of(other))).append('\n');
        }
    }

    private static void column(Appendable out, String text, int width) throws IOException {
        out.append(" ".repeat(Math.max(1, width - text.length()))).append(text);
    }

    private static String shown(List<Hop.Probe> probes) {
        if (probes.isEmpty() || !probes.getFirst().answered()) {
            return "???";
        }
        Hop.Probe probe = probes.getFirst();
        if (probe.name() == null) {
            return String.valueOf(probe.address());
        }
        return probe.address() == null ? probe.name() : probe.name() + " (" + probe.address() + ")";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
