package astray.kernel.link;

/** A tunnel of RFC 2784 (kinds {@code gre}, {@code gretap}, {@code erspan} and those of IPv6), {@code IFLA_GRE_…}
 * of linux/if_tunnel.h. Flags and keys are big-endian. */
public final class Gre {
    /** {@code IFLA_GRE_LINK}. */
    public static final int LINK = 1;

    /** {@code IFLA_GRE_IFLAGS}. */
    public static final int IFLAGS = 2;

    /** {@code IFLA_GRE_OFLAGS}. */
    public static final int OFLAGS = 3;

    /** {@code IFLA_GRE_IKEY}. */
    public static final int IKEY = 4;

    /** {@code IFLA_GRE_OKEY}. */
    public static final int OKEY = 5;

    /** {@code IFLA_GRE_LOCAL}. */
    public static final int LOCAL = 6;

    /** {@code IFLA_GRE_REMOTE}. */
    public static final int REMOTE = 7;

    /** {@code IFLA_GRE_TTL}. */
    public static final int TTL = 8;

    /** {@code IFLA_GRE_TOS}. */
    public static final int TOS = 9;

    /** {@code IFLA_GRE_PMTUDISC}. */
    public static final int PMTUDISC = 10;

    /** {@code IFLA_GRE_ENCAP_LIMIT}. */
    public static final int ENCAP_LIMIT = 11;

    /** {@code IFLA_GRE_FLOWINFO}. */
    public static final int FLOWINFO = 12;

    /** {@code IFLA_GRE_FLAGS}. */
    public static final int FLAGS = 13;

    /** {@code IFLA_GRE_ENCAP_TYPE}. */
    public static final int ENCAP_TYPE = 14;

    /** {@code IFLA_GRE_ENCAP_FLAGS}. */
    public static final int ENCAP_FLAGS = 15;

    /** {@code IFLA_GRE_ENCAP_SPORT}. */
    public static final int ENCAP_SPORT = 16;

    /** {@code IFLA_GRE_ENCAP_DPORT}. */
    public static final int ENCAP_DPORT = 17;

    /** {@code IFLA_GRE_COLLECT_METADATA}. */
    public static final int COLLECT_METADATA = 18;

    /** {@code IFLA_GRE_IGNORE_DF}. */
    public static final int IGNORE_DF = 19;

    /** {@code IFLA_GRE_FWMARK}. */
    public static final int FWMARK = 20;

    /** {@code IFLA_GRE_ERSPAN_INDEX}. */
    public static final int ERSPAN_INDEX = 21;

    /** {@code IFLA_GRE_ERSPAN_VER}. */
    public static final int ERSPAN_VER = 22;

    /** {@code IFLA_GRE_ERSPAN_DIR}. */
    public static final int ERSPAN_DIR = 23;

    /** {@code IFLA_GRE_ERSPAN_HWID}. */
    public static final int ERSPAN_HWID = 24;

    private Gre() {}
}
