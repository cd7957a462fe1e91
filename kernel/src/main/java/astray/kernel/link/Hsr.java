package astray.kernel.link;

/** A ring of two ports (kind {@code hsr}), {@code IFLA_HSR_…} of linux/if_link.h. */
public final class Hsr {
    /** {@code IFLA_HSR_SLAVE1}: an index. */
    public static final int SLAVE1 = 1;

    /** {@code IFLA_HSR_SLAVE2}: an index. */
    public static final int SLAVE2 = 2;

    /** {@code IFLA_HSR_SUPERVISION_ADDR}: six bytes. */
    public static final int SUPERVISION_ADDR = 4;

    /** {@code IFLA_HSR_SEQ_NR}: 16 bits. */
    public static final int SEQ_NR = 5;

    /** {@code IFLA_HSR_PROTOCOL}: 8 bits; 0 HSR, 1 PRP. */
    public static final int PROTOCOL = 7;

    private Hsr() {}
}
