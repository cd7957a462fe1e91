package astray.packet.text;

/** Signalling of frame relay (ITU-T Q.933, ANSI T1.617 annex D): what a network says of its virtual circuits. */
final class Q933Message {
    private static final Table MESSAGES = Table.of("""
            0x00 ESC to National
            0x01 Alert
            0x02 Call proceeding
            0x07 Connect
            0x0f Connect ACK
            0x03 Progress
            0x05 Setup
            0x45 Disconnect
            0x4d Release
            0x5a Release Complete
            0x46 Restart
            0x4e Restart ACK
            0x7d Status Reply
            0x75 Status Enquiry
            """);

    private static final Table ELEMENTS = Table.of("""
            0x01 ANSI Report Type
            0x19 ANSI Link Verify
            0x03 ANSI Link Verify
            0x07 ANSI PVC Status
            0x51 CCITT Report Type
            0x53 CCITT Link Verify
            0x57 CCITT PVC Status
            """);

    private static final String[] REPORTS = {"Full Status", "Link verify", "Async PVC Status"};

    private final Sheet sheet;
    private final Line line;
    private final int length;
    private final int end;
    private int here;

    /** The codeset of the next element, and the one after it: a shift that does not lock is for one element only. */
    private int codeset;

    private int later;

    private Q933Message(Sheet sheet, int at, int length) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.length = length;
        this.here = at;
        this.end = at + length;
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "q.933";
        sheet.text(sheet.options.linkLevel() ? "" : "Q.933");
        new Q933Message(sheet, at, length).message();
    }

    private void comma() {
        line.text(sheet.options.linkLevel() ? "" : ", ");
    }

    private int header() {
        if (here >= end || !sheet.has(here, 1)) {
            comma();
            line.text("length ").number(length);
            throw Truncated.HERE;
        }
        return sheet.u8(here++);
    }

    private static boolean isShift(int code) {
        return (code & 0xf0) == 0x90;
    }

    private void message() {
        int size = header() & 15;
        int reference = here;
        for (int i = 0; i < size; i++) {
            header();
        }
        int type = header();
        boolean ansi = false;
        if (here < end) {
            int code = header();
            if (isShift(code)) {
                codeset = code & 7;
                boolean locks = (code & 8) == 0;
                ansi = locks && codeset == 5;
                later = locks ? codeset : 0;
            } else {
                here--;
            }
        }
        comma();
        line.text(ansi ? "ANSI" : "CCITT").text(", codeset ").number(codeset);
        if (size > 1 || size == 1 && sheet.u8(here) != 0) {
            line.text(", Call Ref: 0x");
            for (int i = 0; i < size; i++) {
                line.hex(sheet.u8(reference + i), 2);
            }
        }
        if (sheet.v > 0) {
            line.text(", ")
                    .text(MESSAGES.name(type, "unknown message"))
                    .text(" (0x")
                    .hex(type, 2);
            line.text("), length ").number(length);
        } else {
            line.text(", ").text(MESSAGES.orHex(type, "unknown message 0x", 2, ""));
        }
        while (here < end) {
            if (!element()) {
                return;
            }
        }
        if (sheet.v == 0) {
            line.text(", length ").number(length);
        }
    }

    private void element(boolean whole) {
        if (!whole) {
            if (sheet.v == 0) {
                line.text(", length ").number(length);
            }
            throw Truncated.HERE;
        }
    }

    /** Prints an element; false when what follows cannot be read. */
    private boolean element() {
        element(sheet.has(here, 1));
        int code = sheet.u8(here++);
        if ((code & 0x80) != 0) {
            if (isShift(code)) {
                boolean locks = (code & 8) == 0;
                later = locks ? code & 7 : codeset;
                codeset = code & 7;
            } else {
                codeset = later;
            }
            return true;
        }
        element(here < end && sheet.has(here, 1));
        int size = sheet.u8(here++);
        boolean knows = codeset == 0 || codeset == 5;
        if (sheet.v > 0) {
            line.text("\n\t").text(knows ? ELEMENTS.name(code, "unknown") : "unknown");
            line.text(" IE (0x").hex(code, 2).text("), length ").number(size).text(": ");
        }
        if (code == 0 || size == 0) {
            return false;
        }
        element(end - here >= size && sheet.has(here, size));
        if (knows && value(code, size)) {
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", here, size);
            }
        } else if (sheet.v >= 1) {
            HexDump.unknown(sheet, "\n\t", here, size);
        }
        here += size;
        codeset = later;
        return true;
    }

    private boolean value(int code, int size) {
        switch (code) {
            case 0x01, 0x51 -> {
                int report = sheet.u8(here);
                if (sheet.v > 0) {
                    line.text(report < REPORTS.length ? REPORTS[report] : "unknown");
                    line.text(" (").number(report).put(')');
                }
            }
            case 0x03, 0x19, 0x53 -> {
                line.text(sheet.v == 0 ? ", " : "");
                if (size < 2) {
                    line.text("Invalid LINK VERIFY IE");
                } else {
                    line.text("TX Seq: ").right(sheet.u8(here), 3);
                    line.text(", RX Seq: ").right(sheet.u8(here + 1), 3);
                }
            }
            case 0x07, 0x57 -> {
                line.text(sheet.v == 0 ? ", " : "");
                circuit(size);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The state of a virtual circuit (Q.933 annex A.3.3): its identifier's last octet, and the last, have the high bit. */
    private void circuit(int size) {
        boolean valid = size >= 3 && size <= 5 && (sheet.u8(here + size - 1) & 0x80) != 0;
        for (int i = 0; valid && i < size - 1; i++) {
            valid = (sheet.u8(here + i) & 0x80) != 0 == (i == size - 2);
        }
        if (!valid) {
            line.text("Invalid DLCI in PVC STATUS IE");
            return;
        }
        int identifier = (sheet.u8(here) & 0x3f) << 4 | (sheet.u8(here + 1) & 0x78) >> 3;
        if (size == 4) {
            identifier = identifier << 6 | (sheet.u8(here + 2) & 0x7e) >> 1;
        } else if (size == 5) {
            identifier = identifier << 13 | sheet.u8(here + 2) & 0x7f | (sheet.u8(here + 3) & 0x7e) >> 1;
        }
        int state = sheet.u8(here + size - 1);
        line.text("DLCI ").number(identifier & 0xffffffffL).text(": status ");
        line.text((state & 8) != 0 ? "New, " : "").text((state & 2) != 0 ? "Active" : "Inactive");
    }
}
