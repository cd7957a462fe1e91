package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Message;
import astray.kernel.route.CacheInfo;
import astray.kernel.route.Families;
import astray.kernel.route.Neighbour;
import java.io.IOException;
import java.util.HexFormat;

/** {@code ip neighbour}: ip-neighbour(8). */
final class Neighbours implements IpObject {
    private static final String NAME = "neigh";
    private static final String[] CHANGES = {"add", "change", "chg", "replace", "delete"};

    private static final String[] STATES = {
        "INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT"
    };

    // the columns of -br
    private static final int ADDRESS_WIDTH = 39;
    private static final int DEVICE_WIDTH = 16;

    @Override
    public int run(Session session, Words words) throws IOException {
        if (!words.hasNext()) {
            list(session, words);
            return 0;
        }
        String command = words.next();
        for (String change : CHANGES) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.matches(command, "get")) {
            get(session, words);
        } else if (Words.isShow(command)) {
            list(session, words);
        } else if (Words.matches(command, "flush")) {
            throw Failure.change(NAME, "flush");
        } else if (Words.matches(command, "help")) {
            throw usage();
        } else {
            throw Failure.unknownCommand(NAME, command);
        }
        return 0;
    }

    static Failure usage() {
        return Usage.of(
                "ip neigh { show | list } [ proxy ] [ to PREFIX ] [ dev DEV ] [ nud STATE ]",
                "                         [ vrf NAME ] [ master DEV ] [ nomaster ] [ unused ] [ protocol PROTO ]",
                "ip neigh get { ADDR | proxy ADDR } dev DEV",
                "STATE := { delay | failed | incomplete | noarp | none |",
                "           permanent | probe | reachable | stale }");
    }

    private static void list(Session session, Words words) throws IOException {
        NeighbourSelection selection = NeighbourSelection.of(session, words);
        Printer printer = session.printer();
        printer.open();
        for (Message message : session.dump(selection.request(), Failure.FAILED)) {
            Neighbour neighbour = Neighbour.of(message);
            if (neighbour != null && selection.takes(neighbour)) {
                print(session, printer, neighbour, !selection.tellsDevice());
            }
        }
        printer.close();
    }

    private static void get(Session session, Words words) throws IOException {
        String device = null;
        IpAddress address = null;
        boolean proxy = false;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                device = words.next();
            } else if (Words.matches(word, "proxy")) {
                proxy = true;
            } else {
                String to = word.equals("to") ? words.next() : word;
                if (Words.matches(to, "help")) {
                    throw usage();
                }
                if (address != null) {
                    throw new Failure(
                            Failure.WRONG_USAGE, "Error: either \"to\" is duplicate, or \"" + to + "\" is a garbage.");
                }
                address = InetPrefix.address(to, session.settings().family()).address();
            }
        }
        if (device == null || address == null) {
            throw new Failure(Failure.FAILED, "Device and address are required arguments.");
        }
        int index = session.links().find(device);
        if (index == 0) {
            throw new Failure(Failure.FAILED, "Cannot find device \"" + device + "\"");
        }
        Neighbour answer = Neighbour.of(session.ask(Neighbour.request(address, index, proxy)));
        if (answer != null) {
            // the original prints this one as text whatever was asked for
            print(session, session.text(), answer, true);
        }
    }

    /** Prints the entry that a message tells of; its interface only where that is not known anyway. */
    static void print(Session session, Message message, boolean device) throws IOException {
        Neighbour neighbour = Neighbour.of(message);
        int family = session.settings().family();
        if (neighbour != null && (family == Families.UNSPEC || family == neighbour.family())) {
            print(session, session.printer(), neighbour, device);
        }
    }

    private static void print(Session session, Printer printer, Neighbour neighbour, boolean device)
            throws IOException {
        printer.openObject();
        if (neighbour.deleted()) {
            printer.flag("deleted", "Deleted ");
        } else if (neighbour.asked()) {
            printer.nothing("miss", "miss ");
        }
        boolean brief = session.settings().brief();
        IpAddress address = neighbour.destination();
        if (address != null) {
            Colour colour = Colour.ofFamily(Families.number(address.family()));
            printer.column(colour, "dst", session.host(address), brief ? ADDRESS_WIDTH : 0);
        }
        if (brief) {
            printBrief(session, printer, neighbour, device);
            return;
        }
        if (device && neighbour.ifindex() != 0) {
            printer.text("dev ");
            printer.string(Colour.INTERFACE, "dev", "", session.links().name(neighbour.ifindex()), " ");
        }
        byte[] linkLayer = neighbour.linkLayerAddress();
        if (linkLayer != null) {
            printer.text("lladdr ");
            String text = linkLayer(session, neighbour, linkLayer);
            printer.string(Colour.MAC, "lladdr", "", text, " ");
        }
        printFlags(printer, neighbour);
        if (session.settings().statistics()) {
            printStatistics(printer, neighbour);
        }
        printStates(printer, neighbour.state());
        if (neighbour.protocol() > 0) {
            printer.string("protocol", "proto ", session.names().protocol(neighbour.protocol()), " ");
        }
        printer.end();
        printer.closeObject();
    }

    private static void printBrief(Session session, Printer printer, Neighbour neighbour, boolean device)
            throws IOException {
        if (device && neighbour.ifindex() != 0) {
            String name = session.links().name(neighbour.ifindex());
            printer.column(Colour.INTERFACE, "dev", name, DEVICE_WIDTH);
        }
        byte[] linkLayer = neighbour.linkLayerAddress();
        if (linkLayer != null) {
            String text = linkLayer(session, neighbour, linkLayer);
            printer.string(Colour.MAC, "lladdr", "", text, "");
        }
        printer.end();
        printer.closeObject();
    }

    private static String linkLayer(Session session, Neighbour neighbour, byte[] address) throws IOException {
        return address.length == 0
                ? HexFormat.of().toHexDigits((byte) neighbour.behindLinkLayerAddress())
                : HardwareType.address(address, type(session, neighbour.ifindex()));
    }

    private static int type(Session session, int index) throws IOException {
        Links.Known link = session.links().of(index);
        return link == null ? -1 : link.type();
    }

    private static void printFlags(Printer printer, Neighbour neighbour) {
        flag(printer, neighbour.flags() & Neighbour.ROUTER, "router");
        flag(printer, neighbour.flags() & Neighbour.PROXY, "proxy");
        flag(printer, neighbour.furtherFlags() & Neighbour.MANAGED, "managed");
        flag(printer, neighbour.flags() & Neighbour.EXTERNALLY_LEARNED, "extern_learn");
        flag(printer, neighbour.flags() & Neighbour.OFFLOADED, "offload");
    }

    private static void flag(Printer printer, int flag, String word) {
        if (flag != 0) {
            printer.nothing(word, word).text(" ");
        }
    }

    private static void printStatistics(Printer printer, Neighbour neighbour) {
        Neighbour.Ages ages = neighbour.ages();
        if (ages != null) {
            if (ages.holders() != 0) {
                printer.number("refcnt", " ref ", ages.holders(), "");
            }
            printer.number("used", " used ", ages.used() / CacheInfo.HERTZ, "");
            printer.number("confirmed", "/", ages.confirmed() / CacheInfo.HERTZ, "");
            printer.number("updated", "/", ages.updated() / CacheInfo.HERTZ, "");
        }
        if (neighbour.probes() >= 0) {
            printer.number("probes", "probes ", neighbour.probes());
        }
    }

    private static void printStates(Printer printer, int states) {
        if (states == 0) {
            return;
        }
        printer.openArray("state");
        for (int i = 0; i < STATES.length; i++) {
            if ((states & 1 << i) != 0) {
                printer.string(null, STATES[i]);
            }
        }
        printer.closeArray();
    }
}
