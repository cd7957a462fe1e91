package astray.codec;

/** Compressed bytes that no compressor wrote, or that grow beyond a limit. */
public final class Corrupt extends Exception {
    private static final long serialVersionUID = 1;

    Corrupt(String what) {
        super(what, null, false, false);
    }
}
