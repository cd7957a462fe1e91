package astray.transcript.path;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Ping;
import astray.facts.Ping.Complaint;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Quote;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ping} of Windows. */
final class WindowsPingFormat implements Format {
    private static final String OPENING = "Pinging ";
    private static final String NOT_FOUND = "Ping request could not find host ";
    private static final String STATISTICS = "Ping statistics for ";
    private static final int MAX_COMPLAINTS = 20;
    private static final int QUOTED_REPLIES = 3;

    @Override
    public String name() {
        return "ping (Windows)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        return first.startsWith(OPENING) && first.contains(" bytes of data")
                        || first.startsWith(NOT_FOUND)
                        || first.startsWith(STATISTICS) && first.endsWith(":")
                        || first.startsWith("Reply from ") && first.contains(": ")
                ? CERTAIN
                : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new WindowsPingReader(sink);
    }

    private static final class WindowsPingReader implements Reader {
        private final Sink sink;
        private final Quote quote = new Quote();
        private final List<Complaint> complaints = new ArrayList<>();
        private @Nullable String target;
        private @Nullable IpAddress address;
        private @Nullable Integer sent;
        private @Nullable Integer received;
        private @Nullable Double loss;
        private @Nullable Double average;
        private int replies;
        private boolean ending;

        WindowsPingReader(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(Line line) {
            String text = TracerouteReader.withoutInterrupt(line.text()).strip();
            if (text.isEmpty()) {
                return !ending && !quote.isEmpty();
            }
            if (text.startsWith(OPENING) && quote.isEmpty() && text.contains(" bytes of data")) {
                opening(text);
            } else if (text.startsWith(NOT_FOUND)) {
                notFound(line, text);
                return true;
            } else if (!(ending ? statistics(text) : body(text))) {
                return false;
            }
            if (replies <= QUOTED_REPLIES || ending) {
                quote.add(line);
            }
            return true;
        }

        private void opening(String text) {
            Words words = new Words(text.substring(OPENING.length()));
            target = words.next();
            String inside = words.next();
            address = inside != null && inside.startsWith("[") ? Literals.address(inside) : Literals.address(target);
        }

        private void notFound(Line line, String text) {
            String name = new Words(text.substring(NOT_FOUND.length())).next();
            if (name != null) {
                String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
                sink.fact(new ConnectAttempt("ping", bare, null, null, Outcome.NAME_UNRESOLVED), line);
            }
        }

        private boolean body(String text) {
            if (text.startsWith(STATISTICS) && text.endsWith(":")) {
                ending = true;
                String named = text.substring(STATISTICS.length(), text.length() - 1);
                address = address == null ? Literals.address(named) : address;
                target = target == null ? named : target;
                return true;
            }
            if (text.equals("Request timed out.") || text.equals("Control-C")) {
                return true;
            }
            if (text.equals("General failure.") || text.startsWith("PING: transmit failed.")) {
                return complain(null, text);
            }
            int colon = text.indexOf(": ");
            if (!text.startsWith("Reply from ") || colon < 0) {
                return false;
            }
            String from = text.substring("Reply from ".length(), colon);
            String rest = text.substring(colon + 2);
            if (rest.startsWith("bytes=") || rest.startsWith("time")) {
                replies++;
                address = address == null ? Literals.address(from) : address;
                target = target == null ? from : target;
                return true;
            }
            return complain(from, rest);
        }

        private boolean complain(@Nullable String from, String text) {
            Complaint complaint = new Complaint(from, text);
            if (complaints.size() < MAX_COMPLAINTS && !complaints.contains(complaint)) {
                complaints.add(complaint);
            }
            return true;
        }

        private boolean statistics(String text) {
            if (text.startsWith("Packets: ")) {
                sent = valueOf(text, "Sent = ");
                received = valueOf(text, "Received = ");
                Integer percent = valueOf(text, "(");
                loss = percent == null ? null : Double.valueOf(percent);
                return true;
            }
            if (text.startsWith("Minimum = ")) {
                Integer value = valueOf(text, "Average = ");
                average = value == null ? null : Double.valueOf(value);
                return true;
            }
            return text.startsWith("Approximate round trip times") || text.equals("Control-C");
        }

        private static @Nullable Integer valueOf(String text, String label) {
            int start = text.indexOf(label);
            if (start < 0) {
                return null;
            }
            start += label.length();
            int end = start;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return Numbers.parseInt(text.substring(start, end));
        }

        @Override
        public void end() {
            if (target == null) {
                return;
            }
            quote.prove(new Ping(target, address, sent, received, loss, average, complaints), sink);
            for (NameMapping mapping : ShownNames.of(target, address, "ping")) {
                quote.prove(mapping, sink);
            }
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Ping ping && ping.address() != null) {
                print(ping, ping.address().toString(), out);
            }
        }
    }

    private static void print(Ping ping, String address, Appendable out) throws IOException {
        out.append(OPENING).append(ping.target());
        if (Literals.address(ping.target()) == null) {
            out.append(" [").append(address).append(']');
        }
        out.append(" with 32 bytes of data:\n");
        for (Complaint complaint : ping.errors()) {
            if (complaint.from() != null) {
                out.append("Reply from ").append(complaint.from()).append(": ");
            }
            out.append(complaint.text()).append('\n');
        }
        Integer sent = ping.transmitted();
        Integer received = ping.received();
        if (sent != null && received != null && ping.lossPercent() != null) {
            out.append("\nPing statistics for ").append(address).append(":\n    Packets: Sent = ");
            out.append(sent.toString())
                    .append(", Received = ")
                    .append(received.toString())
                    .append(", Lost = ");
            out.append(Integer.toString(sent - received)).append(" (");
            out.append(Millis.fixed(ping.lossPercent(), 0)).append("% loss),\n");
            if (ping.averageMs() != null) {
                // only the average is known: the places of the others stay empty rather than invented
                out.append("Approximate round trip times in milli-seconds:\n    Minimum = -, Maximum = -, Average = ");
                out.append(Millis.fixed(ping.averageMs(), 0)).append("ms\n");
            }
        }
    }
}
