package astray.packet.text;

import astray.packet.text.IsisTlvs.Outcome;

/** IS-IS' older values, whose metrics are four bytes of six bits each (ISO 10589 section 9.8, RFC 1195). */
final class IsisMetrics {
    private static final int METRICS = 4;
    private static final int NEIGHBOUR = METRICS + 7;
    private static final int END_NEIGHBOUR = METRICS + 6;
    private static final int NETWORK = METRICS + 8;

    private static final int ABSENT = 0x80;
    private static final int DOWN = 0x80;
    private static final int EXTERNAL = 0x40;

    private static final String[] NAMES = {"Default", "Delay", "Expense", "Error"};

    private IsisMetrics() {}

    private static void metric(Sheet sheet, int field) {
        sheet.line.number(field & 0x3f).text((field & EXTERNAL) != 0 ? ", External" : ", Internal");
    }

    private static void metrics(Sheet sheet, int at) {
        sheet.text(", Default Metric: ");
        metric(sheet, sheet.u8(at));
        others(sheet, at, "\n\t\t  ");
    }

    private static void others(Sheet sheet, int at, String indent) {
        for (int i = 1; i < METRICS; i++) {
            int field = sheet.u8(at + i);
            if ((field & ABSENT) == 0) {
                sheet.text(indent).text(NAMES[i]).text(" Metric: ");
                metric(sheet, field);
            }
        }
    }

    static Outcome neighbours(Sheet sheet, int at, int size) {
        if (size < 1) {
            return Outcome.SHORT;
        }
        int kind = sheet.u8(at);
        sheet.text("\n\t      ");
        if (kind > 1) {
            sheet.text("bogus virtual flag 0x").hex(kind, 2);
        } else {
            sheet.text(kind == 0 ? "IsNotVirtual" : "IsVirtual");
        }
        return systems(sheet, at + 1, size - 1, "\n\t      IS Neighbor: ", NEIGHBOUR);
    }

    static Outcome endNeighbours(Sheet sheet, int at, int size) {
        return systems(sheet, at, size, "\n\t      ES Neighbor: ", END_NEIGHBOUR);
    }

    private static Outcome systems(Sheet sheet, int at, int size, String what, int length) {
        for (int i = 0; i < size; i += length) {
            if (size - i < length) {
                return Outcome.SHORT;
            }
            if (!sheet.has(at + i, length)) {
                return Outcome.CUT;
            }
            sheet.text(what);
            Osi.identifier(sheet, at + i + METRICS, length - METRICS);
            metrics(sheet, at + i);
        }
        return Outcome.DONE;
    }

    static Outcome prefixNeighbours(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < METRICS) {
            return Outcome.DONE;
        }
        if (!sheet.has(at, METRICS)) {
            return Outcome.CUT;
        }
        line.text("\n\t      Metric Block");
        metrics(sheet, at);
        int here = at + METRICS;
        int rest = size - METRICS;
        while (rest != 0) {
            int digits = sheet.u8(here);
            here++;
            rest--;
            if (digits < 2) {
                line.text("\n\t\tAddress: prefix length ").number(digits).text(" < 2");
                break;
            }
            if (rest < digits / 2) {
                break;
            }
            sheet.need(here, digits / 2);
            line.text("\n\t\tAddress: ");
            Nsap.print(sheet, here, digits / 2);
            line.put('/').number(digits * 4L);
            here += digits / 2;
            rest -= digits / 2;
        }
        return Outcome.DONE;
    }

    /** RFC 1195 section 5.3.5. */
    static Outcome networks(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        String indent = "\n\t      ";
        for (int i = 0; i < size; i += NETWORK) {
            if (size - i < NETWORK) {
                line.text("short IPv4 Reachability (")
                        .number(size - i)
                        .text(" vs ")
                        .number(NETWORK);
                line.put(')');
                return Outcome.END;
            }
            int here = at + i;
            if (!sheet.has(here, NETWORK)) {
                return Outcome.END;
            }
            int mask = sheet.s32(here + 8);
            int bits = Integer.numberOfLeadingZeros(~mask);
            line.text(indent).text("IPv4 prefix: ");
            if (mask << bits != 0 && bits < 32) {
                sheet.host4(here + 4);
                line.text(" mask ");
                sheet.host4(here + 8);
            } else {
                int from = line.length();
                sheet.host4(here + 4);
                line.alignRight(from, 15).put('/').number(bits);
            }
            int field = sheet.u8(here);
            line.text(", Distribution: ")
                    .text((field & DOWN) != 0 ? "down" : "up")
                    .text(", Metric: ");
            metric(sheet, field);
            others(sheet, here, indent + "  ");
        }
        return Outcome.DONE;
    }
}
