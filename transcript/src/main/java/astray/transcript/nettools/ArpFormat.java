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

/** {@code arp -a} (arp(8)) of Linux and of BSD: {@code ? (10.0.0.1) at 52:54:00:00:20:01 [ether] on eth0}. */
public final class ArpFormat implements Format {
    private final boolean linux;

    private ArpFormat(boolean linux) {
        this.linux = linux;
    }

    /** As net-tools prints it. */
    public static ArpFormat linux() {
        return new ArpFormat(true);
    }

    /** As macOS and the BSDs print it. */
    public static ArpFormat bsd() {
        return new ArpFormat(false);
    }

    @Override
    public String name() {
        return linux ? "arp -a" : "arp -a (BSD)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (parse(first) == null) {
            return NO;
        }
        boolean ours = first.contains("[ether] ") || first.contains(" at <");
        return ours == linux ? CERTAIN : LIKELY;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean begun;

            @Override
            public boolean accept(Line line) {
                Neighbour neighbour = parse(line.text());
                if (neighbour != null) {
                    sink.fact(neighbour, line);
                    begun = true;
                }
                return neighbour != null || begun && isNote(line.text());
            }
        };
    }

    private static boolean isNote(String text) {
        return text.startsWith("Entries: ") || text.endsWith(" -- no entry");
    }

    private static @Nullable Neighbour parse(String text) {
        Words words = new Words(text);
        String name = words.next();
        String bracketed = words.next();
        if (name == null || bracketed == null || bracketed.length() < 4 || !words.skip("at")) {
            return null;
        }
        boolean inBrackets = bracketed.charAt(0) == '(' && bracketed.charAt(bracketed.length() - 1) == ')';
        IpAddress address = inBrackets ? IpAddress.parse(bracketed.substring(1, bracketed.length() - 1)) : null;
        String hardware = words.next();
        if (address == null || hardware == null) {
            return null;
        }
        String lladdr = LinkLayer.parse(hardware);
        boolean incomplete = hardware.equals("<incomplete>") || hardware.equals("(incomplete)");
        boolean proxy = hardware.equals("<from_interface>");
        if (lladdr == null && !incomplete && !proxy) {
            return null;
        }
        String dev = null;
        boolean permanent = false;
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "on" -> dev = words.next();
                case "PERM", "permanent" -> permanent = true;
                case "PUB", "published" -> proxy = true;
                default -> {
                    // [ether], ifscope, expires in 1174 seconds
                }
            }
        }
        return dev == null
                ? null
                : new Neighbour(
                        address,
                        dev,
                        lladdr,
                        state(incomplete, permanent, proxy, lladdr),
                        proxy ? List.of("proxy") : List.of());
    }

    private static Neighbour.State state(
            boolean incomplete, boolean permanent, boolean proxy, @Nullable String lladdr) {
        if (incomplete) {
            return Neighbour.State.INCOMPLETE;
        }
        if (proxy && lladdr == null) {
            return Neighbour.State.NONE;
        }
        return permanent ? Neighbour.State.PERMANENT : Neighbour.State.UNKNOWN;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Neighbour neighbour && neighbour.dev() != null) {
                out.append("? (").append(neighbour.address().toString()).append(") at ");
                if (linux) {
                    printLinux(neighbour, out);
                } else {
                    printBsd(neighbour, out);
                }
                out.append('\n');
            }
        }
    }

    private static void printLinux(Neighbour neighbour, Appendable out) throws IOException {
        boolean proxy = neighbour.flags().contains("proxy");
        if (neighbour.lladdr() != null) {
            out.append(neighbour.lladdr()).append(" [ether]");
        } else {
            out.append(proxy ? "<from_interface>" : "<incomplete>");
        }
        if (neighbour.state() == Neighbour.State.PERMANENT || neighbour.state() == Neighbour.State.NONE) {
            out.append(" PERM");
        }
        out.append(proxy ? " PUB on " : " on ").append(neighbour.dev());
    }

    private static void printBsd(Neighbour neighbour, Appendable out) throws IOException {
        out.append(neighbour.lladdr() == null ? "(incomplete)" : LinkLayer.bsd(neighbour.lladdr()));
        out.append(" on ").append(neighbour.dev()).append(" ifscope");
        out.append(neighbour.state() == Neighbour.State.PERMANENT ? " permanent" : "");
        out.append(neighbour.flags().contains("proxy") ? " published" : "").append(" [ethernet]");
    }
}
