package astray.collect.live;

import astray.collect.Gap;
import astray.facts.BridgePort;
import astray.facts.Coverage;
import astray.facts.FilterPresence;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links, bridges' ports, and XDP programs on links. */
final class LiveLinks {
    private static final int IFLA_XDP = 43;
    private static final int IFLA_XDP_ATTACHED = 2;
    private static final int IFLA_BRPORT_STATE = 1;
    private static final int IFLA_BR_VLAN_FILTERING = 7;
    private static final int IFLA_BR_VLAN_DEFAULT_PVID = 39;

    private static final int UP = 1;
    private static final int RUNNING = 0x40;

    /** The bits of {@code IFF_} (linux/if.h) in the order in which ip-link(8) names them. */
    private static final int[] BITS = {
        0x8, 0x2, 0x10, 0x1000, 0x80, 0x200, 0x100, 0x400, 0x800, 0x4, 0x4000, 0x2000, 0x20, UP, 0x10000, 0x20000,
        0x40000
    };

    private static final String[] NAMES = {
        "LOOPBACK",
        "BROADCAST",
        "POINTOPOINT",
        "MULTICAST",
        "NOARP",
        "ALLMULTI",
        "PROMISC",
        "MASTER",
        "SLAVE",
        "DEBUG",
        "AUTOMEDIA",
        "PORTSEL",
        "NOTRAILERS",
        "UP",
        "LOWER_UP",
        "DORMANT",
        "ECHO"
    };

    /** {@code IF_OPER_} of linux/if.h. */
    private static final String[] STATES = {
        "UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP"
    };

    /** {@code BR_STATE_} of linux/if_bridge.h. */
    private static final String[] PORT_STATES = {"disabled", "listening", "learning", "forwarding", "blocking"};

    private LiveLinks() {}

    static Interfaces read(NetlinkSocket socket, Ledger ledger) throws ErrnoException {
        Listing listing = socket.dump(Link.list(0, Link.WITHOUT_STATISTICS));
        Map<Integer, String> names = new HashMap<>();
        for (Message message : listing) {
            Link link = new Link(message);
            if (link.name() != null) {
                names.put(link.index(), link.name());
            }
        }
        Interfaces interfaces = new Interfaces();
        Ledger.Block shown = ledger.block("ip -d link");
        Ledger.Block ports = ledger.block("bridge link");
        Quote quote = new Quote("ip link");
        Quote portQuote = new Quote("bridge link");
        for (Message message : listing) {
            Link link = new Link(message);
            astray.facts.Link fact = fact(link, names);
            if (fact == null) {
                continue;
            }
            interfaces.add(link.index(), fact);
            shown.add(fact, quote.of(fact));
            port(link, fact, ports, portQuote);
            filters(link, fact, shown);
        }
        if (ledger.isWhole(listing, Gap.What.LINKS, "")) {
            shown.whole(Coverage.Topic.LINKS, null, null);
        }
        return interfaces;
    }

    private static astray.facts.@Nullable Link fact(Link link, Map<Integer, String> names) {
        String name = link.name();
        if (name == null || name.isEmpty()) {
            return null;
        }
        return new astray.facts.Link(
                link.index(),
                name,
                peer(link, names),
                flags(link.flags()),
                (int) Math.min(Integer.MAX_VALUE, link.mtu()),
                link.qdisc(),
                link.master() > 0 ? names.getOrDefault(link.master(), "if" + link.master()) : null,
                word(STATES, link.state(), "UNKNOWN"),
                type(link.type()),
                hardware(link.address()),
                link.kind());
    }

    private static @Nullable String peer(Link link, Map<Integer, String> names) {
        int lower = link.lower();
        if (lower <= 0) {
            return lower == 0 && link.attributes().has(5) ? "NONE" : null;
        }
        String name = link.lowerNamespace() >= 0 ? null : names.get(lower);
        return name == null ? "if" + lower : name;
    }

    private static List<String> flags(int bits) {
        List<String> flags = new ArrayList<>();
        if ((bits & UP) != 0 && (bits & RUNNING) == 0) {
            flags.add("NO-CARRIER");
        }
        for (int i = 0; i < BITS.length; i++) {
            if ((bits & BITS[i]) != 0) {
                flags.add(NAMES[i]);
            }
        }
        return flags;
    }

    private static String word(String[] words, int number, String otherwise) {
        return number >= 0 && number < words.length ? words[number] : otherwise;
    }

    /** {@code ARPHRD_} of linux/if_arp.h. */
    private static String type(int number) {
        return switch (number) {
            case 1 -> "ether";
            case 512 -> "ppp";
            case 768 -> "ipip";
            case 769 -> "tunnel6";
            case 772 -> "loopback";
            case 776 -> "sit";
            case 778 -> "gre";
            case 823 -> "gre6";
            case 0xfffe -> "none";
            default -> Integer.toString(number);
        };
    }

    static @Nullable String hardware(byte @Nullable [] address) {
        if (address == null || address.length == 0 || address.length > 32) {
            return null;
        }
        StringBuilder text = new StringBuilder(3 * address.length);
        for (byte b : address) {
            if (!text.isEmpty()) {
                text.append(':');
            }
            text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }

    private static void port(Link link, astray.facts.Link fact, Ledger.Block ports, Quote quote) {
        if (!"bridge".equals(link.portKind()) || fact.master() == null) {
            return;
        }
        int state = link.portData().u8(IFLA_BRPORT_STATE, -1);
        if (state >= 0) {
            BridgePort port =
                    new BridgePort(fact.name(), fact.master(), word(PORT_STATES, state, Integer.toString(state)));
            ports.add(port, quote.line(List.of(fact, port), fact.name()));
        }
    }

    private static void filters(Link link, astray.facts.Link fact, Ledger.Block shown) {
        Attributes xdp = link.attributes().nested(IFLA_XDP);
        boolean attached = xdp.u8(IFLA_XDP_ATTACHED, 0) != 0;
        shown.add(
                new FilterPresence(FilterPresence.Kind.XDP, fact.name(), attached),
                fact.name() + (attached ? ": xdp" : ": no xdp program"));
        if ("bridge".equals(fact.kind()) && link.data().u8(IFLA_BR_VLAN_FILTERING, 0) != 0) {
            int pvid = link.data().u16(IFLA_BR_VLAN_DEFAULT_PVID, -1);
            shown.add(
                    new astray.facts.BridgeFilter(fact.name(), true, pvid < 0 ? null : pvid),
                    fact.name() + ": bridge vlan_filtering 1 vlan_default_pvid " + pvid);
        }
    }
}
