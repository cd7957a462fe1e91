package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
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

/** Lines of an address and names: /etc/hosts (hosts(5)), and {@code getent hosts}, which prints the same form. */
final class HostsFormat implements Format {
    private static final int MAX_NAMES = 64;

    private enum Source {
        FILE("/etc/hosts", "/etc/hosts"),
        GETENT("getent hosts", "getent");

        private final String title;
        private final String source;

        Source(String title, String source) {
            this.title = title;
            this.source = source;
        }
    }

    private final Source source;

    private HostsFormat(Source source) {
        this.source = source;
    }

    /** The file. */
    static HostsFormat file() {
        return new HostsFormat(Source.FILE);
    }

    /** {@code getent hosts NAME} and {@code getent ahostsv4} are told from the file by the command. */
    static HostsFormat getent() {
        return new HostsFormat(Source.GETENT);
    }

    @Override
    public String name() {
        return source.title;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (command != null && command.tool().equals("getent")) {
            boolean answer = source == Source.GETENT
                    && command.has("hosts")
                    && !parse(first).isEmpty();
            return answer ? CERTAIN : NO;
        }
        if (source == Source.GETENT) {
            return NO;
        }
        boolean asked = command != null && command.words().contains("/etc/hosts");
        if (asked) {
            return comment(first) || !parse(first).isEmpty() ? CERTAIN : NO;
        }
        // by shape alone only a file that begins as nearly all of them do
        boolean localhost = false;
        for (Line line : head) {
            localhost |= parse(line.text()).stream().anyMatch(m -> m.name().equals("localhost"));
        }
        return localhost && !parse(first).isEmpty() ? LIKELY : NO;
    }

    private static boolean comment(String text) {
        return text.stripLeading().startsWith("#");
    }

    private List<NameMapping> parse(String text) {
        int hash = text.indexOf('#');
        Words words = new Words(hash < 0 ? text : text.substring(0, hash));
        IpAddress address = Literals.address(words.next());
        List<NameMapping> mappings = new ArrayList<>();
        if (address == null) {
            return mappings;
        }
        for (String name = words.next(); name != null && mappings.size() < MAX_NAMES; name = words.next()) {
            if (!Literals.name(name)) {
                return List.of();
            }
            mappings.add(new NameMapping(name, address, source.source));
        }
        return mappings;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        boolean asked = command != null && command.words().contains("/etc/hosts");
        return line -> {
            List<NameMapping> mappings = parse(line.text());
            for (NameMapping mapping : mappings) {
                sink.fact(mapping, line);
            }
            boolean inside = source == Source.FILE && (comment(line.text()) || asked && line.isBlank());
            return !mappings.isEmpty() || inside;
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof NameMapping mapping) {
                String address = mapping.address().toString();
                out.append(address);
                out.append(source == Source.FILE ? "\t" : " ".repeat(Math.max(1, 16 - address.length())));
                out.append(mapping.name()).append('\n');
            }
        }
    }
}
