package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.Fact;
import astray.facts.Link;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip -br addr} and {@code ip -br link} (ip(8)): a row for each interface. */
public final class BriefInterfaceFormat implements Format {
    private static final int NAME_WIDTH = 16;
    private static final int STATE_WIDTH = 14;

    private final boolean addresses;

    private BriefInterfaceFormat(boolean addresses) {
        this.addresses = addresses;
    }

    /** {@code ip -br addr}. */
    public static BriefInterfaceFormat addr() {
        return new BriefInterfaceFormat(true);
    }

    /** {@code ip -br link}. */
    public static BriefInterfaceFormat link() {
        return new BriefInterfaceFormat(false);
    }

    @Override
    public String name() {
        return addresses ? "ip -br addr" : "ip -br link";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        boolean asked = IpCommand.of(command) != null;
        for (Line line : head) {
            BriefRow row = BriefRow.parse(line.text());
            if (row == null) {
                return NO;
            }
            switch (row.shape()) {
                case ADDRESSES -> {
                    return addresses ? CERTAIN : NO;
                }
                case LINK -> {
                    return addresses ? NO : CERTAIN;
                }
                case BARE -> {
                    if (asked || row.link().name().equals("lo")) {
                        return addresses ? LIKELY : WEAK;
                    }
                }
            }
        }
        return NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            BriefRow row = BriefRow.parse(line.text());
            if (row == null) {
                return false;
            }
            sink.fact(row.link(), line);
            for (Address address : row.addresses()) {
                sink.fact(address, line);
            }
            return true;
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Link link) {
                String name = link.peer() == null ? link.name() : link.name() + "@" + link.peer();
                BriefColumns.append(name, NAME_WIDTH, out);
                BriefColumns.append(link.state() == null ? "UNKNOWN" : link.state(), STATE_WIDTH, out);
                if (addresses) {
                    printAddresses(link, facts, out);
                } else {
                    if (link.lladdr() != null) {
                        out.append(link.lladdr()).append(' ');
                    }
                    out.append('<').append(String.join(",", link.flags())).append("> ");
                }
                out.append('\n');
            }
        }
    }

    private static void printAddresses(Link link, List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(link.name())) {
                out.append(address.address().toString());
                if (address.peer() != null) {
                    out.append(" peer ").append(address.peer().toString());
                }
                out.append('/').append(Integer.toString(address.length())).append(' ');
            }
        }
    }
}
