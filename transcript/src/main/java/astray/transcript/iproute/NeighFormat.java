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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code ip neigh} (ip-neighbour(8)): one entry a line, the state last. */
public final class NeighFormat implements Format {

    @Override
    public String name() {
        return "ip neigh";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        IpCommand ip = IpCommand.of(command);
        Neighbour neighbour = parse(head.getFirst().text(), ip);
        if (neighbour == null) {
            return NO;
        }
        // "10.0.0.9 FAILED" is what many a tool prints
        boolean telling = neighbour.dev() != null || neighbour.lladdr() != null;
        return telling || ip != null && ip.about("neigh") ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        IpCommand ip = IpCommand.of(command);
        return line -> {
            Neighbour neighbour = parse(line.text(), ip);
            if (neighbour != null) {
                sink.fact(neighbour, line);
            }
            return neighbour != null;
        };
    }

    private static @Nullable Neighbour parse(String text, @Nullable IpCommand command) {
        Words words = new Words(text);
        String first = words.next();
        IpAddress address = first == null ? null : IpAddress.parse(first);
        if (address == null) {
            return null;
        }
        String dev = command == null ? null : command.dev();
        String lladdr = null;
        List<String> flags = new ArrayList<>();
        Neighbour.State state = null;
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "dev" -> dev = words.next();
                case "lladdr" -> lladdr = words.next();
                // -s adds "ref 1 used 12/10/8probes 4"
                case "used" -> skipTimes(words);
                case "ref", "probes", "master", "proto" -> words.next();
                case "nomaster" -> {}
                default -> {
                    if (isFlag(word)) {
                        flags.add(word);
                    } else {
                        state = state(word);
                        if (state == null) {
                            return null;
                        }
                    }
                }
            }
        }
        if (state == null && !flags.contains("proxy")) {
            return null;
        }
        return new Neighbour(
                address,
                dev,
                lladdr == null ? null : lladdr.toLowerCase(Locale.ROOT),
                state == null ? Neighbour.State.NONE : state,
                flags);
    }

    /** The times since it was used, with no blank between them and the next word in some versions. */
    private static void skipTimes(Words words) {
        String times = words.next();
        if (times != null && times.endsWith("probes")) {
            words.next();
        }
    }

    /** NTF_* of {@code linux/neighbour.h}, by the words of ip-neighbour(8). */
    static boolean isFlag(String word) {
        return switch (word) {
            case "router", "proxy", "extern_learn", "extern_valid", "managed", "offload", "offloaded", "sticky" -> true;
            default -> false;
        };
    }

    /** A state by its word; {@code null} for any other word. */
    static Neighbour.@Nullable State state(String word) {
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
