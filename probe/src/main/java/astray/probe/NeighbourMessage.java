package astray.probe;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.inet.Bytes;

/** A neighbour solicitation or advertisement (RFC 4861 sections 4.3 and 4.4): a head, the target, options. */
final class NeighbourMessage {
    static final int ADVERTISEMENT = 136;

    private static final int SOLICITATION = 135;
    private static final int TARGET = 8;
    private static final int OPTIONS = 24;
    private static final int OPTION_UNIT = 8;
    private static final int SOURCE_LINK_ADDRESS = 1;
    private static final int TARGET_LINK_ADDRESS = 2;
    private static final int LINK_LENGTH = 6;

    private NeighbourMessage() {}

    /** Without its checksum, which the kernel fills in. */
    static byte[] solicitation(IpAddress target, byte[] own) {
        byte[] message = new byte[OPTIONS + OPTION_UNIT];
        message[0] = (byte) SOLICITATION;
        for (int i = 0; i < 8; i++) {
            message[TARGET + i] = (byte) (target.high() >>> 56 - 8 * i);
            message[TARGET + 8 + i] = (byte) (target.low() >>> 56 - 8 * i);
        }
        message[OPTIONS] = SOURCE_LINK_ADDRESS;
        message[OPTIONS + 1] = 1;
        System.arraycopy(own, 0, message, OPTIONS + 2, LINK_LENGTH);
        return message;
    }

    /** The group that the holder of an address listens to: ff02::1:ff00:0/104 (RFC 4291 section 2.7.1). */
    static IpAddress solicitedNode(IpAddress address) {
        return new IpAddress(Family.INET6, 0xff02L << 48, 0x1_ff00_0000L | address.low() & 0xff_ffff);
    }

    /**
     * Who says in an advertisement to hold an address: its link-layer address, {@code ""} for nobody, or one who does
     * not tell.
     */
    static String holder(Bytes message, IpAddress address) {
        if (message.size() < OPTIONS
                || message.octet(0) != ADVERTISEMENT
                || !address.equals(new IpAddress(Family.INET6, message.u64(TARGET), message.u64(TARGET + 8)))) {
            return "";
        }
        int at = OPTIONS;
        while (at + OPTION_UNIT <= message.size()) {
            int length = message.octet(at + 1) * OPTION_UNIT;
            if (length == 0) {
                return "";
            }
            if (message.octet(at) == TARGET_LINK_ADDRESS && length == OPTION_UNIT) {
                return message.slice(at + 2, LINK_LENGTH).toString();
            }
            at += length;
        }
        return "";
    }
}
