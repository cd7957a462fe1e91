package astray.transcript.path;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.connect.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tracepath's lines; the probes of one time-to-live become one hop. */
final class TracepathReader implements Reader {
    private static final int MAX_PROBES = 64;

    private final Sink sink;
    private final Quote quote = new Quote();
    private final List<Hop> hops = new ArrayList<>();
    private final List<Hop.Probe> probes = new ArrayList<>();
    private final @Nullable String target;
    private @Nullable IpAddress address;
    private @Nullable Integer pmtu;
    private int ttl;
    private boolean over;

    TracepathReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        target = new Operands(command, "lmp").at(0);
        address = Literals.address(target);
    }

    @Override
    public boolean accept(Line line) {
        String text = TracerouteReader.withoutInterrupt(line.text());
        if (text.isBlank()) {
            return !line.isBlank() && !over && !quote.isEmpty();
        }
        TracepathLine parsed = TracepathLine.parse(text);
        boolean more = parsed != null && parsed.kind() == TracepathLine.Kind.RESUME;
        if (parsed == null || (over && !more) || (!more && parsed.ttl() < ttl)) {
            return false;
        }
        quote.add(line);
        if (parsed.pmtu() != null) {
            pmtu = parsed.pmtu();
        }
        switch (parsed.kind()) {
            case LOCALHOST -> {}
            case RESUME -> over = true;
            case PROBE, NO_REPLY, FAILED -> probe(parsed);
        }
        return true;
    }

    private void probe(TracepathLine line) {
        if (line.ttl() != ttl) {
            closeHop();
            ttl = line.ttl();
        }
        Hop.Probe probe = line.probe();
        if (line.reached()) {
            if (probe.address() != null) {
                address = probe.address();
            } else if (address != null) {
                // the target answered, and its address is known from the command
                probe = new Hop.Probe(address, probe.name(), probe.time(), probe.mark());
            }
        }
        if (probes.size() < MAX_PROBES && line.kind() != TracepathLine.Kind.FAILED) {
            probes.add(probe);
        }
    }

    private void closeHop() {
        if (!probes.isEmpty()) {
            hops.add(new Hop(ttl, probes, null));
        }
        probes.clear();
    }

    @Override
    public void end() {
        closeHop();
        if (!quote.isEmpty()) {
            Trace trace = new Trace("tracepath", target, address, null, null, pmtu, hops);
            quote.prove(trace, sink);
            for (NameMapping mapping : ShownNames.of(trace)) {
                quote.prove(mapping, sink);
            }
        }
    }
}
