package astray.kernel.link;

/** Automatic multicast tunnelling (kind {@code amt}, RFC 7450), {@code IFLA_AMT_…} of linux/amt.h. */
public final class Amt {
    /** {@code IFLA_AMT_MODE}: 32 bits; 0 gateway, 1 relay. */
    public static final int MODE = 1;

    /** {@code IFLA_AMT_RELAY_PORT}: big-endian. */
    public static final int RELAY_PORT = 2;

    /** {@code IFLA_AMT_GATEWAY_PORT}: big-endian. */
    public static final int GATEWAY_PORT = 3;

    /** {@code IFLA_AMT_LINK}: an index. */
    public static final int LINK = 4;

    /** {@code IFLA_AMT_LOCAL_IP}. */
    public static final int LOCAL_IP = 5;

    /** {@code IFLA_AMT_REMOTE_IP}. */
    public static final int REMOTE_IP = 6;

    /** {@code IFLA_AMT_DISCOVERY_IP}. */
    public static final int DISCOVERY_IP = 7;

    /** {@code IFLA_AMT_MAX_TUNNELS}: 32 bits. */
    public static final int MAX_TUNNELS = 8;

    private Amt() {}
}
