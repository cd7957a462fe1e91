package astray.instruments.dmesg;

import astray.instruments.getopt.Getopt;
import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** dmesg's options, and what becomes of a command line. */
final class CommandLine {
    private static final int TIME_FORMAT = 0x100;
    private static final int NOESCAPE = 0x101;
    private static final int SINCE = 0x102;
    private static final int UNTIL = 0x103;
    private static final int SMALLEST_SIZE = 4096;

    /** What the run ends with when something is wrong. */
    static final int FAILED = 1;

    private static final OptionTable TABLE = new OptionTable(
            "dmesg",
            Option.value('s', "buffer-size", "how many bytes to ask syslog(2) for, the newest"),
            Option.flag('C', "clear", "refused: it changes the log"),
            Option.value('F', "file", "read a file with records as -r prints them"),
            Option.value('f', "facility", "only kern,user,mail,daemon,auth,syslog,lpr,news"),
            Option.flag('k', "kernel", "only the kernel's messages"),
            Option.flag('u', "userspace", "only what programs wrote into the log"),
            Option.value('l', "level", "only emerg,alert,crit,err,warn,notice,info,debug"),
            Option.flag('w', "follow", "wait for new messages"),
            Option.flag('W', "follow-new", "wait, and print only new messages"),
            Option.flag('H', "human", "-e with a pager and colours on a terminal"),
            Option.flag('h', "help", "this page"),
            Option.flag('J', "json", "one JSON object"),
            new Option('L', "color", Option.Argument.OPTIONAL, "colours: auto, always or never"),
            Option.flag('c', "read-clear", "refused: it changes the log"),
            Option.value('n', "console-level", "refused: it changes the console"),
            Option.flag('D', "console-off", "refused: it changes the console"),
            Option.flag('E', "console-on", "refused: it changes the console"),
            Option.flag('x', "decode", "the facility and the level as words"),
            Option.flag('r', "raw", "the records as syslog(2) gives them"),
            Option.flag(NOESCAPE, "noescape", "print control characters as they are"),
            Option.flag('S', "syslog", "ask by syslog(2), not /dev/kmsg"),
            Option.flag('P', "nopager", "no pager for -H"),
            Option.flag('p', "force-prefix", "the time on each line of a message of several"),
            Option.flag('d', "show-delta", "the time since the message before"),
            Option.flag('e', "reltime", "minutes by the clock, and the time since"),
            Option.flag('T', "ctime", "the time of day; wrong after a suspend"),
            Option.flag('t', "notime", "no times"),
            Option.value(TIME_FORMAT, "time-format", "delta, reltime, ctime, notime or iso"),
            Option.value(SINCE, "since", "only what came after: 2026-11-30 08:00, -5min, today"),
            Option.value(UNTIL, "until", "only what came before"),
            Option.flag('V', "version", "what it is modelled on"));

    /** Options that are not to be together, in the original's order: a complaint names all of a row. */
    private static final String[] EXCLUSIVE = {"CDEcnr", "Hr", "Lr", "Sw", "Tr", "dr", "er", "rx", "rt"};

    private static final String CHANGING = "CDEcn";

    /** What came of it: one of these, or settings. */
    sealed interface Outcome {}

    /** It asks for messages. */
    record Listing(Settings settings) implements Outcome {}

    /** It asks for a page. */
    record Page(String text) implements Outcome {}

    /** It is wrong. */
    record Wrong(String complaint) implements Outcome {}

    private final Settings settings = new Settings();
    private final StringBuilder given = new StringBuilder();
    private final Function<String, @Nullable Long> clock;

    private CommandLine(Function<String, @Nullable Long> clock) {
        this.clock = clock;
    }

    static String help() {
        return "usage: dmesg [OPTION...]\n\n" + TABLE.help();
    }

    /**
     * Reads a command line.
     *
     * @param clock turns a time in people's words into microseconds since 1970, {@code null} for nonsense
     */
    static Outcome read(List<String> words, boolean mixed, Function<String, @Nullable Long> clock) {
        return new CommandLine(clock).read(words, mixed);
    }

    private Outcome read(List<String> words, boolean mixed) {
        Getopt getopt = new Getopt(TABLE, words, mixed);
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            if (key == Getopt.WRONG) {
                return new Wrong(getopt.complaint() + "\nTry 'astray dmesg --help' for more information.");
            }
            if (key == 'h') {
                return new Page(help());
            }
            if (key == 'V') {
                return new Page("astray dmesg, as dmesg of util-linux 2.38\n");
            }
            String conflict = conflict((char) key);
            if (conflict != null) {
                return new Wrong("dmesg: mutually exclusive arguments:" + conflict);
            }
            if (CHANGING.indexOf(key) >= 0) {
                return new Wrong("dmesg: " + TABLE.longName(key)
                        + ": refused: Astray is read-only and changes neither the kernel's log nor its console");
            }
            try {
                apply(key, getopt.argument());
            } catch (IllegalArgumentException e) {
                return new Wrong("dmesg: " + e.getMessage());
            }
        }
        if (!getopt.operands().isEmpty()) {
            return new Wrong("dmesg: bad usage\nTry 'astray dmesg --help' for more information.");
        }
        return complete();
    }

    private @Nullable String conflict(char key) {
        for (String row : EXCLUSIVE) {
            if (row.indexOf(key) < 0) {
                continue;
            }
            for (int i = 0; i < given.length(); i++) {
                if (given.charAt(i) != key && row.indexOf(given.charAt(i)) >= 0) {
                    StringBuilder names = new StringBuilder();
                    row.chars().forEach(c -> names.append(' ').append(TABLE.longName(c)));
                    return names.toString();
                }
            }
        }
        given.append(key);
        return null;
    }

    private void apply(int key, @Nullable String argument) {
        switch (key) {
            case 's' -> settings.size = Math.max(SMALLEST_SIZE, size(value(argument)));
            case 'F' -> settings.file = value(argument);
            case 'f' -> settings.facilities = with(settings.facilities, Priorities.FACILITY.read(value(argument)));
            case 'k' -> settings.facilities = with(settings.facilities, 1);
            case 'u' -> settings.facilities = with(settings.facilities, Priorities.FACILITY.allButFirst());
            case 'l' -> settings.levels = with(settings.levels, Priorities.LEVEL.read(value(argument)));
            case 'L' -> settings.colour = argument == null ? Settings.Colour.AUTO : colour(argument);
            case 'H' -> {
                settings.time = Settings.Time.RELATIVE;
                settings.pager = true;
            }
            case 'W' -> {
                settings.follow = true;
                settings.onlyNew = true;
            }
            case 'e' -> settings.time = Settings.Time.RELATIVE;
            case 'T' -> settings.time = Settings.Time.CALENDAR;
            case 't' -> settings.time = Settings.Time.NONE;
            case TIME_FORMAT -> timeFormat(value(argument));
            case SINCE -> settings.since = time(value(argument));
            case UNTIL -> settings.until = time(value(argument));
            default -> flag(key);
        }
    }

    private void flag(int key) {
        switch (key) {
            case 'w' -> settings.follow = true;
            case 'J' -> settings.json = true;
            case 'x' -> settings.decode = true;
            case 'r' -> settings.raw = true;
            case NOESCAPE -> settings.escape = false;
            case 'S' -> settings.syslog = true;
            case 'P' -> given.append('P');
            case 'p' -> settings.everyLine = true;
            case 'd' -> settings.delta = true;
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private Outcome complete() {
        if (settings.json) {
            settings.time = Settings.Time.SINCE_BOOT;
            settings.delta = false;
            settings.raw = false;
            settings.everyLine = false;
            settings.pager = false;
        }
        if (settings.follow || given.indexOf("P") >= 0) {
            settings.pager = false;
        }
        if (settings.delta && (settings.time == Settings.Time.NONE || settings.time == Settings.Time.RELATIVE)) {
            settings.time = Settings.Time.DELTA;
        }
        if (settings.raw
                && (settings.file != null || settings.syslog)
                && (settings.levels != null || settings.facilities != null)) {
            return new Wrong("dmesg: --raw can be used together with --level or --facility only when reading messages"
                    + " from /dev/kmsg");
        }
        return new Listing(settings);
    }

    private static String value(@Nullable String argument) {
        if (argument == null) {
            throw new IllegalStateException("an option without an argument");
        }
        return argument;
    }

    private static long with(@Nullable Long set, long more) {
        return set == null ? more : set | more;
    }

    private static int size(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("invalid buffer size argument: '" + text + "'");
        }
    }

    private static Settings.Colour colour(String argument) {
        String mode = argument.startsWith("=") ? argument.substring(1) : argument;
        return switch (mode) {
            case "auto" -> Settings.Colour.AUTO;
            case "always" -> Settings.Colour.ALWAYS;
            case "never" -> Settings.Colour.NEVER;
            default -> throw new IllegalArgumentException("unsupported color mode: '" + mode + "'");
        };
    }

    private void timeFormat(String name) {
        switch (name) {
            case "delta" -> settings.time = Settings.Time.DELTA;
            case "reltime" -> settings.time = Settings.Time.RELATIVE;
            case "ctime" -> settings.time = Settings.Time.CALENDAR;
            case "notime" -> settings.time = Settings.Time.NONE;
            case "iso" -> settings.time = Settings.Time.ISO;
            default -> throw new IllegalArgumentException("unknown time format: " + name);
        }
    }

    private long time(String words) {
        Long micros = clock.apply(words);
        if (micros == null) {
            throw new IllegalArgumentException("invalid time value \"" + words + "\"");
        }
        return micros;
    }
}
