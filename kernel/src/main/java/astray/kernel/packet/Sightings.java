package astray.kernel.packet;

/** The numbers by which packets tell what they are (linux/if_ether.h, RFC 1700). */
public final class Sightings {
    /** Ethernet type of IPv4. */
    public static final int IPV4 = 0x0800;
    /** Ethernet type of ARP. */
    public static final int ARP = 0x0806;
    /** Ethernet type of IPv6. */
    public static final int IPV6 = 0x86dd;
    /** IP protocol of ICMP. */
    public static final int ICMP = 1;
    /** IP protocol of TCP. */
    public static final int TCP = 6;
    /** IP protocol of UDP. */
    public static final int UDP = 17;
    /** IP protocol of ICMPv6. */
    public static final int ICMPV6 = 58;

    private Sightings() {}
}
