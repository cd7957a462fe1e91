package astray.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A command's output, or a part of it in one format.
 *
 * @param number its number in the document, from 1
 * @param document the document's name
 * @param firstLine the first line, from 1
 * @param lastLine the last line
 * @param command the command as typed; {@code null} when none is shown
 * @param format the format's name; {@code null} for a command that printed nothing
 * @param host the host it is from; {@code null} when nothing tells
 */
public record Block(
        int number,
        String document,
        int firstLine,
        int lastLine,
        @Nullable String command,
        @Nullable String format,
        @Nullable String host) {}
