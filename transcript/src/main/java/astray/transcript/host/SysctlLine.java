package astray.transcript.host;

import astray.facts.Sysctl;
import astray.transcript.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kernel settings in a line of text, and their two ways of writing a key (sysctl(8)). */
final class SysctlLine {
    private static final String PROC = "/proc/sys/";
    private static final int MAX_KEY = 200;
    private static final int MAX_KEYS = 256;
    private static final int MAX_VALUE = 200;

    private SysctlLine() {}

    /** {@code net.ipv4.ip_forward = 1}, without the blanks too, or macOS's {@code net.inet.ip.forwarding: 1}. */
    static @Nullable Sysctl dotted(String text) {
        int end = 0;
        while (end < text.length() && keyCharacter(text.charAt(end))) {
            end++;
        }
        if (end == 0 || end > MAX_KEY || !root(text.substring(0, end))) {
            return null;
        }
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        boolean equals = at < text.length() && text.charAt(at) == '=';
        boolean colon = at == end && text.startsWith(": ", at);
        return equals || colon
                ? new Sysctl(text.substring(0, end), text.substring(at + 1).strip())
                : null;
    }

    /** Interfaces' names are part of a key: nearly any character may be. */
    private static boolean keyCharacter(char c) {
        return c > ' ' && c != '=' && c != ':' && c < 127;
    }

    private static boolean root(String key) {
        int dot = key.indexOf('.');
        return dot > 0
                && dot < key.length() - 1
                && switch (key.substring(0, dot)) {
                    case "net", "kernel", "vm", "fs", "dev", "debug", "user", "abi", "sunrpc", "crypto", "kern", "hw" ->
                        true;
                    default -> false;
                };
    }

    /** {@code /proc/sys/net/ipv4/ip_forward:1}, as {@code grep -r} prints it. */
    static @Nullable Sysctl path(String text) {
        int colon = text.indexOf(':');
        String key = text.startsWith(PROC) && colon > 0 ? key(text.substring(0, colon)) : null;
        // an interface such as eth0:1 has a colon of its own, and no settings of its own
        return key == null || text.indexOf(' ') >= 0 && text.indexOf(' ') < colon
                ? null
                : new Sysctl(key, text.substring(colon + 1).strip());
    }

    /** The key of a file below /proc/sys: dots and slashes change places. */
    static @Nullable String key(String path) {
        String below = path.startsWith(PROC) ? path.substring(PROC.length()) : "";
        return below.isEmpty() || below.length() > MAX_KEY || below.indexOf('*') >= 0 ? null : swapped(below);
    }

    /** The file of a setting. */
    static String path(Sysctl setting) {
        return PROC + swapped(setting.key());
    }

    private static String swapped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '.' ? '/' : c == '/' ? '.' : c);
        }
        return out.toString();
    }

    /** The keys that a command asks for where its output holds only values. */
    static List<String> keys(@Nullable Command command) {
        List<String> keys = new ArrayList<>();
        if (command == null || !asksForValues(command)) {
            return keys;
        }
        for (String word : command.words().subList(1, command.words().size())) {
            String key = word.startsWith(PROC) ? key(word) : root(word) ? word : null;
            if (key != null && keys.size() < MAX_KEYS) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static boolean asksForValues(Command command) {
        return switch (command.tool()) {
            case "sysctl" -> command.option('n') || command.has("--values");
            case "cat", "head", "more" -> true;
            default -> false;
        };
    }

    /** Whether a line could be a setting's value: short, and of numbers or a word. */
    static boolean value(String text) {
        if (text.isEmpty() || text.length() > MAX_VALUE) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-_.,\t ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What sysctl says of settings that it cannot show. */
    static boolean error(String text) {
        return text.startsWith("sysctl: ") || text.startsWith("grep: " + PROC) || text.startsWith("cat: " + PROC);
    }
}
