package astray.packet.filter;

import java.nio.ByteBuffer;
import java.util.Random;

/** Ethernet frames for tests: well-formed ones, and such that are so only in part. */
final class Packets {
    private static final int[] TYPES = {0x0800, 0x86dd, 0x0806, 0x8035, 0x8100, 0x88a8, 0x8847, 0x8864, 0x88cc, 60};
    private static final int[] PROTOCOLS = {6, 17, 1, 132, 58, 44, 51, 0, 47, 2};
    private static final int[] PORTS = {22, 53, 80, 443, 4789, 6081, 1024};
    private static final int[] ADDRESSES = {0x0a000001, 0x0a000002, 0xc0a84902, 0xe00000fb, 0xffffffff};

    private Packets() {}

    /** A TCP segment over IPv4 without options. */
    static byte[] tcp4(int from, int to, int fromPort, int toPort) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20);
        frame.put(new byte[] {2, 0x42, 0, 0, 0, 2, 2, 0x42, 0, 0, 0, 1}).putShort((short) 0x0800);
        ip4(frame, 6, from, to, 40, 0);
        frame.putShort((short) fromPort).putShort((short) toPort);
        return frame.array();
    }

    private static void ip4(ByteBuffer frame, int protocol, int from, int to, int length, int options) {
        frame.put((byte) (0x45 + options)).put((byte) 0).putShort((short) length);
        frame.putInt(0).put((byte) 64).put((byte) protocol).putShort((short) 0);
        frame.putInt(from).putInt(to);
        frame.position(frame.position() + 4 * options);
    }

    private static int one(Random random, int[] of) {
        return of[random.nextInt(of.length)];
    }

    /** A frame of 700 bytes, long enough for every place that an expression may ask about. */
    static byte[] random(Random random) {
        byte[] bytes = new byte[700];
        random.nextBytes(bytes);
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        if (random.nextInt(8) == 0) {
            return bytes;
        }
        for (int i = 0; i < 2; i++) {
            frame.putShort((short) 0x0242).putInt(random.nextInt(3));
        }
        int type = one(random, TYPES);
        frame.putShort((short) type);
        while (type == 0x8100 || type == 0x88a8) {
            frame.putShort((short) random.nextInt(12));
            type = one(random, TYPES);
            frame.putShort((short) type);
        }
        if (type == 0x8847) {
            frame.putInt(random.nextInt(3) << 12 | random.nextInt(2) << 8);
            type = random.nextBoolean() ? 0x0800 : 0x86dd;
        } else if (type == 0x8864) {
            frame.putShort((short) 0x1100).putShort((short) random.nextInt(3)).putShort((short) 0);
            type = random.nextBoolean() ? 0x0800 : 0x86dd;
            frame.putShort((short) (type == 0x0800 ? 0x21 : 0x57));
        }
        network(random, frame, type);
        return bytes;
    }

    private static void network(Random random, ByteBuffer frame, int type) {
        int protocol = one(random, PROTOCOLS);
        if (type == 0x0800) {
            int options = random.nextInt(4) == 0 ? random.nextInt(11) : 0;
            ip4(frame, protocol, one(random, ADDRESSES), one(random, ADDRESSES), random.nextInt(600), options);
            frame.putShort((short) one(random, PORTS)).putShort((short) one(random, PORTS));
        } else if (type == 0x86dd) {
            frame.put((byte) 0x60)
                    .put((byte) 0)
                    .putShort((short) 0)
                    .putShort((short) 500)
                    .put((byte) protocol);
            frame.put((byte) 64).putLong(0xfd000009_00000000L).putLong(random.nextInt(3));
            frame.putLong(0xfd000009_00000000L).putLong(random.nextInt(3));
            if (protocol == 44) {
                frame.put((byte) one(random, PROTOCOLS));
            }
            frame.putShort((short) one(random, PORTS)).putShort((short) one(random, PORTS));
        } else {
            frame.putShort((short) 1)
                    .putShort((short) 0x0800)
                    .putShort((short) 0x0604)
                    .putShort((short) 1);
        }
    }
}
