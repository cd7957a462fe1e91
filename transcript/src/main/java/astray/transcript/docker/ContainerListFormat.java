package astray.transcript.docker;

import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code docker ps} and {@code podman ps}: known, so that it counts as understood, and without facts so far. */
public final class ContainerListFormat implements Format {

    @Override
    public String name() {
        return "docker ps";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return isHeader(head.getFirst().text()) ? CERTAIN : NO;
    }

    private static boolean isHeader(String text) {
        Words words = new Words(text);
        return words.skip("CONTAINER") && words.skip("ID") && words.skip("IMAGE") && words.more();
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> isHeader(line.text()) || isRow(line.text());
    }

    private static boolean isRow(String text) {
        Words words = new Words(text);
        String id = words.next();
        return id != null && NetworkListFormat.isId(id) && words.more();
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) {
        // no fact stands behind a row
    }
}
