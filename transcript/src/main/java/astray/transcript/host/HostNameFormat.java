package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.HostName;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.Literals;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code hostname} and {@code uname -n}: one bare word, which only the command tells from any other. */
final class HostNameFormat implements Format {

    @Override
    public String name() {
        return "hostname";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return asked(command) && Literals.name(head.getFirst().text().strip()) ? CERTAIN : NO;
    }

    private static boolean asked(@Nullable Command command) {
        if (command == null) {
            return false;
        }
        return switch (command.tool()) {
            case "hostname" -> command.words().size() == 1 || command.has("-f", "--fqdn", "-s", "--short", "-A");
            case "uname" -> command.words().equals(List.of("uname", "-n"));
            case "hostnamectl" -> command.has("hostname");
            case "cat" -> command.has("/etc/hostname", "/proc/sys/kernel/hostname");
            default -> false;
        };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private boolean read;

            @Override
            public boolean accept(Line line) {
                String name = line.text().strip();
                if (read || !Literals.name(name)) {
                    return false;
                }
                read = true;
                sink.fact(new HostName(name), line);
                return true;
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof HostName host) {
                out.append(host.name()).append('\n');
            }
        }
    }
}
