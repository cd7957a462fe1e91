package astray.transcript.iproute;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip neigh} (ip-neighbour(8)): one entry a line, the state last. */
public final class NeighFormat implements Format {

    @Override
    public String name() {
        return "ip neigh";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return parse(head.getFirst().text(), command) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            Neighbour neighbour = parse(line.text(), command);
            if (neighbour != null) {
                sink.fact(neighbour, line);
            }
            return neighbour != null;
        };
    }

    private static @Nullable Neighbour parse(String text, @Nullable Command command) {
        Words words = new Words(text);
        String first = words.next();
        IpAddress address = first == null ? null : IpAddress.parse(first);
        if (address == null) {
            return null;
        }
        String dev = command == null ? null : command.after("dev");
        String lladdr = null;
        List<String> flags = new ArrayList<>();
        Neighbour.State state = null;
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "dev" -> dev = words.next();
                case "lladdr" -> lladdr = words.next();
                // -s adds "ref 1 used 12/10/8 probes 4"
                case "ref", "used", "probes", "nomaster", "master" -> words.next();
                case "router", "proxy", "extern_learn", "managed", "offload" -> flags.add(word);
                default -> {
                    state = state(word);
                    if (state == null) {
                        return null;
                    }
                }
            }
        }
        return state == null && !flags.contains("proxy")
                ? null
                : new Neighbour(address, dev, lladdr, state == null ? Neighbour.State.NONE : state, flags);
    }

    private static Neighbour.@Nullable State state(String word) {
        for (Neighbour.State state : Neighbour.State.values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        return null;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Neighbour neighbour) {
                out.append(neighbour.address().toString());
                if (neighbour.dev() != null) {
                    out.append(" dev ").append(neighbour.dev());
                }
                if (neighbour.lladdr() != null) {
                    out.append(" lladdr ").append(neighbour.lladdr());
                }
                for (String flag : neighbour.flags()) {
                    out.append(' ').append(flag);
                }
                out.append(' ').append(neighbour.state().name()).append(" \n");
            }
        }
    }
}
