package astray.instruments.ip;

import astray.kernel.netlink.Message;
import astray.kernel.route.Families;
import astray.kernel.route.Route;
import astray.kernel.route.RouteLookup;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code ip route get}: the kernel's answer which way a packet would go. */
final class RouteGet {
    private final Session session;
    private int family;
    private @Nullable InetPrefix destination;
    private @Nullable InetPrefix source;
    private @Nullable String iif;
    private @Nullable String oif;
    private boolean connected;
    private int flags;
    private int tos;
    private int mark;
    private long uid = -1;
    private int protocol = -1;
    private int sourcePort = -1;
    private int destinationPort = -1;

    private RouteGet(Session session) {
        this.session = session;
        this.family = session.settings().family();
    }

    static void run(Session session, Words words) throws IOException {
        RouteGet get = new RouteGet(session);
        get.read(words);
        get.ask();
    }

    private void read(Words words) throws IOException {
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "sport")) {
                sourcePort = (int) Words.number(words.next(), 0xffff, "invalid sport\n");
            } else if (Words.matches(word, "dport")) {
                destinationPort = (int) Words.number(words.next(), 0xffff, "invalid dport\n");
            } else {
                take(word, words);
            }
        }
    }

    private void take(String word, Words words) throws IOException {
        if (word.equals("tos") || Words.matches(word, "dsfield")) {
            String field = words.next();
            tos = session.names().dsfieldNumber(field);
            if (tos < 0) {
                throw Failure.invalid("TOS value is invalid\n", field);
            }
        } else if (Words.matches(word, "from")) {
            source = prefix(words.next());
        } else if (Words.matches(word, "iif")) {
            iif = words.next();
        } else if (Words.matches(word, "mark")) {
            mark = (int) Words.number(words.next(), 0xffffffffL, "invalid mark value");
        } else if (Words.matches(word, "oif") || word.equals("dev")) {
            oif = words.next();
        } else if (Words.matches(word, "notify")) {
            flags |= Route.NOTIFY;
        } else if (Words.matches(word, "connected")) {
            connected = true;
        } else if (Words.matches(word, "vrf")) {
            oif = words.next();
            if (Vrf.table(session, oif) == 0) {
                throw Failure.invalid("Invalid VRF\n", oif);
            }
        } else if (Words.matches(word, "uid")) {
            uid = Words.number(words.next(), 0xffffffffL, "invalid UID\n");
        } else if (Words.matches(word, "fibmatch")) {
            flags |= Route.FIB_MATCH;
        } else if (Words.matches(word, "ipproto")) {
            String name = words.next();
            protocol = IpProtocols.number(name);
            if (protocol < 0) {
                throw Failure.invalid("Invalid \"ipproto\" value\n", name);
            }
        } else {
            destination = prefix(word.equals("to") ? words.next() : word);
        }
    }

    private InetPrefix prefix(String word) throws Failure {
        if (Words.matches(word, "help")) {
            throw Routes.usage();
        }
        InetPrefix prefix = InetPrefix.prefix(word, family).whole(session.console());
        if (family == Families.UNSPEC) {
            family = prefix.family();
        }
        return prefix;
    }

    private int index(@Nullable String name) throws IOException {
        int index = name == null ? 0 : session.links().find(name);
        if (name != null && index == 0) {
            throw new Failure(Failure.FAILED, "Cannot find device \"" + name + "\"");
        }
        return index;
    }

    private void ask() throws IOException {
        InetPrefix to = destination;
        if (to == null) {
            throw new Failure(Failure.FAILED, "need at least a destination address");
        }
        int asked = family == Families.UNSPEC ? Families.INET : family;
        RouteLookup lookup = RouteLookup.of(asked)
                .destination(to.address(), to.length())
                .iif(index(iif))
                .oif(index(oif))
                .mark(mark)
                .uid(uid)
                .tos(tos)
                .protocol(protocol)
                .ports(sourcePort, destinationPort)
                // for IPv6 the kernel tells the table unasked, and knows no such flag
                .flags(flags | (asked == Families.INET ? Route.LOOKUP_TABLE : 0));
        InetPrefix from = source;
        if (from != null) {
            lookup.from(from.address(), from.length());
        }
        Printer printer = session.printer();
        RoutePrinter routes = new RoutePrinter(session, RouteSelection.lookup());
        Message answer = session.ask(lookup.request());
        printer.open();
        routes.print(answer);
        if (connected && from == null) {
            // as the original: it means to ask again from the source chosen, but asks the same
            routes.print(session.ask(lookup.request()));
        }
        printer.close();
    }
}
