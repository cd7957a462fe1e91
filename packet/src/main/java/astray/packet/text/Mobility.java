package astray.packet.text;

/** Mobile IPv6's header (RFC 6275 section 6.1) with its messages and options. */
final class Mobility {
    private static final int PAYLOAD = 0;
    private static final int LENGTH = 1;
    private static final int TYPE = 2;
    private static final int DATA = 6;
    private static final int HEADER = 8;

    private static final int REFRESH_REQUEST = 0;
    private static final int HOME_INIT = 1;
    private static final int CARE_OF_INIT = 2;
    private static final int HOME_TEST = 3;
    private static final int CARE_OF_TEST = 4;
    private static final int UPDATE = 5;
    private static final int ACKNOWLEDGEMENT = 6;
    private static final int ERROR = 7;

    /** How long the header of each message is at least. */
    private static final int[] SIZES = {8, 16, 16, 24, 24, 16, 16, 24};

    private static final Table MESSAGES = Table.of("""
            0 BRR
            1 HoTI
            2 CoTI
            3 HoT
            4 CoT
            5 BU
            6 BA
            7 BE
            """);

    private static final Table UPDATE_FLAGS = Table.of("""
            0x8 A
            0x4 H
            0x2 L
            0x1 K
            """);

    private Mobility() {}

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "mobility";
        line.text("mobility: ");
        int payload = sheet.u8(at + PAYLOAD);
        if (payload != IpProtocol.NONE) {
            line.text("(payload protocol ").number(payload);
            line.text(" should be ").number(IpProtocol.NONE).text(") ");
        }
        int length = sheet.u8(at + LENGTH) + 1 << 3;
        int type = sheet.u8(at + TYPE);
        line.text(MESSAGES.orNumber(type, "type-#"));
        if (type >= SIZES.length) {
            line.text(" len=").number(sheet.u8(at + LENGTH));
            return;
        }
        if (length < SIZES[type]) {
            line.text(" (header length ").number(length);
            line.text(" < ").number(SIZES[type]).put(')');
            sheet.invalid();
            return;
        }
        int size = message(sheet, type, at);
        if (sheet.v > 0) {
            options(sheet, at + size, length - size);
        }
    }

    /** Prints what is special to a message; how long the header is up to its options. */
    private static int message(Sheet sheet, int type, int at) {
        Line line = sheet.line;
        int data = at + HEADER;
        switch (type) {
            case REFRESH_REQUEST -> {
                return HEADER;
            }
            case HOME_INIT, CARE_OF_INIT -> {
                if (sheet.v > 0) {
                    pair(sheet, type == HOME_INIT, "Init Cookie", data);
                }
                return HEADER + 8;
            }
            case HOME_TEST, CARE_OF_TEST -> {
                int nonce = sheet.be16(at + DATA);
                line.text(" nonce id=0x").hex(nonce);
                if (sheet.v > 0) {
                    pair(sheet, type == HOME_TEST, "Init Cookie", data);
                    pair(sheet, type == HOME_TEST, "Keygen Token", data + 8);
                }
                return HEADER + 16;
            }
            case UPDATE -> {
                int number = sheet.be16(at + DATA);
                line.text(" seq#=").number(number);
                int flags = sheet.u8(data) >> 4;
                if (flags != 0) {
                    line.put(' ').text(UPDATE_FLAGS.bits(flags, "", ""));
                }
                lifetime(sheet, data + 2);
                return HEADER + 4;
            }
            case ACKNOWLEDGEMENT -> {
                int status = sheet.u8(at + DATA);
                line.text(" status=").number(status);
                line.text((sheet.u8(at + DATA + 1) & 0x80) == 0 ? "" : " K");
                int number = sheet.be16(data);
                line.text(" seq#=").number(number);
                lifetime(sheet, data + 2);
                return HEADER + 4;
            }
            default -> {
                int status = sheet.u8(at + DATA);
                line.text(" status=").number(status);
                sheet.need(data, 16);
                line.text(" homeaddr ");
                sheet.host6(data);
                return SIZES[ERROR];
            }
        }
    }

    /** A lifetime, in units of four seconds. */
    private static void lifetime(Sheet sheet, int at) {
        int units = sheet.be16(at);
        sheet.text(" lifetime=").number(units << 2);
    }

    private static void pair(Sheet sheet, boolean home, String what, int at) {
        sheet.need(at, 8);
        sheet.text(home ? " Home " : " Care-of ").text(what).put('=');
        sheet.line.hex(sheet.be32(at), 8).put(':').hex(sheet.be32(at + 4), 8);
    }

    /** RFC 6275 section 6.2. */
    private static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            int type = sheet.u8(at + i);
            int rest = length - i;
            int size = 1;
            if (type != 0) {
                if (isShort(sheet, rest, 2)) {
                    return;
                }
                size = sheet.u8(at + i + 1) + 2;
            }
            if (isShort(sheet, rest, size)) {
                return;
            }
            sheet.need(at + i, size);
            int value = at + i + 2;
            switch (type) {
                case 0 -> line.text("(pad1)");
                case 1 -> line.text("(padn)");
                case 2 -> {
                    line.text("(refresh: ");
                    if (isShort(sheet, rest, 4)) {
                        return;
                    }
                    line.number(sheet.be16(value) << 2).put(')');
                }
                case 3 -> {
                    line.text("(alt-CoA: ");
                    if (isShort(sheet, rest, 18)) {
                        return;
                    }
                    sheet.host6(value);
                    line.put(')');
                }
                case 4 -> {
                    line.text("(ni: ");
                    if (isShort(sheet, rest, 6)) {
                        return;
                    }
                    sheet.need(value, 4);
                    line.text("ho=0x").hex(sheet.be16(value), 4);
                    line.text(" co=0x").hex(sheet.be16(value + 2), 4).put(')');
                }
                case 5 -> {
                    line.text("(auth)");
                    if (isShort(sheet, rest, 12)) {
                        return;
                    }
                }
                default -> {
                    line.text("(unknown: type-#").number(type);
                    line.text(" len=").number(size - 2).put(')');
                }
            }
            i += size;
        }
    }

    private static boolean isShort(Sheet sheet, int rest, int least) {
        if (rest >= least) {
            return false;
        }
        sheet.invalid("remaining length", rest, "<", least);
        return true;
    }
}
