package astray.packet.text;

/** Packets of OSI's network layer (ISO/IEC TR 9577): the first byte tells the protocol. */
final class Osi {
    private Osi() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "isoclns";
        int protocol = sheet.u8(at);
        boolean linkLevel = sheet.options.linkLevel();
        if (linkLevel) {
            line.text("OSI NLPID ").text(Nlpid.NAMES.name(protocol, "Unknown"));
            line.text(" (0x").hex(protocol, 2).text("): ");
        }
        switch (protocol) {
            case Nlpid.CLNP -> {
                if (!Clnp.print(sheet, at, length)) {
                    HexDump.unknown(sheet, "\n\t", at, length);
                }
            }
            case Nlpid.ESIS -> Esis.print(sheet, at, length);
            case Nlpid.ISIS -> {
                if (!Isis.print(sheet, at, length)) {
                    HexDump.unknown(sheet, "\n\t", at, length);
                }
            }
            case Nlpid.Q933 -> Q933Message.print(sheet, at + 1, length - 1);
            case Nlpid.PPP -> Ppp.print(sheet, at + 1, length - 1);
            case Nlpid.NULL -> line.text(linkLevel ? "length: " : ", length: ").number(length);
            case Nlpid.IP4 -> Ip4.print(sheet, at + 1, length - 1);
            case Nlpid.IP6 -> Ip6.print(sheet, at + 1, length - 1);
            default -> {
                if (!linkLevel) {
                    line.text("OSI NLPID 0x").hex(protocol, 2).text(" unknown");
                }
                line.text(linkLevel ? "length: " : ", length: ").number(length);
                if (length > 1) {
                    HexDump.unknown(sheet, "\n\t", at, length);
                }
            }
        }
    }

    /**
     * Says whether a checksum of OSI (ISO 8473-1 annex C) is right.
     *
     * @param at where what it is of begins
     * @param field what the checksum is
     * @param offset where it lies within that
     * @param length how long that is
     */
    static void checksum(Sheet sheet, int at, int field, int offset, int length) {
        if (field == 0 || offset < 0 || offset > length || !sheet.has(at + offset, 2) || !sheet.has(at, length)) {
            sheet.text(" (unverified)");
            return;
        }
        int right = fletcher(sheet.bytes(), at, offset, length);
        if (field == right) {
            sheet.text(" (correct)");
        } else {
            sheet.text(" (incorrect should be 0x").hex(right, 4).put(')');
        }
    }

    private static int fletcher(byte[] bytes, int at, int offset, int length) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < length; i++) {
            if (i != offset && i != offset + 1) {
                first += bytes[at + i] & 0xff;
            }
            second += first;
        }
        first = Integer.remainderUnsigned(first, 255);
        second = Integer.remainderUnsigned(second, 255);
        int product = (length - offset) * first;
        int x = product - first - second;
        int y = second - product - 1;
        // so that both are remainders from the right side of zero
        x = (x < 0 ? x - 1 : x) % 255;
        y = (y >= 0 ? y + 1 : y) % 255;
        return ((x == 0 ? 255 : x) << 8 | (y == 0 ? 255 : y) & 0xff) & 0xffff;
    }

    /** Prints the identifier of a system (6 bytes), of a node (7) or of a link-state PDU (8). */
    static void identifier(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        sheet.need(at, size);
        for (int i = 0; i < size; i++) {
            line.text(i == 2 || i == 4 || i == 6 ? "." : i == 7 ? "-" : "");
            line.hex(sheet.u8(at + i), 2);
        }
    }
}
