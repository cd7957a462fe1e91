package astray.transcript.iproute;

import astray.facts.BridgePort;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code bridge link} and {@code bridge -d link} (bridge(8)): a line a port, with its state; details are indented. */
public final class BridgeLinkFormat implements Format {

    @Override
    public String name() {
        return "bridge link";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return parse(head.getFirst().text()) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            BridgePort port = parse(line.text());
            if (port != null) {
                sink.fact(port, line);
            }
            return port != null || line.text().startsWith("    ");
        };
    }

    /** {@code 3: vnet0: <BROADCAST,UP> mtu 1500 master br0 state disabled priority 32 cost 2}. */
    private static @Nullable BridgePort parse(String text) {
        Words words = new Words(text);
        String index = words.next();
        if (index == null || !index.endsWith(":") || Numbers.parseInt(index.substring(0, index.length() - 1)) == null) {
            return null;
        }
        String name = words.next();
        String flags = words.next();
        if (name == null || flags == null || !name.endsWith(":") || !flags.startsWith("<")) {
            return null;
        }
        String bridge = null;
        String state = null;
        boolean priority = false;
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "master" -> bridge = words.next();
                case "state" -> state = words.next();
                case "priority" -> priority = true;
                default -> {
                    // mtu, cost and what later versions add
                }
            }
        }
        if (bridge == null || state == null || !priority) {
            return null;
        }
        int at = name.indexOf('@');
        return new BridgePort(name.substring(0, at > 0 ? at : name.length() - 1), bridge, state);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        int index = 1;
        for (Fact fact : facts) {
            if (fact instanceof BridgePort port) {
                out.append(String.valueOf(index++))
                        .append(": ")
                        .append(port.dev())
                        .append(": <> mtu 1500 master ");
                out.append(port.bridge()).append(" state ").append(port.state()).append(" priority 32 cost 2 \n");
            }
        }
    }
}
