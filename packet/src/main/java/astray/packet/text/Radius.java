package astray.packet.text;

/** RADIUS (RFC 2865): a header and attributes. */
final class Radius {
    private static final int CODE = 0;
    private static final int IDENTIFIER = 1;
    private static final int LENGTH = 2;
    private static final int AUTHENTICATOR = 4;
    private static final int HEADER = 20;

    private static final int LONGEST = 4096;

    private static final Table CODES = Table.of("""
            1 Access-Request
            2 Access-Accept
            3 Access-Reject
            4 Accounting-Request
            5 Accounting-Response
            11 Access-Challenge
            12 Status-Server
            13 Status-Client
            40 Disconnect-Request
            41 Disconnect-ACK
            42 Disconnect-NAK
            43 CoA-Request
            44 CoA-ACK
            45 CoA-NAK
            255 Reserved
            """);

    private Radius() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "radius";
        line.text("RADIUS");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int told = sheet.be16(at + LENGTH);
        if (told < HEADER) {
            sheet.invalid("length", told, "<", HEADER);
            return;
        }
        if (told > LONGEST || told > length) {
            sheet.invalid("length", told, ">", told > LONGEST ? LONGEST : length);
            return;
        }
        int code = sheet.u8(at + CODE);
        boolean verbose = sheet.v > 0;
        line.text(", ");
        if (verbose) {
            line.text("length: ").number(told).text("\n\t");
        }
        line.text(CODES.name(code, "Unknown Command")).text(" (").number(code).text("), id: 0x");
        line.hex(sheet.u8(at + IDENTIFIER), 2);
        if (!verbose) {
            line.text(", length: ").number(told);
            sheet.need(at, HEADER);
            return;
        }
        line.text(", Authenticator: ");
        for (int i = AUTHENTICATOR; i < HEADER; i++) {
            line.hex(sheet.u8(at + i), 2);
        }
        attributes(sheet, at + HEADER, told - HEADER);
    }

    private static void attributes(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here != end) {
            if (!RadiusAttributes.atLeast(sheet, end - here, 2)) {
                return;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            line.text("\n\t  ").text(RadiusAttributes.name(type));
            line.text(" Attribute (").number(type).text("), length: ").number(size);
            if (!RadiusAttributes.fits(sheet, size, 2, end - here)) {
                return;
            }
            line.text(", Value: ");
            if (size > 2) {
                RadiusAttributes.value(sheet, type, here + 2, size - 2);
            }
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t    ", here + 2, size - 2);
            }
            here += size;
        }
    }
}
