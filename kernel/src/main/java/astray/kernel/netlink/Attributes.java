package astray.kernel.netlink;

import astray.facts.IpAddress;
import astray.kernel.sys.Words;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A row of netlink attributes ({@code struct rtattr} of linux/rtnetlink.h, {@code struct nlattr} of linux/netlink.h): a
 * view over bytes that anybody may have sent. No getter fails: an attribute that is missing, or too short for what is
 * asked, is {@code null} or the value given for that case. Numbers are in the machine's byte order unless the method
 * says big-endian. The row ends at the first attribute whose length does not fit.
 */
public final class Attributes implements Iterable<Attributes.Attribute> {
    /** No attributes. */
    public static final Attributes NONE = new Attributes(new byte[0], 0, 0);

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private static final int HEADER = 4;

    /** {@code NLA_TYPE_MASK}: the two upper bits say "nested" and "big-endian". */
    private static final int TYPE_MASK = 0x3fff;

    private final byte[] buffer;
    private final int from;
    private final int to;

    /** Bit N: there is one of type N; bit 63: there is one of 63 or above. 0 until somebody asked, or for none. */
    private long present;

    /** The attributes in a part of a buffer; a part outside of it is cut to what there is. */
    public Attributes(byte[] buffer, int from, int to) {
        this.buffer = buffer;
        this.to = Math.clamp(to, 0, buffer.length);
        this.from = Math.clamp(from, 0, this.to);
    }

    // by bytes: these are read so often that a view's call costs, before the code is compiled to its best
    static int u16At(byte[] buffer, int at) {
        int first = buffer[at] & 0xff;
        int second = buffer[at + 1] & 0xff;
        return LITTLE ? second << 8 | first : first << 8 | second;
    }

    static int s32At(byte[] buffer, int at) {
        int first = u16At(buffer, at);
        int second = u16At(buffer, at + 2);
        return LITTLE ? second << 16 | first : first << 16 | second;
    }

    static long u64At(byte[] buffer, int at) {
        long first = Integer.toUnsignedLong(s32At(buffer, at));
        long second = Integer.toUnsignedLong(s32At(buffer, at + 4));
        return LITTLE ? second << 32 | first : first << 32 | second;
    }

    static void putU16(byte[] buffer, int at, int value) {
        Words.put(buffer, at, Short.BYTES, value);
    }

    static void putU32(byte[] buffer, int at, int value) {
        Words.put(buffer, at, Integer.BYTES, value);
    }

    static void putU64(byte[] buffer, int at, long value) {
        Words.put(buffer, at, Long.BYTES, value);
    }

    /** The next place aligned to four bytes. */
    static int align(int length) {
        return length + 3 & ~3;
    }

    /** The length with its header of the attribute at a place, or 0 when none fits there. */
    private int lengthAt(int at) {
        if (at + HEADER > to) {
            return 0;
        }
        int length = u16At(buffer, at);
        return length < HEADER || length > to - at ? 0 : length;
    }

    /** Where the first attribute of a type begins, or -1. */
    private int find(int type) {
        // most questions are for what is not there
        if (present == 0) {
            present = types();
        }
        if ((present & bit(type)) == 0) {
            return -1;
        }
        int length;
        for (int at = from; (length = lengthAt(at)) > 0; at += align(length)) {
            if ((u16At(buffer, at + 2) & TYPE_MASK) == type) {
                return at;
            }
        }
        return -1;
    }

    private long types() {
        long types = 0;
        int length;
        for (int at = from; (length = lengthAt(at)) > 0; at += align(length)) {
            types |= bit(u16At(buffer, at + 2) & TYPE_MASK);
        }
        return types;
    }

    private static long bit(int type) {
        return 1L << Math.min(type, 63);
    }

    private int find(int type, int size) {
        int at = find(type);
        return at >= 0 && lengthAt(at) - HEADER >= size ? at + HEADER : -1;
    }

    /** Whether there is one of this type, be it empty. */
    public boolean has(int type) {
        return find(type) >= 0;
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return lengthAt(from) == 0;
    }

    /** One of this type; {@code null} for none. */
    public @Nullable Attribute get(int type) {
        int at = find(type);
        return at < 0 ? null : new Attribute(buffer, at, lengthAt(at));
    }

    /** An unsigned number of 8 bits. */
    public int u8(int type, int otherwise) {
        int at = find(type, 1);
        return at < 0 ? otherwise : buffer[at] & 0xff;
    }

    /** An unsigned number of 16 bits. */
    public int u16(int type, int otherwise) {
        int at = find(type, 2);
        return at < 0 ? otherwise : u16At(buffer, at);
    }

    /** A number of 32 bits as it stands: an index, a mark, a signed number. */
    public int s32(int type, int otherwise) {
        int at = find(type, 4);
        return at < 0 ? otherwise : s32At(buffer, at);
    }

    /** An unsigned number of 32 bits. */
    public long u32(int type, long otherwise) {
        int at = find(type, 4);
        return at < 0 ? otherwise : Integer.toUnsignedLong(s32At(buffer, at));
    }

    /** A number of 64 bits. */
    public long u64(int type, long otherwise) {
        int at = find(type, 8);
        return at < 0 ? otherwise : u64At(buffer, at);
    }

    /** An unsigned big-endian number of 16 bits, such as a port. */
    public int be16(int type, int otherwise) {
        int at = find(type, 2);
        return at < 0 ? otherwise : (buffer[at] & 0xff) << 8 | buffer[at + 1] & 0xff;
    }

    /** An unsigned big-endian number of 32 bits. */
    public long be32(int type, long otherwise) {
        int at = find(type, 4);
        return at < 0
                ? otherwise
                : (buffer[at] & 0xffL) << 24
                        | (buffer[at + 1] & 0xff) << 16
                        | (buffer[at + 2] & 0xff) << 8
                        | buffer[at + 3] & 0xff;
    }

    /** A big-endian number of 64 bits. */
    public long be64(int type, long otherwise) {
        int at = find(type, 8);
        if (at < 0) {
            return otherwise;
        }
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | buffer[at + i] & 0xff;
        }
        return value;
    }

    /** A copy of the payload. */
    public byte @Nullable [] bytes(int type) {
        Attribute found = get(type);
        return found == null ? null : found.bytes();
    }

    /** A text, up to its first zero byte. */
    public @Nullable String string(int type) {
        Attribute found = get(type);
        return found == null ? null : found.string();
    }

    /** An address of 4 or 16 bytes. */
    public @Nullable IpAddress address(int type) {
        int at = find(type);
        return at < 0 ? null : addressAt(buffer, at + HEADER, lengthAt(at) - HEADER);
    }

    /** Bytes as an address; {@code null} when they are not 4 or 16. */
    public static @Nullable IpAddress address(byte[] bytes) {
        return addressAt(bytes, 0, bytes.length);
    }

    static @Nullable IpAddress addressAt(byte[] buffer, int at, int length) {
        if (length == 4) {
            return IpAddress.v4((buffer[at] & 0xff) << 24
                    | (buffer[at + 1] & 0xff) << 16
                    | (buffer[at + 2] & 0xff) << 8
                    | buffer[at + 3] & 0xff);
        }
        if (length != 16) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | buffer[at + i] & 0xff;
            low = low << 8 | buffer[at + 8 + i] & 0xff;
        }
        return new IpAddress(astray.facts.Family.INET6, high, low);
    }

    /** The attributes inside one; none where there is no such attribute. */
    public Attributes nested(int type) {
        int at = find(type);
        return at < 0 ? NONE : new Attributes(buffer, at + HEADER, at + lengthAt(at));
    }

    @Override
    public Iterator<Attribute> iterator() {
        return new Iterator<>() {
            private int at = from;

            @Override
            public boolean hasNext() {
                return lengthAt(at) > 0;
            }

            @Override
            public Attribute next() {
                int length = lengthAt(at);
                if (length == 0) {
                    throw new NoSuchElementException();
                }
                Attribute attribute = new Attribute(buffer, at, length);
                at += align(length);
                return attribute;
            }
        };
    }

    /** One attribute: a view too. */
    public static final class Attribute {
        private final byte[] buffer;
        private final int at;
        private final int length;

        private Attribute(byte[] buffer, int at, int length) {
            this.buffer = buffer;
            this.at = at;
            this.length = length;
        }

        /** Its type, without the two bits above it. */
        public int type() {
            return u16At(buffer, at + 2) & TYPE_MASK;
        }

        /** The payload's length in bytes. */
        public int length() {
            return length - HEADER;
        }

        /** An unsigned byte of the payload; 0 beyond its end. */
        public int u8(int offset) {
            return fits(offset, 1) ? buffer[at + HEADER + offset] & 0xff : 0;
        }

        /** An unsigned number of 16 bits in the payload; 0 beyond its end. */
        public int u16(int offset) {
            return fits(offset, 2) ? u16At(buffer, at + HEADER + offset) : 0;
        }

        /** A number of 32 bits in the payload; 0 beyond its end. */
        public int s32(int offset) {
            return fits(offset, 4) ? s32At(buffer, at + HEADER + offset) : 0;
        }

        /** An unsigned number of 32 bits in the payload; 0 beyond its end. */
        public long u32(int offset) {
            return Integer.toUnsignedLong(s32(offset));
        }

        /** A number of 64 bits in the payload; 0 beyond its end. */
        public long u64(int offset) {
            return fits(offset, 8) ? u64At(buffer, at + HEADER + offset) : 0;
        }

        private boolean fits(int offset, int size) {
            return offset >= 0 && offset <= length() - size;
        }

        /** A copy of the payload. */
        public byte[] bytes() {
            return Arrays.copyOfRange(buffer, at + HEADER, at + length);
        }

        /** The payload as text, up to its first zero byte. */
        public String string() {
            int end = at + HEADER;
            while (end < at + length && buffer[end] != 0) {
                end++;
            }
            return new String(buffer, at + HEADER, end - at - HEADER, StandardCharsets.UTF_8);
        }

        /** The payload as an address of 4 or 16 bytes; {@code null} for another length. */
        public @Nullable IpAddress address() {
            return addressAt(buffer, at + HEADER, length());
        }

        /** An address of 4 or 16 bytes in the payload; {@code null} for another length, or beyond its end. */
        public @Nullable IpAddress address(int offset, int size) {
            return fits(offset, size) ? addressAt(buffer, at + HEADER + offset, size) : null;
        }

        /** The payload as attributes. */
        public Attributes nested() {
            return new Attributes(buffer, at + HEADER, at + length);
        }

        /** The attributes in a part of the payload, cut to what there is. */
        public Attributes nested(int start, int end) {
            int first = at + HEADER + Math.clamp(start, 0, length());
            return new Attributes(buffer, first, at + HEADER + Math.clamp(end, 0, length()));
        }

        /** The attributes behind the first bytes of the payload. */
        public Attributes nested(int offset) {
            return new Attributes(buffer, at + HEADER + align(Math.max(0, offset)), at + length);
        }
    }
}
