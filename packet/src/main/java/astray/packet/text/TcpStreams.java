package astray.packet.text;

import java.util.Arrays;

/**
 * For each TCP connection the first sequence numbers of both sides, so that later ones can be printed relative to them.
 * Bounded: when a million connections were seen, all are forgotten, and those that go on begin anew.
 */
final class TcpStreams {
    private static final int MOST = 1 << 20;

    /** Of a connection: both addresses (two longs each), both ports. */
    private static final int KEY = 5;

    private long[] keys = new long[KEY * 1024];
    private int[] first = new int[1024];
    private int[] second = new int[1024];
    private boolean[] used = new boolean[1024];
    private int count;
    private int found = -1;
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
        found = slot(a, b, c, d, ports);
        turned = true;
        if (used[found] && !begins) {
            return true;
        }
        if (!used[found]) {
            if (2 * count >= used.length) {
                grow();
                found = slot(a, b, c, d, ports);
            }
            used[found] = true;
            count++;
            int at = KEY * found;
            keys[at] = a;
            keys[at + 1] = b;
            keys[at + 2] = c;
            keys[at + 3] = d;
            keys[at + 4] = ports;
        }
        first[found] = reversed ? acknowledged - 1 : sequence;
        second[found] = reversed ? sequence : acknowledged - 1;
        return false;
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
        return reversed ? second[found] : first[found];
    }

    /** The first sequence number of the segment's receiver. */
    int acknowledged() {
        return reversed ? first[found] : second[found];
    }

    private int slot(long a, long b, long c, long d, long ports) {
        long hash = a * 0x9e3779b97f4a7c15L + b;
        hash = hash * 0x9e3779b97f4a7c15L + c;
        hash = hash * 0x9e3779b97f4a7c15L + d;
        hash = hash * 0x9e3779b97f4a7c15L + ports;
        hash *= 0x9e3779b97f4a7c15L;
        int mask = used.length - 1;
        int slot = (int) (hash >>> 40) & mask;
        while (used[slot]) {
            int at = KEY * slot;
            if (keys[at + 1] == b && keys[at + 3] == d && keys[at + 4] == ports && keys[at] == a && keys[at + 2] == c) {
                break;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        if (count >= MOST) {
            Arrays.fill(used, false);
            count = 0;
            return;
        }
        long[] oldKeys = keys;
        int[] oldFirst = first;
        int[] oldSecond = second;
        boolean[] oldUsed = used;
        keys = new long[2 * oldKeys.length];
        first = new int[2 * oldFirst.length];
        second = new int[2 * oldSecond.length];
        used = new boolean[2 * oldUsed.length];
        for (int i = 0; i < oldUsed.length; i++) {
            if (oldUsed[i]) {
                int at = KEY * i;
                int slot = slot(oldKeys[at], oldKeys[at + 1], oldKeys[at + 2], oldKeys[at + 3], oldKeys[at + 4]);
                used[slot] = true;
                System.arraycopy(oldKeys, at, keys, KEY * slot, KEY);
                first[slot] = oldFirst[i];
                second[slot] = oldSecond[i];
            }
        }
    }
}
