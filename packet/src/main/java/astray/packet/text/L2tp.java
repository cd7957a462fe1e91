package astray.packet.text;

/** L2TP of version 2 (RFC 2661): control messages made of attributes, or PPP frames. */
final class L2tp {
    private static final int VERSION = 0x000f;
    private static final int FORWARDING = 1;
    private static final int TUNNELING = 2;

    private static final int CONTROL = 0x8000;
    private static final int LENGTH = 0x4000;
    private static final int SEQUENCE = 0x0800;
    private static final int OFFSET = 0x0200;
    private static final int PRIORITY = 0x0100;

    private L2tp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "l2tp";
        int flags = sheet.be16(at);
        int version = flags & VERSION;
        if (version != TUNNELING) {
            line.text(version == FORWARDING ? " l2f:" : " Unknown Version, neither L2F(1) nor L2TP(2)");
            return;
        }
        line.text(" l2tp:[");
        line.text((flags & CONTROL) != 0 ? "T" : "").text((flags & LENGTH) != 0 ? "L" : "");
        line.text((flags & SEQUENCE) != 0 ? "S" : "").text((flags & OFFSET) != 0 ? "O" : "");
        line.text((flags & PRIORITY) != 0 ? "P]" : "]");
        int here = at + 2;
        int told = length;
        if ((flags & LENGTH) != 0) {
            told = sheet.be16(here);
            here += 2;
        }
        line.put('(')
                .number(sheet.be16(here))
                .put('/')
                .number(sheet.be16(here + 2))
                .put(')');
        here += 4;
        if ((flags & SEQUENCE) != 0) {
            line.text("Ns=").number(sheet.be16(here)).text(",Nr=").number(sheet.be16(here + 2));
            here += 4;
        }
        if ((flags & OFFSET) != 0) {
            int pad = sheet.be16(here);
            sheet.need(here + 2, pad);
            here += 2 + pad;
        }
        if (told > length) {
            line.text(" Length ").number(told).text(" larger than packet");
            sheet.invalid();
            return;
        }
        if (told < here - at) {
            line.text(" Length ").number(told).text(" smaller than header length");
            sheet.invalid();
            return;
        }
        int rest = at + told - here;
        if ((flags & CONTROL) == 0) {
            frame(sheet, here, rest);
        } else if ((flags & LENGTH) == 0) {
            line.text(" No length");
            sheet.invalid();
        } else if (rest == 0) {
            line.text(" ZLB");
        } else {
            attributes(sheet, here, rest);
        }
    }

    private static void frame(Sheet sheet, int at, int length) {
        sheet.text(" {");
        if (sheet.depth >= Sheet.DEEPEST) {
            sheet.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        Ppp.print(sheet, at, length);
        sheet.depth--;
        sheet.text("}");
    }

    private static void attributes(Sheet sheet, int at, int length) {
        int here = at;
        int end = at + length;
        while (here != end) {
            int size = L2tpAttributes.print(sheet, here, end - here);
            if (size == 0) {
                sheet.invalid();
                return;
            }
            here += size;
        }
    }
}
