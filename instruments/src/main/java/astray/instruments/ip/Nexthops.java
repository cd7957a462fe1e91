package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Message;
import astray.kernel.route.Encap;
import astray.kernel.route.Families;
import astray.kernel.route.Nexthop;
import astray.kernel.route.NexthopFilter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip nexthop}: ip-nexthop(8). */
final class Nexthops implements IpObject {
    private static final String NAME = "nexthop";

    @Override
    public int run(Session session, Words words) throws IOException {
        if (!words.hasNext()) {
            list(session, words);
            return 0;
        }
        String command = words.next();
        for (String change : new String[] {"add", "replace", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.isShow(command)) {
            list(session, words);
        } else if (Words.matches(command, "get")) {
            get(session, words);
        } else if (Words.matches(command, "flush")) {
            throw Failure.change(NAME, "flush");
        } else if (Words.matches(command, "help")) {
            throw usage();
        } else if (Words.matches(command, "bucket")) {
            NexthopBuckets.run(session, words);
        } else {
            throw Failure.unknownCommand(NAME, command);
        }
        return 0;
    }

    static Failure usage() {
        return Usage.of(
                "ip nexthop { list [ protocol ID ] SELECTOR | get id ID }",
                "ip nexthop bucket list BUCKET_SELECTOR",
                "ip nexthop bucket get id ID index INDEX",
                "SELECTOR := [ id ID ] [ dev DEV ] [ vrf NAME ] [ master DEV ] [ groups ] [ fdb ]",
                "BUCKET_SELECTOR := [ id ID ] [ dev DEV ] [ vrf NAME ] [ master DEV ] [ nhid ID ]");
    }

    static long id(String word) throws Failure {
        return Words.number(word, 0xffffffffL, "invalid id value");
    }

    static int device(Session session, String name) throws IOException {
        int index = session.links().find(name);
        if (index == 0) {
            throw Failure.invalid("Device does not exist\n", name);
        }
        return index;
    }

    static int vrf(Session session, String name) throws IOException {
        if (Vrf.table(session, name) == 0) {
            throw Failure.invalid("Invalid VRF\n", name);
        }
        return session.links().find(name);
    }

    private static void list(Session session, Words words) throws IOException {
        int oif = 0;
        int master = 0;
        boolean groups = false;
        boolean fdb = false;
        long id = 0;
        long protocol = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "dev")) {
                oif = device(session, words.next());
            } else if (Words.matches(word, "groups")) {
                groups = true;
            } else if (Words.matches(word, "master")) {
                master = device(session, words.next());
            } else if (Words.matches(word, "vrf")) {
                master = vrf(session, words.next());
            } else if (word.equals("id")) {
                id = id(words.next());
            } else if (Words.matches(word, "protocol")) {
                protocol = Words.number(words.next(), 0xffffffffL, "invalid protocol value");
            } else if (Words.matches(word, "fdb")) {
                fdb = true;
            } else if (Words.matches(word, "help")) {
                throw usage();
            } else {
                throw Failure.invalid("", word);
            }
        }
        if (id != 0) {
            get(session, id);
            return;
        }
        NexthopFilter filter = new NexthopFilter(session.settings().family(), oif, master, groups, fdb);
        Printer printer = session.printer();
        printer.open();
        for (Message message : session.dump(filter.request(), Failure.REFUSED)) {
            Nexthop nexthop = Nexthop.of(message);
            if (nexthop != null && (protocol == 0 || nexthop.protocol() == protocol)) {
                print(session, null, nexthop);
            }
        }
        printer.close();
    }

    private static void get(Session session, Words words) throws IOException {
        long id = 0;
        while (words.hasNext()) {
            if (!words.next().equals("id")) {
                throw usage();
            }
            id = id(words.next());
        }
        if (id == 0) {
            throw usage();
        }
        get(session, id);
    }

    private static void get(Session session, long id) throws IOException {
        Message answer = session.ask(Nexthop.request(id));
        Printer printer = session.printer();
        printer.open();
        print(session, answer);
        printer.close();
    }

    /** Prints the nexthop that a message tells of. */
    static void print(Session session, Message message) throws IOException {
        Nexthop nexthop = Nexthop.of(message);
        if (nexthop != null) {
            print(session, null, nexthop);
        }
    }

    /** Prints what is known of a route's nexthop, below the route. */
    static void printInfo(Session session, long id) throws IOException {
        if (session.aside().ask(Nexthop.request(id)) instanceof Answer.Replied(Message message)) {
            Nexthop nexthop = Nexthop.of(message);
            if (nexthop != null) {
                session.printer().line().text("\tnh_info ");
                print(session, "nh_info", nexthop);
            }
        }
    }

    private static void print(Session session, @Nullable String key, Nexthop nexthop) throws IOException {
        Printer printer = session.printer();
        boolean details = session.settings().details();
        printer.openObject(key);
        if (nexthop.deleted()) {
            printer.flag("deleted", "Deleted ");
        }
        printer.number("id", "id ", nexthop.id());
        if (nexthop.isGroup()) {
            printGroup(printer, nexthop);
        }
        Encap encap = nexthop.encap();
        if (encap != null) {
            Encaps.print(session, encap);
        }
        IpAddress gateway = nexthop.gateway();
        if (gateway != null) {
            Colour colour = Colour.ofFamily(Families.number(gateway.family()));
            printer.text("via ").string(colour, "gateway", "", session.host(gateway), " ");
        }
        if (nexthop.hasOif()) {
            printer.text("dev ");
            printer.string(Colour.INTERFACE, "dev", "", session.links().name(nexthop.oif()), " ");
        }
        if (nexthop.scope() != 0 || details) {
            printer.string("scope", "scope ", session.names().scope(nexthop.scope()), " ");
        }
        if (nexthop.blackhole()) {
            printer.nothing("blackhole", "blackhole ");
        }
        if (nexthop.protocol() != 0 || details) {
            printer.string("protocol", "proto ", session.names().protocol(nexthop.protocol()), " ");
        }
        RouteFlags.print(printer, nexthop.flags());
        if (nexthop.fdb()) {
            printer.nothing("fdb", "fdb");
        }
        if (key == null) {
            printer.end();
        }
        printer.closeObject();
    }

    private static void printGroup(Printer printer, Nexthop nexthop) {
        List<Nexthop.Member> members = nexthop.members();
        printer.openArray("group");
        printer.text("group ");
        for (int i = 0; i < members.size(); i++) {
            Nexthop.Member member = members.get(i);
            printer.openObject();
            printer.number("id", i == 0 ? "" : "/", member.id(), "");
            if (member.weight() > 1) {
                printer.number("weight", ",", member.weight(), "");
            }
            printer.closeObject();
        }
        printer.text(" ");
        printer.closeArray();
        int type = nexthop.groupType();
        if (type != Nexthop.MULTIPATH) {
            printer.string("type", "type ", type == Nexthop.RESILIENT ? "resilient" : "<unknown type>", " ");
        }
        Nexthop.Resilience resilience = nexthop.resilience();
        if (resilience != null) {
            printResilience(printer, resilience);
        }
    }

    private static void printResilience(Printer printer, Nexthop.Resilience resilience) {
        printer.openObject("resilient_args");
        printer.number("buckets", "buckets ", resilience.buckets());
        time(printer, "idle_timer", resilience.idleTimer());
        time(printer, "unbalanced_timer", resilience.unbalancedTimer());
        time(printer, "unbalanced_time", resilience.unbalancedTime());
        printer.closeObject();
    }

    /** A time in ticks of 1/100 s, printed in seconds. */
    static void time(Printer printer, String key, long ticks) {
        String seconds = Decimals.hundredths(ticks);
        printer.literal(key, seconds, key + " " + seconds + " ");
    }
}
