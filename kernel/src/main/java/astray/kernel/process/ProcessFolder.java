package astray.kernel.process;

import astray.kernel.ErrnoException;

/** What {@code /proc/PID} tells of one process, or {@code /proc/PID/task/TID} of a task. It may end at any time. */
public final class ProcessFolder implements AutoCloseable {
    private static final byte[] STAT = RawFiles.bytes("stat");
    private static final byte[] HERE = RawFiles.bytes(".");
    private static final byte[] COMMAND_LINE = RawFiles.bytes("cmdline");
    private static final byte[] DESCRIPTORS = RawFiles.bytes("fd");
    private static final int LINE = 4096;

    private final int id;
    private final Folder folder;

    ProcessFolder(int id, Folder folder) {
        this.id = id;
        this.folder = folder;
    }

    /** The process's number, or the task's. */
    public int id() {
        return id;
    }

    /** The directory itself. */
    public Folder folder() {
        return folder;
    }

    /** Name, parent, group. */
    public ProcessStat stat() throws ErrnoException {
        return new ProcessStat(folder.read(STAT, LINE));
    }

    /** The user it runs as; 0 where the process may not be looked into (prctl(2), {@code PR_SET_DUMPABLE}). */
    public int uid() throws ErrnoException {
        return folder.status(HERE, true).uid();
    }

    /** The words it was started with, a zero behind each; empty for the kernel's own, and for a process that ended. */
    public byte[] commandLine(int limit) throws ErrnoException {
        return folder.read(COMMAND_LINE, limit);
    }

    /** The links that stand for its open descriptors; EACCES for another user's process. */
    public Folder descriptors() throws ErrnoException {
        return folder.folder(DESCRIPTORS);
    }

    @Override
    public void close() {
        folder.close();
    }
}
