package astray.transcript.document;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file's path tells: {@code gpu1/ip-addr.txt}, {@code cpu1-lsof.txt}.
 *
 * @param host the folder's name, or what stands before the command in the file's name
 * @param command the command that the name spells
 */
public record FileLabel(@Nullable String host, @Nullable String command) {
    private static final Set<String> WHOLE = Set.of(
            "nft list ruleset",
            "docker network ls",
            "docker network inspect",
            "docker ps",
            "sysctl a",
            "bridge link",
            "bridge vlan");
    private static final Set<String> LISTERS = Set.of("ss", "netstat", "route", "arp", "iptables");

    /** Takes a relative path apart. */
    public static FileLabel of(String path) {
        String[] parts = path.replace('\\', '/').split("/", -1);
        String folder = parts.length > 1 ? host(parts[parts.length - 2]) : null;
        String name = parts[parts.length - 1];
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - 3);
        }
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        for (int from = 0; from >= 0 && from < stem.length(); from = next(stem, from)) {
            String command = command(stem.substring(from));
            if (command != null) {
                String before = from == 0 ? null : host(stem.substring(0, from - 1));
                return new FileLabel(before != null ? before : folder, command);
            }
        }
        return new FileLabel(folder, null);
    }

    private static int next(String stem, int from) {
        for (int i = from; i < stem.length(); i++) {
            if ("-_. ".indexOf(stem.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** {@code ip-route-show-table-all} is {@code ip route show table all}; {@code ss-tln} is {@code ss -tln}. */
    private static @Nullable String command(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        if (lower.startsWith("ip-")) {
            String words = lower.replace('-', ' ');
            return CommandShape.sure(words) ? words : null;
        }
        if (Tools.plain(lower) || WHOLE.contains(lower.replace('-', ' '))) {
            return Tools.plain(lower) ? lower : lower.replace('-', ' ');
        }
        int hyphen = lower.indexOf('-');
        String letters = lower.substring(hyphen + 1);
        boolean options = hyphen > 0
                && LISTERS.contains(lower.substring(0, hyphen))
                && letters.length() <= 6
                && isOptions(letters);
        return options ? lower.substring(0, hyphen) + " -" + letters : null;
    }

    private static boolean isOptions(String letters) {
        return !letters.isEmpty() && letters.chars().allMatch(c -> "tulnapre46s".indexOf(c) >= 0);
    }

    private static @Nullable String host(String name) {
        if (name.isEmpty()
                || name.length() > 64
                || name.equals(".")
                || name.equals("..")
                || !name.chars().allMatch(c -> Chars.ofName((char) c))) {
            return null;
        }
        return name.chars().anyMatch(Character::isLetterOrDigit) ? name : null;
    }
}
