package astray.kernel.link;

/** A port of a bridge: what is set on it, {@code IFLA_BRPORT_…} of linux/if_link.h. */
public final class BridgePort {
    /** {@code IFLA_BRPORT_STATE}. */
    public static final int STATE = 1;

    /** {@code IFLA_BRPORT_PRIORITY}. */
    public static final int PRIORITY = 2;

    /** {@code IFLA_BRPORT_COST}. */
    public static final int COST = 3;

    /** {@code IFLA_BRPORT_MODE}. */
    public static final int MODE = 4;

    /** {@code IFLA_BRPORT_GUARD}. */
    public static final int GUARD = 5;

    /** {@code IFLA_BRPORT_PROTECT}. */
    public static final int PROTECT = 6;

    /** {@code IFLA_BRPORT_FAST_LEAVE}. */
    public static final int FAST_LEAVE = 7;

    /** {@code IFLA_BRPORT_LEARNING}. */
    public static final int LEARNING = 8;

    /** {@code IFLA_BRPORT_UNICAST_FLOOD}. */
    public static final int UNICAST_FLOOD = 9;

    /** {@code IFLA_BRPORT_PROXYARP}. */
    public static final int PROXYARP = 10;

    /** {@code IFLA_BRPORT_LEARNING_SYNC}. */
    public static final int LEARNING_SYNC = 11;

    /** {@code IFLA_BRPORT_PROXYARP_WIFI}. */
    public static final int PROXYARP_WIFI = 12;

    /** {@code IFLA_BRPORT_ROOT_ID}. */
    public static final int ROOT_ID = 13;

    /** {@code IFLA_BRPORT_BRIDGE_ID}. */
    public static final int BRIDGE_ID = 14;

    /** {@code IFLA_BRPORT_DESIGNATED_PORT}. */
    public static final int DESIGNATED_PORT = 15;

    /** {@code IFLA_BRPORT_DESIGNATED_COST}. */
    public static final int DESIGNATED_COST = 16;

    /** {@code IFLA_BRPORT_ID}. */
    public static final int ID = 17;

    /** {@code IFLA_BRPORT_NO}. */
    public static final int NO = 18;

    /** {@code IFLA_BRPORT_TOPOLOGY_CHANGE_ACK}. */
    public static final int TOPOLOGY_CHANGE_ACK = 19;

    /** {@code IFLA_BRPORT_CONFIG_PENDING}. */
    public static final int CONFIG_PENDING = 20;

    /** {@code IFLA_BRPORT_MESSAGE_AGE_TIMER}. */
    public static final int MESSAGE_AGE_TIMER = 21;

    /** {@code IFLA_BRPORT_FORWARD_DELAY_TIMER}. */
    public static final int FORWARD_DELAY_TIMER = 22;

    /** {@code IFLA_BRPORT_HOLD_TIMER}. */
    public static final int HOLD_TIMER = 23;

    /** {@code IFLA_BRPORT_FLUSH}. */
    public static final int FLUSH = 24;

    /** {@code IFLA_BRPORT_MULTICAST_ROUTER}. */
    public static final int MULTICAST_ROUTER = 25;

    /** {@code IFLA_BRPORT_MCAST_FLOOD}. */
    public static final int MCAST_FLOOD = 27;

    /** {@code IFLA_BRPORT_MCAST_TO_UCAST}. */
    public static final int MCAST_TO_UCAST = 28;

    /** {@code IFLA_BRPORT_VLAN_TUNNEL}. */
    public static final int VLAN_TUNNEL = 29;

    /** {@code IFLA_BRPORT_BCAST_FLOOD}. */
    public static final int BCAST_FLOOD = 30;

    /** {@code IFLA_BRPORT_GROUP_FWD_MASK}. */
    public static final int GROUP_FWD_MASK = 31;

    /** {@code IFLA_BRPORT_NEIGH_SUPPRESS}. */
    public static final int NEIGH_SUPPRESS = 32;

    /** {@code IFLA_BRPORT_ISOLATED}. */
    public static final int ISOLATED = 33;

    /** {@code IFLA_BRPORT_BACKUP_PORT}. */
    public static final int BACKUP_PORT = 34;

    /** {@code IFLA_BRPORT_MRP_RING_OPEN}. */
    public static final int MRP_RING_OPEN = 35;

    /** {@code IFLA_BRPORT_MRP_IN_OPEN}. */
    public static final int MRP_IN_OPEN = 36;

    /** {@code IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT}. */
    public static final int MCAST_EHT_HOSTS_LIMIT = 37;

    /** {@code IFLA_BRPORT_MCAST_EHT_HOSTS_CNT}. */
    public static final int MCAST_EHT_HOSTS_CNT = 38;

    /** {@code IFLA_BRPORT_LOCKED}. */
    public static final int LOCKED = 39;

    private BridgePort() {}
}
