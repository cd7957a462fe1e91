package astray.transcript.iproute;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Route;
import astray.transcript.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command line of ip(8) says about its output: words that the output itself then leaves out. Objects and
 * subcommands may be abbreviated as ip(8) allows.
 */
final class IpCommand {
    private static final List<String> OPTIONS_WITH_VALUE =
            List.of("-f", "-family", "-n", "-netns", "-l", "-loops", "-rc", "-rcvbuf", "-b", "-batch");

    private final List<String> words;
    private final int object;
    private final @Nullable Family family;

    private IpCommand(List<String> words, int object, @Nullable Family family) {
        this.words = words;
        this.object = object;
        this.family = family;
    }

    /** The command, or {@code null} when there is none or it is another tool's. */
    static @Nullable IpCommand of(@Nullable Command command) {
        if (command == null || !command.tool().equals("ip")) {
            return null;
        }
        List<String> words = command.words();
        Family family = null;
        int i = 1;
        for (; i < words.size() && words.get(i).startsWith("-"); i++) {
            String option = words.get(i);
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            if (option.equals("-6") || option.startsWith("-f") && value.equals("inet6")) {
                family = Family.INET6;
            } else if (option.equals("-4") || option.startsWith("-f") && value.equals("inet")) {
                family = Family.INET;
            }
            if (OPTIONS_WITH_VALUE.contains(option)) {
                i++;
            }
        }
        return new IpCommand(words, Math.min(i, words.size()), family);
    }

    /** Whether it is about this object: {@code route} for {@code ip r}, {@code ip ro}, {@code ip route}. */
    boolean about(String name) {
        String word = object < words.size() ? words.get(object) : "";
        if (word.isEmpty()) {
            return false;
        }
        // ip(8) takes the first object that an abbreviation fits: r is route, not rule
        return name.startsWith(word) && !(name.equals("rule") && word.equals("r"))
                || name.equals("neigh") && (word.startsWith("neigh") || word.equals("nei"));
    }

    /** The family that the listing is restricted to, where the command says so. */
    @Nullable
    Family family() {
        return family;
    }

    /** Whether it is {@code ip route get}. */
    boolean isLookup() {
        String sub = object + 1 < words.size() ? words.get(object + 1) : "";
        return about("route") && !sub.isEmpty() && "get".startsWith(sub);
    }

    /** Whether it shows the matching route of the table instead of the packet's way. */
    boolean showsMatch() {
        return words.contains("fibmatch");
    }

    /** The address asked for by {@code ip route get}. */
    @Nullable
    IpAddress asked() {
        for (int i = object + 2; isLookup() && i < words.size(); i++) {
            String word = words.get(i);
            if (!word.equals("to") && !word.equals("fibmatch")) {
                int slash = word.indexOf('/');
                return IpAddress.parse(slash < 0 ? word : word.substring(0, slash));
            }
        }
        return null;
    }

    /** The source address given with {@code ip route get}. */
    @Nullable
    IpAddress from() {
        String from = after("from");
        return from == null ? null : IpAddress.parse(from);
    }

    /** The incoming interface given with {@code ip route get}. */
    @Nullable
    String iif() {
        return after("iif");
    }

    /** The interface that the listing is restricted to: {@code dev eth0}, or the bare word of {@code ip addr show eth0}. */
    @Nullable
    String dev() {
        String dev = after("dev");
        if (dev != null || !about("address") && !about("link")) {
            return dev;
        }
        if (words.size() != object + 3 || !isShow(words.get(object + 1))) {
            return null;
        }
        String last = words.get(object + 2);
        return last.equals("up") ? null : last;
    }

    private static boolean isShow(String word) {
        return "show".startsWith(word) || "list".startsWith(word) || "lst".startsWith(word);
    }

    /**
     * The table that routes without one in their line are of: {@code main} unless the command asks for another;
     * {@code null} where the command shows several.
     */
    @Nullable
    String table() {
        for (int i = object + 1; i + 1 < words.size(); i++) {
            String word = words.get(i);
            String value = words.get(i + 1);
            if (word.equals("vrf")) {
                return value;
            }
            if (!word.isEmpty() && "table".startsWith(word)) {
                return switch (value) {
                    case "all", "0", "unspec" -> null;
                    case "254" -> Route.MAIN;
                    case "255" -> Route.LOCAL;
                    case "253" -> "default";
                    default -> value;
                };
            }
        }
        return Route.MAIN;
    }

    private @Nullable String after(String word) {
        for (int i = object + 1; i + 1 < words.size(); i++) {
            if (words.get(i).equals(word)) {
                return words.get(i + 1);
            }
        }
        return null;
    }
}
