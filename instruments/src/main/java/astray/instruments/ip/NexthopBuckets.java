package astray.instruments.ip;

import astray.kernel.netlink.Message;
import astray.kernel.route.NexthopBucket;
import java.io.IOException;

/** {@code ip nexthop bucket}: the buckets of resilient nexthop groups. */
final class NexthopBuckets {
    private NexthopBuckets() {}

    static void run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "list";
        if (Words.isShow(command)) {
            list(session, words);
        } else if (Words.matches(command, "get")) {
            get(session, words);
        } else if (Words.matches(command, "help")) {
            throw Nexthops.usage();
        } else {
            throw Failure.unknownCommand("nexthop", command);
        }
    }

    private static void list(Session session, Words words) throws IOException {
        long group = 0;
        long member = 0;
        int oif = 0;
        int master = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (Words.matches(word, "dev")) {
                oif = Nexthops.device(session, words.next());
            } else if (Words.matches(word, "master")) {
                master = Nexthops.device(session, words.next());
            } else if (Words.matches(word, "vrf")) {
                master = Nexthops.vrf(session, words.next());
            } else if (word.equals("id")) {
                group = Nexthops.id(words.next());
            } else if (word.equals("nhid")) {
                member = Nexthops.id(words.next());
            } else if (Words.matches(word, "help")) {
                throw Nexthops.usage();
            } else {
                throw Failure.invalid("", word);
            }
        }
        Printer printer = session.printer();
        printer.open();
        for (Message message : session.dump(NexthopBucket.request(group, member, oif, master), Failure.REFUSED)) {
            print(session, message);
        }
        printer.close();
    }

    private static void get(Session session, Words words) throws IOException {
        long group = 0;
        int index = -1;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("id")) {
                group = Nexthops.id(words.next());
            } else if (word.equals("index")) {
                index = (int) Words.number(words.next(), 0xffff, "invalid index value");
            } else {
                throw Nexthops.usage();
            }
        }
        if (group == 0 || index < 0) {
            throw Nexthops.usage();
        }
        Message answer = session.ask(NexthopBucket.request(group, index));
        Printer printer = session.printer();
        printer.open();
        print(session, answer);
        printer.close();
    }

    /** Prints the bucket that a message tells of. */
    static void print(Session session, Message message) throws IOException {
        NexthopBucket bucket = NexthopBucket.of(message);
        if (bucket == null) {
            return;
        }
        Printer printer = session.printer();
        printer.openObject();
        if (bucket.deleted()) {
            printer.flag("deleted", "Deleted ");
        }
        if (bucket.hasGroup()) {
            printer.number("id", "id ", bucket.group());
        }
        if (bucket.told()) {
            printer.openObject("bucket");
            printer.number("index", "index ", bucket.index());
            Nexthops.time(printer, "idle_time", bucket.idleTime());
            printer.number("nhid", "nhid ", bucket.nexthop());
            printer.closeObject();
        }
        RouteFlags.print(printer, bucket.flags());
        printer.end();
        printer.closeObject();
    }
}
