package astray.kernel.link;

/** A tunnel of IP in IP (kinds {@code ipip}, {@code sit}, {@code ip6tnl}), {@code IFLA_IPTUN_…} of
 * linux/if_tunnel.h. */
public final class IpTunnel {
    /** {@code IFLA_IPTUN_LINK}. */
    public static final int LINK = 1;

    /** {@code IFLA_IPTUN_LOCAL}. */
    public static final int LOCAL = 2;

    /** {@code IFLA_IPTUN_REMOTE}. */
    public static final int REMOTE = 3;

    /** {@code IFLA_IPTUN_TTL}. */
    public static final int TTL = 4;

    /** {@code IFLA_IPTUN_TOS}. */
    public static final int TOS = 5;

    /** {@code IFLA_IPTUN_ENCAP_LIMIT}. */
    public static final int ENCAP_LIMIT = 6;

    /** {@code IFLA_IPTUN_FLOWINFO}. */
    public static final int FLOWINFO = 7;

    /** {@code IFLA_IPTUN_FLAGS}. */
    public static final int FLAGS = 8;

    /** {@code IFLA_IPTUN_PROTO}. */
    public static final int PROTO = 9;

    /** {@code IFLA_IPTUN_PMTUDISC}. */
    public static final int PMTUDISC = 10;

    /** {@code IFLA_IPTUN_6RD_PREFIX}. */
    public static final int SIXRD_PREFIX = 11;

    /** {@code IFLA_IPTUN_6RD_RELAY_PREFIX}. */
    public static final int SIXRD_RELAY_PREFIX = 12;

    /** {@code IFLA_IPTUN_6RD_PREFIXLEN}. */
    public static final int SIXRD_PREFIX_LENGTH = 13;

    /** {@code IFLA_IPTUN_6RD_RELAY_PREFIXLEN}. */
    public static final int SIXRD_RELAY_PREFIX_LENGTH = 14;

    /** {@code IFLA_IPTUN_ENCAP_TYPE}. */
    public static final int ENCAP_TYPE = 15;

    /** {@code IFLA_IPTUN_ENCAP_FLAGS}. */
    public static final int ENCAP_FLAGS = 16;

    /** {@code IFLA_IPTUN_ENCAP_SPORT}. */
    public static final int ENCAP_SPORT = 17;

    /** {@code IFLA_IPTUN_ENCAP_DPORT}. */
    public static final int ENCAP_DPORT = 18;

    /** {@code IFLA_IPTUN_COLLECT_METADATA}. */
    public static final int COLLECT_METADATA = 19;

    /** {@code IFLA_IPTUN_FWMARK}. */
    public static final int FWMARK = 20;

    private IpTunnel() {}
}
