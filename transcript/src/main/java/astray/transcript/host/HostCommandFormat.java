package astray.transcript.host;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code host NAME} (host(1)). */
final class HostCommandFormat implements Format {
    private static final String TOOL = "host";
    private static final String SOURCE = "dns";
    private static final String HAS_ADDRESS = " has address ";
    private static final String HAS_IPV6 = " has IPv6 address ";
    private static final String NOT_FOUND = " not found: ";

    @Override
    public String name() {
        return TOOL;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (mapping(first) != null || missing(first) != null || alias(first)) {
            return CERTAIN;
        }
        boolean asked = command != null && command.tool().equals(TOOL);
        return asked && noise(first) ? CERTAIN : NO;
    }

    private static @Nullable NameMapping mapping(String text) {
        boolean four = text.contains(HAS_ADDRESS);
        String between = four ? HAS_ADDRESS : HAS_IPV6;
        int at = text.indexOf(between);
        if (at > 0) {
            IpAddress address = Literals.address(text.substring(at + between.length()));
            String name = text.substring(0, at);
            return address == null || !Literals.name(name) ? null : new NameMapping(name, address, SOURCE);
        }
        return pointer(text);
    }

    /** {@code 5.0.2.10.in-addr.arpa domain name pointer server.example.org.}. */
    private static @Nullable NameMapping pointer(String text) {
        int at = text.indexOf(".in-addr.arpa domain name pointer ");
        if (at < 1 || at > 16) {
            return null;
        }
        String name = DigFormat.withoutDot(text.substring(at + ".in-addr.arpa domain name pointer ".length()));
        String[] parts = text.substring(0, at).split("\\.", 5);
        if (parts.length != 4 || !Literals.name(name)) {
            return null;
        }
        IpAddress address = Literals.address(parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]);
        return address == null ? null : new NameMapping(name, address, SOURCE);
    }

    /** The name in {@code Host server not found: 3(NXDOMAIN)}. */
    private static @Nullable String missing(String text) {
        int at = text.indexOf(NOT_FOUND);
        String name = text.startsWith("Host ") && at > 5 ? text.substring(5, at) : null;
        return name != null && Literals.name(DigFormat.withoutDot(name)) ? DigFormat.withoutDot(name) : null;
    }

    private static boolean alias(String text) {
        int at = text.indexOf(" is an alias for ");
        return at > 0 && Literals.name(text.substring(0, at)) && text.endsWith(".");
    }

    private static boolean noise(String text) {
        return text.startsWith(";; ")
                || text.contains(" mail is handled by ")
                || text.contains(" has no ")
                || text.startsWith("Using domain server:")
                || text.startsWith("Name: ")
                || text.startsWith("Address: ")
                || text.startsWith("Aliases:");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        String asked = new Operands(command, "cCmNpRtW").at(0);
        return line -> {
            String text = line.text().strip();
            NameMapping mapping = mapping(text);
            String missing = missing(text);
            if (mapping != null) {
                sink.fact(mapping, line);
            } else if (missing != null) {
                sink.fact(new ConnectAttempt(TOOL, missing, null, null, Outcome.NAME_UNRESOLVED), line);
            } else if (text.startsWith(";; ") && text.contains("no servers could be reached")) {
                sink.fact(new ConnectAttempt(TOOL, asked, null, null, Outcome.NAME_UNRESOLVED), line);
            } else {
                return alias(text) || noise(text);
            }
            return true;
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                boolean four = mapping.address().family() == Family.INET;
                out.append(mapping.name()).append(four ? HAS_ADDRESS : HAS_IPV6);
                out.append(mapping.address().toString()).append('\n');
            } else if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                out.append("Host ")
                        .append(String.valueOf(attempt.target()))
                        .append(NOT_FOUND)
                        .append("3(NXDOMAIN)\n");
            }
        }
    }
}
