package astray.instruments.journalctl;

import java.util.List;

/** The names of syslog's levels and facilities (syslog(3), RFC 5424, section 6.2.1) as -p and --facility take them. */
final class SyslogNames {
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

    private SyslogNames() {}

    private static int level(String word) {
        for (int i = 0; i < LEVELS.length; i++) {
            if (LEVELS[i].equals(word)) {
                return i;
            }
        }
        Integer number = Integers.parse(word);
        return number == null || number < 0 || number >= LEVELS.length ? -1 : number;
    }

    /**
     * The levels that -p asks for: one and all that are worse, or a range FROM..TO.
     *
     * @return a bit for each level; 0 when there is no such level
     */
    static int levels(String word) {
        int dots = word.indexOf("..");
        int from = dots < 0 ? 0 : level(word.substring(0, dots));
        int to = level(dots < 0 ? word : word.substring(dots + 2));
        if (from < 0 || to < 0) {
            return 0;
        }
        return (2 << Math.max(from, to)) - (1 << Math.min(from, to));
    }

    /** The number of a facility by its name or number; -1 when there is none. */
    static int facility(String word) {
        int found = List.of(FACILITIES).indexOf(word);
        Integer number = found >= 0 ? Integer.valueOf(found) : Integers.parse(word);
        return number == null || number < 0 || number >= MOST_FACILITIES ? -1 : number;
    }

    /** All names of facilities, one a line. */
    static String facilities() {
        return String.join("\n", FACILITIES) + "\n";
    }
}
