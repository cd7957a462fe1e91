package astray.packet.text;

/** BGP-4 (RFC 4271): messages found in a TCP segment, notifications and route refreshes (RFC 2918, 5291, 7313). */
final class Bgp {
    private static final int MARKER = 16;
    private static final int LENGTH = 16;
    private static final int TYPE = 18;
    static final int HEADER = 19;

    private static final int OPEN = 1;
    private static final int UPDATE = 2;
    private static final int NOTIFICATION = 3;
    private static final int KEEPALIVE = 4;
    private static final int ROUTE_REFRESH = 5;

    private static final Table MESSAGES = Table.of("""
            1 Open
            2 Update
            3 Notification
            4 Keepalive
            5 Route Refresh
            """);

    /** RFC 7313 section 3.2. */
    private static final Table REFRESH_SUBTYPES = Table.of("""
            0 Normal route refresh request
            1 Demarcation of the beginning of a route refresh
            2 Demarcation of the ending of a route refresh
            """);

    /** RFC 5291 section 3. */
    private static final Table FILTER_REFRESH = Table.of("1 Immediate\n2 Defer\n");

    /** RFC 5292, RFC 7543. */
    private static final Table FILTER_TYPES = Table.of("64 Address Prefix ORF\n65 CP-ORF\n");

    private static final int REFRESH = 23;
    private static final int REFRESH_WITH_FILTER = 28;

    private Bgp() {}

    static void print(Sheet sheet, int at) {
        sheet.protocol = "bgp";
        sheet.text(": BGP");
        if (sheet.v == 0) {
            return;
        }
        int end = sheet.end();
        int here = at;
        int message = at;
        while (here < end) {
            if (sheet.u8(here) != 0xff) {
                here++;
                continue;
            }
            if (!sheet.has(here, MARKER)) {
                return;
            }
            if (!isMarker(sheet, here)) {
                here++;
                continue;
            }
            if (!sheet.has(here, HEADER)) {
                sheet.truncated();
                return;
            }
            if (message != here) {
                sheet.truncated();
            }
            int length = sheet.be16(here + LENGTH);
            if (length < HEADER) {
                sheet.text("\nmessage length ").number(length).text(" < ").number(HEADER);
                sheet.invalid();
                return;
            }
            if (!sheet.has(here, length)) {
                sheet.text("\n[|BGP ")
                        .text(MESSAGES.name(sheet.u8(here + TYPE), "Unknown Message Type"))
                        .put(']');
                return;
            }
            message(sheet, here, length);
            here += length;
            message = here;
        }
    }

    private static boolean isMarker(Sheet sheet, int at) {
        byte[] bytes = sheet.bytes();
        for (int i = 0; i < MARKER; i++) {
            if (bytes[at + i] != -1) {
                return false;
            }
        }
        return true;
    }

    private static void message(Sheet sheet, int at, int length) {
        int type = sheet.u8(at + TYPE);
        sheet.text("\n\t")
                .text(MESSAGES.name(type, "Unknown"))
                .text(" Message (")
                .number(type);
        sheet.text("), length: ").number(length);
        switch (type) {
            case OPEN -> BgpOpen.print(sheet, at, length);
            case UPDATE -> BgpUpdate.print(sheet, at, length);
            case NOTIFICATION -> BgpNotification.print(sheet, at, length);
            case KEEPALIVE -> {
                // nothing but the header
            }
            case ROUTE_REFRESH -> refresh(sheet, at, length);
            default -> {
                sheet.text("\n\t  no Message ").number(type).text(" decoder");
                HexDump.unknown(sheet, "\n\t  ", at, length);
            }
        }
    }

    private static void refresh(Sheet sheet, int at, int length) {
        if (length < REFRESH) {
            return;
        }
        Line line = sheet.line;
        line.text("\n\t  ");
        family(sheet, at + HEADER);
        int subtype = sheet.u8(at + HEADER + 2);
        line.text(", Subtype ").text(REFRESH_SUBTYPES.name(subtype, "Unknown"));
        line.text(" (").number(subtype).put(')');
        if (length >= REFRESH_WITH_FILTER) {
            int when = sheet.u8(at + REFRESH);
            int type = sheet.u8(at + REFRESH + 1);
            line.text("\n\t  ORF refresh ").text(FILTER_REFRESH.name(when, "Unknown"));
            line.text(" (").number(when).text("), ORF type ").text(FILTER_TYPES.name(type, "Unknown"));
            line.text(" (").number(type).text("), ORF length ").number(sheet.be16(at + REFRESH + 2));
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t  ", at, length);
        }
    }

    /** Prints an address family (two bytes) and, behind a byte of something else, the subsequent one. */
    static void family(Sheet sheet, int at) {
        family(sheet, sheet.be16(at), sheet.u8(at + 3));
    }

    static void family(Sheet sheet, int family, int subsequent) {
        Line line = sheet.line;
        line.text("AFI ").text(AddressFamily.NAMES.name(family, "Unknown"));
        line.text(" (").number(family).text("), SAFI ");
        line.text(AddressFamily.SUBSEQUENT.name(subsequent, "Unknown"))
                .text(" (")
                .number(subsequent)
                .put(')');
    }

    /** Prints the number of an autonomous system (RFC 5396). */
    static void system(Sheet sheet, long number) {
        if (sheet.options.asDot() && number > 0xffff) {
            sheet.line.number(number >> 16).put('.').number(number & 0xffff);
        } else {
            sheet.line.number(number);
        }
    }
}
