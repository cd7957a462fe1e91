package astray.packet.text;

/** BGP's OPEN message (RFC 4271 section 4.2, RFC 9072) and its capabilities (RFC 5492). */
final class BgpOpen {
    private static final int VERSION = 19;
    private static final int SYSTEM = 20;
    private static final int HOLD_TIME = 22;
    private static final int IDENTIFIER = 24;
    private static final int OPTIONS_LENGTH = 28;
    private static final int OPTION_TYPE = 29;
    private static final int EXTENDED_LENGTH = 30;
    private static final int HEADER = 29;
    private static final int EXTENDED = 255;

    private static final int CAPABILITIES = 2;

    private static final int MULTIPROTOCOL = 1;
    private static final int ROUTE_REFRESH = 2;
    private static final int EXTENDED_MESSAGE = 6;
    private static final int BGPSEC = 7;
    private static final int MULTIPLE_LABELS = 8;
    private static final int ROLE = 9;
    private static final int GRACEFUL_RESTART = 64;
    private static final int AS4 = 65;
    private static final int ADD_PATH = 69;
    private static final int ENHANCED_ROUTE_REFRESH = 70;
    private static final int LONG_LIVED_GRACEFUL_RESTART = 71;
    private static final int ROUTE_REFRESH_CISCO = 128;

    private static final Table OPTIONS = Table.of("1 Authentication Information\n2 Capabilities Advertisement\n");

    private static final Table CAPABILITY_NAMES = Table.of("""
            1 Multiprotocol Extensions
            2 Route Refresh
            3 Cooperative Route Filtering
            4 Multiple Routes to a Destination
            5 Extended Next Hop Encoding
            6 BGP Extended Message
            7 BGPsec
            8 Multiple Labels
            9 Role Capability
            64 Graceful Restart
            65 32-Bit AS Number
            67 Dynamic Capability
            68 Multisession BGP
            69 Multiple Paths
            70 Enhanced Route Refresh
            71 Long-lived Graceful Restart
            128 Route Refresh (Cisco)
            """);

    /** RFC 9234 section 4.1. */
    private static final Table ROLES = Table.of("""
            0 Provider
            1 RS
            2 RS-Client
            3 Customer
            4 Peer
            """);

    /** RFC 4724 section 3, RFC 8538 section 2. */
    private static final Table RESTART_FLAGS = Table.of("0x8 R\n0x4 N\n");

    /** RFC 7911 section 4. */
    private static final Table PATHS = Table.of("1 Receive\n2 Send\n3 Both\n");

    private BgpOpen() {}

    static void print(Sheet sheet, int at, int length) {
        if (!sheet.has(at, HEADER) || length < HEADER) {
            sheet.truncated();
            return;
        }
        Line line = sheet.line;
        line.text("\n\t  Version ").number(sheet.u8(at + VERSION));
        line.text(", my AS ").number(sheet.be16(at + SYSTEM));
        line.text(", Holdtime ").number(sheet.be16(at + HOLD_TIME)).text("s, ID ");
        sheet.host4(at + IDENTIFIER);
        int optionsLength = sheet.u8(at + OPTIONS_LENGTH);
        boolean extended = sheet.u8(at + OPTION_TYPE) == EXTENDED;
        if (extended) {
            optionsLength = sheet.be16(at + EXTENDED_LENGTH);
        }
        line.text("\n\t  Optional parameters").text(extended ? " (Extended)" : "");
        line.text(", length: ").number(optionsLength);
        options(sheet, at + HEADER + (extended ? 3 : 0), length - HEADER - (extended ? 3 : 0), optionsLength, extended);
    }

    private static void options(Sheet sheet, int at, int length, int optionsLength, boolean extended) {
        Line line = sheet.line;
        int header = extended ? 3 : 2;
        int i = 0;
        while (i < optionsLength) {
            if (!sheet.has(at + i, header) || length < header + i) {
                sheet.truncated();
                return;
            }
            int type = sheet.u8(at + i);
            int size = extended ? sheet.be16(at + i + 1) : sheet.u8(at + i + 1);
            if (header + i + size > optionsLength) {
                line.text("\n\t     Option ").number(type).text(", length: ").number(size);
                line.text(", goes past the end of the options");
                return;
            }
            line.text("\n\t    Option ").text(OPTIONS.name(type, "Unknown"));
            line.text(" (").number(type).text("), length: ").number(size);
            if (type == CAPABILITIES) {
                capabilities(sheet, at + header + i, size);
            } else {
                line.text("\n\t      no decoder for option ").number(type);
            }
            i += header + size;
        }
    }

    private static void capabilities(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            if (!sheet.has(at + i, 2)) {
                sheet.truncated();
                return;
            }
            int type = sheet.u8(at + i);
            int size = sheet.u8(at + i + 1);
            line.text("\n\t      ").text(CAPABILITY_NAMES.name(type, "Unknown"));
            line.text(" (").number(type).text("), length: ").number(size);
            int value = at + i + 2;
            if (!sheet.has(value, size)) {
                sheet.truncated();
                return;
            }
            if (!capability(sheet, type, value, size)) {
                return;
            }
            if (sheet.v > 1 && size != 0) {
                HexDump.unknown(sheet, "\n\t\t", value, size);
            }
            i += 2 + size;
        }
    }

    private static boolean isLong(Sheet sheet, int size, int least) {
        if (size < least) {
            sheet.text(" (too short, < ").number(least).put(')');
        }
        return size >= least;
    }

    /** Prints one capability; false when its length makes no sense, so that no other follows. */
    private static boolean capability(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case MULTIPROTOCOL -> {
                if (!isLong(sheet, size, 4)) {
                    return false;
                }
                line.text("\n\t\t");
                Bgp.family(sheet, at);
            }
            case BGPSEC -> {
                return bgpsec(sheet, at, size);
            }
            case MULTIPLE_LABELS -> {
                for (int i = 0; i + 4 <= size; i += 4) {
                    line.text("\n\t\t");
                    Bgp.family(sheet, sheet.be16(at + i), sheet.u8(at + i + 2));
                    line.text(", Count: ").number(sheet.u8(at + i + 3));
                }
            }
            case GRACEFUL_RESTART -> {
                if (!isLong(sheet, size, 2)) {
                    return false;
                }
                restart(sheet, at, size);
            }
            case ROLE -> {
                if (!isLong(sheet, size, 1)) {
                    return false;
                }
                int role = sheet.u8(at);
                line.text("\n\t\tRole name ").text(ROLES.name(role, "Unassigned"));
                line.text(" (").number(role).put(')');
            }
            case ROUTE_REFRESH,
                    LONG_LIVED_GRACEFUL_RESTART,
                    ROUTE_REFRESH_CISCO,
                    EXTENDED_MESSAGE,
                    ENHANCED_ROUTE_REFRESH -> {
                // their presence says all
            }
            case AS4 -> {
                if (!isLong(sheet, size, 4)) {
                    return false;
                }
                line.text("\n\t\t 4 Byte AS ");
                Bgp.system(sheet, sheet.be32(at));
            }
            case ADD_PATH -> paths(sheet, at, size);
            default -> {
                line.text("\n\t\tno decoder for Capability ").number(type);
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
        return true;
    }

    /** RFC 8205 section 2.1. */
    private static boolean bgpsec(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size != 3) {
            line.text(" [").number(size).text(" != 3]");
            return false;
        }
        int first = sheet.u8(at);
        int family = sheet.be16(at + 1);
        line.text("\n\t\tVersion ").number(first & 0xf0);
        line.text(", Direction ").text((first & 8) != 0 ? "Send" : "Receive");
        line.text(" (").number((first & 8) >> 3).text("), AFI ");
        line.text(AddressFamily.NAMES.bits(family, ", ", "Unknown"));
        line.text(" (").number(family).put(')');
        return true;
    }

    private static void restart(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.text("\n\t\tRestart Flags: [").text(RESTART_FLAGS.bits(sheet.u8(at) >> 4, ", ", "none"));
        line.text("], Restart Time ").number(sheet.be16(at) & 0xfff).put('s');
        for (int i = 2; i + 4 <= size; i += 4) {
            line.text("\n\t\t  ");
            Bgp.family(sheet, sheet.be16(at + i), sheet.u8(at + i + 2));
            line.text(", Forwarding state preserved: ").text((sheet.u8(at + i + 3) & 0x80) != 0 ? "yes" : "no");
        }
    }

    private static void paths(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size == 0) {
            line.text(" (bogus)");
            return;
        }
        for (int i = 0; i < size; i += 4) {
            if (size - i < 4) {
                sheet.invalid();
                return;
            }
            line.text("\n\t\t");
            Bgp.family(sheet, sheet.be16(at + i), sheet.u8(at + i + 2));
            line.text(", Send/Receive: ").text(PATHS.orHex(sheet.u8(at + i + 3), "Bogus (0x", 2, ")"));
        }
    }
}
