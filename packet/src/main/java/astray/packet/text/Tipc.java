package astray.packet.text;

/** Transparent Inter-Process Communication, version 2 (tipc.io, "TIPC Protocol Specification", section 3). */
final class Tipc {
    private static final int SECOND = 4;
    private static final int THIRD = 8;
    private static final int PREVIOUS_NODE = 12;
    private static final int FIFTH = 16;
    private static final int SIXTH = 20;
    private static final int ORIGIN_NODE = 24;
    private static final int DESTINATION_NODE = 28;
    private static final int TRANSPORT_SEQUENCE = 32;
    private static final int TENTH = 36;

    /** Payload messages within a connection have no more words in their header. */
    private static final int SHORT_HEADER = 6;

    private static final Table USERS = Table.of("""
            0 Low Importance Data payload
            1 Medium Importance Data payload
            2 High Importance Data payload
            3 Critical Importance Data payload
            5 Broadcast Link Protocol internal
            6 Message Bundler Protocol internal
            7 Link State Protocol internal
            8 Connection Manager internal
            10 Link Changeover Protocol internal
            11 Name Table Update Protocol internal
            12 Message Fragmentation Protocol internal
            13 Neighbor Detection Protocol internal
            """);

    private static final String[] MESSAGES = {"CONN_MSG", "MCAST_MSG", "NAMED_MSG", "DIRECT_MSG"};
    private static final String[] DISCOVERIES = {"Link request", "Link response"};

    private Tipc() {}

    static void print(Sheet sheet, int at) {
        sheet.protocol = "tipc";
        int first = sheet.s32(at);
        switch (first >>> 25 & 15) {
            case 0, 1, 2, 3, 8, 11 -> payload(sheet, at, first);
            case 13 -> discovery(sheet, at, first);
            case 5, 6, 7, 10, 12 -> internal(sheet, at, first);
            default -> {
                // users that nobody knows print nothing
            }
        }
    }

    private static void node(Sheet sheet, int at) {
        int address = sheet.s32(at);
        sheet.line.number(address >>> 24).put('.').number(address >>> 12 & 0xfff);
        sheet.line.put('.').number(address & 0xfff);
    }

    private static void sizes(Sheet sheet, int first, int second, String[] types) {
        Line line = sheet.line;
        int type = second >>> 29;
        line.text(", headerlength ").number((first >>> 21 & 15) * 4L);
        line.text(" bytes, MessageSize ").number(first & 0x1ffff);
        line.text(" bytes, ").text(USERS.name(first >>> 25 & 15, "unknown"));
        line.text(", messageType ").text(type < types.length ? types[type] : "Unknown");
    }

    private static void begin(Sheet sheet, int first) {
        sheet.text("TIPC v").number(first >>> 29).text(".0 ");
    }

    private static void payload(Sheet sheet, int at, int first) {
        Line line = sheet.line;
        int second = sheet.s32(at + SECOND);
        boolean brief = (first >>> 21 & 15) <= SHORT_HEADER;
        long origin = sheet.be32(at + FIFTH);
        long destination = sheet.be32(at + SIXTH);
        sheet.need(at, brief ? ORIGIN_NODE : DESTINATION_NODE + 4);
        begin(sheet, first);
        node(sheet, at + (brief ? PREVIOUS_NODE : ORIGIN_NODE));
        line.put(':').number(origin).text(" > ");
        if (!brief) {
            node(sheet, at + DESTINATION_NODE);
            line.put(':');
        }
        line.number(destination);
        sizes(sheet, first, second, MESSAGES);
        if (!brief && sheet.v > 0) {
            int third = sheet.s32(at + THIRD);
            line.text("\n\tPrevious Node ");
            node(sheet, at + PREVIOUS_NODE);
            line.text(", Broadcast Ack ").number(second & 0xffff);
            line.text(", Link Ack ").number(third >>> 16);
            line.text(", Link Sequence ").number(third & 0xffff);
        }
    }

    private static void internal(Sheet sheet, int at, int first) {
        Line line = sheet.line;
        int second = sheet.s32(at + SECOND);
        sheet.need(at, DESTINATION_NODE + 4);
        begin(sheet, first);
        node(sheet, at + ORIGIN_NODE);
        line.text(" > ");
        node(sheet, at + DESTINATION_NODE);
        sizes(sheet, first, second, MESSAGES);
        line.text(" (0x").hex(second & 0xffffffffL, 8).put(')');
        if (sheet.v == 0) {
            return;
        }
        int third = sheet.s32(at + THIRD);
        int fifth = sheet.s32(at + FIFTH);
        int last = sheet.s32(at + TENTH);
        line.text("\n\tPrevious Node ");
        node(sheet, at + PREVIOUS_NODE);
        line.text(", Session No. ").number(sheet.be16(at + SIXTH));
        line.text(", Broadcast Ack ").number(second & 0xffff);
        line.text(", Sequence Gap ").number(second >>> 16 & 0x1fff);
        line.text(",  Broadcast Gap After ").number(third >>> 16);
        line.text(", Broadcast Gap To ").number(third & 0xffff);
        line.text(", Last Sent Packet No. ").number(fifth >>> 16);
        line.text(", Next sent Packet No. ").number(fifth & 0xffff);
        line.text(", Transport Sequence ").number(sheet.be32(at + TRANSPORT_SEQUENCE));
        line.text(", msg_count ").number(last >>> 16);
        line.text(", Link Tolerance ").number(last & 0xffff);
    }

    private static void discovery(Sheet sheet, int at, int first) {
        Line line = sheet.line;
        int second = sheet.s32(at + SECOND);
        sheet.need(at, FIFTH);
        begin(sheet, first);
        node(sheet, at + PREVIOUS_NODE);
        line.text(" > ");
        node(sheet, at + THIRD);
        sizes(sheet, first, second, DISCOVERIES);
        if (sheet.v > 0) {
            long network = sheet.be32(at + FIFTH);
            line.text("\n\tNodeSignature ").number(second & 0xffff);
            line.text(", network_id ").number(network);
            line.text(", media_id ").number(sheet.be32(at + SIXTH) & 0xff);
        }
    }
}
