package astray.instruments.lsof;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.Folder;
import astray.kernel.process.RawFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the rows of files that are no sockets. */
final class Files {
    private static final String ANONYMOUS = "anon_inode:";
    private static final byte[] MAPS = RawFiles.bytes("maps");
    private static final int LARGEST_MAPS = 32 << 20;
    private static final int LARGEST_INFO = 1 << 20;

    /** UNIX98_PTY_SLAVE_MAJOR of linux/major.h and the seven behind it. */
    private static final int TERMINALS = 136;

    private static final int TERMINALS_LAST = 143;

    /** /dev/ptmx. */
    private static final long MASTERS = number(5, 2);

    private final RawFiles raw;
    private final Options options;
    private final Search search;
    private final Mounts mounts;
    private final Text text;
    private final boolean offsets;
    private final boolean flags;
    private @Nullable Locks locks;

    Files(RawFiles raw, Options options, Search search, Mounts mounts, Text text) {
        this.raw = raw;
        this.options = options;
        this.search = search;
        this.mounts = mounts;
        this.text = text;
        this.offsets = options.extent == Options.Extent.OFFSET;
        this.flags = options.flags || options.fields != null && options.fields.indexOf('G') >= 0;
    }

    /** A file that a link of a process stands for: its working directory, its root, its program. */
    void node(OpenFile file, byte[] target, Folder folder, byte[] link) {
        String path = Latin.of(target);
        if (!exempt(file, path)) {
            try {
                fill(file, path, folder.status(link, true));
            } catch (ErrnoException e) {
                failed(file, path, e.errno());
            }
        }
    }

    private void failed(OpenFile file, String path, Errno errno) {
        file.type = "unknown";
        file.name = text.name(Latin.bytes(path));
        file.note = " (stat: " + errno.text() + ")";
    }

    /** A file that is open under a number. */
    void descriptor(OpenFile file, byte[] target, Folder folder, Folder descriptors, int number) {
        String path = Latin.of(target);
        if (exempt(file, path)) {
            return;
        }
        file.access = access(descriptors, number);
        try {
            fill(file, path, descriptors.status(number, true));
        } catch (ErrnoException e) {
            failed(file, path, e.errno());
        }
        boolean device = file.rawDevice >= 0;
        if (offsets || flags || device || path.startsWith(ANONYMOUS)) {
            info(file, folder, number, path);
        } else {
            // only what has no size shows it, and a pipe is always at its start
            file.offset = 0;
        }
    }

    /** How a descriptor may be used: the permissions of its link say so (proc_pid_fd(5)). */
    private static char access(Folder descriptors, int number) {
        try {
            int mode = descriptors.status(number, false).mode();
            boolean read = (mode & 0400) != 0;
            boolean write = (mode & 0200) != 0;
            // one opened for its path only can do neither, and is shown as the original does
            return read == write ? 'u' : read ? 'r' : 'w';
        } catch (ErrnoException e) {
            return ' ';
        }
    }

    /** Whether a file is on a file system that must not be asked ({@code -e}), or that gave no answer before. */
    private boolean exempt(OpenFile file, String path) {
        for (Options.Exemption exemption : options.exemptions) {
            String root = Latin.of(exemption.path());
            if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                boolean numbered = !Character.isLetter(file.descriptor.charAt(0));
                file.type = "UNKN" + (numbered ? "fd" : file.descriptor);
                file.device = "UNKNOWN";
                file.name = text.name(Latin.bytes(path));
                file.note = " (" + (exemption.links() ? "+e " : "-e ") + exemption.path() + ")";
                return true;
            }
        }
        if (mounts.isSilent(path)) {
            failed(file, path, Errno.ETIMEDOUT);
            return true;
        }
        return false;
    }

    private void fill(OpenFile file, String path, FileStatus status) {
        file.type = path.startsWith(ANONYMOUS) ? "a_inode" : type(status);
        file.deviceNumber = number(status.major(), status.minor());
        file.device = status.major() + "," + status.minor();
        file.inode = status.inode();
        file.node = Long.toUnsignedString(status.inode());
        file.links = status.links();
        switch (status.type()) {
            case FileStatus.CHARACTER_DEVICE, FileStatus.BLOCK_DEVICE -> {
                file.rawDevice = number(status.specialMajor(), status.specialMinor());
                file.device = status.specialMajor() + "," + status.specialMinor();
            }
            case FileStatus.FIFO, FileStatus.SOCKET -> file.size = OpenFile.UNKNOWN;
            default -> file.size = status.size();
        }
        name(file, path, status);
        Search.Entry entry = search.find(path, status);
        if (entry != null) {
            file.selected |= Select.NAME;
            if (!entry.fileSystem) {
                file.name = text.name(Latin.bytes(entry.path));
            }
        }
        Mounts.Mount mount = mounts.network(status.device());
        if (mount != null) {
            file.selected |= Select.NFS;
            options.nfsFound = true;
            file.note = " (" + text.name(Latin.bytes(mount.source())) + ")";
        }
    }

    /** A device's number in the C library's form (makedev(3)), as fields print it. */
    static long number(int major, int minor) {
        return (major & 0xfffffL) << 8 | (minor & 0xffL) | (minor & 0xfff00L) << 12;
    }

    private static String type(FileStatus status) {
        return switch (status.type()) {
            case FileStatus.REGULAR -> "REG";
            case FileStatus.DIRECTORY -> "DIR";
            case FileStatus.CHARACTER_DEVICE -> "CHR";
            case FileStatus.BLOCK_DEVICE -> "BLK";
            case FileStatus.FIFO -> "FIFO";
            case FileStatus.SYMBOLIC_LINK -> "LINK";
            case FileStatus.SOCKET -> "sock";
            default -> {
                String octal = Integer.toOctalString(status.type() >> 12);
                yield "0".repeat(Math.max(0, 4 - octal.length())) + octal;
            }
        };
    }

    private void name(OpenFile file, String path, FileStatus status) {
        if (path.startsWith(ANONYMOUS)) {
            file.name = text.name(Latin.bytes(path.substring(ANONYMOUS.length())));
        } else if (status.type() == FileStatus.FIFO && path.startsWith("pipe:[")) {
            file.name = "pipe";
        } else {
            file.name = text.name(Latin.bytes(path));
        }
        if (status.type() == FileStatus.FIFO) {
            String pipe = status.device() + " " + status.inode();
            file.endpoint = new Endpoint(Endpoint.Kind.PIPE, pipe, pipe);
        }
        int major = status.specialMajor();
        if (status.type() == FileStatus.CHARACTER_DEVICE && major >= TERMINALS && major <= TERMINALS_LAST) {
            int terminal = (major - TERMINALS) * 256 + status.specialMinor();
            file.endpoint = new Endpoint(Endpoint.Kind.SLAVE, "slave " + terminal, "master " + terminal);
        }
    }

    /** What {@code /proc/PID/fdinfo} tells: the offset, the flags, and what kinds of anonymous files are about. */
    private void info(OpenFile file, Folder folder, int number, String path) {
        FdInfo info = info(folder, number);
        if (info == null) {
            return;
        }
        file.offset = info.position();
        file.flags = info.flags();
        switch (path) {
            case "anon_inode:[eventfd]" -> {
                String id = info.value("eventfd-id");
                if (id != null) {
                    file.name = text.name("[eventfd:" + id + "]");
                    file.endpoint = new Endpoint(Endpoint.Kind.EVENTFD, id, id);
                }
            }
            case "anon_inode:[eventpoll]" -> {
                String watched = info.watched();
                if (!watched.isEmpty()) {
                    file.name = "[eventpoll:" + watched + "]";
                }
            }
            case "anon_inode:[pidfd]" -> {
                String pid = info.value("Pid");
                if (pid != null) {
                    file.name = text.name("[pidfd:" + pid + "]");
                }
            }
            default -> {
                String terminal = file.rawDevice == MASTERS ? info.value("tty-index") : null;
                if (terminal != null) {
                    file.endpoint = new Endpoint(Endpoint.Kind.MASTER, "master " + terminal, "slave " + terminal);
                }
            }
        }
    }

    /** The text about a descriptor; {@code null} when it was closed meanwhile. */
    static @Nullable FdInfo info(Folder folder, int number) {
        try {
            byte[] bytes = folder.read(RawFiles.bytes("fdinfo/" + number), LARGEST_INFO);
            return new FdInfo(new String(bytes, StandardCharsets.US_ASCII));
        } catch (ErrnoException e) {
            return null;
        }
    }

    /** The letter of a process's lock on a file. */
    char lock(int pid, OpenFile file) {
        if (file.rawDevice >= 0 || file.deviceNumber < 0) {
            return ' ';
        }
        if (locks == null) {
            locks = Locks.read(raw);
        }
        return locks.of(pid, file.deviceNumber, file.inode);
    }

    /** The files that are mapped into memory, each once, but for the program itself. */
    List<OpenFile> maps(Folder folder, @Nullable OpenFile program) {
        byte[] maps;
        try {
            maps = folder.read(MAPS, LARGEST_MAPS);
        } catch (ErrnoException e) {
            // not told to other users: then the row of the descriptors says why
            return List.of();
        }
        List<OpenFile> files = new ArrayList<>();
        for (Mapping mapping : Mapping.all(maps)) {
            boolean same = program != null
                    && program.inode == mapping.inode()
                    && program.deviceNumber == number(mapping.major(), mapping.minor());
            String descriptor = mapping.deleted() ? "DEL" : "mem";
            if (!same && !options.descriptors.excludes(descriptor, -1)) {
                OpenFile file = new OpenFile(descriptor);
                mapped(file, mapping);
                files.add(file);
            }
        }
        return files;
    }

    private void mapped(OpenFile file, Mapping mapping) {
        String path = mapping.path();
        if (exempt(file, path)) {
            return;
        }
        FileStatus status = null;
        String note = "";
        if (!mapping.deleted()) {
            try {
                status = raw.status(Latin.bytes(path), true);
                note = difference(mapping, status);
            } catch (ErrnoException e) {
                note = " (stat: " + e.errno().text() + ")";
            }
        }
        if (status != null && note.isEmpty()) {
            fill(file, path, status);
            return;
        }
        // another file has its path by now, or has it for us: only what the kernel told is of the mapped one
        file.type = "REG";
        file.deviceNumber = number(mapping.major(), mapping.minor());
        file.device = mapping.major() + "," + mapping.minor();
        file.inode = mapping.inode();
        file.node = Long.toUnsignedString(mapping.inode());
        file.name = text.name(Latin.bytes(path));
        file.note = note;
        Search.Entry entry = search.onFileSystem((long) mapping.major() << 32 | mapping.minor());
        file.selected |= entry == null ? 0 : Select.NAME;
    }

    private static String difference(Mapping mapping, FileStatus status) {
        boolean device = status.major() != mapping.major() || status.minor() != mapping.minor();
        boolean inode = status.inode() != mapping.inode();
        if (!device && !inode) {
            return "";
        }
        String ofDevice = device ? "dev=" + status.major() + "," + status.minor() : "";
        String ofInode = inode ? "inode=" + Long.toUnsignedString(status.inode()) : "";
        return " (path " + ofDevice + (device && inode ? ", " : "") + ofInode + ")";
    }
}
