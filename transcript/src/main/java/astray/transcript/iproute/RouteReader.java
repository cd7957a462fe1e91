package astray.transcript.iproute;

import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads {@code ip route} and {@code ip route get}, line by line; of a multipath route the ways out follow it. */
final class RouteReader implements Reader {
    private static final String ANSWER = "RTNETLINK answers: ";
    private static final String ERROR = "Error: ";
    private static final int MAX_QUOTE = 8192;

    private final RouteAssembler assembler;
    private final @Nullable IpCommand command;
    private @Nullable RouteDraft draft;
    private @Nullable Line draftLine;
    /** The route's first line, and with the lines behind it once there are some. */
    private String quote = "";

    private @Nullable StringBuilder quotes;

    RouteReader(Sink sink, @Nullable Command command) {
        assembler = new RouteAssembler(sink, command);
        this.command = IpCommand.of(command);
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        int joint = text.indexOf('\\');
        if (joint < 0) {
            return piece(line, text);
        }
        if (!piece(line, text.substring(0, joint))) {
            return false;
        }
        for (int from = joint + 1; from < text.length(); ) {
            int to = text.indexOf('\\', from);
            int end = to < 0 ? text.length() : to;
            continuation(text.substring(from, end));
            from = end + 1;
        }
        return true;
    }

    private boolean piece(Line line, String text) {
        if (continuation(text)) {
            return true;
        }
        String error = lookupError(text, command);
        if (error != null) {
            finish();
            assembler.error(error, line);
            return true;
        }
        if (isNoTable(text, command)) {
            return true;
        }
        RouteDraft parsed = RouteLine.parse(text, true);
        if (parsed == null) {
            return false;
        }
        finish();
        draft = parsed;
        draftLine = line;
        quote = text.strip();
        return true;
    }

    /** A line that belongs to the route before it: a way out, or a lookup's cache line. */
    private boolean continuation(String text) {
        RouteDraft current = draft;
        int start = Words.skipBlanks(text, 0);
        if (current == null || start == text.length() || text.charAt(start) != 'n' && text.charAt(start) != 'c') {
            return false;
        }
        Words words = new Words(text);
        String word = words.next();
        if (word == null) {
            return false;
        }
        boolean taken = switch (word) {
            case "nexthop" -> RouteLine.addNextHop(text, current);
            case "nh_info" -> true;
            case "cache" -> takeCacheLine(words, current);
            default -> false;
        };
        if (taken) {
            quotes = quotes == null ? new StringBuilder(quote) : quotes;
            if (quotes.length() + text.length() < MAX_QUOTE) {
                quotes.append('\n').append(text.strip());
            }
        }
        return taken;
    }

    /** {@code cache <local> iif eth0}: only the kernel's answer to a lookup has it. */
    private static boolean takeCacheLine(Words words, RouteDraft current) {
        current.lookup = true;
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("iif")) {
                current.iif = words.next();
            }
        }
        return true;
    }

    /** Whether a line follows only a lookup. */
    static boolean isCacheLine(String text) {
        Words words = new Words(text);
        return words.skip("cache") && !text.isEmpty() && (text.charAt(0) == ' ' || !words.more() || text.contains("<"));
    }

    /**
     * The words of a failed lookup, or {@code null}. The same answers end other commands of ip(8); without a command
     * only those are taken that nothing but a lookup gets.
     */
    static @Nullable String lookupError(String text, @Nullable IpCommand command) {
        int start = Words.skipBlanks(text, 0);
        if (!text.startsWith(ANSWER, start) && !text.startsWith(ERROR, start)) {
            return null;
        }
        String line = text.strip();
        boolean asked = command != null && command.isLookup();
        if (line.startsWith(ANSWER)) {
            String words = line.substring(ANSWER.length());
            return asked || command == null && isLookupAnswer(words) ? words : null;
        }
        return asked && line.startsWith(ERROR) ? line.substring(ERROR.length()) : null;
    }

    private static boolean isLookupAnswer(String words) {
        return switch (words) {
            case "Network is unreachable", "No route to host", "Invalid argument", "Permission denied" -> true;
            default -> false;
        };
    }

    /** The answer to {@code ip route show table 200} where no such table is: there are no routes to read. */
    static boolean isNoTable(String text, @Nullable IpCommand command) {
        int start = Words.skipBlanks(text, 0);
        if (!text.startsWith("Error: ", start) && !text.startsWith("Dump", start)) {
            return false;
        }
        String line = text.strip();
        return command != null
                && command.about("route")
                && (line.startsWith("Error: ") && line.endsWith("FIB table does not exist.")
                        || line.equals("Dump terminated"));
    }

    private void finish() {
        if (draft != null && draftLine != null) {
            assembler.add(draft, draftLine, quotes == null ? quote : quotes.toString());
        }
        draft = null;
        draftLine = null;
        quotes = null;
    }

    @Override
    public void end() {
        finish();
        assembler.end();
    }
}
