package astray.kernel;

import java.io.IOException;

/** A system call that failed: which, on what, and why. */
public final class ErrnoException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Errno errno;
    private final String call;

    /**
     * Describes a failure.
     *
     * @param call the system call's name
     * @param object what it was called on, in words a user knows: a path, an interface, a protocol
     * @param errno the error
     */
    public ErrnoException(String call, String object, Errno errno) {
        super(object + ": " + errno.text() + " (" + call + ")");
        this.call = call;
        this.errno = errno;
    }

    /** The error. */
    public Errno errno() {
        return errno;
    }

    /** The system call. */
    public String call() {
        return call;
    }
}
