package astray.packet.text;

/** MPLS: a stack of labels (RFC 3032, RFC 5462) and what lies below it, which no label tells. */
final class Mpls {
    private static final int ENTRY = 4;

    private static final int IP4_EXPLICIT_NULL = 0;
    private static final int IP6_EXPLICIT_NULL = 2;
    private static final int IMPLICIT_NULL = 3;

    private static final String[] SPECIAL = {"IPv4 explicit NULL", "router alert", "IPv6 explicit NULL", "implicit NULL"
    };

    private static final int FIRST_ORDINARY = 16;

    private Mpls() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "mpls";
        line.text("MPLS");
        int here = at;
        int rest = length;
        boolean verbose = sheet.v > 0;
        int label;
        boolean bottom;
        do {
            if (rest < ENTRY) {
                sheet.invalid();
                sheet.need(here, rest);
                return;
            }
            int entry = sheet.s32(here);
            label = entry >>> 12;
            bottom = (entry & 0x100) != 0;
            line.text(here != at && verbose ? "\n\t" : " ").text("(label ").number(label);
            if (verbose && label < FIRST_ORDINARY) {
                line.text(" (")
                        .text(label < SPECIAL.length ? SPECIAL[label] : "rsvd")
                        .put(')');
            }
            line.text(", tc ").number(entry >> 9 & 7).text(bottom ? ", [S]" : "");
            line.text(", ttl ").number(entry & 0xff).put(')');
            here += ENTRY;
            rest -= ENTRY;
        } while (!bottom);
        payload(sheet, label, here, rest);
    }

    /** The network layer is told by the label or by the first byte. */
    private static void payload(Sheet sheet, int label, int at, int length) {
        int first;
        switch (label) {
            case IP4_EXPLICIT_NULL, IMPLICIT_NULL -> first = 0x45;
            case IP6_EXPLICIT_NULL -> first = 0x60;
            default -> {
                if (length < 1) {
                    return;
                }
                first = sheet.u8(at);
            }
        }
        String before = sheet.v > 0 ? "\n\t" : " ";
        if (first >= 0x45 && first <= 0x4f) {
            sheet.text(before);
            Ip4.print(sheet, at, length);
        } else if (first >= 0x60 && first <= 0x6f) {
            sheet.text(before);
            Ip6.print(sheet, at, length);
        } else if (first >= 0x81 && first <= 0x83) {
            sheet.text(before);
            Osi.print(sheet, at, length);
        } else {
            HexDump.print(sheet, "\n\t", at, Math.min(length, sheet.captured(at)), true);
        }
    }
}
