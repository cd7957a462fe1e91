package astray.transcript.log;

import astray.facts.LogEntry;

/** Prints what all forms have in common. */
final class EntryText {
    private EntryText() {}

    /** Appends {@code identifier[pid]: message}, further lines indented to the message's column. */
    static void append(LogEntry entry, StringBuilder out) {
        if (entry.identifier() != null) {
            out.append(entry.identifier());
            if (entry.pid() != null) {
                out.append('[').append(entry.pid().longValue()).append(']');
            }
            out.append(": ");
        }
        message(entry.message(), out);
    }

    /** Appends a message and ends the line. */
    static void message(String message, StringBuilder out) {
        int column = out.length() - out.lastIndexOf("\n") - 1;
        int from = 0;
        for (int end = message.indexOf('\n'); end >= 0; end = message.indexOf('\n', from)) {
            out.append(message, from, end).append('\n').repeat(' ', column);
            from = end + 1;
        }
        out.append(message, from, message.length()).append('\n');
    }
}
