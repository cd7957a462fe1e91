package astray.packet.text;

/** The objects of LMP (RFC 4204 section 13) and those of its service discovery (OIF UNI 1.0 section 9.4). */
final class LmpObject {
    private static final int CHANNEL_ID = 1;
    private static final int NODE_ID = 2;
    private static final int LINK_ID = 3;
    private static final int INTERFACE_ID = 4;
    private static final int MESSAGE_ID = 5;
    private static final int CONFIG = 6;
    private static final int HELLO = 7;
    private static final int VERIFY_BEGIN = 8;
    private static final int VERIFY_BEGIN_ACK = 9;
    private static final int VERIFY_ID = 10;
    private static final int TE_LINK = 11;
    private static final int DATA_LINK = 12;
    private static final int CHANNEL_STATUS = 13;
    private static final int CHANNEL_STATUS_REQUEST = 14;
    private static final int ERROR_CODE = 20;
    private static final int SERVICE_CONFIG = 51;

    private static final Table NAMES = Table.of("""
            1 Control Channel ID
            2 Node ID
            3 Link ID
            4 Interface ID
            5 Message ID
            6 Configuration
            7 Hello
            8 Verify Begin
            9 Verify Begin ACK
            10 Verify ID
            11 TE Link
            12 Data Link
            13 Channel Status
            14 Channel Status Request
            20 Error Code
            51 Service Config
            """);

    private static final Table TE_FLAGS = Table.of("1 Fault Management Supported\n2 Link Verification Supported\n");

    private static final Table DATA_FLAGS = Table.of("1 Data Link Port\n2 Allocated for user traffic\n4 Failed link\n");

    private static final Table STATUSES = Table.of("1 Signal Okay\n2 Signal Degraded\n3 Signal Fail\n");

    private static final Table VERIFY_FLAGS = Table.of("1 Verify all links\n2 Data link type\n");

    private static final Table VERIFY_ERRORS = Table.of("""
            0x01 Link Verification Procedure Not supported
            0x02 Unwilling to verify
            0x04 Unsupported verification transport mechanism
            0x08 Link-Id configuration error
            0x10 Unknown object c-type
            """);

    private static final Table SUMMARY_ERRORS = Table.of("""
            0x01 Unacceptable non-negotiable LINK-SUMMARY parameters
            0x02 Renegotiate LINK-SUMMARY parameters
            0x04 Invalid TE-LINK Object
            0x08 Invalid DATA-LINK Object
            0x10 Unknown TE-LINK Object c-type
            0x20 Unknown DATA-LINK Object c-type
            """);

    private LmpObject() {}

    /** Prints one; its size, 0 when that makes no sense. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        int length = sheet.be16(at + 2);
        int field = sheet.u8(at);
        int kind = field & 0x7f;
        int type = sheet.u8(at + 1);
        line.text("\n\t  ").text(NAMES.name(type, "Unknown")).text(" Object (").number(type);
        line.text("), Class-Type: ").text(className(type, kind)).text(" (").number(kind);
        line.text((field & 0x80) != 0 ? ") Flags: [negotiable" : ") Flags: [non-negotiable");
        line.text("], length: ").number(length);
        if (length < 4) {
            line.text(" (too short)");
            return 0;
        }
        if (length % 4 != 0) {
            line.text(" (not a multiple of 4)");
            return 0;
        }
        sheet.need(at, length);
        int value = at + 4;
        int size = length - 4;
        boolean known = value(sheet, type, kind, value, size);
        if (NAMES.name(type) == null && sheet.v <= 1) {
            HexDump.unknown(sheet, "\n\t    ", value, size);
        }
        if (sheet.v > 1 || !known) {
            HexDump.unknown(sheet, "\n\t    ", value, size);
        }
        return length;
    }

    private static String className(int type, int kind) {
        return switch (type) {
            case CHANNEL_ID, NODE_ID -> kind == 1 ? "Local" : kind == 2 ? "Remote" : "Unknown";
            case LINK_ID, INTERFACE_ID ->
                switch (kind) {
                    case 1 -> "IPv4 Local";
                    case 2 -> "IPv4 Remote";
                    case 3 -> "IPv6 Local";
                    case 4 -> "IPv6 Remote";
                    case 5 -> "Unnumbered Local";
                    case 6 -> "Unnumbered Remote";
                    default -> "Unknown";
                };
            case TE_LINK, DATA_LINK, CHANNEL_STATUS, CHANNEL_STATUS_REQUEST ->
                switch (kind) {
                    case 1 -> "IPv4";
                    case 2 -> "IPv6";
                    case 3 -> "Unnumbered";
                    default -> "Unknown";
                };
            case MESSAGE_ID, ERROR_CODE -> kind == 1 || kind == 2 ? Integer.toString(kind) : "Unknown";
            case CONFIG, HELLO, VERIFY_BEGIN, VERIFY_BEGIN_ACK, VERIFY_ID -> kind == 1 ? "1" : "Unknown";
            case SERVICE_CONFIG -> kind >= 1 && kind <= 4 ? Integer.toString(kind) : "Unknown";
            default -> "Unknown";
        };
    }

    /** Prints a value; false when no more than its name is known. */
    private static boolean value(Sheet sheet, int type, int kind, int at, int size) {
        if (NAMES.name(type) == null) {
            return true;
        }
        if (className(type, kind).equals("Unknown")) {
            return false;
        }
        if (type == CHANNEL_STATUS || type == CHANNEL_STATUS_REQUEST) {
            channels(sheet, type == CHANNEL_STATUS, kind, at, size);
            return true;
        }
        int needed = switch (type) {
            case LINK_ID, INTERFACE_ID -> kind == 3 || kind == 4 ? 16 : 4;
            case TE_LINK, DATA_LINK -> kind == 2 ? 36 : 12;
            case HELLO -> 8;
            case VERIFY_BEGIN -> 20;
            case SERVICE_CONFIG -> kind == 2 ? 16 : kind == 3 ? 8 : 4;
            default -> 4;
        };
        if (type == DATA_LINK ? size < needed : size != needed) {
            sheet.text(" (not correct for object)");
            return true;
        }
        return value(sheet, type, kind, at, size, needed);
    }

    private static boolean value(Sheet sheet, int type, int kind, int at, int size, int needed) {
        Line line = sheet.line;
        switch (type) {
            case CHANNEL_ID -> identifier(sheet, "\n\t    Control Channel ID: ", 3, at);
            case NODE_ID -> identifier(sheet, "\n\t    Node ID: ", 1, at);
            case LINK_ID, INTERFACE_ID ->
                identifier(
                        sheet,
                        kind <= 2
                                ? "\n\t    IPv4 Link ID: "
                                : kind <= 4 ? "\n\t    IPv6 Link ID: " : "\n\t    Link ID: ",
                        (kind + 1) / 2,
                        at);
            case MESSAGE_ID ->
                identifier(sheet, kind == 1 ? "\n\t    Message ID: " : "\n\t    Message ID Ack: ", 3, at);
            case CONFIG -> {
                line.text("\n\t    Hello Interval: ").number(sheet.be16(at));
                line.text("\n\t    Hello Dead Interval: ").number(sheet.be16(at + 2));
            }
            case HELLO -> {
                line.text("\n\t    Tx Seq: ").number(sheet.be32(at));
                line.text(", Rx Seq: ").number(sheet.be32(at + 4));
            }
            case TE_LINK, DATA_LINK -> {
                boolean data = type == DATA_LINK;
                line.text("\n\t    Flags: [");
                line.text((data ? DATA_FLAGS : TE_FLAGS).bits(sheet.u8(at), ", ", "none"));
                line.put(']');
                String what = data ? "Interface ID: " : "Link-ID: ";
                identifier(sheet, "\n\t    Local " + what, kind, at + 4);
                identifier(sheet, "\n\t    Remote " + what, kind, at + (kind == 2 ? 20 : 8));
                return !data || LmpDataLink.print(sheet, at + needed, size - needed);
            }
            case VERIFY_BEGIN -> verify(sheet, at);
            case VERIFY_BEGIN_ACK -> {
                line.text("\n\t    Verify Dead Interval: ").number(sheet.be16(at));
                line.text("\n\t    Verify Transport Response: ").number(sheet.be16(at + 2));
            }
            case VERIFY_ID -> line.text("\n\t    Verify ID: ").number(sheet.be32(at));
            case ERROR_CODE -> {
                line.text("\n\t    Error Code: ");
                line.text((kind == 1 ? VERIFY_ERRORS : SUMMARY_ERRORS).bits(sheet.be32(at), ", ", "none"));
            }
            default -> LmpService.print(sheet, kind, at);
        }
        return true;
    }

    /** Prints an identifier that is an IPv4 address (1), an IPv6 address (2) or a number (3). */
    static void identifier(Sheet sheet, String what, int form, int at) {
        sheet.text(what);
        switch (form) {
            case 1 -> sheet.host4(at);
            case 2 -> sheet.host6(at);
            default -> sheet.line.number(sheet.be32(at));
        }
        sheet.text(" (0x").hex(sheet.be32(at), 8).put(')');
    }

    private static void verify(Sheet sheet, int at) {
        Line line = sheet.line;
        int transport = sheet.be16(at + 10);
        line.text("\n\t    Flags: ").text(VERIFY_FLAGS.bits(sheet.be16(at), ", ", "none"));
        line.text("\n\t    Verify Interval: ").number(sheet.be16(at + 2));
        line.text("\n\t    Data links: ").number(sheet.be32(at + 4));
        line.text("\n\t    Encoding type: ").text(Gmpls.ENCODINGS.name(sheet.u8(at + 8), "Unknown"));
        line.text("\n\t    Verify Transport Mechanism: ")
                .number(transport)
                .text(" (0x")
                .hex(transport);
        // the original tests the bits of decimal 8000, where 0x8000 is meant
        line.text((transport & 8000) != 0 ? ") (Payload test messages capable)" : ")");
        line.text("\n\t    Transmission Rate: ");
        Decimal.megabits(line, sheet.s32(at + 12));
        line.text("\n\t    Wavelength: ").number(sheet.be32(at + 16));
    }

    private static void channels(Sheet sheet, boolean status, int kind, int at, int size) {
        Line line = sheet.line;
        int address = kind == 2 ? 16 : 4;
        int step = address + (status ? 4 : 0);
        for (int i = 0; i + step <= size; i += step) {
            identifier(sheet, "\n\t    Interface ID: ", kind, at + i);
            if (status) {
                int word = sheet.s32(at + i + address);
                int code = word & 0x3ffffff;
                line.text(word < 0 ? "\n\t\t    Active: Allocated (1)" : "\n\t\t    Active: Non-allocated (0)");
                line.text(
                        (word & 0x40000000) != 0
                                ? "\n\t\t    Direction: Transmit (1)"
                                : "\n\t\t    Direction: Receive (0)");
                line.text("\n\t\t    Channel Status: ").text(STATUSES.name(code, "Unknown"));
                line.text(" (").number(code).put(')');
            }
        }
    }
}
