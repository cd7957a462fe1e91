package astray.journal;

import astray.journal.JournalException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where journal files are looked for: files by name, a folder, or the folders of a system. */
public final class Sources {
    /** So many files are opened at most, as the original does (JOURNAL_FILES_MAX). */
    private static final int MOST = 7168;

    private static final List<String> SYSTEM = List.of("/run/log/journal", "/var/log/journal");
    private static final String REMOTE = "/var/log/journal/remote";

    /** Which kinds of files are wanted. */
    public record Kinds(boolean system, @Nullable Integer user) {
        /** All of them. */
        public static final Kinds ALL = new Kinds(false, null);

        boolean wants(String name) {
            if (!isJournal(name)) {
                return false;
            }
            if (!system && user == null) {
                return true;
            }
            return system && isOf("system", name) || user != null && isOf("user-" + user, name);
        }

        private static boolean isOf(String kind, String name) {
            return name.equals(kind + ".journal") || name.equals(kind + ".journal~") || name.startsWith(kind + "@");
        }
    }

    private final List<String> files;
    private final List<String> folders;
    private final boolean mustExist;
    private final Kinds kinds;

    /** Only subfolders of this machine, and all under /run; {@code null}: all. */
    private final @Nullable Id128 machine;

    private final boolean local;
    private final @Nullable String namespace;
    private final boolean everyNamespace;
    private final boolean withDefault;

    private Sources(Builder builder) {
        files = builder.files;
        folders = builder.folders;
        mustExist = builder.mustExist;
        kinds = builder.kinds;
        machine = builder.machine;
        local = builder.local;
        namespace = builder.namespace;
        everyNamespace = builder.everyNamespace;
        withDefault = builder.withDefault;
    }

    /** Puts sources together. */
    public static final class Builder {
        private final List<String> files = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private boolean mustExist;
        private Kinds kinds = Kinds.ALL;
        private @Nullable Id128 machine;
        private boolean local;
        private @Nullable String namespace;
        private boolean everyNamespace;
        private boolean withDefault;

        /** Nothing yet. */
        public Builder() {}

        /** A file. */
        public Builder file(String path) {
            files.add(path);
            return this;
        }

        /** A folder that must be there. */
        public Builder folder(String path) {
            folders.add(path);
            mustExist = true;
            return this;
        }

        /** The folders of a system below a root, "" for the running one; those that are missing are passed over. */
        public Builder system(String root) {
            for (String folder : SYSTEM) {
                folders.add(root + folder);
            }
            folders.add(root + REMOTE);
            return this;
        }

        /** The folders of the running system, for the files of its own machine only. */
        public Builder local(@Nullable Id128 ownMachine) {
            folders.addAll(SYSTEM);
            machine = ownMachine;
            local = true;
            return this;
        }

        /** Which kinds of files. */
        public Builder kinds(Kinds wanted) {
            kinds = wanted;
            return this;
        }

        /**
         * The files of a journal namespace (systemd-journald.service(8)).
         *
         * @param name the namespace; {@code null} for the default one
         * @param all whether all are wanted
         * @param besidesDefault whether the default one is wanted too
         */
        public Builder namespace(@Nullable String name, boolean all, boolean besidesDefault) {
            namespace = name;
            everyNamespace = all;
            withDefault = besidesDefault;
            return this;
        }

        /** The sources. */
        public Sources build() {
            return new Sources(this);
        }
    }

    private static boolean isJournal(String name) {
        return name.endsWith(".journal") || name.endsWith(".journal~");
    }

    void addTo(Journal journal) throws JournalException {
        for (String file : files) {
            if (journal.named(file) == null) {
                journal.add(JournalFile.open(file, Path.of(file)));
            }
        }
        for (String folder : folders) {
            try {
                list(folder, true, path -> open(journal, path));
            } catch (JournalException e) {
                if (mustExist) {
                    throw e;
                }
                if (e.reason() != Reason.MISSING) {
                    journal.problem(e);
                }
            }
        }
    }

    private void open(Journal journal, String path) {
        JournalFile known = journal.named(path);
        try {
            if (known != null) {
                Object key = Files.readAttributes(Path.of(path), java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey();
                if (known.key().equals(key)) {
                    return;
                }
                journal.remove(known);
            }
            if (journal.files() >= MOST) {
                throw new JournalException(path, Reason.TOO_MANY, "");
            }
            journal.add(JournalFile.open(path, Path.of(path)));
        } catch (JournalException e) {
            journal.problem(e);
        } catch (IOException e) {
            if (known != null) {
                journal.remove(known);
            }
        }
    }

    void refresh(Journal journal) {
        if (folders.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String folder : folders) {
            try {
                list(folder, true, path -> {
                    seen.add(path);
                    open(journal, path);
                });
            } catch (JournalException e) {
                // A folder that is gone has no files; it may come again.
            }
        }
        for (JournalFile file : journal.opened()) {
            if (!seen.contains(file.path()) && !files.contains(file.path())) {
                journal.remove(file);
            }
        }
    }

    /** What is done with a file. */
    private interface Visit {
        void file(String path);
    }

    private void list(String folder, boolean root, Visit visit) throws JournalException {
        List<String> below = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(Path.of(folder))) {
            for (Path path : names) {
                String name = path.getFileName().toString();
                String shown = folder.endsWith("/") ? folder + name : folder + "/" + name;
                if (isJournal(name)) {
                    if (kinds.wants(name)) {
                        visit.file(shown);
                    }
                } else if (root && isMachine(name, shown)) {
                    below.add(shown);
                }
            }
        } catch (NoSuchFileException e) {
            throw new JournalException(folder, Reason.MISSING, "");
        } catch (AccessDeniedException e) {
            throw new JournalException(folder, Reason.FORBIDDEN, "");
        } catch (NotDirectoryException e) {
            throw new JournalException(folder, Reason.NOT_A_FOLDER, "");
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw new JournalException(folder, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
        for (String subfolder : below) {
            try {
                list(subfolder, false, visit);
            } catch (JournalException e) {
                // No folder, or not to be read: its files are not among those that were found.
            }
        }
    }

    private boolean isMachine(String name, String path) {
        int dot = name.indexOf('.');
        Id128 id = Id128.parse(dot < 0 ? name : name.substring(0, dot));
        if (id == null || !Files.isDirectory(Path.of(path))) {
            return false;
        }
        if (local && !path.startsWith("/run/") && !id.equals(machine)) {
            return false;
        }
        String space = dot < 0 ? null : name.substring(dot + 1);
        return everyNamespace || (space == null ? namespace == null || withDefault : space.equals(namespace));
    }
}
