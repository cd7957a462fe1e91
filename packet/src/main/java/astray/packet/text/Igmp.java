package astray.packet.text;

/** IGMP (RFC 1112, 2236, 3376) and mtrace (draft-ietf-idmr-traceroute-ipm). */
final class Igmp {
    private static final int TYPE = 0;
    private static final int MAX_RESPONSE = 1;
    private static final int CHECKSUM = 2;
    private static final int GROUP = 4;
    private static final int SIZE = 8;

    private static final int QUERY = 0x11;
    private static final int REPORT1 = 0x12;
    private static final int DVMRP = 0x13;
    private static final int PIM1 = 0x14;
    private static final int REPORT2 = 0x16;
    private static final int LEAVE = 0x17;
    private static final int TRACE_RESPONSE = 0x1e;
    private static final int TRACE = 0x1f;
    private static final int REPORT3 = 0x22;

    private static final int QUERY3_SIZE = 12;
    private static final int QUERY3_SOURCES = 10;
    private static final int REPORT3_GROUPS = 6;
    private static final int REPORT3_SIZE = 16;
    private static final int RECORD_SIZE = 8;
    private static final int TRACE_SIZE = 24;

    /** RFC 2236 section 8.3: the response time that needs not be told, in tenths of a second. */
    private static final int DEFAULT_RESPONSE = 100;

    private static final String[] RECORDS = {"", "is_in", "is_ex", "to_in", "to_ex", "allow", "block"};

    private Igmp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "igmp";
        if (sheet.options.quiet() > 0) {
            line.text("igmp");
            return;
        }
        int type = sheet.u8(at + TYPE);
        switch (type) {
            case QUERY -> query(sheet, at, length);
            case REPORT1 -> {
                about(sheet, "igmp v1 report ", at);
                length(line, length);
            }
            case REPORT2 -> about(sheet, "igmp v2 report ", at);
            case REPORT3 -> report(sheet, at, length);
            case LEAVE -> about(sheet, "igmp leave ", at);
            case DVMRP -> {
                line.text("igmp dvmrp");
                if (length < SIZE) {
                    length(line, length);
                } else {
                    Dvmrp.print(sheet, at, length);
                }
            }
            case PIM1 -> {
                line.text("igmp pimv1");
                Pim1.print(sheet, at, length);
            }
            case TRACE_RESPONSE -> trace(sheet, "mresp ", at, length);
            case TRACE -> trace(sheet, "mtrace ", at, length);
            default -> line.text("igmp-").number(type);
        }
        if (sheet.v > 0 && length >= 4 && sheet.has(at, length)) {
            if (Checksum.of(Checksum.add(0, sheet.bytes(), at, length)) != 0) {
                line.text(" bad igmp cksum ").hex(sheet.be16(at + CHECKSUM)).put('!');
            }
        }
    }

    private static void about(Sheet sheet, String what, int at) {
        sheet.need(at, SIZE);
        sheet.text(what);
        sheet.host4(at + GROUP);
    }

    private static void length(Line line, int length) {
        if (length != SIZE) {
            line.text(" [len ").number(length).put(']');
        }
    }

    private static void query(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text("igmp query");
        if (length >= QUERY3_SIZE) {
            query3(sheet, at, length);
            return;
        }
        int response = sheet.u8(at + MAX_RESPONSE);
        line.text(response == 0 ? " v1" : " v2");
        if (response != 0 && response != DEFAULT_RESPONSE) {
            line.text(" [max resp time ").number(response).put(']');
        }
        if (sheet.be32(at + GROUP) != 0) {
            line.text(" [gaddr ");
            sheet.host4(at + GROUP);
            line.put(']');
        }
        length(line, length);
    }

    private static void query3(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text(" v3");
        if (length % 4 != 0) {
            line.text(" [invalid len ").number(length).put(']');
            return;
        }
        int code = sheet.u8(at + MAX_RESPONSE);
        // RFC 3376 section 4.1.1: tenths of a second, from 128 on as a floating-point number
        int tenths = code < 128 ? code : (code & 15 | 16) << (code >> 4 & 7) + 3;
        if (code != DEFAULT_RESPONSE) {
            line.text(" [max resp time ");
            if (tenths < 600) {
                line.number(tenths / 10).put('.').number(tenths % 10).put('s');
            } else {
                RelativeTime.print(line, tenths / 10);
            }
            line.put(']');
        }
        if (sheet.be32(at + GROUP) == 0) {
            return;
        }
        line.text(" [gaddr ");
        sheet.host4(at + GROUP);
        int sources = sheet.be16(at + QUERY3_SOURCES);
        if (sources > 0) {
            if (length < QUERY3_SIZE + sources * 4) {
                line.text(" [invalid number of sources]");
            } else if (sheet.v > 1) {
                sources(sheet, at + QUERY3_SIZE, sources);
            } else {
                line.text(", ").number(sources).text(" source(s)");
            }
        }
        line.put(']');
    }

    private static void sources(Sheet sheet, int at, int count) {
        Line line = sheet.line;
        line.text(" {");
        for (int i = 0; i < count; i++) {
            sheet.need(at + i * 4, 4);
            line.put(' ');
            sheet.host4(at + i * 4);
        }
        line.text(" }");
    }

    private static void report(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text("igmp v3 report");
        if (length < REPORT3_SIZE || length % 4 != 0) {
            line.text(" [invalid len ").number(length).put(']');
            return;
        }
        int groups = sheet.be16(at + REPORT3_GROUPS);
        line.text(", ").number(groups).text(" group record(s)");
        if (sheet.v == 0) {
            return;
        }
        int here = SIZE;
        for (int i = 0; i < groups; i++) {
            if (length < here + RECORD_SIZE) {
                line.text(" [invalid number of groups]");
                return;
            }
            sheet.need(at + here, RECORD_SIZE);
            line.text(" [gaddr ");
            sheet.host4(at + here + GROUP);
            line.put(' ');
            recordType(line, sheet.u8(at + here), " [v3-report-#");
            int sources = sheet.be16(at + here + 2);
            if (length < here + RECORD_SIZE + sources * 4) {
                line.text(" [invalid number of sources ").number(sources).put(']');
                return;
            }
            if (sheet.v == 1) {
                line.text(", ").number(sources).text(" source(s)");
            } else {
                sources(sheet, at + here + RECORD_SIZE, sources);
            }
            here += RECORD_SIZE + sources * 4;
            line.put(']');
        }
    }

    /** The type of a group record, which MLD has too (RFC 3376 section 4.2.12, 3810 section 5.2.12). */
    static void recordType(Line line, int type, String otherwise) {
        if (type >= 1 && type < RECORDS.length) {
            line.text(RECORDS[type]);
        } else {
            line.text(otherwise).number(type).put(']');
        }
    }

    private static void trace(Sheet sheet, String what, int at, int length) {
        Line line = sheet.line;
        if (length < TRACE_SIZE) {
            line.text(" [invalid len ").number(length).put(']');
            return;
        }
        sheet.need(at, TRACE_SIZE);
        line.text(what).number(sheet.be24(at + 21)).text(": ");
        sheet.host4(at + 8);
        line.text(" to ");
        sheet.host4(at + 12);
        line.text(" reply-to ");
        sheet.host4(at + 16);
        if (sheet.u8(at + 16) >> 4 == 0xe) {
            line.text(" with-ttl ").number(sheet.u8(at + 20));
        }
    }
}
