package astray.instruments.journalctl;

import java.nio.charset.StandardCharsets;

/** Bytes as characters, one for each, for a regular expression to look at. */
final class Latin1 implements CharSequence {
    /** A search that looks at characters so often tries more ways than will end. */
    private static final int MOST = 100_000_000;

    /** The search has looked too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("too many ways to match", null, false, false);
        }
    }

    private byte[] bytes = {};
    private int from;
    private int to;
    private int looks;

    Latin1() {}

    private Latin1(byte[] bytes, int from, int to) {
        set(bytes, from, to);
    }

    void set(byte[] array, int start, int end) {
        bytes = array;
        from = start;
        to = end;
        looks = MOST;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new Exhausted();
        }
        return (char) (bytes[from + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Latin1(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
