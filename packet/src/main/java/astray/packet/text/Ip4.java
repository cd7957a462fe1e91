package astray.packet.text;

/** IPv4 (RFC 791). */
final class Ip4 {
    private static final int VERSION_LENGTH = 0;
    private static final int TOS = 1;
    private static final int TOTAL_LENGTH = 2;
    private static final int ID = 4;
    private static final int FRAGMENT = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int HEADER = 20;

    private static final int RESERVED = 0x8000;
    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1fff;

    private static final Sheet.Bit[] FLAGS = {
        new Sheet.Bit(MORE_FRAGMENTS, "+"), new Sheet.Bit(DONT_FRAGMENT, "DF"), new Sheet.Bit(RESERVED, "rsvd")
    };

    private Ip4() {}

    /**
     * Prints a datagram.
     *
     * @param length how many bytes it has according to what carries it
     */
    static void print(Sheet sheet, int at, int length) {
        if (!sheet.options.linkLevel()) {
            sheet.text("IP ");
        }
        printBare(sheet, at, length);
    }

    /** Prints a datagram without its name in front. */
    static void printBare(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ip";
        if (length < HEADER) {
            line.text(" [length ").number(length).text(" < 20]");
            sheet.invalid();
            return;
        }
        int version = sheet.u8(at) >> 4;
        if (version != 4) {
            line.text(" [version ").number(version).text(" != 4]");
            sheet.invalid();
            return;
        }
        int headerLength = (sheet.u8(at + VERSION_LENGTH) & 15) * 4;
        if (headerLength < HEADER) {
            line.text(" [header length ").number(headerLength).text(" < 20]");
            sheet.invalid();
            return;
        }
        int total = sheet.be16(at + TOTAL_LENGTH);
        int told = total;
        if (total > length) {
            line.text("[total length ")
                    .number(total)
                    .text(" > length ")
                    .number(length)
                    .text("]");
            sheet.invalid();
            line.put(' ');
            total = length;
        }
        boolean big = false;
        if (total == 0 && length > 0xffff) {
            // a packet above 64 KiB within one host (BIG TCP) has no room for its length
            total = length;
            big = true;
        } else if (total < headerLength) {
            line.text("[total length ")
                    .number(total)
                    .text(" < header length ")
                    .number(headerLength)
                    .put(']');
            sheet.invalid();
            return;
        }
        int before = sheet.endAt(at + total);
        try {
            body(sheet, at, headerLength, total, Math.min(total, length), told, big);
        } finally {
            sheet.endAgain(before);
        }
    }

    private static void body(Sheet sheet, int at, int headerLength, int total, int there, int told, boolean big) {
        Line line = sheet.line;
        int fragment = sheet.be16(at + FRAGMENT);
        int protocol = sheet.u8(at + PROTOCOL);
        if (sheet.v > 0 && !header(sheet, at, headerLength, total, told, big, fragment, protocol)) {
            ends(sheet, at);
            sheet.truncated();
            return;
        }
        int payload = at + headerLength;
        int length = there - headerLength;
        if ((fragment & OFFSET) == 0) {
            if (protocol != IpProtocol.TCP
                    && protocol != IpProtocol.UDP
                    && protocol != IpProtocol.SCTP
                    && protocol != IpProtocol.DCCP) {
                ends(sheet, at);
            }
            if (!sheet.has(at, headerLength)) {
                line.text(" [remaining caplen(").number(sheet.captured(at));
                line.text(") < header length(").number(headerLength).text(")]");
                throw Truncated.HERE;
            }
            if (sheet.depth >= Sheet.DEEPEST) {
                line.text(" [too many packets in packets]");
                return;
            }
            sheet.depth++;
            Transport.print(
                    sheet,
                    protocol,
                    payload,
                    length,
                    new Carrier(
                            4,
                            at + SOURCE,
                            at + DESTINATION,
                            at,
                            sheet.u8(at + TTL),
                            (fragment & MORE_FRAGMENTS) != 0,
                            true));
            sheet.depth--;
        } else if (sheet.options.quiet() <= 1) {
            sheet.host4(at + SOURCE);
            line.text(" > ");
            sheet.host4(at + DESTINATION);
            line.put(':');
            IpProtocol.keyword(sheet, protocol);
        }
    }

    private static void ends(Sheet sheet, int at) {
        sheet.host4(at + SOURCE);
        sheet.text(" > ");
        sheet.host4(at + DESTINATION);
        sheet.text(": ");
    }

    /** Prints what the header says; false when its options are cut off. */
    private static boolean header(
            Sheet sheet, int at, int headerLength, int total, int told, boolean big, int fragment, int protocol) {
        Line line = sheet.line;
        int tos = sheet.u8(at + TOS);
        line.text("(tos 0x").hex(tos);
        switch (tos & 3) {
            case 1 -> line.text(",ECT(1)");
            case 2 -> line.text(",ECT(0)");
            case 3 -> line.text(",CE");
            default -> {
                // not ECN-capable
            }
        }
        int ttl = sheet.u8(at + TTL);
        if (ttl >= 1) {
            line.text(", ttl ").number(ttl);
        }
        line.text(", id ").number(sheet.be16(at + ID));
        line.text(", offset ").number((fragment & OFFSET) * 8L);
        line.text(", flags [");
        bits(sheet, fragment);
        String name = IpProtocol.name(protocol);
        line.text("], proto ").text(name == null ? "unknown" : name).text(" (").number(protocol);
        line.text("), length ").number(big ? total : told);
        if (big) {
            line.text(" [was ").number(told).text(", presumed BIG TCP]");
        }
        boolean whole = true;
        if (headerLength > HEADER) {
            line.text(", options (");
            whole = Ip4Options.print(sheet, at + HEADER, headerLength - HEADER);
            if (!whole) {
                line.text(" [truncated-option]");
            }
            line.put(')');
        }
        if (!sheet.options.unchecked() && sheet.has(at, headerLength)) {
            int over = Checksum.of(Checksum.add(0, sheet.bytes(), at, headerLength));
            if (over != 0) {
                int field = sheet.be16(at + CHECKSUM);
                line.text(", bad cksum ")
                        .hex(field)
                        .text(" (->")
                        .hex(Checksum.shouldBe(field, over))
                        .text(")!");
            }
        }
        line.put(')').text(sheet.options.oneLine() ? " " : "\n    ");
        return whole;
    }

    private static void bits(Sheet sheet, int fragment) {
        sheet.bits(FLAGS, fragment & (RESERVED | DONT_FRAGMENT | MORE_FRAGMENTS), ", ");
    }
}
