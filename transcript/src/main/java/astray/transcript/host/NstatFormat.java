package astray.transcript.host;

import astray.facts.Counter;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nstat -az} (nstat(8)): name, count, rate. */
final class NstatFormat implements Format {
    private static final int NAME_COLUMN = 32;
    private static final int COUNT_COLUMN = 16;
    private static final String[] PREFIXES = {"Ip", "Icmp", "Tcp", "Udp", "MPTcp", "Sctp"};

    @Override
    public String name() {
        return "nstat";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (header(first)) {
            return CERTAIN;
        }
        return parse(first) != null ? CERTAIN : NO;
    }

    /** {@code #kernel}, or {@code #1234.sample sampling_interval=…} from the daemon. */
    private static boolean header(String text) {
        return text.stripTrailing().equals("#kernel") || text.startsWith("#") && text.contains(" sampling_interval=");
    }

    private static @Nullable Counter parse(String text) {
        Words words = new Words(text);
        String name = words.next();
        Long value = Numbers.parseLong(words.next());
        String rate = words.next();
        return name == null || value == null || rate == null || words.more() || !known(name) || !rate(rate)
                ? null
                : new Counter(name, value);
    }

    private static boolean rate(String text) {
        return text.indexOf('.') > 0 && Numbers.parseDecimal(text) != null;
    }

    private static boolean known(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
            }
        }
        return false;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            Counter counter = parse(line.text());
            if (counter != null) {
                sink.fact(counter, line);
            }
            return counter != null || header(line.text());
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append("#kernel\n");
        for (Fact fact : facts) {
            if (fact instanceof Counter counter) {
                String value = Long.toString(counter.value());
                out.append(counter.name())
                        .append(" "
                                .repeat(Math.max(1, NAME_COLUMN - counter.name().length())));
                out.append(value)
                        .append(" ".repeat(Math.max(1, COUNT_COLUMN - value.length())))
                        .append("   0.0\n");
            }
        }
    }
}
