package astray.kernel.link;

/** A bond (kind {@code bond}), {@code IFLA_BOND_…} of linux/if_link.h. Times are in milliseconds. */
public final class Bond {
    /** {@code IFLA_BOND_MODE}. */
    public static final int MODE = 1;

    /** {@code IFLA_BOND_ACTIVE_SLAVE}. */
    public static final int ACTIVE_SLAVE = 2;

    /** {@code IFLA_BOND_MIIMON}. */
    public static final int MIIMON = 3;

    /** {@code IFLA_BOND_UPDELAY}. */
    public static final int UPDELAY = 4;

    /** {@code IFLA_BOND_DOWNDELAY}. */
    public static final int DOWNDELAY = 5;

    /** {@code IFLA_BOND_USE_CARRIER}. */
    public static final int USE_CARRIER = 6;

    /** {@code IFLA_BOND_ARP_INTERVAL}. */
    public static final int ARP_INTERVAL = 7;

    /** {@code IFLA_BOND_ARP_IP_TARGET}. */
    public static final int ARP_IP_TARGET = 8;

    /** {@code IFLA_BOND_ARP_VALIDATE}. */
    public static final int ARP_VALIDATE = 9;

    /** {@code IFLA_BOND_ARP_ALL_TARGETS}. */
    public static final int ARP_ALL_TARGETS = 10;

    /** {@code IFLA_BOND_PRIMARY}. */
    public static final int PRIMARY = 11;

    /** {@code IFLA_BOND_PRIMARY_RESELECT}. */
    public static final int PRIMARY_RESELECT = 12;

    /** {@code IFLA_BOND_FAIL_OVER_MAC}. */
    public static final int FAIL_OVER_MAC = 13;

    /** {@code IFLA_BOND_XMIT_HASH_POLICY}. */
    public static final int XMIT_HASH_POLICY = 14;

    /** {@code IFLA_BOND_RESEND_IGMP}. */
    public static final int RESEND_IGMP = 15;

    /** {@code IFLA_BOND_NUM_PEER_NOTIF}. */
    public static final int NUM_PEER_NOTIF = 16;

    /** {@code IFLA_BOND_ALL_SLAVES_ACTIVE}. */
    public static final int ALL_SLAVES_ACTIVE = 17;

    /** {@code IFLA_BOND_MIN_LINKS}. */
    public static final int MIN_LINKS = 18;

    /** {@code IFLA_BOND_LP_INTERVAL}. */
    public static final int LP_INTERVAL = 19;

    /** {@code IFLA_BOND_PACKETS_PER_SLAVE}. */
    public static final int PACKETS_PER_SLAVE = 20;

    /** {@code IFLA_BOND_AD_LACP_RATE}. */
    public static final int AD_LACP_RATE = 21;

    /** {@code IFLA_BOND_AD_SELECT}. */
    public static final int AD_SELECT = 22;

    /** {@code IFLA_BOND_AD_INFO}. */
    public static final int AD_INFO = 23;

    /** {@code IFLA_BOND_AD_ACTOR_SYS_PRIO}. */
    public static final int AD_ACTOR_SYS_PRIO = 24;

    /** {@code IFLA_BOND_AD_USER_PORT_KEY}. */
    public static final int AD_USER_PORT_KEY = 25;

    /** {@code IFLA_BOND_AD_ACTOR_SYSTEM}. */
    public static final int AD_ACTOR_SYSTEM = 26;

    /** {@code IFLA_BOND_TLB_DYNAMIC_LB}. */
    public static final int TLB_DYNAMIC_LB = 27;

    /** {@code IFLA_BOND_PEER_NOTIF_DELAY}. */
    public static final int PEER_NOTIF_DELAY = 28;

    /** {@code IFLA_BOND_AD_LACP_ACTIVE}. */
    public static final int AD_LACP_ACTIVE = 29;

    /** {@code IFLA_BOND_MISSED_MAX}. */
    public static final int MISSED_MAX = 30;

    /** {@code IFLA_BOND_NS_IP6_TARGET}. */
    public static final int NS_IP6_TARGET = 31;

    /** {@code IFLA_BOND_COUPLED_CONTROL}. */
    public static final int COUPLED_CONTROL = 32;

    private Bond() {}
}
