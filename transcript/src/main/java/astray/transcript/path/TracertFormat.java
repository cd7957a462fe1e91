package astray.transcript.path;

import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.connect.Quote;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tracert} of Windows: times first, the answerer last. */
final class TracertFormat implements Format {
    private static final String OPENING = "Tracing route to ";
    private static final int MAX_PROBES = 16;

    @Override
    public String name() {
        return "tracert (Windows)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (first.startsWith(OPENING)) {
            return CERTAIN;
        }
        Hop hop = hop(first);
        return hop != null && !hop.probes().isEmpty() && (first.contains(" ms ") || first.endsWith("timed out."))
                ? LIKELY
                : NO;
    }

    /** {@code 1    <1 ms     2 ms     *     gw [10.0.0.1]}; {@code null} for anything else. */
    private static @Nullable Hop hop(String line) {
        Words words = new Words(line);
        Integer ttl = Numbers.parseInt(words.next());
        if (ttl == null || ttl < 1 || ttl > 255) {
            return null;
        }
        List<@Nullable Duration> times = new ArrayList<>();
        List<Boolean> answered = new ArrayList<>();
        String word = words.next();
        for (; word != null && times.size() < MAX_PROBES; word = words.next()) {
            boolean below = word.startsWith("<");
            Duration time = Millis.parse(below ? word.substring(1) : word);
            if (word.equals("*")) {
                times.add(null);
                answered.add(false);
            } else if (time != null && words.skip("ms")) {
                // "<1 ms" is a bound, no time
                times.add(below ? null : time);
                answered.add(true);
            } else {
                break;
            }
        }
        if (word == null) {
            return null;
        }
        return word.equals("Request") || word.equals("General")
                ? silent(ttl, times.size())
                : answered(ttl, word, words, times, answered);
    }

    private static @Nullable Hop silent(int ttl, int count) {
        List<Hop.Probe> probes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            probes.add(Hop.Probe.SILENT);
        }
        return probes.isEmpty() ? null : new Hop(ttl, probes, null);
    }

    private static @Nullable Hop answered(
            int ttl, String who, Words words, List<@Nullable Duration> times, List<Boolean> answered) {
        IpAddress address = Literals.address(who);
        String name = address == null ? who : null;
        String next = words.peek();
        if (next != null && next.startsWith("[")) {
            words.next();
            address = Literals.address(next);
        }
        if (address == null) {
            return null;
        }
        String mark = null;
        if (words.skip("reports:")) {
            String words1 = words.rest();
            mark = words1.startsWith("Destination net") ? "!N" : "!H";
        } else if (words.more() || times.isEmpty()) {
            return null;
        }
        List<Hop.Probe> probes = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            probes.add(answered.get(i) ? new Hop.Probe(address, name, times.get(i), mark) : Hop.Probe.SILENT);
        }
        if (probes.isEmpty()) {
            probes.add(new Hop.Probe(address, name, null, mark));
        }
        return new Hop(ttl, probes, null);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new TracertReader(sink, command);
    }

    private static final class TracertReader implements Reader {
        private final Sink sink;
        private final Quote quote = new Quote();
        private final List<Hop> hops = new ArrayList<>();
        private @Nullable String target;
        private @Nullable IpAddress address;
        private @Nullable Integer maxHops;
        private boolean over;

        TracertReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            target = new Operands(command, "hjwSR").last();
            address = Literals.address(target);
        }

        @Override
        public boolean accept(Line line) {
            String text = TracerouteReader.withoutInterrupt(line.text()).strip();
            if (text.isEmpty()) {
                return !over && !quote.isEmpty();
            }
            if (over || !known(text)) {
                return false;
            }
            quote.add(line);
            return true;
        }

        private boolean known(String text) {
            if (text.startsWith(OPENING) && hops.isEmpty()) {
                Words words = new Words(text.substring(OPENING.length()));
                target = words.next();
                String inside = words.next();
                address =
                        inside != null && inside.startsWith("[") ? Literals.address(inside) : Literals.address(target);
                return target != null && maxHops(text);
            }
            if (text.startsWith("over a maximum of ") && hops.isEmpty()) {
                return maxHops(text);
            }
            if (text.equals("Trace complete.")) {
                over = true;
                return true;
            }
            Hop hop = hop(text);
            if (hop == null || hop.ttl() <= (hops.isEmpty() ? 0 : hops.getLast().ttl())) {
                return false;
            }
            hops.add(hop);
            return true;
        }

        private boolean maxHops(String text) {
            String opening = "over a maximum of ";
            int at = text.indexOf(opening);
            if (at >= 0) {
                maxHops = Numbers.parseInt(new Words(text.substring(at + opening.length())).next());
            }
            return true;
        }

        @Override
        public void end() {
            Trace trace = new Trace("traceroute", target, address, maxHops, null, null, hops);
            quote.prove(trace, sink);
            for (NameMapping mapping : ShownNames.of(trace)) {
                quote.prove(mapping, sink);
            }
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Trace trace && trace.target() != null) {
                out.append(OPENING).append(trace.target());
                if (trace.address() != null && Literals.address(trace.target()) == null) {
                    out.append(" [").append(trace.address().toString()).append(']');
                }
                if (trace.maxHops() != null) {
                    out.append("\nover a maximum of ")
                            .append(trace.maxHops().toString())
                            .append(" hops:");
                }
                out.append("\n\n");
                for (Hop hop : trace.hops()) {
                    print(hop, out);
                }
                out.append("\nTrace complete.\n");
            }
        }
    }

    private static void print(Hop hop, Appendable out) throws IOException {
        String number = Integer.toString(hop.ttl());
        out.append(" ".repeat(Math.max(0, 3 - number.length()))).append(number).append(' ');
        Hop.Probe who = null;
        for (Hop.Probe probe : hop.probes()) {
            Duration time = probe.time();
            if (!probe.answered()) {
                out.append("    *    ");
            } else {
                who = probe;
                String shown = time == null ? "<1" : Long.toString(time.toMillis());
                out.append(" ".repeat(Math.max(1, 5 - shown.length())))
                        .append(shown)
                        .append(" ms ");
            }
        }
        if (who == null) {
            out.append(" Request timed out.\n");
            return;
        }
        String address = String.valueOf(who.address());
        out.append(' ').append(who.name() == null ? address : who.name() + " [" + address + "]");
        if (who.mark() != null) {
            out.append("  reports: Destination ")
                    .append(who.mark().equals("!N") ? "net" : "host")
                    .append(" unreachable.");
        }
        out.append('\n');
    }
}
