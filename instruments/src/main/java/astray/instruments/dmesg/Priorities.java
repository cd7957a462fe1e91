package astray.instruments.dmesg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels and facilities of syslog(3) by their names, as option arguments and as words in front of a message. */
final class Priorities {
    /** How bad it is: the low three bits of a priority. */
    static final Priorities LEVEL =
            new Priorities("level", "emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");

    /** Who says it: the bits above. The original has names for the first eight. */
    static final Priorities FACILITY =
            new Priorities("facility", "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news");

    static final int ALERT = 1;
    static final int CRIT = 2;
    static final int ERR = 3;
    static final int WARN = 4;

    private final String kind;
    private final List<String> names;

    private Priorities(String kind, String... names) {
        this.kind = kind;
        this.names = List.of(names);
    }

    /** A set with all but the first of them. */
    long allButFirst() {
        return (1L << names.size()) - 2;
    }

    /** The name of a number that {@link #isNamed}. */
    String name(int number) {
        return names.get(number);
    }

    boolean isNamed(int number) {
        return number >= 0 && number < names.size();
    }

    /**
     * Reads a list as {@code err,warn} or {@code 3,4}.
     *
     * @return a bit for each; 0 for the empty list
     * @throws IllegalArgumentException with the original's complaint about a word that is none
     */
    long read(String list) {
        long set = 0;
        if (list.isEmpty()) {
            return set;
        }
        for (String word : list.split(",", -1)) {
            Integer number = number(word);
            if (number == null) {
                throw new IllegalArgumentException("unknown " + kind + " '" + word + "'");
            }
            set |= 1L << number;
        }
        return set;
    }

    private @Nullable Integer number(String word) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(word) || Integer.toString(i).equals(word)) {
                return i;
            }
        }
        return null;
    }
}
