package astray.transcript.host;

import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Output that is known and gives no facts: named, so that a report can say that it is not reasoned about. */
final class KnownFormat implements Format {
    private final String name;
    private final Predicate<String> first;
    private final Predicate<String> inside;

    private KnownFormat(String name, Predicate<String> first, Predicate<String> inside) {
        this.name = name;
        this.first = first;
        this.inside = inside;
    }

    /** All of them. */
    static List<Format> all() {
        return List.of(
                new KnownFormat(
                        "tc",
                        t -> starts(t, "qdisc ") && t.contains(" dev ")
                                || starts(t, "class ") && t.contains(" root ")
                                || starts(t, "filter ") && (t.contains("protocol ") || t.contains("parent ")),
                        t -> starts(
                                t,
                                "qdisc ",
                                "class ",
                                "filter ",
                                " Sent ",
                                " backlog ",
                                " rate ",
                                " maxpacket ",
                                "  ",
                                "\t")),
                new KnownFormat(
                        "bridge vlan",
                        t -> t.startsWith("port ") && t.contains("vlan-id") || t.startsWith("port\tvlan ids"),
                        t -> starts(t, "port") || words(t) <= 5 && (t.startsWith(" ") || vlan(t))),
                new KnownFormat(
                        "ip xfrm",
                        t -> t.startsWith("src ") && t.contains(" dst "),
                        t -> t.startsWith("src ") && t.contains(" dst ") || t.startsWith("\t") || t.startsWith("  ")),
                new KnownFormat(
                        "conntrack -S",
                        t -> t.startsWith("cpu=") && t.contains("insert_failed="),
                        t -> t.startsWith("cpu=")),
                new KnownFormat(
                        "ipset list",
                        t -> t.startsWith("Name: "),
                        t -> starts(
                                        t,
                                        "Name: ",
                                        "Type: ",
                                        "Revision: ",
                                        "Header: ",
                                        "Size in memory: ",
                                        "References: ",
                                        "Number of entries: ",
                                        "Members:")
                                || words(t) > 0 && Character.isDigit(first(t))));
    }

    private static boolean starts(String text, String... openings) {
        for (String opening : openings) {
            if (text.startsWith(opening)) {
                return true;
            }
        }
        return false;
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static int words(String text) {
        var words = new astray.transcript.text.Words(text);
        int count = 0;
        while (words.next() != null) {
            count++;
        }
        return count;
    }

    /** {@code eth0              1 PVID Egress Untagged}. */
    private static boolean vlan(String text) {
        var words = new astray.transcript.text.Words(text);
        words.next();
        String number = words.next();
        return number != null && Character.isDigit(number.charAt(0));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String text = head.getFirst().text();
        boolean entries = !name.equals("ipset list")
                || head.size() > 1 && head.get(1).text().startsWith("Type: ");
        return first.test(text) && entries ? LIKELY : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean begun;

            @Override
            public boolean accept(Line line) {
                boolean taken = begun ? !line.isBlank() && inside.test(line.text()) : first.test(line.text());
                begun = true;
                return taken;
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) {
        // no fact has a place here
    }
}
