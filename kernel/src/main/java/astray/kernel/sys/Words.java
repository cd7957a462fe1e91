package astray.kernel.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers in native memory, in the host's byte order, by way of bytes. A typed access to a segment makes a method handle
 * for its type when it is first used, which costs a command a millisecond or two of its start for each type, and so does
 * a segment's own copying out of arrays; copying through a buffer costs none.
 */
public final class Words {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Words() {}

    /** Writes a number's low bytes. */
    public static void put(byte[] bytes, int at, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[at + (LITTLE ? i : size - 1 - i)] = (byte) (value >> 8 * i);
        }
    }

    /** Native memory that holds these bytes, aligned for any number. */
    public static MemorySegment of(Arena arena, byte[] bytes) {
        MemorySegment memory = arena.allocate(bytes.length, Long.BYTES);
        memory.asByteBuffer().put(0, bytes);
        return memory;
    }

    /** Native memory that holds a text in UTF-8 and a zero behind it. */
    public static MemorySegment text(Arena arena, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(arena, Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** A segment's first bytes. */
    public static byte[] bytes(MemorySegment memory, long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        memory.asByteBuffer().get(0, bytes);
        return bytes;
    }

    /** Native memory that holds an int. */
    public static MemorySegment of(Arena arena, int value) {
        byte[] bytes = new byte[Integer.BYTES];
        put(bytes, 0, Integer.BYTES, value);
        return of(arena, bytes);
    }

    /** The int at the beginning of a segment. */
    public static int first(MemorySegment memory) {
        byte[] bytes = new byte[Integer.BYTES];
        memory.asByteBuffer().get(0, bytes);
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value |= (bytes[LITTLE ? i : Integer.BYTES - 1 - i] & 0xff) << 8 * i;
        }
        return value;
    }
}
