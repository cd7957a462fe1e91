package astray.packet.text;

/** The Network Service Header (RFC 8300 section 2). */
final class Nsh {
    private static final int HEADERS = 8;
    private static final int WORD = 4;

    private static final Table METADATA = Table.of("""
            0 reserved
            1 1
            2 2
            15 experimental
            """);

    private static final Table NEXT = Table.of("""
            0x01 IPv4
            0x02 IPv6
            0x03 Ethernet
            0x04 NSH
            0x05 MPLS
            0xfe Experiment 1
            0xff Experiment 2
            """);

    /** Packets in packets: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private Nsh() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "nsh";
        if (length < HEADERS) {
            line.text(" (packet length ").number(length).text(" < 8)");
            sheet.invalid();
            return;
        }
        int base = sheet.s32(at);
        int version = base >>> 30;
        int words = base >>> 16 & 0x3f;
        int metadata = base >>> 8 & 15;
        int next = base & 0xff;
        line.text("NSH, ");
        if (sheet.v > 1) {
            line.text("ver ").number(version).text(", ");
        }
        if (version != 0) {
            return;
        }
        line.text("flags [").text((base & 0x20000000) != 0 ? "O" : "none").text("], ");
        if (sheet.v > 2) {
            line.text("TTL ").number(base >>> 22 & 0x3f);
            line.text(", length ").number(words);
            line.text(", md type ")
                    .text(METADATA.orHex(metadata, "unknown (0x", 2, ")"))
                    .text(", ");
        }
        if (sheet.v > 1) {
            line.text("next-protocol ")
                    .text(NEXT.orHex(next, "unknown (0x", 2, ")"))
                    .text(", ");
        }
        if (length < words * WORD) {
            line.text(" (too many headers for packet length ").number(length).put(')');
            sheet.invalid();
            return;
        }
        line.text("service-path-id 0x").hex(sheet.be24(at + WORD), 6);
        line.text(", service-index 0x").hex(sheet.u8(at + WORD + 3));
        if (words < 2) {
            line.text(" (less than two headers)");
            sheet.invalid();
            return;
        }
        if (sheet.v > 2 && !context(sheet, metadata, at + HEADERS, words - 2)) {
            sheet.invalid();
            return;
        }
        sheet.need(at + HEADERS, (words - 2) * WORD);
        line.text(sheet.v > 0 ? "\n    " : ": ");
        if (sheet.depth >= DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        int here = at + words * WORD;
        int rest = length - words * WORD;
        switch (next) {
            case 1 -> Ip4.print(sheet, here, rest);
            case 2 -> Ip6.print(sheet, here, rest);
            case 3 -> Ethernet.print(sheet, here, rest);
            default -> line.text("ERROR: unknown-next-protocol");
        }
        sheet.depth--;
    }

    /** Prints the context headers; false when they make no sense. */
    private static boolean context(Sheet sheet, int metadata, int at, int words) {
        if (metadata == 1) {
            if (words != 4) {
                sheet.text(" (length for the MD type)");
                return false;
            }
            for (int i = 0; i < words; i++) {
                sheet.text("\n        Context[").padded(i, 2);
                sheet.text("]: 0x").hex(sheet.be32(at + WORD * i), 8);
            }
            return true;
        }
        return metadata != 2 || values(sheet, at, words);
    }

    /** Section 2.5.1. */
    private static boolean values(Sheet sheet, int at, int words) {
        Line line = sheet.line;
        int here = at;
        int end = at + words * WORD;
        while (here < end) {
            int size = sheet.u8(here + 3) & 0x7f;
            int padded = (size + WORD - 1) / WORD * WORD;
            line.text("\n        TLV Class ").number(sheet.be16(here));
            line.text(", Type ").number(sheet.u8(here + 2));
            line.text(", Len ").number(size);
            here += WORD;
            if (end - here < padded) {
                line.text(" (length too big)");
                return false;
            }
            for (int i = 0; i < size; i++) {
                line.text(i == 0 ? "\n            Value: 0x" : ":").hex(sheet.u8(here + i), 2);
            }
            sheet.need(here, padded);
            here += padded;
        }
        return true;
    }
}
