package astray.codec;

import java.io.IOException;

/** A compressed stream that no compressor wrote, or that ends early; what was unpacked before stands. One line. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(Corrupt why) {
        super(why.getMessage());
    }
}
