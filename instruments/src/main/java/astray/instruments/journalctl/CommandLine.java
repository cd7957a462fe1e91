package astray.instruments.journalctl;

import astray.instruments.getopt.Getopt;
import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;
import astray.instruments.time.TimeWords;
import astray.instruments.time.Zone;
import astray.journal.Id128;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** journalctl's options, and what becomes of a command line. */
final class CommandLine {
    private static final int NO_PAGER = 0x100;
    private static final int NO_FULL = 0x101;
    private static final int NO_TAIL = 0x102;
    private static final int THIS_BOOT = 0x103;
    private static final int LIST_BOOTS = 0x104;
    private static final int SYSTEM = 0x105;
    private static final int USER = 0x106;
    private static final int FILE = 0x107;
    private static final int ROOT = 0x108;
    private static final int HEADER = 0x109;
    private static final int FACILITY = 0x10a;
    private static final int CASE_SENSITIVE = 0x10b;
    private static final int VERIFY = 0x10c;
    private static final int DISK_USAGE = 0x10d;
    private static final int CURSOR_FILE = 0x10e;
    private static final int AFTER_CURSOR = 0x10f;
    private static final int SHOW_CURSOR = 0x110;
    private static final int USER_UNIT = 0x111;
    private static final int UTC = 0x112;
    private static final int NO_HOSTNAME = 0x113;
    private static final int OUTPUT_FIELDS = 0x114;
    private static final int NAMESPACE = 0x115;
    private static final int VERSION = 0x116;
    private static final int WRITING = 0x117;
    private static final int WRITING_WITH = 0x118;
    private static final int NOT_BUILT = 0x119;

    /** The order is the original's, since it shows where a shortened name is ambiguous. */
    private static final OptionTable TABLE = new OptionTable(
            "journalctl",
            Option.flag('h', "help", "this page"),
            Option.flag(VERSION, "version", "which journalctl this is like"),
            Option.flag(NO_PAGER, "no-pager", "do not pipe what is shown into a pager"),
            Option.flag('e', "pager-end", "begin at the end in the pager; of this boot, 1000 lines"),
            Option.flag('f', "follow", "go on as entries are written"),
            Option.flag(WRITING, "force", ""),
            Option.value('o', "output", "short, short-full, short-iso, …; \"help\" lists all"),
            Option.flag('a', "all", "whole fields, unprintable ones too"),
            Option.flag('l', "full", "do not cut lines"),
            Option.flag(NO_FULL, "no-full", "cut lines at the width of the terminal"),
            new Option('n', "lines", Option.Argument.OPTIONAL, "only the last lines: a number or \"all\"; else 10"),
            Option.flag(NO_TAIL, "no-tail", "all lines, with -f too"),
            Option.flag(NOT_BUILT, "new-id128", ""),
            Option.flag('q', "quiet", "no words about boots, and no warnings"),
            Option.flag('m', "merge", "journals of other machines too"),
            Option.flag(THIS_BOOT, "this-boot", ""),
            new Option('b', "boot", Option.Argument.OPTIONAL, "only a boot: by id, by number from the last, \"all\""),
            Option.flag(LIST_BOOTS, "list-boots", "the boots there are"),
            Option.flag('k', "dmesg", "only the kernel, of this boot"),
            Option.flag(SYSTEM, "system", "the system's journal"),
            Option.flag(USER, "user", "this user's journal"),
            Option.value('D', "directory", "the journal files of a folder"),
            Option.value(FILE, "file", "a journal file, or a pattern of files; may be repeated"),
            Option.value(ROOT, "root", "the journal of a system below a folder"),
            Option.value(NOT_BUILT, "image", ""),
            Option.flag(HEADER, "header", "what the headers of the files say"),
            Option.value('t', "identifier", "only of this syslog identifier; may be repeated"),
            Option.value('p', "priority", "only this priority and worse, or a range FROM..TO"),
            Option.value(FACILITY, "facility", "only these facilities; \"help\" lists all"),
            Option.value('g', "grep", "only messages that match a pattern"),
            new Option(
                    CASE_SENSITIVE, "case-sensitive", Option.Argument.OPTIONAL, "whether case counts in the pattern"),
            Option.flag(WRITING, "setup-keys", ""),
            Option.value(WRITING_WITH, "interval", ""),
            Option.flag(VERIFY, "verify", "check the files"),
            Option.value(NOT_BUILT, "verify-key", ""),
            Option.flag(DISK_USAGE, "disk-usage", "how much the files take"),
            Option.value('c', "cursor", "begin at the entry of a cursor"),
            Option.value(CURSOR_FILE, "cursor-file", "begin behind the cursor in a file, and keep the last one there"),
            Option.value(AFTER_CURSOR, "after-cursor", "begin behind the entry of a cursor"),
            Option.flag(SHOW_CURSOR, "show-cursor", "end with the cursor of the last entry"),
            Option.value('S', "since", "only from a time on"),
            Option.value('U', "until", "only up to a time"),
            Option.value('u', "unit", "only of a unit, or units by a pattern; may be repeated"),
            Option.value(USER_UNIT, "user-unit", "only of a user's unit; may be repeated"),
            Option.value('F', "field", "the values of a field"),
            Option.flag('N', "fields", "the names of all fields"),
            Option.flag(NOT_BUILT, "catalog", ""),
            Option.flag(NOT_BUILT, "list-catalog", ""),
            Option.flag(NOT_BUILT, "dump-catalog", ""),
            Option.flag(WRITING, "update-catalog", ""),
            Option.flag('r', "reverse", "the newest first"),
            Option.value(NOT_BUILT, "machine", ""),
            Option.flag(UTC, "utc", "times in UTC"),
            Option.flag(WRITING, "flush", ""),
            Option.flag(WRITING, "relinquish-var", ""),
            Option.flag(WRITING, "smart-relinquish-var", ""),
            Option.flag(WRITING, "sync", ""),
            Option.flag(WRITING, "rotate", ""),
            Option.value(WRITING_WITH, "vacuum-size", ""),
            Option.value(WRITING_WITH, "vacuum-files", ""),
            Option.value(WRITING_WITH, "vacuum-time", ""),
            Option.flag(NO_HOSTNAME, "no-hostname", "leave the host's name out"),
            Option.value(OUTPUT_FIELDS, "output-fields", "only these fields in -o verbose, export, json, cat"),
            Option.value(NAMESPACE, "namespace", "the journal of a namespace, \"*\" for all"),
            Option.flag('x', "", ""),
            Option.value('M', "", ""));

    private static final String[] LEVELS = {"emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"};
    private static final String[] FACILITIES = {
        "kern",
        "user",
        "mail",
        "daemon",
        "auth",
        "syslog",
        "lpr",
        "news",
        "uucp",
        "cron",
        "authpriv",
        "ftp",
        "12",
        "13",
        "14",
        "15",
        "local0",
        "local1",
        "local2",
        "local3",
        "local4",
        "local5",
        "local6",
        "local7"
    };
    private static final int MOST_FACILITIES = 128;
    private static final int PAGED_LINES = 1000;
    private static final int FEW_LINES = 10;

    /** What the run ends with when anything is wrong. */
    static final int FAILED = 1;

    /** What came of it: one of these. */
    sealed interface Outcome {}

    /** It asks for something. */
    record Run(Settings settings) implements Outcome {}

    /** It asks for help. */
    record Page(String text) implements Outcome {}

    /** It is wrong. */
    record Wrong(String complaint) implements Outcome {}

    private final Settings s = new Settings();
    private final Getopt getopt;
    private final long now;
    private final Zone zone;

    private CommandLine(Getopt getopt, long now, Zone zone) {
        this.getopt = getopt;
        this.now = now;
        this.zone = zone;
    }

    /** Reads a command line; {@code now} is in microseconds since 1970. */
    static Outcome read(List<String> words, boolean mixed, long now, Zone zone) {
        return new CommandLine(new Getopt(TABLE, words, mixed), now, zone).read();
    }

    private Outcome read() {
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            Outcome ending = key == Getopt.WRONG ? new Wrong(getopt.complaint()) : apply(key);
            if (ending != null) {
                return ending;
            }
        }
        String wrong = complete(getopt.operands());
        return wrong == null ? new Run(s) : new Wrong(wrong);
    }

    private @Nullable Outcome apply(int key) {
        return switch (key) {
            case 'h' -> new Page(help());
            case VERSION -> new Page("astray journalctl, as journalctl of systemd 252\n");
            case 'o' -> output(getopt.value());
            case 'n' -> lines(getopt.argument());
            case 'b' -> boot(getopt.argument());
            case 'p' -> priority(getopt.value());
            case FACILITY -> facility(getopt.value());
            case CASE_SENSITIVE -> caseSensitive(getopt.argument());
            case 'S', 'U' -> time(key, getopt.value());
            case FILE -> file(getopt.value());
            case WRITING, WRITING_WITH ->
                new Wrong("journalctl: --" + getopt.name() + " changes something, and Astray is read-only");
            case NOT_BUILT -> refused("--" + getopt.name());
            case 'x' -> refused("-x");
            case 'M' -> refused("-M");
            default -> {
                if (getopt.argument() == null) {
                    flag(key);
                } else {
                    value(key, getopt.value());
                }
                yield null;
            }
        };
    }

    private static Outcome refused(String option) {
        return new Wrong("journalctl: " + option + " is not supported");
    }

    private void flag(int key) {
        switch (key) {
            case NO_PAGER -> s.pager = false;
            case 'e' -> {
                s.pagerEnd = true;
                s.lines = s.lines == Settings.UNSAID ? PAGED_LINES : s.lines;
                s.boot = true;
            }
            case 'f' -> s.follow = true;
            case 'a' -> s.all = true;
            case 'l' -> s.full = true;
            case NO_FULL -> s.full = false;
            case NO_TAIL -> s.noTail = true;
            case 'q' -> s.quiet = true;
            case 'm' -> s.merge = true;
            case THIS_BOOT -> {
                s.boot = true;
                s.bootId = Id128.NULL;
                s.bootOffset = 0;
            }
            case LIST_BOOTS -> s.action = Settings.Action.LIST_BOOTS;
            case 'k' -> {
                s.boot = true;
                s.kernel = true;
            }
            case SYSTEM -> s.system = true;
            case USER -> s.user = true;
            case HEADER -> s.action = Settings.Action.HEADER;
            case VERIFY -> s.action = Settings.Action.VERIFY;
            case DISK_USAGE -> s.action = Settings.Action.DISK_USAGE;
            case SHOW_CURSOR -> s.showCursor = true;
            case 'N' -> s.action = Settings.Action.FIELD_NAMES;
            case 'r' -> s.reverse = true;
            case UTC -> s.utc = true;
            case NO_HOSTNAME -> s.noHostname = true;
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private void value(int key, String value) {
        switch (key) {
            case 'D' -> s.folder = value;
            case ROOT -> s.root = value.equals("/") ? null : value;
            case 't' -> s.identifiers.add(value);
            case 'g' -> s.pattern = value;
            case 'c' -> s.cursor = value;
            case CURSOR_FILE -> s.cursorFile = value;
            case AFTER_CURSOR -> s.afterCursor = value;
            case 'u' -> s.units.add(value);
            case USER_UNIT -> s.userUnits.add(value);
            case 'F' -> {
                s.action = Settings.Action.FIELD_VALUES;
                s.field = value;
            }
            case OUTPUT_FIELDS -> {
                if (s.outputFields == null) {
                    s.outputFields = new LinkedHashSet<>();
                }
                for (String name : value.split(",", -1)) {
                    if (!name.isEmpty()) {
                        s.outputFields.add(name);
                    }
                }
            }
            case NAMESPACE -> {
                s.everyNamespace = value.equals("*");
                s.besidesDefault = value.startsWith("+");
                s.namespace =
                        s.everyNamespace || value.isEmpty() ? null : s.besidesDefault ? value.substring(1) : value;
            }
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private @Nullable Outcome output(String word) {
        if (word.equals("help")) {
            StringBuilder page = new StringBuilder();
            for (Mode mode : Mode.values()) {
                page.append(mode.word).append('\n');
            }
            return new Page(page.toString());
        }
        Mode mode = Mode.of(word);
        if (mode == null) {
            return new Wrong("Unknown output format '" + word + "'.");
        }
        s.mode = mode;
        s.quiet |= mode.isBare();
        return null;
    }

    private @Nullable Outcome lines(@Nullable String given) {
        if (given != null) {
            Integer lines = given.equals("all") ? Integer.valueOf(Settings.ALL) : Integers.parse(given);
            if (lines == null || lines < 0 && !given.equals("all")) {
                return new Wrong("Failed to parse lines '" + given + "'");
            }
            s.lines = lines;
            return null;
        }
        s.lines = FEW_LINES;
        String next = getopt.following();
        if (next != null) {
            Integer lines = next.equals("all") ? Integer.valueOf(Settings.ALL) : Integers.parse(next);
            if (lines != null && (lines >= 0 || next.equals("all"))) {
                s.lines = lines;
                getopt.takeFollowing();
            }
        }
        return null;
    }

    private @Nullable Outcome boot(@Nullable String given) {
        s.boot = true;
        s.bootId = Id128.NULL;
        s.bootOffset = 0;
        if (given != null) {
            return bootNamed(given) ? null : new Wrong("Failed to parse boot descriptor '" + given + "'");
        }
        String next = getopt.following();
        if (next != null && bootNamed(next)) {
            getopt.takeFollowing();
        }
        return null;
    }

    private boolean bootNamed(String word) {
        int digits = Id128.NULL.toString().length();
        if (word.equals("all")) {
            s.boot = false;
            s.bootId = Id128.NULL;
            s.bootOffset = 0;
            return true;
        }
        Id128 id = word.length() >= digits ? Id128.parse(word.substring(0, digits)) : null;
        String offset = id == null ? word : word.substring(digits);
        if (word.length() >= digits && !offset.isEmpty() && offset.charAt(0) != '-' && offset.charAt(0) != '+') {
            return false;
        }
        Integer number = offset.isEmpty() && id != null ? Integer.valueOf(0) : Integers.parse(offset);
        if (number == null) {
            return false;
        }
        s.boot = true;
        s.bootId = id == null ? Id128.NULL : id;
        s.bootOffset = number;
        return true;
    }

    private static int level(String word) {
        for (int i = 0; i < LEVELS.length; i++) {
            if (LEVELS[i].equals(word)) {
                return i;
            }
        }
        Integer number = Integers.parse(word);
        return number == null || number < 0 || number >= LEVELS.length ? -1 : number;
    }

    private @Nullable Outcome priority(String word) {
        int dots = word.indexOf("..");
        if (dots < 0) {
            int level = level(word);
            if (level < 0) {
                return new Wrong("Unknown log level " + word);
            }
            s.priorities = (1 << level + 1) - 1;
            return null;
        }
        int from = level(word.substring(0, dots));
        int to = level(word.substring(dots + 2));
        if (from < 0 || to < 0) {
            return new Wrong("Failed to parse log level range " + word);
        }
        s.priorities = 0;
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            s.priorities |= 1 << i;
        }
        return null;
    }

    private @Nullable Outcome facility(String list) {
        for (String word : list.split(",", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (word.equals("help")) {
                return new Page((s.quiet ? "" : "Available facilities:\n") + String.join("\n", FACILITIES) + "\n");
            }
            int found = List.of(FACILITIES).indexOf(word);
            Integer number = found >= 0 ? Integer.valueOf(found) : Integers.parse(word);
            if (number == null || number < 0 || number >= MOST_FACILITIES) {
                return new Wrong("Bad --facility= argument \"" + word + "\".");
            }
            s.facilities.add(number);
        }
        return null;
    }

    private @Nullable Outcome caseSensitive(@Nullable String given) {
        if (given == null) {
            s.caseSensitive = true;
            return null;
        }
        switch (given.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "y", "true", "t", "on" -> s.caseSensitive = true;
            case "0", "no", "n", "false", "f", "off" -> s.caseSensitive = false;
            default -> {
                return new Wrong("Bad --case-sensitive= argument \"" + given + "\": Invalid argument");
            }
        }
        return null;
    }

    private @Nullable Outcome time(int key, String text) {
        Long time = new TimeWords(TimeWords.Dialect.SYSTEMD, now, zone).micros(text);
        if (time == null) {
            return new Wrong("Failed to parse timestamp: " + text);
        }
        if (key == 'S') {
            s.since = time;
        } else {
            s.until = time;
        }
        return null;
    }

    private @Nullable Outcome file(String pattern) {
        if (pattern.equals("-")) {
            return refused("--file=-");
        }
        s.files.addAll(FilePattern.files(pattern));
        return null;
    }

    private @Nullable String complete(List<String> operands) {
        s.matches = new ArrayList<>(operands);
        if (s.noTail) {
            s.lines = Settings.ALL;
        }
        if (s.follow && s.since == null && s.lines == Settings.UNSAID) {
            s.lines = FEW_LINES;
        }
        if (s.follow && !s.merge && !s.boot) {
            s.boot = true;
            s.bootId = Id128.NULL;
            s.bootOffset = 0;
        }
        int places = (s.folder != null ? 1 : 0) + (s.files.isEmpty() ? 0 : 1) + (s.root != null ? 1 : 0);
        if (places > 1) {
            return "Please specify at most one of -D/--directory=, --file=, --root=.";
        }
        if (s.since != null && s.until != null && s.since > s.until) {
            return "--since= must be before --until=.";
        }
        int begins = (s.cursor != null ? 1 : 0) + (s.afterCursor != null ? 1 : 0) + (s.since != null ? 1 : 0);
        if (begins > 1) {
            return "Please specify only one of --since=, --cursor=, and --after-cursor=.";
        }
        if (s.follow && s.reverse) {
            return "Please specify either --reverse= or --follow=, not both.";
        }
        if (s.action != Settings.Action.SHOW && !operands.isEmpty()) {
            return "Extraneous arguments starting with '" + operands.getFirst() + "'";
        }
        if ((s.boot || s.action == Settings.Action.LIST_BOOTS) && s.merge) {
            return "Using --boot or --list-boots with --merge is not supported.";
        }
        if (s.user && !s.system) {
            s.userUnits.addAll(s.units);
            s.units.clear();
        }
        return grep();
    }

    private @Nullable String grep() {
        if (s.pattern == null) {
            return null;
        }
        try {
            s.grep = Grep.of(s.pattern, s.caseSensitive);
        } catch (Grep.Unsupported e) {
            return "Bad pattern \"" + s.pattern + "\": " + e.getMessage();
        }
        if (s.lines >= 0 && !s.follow) {
            s.reverse = true;
        }
        return null;
    }

    private static String help() {
        return """
                usage: journalctl [OPTION...] [MATCH...]

                Entries of systemd's journal. A match is FIELD=value, or the path of a program or device;
                matches of one field are alternatives, "+" separates alternatives of all.

                """ + TABLE.help();
    }
}
