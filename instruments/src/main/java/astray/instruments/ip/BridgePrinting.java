package astray.instruments.ip;

import astray.kernel.link.Bridge;
import astray.kernel.link.BridgePort;
import astray.kernel.netlink.Attributes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A bridge and its ports: ip-link(8), "bridge" and "bridge_slave". */
final class BridgePrinting {
    /** The kernel gives times in ticks of user space, a hundredth of a second each. */
    private static final int TICKS = 100;

    private static final int NO_LINK_LOCAL_LEARNING = 1;
    private static final int MULTICAST_VLAN_SNOOPING = 2;

    private BridgePrinting() {}

    static void printBridge(Options bridge) {
        bridge.u32(Bridge.FORWARD_DELAY, "forward_delay")
                .u32(Bridge.HELLO_TIME, "hello_time")
                .u32(Bridge.MAX_AGE, "max_age")
                .u32(Bridge.AGEING_TIME, "ageing_time")
                .u32(Bridge.STP_STATE, "stp_state")
                .u16(Bridge.PRIORITY, "priority")
                .u8(Bridge.VLAN_FILTERING, "vlan_filtering");
        bridge.protocol(Bridge.VLAN_PROTOCOL, "vlan_protocol", "vlan_protocol");
        id(bridge, Bridge.BRIDGE_ID, "bridge_id", "bridge_id");
        if (bridge.has(Bridge.ROOT_ID)) {
            // the original prints the bridge's own id here too
            id(bridge, Bridge.BRIDGE_ID, "root_id", "designated_root");
        }
        bridge.u16(Bridge.ROOT_PORT, "root_port")
                .u32(Bridge.ROOT_PATH_COST, "root_path_cost")
                .u8(Bridge.TOPOLOGY_CHANGE, "topology_change")
                .u8(Bridge.TOPOLOGY_CHANGE_DETECTED, "topology_change_detected");
        timer(bridge, Bridge.HELLO_TIMER, "hello_timer");
        timer(bridge, Bridge.TCN_TIMER, "tcn_timer");
        timer(bridge, Bridge.TOPOLOGY_CHANGE_TIMER, "topology_change_timer");
        timer(bridge, Bridge.GC_TIMER, "gc_timer");
        bridge.u16(Bridge.VLAN_DEFAULT_PVID, "vlan_default_pvid")
                .u8(Bridge.VLAN_STATS_ENABLED, "vlan_stats_enabled")
                .u8(Bridge.VLAN_STATS_PER_PORT, "vlan_stats_per_port");
        hex(bridge, Bridge.GROUP_FWD_MASK, "group_fwd_mask");
        byte[] group = bridge.data().bytes(Bridge.GROUP_ADDR);
        if (group != null) {
            bridge.string("group_addr", "group_address", HardwareType.hexadecimal(group));
        }
        bridge.u8(Bridge.MCAST_SNOOPING, "mcast_snooping");
        multicast(bridge);
        bridge.u8(Bridge.NF_CALL_IPTABLES, "nf_call_iptables")
                .u8(Bridge.NF_CALL_IP6TABLES, "nf_call_ip6tables")
                .u8(Bridge.NF_CALL_ARPTABLES, "nf_call_arptables");
    }

    private static void multicast(Options bridge) {
        // struct br_boolopt_multi of linux/if_bridge.h: the values, and which of them are meant
        Attributes.Attribute switches = bridge.data().get(Bridge.MULTI_BOOLOPT);
        if (switches != null) {
            int values = switches.s32(0);
            int meant = switches.s32(4);
            if ((meant & NO_LINK_LOCAL_LEARNING) != 0) {
                bridge.number("no_linklocal_learn", "no_linklocal_learn", values & NO_LINK_LOCAL_LEARNING);
            }
            if ((meant & MULTICAST_VLAN_SNOOPING) != 0) {
                bridge.number(
                        "mcast_vlan_snooping", "mcast_vlan_snooping", (values & MULTICAST_VLAN_SNOOPING) == 0 ? 0 : 1);
            }
        }
        bridge.u8(Bridge.MCAST_ROUTER, "mcast_router")
                .u8(Bridge.MCAST_QUERY_USE_IFADDR, "mcast_query_use_ifaddr")
                .u8(Bridge.MCAST_QUERIER, "mcast_querier")
                .u32(Bridge.MCAST_HASH_ELASTICITY, "mcast_hash_elasticity")
                .u32(Bridge.MCAST_HASH_MAX, "mcast_hash_max")
                .u32(Bridge.MCAST_LAST_MEMBER_CNT, "mcast_last_member_cnt", "mcast_last_member_count")
                .u32(Bridge.MCAST_STARTUP_QUERY_CNT, "mcast_startup_query_cnt", "mcast_startup_query_count")
                .u64(Bridge.MCAST_LAST_MEMBER_INTVL, "mcast_last_member_intvl", "mcast_last_member_interval")
                .u64(Bridge.MCAST_MEMBERSHIP_INTVL, "mcast_membership_intvl", "mcast_membership_interval")
                .u64(Bridge.MCAST_QUERIER_INTVL, "mcast_querier_intvl", "mcast_querier_interval")
                .u64(Bridge.MCAST_QUERY_INTVL, "mcast_query_intvl", "mcast_query_interval")
                .u64(Bridge.MCAST_QUERY_RESPONSE_INTVL, "mcast_query_response_intvl", "mcast_query_response_interval")
                .u64(Bridge.MCAST_STARTUP_QUERY_INTVL, "mcast_startup_query_intvl", "mcast_startup_query_interval")
                .u8(Bridge.MCAST_STATS_ENABLED, "mcast_stats_enabled")
                .u8(Bridge.MCAST_IGMP_VERSION, "mcast_igmp_version")
                .u8(Bridge.MCAST_MLD_VERSION, "mcast_mld_version");
    }

    static void printPort(Options port) throws IOException {
        int state = port.data().u8(BridgePort.STATE, -1);
        if (state >= 0) {
            String name = stateName(state);
            if (name != null) {
                port.string("state", "state", name);
            } else {
                port.printer().number("state_index", "state (", state, ") ");
            }
        }
        port.u16(BridgePort.PRIORITY, "priority")
                .u32(BridgePort.COST, "cost")
                .onOff(BridgePort.MODE, "hairpin")
                .onOff(BridgePort.GUARD, "guard")
                .onOff(BridgePort.PROTECT, "root_block")
                .onOff(BridgePort.FAST_LEAVE, "fastleave")
                .onOff(BridgePort.LEARNING, "learning")
                .onOff(BridgePort.UNICAST_FLOOD, "flood");
        hex(port, BridgePort.ID, "id", "port_id");
        hex(port, BridgePort.NO, "no", "port_no");
        port.u16(BridgePort.DESIGNATED_PORT, "designated_port").u16(BridgePort.DESIGNATED_COST, "designated_cost");
        id(port, BridgePort.BRIDGE_ID, "bridge_id", "designated_bridge");
        id(port, BridgePort.ROOT_ID, "root_id", "designated_root");
        timer(port, BridgePort.HOLD_TIMER, "hold_timer");
        timer(port, BridgePort.MESSAGE_AGE_TIMER, "message_age_timer");
        timer(port, BridgePort.FORWARD_DELAY_TIMER, "forward_delay_timer");
        port.u8(BridgePort.TOPOLOGY_CHANGE_ACK, "topology_change_ack")
                .u8(BridgePort.CONFIG_PENDING, "config_pending")
                .onOff(BridgePort.PROXYARP, "proxy_arp")
                .onOff(BridgePort.PROXYARP_WIFI, "proxy_arp_wifi")
                .u8(BridgePort.MULTICAST_ROUTER, "multicast_router", "mcast_router");
        if (!port.printer().isJson()) {
            // in JSON it stood above already
            port.onOff(BridgePort.FAST_LEAVE, "fastleave", "mcast_fast_leave");
        }
        port.onOff(BridgePort.MCAST_FLOOD, "mcast_flood")
                .onOff(BridgePort.BCAST_FLOOD, "bcast_flood")
                .onOff(BridgePort.MCAST_TO_UCAST, "mcast_to_unicast")
                .onOff(BridgePort.NEIGH_SUPPRESS, "neigh_suppress");
        if (port.has(BridgePort.GROUP_FWD_MASK)) {
            int mask = port.data().u16(BridgePort.GROUP_FWD_MASK, 0);
            port.string("group_fwd_mask", "group_fwd_mask", Numbers.hex(mask));
            port.string("group_fwd_mask_str", "group_fwd_mask_str", forwarded(mask));
        }
        port.onOff(BridgePort.VLAN_TUNNEL, "vlan_tunnel")
                .onOff(BridgePort.ISOLATED, "isolated")
                .onOff(BridgePort.LOCKED, "locked")
                .link(BridgePort.BACKUP_PORT, "backup_port", "backup_port");
    }

    /** The state of IEEE 802.1D of a bridge's port, {@code BR_STATE_…} of linux/if_bridge.h. */
    static @Nullable String stateName(int state) {
        return switch (state) {
            case 0 -> "disabled";
            case 1 -> "listening";
            case 2 -> "learning";
            case 3 -> "forwarding";
            case 4 -> "blocking";
            default -> null;
        };
    }

    /** The protocols of the link that a port forwards though a bridge should not. */
    private static String forwarded(int mask) {
        if (mask == 0) {
            return "0x0";
        }
        StringBuilder text = new StringBuilder();
        for (int bit = 1; bit <= mask; bit <<= 1) {
            if ((mask & bit) != 0) {
                String name = switch (bit) {
                    case 1 -> "stp";
                    case 1 << 2 -> "lacp";
                    case 1 << 14 -> "lldp";
                    default -> "0x" + Integer.toHexString(bit);
                };
                text.append(text.isEmpty() ? "" : ",").append(name);
            }
        }
        return text.toString();
    }

    private static void hex(Options of, int type, String key) {
        hex(of, type, key, key);
    }

    private static void hex(Options of, int type, String key, String word) {
        if (of.has(type)) {
            of.string(key, word, Numbers.hex(of.data().u16(type, 0)));
        }
    }

    /** {@code struct ifla_bridge_id}: a priority of 2 bytes and an address of 6, each printed in its shortest form. */
    private static void id(Options of, int type, String key, String word) {
        Attributes.Attribute id = of.data().get(type);
        if (id == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            text.append(Character.forDigit(id.u8(i) >> 4, 16)).append(Character.forDigit(id.u8(i) & 15, 16));
        }
        for (int i = 2; i < 8; i++) {
            text.append(i == 2 ? '.' : ':').append(Integer.toHexString(id.u8(i)));
        }
        of.string(key, word, text.toString());
    }

    /** A time in seconds with two places. */
    private static void timer(Options of, int type, String key) {
        if (!of.has(type)) {
            return;
        }
        long ticks = of.data().u64(type, 0);
        int seconds = (int) Long.divideUnsigned(ticks, TICKS);
        long rest = Long.remainderUnsigned(ticks, TICKS);
        String text = seconds + (rest < 10 ? ".0" : ".") + rest;
        String whole = Integer.toString(seconds);
        Printer printer = of.printer();
        if (printer.isJson()) {
            printer.jsonLiteral(key, text);
        } else {
            printer.text(key)
                    .text(" ")
                    .text(" ".repeat(Math.max(0, 4 - whole.length())))
                    .text(text)
                    .text(" ");
        }
    }
}
