package astray.kernel.netlink;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request while it is written: a header, a fixed part, attributes, each aligned to four bytes. */
public final class Request {
    /** {@code NLM_F_REQUEST}. */
    static final int REQUEST = 1;

    /** {@code NLM_F_ROOT | NLM_F_MATCH}: list all. */
    static final int DUMP = 0x300;

    private static final int NESTED = 0x8000;

    private byte[] buffer = new byte[128];
    private int length = Message.HEADER;

    /** Begins a request of a type, such as {@code RTM_GETLINK}. */
    public Request(int type) {
        Attributes.putU16(buffer, 4, type);
        Attributes.putU16(buffer, 6, REQUEST);
    }

    /** Makes room at the end, perhaps in another buffer, and tells where it begins. */
    private int room(int size) {
        int at = length;
        length += size;
        if (length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length, buffer.length * 2));
        }
        return at;
    }

    /** Further {@code nlmsg_flags}. */
    public Request flags(int flags) {
        Attributes.putU16(buffer, 6, Attributes.u16At(buffer, 6) | flags);
        return this;
    }

    /** A byte of the fixed part. */
    public Request u8(int value) {
        int at = room(1);
        buffer[at] = (byte) value;
        return this;
    }

    /** Two bytes of the fixed part. */
    public Request u16(int value) {
        int at = room(2);
        Attributes.putU16(buffer, at, value);
        return this;
    }

    /** Four bytes of the fixed part. */
    public Request u32(long value) {
        int at = room(4);
        Attributes.putU32(buffer, at, (int) value);
        return this;
    }

    /** Zeroes of the fixed part. */
    public Request zeroes(int count) {
        room(count);
        return this;
    }

    /** Bytes of the fixed part. */
    public Request bytes(byte[] value) {
        int at = room(value.length);
        System.arraycopy(value, 0, buffer, at, value.length);
        return this;
    }

    private int attribute(int type, int size) {
        int at = room(Attributes.align(4 + size));
        Attributes.putU16(buffer, at, 4 + size);
        Attributes.putU16(buffer, at + 2, type);
        return at + 4;
    }

    /** An attribute of one byte. */
    public Request attributeU8(int type, int value) {
        int at = attribute(type, 1);
        buffer[at] = (byte) value;
        return this;
    }

    /** An attribute of two bytes. */
    public Request attributeU16(int type, int value) {
        int at = attribute(type, 2);
        Attributes.putU16(buffer, at, value);
        return this;
    }

    /** An attribute of two bytes, big-endian, such as a port. */
    public Request attributeBe16(int type, int value) {
        int at = attribute(type, 2);
        buffer[at] = (byte) (value >> 8);
        buffer[at + 1] = (byte) value;
        return this;
    }

    /** An attribute of four bytes. */
    public Request attributeU32(int type, long value) {
        int at = attribute(type, 4);
        Attributes.putU32(buffer, at, (int) value);
        return this;
    }

    /** An attribute of bytes. */
    public Request attribute(int type, byte[] value) {
        int at = attribute(type, value.length);
        System.arraycopy(value, 0, buffer, at, value.length);
        return this;
    }

    /** An attribute that is a text with a zero byte at its end. */
    public Request attribute(int type, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int at = attribute(type, text.length + 1);
        System.arraycopy(text, 0, buffer, at, text.length);
        return this;
    }

    /** An attribute that is an address. */
    public Request attribute(int type, IpAddress value) {
        return attribute(type, bytesOf(value));
    }

    /** An attribute that holds others. */
    public Request nested(int type, java.util.function.Consumer<Request> inside) {
        int at = attribute(type | NESTED, 0) - 4;
        inside.accept(this);
        Attributes.putU16(buffer, at, length - at);
        return this;
    }

    /** An address as it is on the wire: 4 or 16 bytes, big-endian. */
    public static byte[] bytesOf(IpAddress address) {
        if (address.family() == Family.INET) {
            int bits = (int) address.low();
            return new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (address.high() >> (56 - 8 * i));
            bytes[8 + i] = (byte) (address.low() >> (56 - 8 * i));
        }
        return bytes;
    }

    /** The finished message with a sequence number. */
    byte[] finish(int sequence) {
        byte[] message = Arrays.copyOf(buffer, length);
        Attributes.putU32(message, 0, length);
        Attributes.putU32(message, 8, sequence);
        return message;
    }
}
