package astray.instruments.lsof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is mapped into a process's memory, {@code /proc/PID/maps} (proc_pid_maps(5)).
 *
 * @param major of the device that holds it
 * @param minor of the device that holds it
 * @param inode its number there
 * @param path where it is, a character for each byte
 * @param deleted whether it has no name any more
 */
record Mapping(int major, int minor, long inode, String path, boolean deleted) {
    private static final String DELETED = " (deleted)";
    private static final int FIELDS = 5;

    private record Key(int major, int minor, long inode) {}

    /** The files of a text, each once, in their order. What is no file, or no line of this form, is passed over. */
    static List<Mapping> all(byte[] maps) {
        List<Mapping> all = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        int at = 0;
        while (at < maps.length) {
            int end = at;
            while (end < maps.length && maps[end] != '\n') {
                end++;
            }
            Mapping mapping = line(maps, at, end);
            if (mapping != null && seen.add(new Key(mapping.major, mapping.minor, mapping.inode))) {
                all.add(mapping);
            }
            at = end + 1;
        }
        return all;
    }

    /** {@code 7f0000000000-7f0000001000 r--p 00000000 fe:00 338944      /usr/lib/...}. */
    private static @Nullable Mapping line(byte[] maps, int start, int end) {
        String[] fields = new String[FIELDS];
        int at = start;
        for (int i = 0; i < FIELDS; i++) {
            int from = at;
            while (at < end && maps[at] != ' ') {
                at++;
            }
            fields[i] = new String(maps, from, at - from, java.nio.charset.StandardCharsets.ISO_8859_1);
            while (at < end && maps[at] == ' ') {
                at++;
            }
        }
        int colon = fields[3].indexOf(':');
        if (colon < 0 || at >= end) {
            return null;
        }
        try {
            int major = Integer.parseInt(fields[3].substring(0, colon), 16);
            int minor = Integer.parseInt(fields[3].substring(colon + 1), 16);
            long inode = Long.parseUnsignedLong(fields[4]);
            if (inode == 0) {
                return null;
            }
            String path = unescaped(new String(maps, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1));
            boolean deleted = path.endsWith(DELETED);
            return new Mapping(
                    major, minor, inode, deleted ? path.substring(0, path.length() - DELETED.length()) : path, deleted);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The kernel writes a line's end in a name as {@code \012}, and nothing else so. */
    private static String unescaped(String path) {
        return path.indexOf('\\') < 0 ? path : path.replace("\\012", "\n");
    }
}
