package astray.transcript.document;

import astray.facts.Family;
import astray.transcript.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sockets a command lists.
 *
 * @param listeners whether it lists those that listen
 * @param connections whether it lists the others
 * @param family the one family it lists
 * @param selector the port or address, or the protocol other than TCP, that it is restricted to
 * @param exact whether all sockets that the selector names are listed
 */
record SocketFilter(
        boolean listeners,
        boolean connections,
        @Nullable Family family,
        @Nullable String selector,
        boolean exact) {

    SocketFilter exactly(boolean also) {
        return new SocketFilter(listeners, connections, family, selector, exact && also);
    }

    /** {@code ss -ltn sport = 5432} (ss(8)). */
    static SocketFilter ofSs(Command command) {
        List<String> filter = new ArrayList<>();
        boolean state = false;
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-f") || word.equals("-A") || word.equals("-F") || word.equals("--query")) {
                i++;
            } else if (word.equals("state") || word.equals("exclude")) {
                state = true;
                i++;
            } else if (!word.startsWith("-")) {
                for (String part : word.split("\\s+", 50)) {
                    if (!part.isEmpty() && !part.equals("(") && !part.equals(")")) {
                        filter.add(part);
                    }
                }
            }
        }
        boolean listening = command.option('l') || command.has("--listening");
        boolean all = command.option('a') || command.has("--all");
        boolean otherThanTcp = !command.option('t')
                && !command.has("--tcp")
                && (command.option('u') || command.option('w') || command.option('x'));
        String selector = filter.isEmpty() ? otherThanTcp ? "udp" : null : expression(filter);
        return new SocketFilter(listening || all, !listening || all, family(command), selector, !state);
    }

    /** {@code sport = :22} is the port alone; anything else is the expression. */
    private static String expression(List<String> filter) {
        String first = filter.getFirst();
        String value = filter.getLast();
        boolean one = filter.size() <= 3 && !filter.contains("or") && !filter.contains("and");
        if (one
                && filter.size() >= 2
                && (first.equals("sport") || first.equals("dport") || first.equals("src") || first.equals("dst"))) {
            return value.startsWith(":") || value.startsWith("=") ? value.substring(1) : value;
        }
        return String.join(" ", filter);
    }

    /** {@code netstat -tuln} (netstat(8)). */
    static SocketFilter ofNetstat(Command command) {
        boolean listening = command.option('l') || command.has("--listening");
        boolean all = command.option('a') || command.has("--all");
        boolean otherThanTcp = !command.option('t')
                && !command.has("--tcp", "tcp")
                && (command.option('u') || command.option('w') || command.option('x'));
        return new SocketFilter(
                listening || all, !listening || all, family(command), otherThanTcp ? "udp" : null, true);
    }

    /** {@code lsof -iTCP:22 -sTCP:LISTEN} (lsof(8)). */
    static SocketFilter ofLsof(Command command) {
        String selector = null;
        boolean listeners = true;
        boolean connections = true;
        Family family = null;
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int at = word.startsWith("-") && !word.startsWith("-s") ? word.indexOf('i') : -1;
            if (at > 0) {
                boolean apart = at + 1 == word.length()
                        && i + 1 < words.size()
                        && !words.get(i + 1).startsWith("-");
                String argument = apart ? words.get(++i) : word.substring(at + 1);
                if (argument.startsWith("4")) {
                    family = Family.INET;
                } else if (argument.startsWith("6")) {
                    family = Family.INET6;
                }
                int sign = argument.indexOf('@') >= 0 ? argument.indexOf('@') : argument.lastIndexOf(':');
                selector = sign >= 0
                        ? argument.substring(sign + 1)
                        : argument.regionMatches(true, 0, "udp", 0, 3) ? "udp" : selector;
            } else if (word.startsWith("-sTCP:")) {
                listeners = word.contains("LISTEN") && word.indexOf('^') < 0;
                connections = !listeners;
            }
        }
        return new SocketFilter(listeners, connections, family, selector, true);
    }

    private static @Nullable Family family(Command command) {
        boolean four = command.option('4') || command.has("--inet", "--ipv4");
        boolean six = command.option('6') || command.has("--inet6", "--ipv6");
        return four == six ? null : four ? Family.INET : Family.INET6;
    }
}
