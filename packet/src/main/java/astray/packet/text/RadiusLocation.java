package astray.packet.text;

/** RADIUS's attributes of operators and locations (RFC 5580 section 4). */
final class RadiusLocation {
    private static final int OPERATOR_NAME = 126;
    private static final int INFORMATION = 127;
    private static final int DATA = 128;
    private static final int POLICY = 129;

    private static final Table OPERATORS = Table.of("""
            0x30 TADIG
            0x31 REALM
            0x32 E212
            0x33 ICC
            """);
    private static final String[] CODES = {"Civic", "Geospatial"};
    private static final String[] ENTITIES = {"User", "RADIUS"};

    private static final int MAY_BE_SENT_ON = 0x8000;

    private RadiusLocation() {}

    /** Prints a value; that it is too short is printed. */
    static void value(Sheet sheet, int type, int at, int size) {
        int least = switch (type) {
            case OPERATOR_NAME -> 2;
            case INFORMATION -> 21;
            case DATA -> 3;
            case POLICY -> 10;
            default -> 0;
        };
        if (!RadiusAttributes.atLeast(sheet, size, least)) {
            return;
        }
        switch (type) {
            case OPERATOR_NAME -> operator(sheet, at, size);
            case INFORMATION -> information(sheet, at, size);
            case DATA -> data(sheet, at, size);
            case POLICY -> policy(sheet, at, size);
            default -> {
                // unknown
            }
        }
    }

    private static void operator(Sheet sheet, int at, int size) {
        int space = sheet.u8(at);
        String name = OPERATORS.name(space);
        Line line = sheet.line.put('[');
        if (name == null) {
            line.text("unknown namespace ").number(space);
        } else {
            line.text(name);
        }
        line.text("] ");
        sheet.exactly(at + 1, size - 1);
    }

    private static void information(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.text("index ").number(sheet.be16(at)).text(", code ");
        known(line, CODES, sheet.u8(at + 2));
        line.text(", entity ");
        known(line, ENTITIES, sheet.u8(at + 3));
        line.text(", sighting time ");
        NtpTime.print(sheet, at + 4);
        line.text(", time to live ");
        NtpTime.print(sheet, at + 12);
        line.text(", method \"");
        sheet.exactly(at + 20, size - 20);
        line.put('"');
    }

    private static void known(Line line, String[] names, int value) {
        if (value < names.length) {
            line.text(names[value]);
        } else {
            line.text("Unknown (").number(value).put(')');
        }
    }

    private static void data(Sheet sheet, int at, int size) {
        sheet.text("index ").number(sheet.be16(at)).text(", location");
        sheet.need(at + 2, size - 2);
        HexDump.print(sheet, "\n\t    ", at + 2, size - 2, true);
    }

    private static void policy(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int flags = sheet.be16(at);
        line.text("flags [");
        String between = "";
        for (int bit = 0; bit < 15; bit++) {
            if ((flags & 1 << bit) != 0) {
                line.text(between).text("MBZ-").number(15 - bit);
                between = ", ";
            }
        }
        if ((flags & MAY_BE_SENT_ON) != 0) {
            line.text(between).text("Retransmission Allowed");
        }
        line.text(flags == 0 ? "none], retention expires " : "], retention expires ");
        NtpTime.print(sheet, at + 2);
        if (size > 10) {
            line.text(", note well \"");
            sheet.exactly(at + 10, size - 10);
            line.put('"');
        }
    }
}
