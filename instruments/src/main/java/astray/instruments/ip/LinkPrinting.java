package astray.instruments.ip;

import astray.kernel.netlink.Attributes;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints a link as {@code ip link} and {@code ip addr} do. */
final class LinkPrinting {
    private static final String[] STATES = {
        "UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP"
    };

    private static final String[] EVENTS = {
        "NONE", "REBOOT", "FEATURE CHANGE", "BONDING FAILOVER", "NOTIFY PEERS", "RESEND IGMP", "BONDING OPTION"
    };

    private final Session session;
    private final Printer printer;
    private final Settings settings;

    /** What {@code ip link} shows and {@code ip addr} does not. */
    private final boolean linkAlone;

    /** {@code AF_PACKET} for the link alone. */
    private final int family;

    private final boolean queue;

    LinkPrinting(Session session, boolean linkAlone, int family, boolean queue) {
        this.session = session;
        this.printer = session.printer();
        this.settings = session.settings();
        this.linkAlone = linkAlone;
        this.family = family;
        this.queue = queue;
    }

    /** One line of {@code -br}: for addresses to follow it is left open. */
    void printBrief(Link link, String name) throws IOException {
        if (link.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        boolean lowerIsDown = printName(link, name, 16, "");
        printState(link.state());
        if (family == Families.PACKET) {
            byte[] address = link.address();
            if (address != null) {
                printer.string(Colour.MAC, "address", "", HardwareType.address(address, link.type()), " ");
            }
            LinkFlags.print(printer, link.flags(), lowerIsDown);
            printer.end();
        }
    }

    /** All lines of a link. */
    void print(Link link, String name) throws IOException {
        if (link.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        printer.number("ifindex", "", link.index(), ": ");
        boolean lowerIsDown = printName(link, name, 0, ":");
        LinkFlags.print(printer, link.flags(), lowerIsDown);
        if (link.mtu() >= 0) {
            printer.number("mtu", "mtu ", link.mtu());
        }
        Attributes xdp = link.expressDataPath();
        XdpPrinting.print(printer, xdp, linkAlone, false);
        string("qdisc", "qdisc ", link.qdisc());
        if (link.attributes().has(Link.MASTER)) {
            printer.string("master", "master ", session.links().name(link.master()), " ");
        }
        printState(link.state());
        if (linkAlone && link.mode() >= 0) {
            printMode(link.mode());
        }
        if (link.attributes().has(Link.GROUP)) {
            printer.string("group", "group ", session.names().group(link.group()), " ");
        }
        if (queue) {
            printQueue(link);
        }
        printEvent(link);
        if (family == Families.UNSPEC || family == Families.PACKET || settings.details()) {
            printHardware(link);
        }
        printNamespaces(link);
        LinkDetails details = new LinkDetails(session, linkAlone);
        details.printProtoDown(link);
        if (settings.details()) {
            details.print(link);
        }
        String alias = link.alias();
        if (alias != null && (linkAlone || settings.details())) {
            printer.line();
            printer.string("ifalias", "    alias ", alias, "");
        }
        if (linkAlone || settings.details()) {
            XdpPrinting.print(printer, xdp, true, true);
        }
        if (linkAlone && settings.statistics()) {
            printer.line();
            new StatisticsPrinting(printer, settings).print(link);
        }
        printAlternativeNames(link);
        printer.end();
    }

    /** A message of a protocol family has no length: then the link itself is asked. */
    private void printQueue(Link link) throws IOException {
        int length = link.transmitQueueLength();
        if (length < 0) {
            Links.Known known = session.links().ask(link.index());
            length = known == null ? 0 : known.queueLength();
        }
        if (length > 0) {
            printer.number("txqlen", "qlen ", length, "");
        }
    }

    private void string(String key, String before, @Nullable String value) {
        if (value != null) {
            printer.string(key, before, value, " ");
        }
    }

    /** The name, with the link below behind an at sign; whether that one is down. */
    private boolean printName(Link link, String name, int width, String after) throws IOException {
        String shown = name;
        boolean down = false;
        if (link.attributes().has(Link.LOWER)) {
            int lower = link.lower();
            String below = null;
            if (lower == 0) {
                if (printer.isJson()) {
                    printer.nothing("link", "");
                } else {
                    below = "NONE";
                }
            } else if (link.attributes().has(Link.LOWER_NAMESPACE)) {
                printer.json("link_index", lower);
                below = "if" + lower;
            } else {
                below = session.links().name(lower);
                printer.json("link", below);
                Links.Known known = session.links().of(lower);
                down = known != null && (known.flags() & LinkFlags.UP) == 0;
            }
            if (below != null && !printer.isJson()) {
                shown = name + "@" + below;
            }
        }
        if (width > 0) {
            printer.column(Colour.INTERFACE, "ifname", shown, width);
        } else {
            printer.string(Colour.INTERFACE, "ifname", "", shown, after + " ");
        }
        return down;
    }

    private void printState(int state) {
        if (state < 0) {
            return;
        }
        if (state >= STATES.length) {
            printer.json("operstate_index", state);
            printer.text("state 0x").text(Integer.toHexString(state));
            return;
        }
        String name = STATES[state];
        Colour colour = Colour.ofState(name);
        if (settings.brief()) {
            printer.column(colour, "operstate", name, 14);
        } else {
            printer.text("state ");
            printer.string(colour, "operstate", "", name, " ");
        }
    }

    private void printMode(int mode) {
        if (mode > 1) {
            printer.number("linkmode_index", "mode ", mode);
        } else {
            printer.string("linkmode", "mode ", mode == 0 ? "DEFAULT" : "DORMANT", " ");
        }
    }

    private void printEvent(Link link) {
        if (!link.attributes().has(Link.EVENT)) {
            return;
        }
        int event = link.event();
        if (event < 0 || event >= EVENTS.length) {
            printer.number("event", "event ", event);
        } else {
            printer.string("event", "event ", EVENTS[event], " ");
        }
    }

    private void printHardware(Link link) {
        printer.line();
        int type = link.type();
        printer.string("link_type", "    link/", settings.numeric() ? "[" + type + "]" : HardwareType.name(type), " ");
        byte[] address = link.address();
        if (address != null) {
            printer.string(Colour.MAC, "address", "", HardwareType.address(address, type), "");
        }
        byte[] broadcast = link.broadcast();
        if (broadcast != null) {
            if ((link.flags() & LinkFlags.POINTOPOINT) != 0) {
                printer.flag("link_pointtopoint", " peer ");
            } else {
                printer.text(" brd ");
            }
            printer.string(Colour.MAC, "broadcast", "", HardwareType.address(broadcast, type), "");
        }
        byte[] permanent = link.permanentAddress();
        if (permanent != null && !java.util.Arrays.equals(permanent, address)) {
            printer.text(" permaddr ");
            printer.string(Colour.MAC, "permaddr", "", HardwareType.address(permanent, type), "");
        }
    }

    private void printNamespaces(Link link) throws IOException {
        Attributes attributes = link.attributes();
        if (attributes.has(Link.LOWER_NAMESPACE)) {
            int id = link.lowerNamespace();
            if (printer.isJson()) {
                printer.json("link_netnsid", id);
            } else if (id < 0) {
                printer.text(" link-netnsid unknown");
            } else {
                printNamespace(" link-netns ", " link-netnsid ", id);
            }
        }
        if (attributes.has(Link.NEW_NAMESPACE)) {
            printNamespace(" new-netns ", " new-netnsid ", attributes.s32(Link.NEW_NAMESPACE, 0));
        }
        if (attributes.has(Link.NEW_INDEX)) {
            printer.text(" new-ifindex ").text(Integer.toString(attributes.s32(Link.NEW_INDEX, 0)));
        }
    }

    private void printNamespace(String beforeName, String beforeId, int id) throws IOException {
        if (printer.isJson()) {
            return;
        }
        String name = session.namespaces().name(id);
        if (name != null) {
            printer.text(beforeName).outside(name);
        } else {
            printer.text(beforeId).text(Integer.toString(id));
        }
    }

    private void printAlternativeNames(Link link) {
        if (!link.attributes().has(Link.PROPERTIES)) {
            return;
        }
        printer.openArray("altnames");
        for (Attributes.Attribute one : link.properties()) {
            if (one.type() == Link.ALTERNATIVE_NAME) {
                printer.line();
                printer.string(null, "    altname ", one.string(), "");
            }
        }
        printer.closeArray();
    }
}
