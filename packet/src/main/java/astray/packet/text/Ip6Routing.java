package astray.packet.text;

/** The routing header (RFC 8200 section 4.4), its types 0 and 2 (RFC 6275), 3 (RFC 6554) and 4 (RFC 8754). */
final class Ip6Routing {
    private static final int LENGTH = 1;
    private static final int TYPE = 2;
    private static final int SEGMENTS_LEFT = 3;
    private static final int HEADER = 8;

    private static final int SOURCE_ROUTE = 0;
    private static final int MOBILE = 2;
    private static final int SEGMENT_ROUTING = 4;

    private static final int TLV_PAD1 = 0;
    private static final int TLV_PADN = 4;
    private static final int TLV_HMAC = 5;

    private Ip6Routing() {}

    /** Prints the header; its size in bytes, negative when it is invalid. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "rt6";
        line.text("RT6");
        sheet.need(at, 4);
        int length = sheet.u8(at + LENGTH);
        int type = sheet.u8(at + TYPE);
        int left = sheet.u8(at + SEGMENTS_LEFT);
        line.text(" (len=").number(length).text(", type=").number(type);
        if (type == SOURCE_ROUTE) {
            line.text(" [Deprecated]");
        }
        line.text(", segleft=").number(left);
        int size = (length + 1) * 8;
        switch (type) {
            case SOURCE_ROUTE, MOBILE -> addresses(sheet, at, length);
            case SEGMENT_ROUTING -> {
                if (!segments(sheet, at, length)) {
                    return -1;
                }
            }
            default -> {
                line.text(" (unknown type)) ");
                return size;
            }
        }
        line.text(") ");
        return size;
    }

    private static void addresses(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text(", rsv=0x").hex(sheet.be32(at + 4));
        for (int i = 0; i < length / 2; i++) {
            line.text(", [").number(i).put(']');
            sheet.host6(at + HEADER + 16 * i);
        }
    }

    private static boolean segments(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int last = sheet.u8(at + 4);
        line.text(", last-entry=").number(last);
        if (sheet.v > 0) {
            line.text(", flags=0x").hex(sheet.u8(at + 5));
        }
        line.text(", tag=").hex(sheet.be16(at + 6));
        int bytes = length * 8;
        int count = last + 1;
        if (bytes < 16 * count) {
            line.put(')');
            sheet.invalid();
            return false;
        }
        for (int i = 0; i < count; i++) {
            line.text(", [").number(i).put(']');
            sheet.host6(at + HEADER + 16 * i);
        }
        tlvs(sheet, at + HEADER + 16 * count, bytes - 16 * count);
        return true;
    }

    private static void tlvs(Sheet sheet, int at, int bytes) {
        Line line = sheet.line;
        while (bytes > 0) {
            int type = sheet.u8(at);
            line.text(", TLV-type=").text(tlvName(type)).put('(').number(type).put(')');
            if (type == TLV_PAD1) {
                at++;
                bytes--;
                continue;
            }
            if (bytes < 2) {
                line.text(" [remaining length ").number(bytes).text(" < 2]");
                sheet.invalid();
                return;
            }
            int length = sheet.u8(at + 1);
            line.text(", TLV-len=").number(length);
            at += 2;
            bytes -= 2;
            if (length > bytes) {
                line.text(" [remaining length ")
                        .number(bytes)
                        .text(" < ")
                        .number(length)
                        .put(']');
                sheet.invalid();
                return;
            }
            sheet.need(at, length);
            if (type == TLV_HMAC && length >= 6) {
                line.text(", reserved=0x")
                        .hex(sheet.be16(at))
                        .text(", key-id=0x")
                        .hex(sheet.be32(at + 2));
                line.text(", hmac=0x");
                for (int i = 6; i < length; i++) {
                    line.hex(sheet.u8(at + i), 2);
                }
            } else if (type != TLV_PADN) {
                line.text(", value=0x");
                for (int i = 0; i < length; i++) {
                    line.hex(sheet.u8(at + i), 2);
                }
            }
            at += length;
            bytes -= length;
        }
    }

    private static String tlvName(int type) {
        return switch (type) {
            case TLV_PAD1 -> "Pad1";
            case TLV_PADN -> "PadN";
            case TLV_HMAC -> "HMAC";
            default -> "Unknown";
        };
    }

    /** Where the packet's last address lies, that of checksums; negative when it is the header's own. */
    static int finalDestination(Sheet sheet, int at) {
        int length = sheet.u8(at + LENGTH);
        int type = sheet.u8(at + TYPE);
        int left = sheet.u8(at + SEGMENTS_LEFT);
        if (left == 0) {
            return -1;
        }
        int place = -1;
        if (type == SOURCE_ROUTE || type == MOBILE) {
            int count = length / 2;
            place = count == 0 ? -1 : at + HEADER + 16 * (count - 1);
        } else if (type == SEGMENT_ROUTING) {
            place = at + HEADER;
        }
        return place >= 0 && sheet.has(place, 16) ? place : -1;
    }
}
