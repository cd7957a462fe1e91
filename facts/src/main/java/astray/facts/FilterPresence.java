package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * Whether something is in place that may drop or change packets, though what it does was not read. Where it could
 * not be found out there is no such fact.
 *
 * @param kind what it is
 * @param where the interface, hook or table, for a kind that has several; {@code null} for the whole host
 * @param present whether any rule, program or policy of the kind is there
 */
public record FilterPresence(Kind kind, @Nullable String where, boolean present) implements Fact {

    /** What may drop or change packets. */
    public enum Kind {
        /** Rules of nf_tables, also those that iptables-nft made. */
        NFTABLES,
        /** Rules of the older ip_tables, ip6_tables, arp_tables or ebtables. */
        XTABLES,
        /** A queueing discipline that may drop on purpose, or a tc filter. */
        TC,
        /** An XDP program on an interface. */
        XDP,
        /** A BPF program on a cgroup or a socket. */
        CGROUP_BPF,
        /** IPsec policies. */
        XFRM
    }
}
