package astray.packet.text;

/** The Datagram Congestion Control Protocol (RFC 4340 section 5). */
final class Dccp {
    private static final int DESTINATION = 2;
    private static final int OFFSET = 4;
    private static final int COVERAGE = 5;
    private static final int CHECKSUM = 6;
    private static final int TYPE = 8;
    private static final int SEQUENCE_SHORT = 9;
    private static final int SEQUENCE = 10;
    private static final int HEADER_SHORT = 12;
    private static final int HEADER = 16;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int DATA = 2;
    private static final int RESET = 7;

    private static final String[] TYPES = {
        "Request", "Response", "Data", "Ack", "DataAck", "CloseReq", "Close", "Reset", "Sync", "SyncAck"
    };

    private static final String[] RESET_CODES = {
        "unspecified",
        "closed",
        "aborted",
        "no_connection",
        "packet_error",
        "option_error",
        "mandatory_error",
        "connection_refused",
        "bad_service_code",
        "too_busy",
        "bad_init_cookie",
        "aggression_penalty"
    };

    private Dccp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "dccp";
        if (length < HEADER_SHORT) {
            sheet.invalid("length", length, "<", HEADER_SHORT);
            return;
        }
        int typeAndX = sheet.u8(at + TYPE);
        boolean extended = (typeAndX & 1) != 0;
        int fixed = extended ? HEADER : HEADER_SHORT;
        if (length < fixed) {
            sheet.invalid("length", length, "<", fixed);
            return;
        }
        sheet.need(at, fixed);
        int header = sheet.u8(at + OFFSET) * 4;
        carrier.source(sheet);
        line.number(sheet.be16(at)).text(" > ");
        carrier.destination(sheet);
        line.number(sheet.be16(at + DESTINATION)).text(": DCCP");
        if (sheet.options.quiet() > 0) {
            if (length < header) {
                sheet.invalid("length", length, "<", header);
                return;
            }
            line.put(' ').number(length - header);
            return;
        }
        if (sheet.v > 0) {
            checksum(sheet, at, length, carrier);
        }
        int type = typeAndX >> 1 & 15;
        line.put(' ')
                .text(type < TYPES.length ? "DCCP-" + TYPES[type] : "packet-type-" + type)
                .put(' ');
        if (type >= TYPES.length) {
            sheet.invalid();
            return;
        }
        int whole = fixed
                + switch (type) {
                    case REQUEST -> 4;
                    case RESPONSE, RESET -> 12;
                    case DATA -> 0;
                    default -> 8;
                };
        if (length < whole) {
            sheet.invalid("length", length, "<", whole);
            return;
        }
        switch (type) {
            case REQUEST ->
                line.text("(service=").number(sheet.be32(at + fixed)).text(") ");
            case RESPONSE ->
                line.text("(service=").number(sheet.be32(at + fixed + 8)).text(") ");
            case RESET -> {
                sheet.need(at + fixed, 12);
                int code = sheet.u8(at + fixed + 8);
                line.text("(code=");
                line.text(code < RESET_CODES.length ? RESET_CODES[code] : "reset-code-" + code + " (invalid)");
                line.text(") ");
            }
            default -> {
                // no more than an acknowledgement
            }
        }
        if (type != DATA && type != REQUEST) {
            long acknowledged = extended ? sheet.be48(at + fixed + 2) : sheet.be24(at + fixed + 1);
            line.text("(ack=").number(acknowledged).text(") ");
        }
        if (sheet.v < 2) {
            return;
        }
        line.text("seq ").number(extended ? sheet.be48(at + SEQUENCE) : sheet.be24(at + SEQUENCE_SHORT));
        if (header > whole) {
            line.text(" <");
            if (DccpOptions.print(sheet, at + whole, at + header)) {
                line.put('>');
            } else {
                sheet.invalid();
            }
        }
    }

    private static void checksum(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        int congestionAndCoverage = sheet.u8(at + COVERAGE);
        int coverage = congestionAndCoverage & 15;
        line.text(" (CCVal ").number(congestionAndCoverage >> 4);
        line.text(", CsCov ").number(coverage);
        if (sheet.has(at, length) && carrier.version() != 0) {
            int covered = length;
            if (coverage != 0) {
                covered = Math.min(length, (sheet.u8(at + OFFSET) + coverage - 1) * 4);
            }
            int field = sheet.be16(at + CHECKSUM);
            long sum = carrier.pseudoHeader(sheet, IpProtocol.DCCP, length);
            int over = Checksum.of(Checksum.add(sum, sheet.bytes(), at, covered));
            line.text(", cksum 0x").hex(field, 4);
            if (over != 0) {
                line.text(" (incorrect -> 0x")
                        .hex(Checksum.shouldBe(field, over), 4)
                        .put(')');
            } else {
                line.text(" (correct)");
            }
        }
        line.put(')');
    }
}
