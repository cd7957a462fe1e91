package astray.instruments.ip;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.Console;
import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/**
 * A prefix or an address as ip reads it from a command line: {@code default}, {@code any} and {@code all} have no
 * address; an IPv4 address may lack bytes at its end ({@code 10.1} is 10.1.0.0), and its bytes may be octal or
 * hexadecimal; a length may be a netmask.
 *
 * @param family the family's number; {@code AF_UNSPEC} when neither the words nor the options tell
 * @param address the address, host bits included; {@code null} for {@code default} and its like
 * @param length the prefix length in bits; an address alone has all
 * @param specified whether the length was said
 */
record InetPrefix(int family, @Nullable IpAddress address, int length, boolean specified) {

    /** Reads a prefix of a family, {@code AF_UNSPEC} for any; ends the run as the original does for what is none. */
    static InetPrefix prefix(String word, int family) throws Failure {
        if (family == Families.PACKET) {
            throw new Failure(
                    Failure.FAILED,
                    "Error: \"" + word + "\" may be inet prefix, but it is not allowed in this context.");
        }
        InetPrefix prefix = parse(word, family);
        if (prefix == null) {
            throw new Failure(
                    Failure.FAILED, "Error: " + name(family) + " prefix is expected rather than \"" + word + "\".");
        }
        return prefix;
    }

    /** Reads an address of a family, {@code AF_UNSPEC} for any; ends the run as the original does for what is none. */
    static InetPrefix address(String word, int family) throws Failure {
        InetPrefix address = isAll(word) ? new InetPrefix(family, null, 0, true) : bare(word, family);
        if (address == null) {
            throw new Failure(
                    Failure.FAILED, "Error: " + name(family) + " address is expected rather than \"" + word + "\".");
        }
        return address;
    }

    private static @Nullable InetPrefix parse(String word, int family) {
        if (isAll(word)) {
            return family == Families.MPLS ? null : new InetPrefix(family, null, 0, true);
        }
        int slash = word.indexOf('/');
        InetPrefix address = bare(slash < 0 ? word : word.substring(0, slash), family);
        if (address == null || slash < 0) {
            return address;
        }
        long length = lengthOf(word.substring(slash + 1));
        return length < 0 || length > address.length ? null : address.withLength((int) length);
    }

    private InetPrefix withLength(int bits) {
        return new InetPrefix(family, address, bits, true);
    }

    /** With all its bits: a question about a route has no other; a shorter one is complained of. */
    InetPrefix whole(Console console) {
        IpAddress one = address;
        if (one == null || length == one.family().bits()) {
            return this;
        }
        int bits = one.family().bits();
        console.complain("Warning: /" + length + " as prefix is invalid, only /" + bits + " (or none) is supported.");
        return withLength(bits);
    }

    private static boolean isAll(String word) {
        return word.equals("default") || word.equals("any") || word.equals("all");
    }

    private static @Nullable InetPrefix bare(String word, int family) {
        if (word.indexOf(':') >= 0) {
            IpAddress address = IpAddress.parse(word);
            return address == null || family != Families.UNSPEC && family != Families.INET6
                    ? null
                    : new InetPrefix(Families.INET6, address, Family.INET6.bits(), false);
        }
        if (family != Families.UNSPEC && family != Families.INET) {
            return null;
        }
        long bits = quad(word);
        return bits < 0 ? null : new InetPrefix(Families.INET, IpAddress.v4((int) bits), Family.INET.bits(), false);
    }

    /** The 32 bits of one to four bytes with dots between them, or -1. */
    private static long quad(String word) {
        long bits = 0;
        int from = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int dot = word.indexOf('.', from);
            long octet = Words.number(word.substring(from, dot < 0 ? word.length() : dot));
            if (octet < 0 || octet > 255) {
                return -1;
            }
            bits |= octet << shift;
            if (dot < 0) {
                return bits;
            }
            from = dot + 1;
        }
        return -1;
    }

    /** A length in bits, or the length of a netmask; -1 for neither. */
    private static long lengthOf(String word) {
        long length = Words.number(word);
        if (length >= 0) {
            return length;
        }
        long mask = quad(word);
        return mask < 0 ? -1 : astray.facts.Prefix.lengthOfNetmask(IpAddress.v4((int) mask));
    }

    /** How the original calls a family in its messages. */
    static String name(int family) {
        return switch (family) {
            case Families.UNSPEC -> "any valid";
            case Families.INET -> "inet";
            case Families.INET6 -> "inet6";
            case Families.MPLS -> "mpls";
            case Families.BRIDGE -> "bridge";
            case Families.PACKET -> "link";
            default -> "???";
        };
    }

    /** Whether another address has the first bits of this one; of a prefix without an address: has zeroes there. */
    boolean covers(@Nullable IpAddress other, int bits) {
        if (bits <= 0) {
            return true;
        }
        IpAddress mine = address;
        if (mine == null) {
            return other == null
                    || other.masked(Math.min(bits, other.family().bits())).isAny();
        }
        int compared = Math.min(bits, mine.family().bits());
        IpAddress theirs = other == null || other.family() != mine.family() ? IpAddress.any(mine.family()) : other;
        return mine.masked(compared).equals(theirs.masked(compared));
    }
}
