package astray.packet.text;

/** Hop-by-hop and destination options (RFC 8200 section 4.2, 2675, 2711, 6275). */
final class Ip6Options {
    private static final int NEXT_AND_LENGTH = 2;

    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int ROUTER_ALERT = 5;
    private static final int JUMBO = 0xc2;
    private static final int HOME_ADDRESS = 0xc9;

    private static final int ROUTER_ALERT_SIZE = 4;
    private static final int JUMBO_SIZE = 6;
    private static final int HOME_ADDRESS_SIZE = 18;

    /** Jumbograms are those that a length of 16 bits cannot tell of (RFC 2675 section 3). */
    private static final long SMALLEST_JUMBO = 65_536;

    private Ip6Options() {}

    /**
     * Prints the hop-by-hop header.
     *
     * @param payload the payload length of the IPv6 header, which is 0 where a jumbo option tells it
     * @return its size in bytes; negative when it is invalid
     */
    static int hopByHop(Sheet sheet, int at, int payload) {
        return print(sheet, "hbh", "HBH ", at, payload);
    }

    /** Prints a header of destination options; its size in bytes, negative when it is invalid. */
    static int destination(Sheet sheet, int at) {
        return print(sheet, "dstopt", "DSTOPT ", at, -1);
    }

    private static int print(Sheet sheet, String protocol, String name, int at, int payload) {
        sheet.protocol = protocol;
        int size = (sheet.u8(at + 1) + 1) * 8;
        sheet.need(at, size);
        sheet.text(name);
        if (payload < 0 && sheet.v == 0) {
            return size;
        }
        return options(sheet, at + NEXT_AND_LENGTH, size - NEXT_AND_LENGTH, payload) ? size : -1;
    }

    /** The length that a jumbo option tells; 0 where there is no valid one. */
    static long jumbo(Sheet sheet, int at, int size) {
        int here = at + NEXT_AND_LENGTH;
        int end = at + size;
        while (here < end) {
            int option = sheet.u8(here);
            if (option == JUMBO) {
                long length = sheet.be32(here + 2);
                return length < SMALLEST_JUMBO ? 0 : length;
            }
            here += option == PAD1 ? 1 : sheet.u8(here + 1) + 2;
        }
        return 0;
    }

    private static boolean options(Sheet sheet, int at, int length, int payload) {
        boolean verbose = sheet.v > 0;
        int here = at;
        int end = at + length;
        boolean jumbo = false;
        while (here < end) {
            int rest = end - here;
            int option = sheet.u8(here);
            int size = 1;
            if (option != PAD1) {
                if (rest < 2) {
                    sheet.invalid("remaining length", rest, "<", 2);
                    return false;
                }
                size = sheet.u8(here + 1) + 2;
            }
            if (rest < size) {
                sheet.invalid("remaining length", rest, "<", size);
                return false;
            }
            sheet.need(here, size);
            if (!fits(sheet, option, size)) {
                return false;
            }
            if (verbose) {
                option(sheet, option, here, size, payload, jumbo);
            }
            jumbo |= option == JUMBO;
            here += size;
        }
        if (verbose) {
            sheet.line.put(' ');
        }
        return true;
    }

    /** Whether an option has the length it must have; where not, that is printed. */
    private static boolean fits(Sheet sheet, int option, int size) {
        String name;
        int wanted;
        switch (option) {
            case ROUTER_ALERT -> {
                name = "(rtalert) length";
                wanted = ROUTER_ALERT_SIZE;
            }
            case JUMBO -> {
                name = "(jumbo) length";
                wanted = JUMBO_SIZE;
            }
            case HOME_ADDRESS -> {
                if (size < HOME_ADDRESS_SIZE) {
                    sheet.invalid("(homeaddr) length", size - 2, "<", HOME_ADDRESS_SIZE - 2);
                    return false;
                }
                return true;
            }
            default -> {
                return true;
            }
        }
        if (size != wanted) {
            sheet.invalid(name, size - 2, "!=", wanted - 2);
            return false;
        }
        return true;
    }

    private static void option(Sheet sheet, int option, int at, int size, int payload, boolean jumboBefore) {
        Line line = sheet.line;
        switch (option) {
            case PAD1 -> line.text("(pad1)");
            case PADN -> line.text("(padn)");
            case ROUTER_ALERT ->
                line.text("(rtalert: 0x").hex(sheet.be16(at + 2), 4).text(") ");
            case JUMBO -> {
                long length = sheet.be32(at + 2);
                line.text("(jumbo: ").number(length);
                if (jumboBefore) {
                    line.text(" - already seen");
                } else if (payload < 0) {
                    line.text(" - not a hop-by-hop option");
                } else if (payload > 0) {
                    line.text(" - payload len != 0");
                } else if (length < SMALLEST_JUMBO) {
                    line.text(" - < 65536");
                }
                line.text(") ");
            }
            case HOME_ADDRESS -> {
                line.text("(homeaddr: ");
                sheet.host6(at + 2);
                subOptions(sheet, at + HOME_ADDRESS_SIZE, size - HOME_ADDRESS_SIZE);
                line.put(')');
            }
            default ->
                line.text("(unknown opt-type 0x")
                        .hex(option, 2)
                        .text(" len=")
                        .number(size - 2L)
                        .put(')');
        }
    }

    private static void subOptions(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            int option = sheet.u8(here);
            int size = option == PAD1 || end - here < 2 ? 1 : sheet.u8(here + 1) + 2;
            if (end - here < size || option != PAD1 && size == 1) {
                sheet.invalid("remaining length", end - here, "<", Math.max(size, 2));
                return;
            }
            switch (option) {
                case PAD1 -> line.text(", pad1");
                case PADN -> line.text(", padn");
                default ->
                    line.text(", unknown subopt-type 0x")
                            .hex(option, 2)
                            .text(" len=")
                            .number(size - 2L);
            }
            here += size;
        }
    }
}
