package astray.codec;

import java.util.Arrays;

/** Unpacked bytes, such as what a journal's field holds: they grow, and are used again for the next content. */
public final class Payload {
    private static final int FIRST = 1 << 10;

    private byte[] array = new byte[FIRST];
    private int length;

    /** None yet. */
    public Payload() {}

    /** The bytes; only the first {@link #length} count, and they change with the next payload. */
    public byte[] array() {
        return array;
    }

    /** How many there are. */
    public int length() {
        return length;
    }

    /** Forgets them. */
    public void clear() {
        length = 0;
    }

    /** Sets how many there are; the array has room for them then. */
    public void resize(int size) {
        reserve(size);
        length = size;
    }

    /** Makes room for so many in all. */
    public void reserve(int size) {
        if (size > array.length) {
            array = Arrays.copyOf(array, Math.max(size, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * array.length)));
        }
    }

    /** Lets go of an array that one long payload made large. */
    public void shrink(int most) {
        if (array.length > most) {
            array = new byte[FIRST];
            length = 0;
        }
    }
}
