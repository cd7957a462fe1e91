package astray.transcript.document;

/** Questions about characters in hostile text. */
final class Chars {
    private Chars() {}

    /** Whether this character stands there. */
    static boolean is(String text, int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }

    /** A character of a host's name. */
    static boolean ofName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }

    /** Whether it is a Chinese, Japanese or Korean character. */
    static boolean ideograph(char c) {
        return c >= 0x2e80 && c < 0xd800 || c >= 0xf900 && c < 0xfb00 || c >= 0xff00;
    }
}
