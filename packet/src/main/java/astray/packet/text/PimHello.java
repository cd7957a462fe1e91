package astray.packet.text;

/** The options of PIM's Hello (RFC 7761 section 4.9.2). */
final class PimHello {
    private static final int HOLD_TIME = 1;
    private static final int PRUNE_DELAY = 2;
    private static final int PRIORITY_OLD = 18;
    private static final int PRIORITY = 19;
    private static final int GENERATION = 20;
    private static final int STATE_REFRESH = 21;
    private static final int BIDIRECTIONAL = 22;
    private static final int ADDRESSES = 24;
    private static final int ADDRESSES_OLD = 65001;

    private static final Table NAMES = Table.of("""
            1 Hold Time
            2 LAN Prune Delay
            18 DR Priority (Old)
            19 DR Priority
            20 Generation ID
            21 State Refresh Capability
            22 Bi-Directional Capability
            24 Address List
            65001 Address List (Old)
            """);

    /** What an option's printing came to. */
    private enum Outcome {
        DONE,
        CUT,
        INVALID
    }

    private PimHello() {}

    /** Prints the options; false when they are cut off. */
    static boolean print(Sheet sheet, int at, int length, int addressSize) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            if (length - i < 4) {
                return false;
            }
            int type = sheet.be16(at + i);
            int size = sheet.be16(at + i + 2);
            line.text("\n\t  ")
                    .text(NAMES.name(type, "Unknown"))
                    .text(" Option (")
                    .number(type);
            line.text("), length ").number(size).text(", Value: ");
            i += 4;
            if (length - i < size || !sheet.has(at + i, size)) {
                return false;
            }
            Outcome outcome = value(sheet, type, at + i, size, length - i, addressSize);
            if (outcome != Outcome.DONE) {
                return outcome == Outcome.INVALID;
            }
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t    ", at + i, size);
            }
            i += size;
        }
        return true;
    }

    private static Outcome value(Sheet sheet, int type, int at, int size, int rest, int addressSize) {
        Line line = sheet.line;
        switch (type) {
            case HOLD_TIME -> {
                if (isWrong(sheet, size, 2)) {
                    return Outcome.INVALID;
                }
                RelativeTime.print(line, sheet.be16(at));
            }
            case PRUNE_DELAY -> {
                if (isWrong(sheet, size, 4)) {
                    return Outcome.INVALID;
                }
                int delay = sheet.be16(at);
                line.text("\n\t    T-bit=").number(delay >> 15);
                line.text(", LAN delay ").number(delay & 0x7fff);
                line.text("ms, Override interval ").number(sheet.be16(at + 2)).text("ms");
            }
            case PRIORITY_OLD, PRIORITY -> {
                if (size == 0) {
                    line.text("Bi-Directional Capability (Old)");
                } else if (isWrong(sheet, size, 4)) {
                    return Outcome.INVALID;
                } else {
                    line.number(sheet.be32(at));
                }
            }
            case GENERATION -> {
                if (isWrong(sheet, size, 4)) {
                    return Outcome.INVALID;
                }
                line.text("0x").hex(sheet.be32(at), 8);
            }
            case STATE_REFRESH -> {
                if (isWrong(sheet, size, 4)) {
                    return Outcome.INVALID;
                }
                refresh(sheet, at);
            }
            case BIDIRECTIONAL -> {
                // it has no value
            }
            case ADDRESSES, ADDRESSES_OLD -> {
                return sheet.v < 2 || addresses(sheet, at, size, rest, addressSize) ? Outcome.DONE : Outcome.CUT;
            }
            default -> {
                if (sheet.v < 2) {
                    HexDump.unknown(sheet, "\n\t    ", at, size);
                }
            }
        }
        return Outcome.DONE;
    }

    private static boolean isWrong(Sheet sheet, int size, int right) {
        if (size == right) {
            return false;
        }
        sheet.text("[option length ").number(size);
        sheet.text(" != ").number(right).put(']');
        sheet.invalid();
        return true;
    }

    /** RFC 3973 section 4.7.5. */
    private static void refresh(Sheet sheet, int at) {
        Line line = sheet.line;
        line.put('v').number(sheet.u8(at));
        if (sheet.u8(at + 1) != 0) {
            line.text(", interval ");
            RelativeTime.print(line, sheet.u8(at + 1));
        }
        int reserved = sheet.be16(at + 2);
        if (reserved != 0) {
            line.text(" ?0x").hex(reserved, 4).put('?');
        }
    }

    private static boolean addresses(Sheet sheet, int at, int size, int rest, int addressSize) {
        int i = 0;
        while (i < size) {
            sheet.text("\n\t    ");
            int advance = PimAddress.print(sheet, at + i, rest - i, PimAddress.Kind.UNICAST, addressSize);
            if (advance < 0) {
                return false;
            }
            i += advance;
        }
        return true;
    }
}
