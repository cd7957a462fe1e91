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
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code dig +short NAME}: bare addresses, and the names on the way; the command tells whose. */
final class DigShortFormat implements Format {

    @Override
    public String name() {
        return "dig +short";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        boolean asked = command != null && command.tool().equals("dig") && command.has("+short");
        return asked && (Literals.address(first) != null || alias(first)) ? CERTAIN : NO;
    }

    private static boolean alias(String text) {
        return text.endsWith(".") && Literals.name(text);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        String name = DigFormat.asked(command);
        return line -> {
            String text = line.text().strip();
            IpAddress address = Literals.address(text);
            if (address != null && name != null) {
                sink.fact(new NameMapping(name, address, "dns"), line);
            }
            return address != null || alias(text) || text.startsWith(";; ");
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                out.append(mapping.address().toString()).append('\n');
            }
        }
    }
}
