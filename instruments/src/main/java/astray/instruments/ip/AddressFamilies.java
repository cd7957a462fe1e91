package astray.instruments.ip;

import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/** The words for address families: {@code inet}, {@code inet6}, … */
final class AddressFamilies {
    private AddressFamilies() {}

    /** The number of a word; -1 for none. */
    static int number(String word) {
        return switch (word) {
            case "inet" -> Families.INET;
            case "inet6" -> Families.INET6;
            case "link" -> Families.PACKET;
            case "mpls" -> Families.MPLS;
            case "bridge" -> Families.BRIDGE;
            default -> -1;
        };
    }

    /** The word for a number; {@code null} for none. */
    static @Nullable String word(int family) {
        return switch (family) {
            case Families.INET -> "inet";
            case Families.INET6 -> "inet6";
            case Families.PACKET -> "link";
            case Families.MPLS -> "mpls";
            case Families.BRIDGE -> "bridge";
            default -> null;
        };
    }

    /** The bits of an address of a family; 0 where ip knows none. */
    static int bits(int family) {
        return switch (family) {
            case Families.INET -> 32;
            case Families.INET6 -> 128;
            case Families.MPLS -> 20;
            default -> 0;
        };
    }
}
