package astray.instruments.tcpdump;

import astray.instruments.Output;
import astray.packet.LinkType;
import astray.packet.file.RotatingWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** {@code -w}: packets written to a file, to one file after the other, or to standard output. */
final class Writing implements Sink {
    private final RotatingWriter writer;
    private final LinkType link;
    private final boolean atOnce;

    Writing(Settings settings, String name, LinkType link, int snapshotLength, Output out) throws Failure, IOException {
        this.link = link;
        this.atOnce = settings.packetBuffered;
        if (name.isEmpty()) {
            throw new Failure("an empty string is not a valid file name");
        }
        try {
            this.writer = new RotatingWriter(
                    file -> file.equals("-") ? stream(out) : new FileOutputStream(file),
                    name,
                    link,
                    snapshotLength,
                    settings.nanoseconds,
                    new RotatingWriter.Limits(settings.fileBytes, settings.fileSeconds, settings.fileCount),
                    settings.fileSeconds > 0 ? ZoneId.systemDefault() : ZoneOffset.UTC,
                    now());
            if (atOnce) {
                writer.flush();
            }
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    private static Failure failure(String name, IOException e) {
        return new Failure(Files.trouble(name, e));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static OutputStream stream(Output out) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                out.raw(new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                out.raw(bytes, from, count);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    @Override
    public boolean take(
            long number, LinkType from, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
            throws IOException {
        writer.write(bytes, at, captured, wire, seconds, nanos, now());
        if (atOnce) {
            writer.flush();
        }
        return !writer.finished();
    }

    /** Whether packets of a link may go into the file: all must be of one kind. */
    boolean isFor(LinkType other) {
        return link.equals(other);
    }

    /** As the original, it leaves what is gathered in its buffer until that is full, unless {@code -U} is given. */
    @Override
    public void idle() {
        // stays
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
