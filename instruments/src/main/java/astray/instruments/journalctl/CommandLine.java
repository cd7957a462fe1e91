package astray.instruments.journalctl;

import astray.instruments.getopt.Getopt;
import astray.instruments.time.TimeWords;
import astray.instruments.time.Zone;
import astray.journal.Id128;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of journalctl's command line. */
final class CommandLine {
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
        return new CommandLine(new Getopt(Options.TABLE, words, mixed), now, zone).read();
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
            case 'h' -> new Page(Options.help());
            case Options.VERSION -> new Page("astray journalctl, as journalctl of systemd 252\n");
            case 'o' -> output(getopt.value());
            case 'n' -> lines(getopt.argument());
            case 'b' -> boot(getopt.argument());
            case 'p' -> priority(getopt.value());
            case Options.FACILITY -> facility(getopt.value());
            case Options.CASE_SENSITIVE -> caseSensitive(getopt.argument());
            case 'S', 'U' -> time(key, getopt.value());
            case Options.FILE -> file(getopt.value());
            case Options.WRITING, Options.WRITING_WITH ->
                new Wrong("journalctl: --" + getopt.name() + " changes something, and Astray is read-only");
            case Options.NOT_BUILT -> refused("--" + getopt.name());
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
            case Options.NO_PAGER -> s.pager = false;
            case 'e' -> {
                s.pagerEnd = true;
                s.lines = s.lines == Settings.UNSAID ? PAGED_LINES : s.lines;
                s.boot = true;
            }
            case 'f' -> s.follow = true;
            case 'a' -> s.all = true;
            case 'l' -> s.full = true;
            case Options.NO_FULL -> s.full = false;
            case Options.NO_TAIL -> s.noTail = true;
            case 'q' -> s.quiet = true;
            case 'm' -> s.merge = true;
            case Options.THIS_BOOT -> {
                s.boot = true;
                s.bootId = Id128.NULL;
                s.bootOffset = 0;
            }
            case Options.LIST_BOOTS -> s.action = Settings.Action.LIST_BOOTS;
            case 'k' -> {
                s.boot = true;
                s.kernel = true;
            }
            case Options.SYSTEM -> s.system = true;
            case Options.USER -> s.user = true;
            case Options.HEADER -> s.action = Settings.Action.HEADER;
            case Options.VERIFY -> s.action = Settings.Action.VERIFY;
            case Options.DISK_USAGE -> s.action = Settings.Action.DISK_USAGE;
            case Options.SHOW_CURSOR -> s.showCursor = true;
            case 'N' -> s.action = Settings.Action.FIELD_NAMES;
            case 'r' -> s.reverse = true;
            case Options.UTC -> s.utc = true;
            case Options.NO_HOSTNAME -> s.noHostname = true;
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private void value(int key, String value) {
        switch (key) {
            case 'D' -> s.folder = value;
            case Options.ROOT -> s.root = value.equals("/") ? null : value;
            case 't' -> s.identifiers.add(value);
            case 'g' -> s.pattern = value;
            case 'c' -> s.cursor = value;
            case Options.CURSOR_FILE -> s.cursorFile = value;
            case Options.AFTER_CURSOR -> s.afterCursor = value;
            case 'u' -> s.units.add(value);
            case Options.USER_UNIT -> s.userUnits.add(value);
            case 'F' -> {
                s.action = Settings.Action.FIELD_VALUES;
                s.field = value;
            }
            case Options.OUTPUT_FIELDS -> {
                if (s.outputFields == null) {
                    s.outputFields = new LinkedHashSet<>();
                }
                for (String name : value.split(",", -1)) {
                    if (!name.isEmpty()) {
                        s.outputFields.add(name);
                    }
                }
            }
            case Options.NAMESPACE -> {
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

    private @Nullable Outcome priority(String word) {
        int mask = SyslogNames.levels(word);
        if (mask == 0) {
            return new Wrong((word.contains("..") ? "Failed to parse log level range " : "Unknown log level ") + word);
        }
        s.priorities = mask;
        return null;
    }

    private @Nullable Outcome facility(String list) {
        for (String word : list.split(",", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (word.equals("help")) {
                return new Page((s.quiet ? "" : "Available facilities:\n") + SyslogNames.facilities());
            }
            int number = SyslogNames.facility(word);
            if (number < 0) {
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
}
