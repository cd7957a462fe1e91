package astray.instruments.ip;

import astray.kernel.route.Address;

/** An address's flags, {@code IFA_F_…} of linux/if_addr.h, in the order in which ip prints them. */
final class AddressFlags {
    private static final String[] NAMES = {
        "secondary",
        "temporary",
        "nodad",
        "optimistic",
        "dadfailed",
        "home",
        "deprecated",
        "tentative",
        "permanent",
        "mngtmpaddr",
        "noprefixroute",
        "autojoin",
        "stable-privacy"
    };

    private static final int[] BITS = {
        Address.SECONDARY, Address.SECONDARY, Address.NODAD, Address.OPTIMISTIC, Address.DADFAILED,
        Address.HOMEADDRESS, Address.DEPRECATED, Address.TENTATIVE, Address.PERMANENT, Address.MANAGETEMPADDR,
        Address.NOPREFIXROUTE, Address.MCAUTOJOIN, Address.STABLE_PRIVACY
    };

    private AddressFlags() {}

    /** Whether a word asks for addresses without a flag. */
    static boolean isNegated(String word) {
        return word.startsWith("-") || word.equals("dynamic") || word.equals("primary");
    }

    /** The flag that a word asks for or against; 0 when it is no such word. */
    static int bit(String word) {
        String name = switch (word) {
            case "dynamic" -> "permanent";
            case "primary" -> "secondary";
            default -> word.startsWith("-") ? word.substring(1) : word;
        };
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return BITS[i];
            }
        }
        return 0;
    }

    /** Prints them; an address that is not permanent is dynamic. */
    static void print(Printer printer, int flags, boolean v6) {
        int rest = flags;
        for (int i = 0; i < BITS.length; i++) {
            int bit = BITS[i];
            if (bit == Address.PERMANENT) {
                if ((rest & bit) == 0) {
                    printer.flag("dynamic", "dynamic ");
                }
            } else if ((rest & bit) != 0) {
                String name = bit == Address.SECONDARY && v6 ? "temporary" : NAMES[i];
                printer.flag(name, name + " ");
            }
            rest &= ~bit;
        }
        if (rest != 0) {
            String hex = (rest >>> 4 == 0 ? "0" : "") + Integer.toHexString(rest);
            printer.string("ifa_flags", "flags ", hex, " ");
        }
    }
}
