package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact was read, so that a verdict can always quote it.
 *
 * @param host the host that the fact is about, by name or address; {@code null} when nothing tells
 * @param source the tool or format it was read from, such as {@code ip addr}
 * @param document the file's name, {@code -} for standard input
 * @param line the first line in that document, counted from 1; of a capture file the packet's number, as
 *     {@code tcpdump -#} counts; 0 where lines have no meaning
 * @param block which block of the document (a command's output) it stands in, counted from 1
 * @param text the raw words it was read from, free of control characters
 */
public record Origin(@Nullable String host, String source, String document, int line, int block, String text) {

    /** The same origin on another host. */
    public Origin on(String newHost) {
        return new Origin(newHost, source, document, line, block, text);
    }
}
