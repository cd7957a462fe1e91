package astray.journal;

import astray.codec.Payload;
import java.nio.charset.StandardCharsets;

/** A few field names, told apart by the first bytes of a data. */
public final class FieldNames {
    private static final int WORD = 8;

    private final byte[][] prefixes;

    /** The first eight bytes of each with its equals sign, little-endian, and which of their bits count. */
    private final long[] words;

    private final long[] masks;

    /** Some names of fields, in the order of the numbers that {@link #of} gives them. */
    public FieldNames(String... names) {
        prefixes = new byte[names.length][];
        words = new long[names.length];
        masks = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            byte[] prefix = (names[i] + "=").getBytes(StandardCharsets.ISO_8859_1);
            prefixes[i] = prefix;
            for (int k = 0; k < Math.min(WORD, prefix.length); k++) {
                words[i] |= (prefix[k] & 0xffL) << 8 * k;
                masks[i] |= 0xffL << 8 * k;
            }
        }
    }

    /** How many there are. */
    public int count() {
        return prefixes.length;
    }

    /** How long a name is with its equals sign, in bytes. */
    public int length(int name) {
        return prefixes[name].length;
    }

    /**
     * Which of the names a data of an entry has.
     *
     * @return its number; -1 for none of them, or a data that cannot be read
     */
    public int of(Entry entry, long data) {
        try {
            return find(entry, data);
        } catch (Damage e) {
            return -1;
        }
    }

    private int find(Entry entry, long data) throws Damage {
        JournalFile file = entry.present().file;
        long length = file.object(Layout.DATA, data) - file.payloadOffset();
        if (file.compression(data) != 0) {
            return packed(entry.unpack(data));
        }
        long start = data + file.payloadOffset();
        long word = 0;
        if (length >= WORD) {
            word = file.longAt(start);
        } else {
            for (int k = 0; k < length; k++) {
                word |= (long) file.octetAt(start + k) << 8 * k;
            }
        }
        for (int i = 0; i < words.length; i++) {
            if ((word & masks[i]) == words[i]) {
                byte[] prefix = prefixes[i];
                if (length >= prefix.length && file.startsWith(start, prefix, prefix.length)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private int packed(Payload payload) {
        for (int i = 0; i < prefixes.length; i++) {
            int size = prefixes[i].length;
            if (payload.length() >= size && java.util.Arrays.equals(payload.array(), 0, size, prefixes[i], 0, size)) {
                return i;
            }
        }
        return -1;
    }
}
