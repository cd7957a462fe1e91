package astray.packet.text;

/** The first version of Protocol Independent Multicast, within IGMP (draft-ietf-idmr-pim-dm-spec). */
final class Pim1 {
    private static final int QUERY = 0;
    private static final int REGISTER = 1;
    private static final int REGISTER_STOP = 2;
    private static final int JOIN_PRUNE = 3;
    private static final int REACHABILITY = 4;
    private static final int ASSERT = 5;
    private static final int GRAFT = 6;
    private static final int GRAFT_ACK = 7;

    private static final int HEADER = 8;
    private static final int ALL = 0xffff_ffff;

    /** How long a join is held when nothing is said of it. */
    private static final int USUAL_HOLD = 180;

    private static final Table MESSAGES = Table.of("""
            0 Query
            1 Register
            2 Register-Stop
            3 Join/Prune
            4 RP-reachable
            5 Assert
            6 Graft
            7 Graft-ACK
            """);

    private static final Table MODES = Table.of("""
            0 Dense-mode
            1 Sparse-mode
            2 Sparse-Dense-mode
            """);

    private Pim1() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "pimv1";
        int type = sheet.u8(at + 1);
        String name = MESSAGES.name(type);
        if (name == null) {
            line.text(" [type ").number(type).put(']');
        } else {
            line.put(' ').text(name);
        }
        int data = at + HEADER;
        switch (type) {
            case QUERY -> query(sheet, data);
            case REGISTER -> {
                sheet.need(data, 20);
                line.text(" for ");
                pair(sheet, data + 12, data + 16);
            }
            case REGISTER_STOP -> {
                sheet.need(data, 8);
                line.text(" for ");
                pair(sheet, data, data + 4);
            }
            case REACHABILITY -> {
                if (sheet.v > 0) {
                    sheet.need(data, 4);
                    line.text(" group ");
                    sheet.host4(data);
                    mask(sheet, data + 4);
                    sheet.need(data + 8, 4);
                    line.text(" RP ");
                    sheet.host4(data + 8);
                    line.text(" hold ");
                    RelativeTime.print(line, sheet.be16(data + 14));
                }
            }
            case ASSERT -> {
                sheet.need(data, 12);
                line.text(" for ");
                pair(sheet, data + 8, data);
                mask(sheet, data + 4);
                sheet.need(data + 12, 8);
                line.text((sheet.u8(data + 12) & 0x80) == 0 ? " SPT" : " RP-tree");
                line.text(" pref ").number(sheet.be32(data + 12) & 0x7fff_ffff);
                line.text(" metric ").number(sheet.be32(data + 16));
            }
            case JOIN_PRUNE, GRAFT, GRAFT_ACK -> {
                if (sheet.v > 0 && (length < HEADER || !joins(sheet, data, length - HEADER))) {
                    sheet.truncated();
                    return;
                }
            }
            default -> {
                // no more is known of these
            }
        }
        int version = sheet.u8(at + 4) >> 4;
        if (version != 1) {
            line.text(" [v").number(version).put(']');
        }
    }

    private static void pair(Sheet sheet, int source, int destination) {
        sheet.host4(source);
        sheet.text(" > ");
        sheet.host4(destination);
    }

    private static void mask(Sheet sheet, int at) {
        if (sheet.s32(at) != ALL) {
            sheet.line.put('/');
            sheet.host4(at);
        }
    }

    private static void query(Sheet sheet, int at) {
        Line line = sheet.line;
        if (sheet.has(at, 1)) {
            int mode = sheet.u8(at) >> 4;
            line.put(' ').text(MODES.orNumber(mode, "mode-"));
        }
        if (sheet.v > 0) {
            line.text(" (Hold-time ");
            RelativeTime.print(line, sheet.be16(at + 2));
            line.put(')');
        }
    }

    /** Joins and prunes; false when they are cut off. */
    private static boolean joins(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (sheet.has(at, 30) && sheet.u8(at + 11) == 1 && sheet.be16(at + 20) + sheet.be16(at + 22) == 1) {
            single(sheet, at);
            return true;
        }
        if (length < 4) {
            return false;
        }
        sheet.text(sheet.v > 1 ? "\n" : "");
        sheet.need(at, 4);
        line.text(" Upstream Nbr: ");
        sheet.host4(at);
        if (length < 8) {
            return false;
        }
        line.text(sheet.v > 1 ? "\n" : "").text(" Hold time: ");
        RelativeTime.print(line, sheet.be16(at + 6));
        if (sheet.v < 2) {
            return true;
        }
        return length >= 12 && groups(sheet, at + 12, length - 12, sheet.u8(at + 11));
    }

    /** A single group with a single source, on the same line. */
    private static void single(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text(" RPF ");
        sheet.host4(at);
        line.put(' ');
        int hold = sheet.be16(at + 6);
        if (hold != USUAL_HOLD) {
            line.text("Hold ");
            RelativeTime.print(line, hold);
        }
        line.text(sheet.be16(at + 20) != 0 ? "Join (" : "Prune (");
        sheet.host4(at + 26);
        int flags = sheet.u8(at + 25);
        line.put('/').number(flags & 0x3f).text(", ");
        sheet.host4(at + 12);
        mask(sheet, at + 16);
        line.text((sheet.u8(at + 24) & 1) == 0 ? ") Dense" : ") Sparse");
        line.text((flags & 0x80) == 0 ? "" : " WC").text((flags & 0x40) == 0 ? " SPT" : " RP");
    }

    private static boolean groups(Sheet sheet, int at, int length, int count) {
        Line line = sheet.line;
        int i = 0;
        for (int group = 0; group < count; group++) {
            if (length - i < 4) {
                return false;
            }
            sheet.need(at + i, 4);
            line.text("\n\tGroup: ");
            sheet.host4(at + i);
            if (length - i < 8) {
                return false;
            }
            mask(sheet, at + i + 4);
            if (length - i < 12) {
                return false;
            }
            int joined = sheet.be16(at + i + 8);
            int pruned = sheet.be16(at + i + 10);
            line.text(" joined: ").number(joined);
            line.text(" pruned: ").number(pruned);
            i += 12;
            for (int k = 0; k < joined + pruned; k++) {
                if (length - i < 6) {
                    return false;
                }
                source(sheet, at + i, k < joined);
                i += 6;
            }
        }
        return true;
    }

    private static void source(Sheet sheet, int at, boolean joined) {
        Line line = sheet.line;
        sheet.need(at, 6);
        int flags = sheet.u8(at + 1);
        line.text(joined ? "\n\tJoin  " : "\n\tPrune ").text((sheet.u8(at) & 1) == 0 ? "Dense " : "Sparse ");
        line.text((flags & 0x80) == 0 ? "" : "WC ").text((flags & 0x40) == 0 ? "SPT " : "RP ");
        sheet.host4(at + 2);
        line.put('/').number(flags & 0x3f);
    }
}
