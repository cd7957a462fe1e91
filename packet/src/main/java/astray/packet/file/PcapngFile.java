package astray.packet.file;

import astray.packet.LinkType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pcapng file (draft-ietf-opsawg-pcapng): sections of blocks. Packets come from enhanced, simple and the obsolete
 * packet blocks; statistics, hosts' names, comments and blocks that are not known are passed over.
 */
final class PcapngFile extends CaptureFile {
    static final int SECTION = 0x0a0d0d0a;

    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int BLOCK_HEADER = 8;
    private static final int BLOCK_TRAILER = 4;
    private static final int SECTION_HEADER = 24;

    /** A block holds a packet and its options; what exceeds this is a broken file. */
    private static final int LONGEST_BLOCK = 16 << 20;

    /** More interfaces than that in one section nobody has; each costs memory. */
    private static final int MOST_INTERFACES = 65536;

    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;

    /** The kernel's names have 15 bytes; other systems' are longer, but not by much. */
    private static final int LONGEST_NAME = 128;

    private final Mixture mixture;
    private final List<Interface> interfaces = new ArrayList<>();
    private boolean sectionSeen;
    private boolean fine;

    PcapngFile(Source source, String name, Mixture mixture) throws IOException {
        super(source, name);
        this.mixture = mixture;
        while (interfaces.isEmpty()) {
            int there = source.require(BLOCK_HEADER);
            if (there < BLOCK_HEADER) {
                throw trouble(
                        there == 0 ? "the capture file has no Interface Description Blocks" : cut(BLOCK_HEADER, there));
            }
            if (block(u32(source.at))) {
                throw trouble("the capture file has a packet block before any Interface Description Blocks");
            }
        }
    }

    private static String cut(int wanted, int there) {
        return "truncated pcapng dump file; tried to read " + wanted + " bytes, only got " + there;
    }

    @Override
    boolean advance() throws IOException {
        while (true) {
            int there = source.require(BLOCK_HEADER);
            if (there < BLOCK_HEADER) {
                if (there == 0) {
                    return false;
                }
                throw trouble(cut(BLOCK_HEADER, there));
            }
            if (block(u32(source.at))) {
                return true;
            }
        }
    }

    /** Reads a block and goes behind it; true when it was a packet. */
    private boolean block(int type) throws IOException {
        if (type == SECTION) {
            section();
            return false;
        }
        int total = total();
        int body = source.at + BLOCK_HEADER;
        int end = source.at + total - BLOCK_TRAILER;
        boolean packet = switch (type) {
            case INTERFACE -> {
                describe(body, end);
                yield false;
            }
            case ENHANCED_PACKET -> {
                fits(body, end, 20, "EPB");
                packet(u32(body), body + 4, body + 20, end);
                yield true;
            }
            case OLD_PACKET -> {
                fits(body, end, 20, "PB");
                packet(u16(body), body + 4, body + 20, end);
                yield true;
            }
            case SIMPLE_PACKET -> {
                fits(body, end, 4, "SPB");
                simple(body, end);
                yield true;
            }
            default -> false;
        };
        source.advance(total);
        return packet;
    }

    /** The block's total length, all of it at hand. */
    private int total() throws IOException {
        int total = u32(source.at + 4);
        if (Integer.compareUnsigned(total, BLOCK_HEADER + BLOCK_TRAILER) < 0) {
            throw trouble("block in pcapng dump file has a length of " + Integer.toUnsignedString(total) + " < "
                    + (BLOCK_HEADER + BLOCK_TRAILER));
        }
        if (Integer.compareUnsigned(total, LONGEST_BLOCK) > 0) {
            throw trouble("pcapng block size " + Integer.toUnsignedString(total) + " > maximum " + LONGEST_BLOCK);
        }
        if ((total & 3) != 0) {
            throw trouble("block in pcapng dump file has a length of " + total + " that is not a multiple of 4");
        }
        int there = source.require(total);
        if (there < total) {
            throw trouble(cut(total - BLOCK_HEADER, Math.max(0, there - BLOCK_HEADER)));
        }
        int again = u32(source.at + total - BLOCK_TRAILER);
        if (again != total) {
            throw trouble("block total length at start (" + total + ") and end (" + Integer.toUnsignedString(again)
                    + ") differ");
        }
        return total;
    }

    private void fits(int body, int end, int needed, String what) throws CaptureException {
        if (end - body < needed) {
            throw trouble("block is too short for a " + what + ": " + (end - body) + " bytes");
        }
    }

    private void section() throws IOException {
        int there = source.require(SECTION_HEADER);
        if (there < SECTION_HEADER) {
            throw trouble(cut(SECTION_HEADER, there));
        }
        int magic = source.buffer.getInt(source.at + 8);
        boolean reversed = Integer.reverseBytes(magic) == BYTE_ORDER_MAGIC;
        if (magic != BYTE_ORDER_MAGIC && !reversed) {
            throw trouble("unknown file format");
        }
        if (sectionSeen && reversed != little && mixture == Mixture.REFUSED) {
            throw trouble("the file has sections with different byte orders");
        }
        little = reversed;
        int major = u16(source.at + 12);
        int minor = u16(source.at + 14);
        if (major != 1 || minor != 0 && minor != 2) {
            throw trouble("unsupported pcapng savefile version " + major + "." + minor);
        }
        int total = total();
        sectionSeen = true;
        interfaces.clear();
        source.advance(total);
    }

    private void describe(int body, int end) throws IOException {
        fits(body, end, 8, "IDB");
        LinkType link = new LinkType(u16(body));
        int snap = plausible(u32(body + 4), link);
        if (interfaces.size() == MOST_INTERFACES) {
            throw trouble("more than " + MOST_INTERFACES + " interfaces in one section");
        }
        Interface described = options(link, snap, body + 8, end);
        boolean first = !fileKnown;
        if (first) {
            fileKnown = true;
            linkType = link;
            snapshotLength = snap;
        } else if (mixture == Mixture.REFUSED) {
            if (!link.equals(linkType)) {
                throw trouble(
                        "an interface has a type " + link.number() + " different from the type of the first interface");
            }
            if (snap != snapshotLength) {
                throw trouble("an interface has a snapshot length " + snap
                        + " different from the snapshot length of the first interface");
            }
        }
        fine |= Long.compareUnsigned(described.ticks(), Interface.MICROSECONDS) > 0;
        interfaces.add(described);
    }

    private boolean fileKnown;

    private Interface options(LinkType link, int snap, int from, int end) throws CaptureException {
        long ticks = Interface.MICROSECONDS;
        long added = 0;
        String called = null;
        int at = from;
        while (end - at >= 4) {
            int code = u16(at);
            int size = u16(at + 2);
            if (size > end - at - 4) {
                throw trouble("option " + code + " of an interface exceeds its block");
            }
            if (code == 0) {
                break;
            }
            if (code == IF_NAME) {
                called = text(at + 4, Math.min(size, LONGEST_NAME));
            } else if (code == IF_TSRESOL) {
                if (size != 1) {
                    throw trouble("if_tsresol option has the length " + size + ", not 1");
                }
                ticks = ticks(source.buffer.get(at + 4));
            } else if (code == IF_TSOFFSET) {
                if (size != 8) {
                    throw trouble("if_tsoffset option has the length " + size + ", not 8");
                }
                added = little ? Long.reverseBytes(source.buffer.getLong(at + 4)) : source.buffer.getLong(at + 4);
            }
            at += 4 + (size + 3 & ~3);
        }
        return new Interface(link, snap, ticks, added, called);
    }

    /** UTF-8 that need not end with a zero; {@code null} for none. */
    private @Nullable String text(int at, int size) {
        byte[] bytes = new byte[size];
        source.buffer.get(at, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        text = end < 0 ? text : text.substring(0, end);
        return text.isEmpty() ? null : text;
    }

    /** Units a second: a negative power of ten, or of two where the highest bit is set. */
    private long ticks(byte resolution) throws CaptureException {
        int exponent = resolution & 0x7f;
        if (resolution < 0) {
            if (exponent > 63) {
                throw trouble("if_tsresol option resolution 2^-" + exponent + " is too small");
            }
            return 1L << exponent;
        }
        if (exponent > 19) {
            throw trouble("if_tsresol option resolution 10^-" + exponent + " is too small");
        }
        long ticks = 1;
        for (int i = 0; i < exponent; i++) {
            ticks *= 10;
        }
        return ticks;
    }

    /** An enhanced or obsolete packet: the time at {@code stamp}, then both lengths, then the bytes. */
    private void packet(int number, int stamp, int data, int end) throws CaptureException {
        Interface on = on(number);
        long time = Integer.toUnsignedLong(u32(stamp)) << 32 | Integer.toUnsignedLong(u32(stamp + 4));
        seconds = on.seconds(time);
        nanos = on.nanos(time);
        take(on, u32(stamp + 8), u32(stamp + 12), data, end);
    }

    /** A simple packet has no time, and no captured length: what the snapshot length cut off is not there. */
    private void simple(int body, int end) throws CaptureException {
        Interface on = on(0);
        int whole = u32(body);
        seconds = 0;
        nanos = 0;
        int kept = Integer.compareUnsigned(whole, on.snapshotLength()) > 0 ? on.snapshotLength() : whole;
        take(on, kept, whole, body + 4, end);
    }

    private Interface on(int number) throws CaptureException {
        if (number < 0 || number >= interfaces.size()) {
            throw trouble("a packet arrived on interface " + Integer.toUnsignedString(number)
                    + ", but there's no Interface Description Block for that interface");
        }
        interfaceNumber = number;
        return interfaces.get(number);
    }

    private void take(Interface on, int kept, int whole, int data, int end) throws CaptureException {
        int longest = on.linkType().longestPacket();
        if (Integer.compareUnsigned(kept, longest) > 0) {
            throw trouble("invalid packet capture length " + Integer.toUnsignedString(kept)
                    + ", bigger than maximum of " + longest);
        }
        if (kept > end - data) {
            throw trouble("a packet of " + kept + " captured bytes exceeds its block, which has " + (end - data));
        }
        if (mixture == Mixture.ALLOWED) {
            linkType = on.linkType();
            snapshotLength = on.snapshotLength();
        }
        interfaceName = on.name();
        offset = data;
        captured = kept;
        length = whole;
    }

    @Override
    void readTime(int at) {
        throw new IllegalStateException("the time is read with the packet");
    }

    @Override
    public boolean nanoseconds() {
        return fine;
    }
}
