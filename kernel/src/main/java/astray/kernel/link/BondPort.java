package astray.kernel.link;

/** A port of a bond, {@code IFLA_BOND_SLAVE_…} of linux/if_link.h. */
public final class BondPort {
    /** {@code IFLA_BOND_SLAVE_STATE}. */
    public static final int STATE = 1;

    /** {@code IFLA_BOND_SLAVE_MII_STATUS}. */
    public static final int MII_STATUS = 2;

    /** {@code IFLA_BOND_SLAVE_LINK_FAILURE_COUNT}. */
    public static final int LINK_FAILURE_COUNT = 3;

    /** {@code IFLA_BOND_SLAVE_PERM_HWADDR}. */
    public static final int PERM_HWADDR = 4;

    /** {@code IFLA_BOND_SLAVE_QUEUE_ID}. */
    public static final int QUEUE_ID = 5;

    /** {@code IFLA_BOND_SLAVE_AD_AGGREGATOR_ID}. */
    public static final int AD_AGGREGATOR_ID = 6;

    /** {@code IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE}. */
    public static final int AD_ACTOR_OPER_PORT_STATE = 7;

    /** {@code IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE}. */
    public static final int AD_PARTNER_OPER_PORT_STATE = 8;

    /** {@code IFLA_BOND_SLAVE_PRIO}. */
    public static final int PRIO = 9;

    /** {@code IFLA_BOND_SLAVE_ACTOR_PORT_PRIO}. */
    public static final int ACTOR_PORT_PRIO = 10;

    /** {@code IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE}. */
    public static final int AD_CHURN_ACTOR_STATE = 11;

    /** {@code IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE}. */
    public static final int AD_CHURN_PARTNER_STATE = 12;

    private BondPort() {}
}
