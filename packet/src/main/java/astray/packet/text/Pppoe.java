package astray.packet.text;

/** PPP over Ethernet (RFC 2516). */
final class Pppoe {
    private static final int VERSION_TYPE = 0;
    private static final int CODE = 1;
    private static final int SESSION = 2;
    private static final int LENGTH = 4;
    private static final int HEADER = 6;

    private static final int DATA = 0x00;
    private static final int PADI = 0x09;

    /** RFC 2516 section 5.1: a PADI must leave room for a relay's tag. */
    private static final int LONGEST_PADI = 1484 - HEADER;

    private static final int LONGEST_TEXT = 79;

    private static final Table TAGS = Table.of("""
            0 EOL
            0x0101 Service-Name
            0x0102 AC-Name
            0x0103 Host-Uniq
            0x0104 AC-Cookie
            0x0105 Vendor-Specific
            0x0110 Relay-Session-ID
            0x0120 PPP-Max-Payload
            0x0201 Service-Name-Error
            0x0202 AC-System-Error
            0x0203 Generic-Error
            """);

    private Pppoe() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "pppoe";
        if (length < HEADER) {
            line.text(" (length ").number(length).text(" < 6)");
            sheet.invalid();
            return;
        }
        sheet.need(at, HEADER);
        int version = sheet.u8(at + VERSION_TYPE) >> 4;
        int type = sheet.u8(at + VERSION_TYPE) & 15;
        int code = sheet.u8(at + CODE);
        int session = sheet.be16(at + SESSION);
        int told = sheet.be16(at + LENGTH);
        if (version != 1) {
            line.text(" [ver ").number(version).put(']');
        }
        if (type != 1) {
            line.text(" [type ").number(type).put(']');
        }
        line.text("PPPoE ");
        code(line, code);
        if (code == PADI && told > LONGEST_PADI) {
            line.text(" [len ").number(told).text("!]");
        }
        int rest = length - HEADER;
        if (told > rest) {
            line.text(" [len ").number(told).text(" > ").number(rest).text("!]");
            told = rest;
        }
        if (session != 0) {
            line.text(" [ses 0x").hex(session).put(']');
        }
        if (code != DATA) {
            tags(sheet, at + HEADER, told);
        } else {
            line.put(' ');
            Ppp.print(sheet, at + HEADER, told);
        }
    }

    private static void code(Line line, int code) {
        switch (code) {
            case DATA -> {
                // a session's frames have no name
            }
            case PADI -> line.text("PADI");
            case 0x07 -> line.text("PADO");
            case 0x19 -> line.text("PADR");
            case 0x65 -> line.text("PADS");
            case 0xa7 -> line.text("PADT");
            default -> line.text("PAD-").hex(code);
        }
    }

    private static void tags(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += 4;
            sheet.need(here, size);
            line.text(" [");
            String name = TAGS.name(type);
            if (name == null) {
                line.text("TAG-0x").hex(type);
            } else {
                line.text(name);
            }
            if (size > 0) {
                value(sheet, here, size);
            }
            line.put(']');
            if (type == 0) {
                return;
            }
            here += size;
        }
    }

    /** A value as text where most of it is, else in hexadecimal. */
    private static void value(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int shown = Math.min(size, LONGEST_TEXT);
        int printable = 0;
        for (int i = 0; i < shown; i++) {
            printable += isPrintable(sheet.u8(at + i)) ? 1 : 0;
        }
        if (printable > shown - printable) {
            line.text(" \"");
            for (int i = 0; i < shown; i++) {
                int c = sheet.u8(at + i);
                line.put(isPrintable(c) ? c : '.');
            }
            line.put('"');
        } else {
            line.text(" 0x");
            for (int i = 0; i < size; i++) {
                int c = sheet.u8(at + i);
                line.put("0123456789ABCDEF".charAt(c >> 4)).put("0123456789ABCDEF".charAt(c & 15));
            }
        }
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7f;
    }
}
