package astray.instruments.names;

import astray.kernel.ErrnoException;
import astray.kernel.process.PasswordDatabase;
import astray.kernel.process.RawFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of users: those of {@code /etc/passwd} (passwd(5)), and those of other sources where nsswitch.conf(5) names any.
 */
public final class Users {
    private static final int LARGEST = 16 << 20;

    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean more;

    private Users(boolean more) {
        this.more = more;
    }

    /** Reads the files of this machine; a file that cannot be read names nobody. */
    public static Users read(RawFiles files) {
        return of(text(files, "/etc/passwd"), text(files, "/etc/nsswitch.conf"));
    }

    private static String text(RawFiles files, String path) {
        try {
            return new String(files.read(RawFiles.bytes(path), LARGEST), StandardCharsets.UTF_8);
        } catch (ErrnoException e) {
            return "";
        }
    }

    /**
     * Reads texts.
     *
     * @param passwd the text of passwd(5)
     * @param switches the text of nsswitch.conf(5): whether the C library knows more users than the first text
     */
    public static Users of(String passwd, String switches) {
        Users users = new Users(knowsMore(switches));
        for (int at = 0; at < passwd.length(); ) {
            int end = lineEnd(passwd, at);
            users.line(passwd, at, end);
            at = end + 1;
        }
        return users;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void line(String text, int start, int end) {
        int name = text.indexOf(':', start);
        int password = name < 0 ? -1 : text.indexOf(':', name + 1);
        int number = password < 0 ? -1 : text.indexOf(':', password + 1);
        if (number < 0 || number >= end || name == start || text.charAt(start) == '#') {
            return;
        }
        long uid = 0;
        for (int i = password + 1; i < number; i++) {
            char c = text.charAt(i);
            uid = c < '0' || c > '9' ? Long.MAX_VALUE : uid * 10 + c - '0';
            if (uid > 0xffff_ffffL) {
                return;
            }
        }
        if (number > password + 1) {
            // of several lines the first counts
            names.putIfAbsent((int) uid, text.substring(start, name));
            numbers.putIfAbsent(text.substring(start, name), (int) uid);
        }
    }

    /** Whether the line of {@code passwd} names a source beside the file. */
    private static boolean knowsMore(String switches) {
        for (int at = 0; at < switches.length(); ) {
            int end = lineEnd(switches, at);
            String line = switches.substring(at, end).strip();
            at = end + 1;
            if (line.startsWith("passwd:")) {
                int comment = line.indexOf('#');
                String sources = line.substring("passwd:".length(), comment < 0 ? line.length() : comment)
                        .strip();
                return !(sources.isEmpty() || sources.equals("files"));
            }
        }
        return false;
    }

    /** The name of a user; {@code null} when there is none. */
    public @Nullable String name(int uid) {
        String name = names.get(uid);
        if (name == null && more) {
            name = PasswordDatabase.name(uid);
            // an empty name says that nobody knows it, so that it is asked once
            names.put(uid, name == null ? "" : name);
        }
        return name == null || name.isEmpty() ? null : name;
    }

    /** The number of a user, an unsigned one; {@code null} when there is none of this name. */
    public @Nullable Integer uid(String name) {
        Integer uid = numbers.get(name);
        return uid == null && more ? PasswordDatabase.uid(name) : uid;
    }
}
