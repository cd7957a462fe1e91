package astray.transcript.document;

import org.jspecify.annotations.Nullable;

/** What a line is for the shape of a document, by itself; what it means is decided where it stands. */
sealed interface Mark {

    /** Nothing special: prose or output. */
    @SuppressWarnings("ClassInitializationDeadlock") // None has no state of its own to wait for
    Mark NONE = new None();

    /** Nothing special. */
    record None() implements Mark {}

    /**
     * The border of a block of code.
     *
     * @param border its character; {@code 0} for borders that name what they open or close ({@code <pre>})
     * @param length how many of them
     * @param info what stands behind: the language
     * @param closes whether it can close a block, or only open one
     */
    record Fence(char border, int length, String info, boolean closes) implements Mark {}

    /** {@code ==== text ====} and its like. */
    record Section(String text, char border, boolean closed) implements Mark {}

    /** {@code ==> path <==}, as head and tail print it. */
    record FileName(String path) implements Mark {}

    /** {@code ## text}: a heading, a section mark, a comment, or a root prompt. */
    record Hashes(int count, String text) implements Mark {}

    /**
     * A shell prompt.
     *
     * @param host the host's name where the prompt shows it
     * @param command what was typed
     */
    record Prompt(@Nullable String host, String command) implements Mark {}

    /** Somebody says that lines are missing here. */
    record LeftOut() implements Mark {}

    /** What terminals and pagers leave behind: {@code ^C}, {@code --More--}, {@code Last login: ...}. */
    record Noise() implements Mark {}

    /** Whether it ends whatever was being read. */
    default boolean breaks() {
        return !(this instanceof None || this instanceof Noise || this instanceof Hashes);
    }

    /** What this line is. */
    static Mark of(String body) {
        int from = Indent.of(body);
        if (from == body.length()) {
            return NONE;
        }
        char c = body.charAt(from);
        return switch (c) {
            case '`', '~', '{', '<' -> Fences.parse(body, from);
            case '=', '-', '*', '#', '+', '_' -> Sections.parse(body, from);
            case '[', '.', '\u2026', '(', '^', ':' -> {
                Mark noise = NoiseLines.parse(body, from);
                yield !(noise instanceof None) ? noise : Prompts.parse(body, from);
            }
            default -> {
                Mark prompt = Prompts.parse(body, from);
                yield !(prompt instanceof None) ? prompt : NoiseLines.words(body, from);
            }
        };
    }
}
