package astray.instruments.lsof;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.Folder;
import astray.kernel.process.RawFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files, folders and file systems that are asked for by name, and which of them were found open. */
final class Search {
    private static final int MOST_LINKS = 40;

    /** Something asked for. */
    static final class Entry {
        final String path;
        final boolean fileSystem;
        boolean found;

        Entry(String path, boolean fileSystem) {
            this.path = path;
            this.fileSystem = fileSystem;
        }
    }

    /** What a file is: by the inode on its device, or for a device by its number. */
    private record Key(long device, long number, boolean special) {}

    final List<Entry> entries = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    private final Map<Key, List<Entry>> files = new HashMap<>();
    private final Map<String, Entry> paths = new HashMap<>();
    private final Map<Long, Entry> fileSystems = new HashMap<>();
    private final RawFiles raw;
    private final Options options;
    private final Mounts mounts;

    /** Whether something that was asked for does not exist. */
    boolean failed;

    Search(RawFiles raw, Options options, Mounts mounts) {
        this.raw = raw;
        this.options = options;
        this.mounts = mounts;
    }

    /** Looks up the operands and walks the folders. */
    void prepare() {
        for (Options.Tree tree : options.trees) {
            walk(tree);
        }
        for (String operand : options.operands) {
            if (options.avoidBlocks) {
                complaints.add("avoiding readlink(" + operand + "): -b was specified.");
                failed = true;
            } else {
                operand(operand);
            }
        }
    }

    private void operand(String name) {
        String path = resolve(Latin.of(name));
        FileStatus status;
        try {
            status = raw.status(Latin.bytes(path), true);
        } catch (ErrnoException e) {
            complaints.add("status error on " + name + ": " + e.errno().text());
            failed = true;
            return;
        }
        if (options.names != Options.Names.FILES) {
            Mounts.Mount mount = mounts.at(path);
            if (mount == null && status.type() == FileStatus.BLOCK_DEVICE) {
                mount = mounts.of(status.special());
            }
            if (mount != null && mount.status() != null) {
                Entry entry = new Entry(path, true);
                entries.add(entry);
                fileSystems.putIfAbsent(mount.device(), entry);
                return;
            }
            if (options.names == Options.Names.FILE_SYSTEMS) {
                complaints.add("not a file system: " + name);
                failed = true;
                return;
            }
        }
        add(path, status);
    }

    private void add(String path, FileStatus status) {
        Entry entry = new Entry(path, false);
        entries.add(entry);
        files.computeIfAbsent(key(status), k -> new ArrayList<>(1)).add(entry);
        paths.putIfAbsent(path, entry);
    }

    private static Key key(FileStatus status) {
        return switch (status.type()) {
            case FileStatus.CHARACTER_DEVICE, FileStatus.BLOCK_DEVICE ->
                new Key(status.device(), status.special(), true);
            default -> new Key(status.device(), status.inode(), false);
        };
    }

    /** Follows the links in a path, and leaves the rest of it as it is. */
    String resolve(String name) {
        Deque<String> left = new ArrayDeque<>();
        push(left, name);
        StringBuilder path = new StringBuilder(name.startsWith("/") ? "/" : "");
        int links = 0;
        while (!left.isEmpty()) {
            String part = left.pop();
            int before = path.length();
            if (before > 0 && path.charAt(before - 1) != '/') {
                path.append('/');
            }
            path.append(part);
            String target = link(path.toString());
            if (target != null && ++links <= MOST_LINKS) {
                path.setLength(target.startsWith("/") ? 0 : before);
                if (target.startsWith("/")) {
                    path.append('/');
                }
                push(left, target);
            }
        }
        return path.toString();
    }

    private static void push(Deque<String> left, String name) {
        String[] parts = name.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty()) {
                left.push(parts[i]);
            }
        }
    }

    private @Nullable String link(String path) {
        try {
            return Latin.of(raw.link(Latin.bytes(path)));
        } catch (ErrnoException e) {
            return null;
        }
    }

    private static String shown(String path) {
        return new String(Latin.bytes(path), StandardCharsets.UTF_8);
    }

    private void warn(String warning) {
        if (options.warnings) {
            complaints.add("WARNING: " + warning);
        }
    }

    private void walk(Options.Tree tree) {
        String top = resolve(Latin.of(tree.path()));
        FileStatus status;
        try {
            status = raw.status(Latin.bytes(top), true);
        } catch (ErrnoException e) {
            warn("can't stat(" + tree.path() + "): " + e.errno().text());
            failed = true;
            return;
        }
        if (status.type() != FileStatus.DIRECTORY) {
            warn("not a directory: " + tree.path());
            failed = true;
            return;
        }
        add(top, status);
        long device = status.device();
        Deque<String> folders = new ArrayDeque<>();
        folders.add(top);
        while (!folders.isEmpty()) {
            list(folders.remove(), device, tree.deep() ? folders : null);
        }
    }

    /** Adds what a folder holds; the folders among it are appended where they are to be walked too. */
    private void list(String path, long device, @Nullable Deque<String> folders) {
        List<byte[]> names;
        try (Folder folder = raw.folder(Latin.bytes(path))) {
            names = folder.names();
        } catch (ErrnoException e) {
            if (!e.errno().equals(Errno.ENOENT)) {
                warn("can't open(" + shown(path) + "): " + e.errno().text());
            }
            return;
        }
        for (byte[] bytes : names) {
            String name = (path.equals("/") ? "/" : path + "/") + Latin.of(bytes);
            try {
                FileStatus status = raw.status(Latin.bytes(name), false);
                if (status.type() == FileStatus.SYMBOLIC_LINK) {
                    if (!options.crossLinks) {
                        continue;
                    }
                    status = raw.status(Latin.bytes(name), true);
                }
                if (status.device() != device && !options.crossMounts) {
                    continue;
                }
                boolean known = files.containsKey(key(status)) && status.type() == FileStatus.DIRECTORY;
                add(name, status);
                if (folders != null && status.type() == FileStatus.DIRECTORY && !known) {
                    folders.add(name);
                }
            } catch (ErrnoException e) {
                if (!e.errno().equals(Errno.ENOENT)) {
                    warn("can't stat(" + shown(name) + "): " + e.errno().text());
                }
            }
        }
    }

    /** The entry that an open file is of, by its path first; {@code null} when nobody asked for it. */
    @Nullable
    Entry find(String path, FileStatus status) {
        Entry found = null;
        List<Entry> same = files.get(key(status));
        if (same != null) {
            found = same.getFirst();
            for (Entry entry : same) {
                if (entry.path.equals(path)) {
                    found = entry;
                    break;
                }
            }
        }
        if (found == null) {
            found = fileSystems.get(status.device());
        }
        return mark(found);
    }

    /** The file system that a file without a name of its own is on. */
    @Nullable
    Entry onFileSystem(long device) {
        return mark(fileSystems.get(device));
    }

    /** The entry of a unix socket's path. */
    @Nullable
    Entry find(String path) {
        return mark(paths.get(path));
    }

    private static @Nullable Entry mark(@Nullable Entry entry) {
        if (entry != null) {
            entry.found = true;
        }
        return entry;
    }
}
