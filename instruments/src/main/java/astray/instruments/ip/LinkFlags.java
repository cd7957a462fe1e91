package astray.instruments.ip;

/** A link's flags, {@code IFF_…} of linux/if.h, in the order in which ip prints them. */
final class LinkFlags {
    static final int UP = 1;
    static final int POINTOPOINT = 0x10;
    private static final int RUNNING = 0x40;

    private static final String[] NAMES = {
        "LOOPBACK", "BROADCAST", "POINTOPOINT", "MULTICAST", "NOARP", "ALLMULTI", "PROMISC", "MASTER", "SLAVE",
        "DEBUG", "DYNAMIC", "AUTOMEDIA", "PORTSEL", "NOTRAILERS", "UP", "LOWER_UP", "DORMANT", "ECHO"
    };

    private static final int[] BITS = {
        0x8,
        0x2,
        POINTOPOINT,
        0x1000,
        0x80,
        0x200,
        0x100,
        0x400,
        0x800,
        0x4,
        0x8000,
        0x4000,
        0x2000,
        0x20,
        UP,
        0x10000,
        0x20000,
        0x40000
    };

    private LinkFlags() {}

    /**
     * Prints them.
     *
     * @param lowerIsDown whether the link below is down
     */
    static void print(Printer printer, int flags, boolean lowerIsDown) {
        printer.openArray("flags");
        printer.text("<");
        if ((flags & (UP | RUNNING)) == UP) {
            one(printer, "NO-CARRIER", true);
        }
        int rest = flags & ~RUNNING;
        for (int i = 0; i < BITS.length; i++) {
            if ((rest & BITS[i]) != 0) {
                rest &= ~BITS[i];
                one(printer, NAMES[i], rest != 0);
            }
        }
        if (rest != 0) {
            one(printer, Integer.toHexString(rest), false);
        }
        if (lowerIsDown) {
            printer.string(null, ",", "M-DOWN", "");
        }
        printer.closeArray();
        printer.text("> ");
    }

    private static void one(Printer printer, String name, boolean more) {
        printer.string(null, "", name, more ? "," : "");
    }
}
