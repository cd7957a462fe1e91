package astray.kernel.link;

/** A link secured by IEEE 802.1AE (kind {@code macsec}), {@code IFLA_MACSEC_…} of linux/if_link.h. */
public final class Macsec {
    /** {@code IFLA_MACSEC_SCI}. */
    public static final int SCI = 1;

    /** {@code IFLA_MACSEC_PORT}. */
    public static final int PORT = 2;

    /** {@code IFLA_MACSEC_ICV_LEN}. */
    public static final int ICV_LEN = 3;

    /** {@code IFLA_MACSEC_CIPHER_SUITE}. */
    public static final int CIPHER_SUITE = 4;

    /** {@code IFLA_MACSEC_WINDOW}. */
    public static final int WINDOW = 5;

    /** {@code IFLA_MACSEC_ENCODING_SA}. */
    public static final int ENCODING_SA = 6;

    /** {@code IFLA_MACSEC_ENCRYPT}. */
    public static final int ENCRYPT = 7;

    /** {@code IFLA_MACSEC_PROTECT}. */
    public static final int PROTECT = 8;

    /** {@code IFLA_MACSEC_INC_SCI}. */
    public static final int INC_SCI = 9;

    /** {@code IFLA_MACSEC_ES}. */
    public static final int ES = 10;

    /** {@code IFLA_MACSEC_SCB}. */
    public static final int SCB = 11;

    /** {@code IFLA_MACSEC_REPLAY_PROTECT}. */
    public static final int REPLAY_PROTECT = 12;

    /** {@code IFLA_MACSEC_VALIDATION}. */
    public static final int VALIDATION = 13;

    /** {@code IFLA_MACSEC_OFFLOAD}. */
    public static final int OFFLOAD = 15;

    private Macsec() {}
}
