package astray.packet.text;

import java.util.Arrays;

/** The connection identifiers that long headers told, to find them in short headers, which do not tell their length. */
final class QuicIds {
    /** As many as the original remembers. */
    private static final int SIZE = 512;

    private final byte[][] ids = new byte[SIZE][];
    private int next;

    /** The length of the identifier that bytes begin with; 0 when none is known. */
    int find(Sheet sheet, int at, int length) {
        for (int i = 0; i < SIZE; i++) {
            byte[] id = ids[i];
            if (id == null) {
                return 0;
            }
            if (id.length <= length && Arrays.equals(id, 0, id.length, sheet.bytes(), at, at + id.length)) {
                // the latest is sought first
                ids[i] = ids[0];
                ids[0] = id;
                return id.length;
            }
        }
        return 0;
    }

    /** Remembers an identifier. */
    void enter(Sheet sheet, int at, int length) {
        if (find(sheet, at, length) == 0) {
            ids[next] = Arrays.copyOfRange(sheet.bytes(), at, at + length);
            next = (next + 1) % SIZE;
        }
    }
}
