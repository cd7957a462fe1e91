package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * An address prefix with its host bits cleared.
 *
 * @param address the network address; host bits given are cleared
 * @param length the prefix length in bits, 0 to 32 or 128
 */
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {

    /** Clears the host bits. */
    public Prefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        address = address.masked(length);
    }

    /** The prefix that holds exactly one address. */
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /** 0.0.0.0/0 or ::/0. */
    public static Prefix all(Family family) {
        return new Prefix(IpAddress.any(family), 0);
    }

    /** Reads {@code ADDRESS/LENGTH}, or a bare address as a host prefix; {@code null} for anything else. */
    public static @Nullable Prefix parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        if (slash < 0) {
            return host(address);
        }
        int length = smallNumber(text, slash + 1);
        return length < 0 || length > address.family().bits() ? null : new Prefix(address, length);
    }

    /** Reads a prefix that is known to be one. */
    public static Prefix of(String text) {
        Prefix prefix = parse(text);
        if (prefix == null) {
            throw new IllegalArgumentException("not a prefix: " + text);
        }
        return prefix;
    }

    private static int smallNumber(String text, int from) {
        if (text.length() == from || text.length() > from + 3) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** The length of a contiguous dotted netmask, or -1. */
    public static int lengthOfNetmask(IpAddress mask) {
        int bits = (int) mask.low();
        int length = Integer.numberOfLeadingZeros(~bits);
        return mask.family() == Family.INET && (length == 32 || bits << length == 0) ? length : -1;
    }

    /** The netmask of an IPv4 prefix as an address. */
    public IpAddress netmask() {
        return IpAddress.v4(-1).masked(length);
    }

    /** The family of its addresses. */
    public Family family() {
        return address.family();
    }

    /** Whether it holds the address; never for one of the other family. */
    public boolean contains(IpAddress other) {
        return other.family() == family() && other.masked(length).equals(address);
    }

    /** Whether it holds every address of the other. */
    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.address);
    }

    /** Whether any address is in both. */
    public boolean overlaps(Prefix other) {
        return contains(other) || other.contains(this);
    }

    /** The last address: the broadcast address of an IPv4 subnet. */
    public IpAddress last() {
        if (family() == Family.INET) {
            return IpAddress.v4((int) address.low() | (length == 32 ? 0 : -1 >>> length));
        }
        long high = length >= 64 ? address.high() : address.high() | (length == 0 ? -1L : -1L >>> length);
        long low = length == 128 ? address.low() : length <= 64 ? -1L : address.low() | -1L >>> (length - 64);
        return new IpAddress(Family.INET6, high, low);
    }

    /** By family, address, then shorter before longer. */
    @Override
    public int compareTo(Prefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    /** In CIDR form, such as {@code 192.168.64.0/20}. */
    @Override
    public String toString() {
        return address + "/" + length;
    }
}
