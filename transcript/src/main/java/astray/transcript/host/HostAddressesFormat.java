package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hostname -I}: the host's addresses on one line. Only the command tells it from any list of addresses. */
final class HostAddressesFormat implements Format {
    private static final int MAX_ADDRESSES = 4096;

    @Override
    public String name() {
        return "hostname -I";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        boolean asked = command != null
                && command.tool().equals("hostname")
                && command.has("-I", "--all-ip-addresses", "-i", "--ip-address");
        return asked && !addresses(head.getFirst().text()).isEmpty() ? CERTAIN : NO;
    }

    /** The addresses of a line that holds nothing else; empty for another line. */
    private static List<IpAddress> addresses(String text) {
        List<IpAddress> addresses = new ArrayList<>();
        Words words = new Words(text);
        for (String word = words.next(); word != null; word = words.next()) {
            IpAddress address = Literals.address(word);
            if (address == null || addresses.size() == MAX_ADDRESSES) {
                return List.of();
            }
            addresses.add(address);
        }
        return addresses;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean read;

            @Override
            public boolean accept(Line line) {
                List<IpAddress> addresses = read ? List.of() : addresses(line.text());
                for (IpAddress address : addresses) {
                    sink.fact(new Mention(Mention.Role.HOST, null, address, null), line);
                }
                read = true;
                return !addresses.isEmpty();
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        boolean any = false;
        for (Fact fact : facts) {
            if (fact instanceof Mention mention && mention.address() != null) {
                out.append(mention.address().toString()).append(' ');
                any = true;
            }
        }
        out.append(any ? "\n" : "");
    }
}
