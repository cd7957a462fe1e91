package astray.instruments.journalctl;

import astray.journal.Entry;
import java.io.IOException;

/** Prints entries in one of the modes. */
interface Format {
    /**
     * Prints an entry.
     *
     * @param entry the entry
     * @param from where in its message the text that was searched for begins; equal to {@code to} for none
     * @param to where it ends
     */
    void print(Entry entry, int from, int to) throws IOException;
}
