package astray.kernel.link;

/** A bridge (kind {@code bridge}): what is set on it, {@code IFLA_BR_…} of linux/if_link.h. Times are in
 * hundredths of a second. */
public final class Bridge {
    /** {@code IFLA_BR_FORWARD_DELAY}. */
    public static final int FORWARD_DELAY = 1;

    /** {@code IFLA_BR_HELLO_TIME}. */
    public static final int HELLO_TIME = 2;

    /** {@code IFLA_BR_MAX_AGE}. */
    public static final int MAX_AGE = 3;

    /** {@code IFLA_BR_AGEING_TIME}. */
    public static final int AGEING_TIME = 4;

    /** {@code IFLA_BR_STP_STATE}. */
    public static final int STP_STATE = 5;

    /** {@code IFLA_BR_PRIORITY}. */
    public static final int PRIORITY = 6;

    /** {@code IFLA_BR_VLAN_FILTERING}. */
    public static final int VLAN_FILTERING = 7;

    /** {@code IFLA_BR_VLAN_PROTOCOL}. */
    public static final int VLAN_PROTOCOL = 8;

    /** {@code IFLA_BR_GROUP_FWD_MASK}. */
    public static final int GROUP_FWD_MASK = 9;

    /** {@code IFLA_BR_ROOT_ID}. */
    public static final int ROOT_ID = 10;

    /** {@code IFLA_BR_BRIDGE_ID}. */
    public static final int BRIDGE_ID = 11;

    /** {@code IFLA_BR_ROOT_PORT}. */
    public static final int ROOT_PORT = 12;

    /** {@code IFLA_BR_ROOT_PATH_COST}. */
    public static final int ROOT_PATH_COST = 13;

    /** {@code IFLA_BR_TOPOLOGY_CHANGE}. */
    public static final int TOPOLOGY_CHANGE = 14;

    /** {@code IFLA_BR_TOPOLOGY_CHANGE_DETECTED}. */
    public static final int TOPOLOGY_CHANGE_DETECTED = 15;

    /** {@code IFLA_BR_HELLO_TIMER}. */
    public static final int HELLO_TIMER = 16;

    /** {@code IFLA_BR_TCN_TIMER}. */
    public static final int TCN_TIMER = 17;

    /** {@code IFLA_BR_TOPOLOGY_CHANGE_TIMER}. */
    public static final int TOPOLOGY_CHANGE_TIMER = 18;

    /** {@code IFLA_BR_GC_TIMER}. */
    public static final int GC_TIMER = 19;

    /** {@code IFLA_BR_GROUP_ADDR}. */
    public static final int GROUP_ADDR = 20;

    /** {@code IFLA_BR_FDB_FLUSH}. */
    public static final int FDB_FLUSH = 21;

    /** {@code IFLA_BR_MCAST_ROUTER}. */
    public static final int MCAST_ROUTER = 22;

    /** {@code IFLA_BR_MCAST_SNOOPING}. */
    public static final int MCAST_SNOOPING = 23;

    /** {@code IFLA_BR_MCAST_QUERY_USE_IFADDR}. */
    public static final int MCAST_QUERY_USE_IFADDR = 24;

    /** {@code IFLA_BR_MCAST_QUERIER}. */
    public static final int MCAST_QUERIER = 25;

    /** {@code IFLA_BR_MCAST_HASH_ELASTICITY}. */
    public static final int MCAST_HASH_ELASTICITY = 26;

    /** {@code IFLA_BR_MCAST_HASH_MAX}. */
    public static final int MCAST_HASH_MAX = 27;

    /** {@code IFLA_BR_MCAST_LAST_MEMBER_CNT}. */
    public static final int MCAST_LAST_MEMBER_CNT = 28;

    /** {@code IFLA_BR_MCAST_STARTUP_QUERY_CNT}. */
    public static final int MCAST_STARTUP_QUERY_CNT = 29;

    /** {@code IFLA_BR_MCAST_LAST_MEMBER_INTVL}. */
    public static final int MCAST_LAST_MEMBER_INTVL = 30;

    /** {@code IFLA_BR_MCAST_MEMBERSHIP_INTVL}. */
    public static final int MCAST_MEMBERSHIP_INTVL = 31;

    /** {@code IFLA_BR_MCAST_QUERIER_INTVL}. */
    public static final int MCAST_QUERIER_INTVL = 32;

    /** {@code IFLA_BR_MCAST_QUERY_INTVL}. */
    public static final int MCAST_QUERY_INTVL = 33;

    /** {@code IFLA_BR_MCAST_QUERY_RESPONSE_INTVL}. */
    public static final int MCAST_QUERY_RESPONSE_INTVL = 34;

    /** {@code IFLA_BR_MCAST_STARTUP_QUERY_INTVL}. */
    public static final int MCAST_STARTUP_QUERY_INTVL = 35;

    /** {@code IFLA_BR_NF_CALL_IPTABLES}. */
    public static final int NF_CALL_IPTABLES = 36;

    /** {@code IFLA_BR_NF_CALL_IP6TABLES}. */
    public static final int NF_CALL_IP6TABLES = 37;

    /** {@code IFLA_BR_NF_CALL_ARPTABLES}. */
    public static final int NF_CALL_ARPTABLES = 38;

    /** {@code IFLA_BR_VLAN_DEFAULT_PVID}. */
    public static final int VLAN_DEFAULT_PVID = 39;

    /** {@code IFLA_BR_VLAN_STATS_ENABLED}. */
    public static final int VLAN_STATS_ENABLED = 41;

    /** {@code IFLA_BR_MCAST_STATS_ENABLED}. */
    public static final int MCAST_STATS_ENABLED = 42;

    /** {@code IFLA_BR_MCAST_IGMP_VERSION}. */
    public static final int MCAST_IGMP_VERSION = 43;

    /** {@code IFLA_BR_MCAST_MLD_VERSION}. */
    public static final int MCAST_MLD_VERSION = 44;

    /** {@code IFLA_BR_VLAN_STATS_PER_PORT}. */
    public static final int VLAN_STATS_PER_PORT = 45;

    /** {@code IFLA_BR_MULTI_BOOLOPT}. */
    public static final int MULTI_BOOLOPT = 46;

    /** {@code IFLA_BR_MCAST_QUERIER_STATE}. */
    public static final int MCAST_QUERIER_STATE = 47;

    private Bridge() {}
}
