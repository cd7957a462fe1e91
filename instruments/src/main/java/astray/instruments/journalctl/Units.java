package astray.instruments.journalctl;

import astray.journal.Journal;
import astray.journal.Matches;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@code -u} and {@code --user-unit} stand for: messages of a unit, of systemd about it, and its core dumps. */
final class Units {
    private static final List<String> TYPES = List.of(
            ".service",
            ".mount",
            ".swap",
            ".socket",
            ".target",
            ".device",
            ".automount",
            ".timer",
            ".path",
            ".slice",
            ".scope");
    private static final String SAFE = ":-_.\\@";
    private static final String CORE_DUMP = "MESSAGE_ID=fc2e22bc6ee647b6b90729ab34a250b1";
    private static final List<String> SYSTEM_FIELDS =
            List.of("_SYSTEMD_UNIT", "COREDUMP_UNIT", "UNIT", "OBJECT_SYSTEMD_UNIT", "_SYSTEMD_SLICE");
    private static final List<String> USER_FIELDS = List.of(
            "_SYSTEMD_USER_UNIT", "USER_UNIT", "COREDUMP_USER_UNIT", "OBJECT_SYSTEMD_USER_UNIT", "_SYSTEMD_USER_SLICE");

    private Units() {}

    /** The unit a word stands for: a service if it does not say; characters that no unit has are escaped. */
    static String mangle(String word) {
        if (Glob.isPattern(word) && word.chars().allMatch(c -> isSafe((char) c) || "*?[]!^".indexOf(c) >= 0)) {
            return word;
        }
        if (word.startsWith("/dev/") || word.startsWith("/sys/")) {
            return path(word) + ".device";
        }
        if (word.startsWith("/")) {
            return path(word) + ".mount";
        }
        StringBuilder name = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == '/') {
                name.append('-');
            } else if (isSafe(c) || "*?[]!^".indexOf(c) >= 0) {
                name.append(c);
            } else {
                escape(name, c);
            }
        }
        String mangled = name.toString();
        return TYPES.stream().anyMatch(mangled::endsWith) ? mangled : mangled + ".service";
    }

    private static boolean isSafe(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || SAFE.indexOf(c) >= 0;
    }

    private static void escape(StringBuilder name, char c) {
        name.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
    }

    /** A path as systemd.unit(5) makes a name of it. */
    private static String path(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!name.isEmpty()) {
                name.append('-');
            }
            for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xff);
                if (c == '-' || c == '\\' || c == '@' || !isSafe(c) || c == '.' && name.isEmpty()) {
                    escape(name, c);
                } else {
                    name.append(c);
                }
            }
        }
        return name.isEmpty() ? "-" : name.toString();
    }

    /** Adds what is wanted of units; false when patterns match none, though nothing else was named. */
    static boolean add(Settings settings, Journal journal, Matches matches) throws Failure {
        int count = add(settings.units, SYSTEM_FIELDS, journal, unit -> system(unit, matches));
        if (!settings.userUnits.isEmpty()) {
            String user = "_UID=" + Integer.toUnsignedString(Surroundings.user());
            count += add(settings.userUnits, USER_FIELDS, journal, unit -> user(unit, user, matches));
        }
        matches.and();
        return count > 0 || settings.units.isEmpty() && settings.userUnits.isEmpty();
    }

    /** What is done with a unit. */
    private interface Unit {
        void add(String unit);
    }

    private static int add(List<String> words, List<String> fields, Journal journal, Unit wanted) {
        int count = 0;
        Set<String> patterns = new LinkedHashSet<>();
        for (String word : words) {
            String unit = mangle(word);
            if (Glob.isPattern(unit)) {
                patterns.add(unit);
            } else {
                wanted.add(unit);
                count++;
            }
        }
        if (patterns.isEmpty()) {
            return count;
        }
        Set<String> found = new LinkedHashSet<>();
        for (String field : fields) {
            journal.values(field, payload -> {
                String value = new String(
                        payload.array(),
                        field.length() + 1,
                        payload.length() - field.length() - 1,
                        StandardCharsets.UTF_8);
                if (patterns.stream().anyMatch(pattern -> Glob.matches(pattern, value))) {
                    found.add(value);
                }
                return true;
            });
        }
        found.forEach(wanted::add);
        return count + found.size();
    }

    private static void system(String unit, Matches matches) {
        all(matches, "_SYSTEMD_UNIT=" + unit);
        all(matches, CORE_DUMP, "_UID=0", "COREDUMP_UNIT=" + unit);
        all(matches, "_PID=1", "UNIT=" + unit);
        all(matches, "_UID=0", "OBJECT_SYSTEMD_UNIT=" + unit);
        if (unit.endsWith(".slice")) {
            all(matches, "_SYSTEMD_SLICE=" + unit);
        }
    }

    private static void user(String unit, String user, Matches matches) {
        all(matches, "_SYSTEMD_USER_UNIT=" + unit, user);
        all(matches, "USER_UNIT=" + unit, user);
        all(matches, "COREDUMP_USER_UNIT=" + unit, user, "_UID=0");
        all(matches, "OBJECT_SYSTEMD_USER_UNIT=" + unit, user, "_UID=0");
        if (unit.endsWith(".slice")) {
            all(matches, "_SYSTEMD_USER_SLICE=" + unit, user);
        }
    }

    private static void all(Matches matches, String... together) {
        for (String match : together) {
            matches.add(match);
        }
        matches.or();
    }
}
