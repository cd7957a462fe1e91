package astray.packet.text;

/** The options of an IPv4 header (RFC 791, 1393, 2113). */
final class Ip4Options {
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_ROUTE = 131;
    private static final int STRICT_ROUTE = 137;
    private static final int ROUTER_ALERT = 148;

    private static final int TS_ONLY = 0;
    private static final int TS_AND_ADDRESS = 1;
    private static final int TS_PRESPECIFIED = 3;

    private Ip4Options() {}

    private static String name(int option) {
        return switch (option) {
            case END -> "EOL";
            case NO_OPERATION -> "NOP";
            case RECORD_ROUTE -> "RR";
            case TIMESTAMP -> "timestamp";
            case 130 -> "security";
            case LOOSE_ROUTE -> "LSRR";
            case STRICT_ROUTE -> "SSRR";
            case ROUTER_ALERT -> "RA";
            case 25 -> "QS";
            default -> "unknown " + option;
        };
    }

    /** Prints them; whether all were there. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        String between = "";
        while (length > 0) {
            line.text(between);
            between = ",";
            if (!sheet.has(at, 1)) {
                return false;
            }
            int option = sheet.u8(at);
            line.text(name(option));
            if (option == END || option == NO_OPERATION) {
                at++;
                length--;
                if (option == END) {
                    return true;
                }
                continue;
            }
            if (!sheet.has(at, 2)) {
                return false;
            }
            int size = sheet.u8(at + 1);
            if (size < 2 || size > length) {
                bad(line, " [bad length ", size);
                return true;
            }
            if (!sheet.has(at, size)) {
                return false;
            }
            if (!body(sheet, option, at, size)) {
                return false;
            }
            at += size;
            length -= size;
        }
        return true;
    }

    private static void bad(Line line, String what, int value) {
        line.text(what).number(value).put(']');
    }

    private static boolean body(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        switch (option) {
            case TIMESTAMP -> {
                return timestamps(sheet, at, size);
            }
            case RECORD_ROUTE, LOOSE_ROUTE, STRICT_ROUTE -> route(sheet, at, size);
            case ROUTER_ALERT -> {
                if (size < 4) {
                    bad(line, " [bad length ", size);
                    return true;
                }
                int value = sheet.be16(at + 2);
                if (value != 0) {
                    line.text(" value ").number(value);
                }
            }
            default -> {
                // its name is all that is printed
            }
        }
        return true;
    }

    private static void route(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 3) {
            bad(line, " [bad length ", size);
            return;
        }
        if ((size + 1 & 3) != 0) {
            bad(line, " [bad length ", size);
        }
        int pointer = sheet.u8(at + 2) - 1;
        if (pointer < 3 || (pointer + 1 & 3) != 0 || pointer > size + 1) {
            bad(line, " [bad ptr ", pointer + 1);
        }
        String between = " ";
        for (int i = 3; i < size; i += 4) {
            line.text(between);
            sheet.host4(at + i);
            if (pointer > i) {
                line.put(',');
            }
            between = " ";
        }
    }

    private static boolean timestamps(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 4) {
            bad(line, "[bad length ", size);
            return true;
        }
        line.text(" TS{");
        int hop = 4;
        int kind = sheet.u8(at + 3) & 15;
        if (kind != TS_ONLY) {
            hop = 8;
        }
        if ((size - 4) % hop != 0) {
            bad(line, "[bad length ", size);
        }
        int pointer = sheet.u8(at + 2) - 1;
        if (pointer < 4 || (pointer - 4) % hop != 0 || pointer > size + 1) {
            bad(line, "[bad ptr ", pointer + 1);
        }
        switch (kind) {
            case TS_ONLY -> line.text("TSONLY");
            case TS_AND_ADDRESS -> line.text("TS+ADDR");
            case TS_PRESPECIFIED -> line.text("PRESPEC");
            default -> {
                line.text("[bad ts type ").number(kind).put(']');
                line.put('}');
                return true;
            }
        }
        String type = " ";
        int i = 4;
        for (; i < size; i += hop) {
            if (pointer == i) {
                type = " ^ ";
            }
            if (!sheet.has(at + i, hop)) {
                return false;
            }
            line.text(type).number(sheet.be32(at + i + hop - 4)).put('@');
            if (hop == 8) {
                sheet.host4(at + i);
            }
            type = " ";
        }
        line.text(pointer == i ? " ^ " : "");
        int overflow = sheet.u8(at + 3) >> 4;
        if (overflow != 0) {
            line.text(" [").number(overflow).text(" hops not recorded]} ");
        } else {
            line.put('}');
        }
        return true;
    }
}
