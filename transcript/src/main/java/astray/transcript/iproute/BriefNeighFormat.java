package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ip -br neigh} (ip-neighbour(8)): address, interface and link-layer address in columns, without the state. */
public final class BriefNeighFormat implements Format {
    private static final int ADDRESS_WIDTH = 39;
    private static final int DEV_WIDTH = 16;

    @Override
    public String name() {
        return "ip -br neigh";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return parse(head.getFirst().text()) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            Neighbour neighbour = parse(line.text());
            if (neighbour != null) {
                sink.fact(neighbour, line);
            }
            return neighbour != null;
        };
    }

    private static @Nullable Neighbour parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        IpAddress address = first == null ? null : IpAddress.parse(first);
        if (first == null || address == null || words.start() != 0) {
            return null;
        }
        String dev = words.next();
        // an address and a word are much too common: the columns have to tell
        if (dev == null || words.start() != Math.max(ADDRESS_WIDTH, first.length()) + 1) {
            return null;
        }
        String lladdr = words.next();
        if (words.more() || lladdr != null && lladdr.indexOf(':') < 0) {
            return null;
        }
        return new Neighbour(
                address,
                dev,
                lladdr == null ? null : lladdr.toLowerCase(Locale.ROOT),
                Neighbour.State.UNKNOWN,
                List.of());
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Neighbour neighbour && neighbour.dev() != null) {
                BriefColumns.append(neighbour.address().toString(), ADDRESS_WIDTH, out);
                BriefColumns.append(neighbour.dev(), DEV_WIDTH, out);
                out.append(neighbour.lladdr() == null ? "" : neighbour.lladdr()).append('\n');
            }
        }
    }
}
