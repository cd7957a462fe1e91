package astray.packet.text;

/** EAP (RFC 3748) and how it is carried by a local network (IEEE 802.1X clause 11). */
final class Eap {
    private static final int CODE = 0;
    private static final int IDENTIFIER = 1;
    private static final int LENGTH = 2;
    private static final int TYPE = 4;
    private static final int DATA = 5;
    private static final int HEADER = 4;

    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;

    private static final int IDENTITY = 1;
    private static final int NOTIFICATION = 2;
    private static final int NAK = 3;
    private static final int TLS = 13;
    private static final int SIM = 18;
    private static final int TTLS = 21;
    private static final int AKA = 23;
    private static final int FAST = 43;

    private static final int LENGTH_INCLUDED = 0x80;

    private static final int PACKET = 0;

    private static final Table FRAMES = Table.of("""
            0 EAP packet
            1 EAPOL start
            2 EAPOL logoff
            3 EAPOL key
            4 Encapsulated ASF alert
            """);
    private static final Table CODES = Table.of("""
            1 Request
            2 Response
            3 Success
            4 Failure
            """);
    private static final Table TYPES = Table.of("""
            0 No proposed
            1 Identity
            2 Notification
            3 Nak
            4 MD5-challenge
            5 OTP
            6 GTC
            13 TLS
            18 SIM
            21 TTLS
            23 AKA
            43 FAST
            254 Expanded types
            255 Experimental
            """);

    /** RFC 5216 section 3.1. */
    private static final Table FLAGS = Table.of("""
            0x80 L bit
            0x40 More fragments bit
            0x20 Start bit
            """);

    /** RFC 4187 section 11, RFC 4186 section 11. */
    private static final Table SUBTYPES = Table.of("""
            1 Challenge
            2 Auth reject
            4 Sync failure
            5 Identity
            10 Start
            11 Challenge
            12 Notification
            13 Reauth
            14 Client error
            """);

    private Eap() {}

    /** Prints a frame of EAP over LAN. */
    static void frame(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "eap";
        int type = sheet.u8(at + 1);
        int length = sheet.be16(at + 2);
        line.text(FRAMES.name(type, "unknown")).text(" (").number(type).text(") v");
        line.number(sheet.u8(at)).text(", len ").number(length);
        if (sheet.v == 0 || type != PACKET) {
            return;
        }
        if (length == 0) {
            sheet.invalid();
            return;
        }
        line.text(", ");
        print(sheet, at + HEADER, length);
    }

    /** Prints a packet. */
    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "eap";
        int code = sheet.u8(at + CODE);
        int told = sheet.be16(at + LENGTH);
        if (told < HEADER) {
            sheet.invalid("len", told, "<", HEADER);
            return;
        }
        if (told != length) {
            line.text("EAP fragment?");
            return;
        }
        line.text(CODES.name(code, "unknown")).text(" (").number(code).text("), id ");
        line.number(sheet.u8(at + IDENTIFIER)).text(", len ").number(told);
        sheet.need(at, told);
        if (code != REQUEST && code != RESPONSE) {
            return;
        }
        if (told < DATA) {
            sheet.invalid("len", told, "<", DATA);
            return;
        }
        int type = sheet.u8(at + TYPE);
        line.text("\n\t\t Type ");
        type(line, type);
        data(sheet, type, at + DATA, told - DATA);
    }

    private static void type(Line line, int type) {
        line.text(TYPES.name(type, "unknown")).text(" (").number(type).put(')');
    }

    private static void data(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case IDENTITY -> {
                if (size > 0) {
                    line.text(", Identity: ");
                    sheet.padded(at, size);
                }
            }
            case NOTIFICATION, NAK, TLS, TTLS, FAST, AKA, SIM -> {
                if (size == 0) {
                    sheet.invalid("len", DATA, "<", DATA + 1);
                    return;
                }
                some(sheet, type, at, size);
            }
            default -> {
                // its type says enough
            }
        }
    }

    private static void some(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case NOTIFICATION -> {
                line.text(", Notification: ");
                sheet.padded(at, size);
            }
            case NAK -> {
                for (int i = 0; i < size; i++) {
                    line.text(i > 0 ? ", " : " ");
                    type(line, sheet.u8(at + i));
                }
            }
            case AKA, SIM -> {
                int subtype = sheet.u8(at);
                line.text(" subtype [").text(SUBTYPES.name(subtype, "unknown"));
                line.text("] 0x").hex(subtype, 2);
            }
            default -> transport(sheet, type, at, size);
        }
    }

    /** RFC 5216 section 3.1, RFC 5281 section 9.1, RFC 4851 section 4.1. */
    private static void transport(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        if (type != TLS) {
            line.text(type == TTLS ? " TTLSv" : " FASTv").number(flags & 7);
        }
        line.text(" flags [").text(FLAGS.bits(flags, ", ", "none")).text("] 0x").hex(flags, 2);
        if ((flags & LENGTH_INCLUDED) == 0) {
            return;
        }
        if (size < 5) {
            sheet.invalid("len", DATA + size, "<", DATA + 5);
            return;
        }
        line.text(", len ").number(sheet.be32(at + 1));
    }
}
