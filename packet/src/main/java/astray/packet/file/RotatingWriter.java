package astray.packet.file;

import astray.packet.LinkType;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Writes one pcap file after another, as tcpdump's {@code -w} does with {@code -C} (size), {@code -G} (age) and
 * {@code -W} (number of files). A file is changed before a packet is written, when the file is over its size or age by
 * then. The time is what the caller says, so that a test needs no clock.
 *
 * <ul>
 *   <li>By size: the name, then the name with 1, 2, 3, ... after it. With a number of files: with 0, 1, ... after it,
 *       with leading zeros so that all names are of one length, and over again from 0.
 *   <li>By age: the name is a pattern for strftime(3) of the time at which the file is opened. With a number of files:
 *       the writer is {@link #finished} after so many.
 *   <li>By both: the name of the time, and numbers after it as by size.
 * </ul>
 */
public final class RotatingWriter implements Closeable {
    /** Opens a file of a name for writing, anew. */
    @FunctionalInterface
    public interface Opener {
        /** The stream that writes the file. */
        OutputStream open(String name) throws IOException;
    }

    /**
     * When to change files; 0 stands for never.
     *
     * @param bytes the size over which a file is changed
     * @param seconds the age at which it is
     * @param files how many files there are to be
     */
    public record Limits(long bytes, long seconds, int files) {}

    private final Opener opener;
    private final String name;
    private final LinkType linkType;
    private final int snapshotLength;
    private final boolean nanoseconds;
    private final Limits limits;
    private final ZoneId zone;

    private @Nullable PcapWriter writer;
    private long opened;
    private int number;
    private int filesByAge = 1;
    private boolean finished;

    /**
     * Opens the first file.
     *
     * @param now seconds since 1970
     * @param zone what times in names are told in
     */
    public RotatingWriter(
            Opener opener,
            String name,
            LinkType linkType,
            int snapshotLength,
            boolean nanoseconds,
            Limits limits,
            ZoneId zone,
            long now)
            throws IOException {
        this.opener = opener;
        this.name = name;
        this.linkType = linkType;
        this.snapshotLength = snapshotLength;
        this.nanoseconds = nanoseconds;
        this.limits = limits;
        this.zone = zone;
        this.opened = now;
        open();
    }

    private void open() throws IOException {
        writer = new PcapWriter(opener.open(fileName()), linkType, snapshotLength, nanoseconds);
    }

    private String fileName() {
        String base = limits.seconds > 0 ? TimePattern.format(name, opened, zone) : name;
        if (limits.bytes == 0) {
            return base;
        }
        String digits = Integer.toString(number);
        int width = limits.files < 2 ? 0 : Integer.toString(limits.files - 1).length();
        return number == 0 && width == 0 ? base : base + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /**
     * Writes a packet, perhaps into the next file.
     *
     * @param now seconds since 1970
     */
    public void write(ByteBuffer packet, int at, int captured, int length, long seconds, long nanos, long now)
            throws IOException {
        if (finished) {
            return;
        }
        if (limits.seconds > 0 && now - opened >= limits.seconds) {
            close();
            if (limits.files > 0 && limits.bytes == 0 && filesByAge >= limits.files) {
                finished = true;
                return;
            }
            filesByAge++;
            opened = now;
            number = 0;
            open();
        } else if (limits.bytes > 0 && current().written() > limits.bytes) {
            close();
            number++;
            if (limits.files > 0 && number >= limits.files) {
                number = 0;
            }
            open();
        }
        current().write(packet, at, captured, length, seconds, nanos);
    }

    private PcapWriter current() {
        if (writer == null) {
            throw new IllegalStateException("closed");
        }
        return writer;
    }

    /** Sends everything written so far to the file at hand. */
    public void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    /** Whether the last file by age is done: nothing more will be written. */
    public boolean finished() {
        return finished;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            PcapWriter done = writer;
            writer = null;
            done.close();
        }
    }
}
