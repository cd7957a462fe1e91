package astray.kernel.link;

/** The active aggregator of a bond that speaks IEEE 802.3ad, {@code IFLA_BOND_AD_INFO_…} of linux/if_link.h. */
public final class BondAggregator {
    /** {@code IFLA_BOND_AD_INFO_AGGREGATOR}. */
    public static final int AGGREGATOR = 1;

    /** {@code IFLA_BOND_AD_INFO_NUM_PORTS}. */
    public static final int NUM_PORTS = 2;

    /** {@code IFLA_BOND_AD_INFO_ACTOR_KEY}. */
    public static final int ACTOR_KEY = 3;

    /** {@code IFLA_BOND_AD_INFO_PARTNER_KEY}. */
    public static final int PARTNER_KEY = 4;

    /** {@code IFLA_BOND_AD_INFO_PARTNER_MAC}. */
    public static final int PARTNER_MAC = 5;

    private BondAggregator() {}
}
