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

    private final String name;

    IpJson(String name) {
        this.name = name;
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
        StringBuilder start = new StringBuilder();
        for (Line line : head) {
            String text = line.text();
            start.append(text, 0, Math.min(text.length(), MAX_HEAD - start.length()));
            if (start.length() >= MAX_HEAD) {
                break;
            }
        }
        return recogniseStart(start.toString(), IpCommand.of(command));
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
