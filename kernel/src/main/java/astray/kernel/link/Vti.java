package astray.kernel.link;

/** A tunnel for IPsec (kinds {@code vti} and {@code vti6}), {@code IFLA_VTI_…} of linux/if_tunnel.h. Keys are
 * big-endian. */
public final class Vti {
    /** {@code IFLA_VTI_LINK}. */
    public static final int LINK = 1;

    /** {@code IFLA_VTI_IKEY}. */
    public static final int IKEY = 2;

    /** {@code IFLA_VTI_OKEY}. */
    public static final int OKEY = 3;

    /** {@code IFLA_VTI_LOCAL}. */
    public static final int LOCAL = 4;

    /** {@code IFLA_VTI_REMOTE}. */
    public static final int REMOTE = 5;

    /** {@code IFLA_VTI_FWMARK}. */
    public static final int FWMARK = 6;

    private Vti() {}
}
