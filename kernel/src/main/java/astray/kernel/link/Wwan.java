package astray.kernel.link;

/** A channel of a modem (kind {@code wwan}), {@code IFLA_WWAN_…} of linux/if_link.h. */
public final class Wwan {
    /** {@code IFLA_WWAN_LINK_ID}: 32 bits. */
    public static final int LINK_ID = 1;

    private Wwan() {}
}
