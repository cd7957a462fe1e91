package astray.instruments.ip;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Address;
import astray.kernel.route.AddressLabel;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import astray.kernel.route.LinkStatistics;
import astray.kernel.route.NamespaceId;
import astray.kernel.route.Neighbour;
import astray.kernel.route.NetworkSettings;
import astray.kernel.route.Nexthop;
import astray.kernel.route.NexthopBucket;
import astray.kernel.route.Route;
import astray.kernel.route.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code ip monitor}: ip-monitor(8), prints what changes while it runs, or the messages that a file recorded. */
final class Monitor implements IpObject {
    // enum rtnetlink_groups of linux/rtnetlink.h
    private static final int LINK = 1;
    private static final int NEIGHBOUR = 3;
    private static final int IPV4_ADDRESS = 5;
    private static final int IPV4_ROUTE = 7;
    private static final int IPV4_RULE = 8;
    private static final int IPV6_ADDRESS = 9;
    private static final int IPV6_ROUTE = 11;
    private static final int IPV6_PREFIX = 18;
    private static final int IPV6_RULE = 19;
    private static final int IPV4_SETTINGS = 24;
    private static final int IPV6_SETTINGS = 25;
    private static final int MPLS_ROUTE = 27;
    private static final int NAMESPACE_ID = 28;
    private static final int MPLS_SETTINGS = 29;
    private static final int NEXTHOP = 32;
    private static final int STATISTICS = 36;

    /** {@code RTM_NEWPREFIX}. */
    private static final int NEW_PREFIX = 52;

    private static final int ENOBUFS = 105;

    private static final long LARGEST_FILE = 1 << 28;

    private static final String[] OBJECTS = {
        "link", "address", "route", "mroute", "prefix", "neigh", "netconf", "rule", "nsid", "nexthop"
    };

    private final java.util.Set<String> objects = new java.util.HashSet<>();
    private boolean labels;
    private int index;
    private @Nullable Path file;

    @Override
    public int run(Session session, Words words) throws IOException {
        while (words.hasNext()) {
            take(session, words.next(), words);
        }
        session.printTextAlone();
        if (file != null) {
            replay(session, file);
            return 0;
        }
        // names of links that will be gone when they are told of
        session.learnLinks();
        listen(session);
        return 0;
    }

    private void take(Session session, String word, Words words) throws IOException {
        if (Words.matches(word, "file")) {
            file = Path.of(words.next());
            return;
        }
        if (Words.matches(word, "label")) {
            labels = true;
            return;
        }
        for (String object : OBJECTS) {
            if (Words.matches(word, object)) {
                objects.add(object);
                return;
            }
        }
        if (word.equals("stats")) {
            objects.add(word);
        } else if (word.equals("all")) {
            labels = true;
        } else if (Words.matches(word, "all-nsid")) {
            throw Failure.unsupported("monitor all-nsid");
        } else if (Words.matches(word, "help")) {
            throw Usage.of(
                    "ip monitor [ all | OBJECTS ] [ file FILE ] [ label ] [ dev DEVICE ]",
                    "OBJECTS :=  address | link | mroute | neigh | netconf | nexthop | nsid | prefix | route | rule",
                    "            stats");
        } else if (word.equals("dev")) {
            String name = words.next();
            index = session.links().find(name);
            if (index == 0) {
                throw Failure.invalid("Device does not exist\n", name);
            }
        } else {
            throw new Failure(Failure.WRONG_USAGE, "Argument \"" + word + "\" is unknown, try \"ip monitor help\".");
        }
    }

    private boolean wants(String object) {
        return objects.isEmpty() || objects.contains(object);
    }

    private void listen(Session session) throws IOException {
        NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
        session.closeAtEnd(socket);
        int family = session.settings().family();
        boolean v4 = family == Families.UNSPEC || family == Families.INET;
        boolean v6 = family == Families.UNSPEC || family == Families.INET6;
        boolean mpls = family == Families.UNSPEC || family == Families.MPLS;
        join(socket, "link", true, LINK);
        join(socket, "address", v4, IPV4_ADDRESS);
        join(socket, "address", v6, IPV6_ADDRESS);
        join(socket, "route", v4, IPV4_ROUTE);
        join(socket, "route", v6, IPV6_ROUTE);
        join(socket, "route", mpls, MPLS_ROUTE);
        join(socket, "prefix", v6, IPV6_PREFIX);
        join(socket, "neigh", true, NEIGHBOUR);
        join(socket, "netconf", v4, IPV4_SETTINGS);
        join(socket, "netconf", v6, IPV6_SETTINGS);
        join(socket, "netconf", mpls, MPLS_SETTINGS);
        join(socket, "rule", v4, IPV4_RULE);
        join(socket, "rule", v6, IPV6_RULE);
        join(socket, "nsid", true, NAMESPACE_ID);
        join(socket, "nexthop", true, NEXTHOP);
        join(socket, "stats", true, STATISTICS);
        session.limit(socket);
        while (!Thread.currentThread().isInterrupted()) {
            byte[] received = null;
            try {
                received = socket.receive(-1);
            } catch (ErrnoException e) {
                if (e.errno().number() != ENOBUFS) {
                    throw e;
                }
                session.console().complain("netlink receive error " + e.errno().text() + " (" + ENOBUFS + ")");
            }
            if (received != null) {
                printAll(session, received);
                session.printer().flush();
            }
        }
    }

    private void join(NetlinkSocket socket, String object, boolean family, int group) throws IOException {
        if (!family || !wants(object)) {
            return;
        }
        try {
            socket.join(group);
        } catch (ErrnoException e) {
            // a group that this kernel is too old for cannot tell of anything, unless it was asked for
            if (!objects.isEmpty() || !e.errno().equals(Errno.EINVAL)) {
                throw e;
            }
        }
    }

    private void replay(Session session, Path recorded) throws IOException {
        try {
            if (Files.size(recorded) > LARGEST_FILE) {
                throw new Failure(Failure.FAILED, recorded + ": longer than " + (LARGEST_FILE >> 20) + " MiB");
            }
            printAll(session, Files.readAllBytes(recorded));
        } catch (NoSuchFileException e) {
            throw new Failure(Failure.WRONG_USAGE, "Cannot fopen: No such file or directory");
        }
    }

    private void printAll(Session session, byte[] messages) throws IOException {
        for (Message message = Message.at(messages, 0); message != null; message = message.next()) {
            print(session, message);
        }
    }

    private void print(Session session, Message message) throws IOException {
        switch (message.type()) {
            case Link.NEW, Link.DELETED -> printLink(session, new Link(message));
            case Address.NEW, Address.DELETED -> {
                head(session, "[ADDR]");
                Address address = new Address(message);
                if (index == 0 || index == address.index()) {
                    new AddressPrinting(session, true).print(address);
                }
            }
            case AddressLabel.NEW, AddressLabel.DELETED -> {
                head(session, "[ADDRLABEL]");
                AddressLabels.print(session, message);
            }
            case NEW_PREFIX -> {
                head(session, "[PREFIX]");
                PrefixPrinting.print(session, message);
            }
            case NetworkSettings.NEW, NetworkSettings.DELETED -> {
                head(session, "[NETCONF]");
                if (index == 0 || index == new NetworkSettings(message).index()) {
                    NetworkSettingsObject.print(session, message);
                }
            }
            case NamespaceId.NEW, NamespaceId.DELETED -> {
                head(session, "[NSID]");
                NamespaceObject.print(session, message);
            }
            case LinkStatistics.NEW -> {
                head(session, "[STATS]");
                LinkStatisticsObject.print(session, message);
            }
            case Route.NEW, Route.DELETE -> printRoute(session, message);
            case Rule.NEW, Rule.DELETE -> {
                head(session, "[RULE]");
                Rules.print(session, message);
            }
            case Neighbour.NEW, Neighbour.DELETE, Neighbour.GET -> {
                int family = session.settings().family();
                if (family == Families.UNSPEC || family == message.u8(0)) {
                    head(session, "[NEIGH]");
                    Neighbour neighbour = Neighbour.of(message);
                    if (index == 0 || neighbour != null && index == neighbour.ifindex()) {
                        Neighbours.print(session, message, index == 0);
                    }
                }
            }
            case Nexthop.NEW, Nexthop.DELETE -> {
                head(session, "[NEXTHOP]");
                Nexthops.print(session, message);
            }
            case NexthopBucket.NEW, NexthopBucket.DELETE -> {
                head(session, "[NEXTHOPBUCKET]");
                NexthopBuckets.print(session, message);
            }
            case Message.NOOP, Message.ERROR, Message.DONE -> {}
            default -> printUnknown(session, message);
        }
    }

    private void head(Session session, String label) {
        if (session.settings().timestamp()) {
            session.printer().text(Timestamp.now(session.settings().shortTimestamp()));
        }
        if (labels) {
            session.printer().text(label);
        }
    }

    private void printLink(Session session, Link link) throws IOException {
        if (link.isDeleted()) {
            session.links().gone(link.index());
        } else {
            session.links().saw(link);
        }
        head(session, "[LINK]");
        String name = link.name();
        if (index != 0 && index != link.index()) {
            return;
        }
        LinkPrinting printing = new LinkPrinting(session, false, Families.UNSPEC, false);
        String shown = name == null ? session.links().name(link.index()) : name;
        if (session.settings().brief()) {
            printing.printBrief(link, shown);
        } else {
            printing.print(link, shown);
        }
    }

    private void printRoute(Session session, Message message) throws IOException {
        Route route = Route.of(message);
        if (route == null || (route.flags() & Route.CLONED) != 0) {
            return;
        }
        if (message.u8(0) >= Families.IPMR) {
            session.console().complain("ip monitor: a multicast route changed; Astray does not print those");
            return;
        }
        head(session, "[ROUTE]");
        Routes.print(session, message, index);
    }

    private static void printUnknown(Session session, Message message) {
        session.console()
                .complain("Unknown message: type=" + hex(message.type()) + " flags=" + hex(message.flags()) + " len="
                        + hex(message.length() + 16));
    }

    private static String hex(int value) {
        String digits = Integer.toHexString(value);
        return "0x" + "0".repeat(8 - digits.length()) + digits + "(" + value + ")";
    }
}
