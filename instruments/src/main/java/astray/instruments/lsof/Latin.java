package astray.instruments.lsof;

import java.nio.charset.StandardCharsets;

/** Paths with a character for each byte: whatever the bytes of a name are, they come out again as they went in. */
final class Latin {
    private Latin() {}

    /** A path that came from the kernel. */
    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A path that came from the command line. */
    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a path. */
    static byte[] bytes(String path) {
        return path.getBytes(StandardCharsets.ISO_8859_1);
    }
}
