package astray.packet.text;

/** SS7's MTP3 users above SCTP (RFC 4666). */
final class M3ua {
    private static final int HEADER = 8;
    private static final int PARAMETER = 4;

    private static final Table CLASSES = Table.of("""
            0 Management
            1 Transfer
            2 SS7
            3 ASP
            4 ASP
            9 Routing Key Management
            """);

    /** Messages, with their class in the upper byte. */
    private static final Table MESSAGES = Table.of("""
            0x0000 Error
            0x0001 Notify
            0x0101 Data
            0x0201 Destination Unavailable
            0x0202 Destination Available
            0x0203 Destination State Audit
            0x0204 Signalling Congestion
            0x0205 Destination User Part Unavailable
            0x0206 Destination Restricted
            0x0301 Up
            0x0302 Down
            0x0303 Heartbeat
            0x0304 Up Acknowledgement
            0x0305 Down Acknowledgement
            0x0306 Heartbeat Acknowledgement
            0x0401 Active
            0x0402 Inactive
            0x0403 Active Acknowledgement
            0x0404 Inactive Acknowledgement
            0x0901 Registration Request
            0x0902 Registration Response
            0x0903 Deregistration Request
            0x0904 Deregistration Response
            """);

    private static final Table PARAMETERS = Table.of("""
            0x0004 INFO String
            0x0006 Routing Context
            0x0007 Diagnostic Info
            0x0009 Heartbeat Data
            0x000b Traffic Mode Type
            0x000c Error Code
            0x000d Status
            0x0011 ASP Identifier
            0x0012 Affected Point Code
            0x0013 Correlation ID
            0x0200 Network Appearance
            0x0204 User/Cause
            0x0205 Congestion Indications
            0x0206 Concerned Destination
            0x0207 Routing Key
            0x0208 Registration Result
            0x0209 Deregistration Result
            0x020a Local Routing Key Identifier
            0x020b Destination Point Code
            0x020c Service Indicators
            0x020e Originating Point Code List
            0x0210 Protocol Data
            0x0212 Registration Status
            0x0213 Deregistration Status
            """);

    private M3ua() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "m3ua";
        if (length < HEADER) {
            sheet.invalid();
            sheet.need(at, length);
            return;
        }
        sheet.need(at, HEADER);
        if (sheet.u8(at) != 1) {
            return;
        }
        int kind = sheet.u8(at + 2);
        int type = sheet.u8(at + 3);
        line.text("\n\t\t").text(CLASSES.orNumber(kind, "Unknown message class "));
        if (CLASSES.name(kind) != null) {
            line.put(' ').text(MESSAGES.orHex(kind << 8 | type, "Unknown (0x", 2, ")"));
            line.text(" Message");
        }
        long told = sheet.be32(at + 4);
        if (told != length) {
            line.text("\n\t\t\t@@@@@@ Corrupted length ").number(told).text(" of message @@@@@@");
        } else {
            parameters(sheet, at + HEADER, length - HEADER);
        }
    }

    private static void parameters(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            if (length - i < PARAMETER) {
                wrong(sheet, at, length);
                return;
            }
            int tag = sheet.be16(at + i);
            line.text("\n\t\t\t")
                    .text(PARAMETERS.orHex(tag, "Unknown Parameter (0x", 4, ")"))
                    .text(": ");
            int size = sheet.be16(at + i + 2);
            if (size < PARAMETER) {
                wrong(sheet, at, length);
                return;
            }
            int padded = size + (-(i + size) & 3);
            sheet.need(at + i, padded);
            // the original takes the header for the beginning of the value
            value(sheet, tag, at + i, size - PARAMETER);
            i += padded;
        }
    }

    private static void value(Sheet sheet, int tag, int at, int size) {
        boolean number = tag == 0x0006 || tag == 0x0013 || tag == 0x0200;
        if (!number) {
            sheet.text("(length ").number(size + PARAMETER).put(')');
        } else if (size < 4) {
            sheet.invalid();
        } else {
            sheet.text("0x").hex(sheet.be32(at), 8);
        }
    }

    private static void wrong(Sheet sheet, int at, int length) {
        sheet.invalid();
        sheet.need(at, length);
    }
}
