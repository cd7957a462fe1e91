package astray.packet.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address or prefix of Babel (RFC 8966 section 4.1.4), from which bytes may be left out.
 *
 * @param encoding its address encoding: 0 none, 1 IPv4, 2 IPv6, 3 IPv6 of the link
 * @param bytes as IPv6, IPv4 mapped into it
 * @param bits how long the prefix is, in IPv6
 * @param size how many bytes of the packet it takes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these
record BabelAddress(int encoding, byte[] bytes, int bits, int size) {
    /** In front of an IPv4 address (RFC 4291 section 2.5.5.2). */
    static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0};

    /** A whole address; {@code null} when it makes no sense. */
    static @Nullable BabelAddress whole(Sheet sheet, int encoding, int at, int length) {
        return read(sheet, encoding, encoding == 1 ? 32 : 128, 0, at, length, null);
    }

    /**
     * A prefix; {@code null} when it makes no sense.
     *
     * @param omitted how many bytes are those of an earlier prefix
     * @param earlier the earlier one
     */
    static @Nullable BabelAddress prefix(
            Sheet sheet, int encoding, int bits, int omitted, int at, int length, byte @Nullable [] earlier) {
        return read(sheet, encoding, bits, omitted, at, length, earlier);
    }

    private static @Nullable BabelAddress read(
            Sheet sheet, int encoding, int bits, int omitted, int at, int length, byte @Nullable [] earlier) {
        int count = (bits + 7) / 8;
        if (count > 16 || encoding > 3) {
            return null;
        }
        byte[] bytes = new byte[16];
        int before = 0;
        int left = 0;
        switch (encoding) {
            case 1 -> {
                if (omitted > 4 || count > 4) {
                    return null;
                }
                System.arraycopy(MAPPED, 0, bytes, 0, 12);
                before = 12;
                left = omitted;
            }
            case 2 -> {
                if (omitted > 16) {
                    return null;
                }
                left = omitted;
            }
            case 3 -> {
                bytes[0] = (byte) 0xfe;
                bytes[1] = (byte) 0x80;
                left = 8;
            }
            default -> count = 0;
        }
        int here = Math.max(0, count - left);
        if (length < here) {
            return null;
        }
        if (left != 0 && encoding != 3) {
            if (earlier == null) {
                return null;
            }
            System.arraycopy(earlier, 0, bytes, 0, before + left);
        }
        sheet.need(at, here);
        System.arraycopy(sheet.bytes(), at, bytes, before + left, here);
        return new BabelAddress(encoding, bytes, encoding == 1 ? bits + 96 : bits, here);
    }

    private boolean isMapped() {
        return Arrays.equals(bytes, 0, 12, MAPPED, 0, 12);
    }

    private void host(Sheet sheet) {
        if (isMapped()) {
            sheet.host4(Arrays.copyOfRange(bytes, 12, 16));
        } else {
            sheet.host6(bytes);
        }
    }

    /** Prints it as an address, or a text where there is none. */
    void printAddress(Sheet sheet, String none) {
        if (encoding == 0) {
            sheet.text(none);
        } else {
            host(sheet);
        }
    }

    /** Prints it with its length, or a text where there is none. */
    void printPrefix(Sheet sheet, @Nullable String none) {
        if (encoding == 0 && none != null) {
            sheet.text(none);
        } else if (bits >= 96 && isMapped()) {
            host(sheet);
            sheet.text("/").number(bits - 96);
        } else {
            sheet.host6(bytes);
            sheet.text("/").number(bits);
        }
    }
}
