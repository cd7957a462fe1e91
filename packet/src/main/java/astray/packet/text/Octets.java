package astray.packet.text;

/** Big-endian numbers in bytes that are not the packet's, and are there. */
final class Octets {
    private Octets() {}

    static int be16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    static long be32(byte[] bytes, int at) {
        return (long) be16(bytes, at) << 16 | be16(bytes, at + 2);
    }
}
