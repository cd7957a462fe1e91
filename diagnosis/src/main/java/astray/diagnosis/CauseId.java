package astray.diagnosis;

import java.util.Locale;

/** The causes; each has one stable id, whatever its face. */
public enum CauseId {
    /** The name has no address. Subject: name. */
    NAME_UNRESOLVED,
    /** The name leads to another address than the host has (a stale hosts line, a stale record). Subject: name, address, source. */
    NAME_WRONG_ADDRESS,
    /** The name's first family is dead, the other works. Subject: name, family. */
    NAME_PREFERS_BROKEN_FAMILY,
    /** The interface is set down. Subject: interface. */
    LINK_ADMIN_DOWN,
    /** The interface is up and has no carrier. Subject: interface. */
    LINK_NO_CARRIER,
    /** A bridge port is disabled, blocking, listening or learning. Subject: bridge, interface. */
    BRIDGE_PORT_NOT_FORWARDING,
    /** The bridge's VLAN filter drops the frames. Subject: bridge, interface, vlan. */
    BRIDGE_VLAN_FILTERED,
    /** The two ends put the traffic into different VLANs. Subject: interface, vlan. */
    VLAN_MISMATCH,
    /** Nobody answers ARP or ND for the next hop, and nothing deeper explains it. Subject: address, interface. */
    NEIGHBOUR_UNRESOLVED,
    /** A permanent or poisoned neighbour entry points to the wrong link-layer address. Subject: address, interface, lladdr. */
    NEIGHBOUR_WRONG,
    /** Two hosts hold the same address. Subject: address, interface, lladdrs. */
    ADDRESS_DUPLICATE,
    /** The host holds the address and does not answer for it (arp_ignore, arp_filter, NOARP). Subject: address, interface, setting. */
    ARP_SUPPRESSED,
    /** The target's host does not hold the address. Subject: address. */
    ADDRESS_MISSING,
    /** An IPv6 address failed duplicate detection, or is still tentative. Subject: address, interface. */
    ADDRESS_DAD_FAILED,
    /** A wrong prefix length makes a remote address look on-link, or the other way round. Subject: interface, prefix. */
    PREFIX_LENGTH_WRONG,
    /** IPv6 is off on the interface. Subject: interface. */
    IPV6_DISABLED,
    /** There is no route. Subject: destination. */
    ROUTE_MISSING,
    /** A more specific, connected or better-metric route leads into the wrong interface (a container network, a VPN, a left-over). Subject: destination, prefix, interface. */
    ROUTE_CAPTURED,
    /** The destination is one of the host's own addresses, so the packet never leaves. Subject: address, interface. */
    DESTINATION_IS_LOCAL,
    /** A blackhole, unreachable or prohibit route takes it. Subject: destination, prefix, type. */
    ROUTE_DISCARDS,
    /** A policy rule sends it to another table. Subject: destination, priority, table. */
    RULE_DIVERTS,
    /** The gateway does not answer, or does not forward. Subject: gateway, interface. */
    GATEWAY_WRONG,
    /** The chosen source address cannot be answered. Subject: source, interface. */
    SOURCE_ADDRESS_WRONG,
    /** Rp_filter drops it on arrival. Subject: source, interface. */
    REVERSE_PATH_FILTERED,
    /** A router on the way does not forward. Subject: host. */
    FORWARDING_DISABLED,
    /** Hops repeat. Subject: hops. */
    ROUTING_LOOP,
    /** A netfilter rule or policy drops it silently. Subject: hook, chain, rule. */
    FIREWALL_DROP,
    /** A netfilter rule rejects it. Subject: hook, chain, rule. */
    FIREWALL_REJECT,
    /** A NAT rule sends it somewhere that does not answer. Subject: chain, rule, to. */
    NAT_MISDIRECTED,
    /** The connection tracking table is full. Subject: count, max. */
    CONNTRACK_FULL,
    /** A qdisc or tc filter drops it. Subject: interface, kind. */
    TRAFFIC_CONTROL_DROP,
    /** An XDP, tc or cgroup BPF program drops it. Subject: interface, hook. */
    BPF_DROP,
    /** An IPsec policy blocks it. Subject: destination, direction. */
    XFRM_POLICY_BLOCKS,
    /** Large packets vanish and no one says so. Subject: mtu, hop. */
    MTU_BLACKHOLE,
    /** Packets vanish after this hop; nobody could look further. Subject: hop. */
    PATH_SILENT_BEYOND,
    /** A device on the way drops this port and passes others. Subject: port, hop. */
    PATH_FILTERED,
    /** A part of the packets is lost. Subject: percent, hop. */
    PACKET_LOSS,
    /** The round trip takes too long. Subject: milliseconds, hop. */
    LATENCY_HIGH,
    /** Nothing listens on the port. Subject: port. */
    SERVICE_NOT_LISTENING,
    /** The service listens on another address or family only. Subject: port, bound. */
    SERVICE_BOUND_ELSEWHERE,
    /** The listener's accept queue is full. Subject: port, backlog. */
    ACCEPT_QUEUE_FULL,
    /** The connection opens and the service says nothing. Subject: port. */
    SERVICE_SILENT,
    /** The connection opens and the service closes it at once. Subject: port. */
    SERVICE_REFUSES_PEER;

    /** The id of the verdict's contract, such as {@code route-captured}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
