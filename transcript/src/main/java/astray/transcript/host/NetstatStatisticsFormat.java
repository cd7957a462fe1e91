package astray.transcript.host;

import astray.facts.Counter;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code netstat -s} (net-tools): sections of sentences. Only those counters are taken that say why packets do not
 * arrive, and those that net-tools has no sentence for and prints by name.
 */
final class NetstatStatisticsFormat implements Format {
    /** The sentence after the number, as net-tools has it, to the name of nstat(8). */
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("with invalid addresses", "IpInAddrErrors"),
            Map.entry("forwarded", "IpForwDatagrams"),
            Map.entry("incoming packets discarded", "IpInDiscards"),
            Map.entry("dropped because of missing route", "IpOutNoRoutes"),
            Map.entry("outgoing packets dropped", "IpOutDiscards"),
            Map.entry("failed connection attempts", "TcpAttemptFails"),
            Map.entry("connection resets received", "TcpEstabResets"),
            Map.entry("segments retransmitted", "TcpRetransSegs"),
            Map.entry("resets sent", "TcpOutRsts"),
            Map.entry("packets to unknown port received", "UdpNoPorts"),
            Map.entry("times the listen queue of a socket overflowed", "TcpExtListenOverflows"),
            Map.entry("SYNs to LISTEN sockets dropped", "TcpExtListenDrops"),
            Map.entry("other TCP timeouts", "TcpExtTCPTimeouts"));

    @Override
    public String name() {
        return "netstat -s";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String section = section(head.getFirst().text());
        if (section == null) {
            boolean asked = command != null && command.tool().equals("netstat") && command.option('s');
            return asked && indented(head.getFirst().text()) ? LIKELY : NO;
        }
        // a counter is indented below its section
        return head.size() > 1 && indented(head.get(1).text()) || head.size() == 1 ? CERTAIN : NO;
    }

    private static boolean indented(String text) {
        return text.startsWith("    ") || text.startsWith("\t");
    }

    /** The section in {@code TcpExt:}. */
    private static @Nullable String section(String text) {
        String line = text.stripTrailing();
        return line.endsWith(":")
                ? switch (line.substring(0, line.length() - 1)) {
                    case "Ip",
                            "Ip6",
                            "Icmp",
                            "Icmp6",
                            "IcmpMsg",
                            "Tcp",
                            "Udp",
                            "Udp6",
                            "UdpLite",
                            "UdpLite6",
                            "TcpExt",
                            "IpExt",
                            "MPTcpExt",
                            "Sctp" -> line.substring(0, line.length() - 1);
                    default -> null;
                }
                : null;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private String section = "";

            @Override
            public boolean accept(Line line) {
                String named = section(line.text());
                if (named != null) {
                    section = named;
                    return true;
                }
                if (!indented(line.text()) || line.isBlank()) {
                    return false;
                }
                Counter counter = counter(line.text().strip(), section);
                if (counter != null) {
                    sink.fact(counter, line);
                }
                return true;
            }
        };
    }

    private static @Nullable Counter counter(String text, String section) {
        int colon = text.indexOf(": ");
        if (colon > 0 && text.indexOf(' ') == colon + 1) {
            Long value = Numbers.parseLong(text.substring(colon + 2).strip());
            String name = text.substring(0, colon);
            boolean plain = name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
            return value == null || !plain || section.isEmpty() ? null : new Counter(section + name, value);
        }
        int blank = text.indexOf(' ');
        Long value = blank < 0 ? null : Numbers.parseLong(text.substring(0, blank));
        String sentence = blank < 0 ? "" : text.substring(blank + 1);
        String name = SENTENCES.get(sentence.equals("segments retransmited") ? "segments retransmitted" : sentence);
        // IPv6 and UDP-Lite have sections of their own with the same sentences
        return value == null || name == null || !section.isEmpty() && !name.startsWith(section)
                ? null
                : new Counter(name, value);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        String section = "";
        for (Fact fact : facts) {
            String named = fact instanceof Counter counter ? section(counter) : null;
            if (named != null && fact instanceof Counter counter) {
                if (!named.equals(section)) {
                    out.append(named).append(":\n");
                    section = named;
                }
                String sentence = sentence(counter.name());
                String value = Long.toString(counter.value());
                out.append("    ");
                out.append(
                        sentence == null
                                ? counter.name().substring(named.length()) + ": " + value
                                : value + " " + sentence);
                out.append('\n');
            }
        }
    }

    private static @Nullable String sentence(String name) {
        for (Map.Entry<String, String> entry : SENTENCES.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The longest section's name that the counter's begins with. */
    private static @Nullable String section(Counter counter) {
        String[] sections = {
            "MPTcpExt",
            "TcpExt",
            "IpExt",
            "UdpLite6",
            "UdpLite",
            "Icmp6",
            "IcmpMsg",
            "Icmp",
            "Ip6",
            "Ip",
            "Tcp",
            "Udp6",
            "Udp",
            "Sctp"
        };
        for (String section : sections) {
            if (counter.name().startsWith(section) && counter.name().length() > section.length()) {
                return section;
            }
        }
        return null;
    }
}
