package astray.packet.text;

/** The Distance Vector Multicast Routing Protocol (RFC 1075, draft-ietf-idmr-dvmrp-v3) within IGMP. */
final class Dvmrp {
    private static final int HEADER = 8;
    private static final int MINOR = 6;
    private static final int MAJOR = 7;

    private static final int PROBE = 1;
    private static final int REPORT = 2;
    private static final int NEIGHBOURS = 4;
    private static final int NEIGHBOURS2 = 6;
    private static final int PRUNE = 7;
    private static final int GRAFT = 8;
    private static final int GRAFT_ACK = 9;

    private static final Table MESSAGES = Table.of("""
            1 Probe
            2 Report
            3 Ask-neighbors(old)
            4 Neighbors(old)
            5 Ask-neighbors2
            6 Neighbors2
            7 Prune
            8 Graft
            9 Graft-ACK
            """);

    private static final Table NEIGHBOUR_FLAGS = Table.of("""
            0x01 /tunnel
            0x02 /srcrt
            0x40 /querier
            0x20 /disabled
            0x10 /down
            """);

    private Dvmrp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "dvmrp";
        if (isShort(sheet, "length", length, HEADER)) {
            return;
        }
        int type = sheet.u8(at + 1);
        String name = MESSAGES.name(type);
        if (name == null) {
            line.text(" [type ").number(type).put(']');
        } else {
            line.put(' ').text(name);
        }
        int data = at + HEADER;
        int rest = length - HEADER;
        switch (type) {
            case PROBE -> probe(sheet, data, rest);
            case REPORT -> report(sheet, data, rest);
            case NEIGHBOURS -> neighbours(sheet, data, rest);
            case NEIGHBOURS2 -> {
                int major = sheet.u8(at + MAJOR);
                int minor = sheet.u8(at + MINOR);
                line.text(" (v ").number(major).put('.').number(minor).text("):");
                neighbours2(sheet, data, rest);
            }
            case PRUNE -> {
                tree(sheet, data);
                line.text(" timer ");
                RelativeTime.print(line, sheet.be32(data + 8));
            }
            case GRAFT, GRAFT_ACK -> tree(sheet, data);
            default -> {
                // no more is printed of these
            }
        }
    }

    private static boolean isShort(Sheet sheet, String what, int length, int least) {
        if (length >= least) {
            return false;
        }
        sheet.invalid(what, length, "<", least);
        return true;
    }

    private static void tree(Sheet sheet, int at) {
        sheet.need(at, 8);
        sheet.text(" src ");
        sheet.host4(at);
        sheet.text(" grp ");
        sheet.host4(at + 4);
    }

    private static void probe(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (sheet.v == 0 || isShort(sheet, "full length", length, 4)) {
            return;
        }
        line.text(sheet.v > 1 ? "\n\t" : " ");
        line.text("genid ").number(sheet.be32(at));
        for (int i = 4; sheet.v > 1 && i < length; i += 4) {
            if (length - i < 4) {
                line.text("[remaining length ").number(length - i).text(" < 4]");
                sheet.invalid();
                return;
            }
            sheet.need(at + i, 4);
            line.text("\n\tneighbor ");
            sheet.host4(at + i);
        }
    }

    /** Routes by their masks; an origin has as many bytes as its mask's ones need. */
    private static void report(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (sheet.v > 1 && i < length) {
            if (isShort(sheet, "length", length - i, 3)) {
                return;
            }
            int mask = sheet.be24(at + i);
            int width = 1;
            for (int k = 0; k < 3; k++) {
                width = sheet.u8(at + i + k) == 0 ? width : k + 2;
            }
            line.text("\n\tMask ").ip4(0xff00_0000 | mask);
            i += 3;
            boolean last = false;
            while (!last) {
                if (length - i < width + 1) {
                    line.text("\n\t  [Truncated Report]");
                    sheet.invalid();
                    return;
                }
                int origin = 0;
                for (int k = 0; k < 4; k++) {
                    origin = origin << 8 | (k < width ? sheet.u8(at + i + k) : 0);
                }
                int metric = sheet.u8(at + i + width);
                last = (metric & 0x80) != 0;
                line.text("\n\t  ").ip4(origin).text(" metric ").number(metric & 0x7f);
                i += width + 1;
            }
        }
    }

    private static void neighbours(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            if (isShort(sheet, "length", length - i, 7)) {
                return;
            }
            int here = at + i;
            int metric = sheet.u8(here + 4);
            int threshold = sheet.u8(here + 5);
            int count = sheet.u8(here + 6);
            i += 7;
            for (int k = 0; k < count; k++) {
                if (isShort(sheet, "length", length - i, 4)) {
                    return;
                }
                line.text(" [");
                sheet.host4(here);
                line.text(" ->");
                sheet.need(at + i, 4);
                line.put(' ');
                sheet.host4(at + i);
                line.text(", (").number(metric).put('/').number(threshold).text(")]");
                i += 4;
            }
        }
    }

    private static void neighbours2(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            if (isShort(sheet, "length", length - i, 8)) {
                return;
            }
            int here = at + i;
            int metric = sheet.u8(here + 4);
            int threshold = sheet.u8(here + 5);
            int flags = sheet.u8(here + 6);
            int count = sheet.u8(here + 7);
            i += 8;
            int k = 0;
            while (k < count && i < length) {
                if (isShort(sheet, "length", length - i, 4)) {
                    return;
                }
                line.text(" [");
                sheet.host4(here);
                line.text(" -> ");
                sheet.host4(at + i);
                line.text(" (").number(metric).put('/').number(threshold);
                line.text(NEIGHBOUR_FLAGS.bits(flags, "", "")).text(")]");
                i += 4;
                k++;
            }
            if (k < count) {
                line.text(" [ncount ").number(count - k - 1L).put(']');
                sheet.invalid();
                return;
            }
        }
    }
}
