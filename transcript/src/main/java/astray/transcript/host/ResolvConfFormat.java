package astray.transcript.host;

import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** /etc/resolv.conf (resolv.conf(5)): recognised, and without facts. */
final class ResolvConfFormat implements Format {

    @Override
    public String name() {
        return "/etc/resolv.conf";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        boolean asked = command != null && command.words().contains("/etc/resolv.conf");
        if (asked) {
            return setting(first) || comment(first) ? CERTAIN : NO;
        }
        boolean server = head.stream().anyMatch(l -> l.text().startsWith("nameserver ") && setting(l.text()));
        return server && setting(first) ? LIKELY : NO;
    }

    private static boolean comment(String text) {
        return text.startsWith("#") || text.startsWith(";");
    }

    private static boolean setting(String text) {
        Words words = new Words(text);
        String key = words.next();
        return key != null
                && switch (key) {
                    case "nameserver" -> Literals.address(words.next()) != null;
                    case "search", "domain", "options", "sortlist" -> words.more();
                    default -> false;
                };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> setting(line.text()) || comment(line.text());
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) {
        // no fact has a place here
    }
}
