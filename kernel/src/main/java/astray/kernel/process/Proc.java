package astray.kernel.process;

import astray.kernel.ErrnoException;

/** The processes of this machine, or of the process namespace that {@code /proc} shows. Belongs to one thread. */
public final class Proc implements AutoCloseable {
    private final RawFiles files;
    private final Folder root;

    private Proc(RawFiles files, Folder root) {
        this.files = files;
        this.root = root;
    }

    /** Opens {@code /proc}. */
    public static Proc open() throws ErrnoException {
        RawFiles files = new RawFiles();
        try {
            return new Proc(files, files.folder(RawFiles.bytes("/proc")));
        } catch (ErrnoException e) {
            files.close();
            throw e;
        }
    }

    /** Reads other files with the same buffers. */
    public RawFiles files() {
        return files;
    }

    /** {@code /proc} itself. */
    public Folder root() {
        return root;
    }

    /** The numbers of all processes, ascending; may be asked again. */
    public int[] processes() throws ErrnoException {
        // a directory that was read to its end stays there: it is opened anew
        try (Folder again = root.folder(RawFiles.bytes("."))) {
            return again.numbers();
        }
    }

    /** Opens {@code /proc/PID}. */
    public ProcessFolder process(int pid) throws ErrnoException {
        return new ProcessFolder(pid, root.folder(RawFiles.bytes(Integer.toString(pid))));
    }

    @Override
    public void close() {
        root.close();
        files.close();
    }
}
