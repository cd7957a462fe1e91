package astray.packet.text;

/** Authentication in PPP: CHAP (RFC 1994) and PAP (RFC 1334). */
final class PppAuthentication {
    private static final int HEADER = 4;

    private static final String[] CHAP_CODES = {"", "Challenge", "Response", "Success", "Fail"};
    private static final String[] PAP_CODES = {"", "Auth-Req", "Auth-ACK", "Auth-NACK"};

    private PppAuthentication() {}

    private static boolean head(Sheet sheet, String name, String lowerName, String[] codes, int at, int length) {
        Line line = sheet.line;
        if (length < HEADER) {
            line.text("[|").text(lowerName);
            if (length > 0) {
                line.text(" 0x").hex(sheet.u8(at), 2);
            }
            line.put(']');
            return false;
        }
        int code = sheet.u8(at);
        String known = code < codes.length ? codes[code] : "";
        line.text(name).text(", ").text(known.isEmpty() ? "unknown" : known).text(" (0x");
        line.hex(code, 2).text("), id ").number(sheet.u8(at + 1));
        return true;
    }

    static void chap(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (!head(sheet, "CHAP", "chap", CHAP_CODES, at, length)) {
            return;
        }
        int told = sheet.be16(at + 2);
        int code = sheet.u8(at);
        int here = at + HEADER;
        switch (code) {
            case 1, 2 -> {
                if (length < HEADER + 1) {
                    return;
                }
                int size = sheet.u8(here);
                here++;
                if (length - HEADER - 1 < size) {
                    return;
                }
                line.text(", Value ");
                for (int i = 0; i < size; i++) {
                    line.hex(sheet.u8(here + i), 2);
                }
                here += size;
                line.text(", Name ");
                rest(sheet, here, told - (here - at));
            }
            case 3, 4 -> {
                line.text(", Msg ");
                rest(sheet, here, told - HEADER);
            }
            default -> {
                // no more is known of it
            }
        }
    }

    /** Characters; a length below zero, as a hostile field makes it, reaches beyond all that was captured. */
    private static void rest(Sheet sheet, int at, int length) {
        sheet.exactly(at, length < 0 ? Integer.MAX_VALUE - at : length);
    }

    static void pap(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (!head(sheet, "PAP", "pap", PAP_CODES, at, length)) {
            return;
        }
        int told = sheet.be16(at + 2);
        if (told > length) {
            line.text(", length ").number(told).text(" > packet size");
            return;
        }
        if (told < HEADER) {
            line.text(", length ").number(told).text(" < PAP header length");
            return;
        }
        int code = sheet.u8(at);
        int here = at + HEADER;
        int end = at + told;
        switch (code) {
            case 1 -> {
                if (told < 6) {
                    line.text("[|pap]");
                    return;
                }
                int next = field(sheet, ", Peer ", here, end);
                if (next >= 0) {
                    field(sheet, ", Name ", next, end);
                }
            }
            case 2, 3 -> {
                if (told < 5) {
                    line.text("[|pap]");
                    return;
                }
                field(sheet, ", Msg ", here, end);
            }
            default -> {
                // no more is known of it
            }
        }
    }

    /** A length and so many characters; where they end, negative when they do not fit. */
    private static int field(Sheet sheet, String name, int at, int end) {
        if (at >= end) {
            return -1;
        }
        int size = sheet.u8(at);
        if (end - at - 1 < size) {
            return -1;
        }
        sheet.text(name);
        sheet.exactly(at + 1, size);
        return at + 1 + size;
    }
}
