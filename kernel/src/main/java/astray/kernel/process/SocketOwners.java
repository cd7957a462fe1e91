package astray.kernel.process;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which processes hold which sockets. One link is read for each open descriptor of each process; nothing is allocated
 * for a socket.
 */
public final class SocketOwners {
    private static final int NONE = -1;

    /**
     * A process that holds a socket.
     *
     * @param pid the process
     * @param descriptor its number there
     */
    public record Owner(int pid, int descriptor) {}

    /**
     * Processes that could not be looked into: sockets without an owner may be theirs.
     *
     * @param count how many
     * @param reason why the first of them could not be read
     */
    public record Unread(int count, Errno reason) {}

    /** For each entry: the socket, who holds it, and the next entry of the same socket. */
    private long[] inodes = new long[1024];

    private int[] pids = new int[1024];
    private int[] descriptors = new int[1024];
    private int[] next = new int[1024];

    /** For a socket's first entry its last one, so that each further owner costs the same. */
    private int[] last = new int[1024];

    private int count;

    /** The first entry of each socket, by the hash of its inode; open addressing. */
    private int[] first = empty(4096);

    private int sockets;
    private @Nullable Unread unread;
    private boolean lockedOut;

    private SocketOwners() {}

    /** Looks into every process that may be looked into. */
    public static SocketOwners read() throws ErrnoException {
        try (Proc proc = Proc.open()) {
            return read(proc);
        }
    }

    /** Looks into every process that may be looked into. */
    public static SocketOwners read(Proc proc) throws ErrnoException {
        SocketOwners owners = new SocketOwners();
        for (int pid : proc.processes()) {
            try (ProcessFolder process = proc.process(pid);
                    Folder folder = process.descriptors()) {
                owners.add(pid, folder);
            } catch (ErrnoException e) {
                owners.refused(e.errno());
                owners.lockedOut |= e.errno().isPermission();
            }
        }
        return owners;
    }

    private void add(int pid, Folder folder) throws ErrnoException {
        for (int descriptor : folder.numbers()) {
            long inode = folder.socket(descriptor);
            if (inode > 0) {
                add(inode, pid, descriptor);
            } else if (inode < 0) {
                Errno errno = Errno.of((int) -inode);
                if (errno.isPermission()) {
                    refused(errno);
                    return;
                }
            }
        }
    }

    private void refused(Errno errno) {
        if (!Folder.isGone(errno)) {
            unread = unread == null ? new Unread(1, errno) : new Unread(unread.count() + 1, unread.reason());
        }
    }

    private void add(long inode, int pid, int descriptor) {
        if (count == pids.length) {
            inodes = Arrays.copyOf(inodes, 2 * count);
            pids = Arrays.copyOf(pids, 2 * count);
            descriptors = Arrays.copyOf(descriptors, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
            last = Arrays.copyOf(last, 2 * count);
        }
        inodes[count] = inode;
        pids[count] = pid;
        descriptors[count] = descriptor;
        next[count] = NONE;
        int slot = slot(inode);
        int entry = first[slot];
        if (entry == NONE) {
            first[slot] = count;
            last[count] = count;
            sockets++;
        } else {
            next[last[entry]] = count;
            last[entry] = count;
        }
        count++;
        if (2 * sockets > first.length) {
            grow();
        }
    }

    private static int[] empty(int size) {
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        return table;
    }

    private void grow() {
        int[] old = first;
        first = empty(2 * old.length);
        for (int entry : old) {
            if (entry != NONE) {
                first[slot(inodes[entry])] = entry;
            }
        }
    }

    private int slot(long inode) {
        int mask = first.length - 1;
        int slot = (int) ((inode * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (first[slot] != NONE && inodes[first[slot]] != inode) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The one with the lowest process number; {@code null} when no process that could be read holds it. */
    public @Nullable Owner first(long inode) {
        int entry = first[slot(inode)];
        return entry == NONE ? null : new Owner(pids[entry], descriptors[entry]);
    }

    /** All, in the order of their process numbers. */
    public List<Owner> all(long inode) {
        List<Owner> owners = new ArrayList<>();
        for (int entry = first[slot(inode)]; entry != NONE; entry = next[entry]) {
            owners.add(new Owner(pids[entry], descriptors[entry]));
        }
        return owners;
    }

    /** How many descriptors of sockets were found. */
    public int size() {
        return count;
    }

    /**
     * Whether a process did not even let its descriptors be listed, as those of other users do; one that lets them be
     * listed and not be read is no reason for netstat(8) to complain.
     */
    public boolean lockedOut() {
        return lockedOut;
    }

    /** What could not be read; {@code null} when every process was. */
    public @Nullable Unread unread() {
        return unread;
    }
}
