package astray.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks Zstandard (RFC 8878) of any length as it comes: frames one behind the other, with skippable ones among them;
 * checksums are looked at. Memory is bounded: besides a block, three times the window, which is at most
 * {@link #MAX_WINDOW}. A stream that asks for more, or for a dictionary, is a {@link RefusedException}; one that cannot
 * be, or that ends early, is a {@link DamagedException}, after all that came before was given out.
 */
public final class ZstdInputStream extends InputStream {
    /** The widest window that is supported, in bytes: what RFC 8878 (3.1.1.1.2) asks of a decoder. */
    public static final int MAX_WINDOW = 8 << 20;

    /** So far beyond a block its reader may look. */
    private static final int BEYOND = 8;

    private enum Next {
        FRAME,
        BLOCK,
        CHECKSUM
    }

    private final InputStream in;
    private final Zstd zstd = new Zstd();
    private final FrameHeader header = new FrameHeader();
    private final XxHash64 hash = new XxHash64();
    private final byte[] packed = new byte[Zstd.BLOCK + BEYOND];

    /** The content: what blocks to come may refer to, and behind it what was not read yet. */
    final Payload content = new Payload();

    /** Where in the content the first byte is that was not read yet. */
    private int at;

    private Next next = Next.FRAME;

    /** How much of the frame's content must be kept. */
    private int history;

    /** How long the frame's content is up to here. */
    private long length;

    private @Nullable IOException failure;

    /** Unpacks a stream, which is read in small pieces too, so it should have a buffer. */
    public ZstdInputStream(InputStream in) {
        this.in = in;
    }

    /** Whether a stream that begins with these four bytes, the first in the highest place, is Zstandard. */
    public static boolean isMagic(int magic) {
        int number = Integer.reverseBytes(magic);
        return number == Zstd.MAGIC || isSkippable(number);
    }

    private static boolean isSkippable(int number) {
        return (number & 0xfffffff0) == Zstd.SKIPPABLE;
    }

    @Override
    public int read() throws IOException {
        return more() ? content.array()[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        Objects.checkFromIndexSize(from, most, into.length);
        if (most == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(most, content.length() - at);
        System.arraycopy(content.array(), at, into, from, count);
        at += count;
        return count;
    }

    /** How many bytes are unpacked and were not read yet. */
    @Override
    public int available() {
        return content.length() - at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether there is a byte to read. */
    private boolean more() throws IOException {
        while (at == content.length()) {
            if (failure != null) {
                throw failure;
            }
            try {
                if (next == Next.FRAME && !frame()) {
                    return false;
                }
                switch (next) {
                    case FRAME -> {}
                    case BLOCK -> block();
                    case CHECKSUM -> checksum();
                }
            } catch (Corrupt e) {
                failure = new DamagedException(e);
            } catch (IOException e) {
                failure = e;
            }
        }
        return true;
    }

    /** Begins a frame, or passes over a skippable one; false at the end. */
    private boolean frame() throws IOException, Corrupt {
        int there = in.readNBytes(packed, 0, 4);
        if (there == 0) {
            return false;
        }
        int magic = (int) Zstd.number(packed, 0, 4, there);
        if (isSkippable(magic)) {
            fill(0, 4);
            for (long left = Zstd.number(packed, 0, 4, 4); left > 0; ) {
                int some = (int) Math.min(left, Zstd.BLOCK);
                fill(0, some);
                left -= some;
            }
            return true;
        }
        if (magic != Zstd.MAGIC) {
            throw new Corrupt("not Zstandard");
        }
        fill(0, 1);
        int size = FrameHeader.length(packed[0] & 0xff);
        fill(1, size - 1);
        header.read(packed, 0, size);
        if (header.dictionary) {
            throw new RefusedException("Zstandard with a dictionary, which is not supported");
        }
        if (Long.compareUnsigned(header.window, MAX_WINDOW) > 0) {
            throw new RefusedException("Zstandard window of " + Long.toUnsignedString(header.window)
                    + " bytes; no more than " + MAX_WINDOW + " are supported");
        }
        boolean shorter = Long.compareUnsigned(header.size, header.window) < 0;
        history = (int) (shorter ? header.size : header.window);
        length = 0;
        at = 0;
        content.clear();
        hash.reset();
        zstd.begin();
        next = Next.BLOCK;
        return true;
    }

    private void block() throws IOException, Corrupt {
        fill(0, 3);
        int head = (int) Zstd.number(packed, 0, 3, 3);
        int size = head >>> 3;
        if (size > Zstd.BLOCK) {
            throw new Corrupt("Zstandard block too long");
        }
        makeRoom();
        int from = content.length();
        switch (head >>> 1 & 3) {
            case Zstd.RAW -> {
                fill(0, size);
                content.resize(from + size);
                System.arraycopy(packed, 0, content.array(), from, size);
            }
            case Zstd.RLE -> {
                fill(0, 1);
                content.resize(from + size);
                Arrays.fill(content.array(), from, from + size, packed[0]);
            }
            case Zstd.COMPRESSED -> {
                fill(0, size);
                zstd.block(packed, 0, size, content, 0);
            }
            default -> throw new Corrupt("Zstandard block of no known type");
        }
        int count = content.length() - from;
        length += count;
        if (header.checksum) {
            hash.add(content.array(), from, count);
        }
        boolean last = (head & 1) != 0;
        if (last) {
            next = header.checksum ? Next.CHECKSUM : Next.FRAME;
        }
        if (header.size != FrameHeader.UNKNOWN
                && (last ? length != header.size : Long.compareUnsigned(length, header.size) > 0)) {
            throw new Corrupt("Zstandard content of another length");
        }
    }

    /** Lets go of content that is too old to be referred to: seldom, since the rest is moved. */
    private void makeRoom() {
        int old = content.length() - history;
        if (content.length() + Zstd.BLOCK > content.array().length && old > 0 && old >= history / 2) {
            System.arraycopy(content.array(), old, content.array(), 0, history);
            content.resize(history);
            at = history;
        }
        content.reserve(content.length() + Zstd.BLOCK);
    }

    private void checksum() throws IOException, Corrupt {
        fill(0, 4);
        if ((int) Zstd.number(packed, 0, 4, 4) != (int) hash.value()) {
            throw new Corrupt("Zstandard content with another checksum");
        }
        next = Next.FRAME;
    }

    private void fill(int from, int count) throws IOException, Corrupt {
        if (in.readNBytes(packed, from, count) < count) {
            throw new Corrupt("Zstandard frame ends early");
        }
    }
}
