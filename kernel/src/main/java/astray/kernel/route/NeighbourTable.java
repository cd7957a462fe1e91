package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour table, or a device's parameters in one ({@code struct ndtmsg} of linux/neighbour.h, {@code NDTA_} and
 * {@code NDTPA_} attributes; ip-ntable(8)): a view over a message that anybody may have sent.
 */
public final class NeighbourTable {
    /** {@code RTM_NEWNEIGHTBL}. */
    public static final int NEW = 64;

    private static final int GET = 66;

    // struct ndtmsg { u8 family, pad1; u16 pad2; }
    static final int FAMILY = 0;
    static final int HEADER = 4;

    private static final int NDTA_NAME = 1;

    /** {@code NDTA_THRESH1}, 2 and 3 follow one another. */
    private static final int NDTA_THRESH1 = 2;

    private static final int NDTA_CONFIG = 5;
    private static final int NDTA_PARMS = 6;
    private static final int NDTA_STATS = 7;
    private static final int NDTA_GC_INTERVAL = 8;

    /** Parameters ({@code NDTPA_}), numbers of 32 bits. */
    public static final int IFINDEX = 1;

    public static final int REFCNT = 2;
    public static final int QUEUE_LEN = 8;
    public static final int APP_PROBES = 9;
    public static final int UCAST_PROBES = 10;
    public static final int MCAST_PROBES = 11;
    public static final int PROXY_QLEN = 14;

    /** Parameters of 64 bits, in milliseconds. */
    public static final int REACHABLE_TIME = 3;

    public static final int BASE_REACHABLE_TIME = 4;
    public static final int RETRANS_TIME = 5;
    public static final int GC_STALETIME = 6;
    public static final int DELAY_PROBE_TIME = 7;
    public static final int ANYCAST_DELAY = 12;
    public static final int PROXY_DELAY = 13;
    public static final int LOCKTIME = 15;

    private final Message message;
    private final Attributes attributes;

    private NeighbourTable(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The table that a message tells of; {@code null} for a message about something else. */
    public static @Nullable NeighbourTable of(Message message) {
        return message.type() == NEW && message.length() >= HEADER ? new NeighbourTable(message) : null;
    }

    /** The request for a listing of the tables of a family. */
    public static Request request(int family) {
        return new Request(GET).u8(family).zeroes(HEADER - 1);
    }

    /** The family's number. */
    public int family() {
        return message.u8(FAMILY);
    }

    /** The name, such as {@code arp_cache}. */
    public @Nullable String name() {
        return attributes.string(NDTA_NAME);
    }

    /** A threshold of garbage collection, counted from 1 to 3; -1 where not told. */
    public long threshold(int number) {
        return attributes.u32(NDTA_THRESH1 + number - 1, -1);
    }

    /** How often garbage is collected, in milliseconds; -1 where not told. */
    public long collectionInterval() {
        return attributes.u64(NDTA_GC_INTERVAL, -1);
    }

    /** The device whose parameters these are; 0 for the table's own. */
    public int ifindex() {
        return parameters().s32(IFINDEX, 0);
    }

    /** The parameters, by the numbers above. */
    public Attributes parameters() {
        return attributes.nested(NDTA_PARMS);
    }

    /** Whether there are parameters. */
    public boolean hasParameters() {
        return attributes.has(NDTA_PARMS);
    }

    /** The table's build; {@code null} where not told. */
    public @Nullable Config config() {
        Attributes.Attribute c = attributes.get(NDTA_CONFIG);
        return c == null
                ? null
                : new Config(
                        c.u16(0), c.u16(2), c.u32(4), c.u32(8), c.u32(12), c.u32(16), c.u32(20), c.u32(24), c.u32(28));
    }

    /** Counters in the order of {@code struct ndt_stats}; none where not told. */
    public long[] statistics() {
        Attributes.Attribute told = attributes.get(NDTA_STATS);
        long[] counters = new long[told == null ? 0 : Math.min(told.length() / 8, 32)];
        for (int i = 0; told != null && i < counters.length; i++) {
            counters[i] = told.u64(8 * i);
        }
        return counters;
    }

    /**
     * A table's build ({@code struct ndt_config}).
     *
     * @param keyLength bytes of an address
     * @param entrySize bytes of an entry
     * @param entries how many there are
     * @param lastFlush milliseconds since the last collection
     * @param lastRandom milliseconds since the reachable times were last varied
     * @param hashRandom the hash's secret
     * @param hashMask the hash's mask
     * @param hashChain the place where garbage is looked for
     * @param proxyQueue how many packets wait for a proxy
     */
    public record Config(
            int keyLength,
            int entrySize,
            long entries,
            long lastFlush,
            long lastRandom,
            long hashRandom,
            long hashMask,
            long hashChain,
            long proxyQueue) {}
}
