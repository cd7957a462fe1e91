package astray.kernel.link;

/** An encrypted Ethernet (kind {@code macsec}, IEEE 802.1AE), {@code IFLA_MACSEC_…} of linux/if_link.h. */
public final class Macsec {
    /** {@code IFLA_MACSEC_SCI}: 64 bits, big-endian. */
    public static final int SCI = 1;

    /** {@code IFLA_MACSEC_ICV_LEN}: 8 bits. */
    public static final int ICV_LEN = 3;

    /** {@code IFLA_MACSEC_CIPHER_SUITE}: 64 bits. */
    public static final int CIPHER_SUITE = 4;

    /** {@code IFLA_MACSEC_WINDOW}: 32 bits. */
    public static final int WINDOW = 5;

    /** {@code IFLA_MACSEC_ENCODING_SA}: 8 bits. */
    public static final int ENCODING_SA = 6;

    /** {@code IFLA_MACSEC_ENCRYPT}: 8 bits. */
    public static final int ENCRYPT = 7;

    /** {@code IFLA_MACSEC_PROTECT}: 8 bits. */
    public static final int PROTECT = 8;

    /** {@code IFLA_MACSEC_INC_SCI}: 8 bits. */
    public static final int INC_SCI = 9;

    /** {@code IFLA_MACSEC_ES}: 8 bits. */
    public static final int ES = 10;

    /** {@code IFLA_MACSEC_SCB}: 8 bits. */
    public static final int SCB = 11;

    /** {@code IFLA_MACSEC_REPLAY_PROTECT}: 8 bits. */
    public static final int REPLAY_PROTECT = 12;

    /** {@code IFLA_MACSEC_VALIDATION}: 8 bits. */
    public static final int VALIDATION = 13;

    /** {@code IFLA_MACSEC_OFFLOAD}: 8 bits. */
    public static final int OFFLOAD = 15;

    private Macsec() {}
}
