package astray.instruments.ip;

import astray.kernel.route.Route;

/** The words for types of routes. */
final class RouteTypes {
    private RouteTypes() {}

    /** The word for a number, or the number; with {@code -N} always the number. */
    static String name(int type, boolean numeric) {
        return numeric ? Integer.toString(type) : name(type);
    }

    private static String name(int type) {
        return switch (type) {
            case 0 -> "none";
            case Route.UNICAST -> "unicast";
            case Route.LOCAL -> "local";
            case Route.BROADCAST -> "broadcast";
            case Route.ANYCAST -> "anycast";
            case Route.MULTICAST -> "multicast";
            case Route.BLACKHOLE -> "blackhole";
            case Route.UNREACHABLE -> "unreachable";
            case Route.PROHIBIT -> "prohibit";
            case Route.THROW -> "throw";
            case Route.NAT -> "nat";
            case Route.XRESOLVE -> "xresolve";
            default -> Integer.toString(type);
        };
    }

    /** The number of a word or number; -1 for neither. */
    static int number(String word) {
        return switch (word) {
            case "local" -> Route.LOCAL;
            case "nat" -> Route.NAT;
            case "broadcast", "brd" -> Route.BROADCAST;
            case "anycast" -> Route.ANYCAST;
            case "multicast" -> Route.MULTICAST;
            case "prohibit" -> Route.PROHIBIT;
            case "unreachable" -> Route.UNREACHABLE;
            case "blackhole" -> Route.BLACKHOLE;
            case "xresolve" -> Route.XRESOLVE;
            case "unicast" -> Route.UNICAST;
            case "throw" -> Route.THROW;
            default -> {
                long number = Words.number(word);
                yield number > 255 ? -1 : (int) number;
            }
        };
    }
}
