package astray.packet.text;

import java.util.Arrays;

/** The latest calls of NFS, so that a reply, which does not say what it answers, can be told from others. */
final class NfsCalls {
    /** As many as the original remembers. */
    private static final int SIZE = 64;

    private static final int ADDRESSES = 32;

    /** Transaction, IP version, procedure, program version of each. */
    private final int[][] calls = new int[SIZE][4];

    /** The client's and the server's address of each. */
    private final byte[][] ends = new byte[SIZE][ADDRESSES];

    private final byte[] sought = new byte[ADDRESSES];
    private int next;
    private int hint;
    private int found;

    /** Remembers a call. */
    void enter(Sheet sheet, Carrier carrier, int transaction, int procedure, int version) {
        int[] call = calls[next];
        call[0] = transaction;
        call[1] = carrier.version();
        call[2] = procedure;
        call[3] = version;
        ends(sheet, carrier.version(), carrier.source(), carrier.destination(), ends[next]);
        next = (next + 1) % SIZE;
    }

    /** Whether the call that a reply answers is known; the getters are then about it. */
    boolean find(Sheet sheet, Carrier carrier, int transaction) {
        if (carrier.version() == 0) {
            return false;
        }
        ends(sheet, carrier.version(), carrier.destination(), carrier.source(), sought);
        for (int i = 0; i < SIZE; i++) {
            int at = (hint + i) % SIZE;
            if (calls[at][0] == transaction && calls[at][1] == carrier.version() && Arrays.equals(ends[at], sought)) {
                hint = at;
                found = at;
                return true;
            }
        }
        return false;
    }

    /** The procedure that was called. */
    int procedure() {
        return calls[found][2];
    }

    /** The version of NFS. */
    int version() {
        return calls[found][3];
    }

    private static void ends(Sheet sheet, int version, int client, int server, byte[] into) {
        Arrays.fill(into, (byte) 0);
        if (version != 0) {
            int size = version == 4 ? 4 : 16;
            System.arraycopy(sheet.bytes(), client, into, 0, size);
            System.arraycopy(sheet.bytes(), server, into, ADDRESSES / 2, size);
        }
    }
}
