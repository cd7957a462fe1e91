package astray.transcript.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code block that holds commands and no output: the output follows in a block of its own.
 *
 * @param line the last command, whose output follows
 * @param at its line
 * @param pieces how many lines of the document the block has left, with its end
 */
record FencedCommands(CommandLine line, Piece at, int pieces) {
    private static final int LONGEST = 30;
    private static final int BEYOND = 5;
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "shell", "zsh", "console", "shell-session", "cmd", "powershell", "ps1", "terminal");

    /** Looks ahead from behind the opening border; {@code null} when the block is something else. */
    static @Nullable FencedCommands peek(LineFeed feed, Mark.Fence fence) throws IOException {
        List<Piece> ahead = feed.peek(LONGEST + BEYOND);
        boolean shell = SHELLS.contains(fence.info().toLowerCase(Locale.ROOT));
        Piece last = null;
        String typed = "";
        boolean prompted = false;
        for (int i = 0; i < ahead.size() && i < LONGEST; i++) {
            Piece piece = ahead.get(i);
            if (piece.mark() instanceof Mark.Fence end
                    && end.closes()
                    && end.border() == fence.border()
                    && end.length() >= fence.length()) {
                boolean follows = last != null && outputFollows(ahead, i + 1);
                return last == null || prompted && !follows
                        ? null
                        : new FencedCommands(CommandLine.parse(typed), last, i + 1);
            }
            if (piece.isBlank()) {
                continue;
            }
            String text = piece.body.strip();
            if (typed.endsWith("\\")) {
                typed = typed.substring(0, typed.length() - 1) + text;
                continue;
            }
            switch (piece.mark()) {
                case Mark.Prompt prompt
                when !prompt.command().isEmpty() && prompt.host() == null -> {
                    prompted = true;
                    typed = prompt.command();
                }
                case Mark.Hashes hashes
                when hashes.count() == 1 -> {
                    if (!CommandShape.sure(hashes.text())) {
                        // a comment among commands
                        continue;
                    }
                    prompted = true;
                    typed = hashes.text();
                }
                case Mark.None _ when CommandShape.sure(text) || shell && CommandShape.tool(text) -> typed = text;
                default -> {
                    return null;
                }
            }
            last = piece;
        }
        return null;
    }

    /** Whether the next thing is a block of code that does not begin with a command of its own. */
    private static boolean outputFollows(List<Piece> ahead, int from) {
        int i = from;
        while (i < ahead.size() && ahead.get(i).isBlank()) {
            i++;
        }
        if (i + 1 >= ahead.size() || !(ahead.get(i).mark() instanceof Mark.Fence)) {
            return false;
        }
        Piece first = ahead.get(i + 1);
        return switch (first.mark()) {
            case Mark.Prompt _ -> false;
            case Mark.Hashes hashes -> !CommandShape.sure(hashes.text());
            default -> !CommandShape.sure(first.body.strip());
        };
    }
}
