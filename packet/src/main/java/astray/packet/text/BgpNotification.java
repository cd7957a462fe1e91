package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** BGP's notifications (RFC 4271 section 6) with what a Cease may say (RFC 4486, 8538, 9003). */
final class BgpNotification {
    private static final int CODE = 19;
    private static final int SUBCODE = 20;
    private static final int HEADER = 21;

    private static final int STATE_MACHINE = 5;
    private static final int CEASE = 6;
    private static final int CAPABILITY = 7;

    private static final int MAXIMUM_PREFIXES = 1;
    private static final int SHUTDOWN = 2;
    private static final int RESET = 4;
    private static final int HARD_RESET = 9;

    /** A hard reset holds another code, which may be a hard reset. */
    private static final int DEEPEST = 16;

    private static final Table CODES = Table.of("""
            1 Message Header Error
            2 OPEN Message Error
            3 UPDATE Message Error
            4 Hold Timer Expired
            5 Finite State Machine Error
            6 Cease
            7 Capability Message Error
            """);

    private static final Table HEADER_ERRORS = Table.of("""
            1 Connection Not Synchronized
            2 Bad Message Length
            3 Bad Message Type
            """);

    private static final Table OPEN_ERRORS = Table.of("""
            1 Unsupported Version Number
            2 Bad Peer AS
            3 Bad BGP Identifier
            4 Unsupported Optional Parameter
            5 Authentication Failure
            6 Unacceptable Hold Time
            7 Capability Message Error
            """);

    private static final Table UPDATE_ERRORS = Table.of("""
            1 Malformed Attribute List
            2 Unrecognized Well-known Attribute
            3 Missing Well-known Attribute
            4 Attribute Flags Error
            5 Attribute Length Error
            6 Invalid ORIGIN Attribute
            7 AS Routing Loop
            8 Invalid NEXT_HOP Attribute
            9 Optional Attribute Error
            10 Invalid Network Field
            11 Malformed AS_PATH
            """);

    private static final Table STATE_ERRORS = Table.of("""
            0 Unspecified Error
            1 In OpenSent State
            2 In OpenConfirm State
            3 In Established State
            """);

    private static final Table CEASE_REASONS = Table.of("""
            1 Maximum Number of Prefixes Reached
            2 Administrative Shutdown
            3 Peer Unconfigured
            4 Administrative Reset
            5 Connection Rejected
            6 Other Configuration Change
            7 Connection Collision Resolution
            8 Out of Resources
            9 Hard Reset
            10 BFD Down
            """);

    private static final Table CAPABILITY_ERRORS = Table.of("""
            1 Invalid Action Value
            2 Invalid Capability Length
            3 Malformed Capability Value
            4 Unsupported Capability Code
            """);

    private BgpNotification() {}

    static void print(Sheet sheet, int at, int length) {
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return;
        }
        if (length < HEADER) {
            return;
        }
        code(sheet, at + HEADER, length - HEADER, sheet.u8(at + CODE), sheet.u8(at + SUBCODE), 0);
    }

    private static void code(Sheet sheet, int at, int length, int code, int subcode, int depth) {
        Line line = sheet.line;
        line.text(", ")
                .text(CODES.name(code, "Unknown Error"))
                .text(" (")
                .number(code)
                .put(')');
        Table subcodes = subcodes(code);
        if (subcodes == null) {
            if (subcode != 0) {
                line.text(", subcode ").number(subcode);
            }
            return;
        }
        line.text(code == STATE_MACHINE || code == CAPABILITY ? " subcode " : ", subcode ");
        line.text(subcodes.name(subcode, "Unknown")).text(" (").number(subcode).put(')');
        if (code != CEASE) {
            return;
        }
        if (subcode == MAXIMUM_PREFIXES && length >= 7) {
            line.text(", ");
            Bgp.family(sheet, sheet.be16(at), sheet.u8(at + 2));
            line.text(", Max Prefixes: ").number(sheet.be32(at + 3));
        }
        if ((subcode == SHUTDOWN || subcode == RESET) && length >= 1) {
            communication(sheet, at, length);
        }
        if (subcode == HARD_RESET && length >= 2 && depth < DEEPEST) {
            code(sheet, at + 2, length - 2, sheet.u8(at), sheet.u8(at + 1), depth + 1);
        }
    }

    private static @Nullable Table subcodes(int code) {
        return switch (code) {
            case 1 -> HEADER_ERRORS;
            case 2 -> OPEN_ERRORS;
            case 3 -> UPDATE_ERRORS;
            case STATE_MACHINE -> STATE_ERRORS;
            case CEASE -> CEASE_REASONS;
            case CAPABILITY -> CAPABILITY_ERRORS;
            default -> null;
        };
    }

    /** What the operator of the peer has to say (RFC 9003 section 2). */
    private static void communication(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int told = sheet.u8(at);
        int rest = 0;
        if (told > length - 1) {
            line.text(", invalid Shutdown Communication length");
        } else if (told == 0) {
            line.text(", empty Shutdown Communication");
            rest = 1;
        } else {
            line.text(", Shutdown Communication (length: ").number(told).text("): \"");
            sheet.allCharacters(at + 1, told);
            line.put('"');
            rest = told + 1;
        }
        if (length > rest) {
            line.text(", Data: (length: ").number(length - rest).put(')');
            HexDump.unknown(sheet, "\n\t\t", at + rest, length - rest);
        }
    }
}
