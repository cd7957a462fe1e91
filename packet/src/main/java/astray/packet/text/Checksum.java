package astray.packet.text;

/** The internet checksum (RFC 1071): the one's complement of the one's complement sum of 16-bit words. */
final class Checksum {
    private Checksum() {}

    /** Adds the bytes of a part; one of odd length is taken as if a zero byte followed. */
    static long add(long sum, byte[] bytes, int from, int length) {
        int i = from;
        int to = from + length;
        for (; i < to - 1; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        if (i < to) {
            sum += (bytes[i] & 0xff) << 8;
        }
        return sum;
    }

    /** The checksum of a sum. */
    static int of(long sum) {
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) ~sum & 0xffff;
    }

    /** What a checksum field should hold, given what it holds and what the checksum over all came to. */
    static int shouldBe(int field, int over) {
        int sum = field + over;
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    /** The sum of the pseudo header of IPv4 (RFC 793, 768). */
    static long pseudo4(Sheet sheet, int source, int destination, int protocol, int length) {
        long sum = add(0, sheet.bytes(), source, 4);
        // no room for the upper bits of a length above 64 KiB (BIG TCP)
        return add(sum, sheet.bytes(), destination, 4) + protocol + (length & 0xffff);
    }

    /** The sum of the pseudo header of IPv6 (RFC 8200 section 8.1). */
    static long pseudo6(Sheet sheet, int source, int destination, int protocol, int length) {
        long sum = add(0, sheet.bytes(), source, 16);
        return add(sum, sheet.bytes(), destination, 16) + protocol + (length & 0xffff) + (length >>> 16);
    }
}
