package astray.packet.text;

/** Router renumbering for IPv6 (RFC 2894). */
final class RouterRenumbering {
    private static final int SEQUENCE = 4;
    private static final int SEGMENT = 8;
    private static final int FLAGS = 9;
    private static final int DELAY = 10;
    private static final int RESERVED = 12;
    private static final int HEADER = 16;

    private static final int COMMAND = 0;
    private static final int RESULT = 1;
    private static final int RESET = 255;

    private static final int MATCH_SIZE = 24;
    private static final int USE_SIZE = 32;

    private static final String[] OPERATIONS = {"", "add", "change", "setglobal"};

    private static final Sheet.Bit[] FLAG_NAMES = {
        new Sheet.Bit(0x80, "T"),
        new Sheet.Bit(0x40, "R"),
        new Sheet.Bit(0x20, "A"),
        new Sheet.Bit(0x10, "S"),
        new Sheet.Bit(0x08, "P")
    };

    private RouterRenumbering() {}

    static void print(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        sheet.need(at, HEADER);
        switch (code) {
            case COMMAND -> line.text(", command");
            case RESULT -> line.text(", result");
            case RESET -> line.text(", sequence number reset");
            default -> line.text(", code-#").number(code);
        }
        line.text(", seq=").number(sheet.be32(at + SEQUENCE));
        if (sheet.v > 0) {
            line.put('[');
            int flags = sheet.u8(at + FLAGS);
            if (flags != 0) {
                sheet.bits(FLAG_NAMES, flags, "");
                line.put(',');
            }
            line.text("seg=").number(sheet.u8(at + SEGMENT));
            line.text(",maxdelay=").number(sheet.be16(at + DELAY));
            long reserved = sheet.be32(at + RESERVED);
            if (reserved != 0) {
                line.text("rsvd=0x").hex(reserved);
            }
            line.put(']');
        }
        if (code == COMMAND) {
            command(sheet, at + HEADER);
        }
    }

    /** A prefix control operation (section 3.2): what must match, then what is done with it. */
    private static void command(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, MATCH_SIZE);
        String before = sheet.v > 1 ? "\n\t" : " ";
        line.text(before).text("match(");
        int operation = sheet.u8(at);
        if (operation >= 1 && operation < OPERATIONS.length) {
            line.text(OPERATIONS[operation]);
        } else {
            line.put('#').number(operation);
        }
        if (sheet.v > 0) {
            line.text(",ord=").number(sheet.u8(at + 2));
            line.text(",min=").number(sheet.u8(at + 4));
            line.text(",max=").number(sheet.u8(at + 5));
        }
        line.put(',');
        sheet.ip6(at + 8);
        line.put('/').number(sheet.u8(at + 3)).put(')');
        int units = sheet.u8(at + 1) - 3;
        if (units % 4 != 0) {
            throw Truncated.HERE;
        }
        for (int i = 0; i < units / 4; i++) {
            int use = at + MATCH_SIZE + i * USE_SIZE;
            sheet.need(use, USE_SIZE);
            line.text(before).text("use(");
            use(sheet, use);
            line.put(')');
        }
    }

    private static void use(Sheet sheet, int at) {
        Line line = sheet.line;
        int flags = sheet.u8(at + 12);
        if (flags != 0) {
            line.text((flags & 0x80) != 0 ? "V" : "")
                    .text((flags & 0x40) != 0 ? "P" : "")
                    .put(',');
        }
        if (sheet.v > 0) {
            line.text("mask=0x").hex(sheet.u8(at + 2));
            line.text(",raflags=0x").hex(sheet.u8(at + 3));
            time(line, ",vltime=", sheet.be32(at + 4));
            time(line, ",pltime=", sheet.be32(at + 8));
            line.put(',');
        }
        sheet.ip6(at + 16);
        line.put('/').number(sheet.u8(at)).put('/').number(sheet.u8(at + 1));
    }

    private static void time(Line line, String name, long seconds) {
        line.text(name);
        if (seconds == 0xffffffffL) {
            line.text("infty");
        } else {
            line.number(seconds);
        }
    }
}
