package astray.transcript.hosts;

import astray.facts.Attribution;
import astray.transcript.Block;
import astray.transcript.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block while the documents are still being read: what is known of it, and in the end its host. */
public final class Draft {
    /**
     * A host that a block certainly bears.
     *
     * @param host its name
     * @param reason a prompt or a section mark
     * @param line the line that says so
     * @param quote that line's words
     */
    public record Named(String host, Attribution.Reason reason, int line, String quote) {}

    private final String document;
    private final int number;
    private final int firstLine;
    private int lastLine;
    private final @Nullable Command command;
    private final @Nullable String format;
    private final @Nullable Named named;
    private final List<Label> labels;
    private final @Nullable Named place;
    private final Evidence evidence = new Evidence();
    private @Nullable Named host;

    /**
     * Begins a block.
     *
     * @param named what its prompt or section mark says
     * @param labels what the words before it say, the closest first
     * @param place what the document's own place says, if nothing in it does
     */
    public Draft(
            String document,
            int number,
            int firstLine,
            @Nullable Command command,
            @Nullable String format,
            @Nullable Named named,
            List<Label> labels,
            @Nullable Named place) {
        this.document = document;
        this.number = number;
        this.firstLine = firstLine;
        this.lastLine = firstLine;
        this.command = command;
        this.format = format;
        this.named = named;
        this.labels = labels;
        this.place = place;
    }

    /** The document's name. */
    public String document() {
        return document;
    }

    /** Its number in the document. */
    public int number() {
        return number;
    }

    /** The first line. */
    public int firstLine() {
        return firstLine;
    }

    /** The last line so far. */
    public int lastLine() {
        return lastLine;
    }

    /** Takes another line in. */
    public void extend(int line) {
        lastLine = Math.max(lastLine, line);
    }

    /** The command, if shown. */
    public @Nullable Command command() {
        return command;
    }

    /** The format's name; {@code null} for empty output. */
    public @Nullable String format() {
        return format;
    }

    /** What its facts tell. */
    public Evidence evidence() {
        return evidence;
    }

    @Nullable
    Named named() {
        return named;
    }

    List<Label> labels() {
        return labels;
    }

    @Nullable
    Named place() {
        return place;
    }

    void host(String name, Attribution.Reason reason, int line, String quote) {
        host = new Named(name, reason, line, quote);
    }

    /** The host that was found, and why; {@code null} when nothing told. */
    public @Nullable Named host() {
        return host;
    }

    /** Whether all of its lines are its host's, whatever host a log line bears. */
    public boolean ofOneHost() {
        return evidence.logHosts().size() <= 1 && host != null;
    }

    /** The finished block. */
    public Block block() {
        return new Block(
                number,
                document,
                firstLine,
                lastLine,
                command == null ? null : command.text(),
                format,
                host == null ? null : host.host());
    }
}
