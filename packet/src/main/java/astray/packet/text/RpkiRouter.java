package astray.packet.text;

/** The Resource Public Key Infrastructure to Router Protocol (RFC 6810). */
final class RpkiRouter {
    private static final int TYPE = 1;
    private static final int SESSION = 2;
    private static final int LENGTH = 4;
    private static final int HEADER = 8;

    private static final int ERROR = 10;
    private static final int PREFIX4_LENGTH = 20;
    private static final int PREFIX6_LENGTH = 32;

    private static final Table TYPES = Table.of("""
            0 Serial Notify
            1 Serial Query
            2 Reset Query
            3 Cache Response
            4 IPV4 Prefix
            6 IPV6 Prefix
            7 End of Data
            8 Cache Reset
            10 Error Report
            """);

    /** Section 10. */
    private static final Table ERRORS = Table.of("""
            0 Corrupt Data
            1 Internal Error
            2 No Data Available
            3 Invalid Request
            4 Unsupported Protocol Version
            5 Unsupported PDU Type
            6 Withdrawal of Unknown Record
            7 Duplicate Announcement Received
            """);

    private RpkiRouter() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "rpki_rtr";
        if (sheet.v == 0) {
            sheet.text(", RPKI-RTR");
            return;
        }
        int here = at;
        int end = at + length;
        while (here < end) {
            here += unit(sheet, here, end - here, true, 8);
        }
    }

    /** Prints a protocol data unit; how much of the rest it takes. */
    private static int unit(Sheet sheet, int at, int rest, boolean outer, int indent) {
        Line line = sheet.line;
        if (rest < HEADER) {
            line.text("(").number(rest).text(" bytes is too few to decode)");
            return invalid(sheet, at, rest);
        }
        int version = sheet.u8(at);
        if (version != 0) {
            // how long a unit of another version is cannot be known
            line.text("\n\tRPKI-RTRv").number(version).text(" (unknown)");
            return rest;
        }
        int type = sheet.u8(at + TYPE);
        long length = sheet.be32(at + LENGTH);
        line.text("\n\tRPKI-RTRv0, ").text(TYPES.name(type, "Unknown"));
        line.text(" PDU (").number(type).text("), length: ").number(length);
        if (length < HEADER || length > rest) {
            return invalid(sheet, at, rest);
        }
        boolean dump = false;
        boolean whole = switch (type) {
            case 0, 1, 7 -> length == HEADER + 4 && serial(sheet, at, indent);
            case 2, 8 -> length == HEADER;
            case 3 -> length == HEADER && session(sheet, at, indent);
            case 4 -> length == PREFIX4_LENGTH && prefix(sheet, at, indent, true);
            case 6 -> length == PREFIX6_LENGTH && prefix(sheet, at, indent, false);
            case ERROR -> error(sheet, at, (int) length, outer, indent);
            default -> {
                sheet.need(at, (int) length);
                dump = true;
                yield true;
            }
        };
        if (!whole) {
            return invalid(sheet, at, rest);
        }
        if (dump || sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t  ", at, (int) length);
        }
        return (int) length;
    }

    private static int invalid(Sheet sheet, int at, int rest) {
        sheet.invalid();
        sheet.need(at, rest);
        return rest;
    }

    private static Line begin(Sheet sheet, int indent) {
        Line line = sheet.line.put('\n');
        for (int i = 0; i < indent / 8; i++) {
            line.put('\t');
        }
        return line.text("  ".repeat(indent % 8 / 2));
    }

    private static boolean session(Sheet sheet, int at, int indent) {
        begin(sheet, indent + 2).text("Session ID: 0x").hex(sheet.be16(at + SESSION), 4);
        return true;
    }

    private static boolean serial(Sheet sheet, int at, int indent) {
        session(sheet, at, indent);
        sheet.text(", Serial: ").number(sheet.be32(at + HEADER));
        return true;
    }

    private static boolean prefix(Sheet sheet, int at, int indent, boolean ip4) {
        begin(sheet, indent + 2).text(ip4 ? "IPv4 Prefix " : "IPv6 Prefix ");
        if (ip4) {
            sheet.host4(at + HEADER + 4);
        } else {
            sheet.host6(at + HEADER + 4);
        }
        sheet.text("/").number(sheet.u8(at + HEADER + 1));
        sheet.text("-").number(sheet.u8(at + HEADER + 2));
        sheet.text(", origin-as ").number(sheet.be32(at + HEADER + (ip4 ? 8 : 20)));
        sheet.text(", flags 0x").hex(sheet.u8(at + HEADER), 2);
        return true;
    }

    /** Section 5.10; of units in units only the outer two are looked at. */
    private static boolean error(Sheet sheet, int at, int length, boolean outer, int indent) {
        if (length < HEADER + 4) {
            return false;
        }
        long inner = sheet.be32(at + HEADER);
        int code = sheet.be16(at + SESSION);
        begin(sheet, indent + 2).text("Error code: ").text(ERRORS.name(code, "Unknown"));
        sheet.text(" (").number(code).text("), Encapsulated PDU length: ").number(inner);
        int here = HEADER + 4;
        if (inner != 0) {
            if (length < here + inner) {
                return false;
            }
            if (outer) {
                begin(sheet, indent + 4).text("-----encapsulated PDU-----");
                unit(sheet, at + here, (int) inner, false, indent + 2);
            } else {
                sheet.need(at, here + (int) inner);
            }
            here += (int) inner;
        }
        if (length < here + 4) {
            return false;
        }
        long text = sheet.be32(at + here);
        here += 4;
        if (text != 0) {
            if (length < here + text) {
                return false;
            }
            begin(sheet, indent + 2).text("Error text: ");
            sheet.exactly(at + here, (int) text);
        }
        return true;
    }
}
