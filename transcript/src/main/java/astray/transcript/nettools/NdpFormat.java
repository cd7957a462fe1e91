package astray.transcript.nettools;

import astray.facts.Fact;
import astray.facts.Family;
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

/** {@code ndp -an} of macOS and the BSDs (ndp(8)): the IPv6 neighbours. */
public final class NdpFormat implements Format {

    @Override
    public String name() {
        return "ndp -an";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        return isHeader(first) || parse(first) != null ? CERTAIN : NO;
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("Neighbor") && words.skip("Linklayer") && words.skip("Address") && words.skip("Netif");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            if (isHeader(line.text())) {
                return true;
            }
            Neighbour neighbour = parse(line.text());
            if (neighbour != null) {
                sink.fact(neighbour, line);
            }
            return neighbour != null;
        };
    }

    /** {@code fe80::1%en0  0:11:22:33:44:55  en0 23h59m58s S  R}. */
    private static @Nullable Neighbour parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        String hardware = words.next();
        String dev = words.next();
        String expire = words.next();
        if (first == null || hardware == null || dev == null || expire == null) {
            return null;
        }
        int zone = first.indexOf('%');
        IpAddress address = IpAddress.parse(zone < 0 ? first : first.substring(0, zone));
        String lladdr = LinkLayer.parse(hardware);
        if (address == null || address.family() != Family.INET6 || lladdr == null && !hardware.equals("(incomplete)")) {
            return null;
        }
        Neighbour.State state = state(words.next());
        if (state == null) {
            return null;
        }
        if (expire.equals("permanent")) {
            state = Neighbour.State.PERMANENT;
        }
        return new Neighbour(address, dev, lladdr, state, words.skip("R") ? List.of("router") : List.of());
    }

    /** The letters of ndp(8). */
    private static Neighbour.@Nullable State state(@Nullable String letter) {
        return switch (letter) {
            case null -> null;
            case "N" -> Neighbour.State.NONE;
            case "W", "I" -> Neighbour.State.INCOMPLETE;
            case "R" -> Neighbour.State.REACHABLE;
            case "S" -> Neighbour.State.STALE;
            case "D" -> Neighbour.State.DELAY;
            case "P" -> Neighbour.State.PROBE;
            case "?" -> Neighbour.State.UNKNOWN;
            default -> null;
        };
    }

    private static String letter(Neighbour.State state) {
        return switch (state) {
            case INCOMPLETE, FAILED -> "I";
            case REACHABLE, PERMANENT -> "R";
            case STALE -> "S";
            case DELAY -> "D";
            case PROBE -> "P";
            case NONE, NOARP -> "N";
            case UNKNOWN -> "?";
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append("Neighbor                                Linklayer Address  Netif Expire    St Flgs Prbs\n");
        for (Fact fact : facts) {
            boolean holds = fact instanceof Neighbour neighbour
                    && neighbour.address().family() == Family.INET6
                    && neighbour.dev() != null;
            if (holds) {
                print((Neighbour) fact, out);
            }
        }
    }

    private static void print(Neighbour neighbour, Appendable out) throws IOException {
        String dev = String.valueOf(neighbour.dev());
        String address = neighbour.address().toString();
        Columns.left(neighbour.address().isLinkLocal() ? address + "%" + dev : address, 39, out);
        Columns.left(neighbour.lladdr() == null ? "(incomplete)" : LinkLayer.bsd(neighbour.lladdr()), 17, out);
        Columns.right(dev, 6, out);
        Columns.left(neighbour.state() == Neighbour.State.PERMANENT ? "permanent" : "23h59m58s", 9, out);
        Columns.left(letter(neighbour.state()), 2, out);
        out.append(neighbour.flags().contains("router") ? "R\n" : "\n");
    }
}
