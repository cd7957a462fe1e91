package astray.packet.text;

/** Multicast listener discovery (RFC 2710, and version 2 of RFC 3810). */
final class Mld {
    static final int QUERY = 130;
    static final int REPORT = 131;
    static final int DONE = 132;
    static final int REPORT2 = 143;

    private static final int DELAY = 4;
    private static final int GROUPS = 6;
    private static final int GROUP = 8;
    private static final int SIZE = 24;

    private static final int ROBUSTNESS = 24;
    private static final int INTERVAL = 25;
    private static final int SOURCES = 26;
    private static final int QUERY2_SIZE = 28;

    private static final int RECORD_SIZE = 20;
    private static final int ADDRESS = 16;

    private Mld() {}

    static void print(Sheet sheet, int at, int length, int type) {
        if (type == REPORT2) {
            report(sheet, at, length);
        } else if (type != QUERY || length == SIZE) {
            group(sheet, at);
        } else if (length >= QUERY2_SIZE) {
            query(sheet, at, length);
        } else {
            sheet.text(" unknown-version (len ").number(length).text(") ");
        }
    }

    private static void group(Sheet sheet, int at) {
        if (!sheet.has(at, SIZE)) {
            return;
        }
        sheet.text("max resp delay: ").number(sheet.be16(at + DELAY)).text(" addr: ");
        sheet.host6(at + GROUP);
    }

    private static void query(Sheet sheet, int at, int length) {
        Line line = sheet.line.text(" v2");
        int delay = code(sheet.be16(at + DELAY), 12);
        if (sheet.v > 0) {
            line.text(" [max resp delay=").number(delay).put(']');
        }
        sheet.need(at + GROUP, ADDRESS);
        line.text(" [gaddr ");
        sheet.host6(at + GROUP);
        if (sheet.v > 0) {
            int robustness = sheet.u8(at + ROBUSTNESS);
            line.text((robustness & 8) != 0 ? " sflag" : "");
            if ((robustness & 7) != 0) {
                line.text(" robustness=").number(robustness & 7);
            }
            line.text(" qqi=").number(code(sheet.u8(at + INTERVAL), 4));
        }
        int sources = sheet.be16(at + SOURCES);
        if (sources > 0) {
            if (length < QUERY2_SIZE + sources * ADDRESS) {
                line.text(" [invalid number of sources]");
            } else {
                sources(sheet, at + QUERY2_SIZE, sources);
            }
        }
        line.put(']');
    }

    /** The floating-point form of times (RFC 3810 sections 5.1.3 and 5.1.9): three bits of exponent and a mantissa. */
    private static int code(int value, int mantissa) {
        int exponential = 1 << mantissa + 3;
        if (value < exponential) {
            return value;
        }
        int one = 1 << mantissa;
        return (value & one - 1 | one) << (value >> mantissa & 7) + 3;
    }

    private static void sources(Sheet sheet, int at, int count) {
        Line line = sheet.line;
        if (sheet.v <= 1) {
            line.text(", ").number(count).text(" source(s)");
            return;
        }
        line.text(" {");
        for (int i = 0; i < count; i++) {
            sheet.need(at + i * ADDRESS, ADDRESS);
            line.put(' ');
            sheet.host6(at + i * ADDRESS);
        }
        line.text(" }");
    }

    private static void report(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < GROUP) {
            line.text(" [invalid len ").number(length).put(']');
            return;
        }
        int groups = sheet.be16(at + GROUPS);
        line.text(", ").number(groups).text(" group record(s)");
        if (sheet.v == 0) {
            return;
        }
        int here = GROUP;
        for (int i = 0; i < groups; i++) {
            if (length < here + RECORD_SIZE) {
                line.text(" [invalid number of groups]");
                return;
            }
            sheet.need(at + here, RECORD_SIZE);
            line.text(" [gaddr ");
            sheet.host6(at + here + 4);
            line.put(' ');
            Igmp.recordType(line, sheet.u8(at + here), " [v2-report-#");
            int sources = sheet.be16(at + here + 2);
            if (length < here + RECORD_SIZE + sources * ADDRESS) {
                line.text(" [invalid number of sources ").number(sources).put(']');
                return;
            }
            if (sheet.v == 1) {
                line.text(", ").number(sources).text(" source(s)");
            } else {
                sources(sheet, at + here + RECORD_SIZE, sources);
            }
            here += RECORD_SIZE + sources * ADDRESS;
            line.put(']');
        }
    }
}
