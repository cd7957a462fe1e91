package astray.kernel.link;

/** An interface for IPsec (kind {@code xfrm}), {@code IFLA_XFRM_…} of linux/if_link.h. */
public final class XfrmInterface {
    /** {@code IFLA_XFRM_LINK}. */
    public static final int LINK = 1;

    /** {@code IFLA_XFRM_IF_ID}. */
    public static final int IF_ID = 2;

    /** {@code IFLA_XFRM_COLLECT_METADATA}. */
    public static final int COLLECT_METADATA = 3;

    private XfrmInterface() {}
}
