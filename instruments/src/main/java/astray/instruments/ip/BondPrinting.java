package astray.instruments.ip;

import astray.kernel.link.Bond;
import astray.kernel.link.BondAggregator;
import astray.kernel.link.BondPort;
import astray.kernel.netlink.Attributes;
import java.io.IOException;

/** A bond and its ports: ip-link(8), "bond" and "bond_slave". */
final class BondPrinting {
    private static final int MOST_TARGETS = 16;

    private static final String[] PORT_STATES = {
        "active", "short_timeout", "aggregating", "in_sync", "collecting", "distributing", "defaulted", "expired"
    };

    private BondPrinting() {}

    static void printBond(Options bond) throws IOException {
        Attributes data = bond.data();
        if (bond.has(Bond.MODE)) {
            bond.choice(
                    "mode",
                    "mode",
                    data.u8(Bond.MODE, 0),
                    "balance-rr",
                    "active-backup",
                    "balance-xor",
                    "broadcast",
                    "802.3ad",
                    "balance-tlb",
                    "balance-alb");
        }
        bond.link(Bond.ACTIVE_SLAVE, "active_slave", "active_slave")
                .u32(Bond.MIIMON, "miimon")
                .u32(Bond.UPDELAY, "updelay")
                .u32(Bond.DOWNDELAY, "downdelay")
                .u32(Bond.PEER_NOTIF_DELAY, "peer_notify_delay")
                .u8(Bond.USE_CARRIER, "use_carrier")
                .u32(Bond.ARP_INTERVAL, "arp_interval")
                .u8(Bond.MISSED_MAX, "arp_missed_max");
        targets(bond, Bond.ARP_IP_TARGET, "arp_ip_target");
        targets(bond, Bond.NS_IP6_TARGET, "ns_ip6_target");
        validation(bond);
        bond.link(Bond.PRIMARY, "primary", "primary");
        policies(bond);
        bond.u32(Bond.RESEND_IGMP, "resend_igmp")
                .u8(Bond.NUM_PEER_NOTIF, "num_peer_notif", "num_grat_arp")
                .u8(Bond.ALL_SLAVES_ACTIVE, "all_slaves_active")
                .u32(Bond.MIN_LINKS, "min_links")
                .u32(Bond.LP_INTERVAL, "lp_interval")
                .u32(Bond.PACKETS_PER_SLAVE, "packets_per_slave");
        aggregation(bond);
        bond.u8(Bond.TLB_DYNAMIC_LB, "tlb_dynamic_lb");
    }

    private static void validation(Options bond) {
        if (bond.has(Bond.ARP_VALIDATE)) {
            int validate = bond.data().s32(Bond.ARP_VALIDATE, 0);
            if (validate == 0 && bond.printer().isJson()) {
                bond.printer().nothing("arp_validate", "");
            } else {
                bond.choice(
                        "arp_validate",
                        "arp_validate",
                        validate,
                        "none",
                        "active",
                        "backup",
                        "all",
                        "filter",
                        "filter_active",
                        "filter_backup");
            }
        }
        if (bond.has(Bond.ARP_ALL_TARGETS)) {
            bond.choice("arp_all_targets", "arp_all_targets", bond.data().s32(Bond.ARP_ALL_TARGETS, 0), "any", "all");
        }
    }

    private static void policies(Options bond) {
        Attributes data = bond.data();
        if (bond.has(Bond.PRIMARY_RESELECT)) {
            bond.choice(
                    "primary_reselect",
                    "primary_reselect",
                    data.u8(Bond.PRIMARY_RESELECT, 0),
                    "always",
                    "better",
                    "failure");
        }
        if (bond.has(Bond.FAIL_OVER_MAC)) {
            bond.choice("fail_over_mac", "fail_over_mac", data.u8(Bond.FAIL_OVER_MAC, 0), "none", "active", "follow");
        }
        if (bond.has(Bond.XMIT_HASH_POLICY)) {
            bond.choice(
                    "xmit_hash_policy",
                    "xmit_hash_policy",
                    data.u8(Bond.XMIT_HASH_POLICY, 0),
                    "layer2",
                    "layer3+4",
                    "layer2+3",
                    "encap2+3",
                    "encap3+4",
                    "vlan+srcmac");
        }
    }

    /** Attributes counted from 0, each an address. */
    private static void targets(Options bond, int type, String name) {
        Attributes targets = bond.data().nested(type);
        Printer printer = bond.printer();
        boolean any = targets.has(0);
        if (any) {
            printer.openArray(name);
            printer.text(name).text(" ");
        }
        for (int i = 0; i < MOST_TARGETS; i++) {
            astray.facts.IpAddress address = targets.address(i);
            if (address != null) {
                printer.string(null, "", Hosts.text(address), i + 1 < MOST_TARGETS && targets.has(i + 1) ? "," : "");
            }
        }
        if (any) {
            printer.text(" ");
            printer.closeArray();
        }
    }

    private static void aggregation(Options bond) {
        Attributes data = bond.data();
        if (bond.has(Bond.AD_LACP_ACTIVE)) {
            bond.choice("ad_lacp_active", "lacp_active", data.u8(Bond.AD_LACP_ACTIVE, 0), "off", "on");
        }
        if (bond.has(Bond.AD_LACP_RATE)) {
            bond.choice("ad_lacp_rate", "lacp_rate", data.u8(Bond.AD_LACP_RATE, 0), "slow", "fast");
        }
        if (bond.has(Bond.AD_SELECT)) {
            bond.choice("ad_select", "ad_select", data.u8(Bond.AD_SELECT, 0), "stable", "bandwidth", "count");
        }
        if (bond.has(Bond.AD_INFO)) {
            Options info = new Options(bond.session(), data.nested(Bond.AD_INFO));
            bond.printer().openObject("ad_info");
            info.u16(BondAggregator.AGGREGATOR, "aggregator", "ad_aggregator")
                    .u16(BondAggregator.NUM_PORTS, "num_ports", "ad_num_ports")
                    .u16(BondAggregator.ACTOR_KEY, "actor_key", "ad_actor_key")
                    .u16(BondAggregator.PARTNER_KEY, "partner_key", "ad_partner_key");
            address(info, BondAggregator.PARTNER_MAC, "partner_mac", "ad_partner_mac");
            bond.printer().closeObject();
        }
        bond.u16(Bond.AD_ACTOR_SYS_PRIO, "ad_actor_sys_prio").u16(Bond.AD_USER_PORT_KEY, "ad_user_port_key");
        address(bond, Bond.AD_ACTOR_SYSTEM, "ad_actor_system", "ad_actor_system");
    }

    private static void address(Options of, int type, String key, String word) {
        byte[] address = of.data().bytes(type);
        if (address != null) {
            of.string(key, word, HardwareType.hexadecimal(address));
        }
    }

    static void printPort(Options port) {
        state(port, BondPort.STATE, "state", "ACTIVE", "BACKUP");
        state(port, BondPort.MII_STATUS, "mii_status", "UP", "GOING_DOWN", "DOWN", "GOING_BACK");
        port.u32(BondPort.LINK_FAILURE_COUNT, "link_failure_count");
        address(port, BondPort.PERM_HWADDR, "perm_hwaddr", "perm_hwaddr");
        port.u16(BondPort.QUEUE_ID, "queue_id");
        if (port.has(BondPort.PRIO)) {
            port.number("prio", "prio", port.data().s32(BondPort.PRIO, 0));
        }
        port.u16(BondPort.AD_AGGREGATOR_ID, "ad_aggregator_id");
        if (port.has(BondPort.AD_ACTOR_OPER_PORT_STATE)) {
            operState(port, "ad_actor_oper_port_state", port.data().u8(BondPort.AD_ACTOR_OPER_PORT_STATE, 0));
        }
        if (port.has(BondPort.AD_PARTNER_OPER_PORT_STATE)) {
            operState(port, "ad_partner_oper_port_state", port.data().u16(BondPort.AD_PARTNER_OPER_PORT_STATE, 0));
        }
    }

    private static void state(Options port, int type, String key, String... names) {
        int state = port.data().u8(type, -1);
        if (state >= names.length) {
            port.number(key + "_index", key, state);
        } else if (state >= 0) {
            port.string(key, key, names[state]);
        }
    }

    private static void operState(Options port, String key, int state) {
        port.number(key, key, state);
        Printer printer = port.printer();
        printer.openArray(key + "_str");
        printer.text(key).text("_str <");
        for (int i = 0; i < PORT_STATES.length; i++) {
            if ((state & 1 << i) != 0) {
                printer.string(null, "", PORT_STATES[i], state >> i + 1 != 0 ? "," : "");
            }
        }
        printer.closeArray();
        printer.text("> ");
    }
}
