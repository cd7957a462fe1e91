package astray.packet.text;

/** Masks of networks as lengths of prefixes. */
final class NetMask {
    private NetMask() {}

    /** How many ones an IPv4 mask begins with; -1 where ones follow zeros. */
    static int bits4(int mask) {
        int bits = Integer.numberOfLeadingZeros(~mask);
        return mask == (bits == 0 ? 0 : -1 << 32 - bits) ? bits : -1;
    }

    /** How many ones the bytes of an IPv6 mask begin with, bytes where ones follow zeros not counted. */
    static int bits6(Sheet sheet, int at) {
        int bits = 0;
        for (int i = 0; i < 16; i++) {
            bits += Math.max(bits4(sheet.u8(at + i) << 24), 0);
        }
        return bits;
    }
}
