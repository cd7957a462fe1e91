package astray.kernel.log;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import astray.kernel.sys.Words;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The kernel's log, one record at a time, from /dev/kmsg. Reading takes nothing away from other readers. For one
 * thread.
 */
public final class KernelLog implements AutoCloseable {
    /** The longest record: the kernel's own {@code CONSOLE_EXT_LOG_MAX} of include/linux/printk.h. */
    public static final int LONGEST = 8192;

    /** What {@link #read} returns when no record is waiting. */
    public static final int NONE = 0;

    private static final String PATH = "/dev/kmsg";
    private static final int O_NONBLOCK = 04000;
    private static final int SEEK_END = 2;
    private static final int SEEK_DATA = 3;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int CLOCK_BOOTTIME = 7;
    private static final long SECOND = 1_000_000;

    /** Two clocks that are this near, in microseconds, are taken for the same. */
    private static final long NOISE = 1000;

    /** {@code SYSLOG_ACTION_READ_ALL} of syslog(2): it takes nothing away and changes nothing. */
    private static final int READ_ALL = 3;

    private static final int FIRST_SIZE = 1 << 18;

    /** The largest buffer a kernel can be configured with is 2^25 bytes; its text is at most some times that. */
    private static final int LARGEST_SIZE = 1 << 28;

    private final Descriptor descriptor;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(LONGEST);
    private final ByteBuffer bytes = buffer.asByteBuffer();

    private KernelLog(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens the log.
     *
     * @param onlyNew stand behind the last record; otherwise at the first one, or the first since it was cleared
     * @throws ErrnoException EPERM or EACCES where the log may not be read, ENOENT in a container without it
     */
    public static KernelLog open(boolean onlyNew) throws ErrnoException {
        Descriptor descriptor = Descriptor.open(PATH, O_NONBLOCK);
        // refused by no kernel that has the file
        Sys.call(CallNumber.LSEEK, descriptor.number(), 0, onlyNew ? SEEK_END : SEEK_DATA);
        return new KernelLog(descriptor);
    }

    /**
     * Reads the next record: {@code priority,sequence,microseconds,flags;text} and a newline, then lines of tags.
     * Records that were overwritten before they could be read are passed over.
     *
     * @param record where it goes, from the start; at least {@link #LONGEST} bytes
     * @return how many bytes it has; {@link #NONE} when none is waiting
     * @throws ErrnoException what else went wrong
     */
    public int read(byte[] record) throws ErrnoException {
        while (true) {
            long length = Sys.call(CallNumber.READ, descriptor.number(), buffer.address(), LONGEST);
            if (length == -Errno.EAGAIN.number()) {
                return NONE;
            }
            // EPIPE: what was next is gone, and the place is the oldest record again
            if (length == -Errno.EPIPE.number() || length == -Errno.EINTR.number()) {
                continue;
            }
            descriptor.checked(length, "read");
            bytes.get(0, record, 0, (int) length);
            return (int) length;
        }
    }

    /**
     * Waits for a record.
     *
     * @param millis how long at most; negative for ever
     * @return whether there is one
     */
    public boolean await(long millis) throws ErrnoException {
        return descriptor.readable(millis);
    }

    @Override
    public void close() {
        arena.close();
        descriptor.close();
    }

    /**
     * The whole log by syslog(2): {@code <priority>[seconds.microseconds] text} and a newline for each record.
     *
     * @param size how many bytes at most, the newest ones; 0 for all
     * @throws ErrnoException EPERM where the log may not be read (sysctl kernel.dmesg_restrict)
     */
    public static byte[] buffer(int size) throws ErrnoException {
        for (int room = size > 0 ? size : FIRST_SIZE; ; room *= 4) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment text = arena.allocate(room);
                long length = Descriptor.check(
                        Sys.call(CallNumber.SYSLOG, READ_ALL, text.address(), room), "syslog", "the kernel's log");
                if (size > 0 || length < room || room >= LARGEST_SIZE) {
                    return Words.bytes(text, length);
                }
            }
        }
    }

    /**
     * What the log's times count from, in microseconds since 1970: the second of the boot as {@code btime} of proc(5)
     * tells it, and how long the machine was suspended since, which the log's clock leaves out. A suspend shifts the
     * times of what was logged before it.
     *
     * @throws IOException when /proc/stat cannot be read
     */
    public static long epoch() throws IOException {
        long suspended = micros(CLOCK_BOOTTIME) - micros(CLOCK_MONOTONIC);
        // the two clocks are read one after the other
        return bootSecond() * SECOND + (Math.abs(suspended) < NOISE ? 0 : suspended);
    }

    private static long bootSecond() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/stat"))) {
            if (line.startsWith("btime ")) {
                return Long.parseLong(line.substring("btime ".length()).strip());
            }
        }
        throw new IOException("/proc/stat: no line btime");
    }

    private static long micros(int clock) {
        try (Arena arena = Arena.ofConfined()) {
            // struct timespec { time_t tv_sec; long tv_nsec; }
            MemorySegment time = arena.allocate(16, 8);
            Sys.call(CallNumber.CLOCK_GETTIME, clock, time.address());
            ByteBuffer parts = time.asByteBuffer().order(ByteOrder.nativeOrder());
            return parts.getLong(0) * SECOND + parts.getLong(8) / 1000;
        }
    }
}
