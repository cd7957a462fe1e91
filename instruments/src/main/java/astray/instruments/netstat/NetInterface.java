package astray.instruments.netstat;

import astray.kernel.proc.DeviceTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface, or a label of one ({@code eth0:1}), as it is shown.
 *
 * @param name the interface's name, or the label
 * @param flags {@code IFF_*} of linux/if.h, the lower 16 bits
 * @param mtu the MTU in bytes
 * @param type {@code ARPHRD_*} of linux/if_arp.h
 * @param hardware the link-layer address in hexadecimal with colons, "" for none
 * @param queue how many packets may wait to be sent
 * @param inet the first IPv4 address; {@code null} for none
 * @param inet6 the IPv6 addresses
 * @param map where the device lies; {@code null} where that is not told
 * @param counters what went through; {@code null} for a label
 */
record NetInterface(
        String name,
        int flags,
        long mtu,
        int type,
        String hardware,
        long queue,
        @Nullable Inet inet,
        List<Inet6> inet6,
        @Nullable Map map,
        DeviceTable.@Nullable Device counters)
        implements Comparable<NetInterface> {
    static final int UP = 1;
    static final int BROADCAST = 2;
    static final int POINTOPOINT = 0x10;

    /**
     * An IPv4 address.
     *
     * @param address the address
     * @param prefix the prefix length
     * @param broadcast the broadcast address, 0 for none
     * @param peer the other end's address
     */
    record Inet(int address, int prefix, int broadcast, int peer) {}

    /**
     * An IPv6 address.
     *
     * @param high the upper half
     * @param low the lower half
     * @param prefix the prefix length
     * @param scope {@code IPV6_ADDR_*} of net/ipv6.h: 0 global, 0x10 host, 0x20 link, 0x40 site, 0x80 compatible
     */
    record Inet6(long high, long low, int prefix, int scope) {}

    /**
     * Where a device lies ({@code struct rtnl_link_ifmap} of linux/if_link.h).
     *
     * @param start the begin of its memory
     * @param end the end of its memory
     * @param base its address among the ports
     * @param interrupt its interrupt
     * @param dma its DMA channel
     */
    record Map(long start, long end, long base, int interrupt, int dma) {}

    private static final String LETTERS = "ABDLMdPNOPsmRU";
    private static final int[] LETTER_FLAGS = {
        0x200, BROADCAST, 4, 8, 0x1000, 0x8000, 0x100, 0x20, 0x80, POINTOPOINT, 0x800, 0x400, 0x40, UP,
    };
    private static final String[] WORDS = {
        "UP",
        "BROADCAST",
        "DEBUG",
        "LOOPBACK",
        "POINTOPOINT",
        "NOTRAILERS",
        "RUNNING",
        "NOARP",
        "PROMISC",
        "ALLMULTI",
        "SLAVE",
        "MASTER",
        "MULTICAST",
        "DYNAMIC",
    };
    private static final int[] WORD_FLAGS = {
        UP, BROADCAST, 4, 8, POINTOPOINT, 0x20, 0x40, 0x80, 0x100, 0x200, 0x800, 0x400, 0x1000, 0x8000,
    };

    /** The flags as letters. */
    String letters() {
        if (flags == 0) {
            return "[NO FLAGS]";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LETTER_FLAGS.length; i++) {
            if ((flags & LETTER_FLAGS[i]) != 0) {
                text.append(LETTERS.charAt(i));
            }
        }
        return text.toString();
    }

    /** The flags as words. */
    String words() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORD_FLAGS.length; i++) {
            if ((flags & WORD_FLAGS[i]) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(WORDS[i]);
            }
        }
        return text.toString();
    }

    /** By name; of names that differ in a number at their end only, the lower number comes first. */
    @Override
    public int compareTo(NetInterface other) {
        int mine = digits(name);
        int theirs = digits(other.name);
        int byStem = name.substring(0, mine).compareTo(other.name.substring(0, theirs));
        if (byStem != 0) {
            return byStem;
        }
        int byNumber = Long.compare(number(name, mine), number(other.name, theirs));
        return byNumber != 0 ? byNumber : name.compareTo(other.name);
    }

    private static int digits(String name) {
        int at = name.length();
        while (at > 0 && name.charAt(at - 1) >= '0' && name.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }

    private static long number(String name, int from) {
        long value = -1;
        for (int i = from; i < name.length() && value < 1L << 50; i++) {
            value = Math.max(value, 0) * 10 + name.charAt(i) - '0';
        }
        return value;
    }
}
