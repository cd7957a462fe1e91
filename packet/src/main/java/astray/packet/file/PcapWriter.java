package astray.packet.file;

import astray.packet.LinkType;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes a pcap file (draft-ietf-opsawg-pcap) in the byte order of most machines, little-endian. Packets gather in a
 * buffer; {@link #flush} sends what there is.
 */
public final class PcapWriter implements Closeable {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int BUFFER = 1 << 18;

    private final OutputStream out;
    private final boolean nanoseconds;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    /**
     * Begins a file on a stream, which {@link #close} closes.
     *
     * @param snapshotLength the most bytes of a packet that are kept
     * @param nanoseconds whether times have nine digits behind the second, or six
     */
    public PcapWriter(OutputStream out, LinkType linkType, int snapshotLength, boolean nanoseconds) {
        this.out = out;
        this.nanoseconds = nanoseconds;
        buffer.putInt(nanoseconds ? NANOSECONDS : MICROSECONDS);
        buffer.putShort((short) 2).putShort((short) 4);
        buffer.putInt(0).putInt(0);
        buffer.putInt(snapshotLength).putInt(linkType.number());
        written = FILE_HEADER;
    }

    /** Writes the packet that a file is at. */
    public void write(CaptureFile from) throws IOException {
        write(from.bytes(), from.offset(), from.captured(), from.length(), from.seconds(), from.nanos());
    }

    /**
     * Writes a packet.
     *
     * @param at where in the buffer it begins
     * @param captured how many bytes of it there are
     * @param length how long it was on the wire
     * @param seconds since 1970 (UTC); the file keeps 32 bits
     */
    public void write(ByteBuffer packet, int at, int captured, int length, long seconds, long nanos)
            throws IOException {
        if (buffer.remaining() < RECORD_HEADER) {
            empty();
        }
        buffer.putInt((int) seconds);
        buffer.putInt((int) (nanoseconds ? nanos : nanos / 1000));
        buffer.putInt(captured).putInt(length);
        written += RECORD_HEADER + captured;
        int done = 0;
        while (done < captured) {
            if (!buffer.hasRemaining()) {
                empty();
            }
            int part = Math.min(captured - done, buffer.remaining());
            packet.get(at + done, bytes, buffer.position(), part);
            buffer.position(buffer.position() + part);
            done += part;
        }
    }

    private void empty() throws IOException {
        out.write(bytes, 0, buffer.position());
        buffer.clear();
    }

    /** How long the file is by now, in bytes, with what is still in the buffer. */
    public long written() {
        return written;
    }

    /** Sends everything written so far to the stream. */
    public void flush() throws IOException {
        empty();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
