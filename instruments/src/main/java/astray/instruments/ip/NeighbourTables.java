package astray.instruments.ip;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.route.NeighbourTable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** {@code ip ntable}: ip-ntable(8). */
final class NeighbourTables implements IpObject {
    private static final String NAME = "ntable";

    private static final String[] STATISTICS = {
        "allocs",
        "destroys",
        "hash_grows",
        "res_failed",
        "lookups",
        "hits",
        "rcv_probes_mcast",
        "rcv_probes_ucast",
        "periodic_gc_runs",
        "forced_gc_runs",
        "table_fulls"
    };

    /** How many statistics there are up to the end of each line. */
    private static final int[] LINES = {3, 6, 8, 10, 11};

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        if (Words.matches(command, "change")) {
            throw Failure.change(NAME, "change");
        }
        if (Words.isShow(command)) {
            list(session, words);
            return 0;
        }
        throw Words.matches(command, "help")
                ? Usage.of("ip ntable show [ dev DEV ] [ name NAME ]")
                : Failure.unknownCommand(NAME, command);
    }

    private static void list(Session session, Words words) throws IOException {
        int device = 0;
        boolean own = false;
        String name = null;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                String link = words.next();
                own = link.equals("none");
                device = own ? 0 : session.links().find(link);
                if (device == 0 && !own) {
                    throw Failure.invalid("\"DEV\" is invalid", link);
                }
            } else if (word.equals("name")) {
                name = words.next();
            } else {
                throw Failure.invalid("unknown", word);
            }
        }
        // The kernel tells a table's own row again at the start of each part of a listing. Parts are long once
        // something
        // was received, and the original, which always has the links listed first, shows what long parts have.
        session.learnLinks();
        Printer printer = session.printer();
        printer.open();
        for (Message message :
                session.dump(NeighbourTable.request(session.settings().family()), Failure.FAILED)) {
            NeighbourTable table = NeighbourTable.of(message);
            if (table != null
                    && (name == null || name.equals(table.name()))
                    && (device == 0 || table.ifindex() == device)
                    && !(own && table.ifindex() != 0)) {
                print(session, table);
            }
        }
        printer.close();
    }

    private static void print(Session session, NeighbourTable table) throws IOException {
        Printer printer = session.printer();
        printer.openObject();
        String family = AddressFamilies.word(table.family());
        printer.string("family", family == null ? "???" : family);
        String name = table.name();
        if (name != null) {
            printer.string("name", name);
        }
        printer.line();
        if (table.ifindex() != 0) {
            printer.string(Colour.INTERFACE, "dev", "    dev ", session.links().name(table.ifindex()), " ");
            printer.line();
        }
        printThresholds(printer, table);
        NeighbourTable.Config config = table.config();
        if (config != null && session.settings().statistics()) {
            printConfig(printer, config);
        }
        if (table.hasParameters()) {
            printParameters(printer, table.parameters());
        }
        if (session.settings().statistics()) {
            printStatistics(printer, table.statistics());
        }
        printer.end();
        printer.closeObject();
    }

    private static void printThresholds(Printer printer, NeighbourTable table) {
        if (table.threshold(1) < 0) {
            return;
        }
        printer.number("thresh1", "    thresh1 ", table.threshold(1));
        printer.number("thresh2", "thresh2 ", table.threshold(2));
        printer.number("thresh3", "thresh3 ", table.threshold(3));
        printer.number("gc_interval", "gc_int ", table.collectionInterval());
        printer.line();
    }

    private static void printConfig(Printer printer, NeighbourTable.Config config) {
        printer.number("key_length", "    config key_len ", config.keyLength());
        printer.number("entry_size", "entry_size ", config.entrySize());
        printer.number("entries", "entries ", config.entries());
        printer.line();
        printer.string("last_flush", "        last_flush ", ago(config.lastFlush()), " ");
        printer.string("last_rand", "last_rand ", ago(config.lastRandom()), " ");
        printer.line();
        printer.number("hash_rnd", "        hash_rnd ", config.hashRandom());
        String mask = Long.toHexString(config.hashMask());
        if (printer.isJson()) {
            printer.json("hash_mask", "0x" + mask);
        } else {
            printer.text("hash_mask " + "0".repeat(8 - mask.length()) + mask + " ");
        }
        printer.number("hash_chain_gc", "hash_chain_gc ", config.hashChain());
        printer.number("proxy_qlen", "proxy_qlen ", config.proxyQueue());
        printer.line();
    }

    /** The local time so many milliseconds ago. */
    private static String ago(long millis) {
        Instant then = Instant.ofEpochMilli(System.currentTimeMillis() - millis);
        LocalDateTime time = LocalDateTime.ofInstant(then, ZoneId.systemDefault());
        return time.toLocalDate() + " " + two(time.getHour()) + ":" + two(time.getMinute()) + ":"
                + two(time.getSecond());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static void printParameters(Printer printer, Attributes told) {
        Row row = new Row(printer, told);
        row.number(NeighbourTable.REFCNT, "refcnt");
        row.millis(NeighbourTable.REACHABLE_TIME, "reachable");
        row.millis(NeighbourTable.BASE_REACHABLE_TIME, "base_reachable");
        row.millis(NeighbourTable.RETRANS_TIME, "retrans");
        row.end();
        row.millis(NeighbourTable.GC_STALETIME, "gc_stale");
        row.millis(NeighbourTable.DELAY_PROBE_TIME, "delay_probe");
        row.number(NeighbourTable.QUEUE_LEN, "queue");
        row.end();
        row.number(NeighbourTable.APP_PROBES, "app_probes");
        row.number(NeighbourTable.UCAST_PROBES, "ucast_probes");
        row.number(NeighbourTable.MCAST_PROBES, "mcast_probes");
        row.end();
        row.millis(NeighbourTable.ANYCAST_DELAY, "anycast_delay");
        row.millis(NeighbourTable.PROXY_DELAY, "proxy_delay");
        row.number(NeighbourTable.PROXY_QLEN, "proxy_queue");
        row.millis(NeighbourTable.LOCKTIME, "locktime");
        row.end();
    }

    private static void printStatistics(Printer printer, long[] counters) {
        int line = 0;
        for (int i = 0; i < counters.length && i < STATISTICS.length; i++) {
            boolean first = i == 0 || i == LINES[line - 1];
            String before = i == 0 ? "    stats " : first ? "    " : "";
            line += first ? 1 : 0;
            printer.unsigned(STATISTICS[i], before + STATISTICS[i] + " ", counters[i], " ");
            if (i + 1 == LINES[line - 1]) {
                printer.line();
            }
        }
    }

    /** A line of parameters, of which each may be missing. */
    private static final class Row {
        private final Printer printer;
        private final Attributes told;
        private @Nullable String indent = "    ";

        Row(Printer printer, Attributes told) {
            this.printer = printer;
            this.told = told;
        }

        private String begin() {
            String begin = indent == null ? "" : indent;
            indent = null;
            return begin;
        }

        void number(int type, String name) {
            if (told.has(type)) {
                printer.number(name, begin() + name + " ", told.u32(type, 0));
            }
        }

        void millis(int type, String name) {
            if (told.has(type)) {
                printer.unsigned(name, begin() + name + " ", told.u64(type, 0), " ");
            }
        }

        void end() {
            printer.line();
            indent = "    ";
        }
    }
}
