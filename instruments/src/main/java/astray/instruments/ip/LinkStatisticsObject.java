package astray.instruments.ip;

import astray.kernel.netlink.Message;
import astray.kernel.route.LinkStatistics;
import astray.kernel.route.Statistics;
import java.io.IOException;

/** {@code ip stats}: ip-stats(8). Of the groups of counters there is {@code link}. */
final class LinkStatisticsObject implements IpObject {
    /** The original's exit status for a group that it does not know: EINVAL. */
    private static final int NO_GROUP = 22;

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        switch (command) {
            case "show" -> show(session, words);
            case "set" -> throw Failure.change("stats", "set");
            case "help" -> throw Usage.of("ip stats show [ dev DEV ] group link");
            default ->
                throw new Failure(Failure.FAILED, "Command \"" + command + "\" is unknown, try \"ip stats help\".");
        }
        return 0;
    }

    private static void show(Session session, Words words) throws IOException {
        int index = 0;
        boolean group = false;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "dev" -> index = session.links().require(words.next());
                case "group" -> {
                    takeGroup(words.next());
                    group = true;
                }
                case "help" -> throw Usage.of("ip stats show [ dev DEV ] group link");
                default -> throw new Failure(Failure.FAILED, "What is \"" + word + "\"?");
            }
        }
        if (!group) {
            throw Failure.unsupported("stats: other groups than \"group link\"");
        }
        Printer printer = session.printer();
        printer.open();
        if (index != 0) {
            print(session, session.ask(LinkStatistics.of(index)));
        } else {
            for (Message message : session.dump(LinkStatistics.of(0))) {
                print(session, message);
                printer.end();
            }
        }
        printer.close();
    }

    private static void takeGroup(String name) throws Failure {
        switch (name) {
            case "link" -> {}
            case "xstats", "xstats_slave", "offload", "afstats" -> throw Failure.unsupported("stats group " + name);
            default -> throw new Failure(NO_GROUP, "Error: no group named " + name + " found inside top-level");
        }
    }

    /** Prints the counters of a message. */
    static void print(Session session, Message message) throws IOException {
        LinkStatistics row = new LinkStatistics(message);
        Statistics counters = row.counters();
        Printer printer = session.printer();
        printer.openObject();
        printer.number("ifindex", "", row.index(), ": ");
        printer.string(Colour.INTERFACE, "ifname", "", session.links().name(row.index()), ": ");
        printer.string("group", "group ", "link", "");
        if (counters != null) {
            printer.line();
            new StatisticsPrinting(
                            printer, session.settings(), session.settings().statistics())
                    .print(counters, -1, "stats64");
        }
        printer.end();
        printer.closeObject();
    }
}
