package astray.transcript.host;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nslookup NAME}, of BIND, busybox and Windows: first the server that was asked, then names and addresses. */
final class NslookupFormat implements Format {
    private static final String TOOL = "nslookup";
    private static final String SOURCE = "dns";

    @Override
    public String name() {
        return TOOL;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        boolean next = head.size() > 1 && head.get(1).text().startsWith("Address:");
        if (first.startsWith("Server:") && next || missing(first) != null) {
            return CERTAIN;
        }
        return first.startsWith("Name:")
                        && head.size() > 1
                        && head.get(1).text().startsWith("Address")
                ? LIKELY
                : NO;
    }

    /** The name in {@code ** server can't find gone.example.org: NXDOMAIN} and in Windows' words. */
    private static @Nullable String missing(String text) {
        int at = text.startsWith("** server can't find ")
                ? "** server can't find ".length()
                : text.startsWith("*** ") && text.contains(" can't find ")
                        ? text.indexOf(" can't find ") + " can't find ".length()
                        : -1;
        int colon = at < 0 ? -1 : text.indexOf(':', at);
        String name = colon < 0 ? "" : DigFormat.withoutDot(text.substring(at, colon));
        return Literals.name(name) ? name : null;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new NslookupReader(sink);
    }

    private static final class NslookupReader implements Reader {
        private final Sink sink;
        private @Nullable String name;
        private boolean addresses;

        NslookupReader(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text();
            String missing = missing(text.strip());
            if (missing != null) {
                sink.fact(new ConnectAttempt(TOOL, missing, null, null, Outcome.NAME_UNRESOLVED), line);
                return true;
            }
            if (line.isBlank()) {
                return true;
            }
            if (addresses && Character.isWhitespace(text.charAt(0))) {
                // Windows lists further addresses below the first
                return address(line, text.strip());
            }
            addresses = false;
            int colon = text.indexOf(':');
            String value = colon < 0 ? "" : text.substring(colon + 1).strip();
            return keyed(line, colon < 0 ? text.strip() : text.substring(0, colon), value);
        }

        private boolean keyed(Line line, String key, String value) {
            switch (key) {
                case "Server" -> name = null;
                case "Name" -> name = value;
                case "Address", "Addresses" -> {
                    addresses = name != null;
                    return name == null || address(line, value);
                }
                case "Non-authoritative answer", "Aliases", ";; Got recursion not available from" -> {}
                default -> {
                    // busybox numbers them: "Address 1: 10.2.0.5 server.example.org"
                    boolean numbered = key.startsWith("Address ") && key.length() < 12;
                    if (numbered) {
                        return name == null || address(line, String.valueOf(new Words(value).next()));
                    }
                    return key.contains("\tcanonical name = ") || key.startsWith(";; ");
                }
            }
            return true;
        }

        private boolean address(Line line, String text) {
            int hash = text.indexOf('#');
            IpAddress address = Literals.address(hash < 0 ? text : text.substring(0, hash));
            if (address != null && name != null) {
                sink.fact(new NameMapping(name, address, SOURCE), line);
            }
            return address != null;
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                out.append("Name:\t").append(mapping.name()).append("\nAddress: ");
                out.append(mapping.address().toString()).append('\n');
            } else if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                out.append("** server can't find ")
                        .append(String.valueOf(attempt.target()))
                        .append(": NXDOMAIN\n");
            }
        }
    }
}
