package astray.transcript.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file's path tells: {@code gpu1/ip-addr.txt}, {@code cpu1-lsof.txt}.
 *
 * @param host the folder's name, or what stands before the command in the file's name
 * @param command the command that the name spells
 */
public record FileLabel(@Nullable String host, @Nullable String command) {

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

    /** {@code ip-route-show-table-all} is {@code ip route show table all}; tools may have hyphens themselves. */
    private static @Nullable String command(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (Tools.plain(lower)) {
            return lower;
        }
        String words = lower.replace('_', ' ').replace('-', ' ').strip();
        if (words.startsWith("ip6tables save") || words.startsWith("iptables save")) {
            return words.replaceFirst(" ", "-");
        }
        return CommandShape.sure(words) ? words : null;
    }

    private static @Nullable String host(String name) {
        if (name.isEmpty() || name.length() > 64 || name.equals(".") || name.equals("..") || !name.chars().allMatch(c -> Chars.ofName((char) c))) {
            return null;
        }
        return name.chars().anyMatch(Character::isLetterOrDigit) ? name : null;
    }
}
