package astray.journal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes, mapped into memory. The file may grow: what lies beyond the end of the mapping is mapped when it is asked
 * for. Numbers are little-endian and need not be aligned. It belongs to the thread that opened it.
 */
class Mapping implements Closeable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final FileChannel channel;
    private Arena arena;
    private MemorySegment memory;

    /** The same memory where it is below 2 GB: numbers and short copies out of it cost half as much. */
    private @Nullable ByteBuffer near;

    private long size;

    /** Maps all of a file, whose channel is closed with this. */
    Mapping(FileChannel channel) throws IOException {
        this.channel = channel;
        arena = Arena.ofConfined();
        try {
            size = channel.size();
            memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            near = near(memory);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
        } catch (IOException e) {
            // Read to the end or given up: nothing is lost.
            return;
        }
    }

    private static @Nullable ByteBuffer near(MemorySegment memory) {
        return memory.byteSize() <= Integer.MAX_VALUE ? memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN) : null;
    }

    /** Maps the file anew when it has grown to a length; false when it is shorter. */
    final boolean grown(long length) {
        long now;
        try {
            now = channel.size();
            if (length < 0 || now <= size || length > now) {
                return false;
            }
            Arena larger = Arena.ofConfined();
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, now, larger);
            arena.close();
            arena = larger;
            memory = all;
            near = near(all);
            size = now;
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The file's length in bytes, as far as it was looked at. */
    final long size() {
        return size;
    }

    /** Eight bytes as a number. */
    final long longAt(long offset) {
        ByteBuffer buffer = near;
        return buffer != null ? buffer.getLong((int) offset) : memory.get(LONG, offset);
    }

    /** Four bytes as a number. */
    final int intAt(long offset) {
        ByteBuffer buffer = near;
        return buffer != null ? buffer.getInt((int) offset) : memory.get(INT, offset);
    }

    /** A byte, 0 to 255. */
    final int octetAt(long offset) {
        ByteBuffer buffer = near;
        return (buffer != null ? buffer.get((int) offset) : memory.get(BYTE, offset)) & 0xff;
    }

    /** Eight bytes as a big-endian number, as the halves of an id are shown. */
    final long networkAt(long offset) {
        return Long.reverseBytes(longAt(offset));
    }

    /** Sixteen bytes as an id. */
    final Id128 idAt(long offset) {
        return new Id128(networkAt(offset), networkAt(offset + 8));
    }

    /** Copies bytes; they must be mapped. */
    final void copy(long from, byte[] to, int length) {
        ByteBuffer buffer = near;
        if (buffer != null) {
            buffer.get((int) from, to, 0, length);
        } else {
            MemorySegment.copy(memory, BYTE, from, to, 0, length);
        }
    }

    /** Bytes; they must be mapped. */
    final byte[] bytes(long offset, int length) {
        byte[] copy = new byte[length];
        copy(offset, copy, length);
        return copy;
    }

    /** Whether bytes stand at an offset; they must be mapped. */
    final boolean startsWith(long offset, byte[] bytes, int length) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            if (longAt(offset + i) != word(bytes, i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if ((byte) octetAt(offset + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Eight bytes of an array as a number. */
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }
}
