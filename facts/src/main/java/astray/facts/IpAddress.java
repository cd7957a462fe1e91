package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as a number. Never resolves a name.
 *
 * @param family the family
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address; the address in the lower 32 bits for IPv4
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

    /** Checks that an IPv4 address has no bits above its 32. */
    public IpAddress {
        if (family == Family.INET && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("more than 32 bits");
        }
    }

    /** The IPv4 address with these 32 bits. */
    public static IpAddress v4(int bits) {
        return new IpAddress(Family.INET, 0, bits & 0xffffffffL);
    }

    /** The all-zero address of a family. */
    public static IpAddress any(Family family) {
        return new IpAddress(family, 0, 0);
    }

    /**
     * Reads a dotted quad, or an IPv6 address in any form of RFC 4291 section 2.2.
     *
     * @return {@code null} for anything else: a name, a prefix, a zone ({@code %eth0}), leading or trailing blanks
     */
    public static @Nullable IpAddress parse(CharSequence text) {
        int length = text.length();
        if (length < 2 || length > 45) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) == ':') {
                return Inet6Text.parse(text);
            }
        }
        long bits = Inet4Text.parse(text, 0, length);
        return bits < 0 ? null : new IpAddress(Family.INET, 0, bits);
    }

    /** Reads an address that is known to be one. */
    public static IpAddress of(String text) {
        IpAddress address = parse(text);
        if (address == null) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        return address;
    }

    /** The bit at a place, counted from 0 at the most significant end. */
    public boolean bit(int index) {
        int shift = family.bits() - 1 - index;
        return ((shift >= 64 ? high >>> (shift - 64) : low >>> shift) & 1) != 0;
    }

    /** This address with all bits from {@code length} on cleared. */
    public IpAddress masked(int length) {
        if (family == Family.INET) {
            return length == 0 ? any(family) : v4((int) low & (-1 << (32 - length)));
        }
        long keptHigh = length >= 64 ? high : length == 0 ? 0 : high & (-1L << (64 - length));
        long keptLow = length <= 64 ? 0 : low & (-1L << (128 - length));
        return new IpAddress(family, keptHigh, keptLow);
    }

    /** The address {@code count} after this one, wrapping at the end of the family. */
    public IpAddress plus(long count) {
        if (family == Family.INET) {
            return v4((int) (low + count));
        }
        long sum = low + count;
        boolean carry = count > 0 && Long.compareUnsigned(sum, low) < 0;
        return new IpAddress(family, high + (carry ? 1 : 0), sum);
    }

    /** Whether this is 0.0.0.0 or ::. */
    public boolean isAny() {
        return high == 0 && low == 0;
    }

    /** 127.0.0.0/8 (RFC 1122) or ::1. */
    public boolean isLoopback() {
        return family == Family.INET ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** 169.254.0.0/16 (RFC 3927) or fe80::/10. */
    public boolean isLinkLocal() {
        return family == Family.INET ? low >>> 16 == 0xa9fe : high >>> 54 == 0x3fa;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return family == Family.INET ? low >>> 28 == 0xe : high >>> 56 == 0xff;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The dotted quad, or the form of RFC 5952. */
    @Override
    public String toString() {
        return family == Family.INET ? Inet4Text.print((int) low) : Inet6Text.print(high, low);
    }
}
