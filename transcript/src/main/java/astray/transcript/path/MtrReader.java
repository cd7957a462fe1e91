package astray.transcript.path;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Hop;
import astray.facts.HostName;
import astray.facts.NameMapping;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.ErrnoWords;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.connect.Quote;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads mtr's report. The report does not name its target; the command does. */
final class MtrReader implements Reader {
    private static final int MAX_ANSWERERS = 64;

    private final Sink sink;
    private final @Nullable String target;
    private final Quote quote = new Quote();
    private final List<Hop> hops = new ArrayList<>();
    private List<String> columns = MtrRow.USUAL;

    MtrReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        target = new Operands(command, "FiscoLNmfUpPTQzaIBZGg").last();
    }

    /** The reporting host's name in {@code HOST: client   Loss%   Snt …}, empty for an interactive screen's header. */
    static @Nullable String header(String line) {
        Words words = new Words(line);
        if (!line.contains("Loss%")) {
            return null;
        }
        if (words.skip("HOST:")) {
            String host = words.next();
            return host == null || host.equals("Loss%") ? "" : host;
        }
        return words.skip("Host") ? "" : null;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        String host = header(text);
        if (host != null) {
            return hops.isEmpty() && header(line, host);
        }
        if (text.startsWith("Start: ") || text.stripLeading().startsWith("[MPLS: ")) {
            return true;
        }
        if (text.startsWith("mtr: ")) {
            failure(line, text);
            return true;
        }
        MtrRow row = MtrRow.parse(text, columns);
        if (row == null || !take(row)) {
            return false;
        }
        quote.add(line);
        return true;
    }

    private boolean header(Line line, String host) {
        quote.add(line);
        Words words = new Words(line.text().substring(line.text().indexOf("Loss%")));
        columns = MtrRow.columns(words);
        if (!host.isEmpty()) {
            sink.fact(new HostName(host), line);
        }
        return true;
    }

    private boolean take(MtrRow row) {
        int last = hops.isEmpty() ? 0 : hops.getLast().ttl();
        if (row.ttl() == null) {
            if (hops.isEmpty() || hops.getLast().probes().size() >= MAX_ANSWERERS) {
                return !hops.isEmpty();
            }
            Hop hop = hops.removeLast();
            List<Hop.Probe> probes = new ArrayList<>(hop.probes());
            probes.add(row.probe());
            hops.add(new Hop(hop.ttl(), probes, hop.statistics()));
            return true;
        }
        if (row.ttl() <= last) {
            return false;
        }
        hops.add(new Hop(row.ttl(), List.of(row.probe()), row.statistics()));
        return true;
    }

    /** {@code mtr: udp socket connect failed: Network is unreachable}, {@code mtr: Failed to resolve host: server: …}. */
    private void failure(Line line, String text) {
        int colon = text.lastIndexOf(": ");
        Outcome outcome = ErrnoWords.outcome(text.substring(colon + 2));
        if (outcome != null) {
            sink.fact(new ConnectAttempt("mtr", target, Literals.address(target), null, outcome), line);
        }
    }

    @Override
    public void end() {
        if (!hops.isEmpty()) {
            Trace trace = new Trace("mtr", target, Literals.address(target), null, null, null, hops);
            quote.prove(trace, sink);
            for (NameMapping mapping : ShownNames.of(trace)) {
                quote.prove(mapping, sink);
            }
        }
    }
}
