package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.HostName;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code uname -a} (uname(1)): the host's name is its second word. */
final class UnameFormat implements Format {

    @Override
    public String name() {
        return "uname -a";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return host(head.getFirst().text()) != null ? CERTAIN : NO;
    }

    private static @Nullable String host(String text) {
        Words words = new Words(text);
        String kernel = words.next();
        String host = words.next();
        String release = words.next();
        if (kernel == null || host == null || release == null || !Character.isDigit(release.charAt(0))) {
            return null;
        }
        boolean known = switch (kernel) {
            case "Linux" -> text.contains(" #") || text.endsWith("GNU/Linux");
            case "Darwin" -> text.contains("Darwin Kernel Version");
            case "FreeBSD", "OpenBSD", "NetBSD" -> true;
            default -> false;
        };
        return known && Literals.name(host) ? host : null;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            String host = host(line.text());
            if (host != null) {
                sink.fact(new HostName(host), line);
            }
            return host != null;
        };
    }

    /** The release and the machine are not known to the fact: what stands for them says so. */
    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof HostName host) {
                out.append("Linux ").append(host.name()).append(" 0 #0 GNU/Linux\n");
            }
        }
    }
}
