package astray.packet.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes of a capture file, put together number by number in one byte order. */
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    Bytes(ByteOrder order) {
        this.order = order;
    }

    Bytes u32(long... values) {
        for (long value : values) {
            out.writeBytes(
                    ByteBuffer.allocate(4).order(order).putInt((int) value).array());
        }
        return this;
    }

    Bytes u16(int... values) {
        for (int value : values) {
            out.writeBytes(
                    ByteBuffer.allocate(2).order(order).putShort((short) value).array());
        }
        return this;
    }

    Bytes raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A pcap file's header. */
    Bytes pcap(long magic, int major, int minor, long snapshotLength, long linkType) {
        return u32(magic).u16(major, minor).u32(0, 0, snapshotLength, linkType);
    }

    /** A pcapng block, with its body filled up to a multiple of four. */
    Bytes block(long type, Bytes body) {
        byte[] inside = body.bytes();
        int padding = -inside.length & 3;
        int total = 12 + inside.length + padding;
        return u32(type, total).raw(inside).raw(new byte[padding]).u32(total);
    }

    /** A section header of version 1.0. */
    Bytes section() {
        return block(0x0a0d0d0aL, new Bytes(order).u32(0x1a2b3c4dL).u16(1, 0).u32(-1, -1));
    }

    /** An interface, with options that are given as they are written. */
    Bytes describe(int linkType, long snapshotLength, byte... options) {
        return block(1, new Bytes(order).u16(linkType, 0).u32(snapshotLength).raw(options));
    }

    /** An enhanced packet block. */
    Bytes packet(long number, long time, byte... data) {
        return block(
                6,
                new Bytes(order)
                        .u32(number, time >>> 32, time, data.length, data.length)
                        .raw(data));
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
