package astray.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks payloads by the three methods of journals. */
public final class Decompressor {
    /** OBJECT_COMPRESSED_XZ of journal-def.h. */
    public static final int XZ = 1;

    /** OBJECT_COMPRESSED_LZ4. */
    public static final int LZ4 = 2;

    /** OBJECT_COMPRESSED_ZSTD. */
    public static final int ZSTD = 4;

    private static final int XZ_MEMORY_KIB = 64 << 10;
    private static final int PIECE = 1 << 16;

    private final Zstd zstd = new Zstd();

    /** For payloads one after the other, by one thread. */
    public Decompressor() {}

    /**
     * Unpacks a payload.
     *
     * @param method one of the methods above
     * @param in the packed bytes; eight more must be readable behind them
     * @param length how many
     * @param out where the content goes
     * @param limit the longest content that is allowed, in bytes
     * @throws Corrupt when nobody packed this, or the content is too long
     */
    public void decode(int method, byte[] in, int length, Payload out, int limit) throws Corrupt {
        out.clear();
        switch (method) {
            case XZ -> xz(in, length, out, limit);
            case LZ4 -> Lz4.decode(in, length, out, limit);
            case ZSTD -> zstd.decode(in, length, out, limit);
            default -> throw new Corrupt("compressed by a method that is not known");
        }
    }

    private static void xz(byte[] in, int length, Payload out, int limit) throws Corrupt {
        try (InputStream stream = new XZInputStream(new ByteArrayInputStream(in, 0, length), XZ_MEMORY_KIB)) {
            while (true) {
                out.reserve(out.length() + PIECE);
                int count = stream.read(out.array(), out.length(), PIECE);
                if (count < 0) {
                    return;
                }
                if (out.length() + count > limit) {
                    throw new Corrupt("XZ content of more than " + limit + " bytes");
                }
                out.resize(out.length() + count);
            }
        } catch (IOException e) {
            throw new Corrupt("XZ: " + e.getMessage());
        }
    }
}
