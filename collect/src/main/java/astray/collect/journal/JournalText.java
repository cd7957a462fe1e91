package astray.collect.journal;

import astray.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * A journal as the text that {@code journalctl -o short-iso-precise} prints of it, with a mark where each boot begins, the
 * first one too. Made as it is read: nothing but the line at hand is kept.
 */
public final class JournalText extends InputStream {
    private static final int PIECE = 1 << 16;

    private final Journal journal;
    private final EntryLine line;
    private final Piece piece = new Piece();
    private int at;
    private boolean first = true;
    private long bootHigh;
    private long bootLow;

    /** Bytes that are handed out without a copy. */
    private static final class Piece extends ByteArrayOutputStream {
        Piece() {
            super(PIECE + 1024);
        }

        int take(int from, byte[] into, int offset, int most) {
            int taken = Math.min(most, count - from);
            System.arraycopy(buf, from, into, offset, taken);
            return taken;
        }
    }

    /**
     * Stands at a journal's first entry.
     *
     * @param journal it stays the caller's to close
     * @param zone whose time is told
     */
    public JournalText(Journal journal, ZoneId zone) {
        this.journal = journal;
        this.line = new EntryLine(zone);
        journal.seekHead();
    }

    private boolean fill() {
        piece.reset();
        at = 0;
        while (piece.size() < PIECE && journal.next()) {
            if (!line.read(journal.entry())) {
                continue;
            }
            if (first
                    || bootHigh != journal.entry().bootHigh()
                    || bootLow != journal.entry().bootLow()) {
                first = false;
                bootHigh = journal.entry().bootHigh();
                bootLow = journal.entry().bootLow();
                piece.writeBytes(("-- Boot " + journal.entry().bootId() + " --\n").getBytes(StandardCharsets.US_ASCII));
            }
            line.append(journal.entry(), piece);
        }
        return piece.size() > 0;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        if (at == piece.size() && !fill()) {
            return -1;
        }
        int taken = piece.take(at, into, offset, most);
        at += taken;
        return taken;
    }
}
