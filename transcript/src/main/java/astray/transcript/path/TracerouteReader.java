package astray.transcript.path;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Hop;
import astray.facts.IpAddress;
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
import astray.transcript.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads traceroute's output in the Linux and the BSD form, whole or as an excerpt. */
final class TracerouteReader implements Reader {
    static final String TOOL = "traceroute";

    /** The options of traceroute(8), Linux and BSD, that take a value. */
    private static final String VALUED = "fgimNpqstwzMOPAlx";

    private static final int MAX_PROBES = 256;

    private final Sink sink;
    private final @Nullable Command command;
    private final Quote quote = new Quote();
    private final List<Hop> hops = new ArrayList<>();
    private @Nullable TracerouteHeader header;
    private @Nullable Integer mtu;

    TracerouteReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        this.command = command;
    }

    /** The target in the command's words. */
    static @Nullable String target(@Nullable Command command) {
        return new Operands(command, VALUED).at(0);
    }

    @Override
    public boolean accept(Line line) {
        String text = withoutInterrupt(line.text());
        TracerouteHeader next = TracerouteHeader.parse(text);
        if (next != null) {
            end();
            header = next;
            quote.add(line);
            return true;
        }
        if (text.isBlank()) {
            return !line.isBlank() && !quote.isEmpty();
        }
        return noise(text) || failure(line, text) || hop(line, text);
    }

    private boolean hop(Line line, String text) {
        TracerouteLine parsed = TracerouteLine.parse(text);
        if (parsed == null) {
            return false;
        }
        int last = hops.isEmpty() ? 0 : hops.getLast().ttl();
        Integer ttl = parsed.ttl();
        if (ttl == null) {
            if (hops.isEmpty() || !parsed.timed()) {
                return false;
            }
            if (hops.getLast().probes().size() >= MAX_PROBES) {
                return true;
            }
            Hop hop = hops.removeLast();
            List<Hop.Probe> probes = new ArrayList<>(hop.probes());
            probes.addAll(parsed.probes());
            hops.add(new Hop(hop.ttl(), probes, null));
        } else if (ttl > last && (header != null || !hops.isEmpty() || parsed.timed() || command != null)) {
            if (!parsed.probes().isEmpty()) {
                hops.add(new Hop(ttl, parsed.probes(), null));
            }
        } else {
            return false;
        }
        if (parsed.mtu() != null) {
            mtu = parsed.mtu();
        }
        quote.add(line);
        return true;
    }

    /** A line that ended with an interrupt, without it. */
    static String withoutInterrupt(String text) {
        String stripped = text.stripTrailing();
        return stripped.endsWith("^C") ? stripped.substring(0, stripped.length() - 2) : stripped;
    }

    private static boolean noise(String text) {
        return text.startsWith("traceroute: Warning:")
                || text.startsWith("traceroute6: Warning:")
                || text.startsWith("traceroute: wrote ")
                || text.startsWith("Cannot handle \"host\" cmdline arg");
    }

    /** {@code connect: Network is unreachable}, {@code traceroute: sendto: …}, {@code server: Name or service not known}. */
    private boolean failure(Line line, String text) {
        int colon = text.lastIndexOf(": ");
        if (colon <= 0) {
            return unknownHost(line, text);
        }
        Outcome outcome = ErrnoWords.outcome(text.substring(colon + 2));
        String before = text.substring(0, colon).strip();
        if (outcome == Outcome.NAME_UNRESOLVED) {
            String name = before.startsWith(TOOL) ? before.substring(before.lastIndexOf(' ') + 1) : before;
            if (!Literals.name(name)) {
                return false;
            }
            sink.fact(new ConnectAttempt(TOOL, name, null, null, outcome), line);
            return true;
        }
        String call = before.startsWith("traceroute: ") ? before.substring("traceroute: ".length()) : before;
        if (outcome == null || !(call.equals("connect") || call.equals("send") || call.equals("sendto"))) {
            return unknownHost(line, text);
        }
        String target = header != null ? header.target() : target(command);
        IpAddress address = header != null ? header.address() : Literals.address(target);
        sink.fact(new ConnectAttempt(TOOL, target, address, port(), outcome), line);
        return true;
    }

    private boolean unknownHost(Line line, String text) {
        int at = text.indexOf("unknown host ");
        if (!text.startsWith(TOOL) || at < 0) {
            return false;
        }
        String name = text.substring(at + "unknown host ".length()).strip();
        if (!Literals.name(name)) {
            return false;
        }
        sink.fact(new ConnectAttempt(TOOL, name, null, null, Outcome.NAME_UNRESOLVED), line);
        return true;
    }

    /** With -T the port is that of a service; otherwise it only tells the probes apart. */
    private @Nullable Integer port() {
        return command != null && command.option('T') ? Numbers.parsePort(Operands.option(command, 'p')) : null;
    }

    @Override
    public void end() {
        if (!quote.isEmpty()) {
            Trace trace = trace();
            quote.prove(trace, sink);
            for (NameMapping mapping : ShownNames.of(trace)) {
                quote.prove(mapping, sink);
            }
        }
        header = null;
        mtu = null;
        hops.clear();
        quote.clear();
    }

    private Trace trace() {
        if (header != null) {
            return new Trace(TOOL, header.target(), header.address(), header.maxHops(), header.packetSize(), mtu, hops);
        }
        String target = target(command);
        return new Trace(TOOL, target, Literals.address(target), null, null, mtu, hops);
    }
}
