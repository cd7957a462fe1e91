package astray.packet.text;

import java.util.Arrays;

/**
 * For each TCP connection the first sequence numbers of both sides, so that later ones can be printed relative to them.
 * Bounded: when half a million connections were seen, all are forgotten, and those that go on begin anew.
 */
final class TcpStreams {
    private static final int MOST = 1 << 19;

    /**
     * Of a connection: both addresses (two longs each), both ports, both first sequence numbers, and whether it is there;
     * together one line of a processor's cache, since most lookups miss that.
     */
    private static final int ROW = 8;

    private static final int PORTS = 4;
    private static final int NUMBERS = 5;
    private static final int USED = 6;
    private static final int ROWS = 1024;

    private long[] table = new long[ROW * ROWS];
    private int count;

    /** Where in the table the segment's connection is. */
    private int found;

    private boolean turned;

    /** Whether the segment goes against the direction in which the connection is kept. */
    private boolean reversed;

    private static int compare(long high, long low, int port, long otherHigh, long otherLow, int otherPort) {
        int byPort = Integer.compare(port, otherPort);
        if (byPort != 0) {
            return byPort;
        }
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }

    /**
     * Turns to the connection of a segment.
     *
     * @param begins whether the segment begins one (SYN)
     * @param sequence the segment's sequence number
     * @param acknowledged the segment's acknowledgement number
     * @return whether the connection was known, so that the segment's numbers are relative to {@link #sequence} and
     *     {@link #acknowledged}
     */
    boolean turnTo(
            long sourceHigh,
            long sourceLow,
            int sourcePort,
            long destinationHigh,
            long destinationLow,
            int destinationPort,
            boolean begins,
            int sequence,
            int acknowledged) {
        reversed = compare(sourceHigh, sourceLow, sourcePort, destinationHigh, destinationLow, destinationPort) > 0;
        long a = reversed ? destinationHigh : sourceHigh;
        long b = reversed ? destinationLow : sourceLow;
        long c = reversed ? sourceHigh : destinationHigh;
        long d = reversed ? sourceLow : destinationLow;
        long ports = reversed ? (long) destinationPort << 16 | sourcePort : (long) sourcePort << 16 | destinationPort;
        found = place(table, a, b, c, d, ports);
        boolean known = table[found + USED] != 0;
        turned = true;
        if (known && !begins) {
            return true;
        }
        if (!known) {
            if (2 * count >= table.length / ROW) {
                grow();
                found = place(table, a, b, c, d, ports);
            }
            count++;
            table[found] = a;
            table[found + 1] = b;
            table[found + 2] = c;
            table[found + 3] = d;
            table[found + PORTS] = ports;
            table[found + USED] = 1;
        }
        table[found + NUMBERS] = reversed ? pair(acknowledged - 1, sequence) : pair(sequence, acknowledged - 1);
        return false;
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second & 0xffffffffL;
    }

    /** Whether a segment was turned to, be it the first of its connection: acknowledged spans are printed relative. */
    boolean isTurned() {
        return turned;
    }

    /** Forgets which segment was turned to: the next has numbers of its own. */
    void turnAway() {
        turned = false;
    }

    /** The first sequence number of the segment's sender. */
    int sequence() {
        long numbers = table[found + NUMBERS];
        return (int) (reversed ? numbers : numbers >>> 32);
    }

    /** The first sequence number of the segment's receiver. */
    int acknowledged() {
        long numbers = table[found + NUMBERS];
        return (int) (reversed ? numbers >>> 32 : numbers);
    }

    /** Where a connection is in a table, or is to be put. */
    private static int place(long[] table, long a, long b, long c, long d, long ports) {
        long hash = a * 0x9e3779b97f4a7c15L + b;
        hash = hash * 0x9e3779b97f4a7c15L + c;
        hash = hash * 0x9e3779b97f4a7c15L + d;
        hash = hash * 0x9e3779b97f4a7c15L + ports;
        hash *= 0x9e3779b97f4a7c15L;
        int mask = table.length / ROW - 1;
        int row = (int) (hash >>> 40) & mask;
        while (true) {
            int at = ROW * row;
            boolean same = table[at + 1] == b
                    && table[at + 3] == d
                    && table[at + PORTS] == ports
                    && table[at] == a
                    && table[at + 2] == c;
            if (same || table[at + USED] == 0) {
                // an empty row may look the same: it is the one to take
                return at;
            }
            row = row + 1 & mask;
        }
    }

    private void grow() {
        if (count >= MOST) {
            Arrays.fill(table, 0);
            count = 0;
            return;
        }
        long[] old = table;
        table = new long[2 * old.length];
        for (int at = 0; at < old.length; at += ROW) {
            if (old[at + USED] != 0) {
                int to = place(table, old[at], old[at + 1], old[at + 2], old[at + 3], old[at + PORTS]);
                System.arraycopy(old, at, table, to, ROW);
            }
        }
    }
}
