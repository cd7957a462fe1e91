package astray.instruments.journalctl;

import astray.journal.Entry;
import java.nio.charset.StandardCharsets;

/** A few field names, told apart by the first bytes of a data. */
final class Names {
    private final byte[][] prefixes;

    Names(String... names) {
        prefixes = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            prefixes[i] = (names[i] + "=").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Which of the names a data has; -1 for none of them. */
    int of(Entry entry, long data) {
        return entry.prefix(data, prefixes);
    }

    /** How long a name is with its equals sign. */
    int length(int name) {
        return prefixes[name].length;
    }
}
