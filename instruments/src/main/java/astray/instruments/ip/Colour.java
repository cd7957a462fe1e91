package astray.instruments.ip;

import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/** What ip sets in colour: the number of the terminal's colour (ECMA-48 SGR). */
enum Colour {
    INTERFACE(36),
    MAC(33),
    INET(35),
    INET6(34),
    UP(32),
    DOWN(31);

    private final String plain;
    private final String bold;

    Colour(int number) {
        plain = "\033[" + number + "m";
        bold = "\033[1;" + number + "m";
    }

    /** What begins it, bold where the terminal's background is dark. */
    String begin(boolean dark) {
        return dark ? bold : plain;
    }

    /** The colour of an address of a family ({@code AF_INET} 2, {@code AF_INET6} 10, {@code AF_PACKET} 17). */
    static @Nullable Colour ofFamily(int family) {
        return switch (family) {
            case Families.INET -> INET;
            case Families.INET6 -> INET6;
            case Families.PACKET -> MAC;
            default -> null;
        };
    }

    /** The colour of an operational state. */
    static @Nullable Colour ofState(String state) {
        return state.equals("UP") ? UP : state.equals("DOWN") ? DOWN : null;
    }

    /** Whether the terminal says by {@code COLORFGBG} that its background is dark. */
    static boolean isDark(@Nullable String colorfgbg) {
        if (colorfgbg == null) {
            return false;
        }
        int semicolon = colorfgbg.lastIndexOf(';');
        if (semicolon < 0 || semicolon + 2 != colorfgbg.length()) {
            return false;
        }
        char background = colorfgbg.charAt(semicolon + 1);
        return background >= '0' && background <= '6' || background == '8';
    }
}
