package astray.kernel.route;

/** What a route tells the protocols above ({@code RTAX_} of linux/rtnetlink.h): the types of {@link Route#metrics()}. */
public final class RouteMetric {
    /** Bits: which of the others are fixed, bit N for type N. */
    public static final int LOCK = 1;

    /** Bytes. */
    public static final int MTU = 2;

    public static final int WINDOW = 3;

    /** Milliseconds times 8. */
    public static final int RTT = 4;

    /** Milliseconds times 4. */
    public static final int RTTVAR = 5;

    public static final int SSTHRESH = 6;
    public static final int CWND = 7;
    public static final int ADVMSS = 8;
    public static final int REORDERING = 9;
    public static final int HOPLIMIT = 10;
    public static final int INITCWND = 11;

    /** Bits: {@code RTAX_FEATURE_}. */
    public static final int FEATURES = 12;

    /** Milliseconds. */
    public static final int RTO_MIN = 13;

    public static final int INITRWND = 14;
    public static final int QUICKACK = 15;

    /** The name of a congestion control. */
    public static final int CC_ALGO = 16;

    public static final int FASTOPEN_NO_COOKIE = 17;

    private RouteMetric() {}
}
