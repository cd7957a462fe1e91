package astray.instruments.journalctl;

import org.jspecify.annotations.Nullable;

/** Numbers on a command line, as strtol(3) with base 0 takes them: decimal, 0x…, 0…. */
final class Integers {
    private Integers() {}

    /** A number; {@code null} when the whole word is none. */
    static @Nullable Integer parse(String word) {
        int at = 0;
        while (at < word.length() && " \t\n\r".indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        boolean negative = word.startsWith("-", at);
        if (negative || word.startsWith("+", at)) {
            at++;
        }
        String digits = word.substring(at);
        int base = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            base = 16;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            base = 8;
        }
        if (digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return null;
        }
        try {
            return Integer.valueOf((negative ? "-" : "") + digits, base);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
