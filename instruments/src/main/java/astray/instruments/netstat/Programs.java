package astray.instruments.netstat;

import astray.instruments.Console;
import astray.kernel.ErrnoException;
import astray.kernel.process.Proc;
import astray.kernel.process.ProcessFolder;
import astray.kernel.process.RawFiles;
import astray.kernel.process.SocketOwners;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The column {@code PID/Program name}. Each process is asked for its name once. */
final class Programs implements AutoCloseable {
    private static final int WIDTH = 20;

    /** As much of a command line as can matter: a long path may stand before the program's name. */
    private static final int COMMAND_LINE = 511;

    private final Proc proc;
    private final SocketOwners owners;
    private final Map<Integer, String> names = new HashMap<>();

    private Programs(Proc proc, SocketOwners owners) {
        this.proc = proc;
        this.owners = owners;
    }

    /** Looks through the processes; says what it may not see. */
    static Programs read(Console console) throws ErrnoException {
        Proc proc = Proc.open();
        SocketOwners owners;
        try {
            owners = SocketOwners.read(proc);
        } catch (ErrnoException e) {
            proc.close();
            throw e;
        }
        if (owners.lockedOut()) {
            console.complain(
                    owners.size() > 0
                            ? "(Not all processes could be identified, non-owned process info\n"
                                    + " will not be shown, you would have to be root to see it all.)"
                            : "(No info could be read for \"-p\": geteuid()=" + user(proc)
                                    + " but you should be root.)");
        }
        return new Programs(proc, owners);
    }

    private static String user(Proc proc) {
        try {
            return Integer.toUnsignedString(
                    proc.files().status(RawFiles.bytes("/proc/self"), true).uid());
        } catch (ErrnoException e) {
            return "?";
        }
    }

    /** What stands in the column for a socket, at most 19 characters. */
    String of(long inode) {
        SocketOwners.Owner owner = inode == 0 ? null : owners.first(inode);
        if (owner == null) {
            return "-";
        }
        String name = names.get(owner.pid());
        if (name == null) {
            name = cell(owner.pid());
            names.put(owner.pid(), name);
        }
        return name;
    }

    /** The process that holds a socket; -1 for none that could be seen. */
    int process(long inode) {
        SocketOwners.Owner owner = inode == 0 ? null : owners.first(inode);
        return owner == null ? -1 : owner.pid();
    }

    /** The name of the program that holds a socket; {@code null} for none that could be seen. */
    @Nullable
    String name(long inode) {
        String cell = of(inode);
        int slash = cell.indexOf('/');
        return slash < 0 ? null : cell.substring(slash + 1);
    }

    private String cell(int pid) {
        byte[] line;
        try (ProcessFolder process = proc.process(pid)) {
            line = process.commandLine(COMMAND_LINE);
        } catch (ErrnoException gone) {
            return "-";
        }
        return cell(pid, line);
    }

    /** The cell for a command line, whose words end with a zero byte each. */
    static String cell(int pid, byte[] line) {
        int end = 0;
        while (end < line.length && line[end] != 0) {
            end++;
        }
        int from = 0;
        if (end > 0 && line[0] == '/') {
            for (int i = 0; i < end; i++) {
                if (line[i] == '/') {
                    from = i + 1;
                }
            }
        }
        String digits = pid + "/";
        int room = Math.max(0, WIDTH - 1 - digits.length());
        StringBuilder cell = new StringBuilder(digits);
        String name = new String(line, from, Math.min(end - from, room), StandardCharsets.UTF_8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            cell.append(Character.isISOControl(c) ? '?' : c);
        }
        return cell.toString();
    }

    @Override
    public void close() {
        proc.close();
    }
}
