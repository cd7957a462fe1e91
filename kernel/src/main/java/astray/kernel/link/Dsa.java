package astray.kernel.link;

/** A port of a switch (kind {@code dsa}), {@code IFLA_DSA_…} of linux/if_link.h. */
public final class Dsa {
    /** {@code IFLA_DSA_CONDUIT}: the index of the link that leads to the switch. */
    public static final int CONDUIT = 1;

    private Dsa() {}
}
