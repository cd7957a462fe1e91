package astray.instruments.lsof;

import astray.kernel.ErrnoException;
import astray.kernel.process.RawFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The locks on files, {@code /proc/locks} (proc_locks(5)): of several of a process on a file the first counts. */
final class Locks {
    private static final byte[] FILE = RawFiles.bytes("/proc/locks");
    private static final int LARGEST = 16 << 20;

    private record Key(int pid, long device, long inode) {}

    private final Map<Key, Character> locks = new HashMap<>();

    /** Reads those of this machine. */
    static Locks read(RawFiles files) {
        try {
            return new Locks(new String(files.read(FILE, LARGEST), StandardCharsets.UTF_8));
        } catch (ErrnoException e) {
            return new Locks("");
        }
    }

    Locks(String text) {
        for (String line : text.split("\n", -1)) {
            // 1: POSIX  ADVISORY  WRITE 688 00:2f:59 0 99
            String[] words = line.strip().split(" +", -1);
            if (words.length < 8 || words[1].equals("->")) {
                continue;
            }
            String[] file = words[5].split(":", -1);
            int pid = DescriptorChoice.number(words[4]);
            if (file.length != 3 || pid <= 0) {
                continue;
            }
            try {
                long device = Files.number(Integer.parseInt(file[0], 16), Integer.parseInt(file[1], 16));
                boolean whole = words[6].equals("0") && words[7].equals("EOF");
                char kind = words[3].equals("WRITE") ? 'w' : 'r';
                locks.putIfAbsent(
                        new Key(pid, device, Long.parseLong(file[2])), whole ? Character.toUpperCase(kind) : kind);
            } catch (NumberFormatException e) {
                // a line of another form tells of no lock that could be shown
            }
        }
    }

    /** The letter of a process's lock on a file; a blank for none. */
    char of(int pid, long device, long inode) {
        return locks.isEmpty() ? ' ' : locks.getOrDefault(new Key(pid, device, inode), ' ');
    }
}
