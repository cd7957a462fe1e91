package astray.instruments.ip;

import astray.kernel.link.Ipvlan;
import astray.kernel.link.Macvlan;
import astray.kernel.link.Vlan;
import astray.kernel.link.Vrf;
import astray.kernel.netlink.Attributes;

/** Links on top of others: ip-link(8), "vlan", "macvlan", "ipvlan", "vrf". */
final class StackedPrinting {
    private static final int MACVLAN_SOURCE = 16;
    private static final int MAC_LENGTH = 6;

    private StackedPrinting() {}

    static void printVlan(Options vlan) {
        Attributes data = vlan.data();
        if (data.u16(Vlan.ID, -1) < 0) {
            return;
        }
        if (vlan.has(Vlan.PROTOCOL)) {
            vlan.protocol(Vlan.PROTOCOL, "protocol", "protocol");
        } else {
            vlan.string("protocol", "protocol", "802.1q");
        }
        vlan.u16(Vlan.ID, "id");
        Attributes.Attribute flags = data.get(Vlan.FLAGS);
        if (flags != null) {
            // struct ifla_vlan_flags: the flags, and which of them are meant
            flags(vlan.printer(), flags.s32(0));
        }
        map(vlan, Vlan.INGRESS_QOS, "ingress_qos", "ingress-qos-map");
        map(vlan, Vlan.EGRESS_QOS, "egress_qos", "egress-qos-map");
    }

    private static void flags(Printer printer, int flags) {
        String[] names = {"REORDER_HDR", "GVRP", "MVRP", "LOOSE_BINDING", "BRIDGE_BINDING"};
        int[] bits = {1, 2, 8, 4, 16};
        int rest = flags;
        printer.openArray("flags");
        printer.text("<");
        for (int i = 0; i < bits.length; i++) {
            if ((rest & bits[i]) != 0) {
                rest &= ~bits[i];
                printer.string(null, "", names[i], rest == 0 ? "" : ",");
            }
        }
        if (rest != 0) {
            printer.string(null, "", Integer.toHexString(rest), "");
        }
        printer.closeArray();
        printer.text("> ");
    }

    /** Rows of {@code struct ifla_vlan_qos_mapping}: from, to. */
    private static void map(Options vlan, int type, String key, String word) {
        if (!vlan.has(type)) {
            return;
        }
        Printer printer = vlan.printer();
        printer.openArray(key);
        printer.line();
        printer.text("      ").text(word).text(" { ");
        for (Attributes.Attribute row : vlan.data().nested(type)) {
            printer.openObject();
            printer.number("from", "", row.u32(0), ":");
            printer.number("to", "", row.u32(4), " ");
            printer.closeObject();
        }
        printer.closeArray();
        printer.text("} ");
    }

    static void printMacvlan(Options macvlan) {
        Attributes data = macvlan.data();
        int mode = data.s32(Macvlan.MODE, 0);
        if (macvlan.has(Macvlan.MODE)) {
            macvlan.string(
                    "mode",
                    "mode",
                    switch (mode) {
                        case 1 -> "private";
                        case 2 -> "vepa";
                        case 4 -> "bridge";
                        case 8 -> "passthru";
                        case MACVLAN_SOURCE -> "source";
                        default -> "unknown";
                    });
        }
        int flags = data.u16(Macvlan.FLAGS, 0);
        if ((flags & 1) != 0) {
            macvlan.printer().flag("nopromisc", "nopromisc ");
        }
        if ((flags & 2) != 0) {
            macvlan.printer().flag("nodst", "nodst ");
        }
        macvlan.u32(Macvlan.BC_QUEUE_LEN, "bcqueuelen").u32(Macvlan.BC_QUEUE_LEN_USED, "usedbcqueuelen");
        if (mode == MACVLAN_SOURCE && macvlan.has(Macvlan.MACADDR_COUNT)) {
            Printer printer = macvlan.printer();
            printer.number("macaddr_count", "remotes (", data.s32(Macvlan.MACADDR_COUNT, 0), ") ");
            if (macvlan.has(Macvlan.MACADDR_DATA)) {
                printer.openArray("macaddr_data");
                for (Attributes.Attribute one : data.nested(Macvlan.MACADDR_DATA)) {
                    if (one.type() == Macvlan.MACADDR && one.length() >= MAC_LENGTH) {
                        byte[] address = java.util.Arrays.copyOf(one.bytes(), MAC_LENGTH);
                        printer.string(null, "", HardwareType.hexadecimal(address), " ");
                    }
                }
                printer.closeArray();
            }
        }
    }

    static void printIpvlan(Options ipvlan) {
        int mode = ipvlan.data().u16(Ipvlan.MODE, -1);
        if (mode >= 0) {
            ipvlan.string(
                    "mode",
                    " mode",
                    switch (mode) {
                        case 0 -> "l2";
                        case 1 -> "l3";
                        case 2 -> "l3s";
                        default -> "unknown";
                    });
        }
        int flags = ipvlan.data().u16(Ipvlan.FLAGS, -1);
        if (flags >= 0) {
            String name = (flags & 1) != 0 ? "private" : (flags & 2) != 0 ? "vepa" : "bridge";
            ipvlan.printer().flag(name, name + " ");
        }
    }

    static void printVrf(Options vrf) {
        vrf.u32(Vrf.TABLE, "table");
    }

    static void printVrfPort(Options port) {
        port.u32(Vrf.PORT_TABLE, "table");
    }
}
