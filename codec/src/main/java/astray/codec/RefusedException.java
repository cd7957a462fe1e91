package astray.codec;

import java.io.IOException;

/** A compressed stream that may be sound but asks for what is not supported: too much memory, a dictionary. One line. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String what) {
        super(what);
    }
}
