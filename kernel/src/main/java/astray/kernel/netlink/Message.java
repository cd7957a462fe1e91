package astray.kernel.netlink;

import astray.facts.IpAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A netlink message ({@code struct nlmsghdr} of linux/netlink.h): a view over bytes that anybody may have sent. Offsets
 * count from the end of that header; what lies beyond the message's end reads as 0.
 */
public final class Message {
    /** {@code NLMSG_NOOP}. */
    public static final int NOOP = 1;

    /** {@code NLMSG_ERROR}: an error, or with the number 0 an acknowledgement. */
    public static final int ERROR = 2;

    /** {@code NLMSG_DONE}: the end of a listing. */
    public static final int DONE = 3;

    /** {@code NLM_F_DUMP_INTR}: what is listed changed meanwhile, so the listing may be inconsistent. */
    public static final int DUMP_INTERRUPTED = 0x10;

    /** {@code sizeof(struct nlmsghdr)}. */
    static final int HEADER = 16;

    private final byte[] buffer;
    private final int start;
    private final int length;

    private Message(byte[] buffer, int start, int length) {
        this.buffer = buffer;
        this.start = start;
        this.length = length;
    }

    /** The message that begins at a place of a buffer; {@code null} where none fits. */
    public static @Nullable Message at(byte[] buffer, int start) {
        if (start < 0 || start > buffer.length - HEADER) {
            return null;
        }
        int length = Attributes.s32At(buffer, start);
        return length < HEADER || length > buffer.length - start ? null : new Message(buffer, start, length);
    }

    /** The message behind this one in the same buffer; {@code null} where none fits. */
    public @Nullable Message next() {
        return at(buffer, start + Attributes.align(length));
    }

    /** {@code nlmsg_type}. */
    public int type() {
        return Attributes.u16At(buffer, start + 4);
    }

    /** {@code nlmsg_flags}. */
    public int flags() {
        return Attributes.u16At(buffer, start + 6);
    }

    /** {@code nlmsg_seq}. */
    public int sequence() {
        return Attributes.s32At(buffer, start + 8);
    }

    /** {@code nlmsg_pid}: the port of the socket that it answers; 0 for a notification. */
    public int port() {
        return Attributes.s32At(buffer, start + 12);
    }

    /** The length in bytes of what follows the header. */
    public int length() {
        return length - HEADER;
    }

    private boolean fits(int offset, int size) {
        return offset >= 0 && offset <= length() - size;
    }

    /** An unsigned byte. */
    public int u8(int offset) {
        return fits(offset, 1) ? buffer[start + HEADER + offset] & 0xff : 0;
    }

    /** An unsigned number of 16 bits. */
    public int u16(int offset) {
        return fits(offset, 2) ? Attributes.u16At(buffer, start + HEADER + offset) : 0;
    }

    /** An unsigned big-endian number of 16 bits, such as a port. */
    public int be16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    /** A number of 32 bits. */
    public int s32(int offset) {
        return fits(offset, 4) ? Attributes.s32At(buffer, start + HEADER + offset) : 0;
    }

    /** An unsigned number of 32 bits. */
    public long u32(int offset) {
        return Integer.toUnsignedLong(s32(offset));
    }

    /** A number of 64 bits. */
    public long u64(int offset) {
        return fits(offset, 8) ? Attributes.u64At(buffer, start + HEADER + offset) : 0;
    }

    /** An address of 4 or 16 bytes; {@code null} when it does not fit. */
    public @Nullable IpAddress address(int offset, int size) {
        return fits(offset, size) ? Attributes.addressAt(buffer, start + HEADER + offset, size) : null;
    }

    /** The attributes behind a header of a fixed size. */
    public Attributes attributes(int fixed) {
        return new Attributes(buffer, start + HEADER + Attributes.align(fixed), start + length);
    }

    /** A copy of the whole message, its header too. */
    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, start, start + length);
    }
}
