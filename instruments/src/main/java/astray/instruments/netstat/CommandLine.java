package astray.instruments.netstat;

import astray.instruments.getopt.Getopt;
import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** netstat's options, and what becomes of a command line. */
final class CommandLine {
    private static final int FAMILY = 0x100;
    private static final int NUMERIC_HOSTS = 0x101;
    private static final int NUMERIC_PORTS = 0x102;
    private static final int NUMERIC_USERS = 0x103;
    private static final int JSON = 0x104;

    /** The order is the original's, since it shows where a shortened name is ambiguous. */
    private static final OptionTable TABLE = new OptionTable(
            "netstat",
            Option.flag(FAMILY, "ax25", ""),
            Option.flag(FAMILY, "ip", ""),
            Option.flag(FAMILY, "ipx", ""),
            Option.flag(FAMILY, "netrom", ""),
            Option.flag(FAMILY, "inet", ""),
            Option.flag(FAMILY, "inet6", ""),
            Option.flag(FAMILY, "ddp", ""),
            Option.flag(FAMILY, "rose", ""),
            Option.flag(FAMILY, "unix", ""),
            Option.flag(FAMILY, "tcpip", ""),
            Option.flag(FAMILY, "x25", ""),
            Option.flag(FAMILY, "bluetooth", ""),
            Option.flag('V', "version", ""),
            Option.flag('i', "interfaces", "the interfaces and what went through them"),
            Option.flag('h', "help", "this page"),
            Option.flag('r', "route", "the routes of the main table"),
            Option.flag('g', "groups", "the multicast groups"),
            Option.flag('s', "statistics", "the counters of each protocol"),
            Option.flag('M', "masquerade", "refused: no kernel of today has the list"),
            Option.value('A', "protocol", "only these address families: inet,inet6,unix"),
            Option.flag('4', "", "as --inet"),
            Option.flag('6', "", "as --inet6"),
            Option.flag('t', "tcp", "only TCP"),
            Option.flag('S', "sctp", "refused: SCTP sockets are not read"),
            Option.flag('u', "udp", "only UDP"),
            Option.flag('U', "udplite", "only UDP-Lite"),
            Option.flag('w', "raw", "only raw sockets"),
            Option.flag('2', "l2cap", ""),
            Option.flag('f', "rfcomm", ""),
            Option.flag('x', "unix", "only unix sockets"),
            Option.flag('l', "listening", "only what listens"),
            Option.flag('a', "all", "what listens too; with -i interfaces that are down too"),
            Option.flag('o', "timers", "the timers"),
            Option.flag('c', "continuous", "again every second"),
            Option.flag('e', "extend", "more columns; twice for all"),
            Option.flag('p', "programs", "the processes that hold the sockets"),
            Option.flag('v', "verbose", "say what this kernel does not support"),
            Option.flag('W', "wide", "do not cut addresses"),
            Option.flag('n', "numeric", "numbers instead of names"),
            Option.flag(NUMERIC_HOSTS, "numeric-hosts", "addresses instead of names"),
            Option.flag(NUMERIC_PORTS, "numeric-ports", "ports instead of names"),
            Option.flag(NUMERIC_USERS, "numeric-users", "user ids instead of names"),
            Option.flag('N', "symbolic", "as -n: there are no names of hardware addresses"),
            Option.flag('C', "cache", "with -r the routing cache"),
            Option.flag('F', "fib", "with -r the routes themselves, as without"),
            Option.flag('Z', "context", "refused: SELinux contexts are not read"),
            Option.flag(JSON, "json", "one JSON array, an object for each row"));

    /** What the run ends with. */
    static final int FAILED = 1;

    static final int USAGE = 3;

    /** What came of it: one of these, or settings. */
    sealed interface Outcome {}

    /** It asks for a listing. */
    record Listing(Settings settings) implements Outcome {}

    /** It asks for help. */
    record Page(String text) implements Outcome {}

    /** It is wrong. */
    record Wrong(int status, String complaint) implements Outcome {}

    private CommandLine() {}

    static String usage() {
        return """
                usage: netstat [OPTION...]            sockets
                       netstat -r [OPTION...]         routes
                       netstat -i [OPTION...]         interfaces
                       netstat -s [-6tuw]             counters
                       netstat -g [OPTION...]         multicast groups
                """;
    }

    static String help() {
        return usage() + "\n" + TABLE.help();
    }

    static Outcome read(List<String> words, boolean mixed) {
        Settings settings = new Settings();
        Getopt getopt = new Getopt(TABLE, words, mixed);
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            switch (key) {
                case 'h' -> {
                    return new Page(help());
                }
                case 'V' -> {
                    return new Page("astray netstat, as netstat of net-tools 2.10\n");
                }
                case Getopt.WRONG -> {
                    return new Wrong(USAGE, getopt.complaint() + "\n" + usage());
                }
                default -> {
                    Outcome ending = apply(settings, key, getopt);
                    if (ending != null) {
                        return ending;
                    }
                }
            }
        }
        int modes = (settings.interfaces ? 1 : 0)
                + (settings.routes ? 1 : 0)
                + (settings.masquerade ? 1 : 0)
                + (settings.statistics ? 1 : 0);
        if (modes > 1) {
            return new Wrong(USAGE, usage());
        }
        settings.complete();
        return new Listing(settings);
    }

    private static @Nullable Outcome apply(Settings s, int key, Getopt getopt) {
        switch (key) {
            case FAMILY -> {
                return families(s, getopt.name());
            }
            case 'A' -> {
                return families(s, getopt.value());
            }
            case '4' -> families(s, "inet");
            case '6' -> families(s, "inet6");
            case 'x' -> families(s, "unix");
            case '2', 'f' -> {
                return bluetooth();
            }
            case 'Z' -> {
                return new Wrong(FAILED, "SELinux is not enabled on this machine.");
            }
            case 'N', 'n' -> {
                s.numericHosts = true;
                s.numericPorts = true;
                s.numericUsers = true;
            }
            case 'e' -> s.extended++;
            default -> flag(s, key);
        }
        return null;
    }

    private static void flag(Settings s, int key) {
        switch (key) {
            case 'r' -> s.routes = true;
            case 'i' -> s.interfaces = true;
            case 's' -> s.statistics = true;
            case 'M' -> s.masquerade = true;
            case 'g' -> s.groups = true;
            case 't' -> s.tcp = true;
            case 'u' -> s.udp = true;
            case 'U' -> s.udplite = true;
            case 'w' -> s.raw = true;
            case 'S' -> s.sctp = true;
            case 'a' -> s.all = true;
            case 'l' -> s.listening = true;
            case 'o' -> s.timers = true;
            case 'p' -> s.programs = true;
            case 'v' -> s.verbose = true;
            case 'W' -> s.wide = true;
            case 'c' -> s.continuous = true;
            case 'C' -> s.cache = true;
            case 'F' -> s.fib = true;
            case JSON -> s.json = true;
            case NUMERIC_HOSTS -> s.numericHosts = true;
            case NUMERIC_PORTS -> s.numericPorts = true;
            case NUMERIC_USERS -> s.numericUsers = true;
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private static @Nullable Outcome families(Settings settings, String list) {
        int at = 0;
        while (at <= list.length()) {
            int comma = list.indexOf(',', at);
            int end = comma < 0 ? list.length() : comma;
            String name = list.substring(at, end);
            at = end + 1;
            String family = switch (name) {
                case "ip", "tcpip", "inet" -> "inet";
                case "appletalk" -> "ddp";
                case "inet6", "unix", "ax25", "ipx", "netrom", "ddp", "rose", "x25", "econet", "ash" -> name;
                case "bluetooth" -> name;
                default -> "";
            };
            if (family.isEmpty()) {
                return new Wrong(FAILED, "Unknown address family `" + name + "'.");
            }
            if (family.equals("bluetooth")) {
                return bluetooth();
            }
            if (!settings.families.contains(family)) {
                settings.families.add(family);
            }
        }
        return null;
    }

    private static Outcome bluetooth() {
        return new Wrong(FAILED, "netstat: feature `AF BLUETOOTH' not supported.");
    }
}
