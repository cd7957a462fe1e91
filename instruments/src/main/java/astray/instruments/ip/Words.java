package astray.instruments.ip;

import java.util.List;

/** A command line, word by word. */
final class Words {
    private final List<String> words;
    private int at;

    Words(List<String> words) {
        this.words = words;
    }

    boolean hasNext() {
        return at < words.size();
    }

    /** The word that {@link #next} will give. */
    String peek() throws Failure {
        if (at >= words.size()) {
            throw Failure.incomplete();
        }
        return words.get(at);
    }

    /** The next word, which must be there. */
    String next() throws Failure {
        String word = peek();
        at++;
        return word;
    }

    /** Takes back what {@link #next} gave last. */
    void back() {
        at--;
    }

    /**
     * Whether a word stands for a name that may be shortened. An empty word stands for nothing. Where several names
     * begin with it the first one asked for wins, so the order of questions is the original's.
     */
    static boolean matches(String word, String name) {
        return !word.isEmpty() && name.startsWith(word);
    }

    /** Whether a word stands for one of the three names of the command that lists. */
    static boolean isShow(String word) {
        return matches(word, "show") || matches(word, "lst") || matches(word, "list");
    }

    /** A number as strtol(3) reads it with base 0: {@code 0x} hexadecimal, a leading 0 octal. */
    static long number(String word) {
        return number(word, 0);
    }

    /**
     * A number as strtol(3) reads it.
     *
     * @param base 10, 16, or 0 for what the number's own beginning says
     * @return -1 for what is no number, is negative or does not fit into 63 bits
     */
    static long number(String word, int base) {
        int from = word.startsWith("+") ? 1 : 0;
        boolean hex = word.startsWith("0x", from) || word.startsWith("0X", from);
        if (base == 0) {
            base = hex ? 16 : word.startsWith("0", from) ? 8 : 10;
        }
        if (base == 16 && hex) {
            from += 2;
        }
        if (from == word.length()) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < word.length(); i++) {
            int digit = Character.digit(word.charAt(i), base);
            if (digit < 0 || word.charAt(i) >= 0x80 || value > (Long.MAX_VALUE - digit) / base) {
                return -1;
            }
            value = value * base + digit;
        }
        return value;
    }

    /** A number of at most so much, as the original's get_u8 to get_u32 read it; else the word is wrong for a reason. */
    static long number(String word, long most, String why) throws Failure {
        long value = number(word);
        if (value < 0 || value > most) {
            throw Failure.invalid(why, word);
        }
        return value;
    }
}
