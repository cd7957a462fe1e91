package astray.packet.filter;

/**
 * A word of an expression.
 *
 * @param text as written, without the backslash of an escaped name
 * @param number what a number says, 32 bits
 * @param at where it begins, in characters from 0
 */
record Token(Word word, String text, int number, int at) {
    boolean is(Word other) {
        return word == other;
    }
}
