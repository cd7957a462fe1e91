package astray.transcript.path;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Ping;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.ErrnoWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ping(8). The forms differ in the header, in how an ICMP error is told, and in the statistics; one reader reads them
 * all. Printed is the form of {@code ping -q} with the errors: a fact does not keep the single answers.
 */
final class PingFormat implements Format {
    private enum Style {
        LINUX("ping"),
        BSD("ping (BSD)"),
        BUSYBOX("ping (busybox)");

        private final String title;

        Style(String title) {
            this.title = title;
        }
    }

    private final Style style;

    private PingFormat(Style style) {
        this.style = style;
    }

    /** The form of iputils. */
    static PingFormat linux() {
        return new PingFormat(Style.LINUX);
    }

    /** The form of the BSDs and macOS. */
    static PingFormat bsd() {
        return new PingFormat(Style.BSD);
    }

    /** The form of busybox. */
    static PingFormat busybox() {
        return new PingFormat(Style.BUSYBOX);
    }

    @Override
    public String name() {
        return style.title;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (first.startsWith("^C")) {
            first = first.substring(2).strip();
        }
        if (PingHeader.parse(first) != null) {
            return PingHeader.likeBsd(first) == (style != Style.LINUX) ? better(CERTAIN, head) : CERTAIN - 2;
        }
        if (PingStatistics.title(first) != null) {
            return better(CERTAIN, head);
        }
        if (first.startsWith("ping: ") || first.startsWith("ping6: ")) {
            return better(CERTAIN, head);
        }
        if (PingReply.parse(first) != null || first.startsWith("Request timeout for icmp_seq ")) {
            return better(LIKELY, head);
        }
        boolean asked = command != null && command.tool().startsWith("ping");
        boolean complaint = PingReply.complaint(first) != null;
        if (complaint && (asked || first.contains(" icmp_seq="))) {
            return better(LIKELY, head);
        }
        boolean unreachable = first.startsWith("connect: ") && ErrnoWords.outcome(first.substring(9)) != null;
        return asked && unreachable ? better(LIKELY, head) : NO;
    }

    /** One less where the head shows another form's words. */
    private int better(int score, List<Line> head) {
        Style shown = Style.LINUX;
        for (Line line : head) {
            String text = line.text();
            if (text.contains(" bytes from ") && text.contains(": seq=")
                    || text.startsWith("round-trip min/avg/max =")) {
                shown = Style.BUSYBOX;
                break;
            }
            if (text.contains(" packets received, ")
                    || text.startsWith("Request timeout for ")
                    || PingHeader.likeBsd(text)) {
                shown = Style.BSD;
            }
        }
        return shown == style ? score : score - 1;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new PingReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Ping ping) {
                print(ping, out);
            }
        }
    }

    private void print(Ping ping, Appendable out) throws IOException {
        if (ping.address() != null) {
            header(ping.target(), ping.address(), ping.source(), out);
        }
        int sequence = style == Style.LINUX ? 1 : 0;
        for (Ping.Complaint complaint : ping.errors()) {
            if (complaint.from() == null) {
                out.append("ping: ");
            } else if (style == Style.LINUX) {
                out.append("From ").append(complaint.from()).append(" icmp_seq=");
                out.append(Integer.toString(sequence++)).append(' ');
            } else {
                out.append("92 bytes from ").append(complaint.from()).append(": ");
            }
            out.append(complaint.text()).append('\n');
        }
        if (ping.transmitted() != null && ping.received() != null) {
            statistics(ping, out);
        }
    }

    private void header(String target, IpAddress address, @Nullable IpAddress source, Appendable out)
            throws IOException {
        out.append("PING ").append(target);
        boolean joined = style == Style.LINUX && address.family() == Family.INET6;
        out.append(joined ? "(" : " (").append(address.toString());
        out.append(')');
        if (source != null && style == Style.LINUX) {
            out.append(" from ").append(source.toString()).append(" :");
        }
        out.append(
                style != Style.LINUX ? ": 56 data bytes\n" : joined ? " 56 data bytes\n" : " 56(84) bytes of data.\n");
    }

    private void statistics(Ping ping, Appendable out) throws IOException {
        out.append("\n--- ").append(ping.target()).append(" ping statistics ---\n");
        out.append(String.valueOf(ping.transmitted())).append(" packets transmitted, ");
        out.append(String.valueOf(ping.received())).append(style == Style.LINUX ? " received" : " packets received");
        if (ping.lossPercent() != null) {
            out.append(", ").append(percent(ping.lossPercent())).append("% packet loss");
        }
        out.append('\n');
        Double average = ping.averageMs();
        if (average != null) {
            // only the average is known: the places of the others stay empty rather than invented
            String known = Millis.fixed(average, 3);
            out.append(
                    switch (style) {
                        case LINUX -> "rtt min/avg/max/mdev = -/" + known + "/-/- ms\n";
                        case BSD -> "round-trip min/avg/max/stddev = -/" + known + "/-/- ms\n";
                        case BUSYBOX -> "round-trip min/avg/max = -/" + known + "/- ms\n";
                    });
        }
    }

    private static String percent(double value) {
        return new BigDecimal(Double.toString(value))
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
