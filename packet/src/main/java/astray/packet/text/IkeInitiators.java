package astray.packet.text;

import java.util.Arrays;

/** Who began the latest key exchanges, so that later messages can be told to be of the initiator or the responder. */
final class IkeInitiators {
    /** As many as the original remembers. */
    private static final int SIZE = 20;

    private final long[] cookies = new long[SIZE];
    private final int[] versions = new int[SIZE];
    private final byte[][] initiators = new byte[SIZE][];
    private final byte[][] responders = new byte[SIZE][];
    private int next;

    /** Which exchange a message with a cookie belongs to; negative for none that is known. */
    int find(Sheet sheet, int at) {
        long cookie = sheet.be64(at);
        for (int i = 0; i < SIZE; i++) {
            if (cookies[i] == cookie) {
                return i;
            }
        }
        return -1;
    }

    /** Remembers the sender of a message as an initiator. */
    void enter(Sheet sheet, int at, Carrier carrier) {
        if (carrier.version() == 0) {
            return;
        }
        cookies[next] = sheet.be64(at);
        versions[next] = carrier.version();
        initiators[next] = address(sheet, carrier, carrier.source());
        responders[next] = address(sheet, carrier, carrier.destination());
        next = (next + 1) % SIZE;
    }

    /** Which side of an exchange sent a message: 1 the initiator, 2 the responder, 0 neither. */
    int side(Sheet sheet, int exchange, Carrier carrier) {
        if (carrier.version() == 0 || versions[exchange] != carrier.version()) {
            return 0;
        }
        byte[] source = address(sheet, carrier, carrier.source());
        if (Arrays.equals(source, initiators[exchange])) {
            return 1;
        }
        return Arrays.equals(source, responders[exchange]) ? 2 : 0;
    }

    private static byte[] address(Sheet sheet, Carrier carrier, int at) {
        return Arrays.copyOfRange(sheet.bytes(), at, at + (carrier.version() == 4 ? 4 : 16));
    }
}
