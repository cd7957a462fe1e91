package astray.transcript.document;

import java.util.Locale;

/** Lines that say something is left out, and what a terminal leaves between outputs. */
final class NoiseLines {
    private static final int LONGEST = 120;
    private static final Mark LEFT_OUT = new Mark.LeftOut();
    private static final Mark NOISE = new Mark.Noise();

    private NoiseLines() {}

    /** Lines that begin with a sign. */
    static Mark parse(String body, int from) {
        char c = body.charAt(from);
        if (body.length() - from > LONGEST || c == '[' && Chars.is(body, from + 1, ' ')) {
            return Mark.NONE;
        }
        String text = body.substring(from).strip();
        return switch (c) {
            case '^' -> text.length() == 2 ? NOISE : Mark.NONE;
            case ':' -> text.length() == 1 ? NOISE : Mark.NONE;
            case '(' -> text.equals("END") || text.equals("(END)") ? NOISE : leftOut(text);
            case '.', '\u2026' -> dots(text) ? LEFT_OUT : Mark.NONE;
            default -> bracket(text);
        };
    }

    private static Mark bracket(String text) {
        if (text.startsWith("[sudo] ") || isJob(text)) {
            return NOISE;
        }
        return leftOut(text);
    }

    /** {@code [1]+  Done   command} and {@code [1] 4711}. */
    private static boolean isJob(String text) {
        if (text.length() < 5 || !Character.isDigit(text.charAt(1)) || text.charAt(2) != ']') {
            return false;
        }
        String rest = text.substring(3);
        return rest.startsWith("+ ")
                || rest.startsWith("- ")
                || rest.startsWith(" ") && rest.strip().chars().allMatch(Character::isDigit);
    }

    private static Mark leftOut(String text) {
        if (text.length() < 3 || "])".indexOf(text.charAt(text.length() - 1)) < 0) {
            return Mark.NONE;
        }
        String inside = text.substring(1, text.length() - 1).strip().toLowerCase(Locale.ROOT);
        return inside.startsWith("...")
                        || inside.startsWith("\u2026")
                        || inside.startsWith("snip")
                        || inside.equals("cut")
                        || inside.contains("omitted")
                        || inside.contains("truncated")
                        || inside.contains("left out")
                        || inside.contains("省略")
                ? LEFT_OUT
                : Mark.NONE;
    }

    private static boolean dots(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '\u2026' && c != ' ') {
                String rest = text.substring(i).toLowerCase(Locale.ROOT);
                return i > 0 && (rest.startsWith("snip") || rest.contains("omitted") || rest.contains("省略"));
            }
        }
        return text.length() > 1 || text.charAt(0) == '\u2026';
    }

    /** Lines that begin with a word. */
    static Mark words(String body, int from) {
        return switch (body.charAt(from)) {
            case 'L' -> mark(body.startsWith("Last login: ", from) || body.startsWith("Last failed login: ", from));
            case 'C' -> mark(body.startsWith("Connection to ", from) && body.endsWith(" closed."));
            case 'S' -> mark(body.startsWith("Script started on ", from) || body.startsWith("Script done on ", from));
            case 'P' -> mark(body.strip().equals("Password:"));
            case 'l' -> mark(body.strip().equals("logout") || isPagerLine(body.strip()));
            default -> Mark.NONE;
        };
    }

    private static boolean isPagerLine(String text) {
        return text.startsWith("lines ")
                && text.length() < 30
                && text.length() > 6
                && Character.isDigit(text.charAt(6));
    }

    private static Mark mark(boolean noise) {
        return noise ? NOISE : Mark.NONE;
    }
}
