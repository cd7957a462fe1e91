package astray.packet.text;

/** UDP (RFC 768). */
final class Udp {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 2;
    private static final int LENGTH = 4;
    private static final int CHECKSUM = 6;
    private static final int HEADER = 8;

    private Udp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "udp";
        if (!sheet.has(at + SOURCE, 4)) {
            if (sheet.has(at, 0)) {
                carrier.ends(sheet);
                line.text(": ");
            }
            throw Truncated.HERE;
        }
        int source = sheet.be16(at + SOURCE);
        int destination = sheet.be16(at + DESTINATION);
        carrier.source(sheet);
        sheet.udpPort(source);
        line.text(" > ");
        carrier.destination(sheet);
        sheet.udpPort(destination);
        line.text(": ");
        if (length < HEADER) {
            sheet.invalid("undersized-udp", length, "<", HEADER);
            return;
        }
        if (!sheet.has(at + LENGTH, 2)) {
            throw Truncated.HERE;
        }
        int told = sheet.be16(at + LENGTH);
        int whole = told;
        if (told == 0 && length > 0xffff) {
            // a jumbogram (RFC 2675), or a packet above 64 KiB within one host
            whole = length;
        } else if (told < HEADER) {
            sheet.invalid("undersized-udplength", told, "<", HEADER);
            return;
        } else if (told > length) {
            whole = length;
        }
        int before = sheet.endAt(at + whole);
        try {
            int payload = whole - HEADER;
            if (!sheet.has(at + CHECKSUM, 2)) {
                throw Truncated.HERE;
            }
            if (sheet.options.forced() == PrintOptions.Forced.NONE) {
                checksum(sheet, at, whole, carrier);
            }
            if (sheet.options.quiet() > 0) {
                length(line, told - HEADER, payload, carrier);
                return;
            }
            if (sheet.options.forced() == PrintOptions.Forced.NONE
                    && Nfs.print(sheet, source, destination, at + HEADER, payload, "", carrier)) {
                return;
            }
            if (!UdpPorts.print(sheet, source, destination, at + HEADER, payload, carrier)) {
                length(line, told - HEADER, payload, carrier);
            }
        } finally {
            sheet.endAgain(before);
        }
    }

    /** What is printed of a datagram that is not looked into. */
    private static void length(Line line, int told, int payload, Carrier carrier) {
        if (told > payload && !carrier.fragmented()) {
            line.text("UDP, bad length ").number(told);
            line.text(" > ").number(payload);
        } else {
            line.text("UDP, length ").number(Math.max(told, payload));
        }
    }

    private static void checksum(Sheet sheet, int at, int whole, Carrier carrier) {
        if (sheet.v < (carrier.version() == 6 ? 1 : 2)
                || sheet.options.unchecked()
                || carrier.fragmented()
                || carrier.version() == 0) {
            return;
        }
        Line line = sheet.line;
        int field = sheet.be16(at + CHECKSUM);
        // only in IPv4 may it be left out (RFC 8200 section 8.1)
        if (field == 0 && carrier.version() == 4) {
            line.text("[no cksum] ");
            return;
        }
        if (!sheet.has(at, whole)) {
            return;
        }
        long sum = carrier.pseudoHeader(sheet, IpProtocol.UDP, whole);
        int over = Checksum.of(Checksum.add(sum, sheet.bytes(), at, whole));
        if (over != 0) {
            line.text("[bad udp cksum 0x")
                    .hex(field, 4)
                    .text(" -> 0x")
                    .hex(Checksum.shouldBe(field, over), 4)
                    .text("!] ");
        } else {
            line.text("[udp sum ok] ");
        }
    }
}
