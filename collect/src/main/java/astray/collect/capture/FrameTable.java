package astray.collect.capture;

import astray.collect.capture.PacketHead.Kind;
import astray.facts.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Packets sorted by who sent what kind of thing to whom on which interface: how many there were of each, and the first
 * few of them as they were. There is no object for a packet that is only counted, and memory is bounded whatever comes:
 * when many different ones came, ports are no longer told apart for new ones, and in the end they are counted together.
 */
final class FrameTable {
    /** Rows by default: with their packets they take about 40 MB at most. */
    static final int ROWS = 1 << 16;

    /** How many bytes of a packet are kept: its headers, and what a text protocol says first. */
    static final int KEPT_BYTES = 512;

    private static final int MOST_KEPT_BYTES = 16 << 20;
    private static final int FIELDS = 9;
    private static final long SIX = 1 << 20;

    private final PacketHead head = new PacketHead();
    private final long[] key = new long[FIELDS];
    private final long seed = System.nanoTime() * 0x9e3779b97f4a7c15L;
    private final int most;
    private final Set<IpAddress> asked;

    private int[] index = new int[2048];
    private long[] keys = new long[1024 * FIELDS];
    private long[] counts = new long[1024];
    private long[] lastSeconds = new long[1024];
    private int[] lastNanos = new int[1024];
    private byte[] kept = new byte[1024];
    private int rows;
    private boolean favoured;

    private final List<Sample> samples = new ArrayList<>();
    private long sampleBytes;
    private long packets;
    private long unread;
    private long uncounted;

    /** An empty table of the default size. */
    FrameTable() {
        this(ROWS, Set.of());
    }

    /**
     * An empty table.
     *
     * @param most how many rows it may have; besides, a quarter of that for the addresses asked about
     * @param asked addresses whose packets are told apart even when there are too many others
     */
    FrameTable(int most, Set<IpAddress> asked) {
        this.most = most;
        this.asked = Set.copyOf(asked);
    }

    /**
     * Takes a packet.
     *
     * @param device the interface, where something else than the packet itself tells it; else 0
     */
    void add(int linkType, byte[] packet, int captured, int wire, long seconds, int nanos, int device) {
        packets++;
        head.turnTo(linkType, packet, 0, captured);
        if (head.kind == Kind.NONE) {
            unread++;
            return;
        }
        fillKey(device != 0 ? device : head.device);
        int row = row();
        if (row < 0) {
            uncounted++;
            return;
        }
        counts[row]++;
        lastSeconds[row] = seconds;
        lastNanos[row] = nanos;
        if (kept[row] < worthKeeping(head.kind, head.detail)
                && sampleBytes < (favoured ? MOST_KEPT_BYTES / 4 * 5 : MOST_KEPT_BYTES)) {
            kept[row]++;
            byte[] copy = Arrays.copyOf(packet, Math.min(captured, KEPT_BYTES));
            sampleBytes += copy.length + 64;
            samples.add(new Sample(row, packets, linkType, seconds, nanos, wire, copy));
        }
    }

    private boolean isAsked() {
        return asked.contains(head.source()) || asked.contains(head.destination());
    }

    /** Whether a row is of an address that was asked about. */
    boolean isAsked(int row) {
        return !asked.isEmpty() && (asked.contains(source(row)) || asked.contains(destination(row)));
    }

    /** How many of a kind are kept: each of what is repeated when it is not answered, little of what flows. */
    private static int worthKeeping(Kind kind, int detail) {
        return switch (kind) {
            case NONE -> 0;
            case ARP, NEIGHBOUR_DISCOVERY -> 8;
            case TCP -> detail == PacketHead.OPENS || detail == PacketHead.ACCEPTS ? 8 : 2;
            case ICMP -> 3;
            case UDP -> 2;
            case OTHER_IP -> 1;
        };
    }

    private void fillKey(int device) {
        favoured = rows >= most / 2 && !asked.isEmpty() && isAsked();
        boolean crowded = rows >= most / 2 && !favoured;
        int ports = head.sourcePort << 16 | head.destinationPort;
        if (crowded) {
            // the lesser one is the service's
            ports = head.sourcePort < head.destinationPort ? head.sourcePort << 16 : head.destinationPort;
        }
        boolean echo = head.kind == Kind.ICMP && head.about < 1 << 16;
        key[0] = (long) head.kind.number() << 32 | (long) head.direction << 24 | (head.six ? SIX : 0) | head.detail;
        key[1] = device;
        key[2] = crowded ? 0 : (head.sourceMac & 0xffff_ffff_ffffL) | (long) head.vlan << 48;
        key[3] = head.sourceHigh;
        key[4] = head.sourceLow;
        key[5] = head.destinationHigh;
        key[6] = head.destinationLow;
        key[7] = ports & 0xffff_ffffL;
        key[8] = crowded && echo ? 0 : head.about;
    }

    /** The row of the key; negative when there is no room for a new one. */
    private int row() {
        long hash = seed;
        for (long part : key) {
            hash = (hash ^ part) * 0x9fb21c651e98df25L;
            hash ^= hash >>> 29;
        }
        int mask = index.length - 1;
        int at = (int) (hash >>> 20) & mask;
        while (index[at] != 0) {
            int row = index[at] - 1;
            if (Arrays.equals(keys, row * FIELDS, (row + 1) * FIELDS, key, 0, FIELDS)) {
                return row;
            }
            at = at + 1 & mask;
        }
        if (rows >= (favoured ? most + most / 4 : most)) {
            return -1;
        }
        if (rows == counts.length) {
            long[] wanted = key.clone();
            grow();
            System.arraycopy(wanted, 0, key, 0, FIELDS);
            return row();
        }
        System.arraycopy(key, 0, keys, rows * FIELDS, FIELDS);
        index[at] = ++rows;
        return rows - 1;
    }

    private void grow() {
        int size = counts.length * 2;
        keys = Arrays.copyOf(keys, size * FIELDS);
        counts = Arrays.copyOf(counts, size);
        lastSeconds = Arrays.copyOf(lastSeconds, size);
        lastNanos = Arrays.copyOf(lastNanos, size);
        kept = Arrays.copyOf(kept, size);
        index = new int[index.length * 2];
        int all = rows;
        rows = 0;
        for (int row = 0; row < all; row++) {
            System.arraycopy(keys, row * FIELDS, key, 0, FIELDS);
            row();
        }
    }

    /** What was kept, in the order captured. */
    List<Sample> samples() {
        return samples;
    }

    /** How many packets there were. */
    long packets() {
        return packets;
    }

    /** How many of them were neither ARP nor IP, or are not of a link type that is read. */
    long unread() {
        return unread;
    }

    /** How many came when there was no room for one more kind. */
    long uncounted() {
        return uncounted;
    }

    /** How many kinds there are: rows from 0. */
    int rows() {
        return rows;
    }

    /** How many packets of a row there were. */
    long count(int row) {
        return counts[row];
    }

    /** How many packets of a row were kept. */
    int kept(int row) {
        return kept[row];
    }

    /** When the last packet of a row came: seconds since 1970. */
    long lastSeconds(int row) {
        return lastSeconds[row];
    }

    /** The rest of that time, in nanoseconds. */
    int lastNanos(int row) {
        return lastNanos[row];
    }

    /** What a row is of. */
    Kind kind(int row) {
        return Kind.of((int) (keys[row * FIELDS] >>> 32));
    }

    /** {@link PacketHead#detail} of a row. */
    int detail(int row) {
        return (int) keys[row * FIELDS] & 0xf_ffff;
    }

    /** {@link PacketHead#direction} of a row. */
    int direction(int row) {
        return (int) keys[row * FIELDS] >>> 24;
    }

    /** The interface of a row, as it was told; 0 for none. */
    int device(int row) {
        return (int) keys[row * FIELDS + 1];
    }

    /** Who sent the packets of a row. */
    IpAddress source(int row) {
        return address(row, 3);
    }

    /** To whom, or about whom, they are. */
    IpAddress destination(int row) {
        return address(row, 5);
    }

    private IpAddress address(int row, int field) {
        int at = row * FIELDS;
        return PacketHead.address((keys[at] & SIX) != 0, keys[at + field], keys[at + field + 1]);
    }
}
