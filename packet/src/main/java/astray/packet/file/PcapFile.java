package astray.packet.file;

import astray.packet.LinkType;
import java.io.IOException;

/**
 * A pcap file (draft-ietf-opsawg-pcap): one header, then records. Read besides the standard form: either byte order,
 * nanoseconds, the header of 24 bytes that a Linux patch of old ("Kuznetzov") gives each record, and files before
 * version 2.3, which have the two lengths the other way round.
 */
final class PcapFile extends CaptureFile {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int KUZNETZOV = 0xa1b2cd34;

    private static final int FILE_HEADER = 24;
    private static final int VERSION_MAJOR = 4;
    private static final int VERSION_MINOR = 6;
    private static final int SNAPSHOT_LENGTH = 16;
    private static final int LINK_TYPE = 20;

    private static final int RECORD_HEADER = 16;
    private static final int KUZNETZOV_HEADER = 24;
    private static final int SECONDS = 0;
    private static final int FRACTION = 4;
    private static final int CAPTURED = 8;
    private static final int LENGTH = 12;

    /** The upper six bits of the link type field tell of a frame check sequence. */
    private static final int LINK_TYPE_MASK = 0x03ffffff;

    /** The version that Digital's AIX programs wrote: 543.0. */
    private static final int AIX = 543;

    private final boolean nano;
    private final int header;
    private final int longest;
    private final Lengths lengths;

    /** Which of a record's two lengths comes first. */
    private enum Lengths {
        CAPTURED_FIRST,
        CAPTURED_SECOND,
        /** Version 2.3 was written both ways: the captured length is the lesser. */
        LESSER_IS_CAPTURED
    }

    static boolean isMagic(int magic) {
        return isMagicAsWritten(magic) || isMagicAsWritten(Integer.reverseBytes(magic));
    }

    private static boolean isMagicAsWritten(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == KUZNETZOV;
    }

    PcapFile(Source source, String name, int magic) throws IOException {
        super(source, name);
        little = !isMagicAsWritten(magic);
        int written = little ? Integer.reverseBytes(magic) : magic;
        nano = written == NANOSECONDS;
        header = written == KUZNETZOV ? KUZNETZOV_HEADER : RECORD_HEADER;
        int there = source.require(FILE_HEADER);
        if (there < FILE_HEADER) {
            throw trouble(
                    "truncated dump file; tried to read " + FILE_HEADER + " file header bytes, only got " + there);
        }
        int major = u16(source.at + VERSION_MAJOR);
        int minor = u16(source.at + VERSION_MINOR);
        if (major < 2) {
            throw trouble("archaic pcap savefile format");
        }
        if ((major != 2 || minor > 4) && (major != AIX || minor != 0)) {
            throw trouble("unsupported pcap savefile version " + major + "." + minor);
        }
        lengths = major == AIX || minor < 3
                ? Lengths.CAPTURED_SECOND
                : minor == 3 ? Lengths.LESSER_IS_CAPTURED : Lengths.CAPTURED_FIRST;
        linkType = new LinkType(u32(source.at + LINK_TYPE) & LINK_TYPE_MASK);
        snapshotLength = plausible(u32(source.at + SNAPSHOT_LENGTH), linkType);
        longest = linkType.longestPacket();
        source.advance(FILE_HEADER);
    }

    @Override
    boolean advance() throws IOException {
        int there = source.require(header);
        if (there < header) {
            if (there == 0) {
                return false;
            }
            throw trouble("truncated dump file; tried to read " + header + " header bytes, only got " + there);
        }
        int at = source.at;
        int first = u32(at + CAPTURED);
        int second = u32(at + LENGTH);
        boolean swapped = switch (lengths) {
            case CAPTURED_FIRST -> false;
            case CAPTURED_SECOND -> true;
            case LESSER_IS_CAPTURED -> Integer.compareUnsigned(first, second) > 0;
        };
        int kept = swapped ? second : first;
        if (Integer.compareUnsigned(kept, longest) > 0) {
            throw trouble("invalid packet capture length " + Integer.toUnsignedString(kept)
                    + ", bigger than maximum of " + longest);
        }
        length = swapped ? first : second;
        int whole = header + kept;
        there = source.require(whole);
        if (there < whole) {
            throw trouble(
                    "truncated dump file; tried to read " + kept + " captured bytes, only got " + (there - header));
        }
        timeAt = source.at;
        offset = source.at + header;
        captured = Math.min(kept, snapshotLength);
        source.advance(whole);
        return true;
    }

    @Override
    void readTime(int at) {
        seconds = Integer.toUnsignedLong(u32(at + SECONDS));
        nanos = Integer.toUnsignedLong(u32(at + FRACTION)) * (nano ? 1 : 1000);
    }

    @Override
    public boolean nanoseconds() {
        return nano;
    }
}
