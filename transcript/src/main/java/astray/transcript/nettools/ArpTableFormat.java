package astray.transcript.nettools;

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
import org.jspecify.annotations.Nullable;

/** {@code arp -n} of net-tools (arp(8)): a table. */
public final class ArpTableFormat implements Format {
    private static final String HEADER =
            "Address                  HWtype  HWaddress           Flags Mask            Iface";
    private static final String PROXY = "<from_interface>";

    @Override
    public String name() {
        return "arp -n";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        return isHeader(first) || parse(first) != null ? CERTAIN : NO;
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("Address") && words.skip("HWtype") && words.skip("HWaddress");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean headed;

            @Override
            public boolean accept(Line line) {
                String text = line.text();
                if (isHeader(text)) {
                    headed = true;
                    return true;
                }
                Neighbour neighbour = parse(text);
                if (neighbour != null) {
                    sink.fact(neighbour, line);
                    return true;
                }
                return headed && (text.startsWith("Entries: ") || text.endsWith(" -- no entry") || isNamedRow(text));
            }
        };
    }

    /** A row of {@code arp} without {@code -n}: whose address it is only its own host can tell. */
    private static boolean isNamedRow(String text) {
        Words words = new Words(text);
        String name = words.next();
        String second = words.next();
        return name != null && ("(incomplete)".equals(second) || LinkLayer.parse(words.next()) != null);
    }

    private static @Nullable Neighbour parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        IpAddress address = first == null ? null : IpAddress.parse(first);
        String second = words.next();
        if (address == null || second == null) {
            return null;
        }
        if (second.equals("(incomplete)")) {
            String dev = words.next();
            return dev == null || words.more()
                    ? null
                    : new Neighbour(address, dev, null, Neighbour.State.INCOMPLETE, List.of());
        }
        String hardware = words.next();
        String flags = words.next();
        String dev = words.next();
        // the mask is hardly ever there
        String more = words.next();
        String lladdr = LinkLayer.parse(hardware);
        if (dev == null || flags == null || words.more() || lladdr == null && !PROXY.equals(hardware)) {
            return null;
        }
        boolean proxy = flags.indexOf('P') >= 0;
        Neighbour.State state = lladdr == null
                ? Neighbour.State.NONE
                : flags.indexOf('M') >= 0 ? Neighbour.State.PERMANENT : Neighbour.State.UNKNOWN;
        return new Neighbour(address, more == null ? dev : more, lladdr, state, proxy ? List.of("proxy") : List.of());
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        for (Fact fact : facts) {
            if (fact instanceof Neighbour neighbour && neighbour.dev() != null) {
                print(neighbour, out);
                out.append(neighbour.dev()).append('\n');
            }
        }
    }

    private static void print(Neighbour neighbour, Appendable out) throws IOException {
        Columns.left(neighbour.address().toString(), 24, out);
        boolean proxy = neighbour.flags().contains("proxy");
        if (neighbour.lladdr() == null && !proxy) {
            Columns.left("", 7, out);
            Columns.left("(incomplete)", 41, out);
            return;
        }
        boolean permanent = neighbour.state() == Neighbour.State.PERMANENT || neighbour.state() == Neighbour.State.NONE;
        Columns.left(neighbour.lladdr() == null ? "*" : "ether", 7, out);
        Columns.left(neighbour.lladdr() == null ? PROXY : neighbour.lladdr(), 19, out);
        String complete = neighbour.lladdr() == null ? "" : "C";
        Columns.left(complete + (permanent ? "M" : "") + (proxy ? "P" : ""), 21, out);
    }
}
