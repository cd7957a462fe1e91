package astray.transcript.host;

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

/**
 * {@code getent ahosts NAME}: the addresses in the order in which programs try them, each three times. Only the first
 * line bears a name, the canonical one.
 */
final class AhostsFormat implements Format {
    private static final String SOURCE = "getent";
    private static final int ADDRESS_COLUMN = 16;

    @Override
    public String name() {
        return "getent ahosts";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return parse(head.getFirst().text()) != null ? CERTAIN : NO;
    }

    /** An address, the kind of socket, and a name. */
    private record Entry(
            IpAddress address, boolean stream, @Nullable String name) {}

    private static @Nullable Entry parse(String text) {
        Words words = new Words(text);
        IpAddress address = Literals.address(words.next());
        String kind = words.next();
        String name = words.next();
        if (address == null || kind == null || words.more() || name != null && !Literals.host(name)) {
            return null;
        }
        return switch (kind) {
            case "STREAM" -> new Entry(address, true, name);
            case "DGRAM", "RAW" -> new Entry(address, false, name);
            default -> null;
        };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        String asked = command == null || command.words().size() < 3
                ? null
                : command.words().getLast();
        return new Reader() {
            private @Nullable String name = asked != null && Literals.name(asked) ? asked : null;

            @Override
            public boolean accept(Line line) {
                Entry entry = parse(line.text());
                if (entry == null) {
                    return false;
                }
                if (asked == null && entry.name() != null) {
                    name = entry.name();
                }
                if (entry.stream() && name != null && Literals.name(name)) {
                    sink.fact(new NameMapping(name, entry.address(), SOURCE), line);
                }
                return true;
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        String before = null;
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                String address = mapping.address().toString();
                address += " ".repeat(Math.max(1, ADDRESS_COLUMN - address.length()));
                String shown = mapping.name().equals(before) ? "" : mapping.name();
                before = mapping.name();
                out.append(address).append("STREAM ").append(shown).append('\n');
                out.append(address).append("DGRAM  \n").append(address).append("RAW    \n");
            }
        }
    }
}
