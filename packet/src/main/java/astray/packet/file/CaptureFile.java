package astray.packet.file;

import astray.codec.ZstdInputStream;
import astray.packet.LinkType;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A capture file (pcap or pcapng, perhaps compressed by gzip or Zstandard), walked through packet by packet: after {@link #next} the
 * getters tell of the packet at hand, and its bytes lie in {@link #bytes} from {@link #offset} on, until the next call.
 * There is no object per packet. A file may say anything: what cannot be is a {@link CaptureException} with the place,
 * and memory is bounded by the longest packet a link may carry, and by the window where Zstandard was at work.
 *
 * <p>The formats are those of the IETF drafts draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng.
 */
public abstract sealed class CaptureFile implements Closeable permits PcapFile, PcapngFile {
    /** What to make of a file whose packets are not of one kind: pcapng allows it, and merging programs do it. */
    public enum Mixture {
        /** As tcpdump: another link type, snapshot length or byte order than at the start is an error. */
        REFUSED,
        /** Every packet is taken; {@link CaptureFile#linkType} may change from one to the next. */
        ALLOWED
    }

    private static final int GZIP_MAGIC = 0x1f8b;

    final Source source;
    private final String name;

    /** Whether numbers in the file have the other byte order than the buffers' (which is big-endian). */
    boolean little;

    LinkType linkType = LinkType.NULL;
    int snapshotLength;
    long seconds;
    long nanos;

    /** Where the header is that tells the packet's time; negative once it was read. */
    int timeAt = -1;

    int offset;
    int captured;
    int length;
    int interfaceNumber;

    @Nullable
    String interfaceName;

    CaptureFile(Source source, String name) {
        this.source = source;
        this.name = name;
    }

    /** Whether a file that begins with these four bytes, the first in the highest place, is a capture. */
    public static boolean isCapture(int magic) {
        return magic == PcapngFile.SECTION || PcapFile.isMagic(magic);
    }

    /** Opens a file as tcpdump would. */
    public static CaptureFile open(Path path) throws IOException {
        return open(path, Mixture.REFUSED);
    }

    /** Opens a file, or a pipe by its name. */
    public static CaptureFile open(Path path, Mixture mixture) throws IOException {
        return read(Files.newInputStream(path), path.toString(), mixture);
    }

    /** Reads from a stream, which this closes; {@code name} is how errors call it ("-" for standard input). */
    public static CaptureFile read(InputStream in, String name, Mixture mixture) throws IOException {
        return read(new StreamSource(in), name, mixture);
    }

    /** As {@link #read(InputStream, String, Mixture)}, from a source of a test's making. */
    static CaptureFile read(Source source, String name, Mixture mixture) throws IOException {
        try {
            return start(source, name, mixture);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static CaptureFile start(Source source, String name, Mixture mixture) throws IOException {
        try {
            int there = source.require(4);
            if (there < 4) {
                throw new CaptureException(
                        name, 0, "truncated dump file; tried to read 4 file header bytes, only got " + there);
            }
            int magic = source.buffer.getInt(source.at);
            if (magic >>> 16 == GZIP_MAGIC) {
                return startPlain(new StreamSource(unzip(source)), name, mixture);
            }
            if (ZstdInputStream.isMagic(magic)) {
                InputStream plain = new ZstdInputStream(new SourceStream(source));
                return startPlain(new StreamSource(plain), name, mixture);
            }
            return startPlain(source, name, mixture);
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureException(name, source.position(), e);
        }
    }

    private static InputStream unzip(Source source) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(new SourceStream(source), 1 << 16), 1 << 16);
    }

    private static CaptureFile startPlain(Source source, String name, Mixture mixture) throws IOException {
        int there = source.require(4);
        int magic = there < 4 ? 0 : source.buffer.getInt(source.at);
        if (magic == PcapngFile.SECTION) {
            return new PcapngFile(source, name, mixture);
        }
        if (PcapFile.isMagic(magic)) {
            return new PcapFile(source, name, magic);
        }
        throw new CaptureException(name, 0, "unknown file format");
    }

    /**
     * Goes to the next packet.
     *
     * @return false at the end of the file
     * @throws CaptureException when the file ends amid a packet or says what cannot be
     */
    public final boolean next() throws CaptureException {
        try {
            return advance();
        } catch (CaptureException e) {
            throw e;
        } catch (IOException e) {
            throw new CaptureException(name, source.position(), e);
        }
    }

    abstract boolean advance() throws IOException;

    /** Reads the time that stands in the packet's header; asked for only of packets whose time is wanted. */
    abstract void readTime(int at);

    private void knowTime() {
        if (timeAt >= 0) {
            readTime(timeAt);
            timeAt = -1;
        }
    }

    final int u32(int at) {
        byte[] bytes = source.bytes;
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        int d = bytes[at + 3] & 0xff;
        return little ? d << 24 | c << 16 | b << 8 | a : a << 24 | b << 16 | c << 8 | d;
    }

    final int u16(int at) {
        short value = source.buffer.getShort(at);
        return Short.toUnsignedInt(little ? Short.reverseBytes(value) : value);
    }

    final CaptureException trouble(String what) {
        return new CaptureException(name, source.position(), what);
    }

    /** The snapshot length that a header states, or the link's longest packet where that cannot be. */
    static int plausible(int snapshotLength, LinkType link) {
        return snapshotLength <= 0 ? link.longestPacket() : snapshotLength;
    }

    /** The file as it was named. */
    public final String name() {
        return name;
    }

    /** The link type of the packet at hand; before the first packet that of the file (or its first interface). */
    public final LinkType linkType() {
        return linkType;
    }

    /** The most bytes of a packet that were kept when the file was written. */
    public final int snapshotLength() {
        return snapshotLength;
    }

    /**
     * Whether the file's writer had the other byte order than big-endian: the link types that carry numbers in the
     * writer's own order (NULL, PFLOG) need it.
     */
    public final boolean littleEndian() {
        return little;
    }

    /** Whether the file's times are finer than microseconds. */
    public abstract boolean nanoseconds();

    /** Where the packet's bytes are, from {@link #offset} on; big-endian, and not to be written to. */
    public final ByteBuffer bytes() {
        return source.buffer;
    }

    /** The array behind {@link #bytes}, in which {@link #offset} means the same; not to be written to. */
    public final byte[] array() {
        return source.bytes;
    }

    /** Where in {@link #bytes} the packet begins. */
    public final int offset() {
        return offset;
    }

    /** How many bytes of the packet there are. */
    public final int captured() {
        return captured;
    }

    /** How long the packet was on the wire, in bytes; hostile files make it negative or less than captured. */
    public final int length() {
        return length;
    }

    /** When it was captured: whole seconds since 1970 (UTC). */
    public final long seconds() {
        knowTime();
        return seconds;
    }

    /** The rest of the time in nanoseconds; a broken file makes it a second or more. */
    public final long nanos() {
        knowTime();
        return nanos;
    }

    /** The number of the interface it was captured on, from 0 within its section; 0 in a pcap file. */
    public final int interfaceNumber() {
        return interfaceNumber;
    }

    /** What that interface was called on the capturing machine, as a pcapng file may say; {@code null} when none does. */
    public final @Nullable String interfaceName() {
        return interfaceName;
    }

    @Override
    public final void close() throws IOException {
        source.close();
    }
}
