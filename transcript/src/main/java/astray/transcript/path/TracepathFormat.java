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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** tracepath(8): one line for each probe, then the path MTU. */
final class TracepathFormat implements Format {
    private static final int HOST_COLUMN = 52;

    @Override
    public String name() {
        return "tracepath";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        TracepathLine first = TracepathLine.parse(head.getFirst().text());
        if (first == null) {
            return NO;
        }
        return switch (first.kind()) {
            case LOCALHOST, RESUME -> CERTAIN;
            case PROBE, NO_REPLY, FAILED -> LIKELY;
        };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new TracepathReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Trace trace) {
                for (Hop hop : trace.hops()) {
                    for (Hop.Probe probe : hop.probes()) {
                        probe(hop.ttl(), probe, trace.address(), out);
                    }
                }
                if (trace.pmtu() != null) {
                    out.append("     Resume: pmtu ")
                            .append(trace.pmtu().toString())
                            .append(" \n");
                }
            }
        }
    }

    private static void probe(int ttl, Hop.Probe probe, @Nullable IpAddress target, Appendable out) throws IOException {
        out.append(ttl < 10 ? " " : "").append(Integer.toString(ttl)).append(":  ");
        if (!probe.answered()) {
            out.append("no reply\n");
            return;
        }
        String address = probe.address() == null ? null : probe.address().toString();
        String shown = probe.name() == null ? String.valueOf(address) : probe.name();
        if (probe.name() != null && address != null) {
            shown += " (" + address + ")";
        }
        out.append(shown).append(" ".repeat(Math.max(1, HOST_COLUMN + 1 - shown.length())));
        Duration time = probe.time();
        if (time != null) {
            String millis = Millis.print(time);
            out.append(" ".repeat(Math.max(0, 7 - millis.length())))
                    .append(millis)
                    .append("ms ");
        }
        if (probe.mark() != null) {
            out.append(probe.mark());
        } else if (target != null && target.equals(probe.address())) {
            out.append("reached");
        }
        out.append('\n');
    }
}
