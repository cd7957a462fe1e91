package astray.instruments.lsof;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which states of TCP are asked for ({@code -s TCP:...}). The kernel has UDP's sockets in the same states, and as in the
 * original they are chosen by them, too.
 */
final class StateChoice {
    /** The names by the kernel's numbers, net/tcp_states.h. */
    private static final String[] NAMES = {
        "CLOSED",
        "ESTABLISHED",
        "SYN_SENT",
        "SYN_RECV",
        "FIN_WAIT1",
        "FIN_WAIT2",
        "TIME_WAIT",
        "CLOSE",
        "CLOSE_WAIT",
        "LAST_ACK",
        "LISTEN",
        "CLOSING",
    };

    private final Set<String> included = new HashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private final Set<String> met = new HashSet<>();

    /** The name of a state as it is printed. */
    static String name(int state) {
        return state >= 0 && state < NAMES.length ? NAMES[state] : "UNKNOWN_TCP_STATE_" + state;
    }

    /** Adds the states of a word such as {@code tcp:LISTEN,^ESTABLISHED}. */
    void add(String word) throws Usage {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("udp:")) {
            throw new Usage("no UDP state names available: " + word);
        }
        if (!lower.startsWith("tcp:")) {
            throw new Usage("unknown -s protocol: \"" + word + '"');
        }
        String list = word.substring(4);
        if (list.isEmpty()) {
            throw new Usage("no TCP state names in: " + word);
        }
        for (String item : list.split(",", -1)) {
            boolean exclude = item.startsWith("^");
            String name = (exclude ? item.substring(1) : item).toUpperCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new Usage("NULL TCP state name in: " + word);
            }
            if (!isState(name)) {
                throw new Usage("unknown TCP state name: " + name);
            }
            if ((exclude ? included : excluded).contains(name)) {
                throw new Usage("can't include and exclude TCP state: " + name);
            }
            if (!(exclude ? excluded : included).add(name)) {
                throw new Usage("duplicate TCP " + (exclude ? "exclusion: " : "inclusion: ") + name);
            }
        }
    }

    private static boolean isState(String name) {
        for (String known : NAMES) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a state is left out. One that is not counts as found. */
    boolean excludes(int state) {
        if (included.isEmpty() && excluded.isEmpty()) {
            return false;
        }
        String name = name(state);
        if (excluded.contains(name) || !included.isEmpty() && !included.contains(name)) {
            return true;
        }
        met.add(name);
        return false;
    }

    /** The states that were asked for and that no socket was in. */
    List<String> missing() {
        return Stream.of(NAMES)
                .filter(name -> included.contains(name) && !met.contains(name))
                .toList();
    }
}
