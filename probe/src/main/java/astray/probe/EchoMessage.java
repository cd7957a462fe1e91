package astray.probe;

import astray.facts.Family;
import astray.kernel.inet.Bytes;

/** An echo request or its answer (RFC 792, RFC 4443 section 4): type, code, checksum, identifier, sequence, data. */
final class EchoMessage {
    static final int HEADER = 8;

    /** As many bytes as ping(8) sends. */
    static final int DATA = 56;

    private static final int CHECKSUM = 2;
    private static final int IDENTIFIER = 4;
    private static final int SEQUENCE = 6;

    private EchoMessage() {}

    static int answerType(Family family) {
        return family == Family.INET ? 0 : 129;
    }

    private static int requestType(Family family) {
        return family == Family.INET ? 8 : 128;
    }

    static byte[] request(Family family, int identifier, int sequence) {
        byte[] message = new byte[HEADER + DATA];
        message[0] = (byte) requestType(family);
        put(message, IDENTIFIER, identifier);
        put(message, SEQUENCE, sequence);
        for (int i = HEADER; i < message.length; i++) {
            message[i] = (byte) i;
        }
        if (family == Family.INET) {
            // the kernel does it for ICMPv6, where the addresses are part of it
            put(message, CHECKSUM, checksum(message));
        }
        return message;
    }

    static int identifier(Bytes bytes, int at) {
        return bytes.u16(at + IDENTIFIER);
    }

    static int sequence(Bytes bytes, int at) {
        return bytes.u16(at + SEQUENCE);
    }

    /** The internet checksum (RFC 1071) of an even number of bytes. */
    static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    static void put(byte[] message, int at, int value) {
        message[at] = (byte) (value >>> 8);
        message[at + 1] = (byte) value;
    }
}
