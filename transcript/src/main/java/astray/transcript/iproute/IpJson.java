package astray.transcript.iproute;

import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import astray.transcript.text.JsonBlockReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the {@code -j} forms of ip(8) share: one array of objects, on one line or ({@code -p}) on many. */
abstract class IpJson implements Format {
    private static final int MAX_HEAD = 4096;

    private static final int MAX_EMPTY = 8;

    private final String name;
    private final String object;

    IpJson(String name, String object) {
        this.name = name;
        this.object = object;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int recognise(List<Line> head, @Nullable Command command) {
        if (!JsonBlockReader.opens(head.getFirst().text())) {
            return NO;
        }
        IpCommand ip = IpCommand.of(command);
        String start = start(head);
        boolean empty = start.length() <= MAX_EMPTY && start.chars().noneMatch(c -> c == '"');
        if (empty) {
            return ip != null && ip.about(object) ? CERTAIN : NO;
        }
        return recogniseStart(start, ip);
    }

    /** The first characters, up to the end of the value: other outputs may follow it. */
    private static String start(List<Line> head) {
        StringBuilder start = new StringBuilder();
        int depth = 0;
        boolean inString = false;
        for (Line line : head) {
            String text = line.text();
            for (int i = 0; i < text.length() && start.length() < MAX_HEAD; i++) {
                char c = text.charAt(i);
                start.append(c);
                if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                    inString = !inString;
                } else if (!inString && (c == '[' || c == '{')) {
                    depth++;
                } else if (!inString && (c == ']' || c == '}') && --depth == 0) {
                    return start.toString();
                }
            }
        }
        return start.toString();
    }

    /** How sure it is of a text that begins so. */
    abstract int recogniseStart(String start, @Nullable IpCommand command);

    /** Whether a member of this name is there. */
    static boolean has(String start, String member) {
        return start.contains("\"" + member + "\"");
    }

    @Override
    public final Reader reader(Sink sink, @Nullable Command command) {
        return new JsonBlockReader((value, first) -> read(Json.objects(value), first, sink, command));
    }

    /** Hands on the facts of all objects. */
    abstract void read(List<Map<String, @Nullable Object>> objects, Line first, Sink sink, @Nullable Command command);

    @Override
    public final void print(List<? extends Fact> facts, Appendable out) throws IOException {
        JsonText.append(objects(facts), out);
        out.append('\n');
    }

    /** The objects that hold the facts. */
    abstract List<Map<String, @Nullable Object>> objects(List<? extends Fact> facts);
}
