package astray.instruments.lsof;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.process.Folder;
import astray.kernel.process.Proc;
import astray.kernel.process.ProcessFolder;
import astray.kernel.process.ProcessStat;
import astray.kernel.process.RawFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks the processes and what they hold open, and marks by what each file is asked for. */
final class Gathering {
    private static final byte[] TASKS = RawFiles.bytes("task");
    private static final byte[] CWD = RawFiles.bytes("cwd");
    private static final byte[] ROOT = RawFiles.bytes("root");
    private static final byte[] EXE = RawFiles.bytes("exe");

    private final Proc proc;
    private final Options options;
    private final Files files;
    private final Sockets sockets;
    private final Consumer<ProcessRow> whole;

    /**
     * Prepares a walk.
     *
     * @param whole takes each process that has a file, in their order
     */
    Gathering(Proc proc, Options options, Files files, Sockets sockets, Consumer<ProcessRow> whole) {
        this.proc = proc;
        this.options = options;
        this.files = files;
        this.sockets = sockets;
        this.whole = whole;
    }

    /** Walks all processes. */
    void walk() throws ErrnoException {
        for (int pid : proc.processes()) {
            try (ProcessFolder process = proc.process(pid)) {
                process(process);
            } catch (ErrnoException e) {
                // it ended meanwhile, or it is hidden from us (hidepid of proc(5)): nothing of it can be shown
            }
        }
    }

    private void process(ProcessFolder process) throws ErrnoException {
        ProcessStat stat = process.stat();
        if (stat.state() == 'Z') {
            return;
        }
        int uid = process.uid();
        int pid = process.id();
        byte[] command = stat.command();
        int selected = options.processes.selects(pid, stat.group(), uid, Latin.of(command));
        boolean selectable = selected >= 0 && canBeSelected(selected);
        if (!selectable && !options.endpoints) {
            return;
        }
        boolean tasks = options.listsTasks();
        if (tasks && (options.selected & Select.TASK) != 0) {
            selected |= Select.TASK;
        }
        ProcessRow row =
                new ProcessRow(pid, stat.parent(), stat.group(), uid, command, 0, new byte[0], Math.max(0, selected));
        row.selectable = selectable;
        look(row, process.folder(), "/proc/" + pid);
        if (tasks && selectable) {
            tasks(process, row);
        }
    }

    /** Whether any file of a process could be asked for, by what the process itself is asked for. */
    private boolean canBeSelected(int selected) {
        int wanted = options.selected;
        if (wanted == 0) {
            return true;
        }
        if (options.and) {
            int ofProcess = wanted & Select.OF_PROCESS;
            return (selected & ofProcess) == ofProcess;
        }
        return selected != 0 || (wanted & ~Select.OF_PROCESS) != 0;
    }

    private void tasks(ProcessFolder process, ProcessRow main) {
        try (Folder folder = process.folder().folder(TASKS)) {
            for (int id : folder.numbers()) {
                if (id == main.pid) {
                    continue;
                }
                try (Folder task = folder.folder(RawFiles.bytes(Integer.toString(id)))) {
                    ProcessStat stat = new ProcessStat(task.read(RawFiles.bytes("stat"), 4096));
                    ProcessRow row = new ProcessRow(
                            main.pid,
                            main.parent,
                            main.group,
                            main.uid,
                            main.command,
                            id,
                            stat.command(),
                            main.selected);
                    row.selectable = main.selectable;
                    look(row, task, "/proc/" + main.pid + "/task/" + id);
                } catch (ErrnoException e) {
                    // the task ended meanwhile
                }
            }
        } catch (ErrnoException e) {
            // the process ended meanwhile
        }
    }

    private void look(ProcessRow row, Folder folder, String path) {
        if (!sockets.only()) {
            place(row, folder, path, CWD, "cwd");
            place(row, folder, path, ROOT, "rtd");
            OpenFile text = place(row, folder, path, EXE, "txt");
            for (OpenFile file : files.maps(folder, text)) {
                add(row, file, -1);
            }
        }
        descriptors(row, folder, path);
        if (!row.files.isEmpty()) {
            whole.accept(row);
        }
    }

    /** The working directory, the root, the program. */
    private @Nullable OpenFile place(ProcessRow row, Folder folder, String path, byte[] link, String descriptor) {
        if (options.descriptors.excludes(descriptor, -1)) {
            return null;
        }
        OpenFile file = new OpenFile(descriptor);
        try {
            byte[] target = folder.link(link);
            files.node(file, target, folder, link);
        } catch (ErrnoException e) {
            if (!options.warnings) {
                return null;
            }
            file.type = "unknown";
            file.name = path + "/" + Latin.of(link);
            // a thread of the kernel runs no program: that is no failure
            if (!e.errno().equals(Errno.ENOENT)) {
                file.note = " (readlink: " + e.errno().text() + ")";
            }
        }
        add(row, file, -1);
        return file;
    }

    private void descriptors(ProcessRow row, Folder folder, String path) {
        try (Folder descriptors = folder.folder(RawFiles.bytes("fd"))) {
            for (int number : descriptors.numbers()) {
                if (!options.descriptors.excludes("", number)) {
                    descriptor(row, folder, descriptors, path, number);
                }
            }
        } catch (ErrnoException e) {
            if (options.warnings
                    && !Folder.isGone(e.errno())
                    && !sockets.only()
                    && !options.descriptors.excludes("NOFD", -1)) {
                OpenFile file = new OpenFile("NOFD");
                file.name = path + "/fd";
                file.note = " (opendir: " + e.errno().text() + ")";
                add(row, file, -1);
            }
        }
    }

    private void descriptor(ProcessRow row, Folder folder, Folder descriptors, String path, int number) {
        long inode = descriptors.socket(number);
        if (inode == 0 && sockets.only()) {
            return;
        }
        OpenFile file = new OpenFile(label(number));
        if (inode > 0) {
            if (sockets.fill(file, folder, descriptors, path, number, inode)) {
                add(row, file, number);
            }
            return;
        }
        try {
            byte[] target = descriptors.link(number);
            files.descriptor(file, target, folder, descriptors, number);
            file.lock = files.lock(row.pid, file);
        } catch (ErrnoException e) {
            if (!options.warnings || Folder.isGone(e.errno()) || sockets.only()) {
                return;
            }
            file.type = "unknown";
            file.name = path + "/fd/" + number;
            file.note = " (readlink: " + e.errno().text() + ")";
        }
        add(row, file, number);
    }

    /** The column has room for four digits: of larger numbers the last three are shown. */
    static String label(int number) {
        if (number < 10_000) {
            return Integer.toString(number);
        }
        String digits = Integer.toString(number);
        return "*" + digits.substring(digits.length() - 3);
    }

    private void add(ProcessRow row, OpenFile file, int number) {
        file.selected |= row.selected;
        if (!options.descriptors.isEmpty() && options.descriptors.includes(file.descriptor, number)) {
            file.selected |= Select.DESCRIPTOR;
        }
        if (options.linksBelow > 0 && file.links != OpenFile.UNKNOWN && file.links < options.linksBelow) {
            file.selected |= Select.LINKS;
        }
        file.shown = row.selectable && isShown(file);
        if (file.shown || options.endpoints && (file.endpoint != null || file.inet != null)) {
            row.files.add(file);
        }
    }

    private boolean isShown(OpenFile file) {
        if (file.excluded) {
            return false;
        }
        int wanted = options.selected;
        int both = file.selected & wanted;
        return wanted == 0 || (options.and ? both == wanted : both != 0);
    }

    /** All files of processes, kept in a list. */
    static List<ProcessRow> list(Proc proc, Options options, Files files, Sockets sockets) throws ErrnoException {
        List<ProcessRow> rows = new ArrayList<>();
        new Gathering(proc, options, files, sockets, rows::add).walk();
        return rows;
    }
}
