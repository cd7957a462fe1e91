package astray.packet.text;

/** The routing header (RFC 8200 section 4.4): its types 0 (RFC 5095), 2 (RFC 6275) and 4 (RFC 8754). */
final class Ip6Routing {
    private static final int LENGTH = 1;
    private static final int TYPE = 2;
    private static final int SEGMENTS_LEFT = 3;
    private static final int LAST_ENTRY = 4;
    private static final int FLAGS = 5;
    private static final int TAG = 6;
    private static final int HEADER = 8;
    private static final int ADDRESS = 16;

    private static final int SOURCE_ROUTE = 0;
    private static final int MOBILE = 2;
    private static final int SEGMENT_ROUTING = 4;

    private static final int TLV_PAD1 = 0;
    private static final int TLV_PADN = 4;
    private static final int TLV_HMAC = 5;

    /** RFC 8754 section 2.1.1.2: padding is up to seven bytes, two of them type and length. */
    private static final int LONGEST_PADDING = 5;

    private Ip6Routing() {}

    /** Prints the header; its size in bytes, negative when it is invalid. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "rt6";
        line.text("RT6");
        int length = sheet.u8(at + LENGTH);
        line.text(" (len=").number(length);
        int type = sheet.u8(at + TYPE);
        line.text(", type=").number(type);
        if (type == SOURCE_ROUTE) {
            line.text(" [Deprecated]");
        }
        line.text(", segleft=").number(sheet.u8(at + SEGMENTS_LEFT));
        boolean valid = switch (type) {
            case SOURCE_ROUTE, MOBILE -> addresses(sheet, at, length);
            case SEGMENT_ROUTING -> segments(sheet, at, length);
            default -> {
                line.text(" (unknown type)");
                sheet.invalid();
                yield false;
            }
        };
        if (!valid) {
            return -1;
        }
        line.text(") ");
        return (length + 1) * 8;
    }

    private static boolean addresses(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        long reserved = sheet.be32(at + 4);
        if (reserved != 0 || sheet.v > 0) {
            line.text(", rsv=0x").hex(reserved);
        }
        if (length % 2 != 0) {
            line.text(" [length ").number(length).put(']');
            sheet.invalid();
            return false;
        }
        list(sheet, at + HEADER, length / 2);
        return true;
    }

    private static void list(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            int address = at + ADDRESS * i;
            sheet.need(address, ADDRESS);
            sheet.text(", [").number(i).put(']');
            sheet.host6(address);
        }
    }

    private static boolean segments(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int last = sheet.u8(at + LAST_ENTRY);
        line.text(", last-entry=").number(last);
        int flags = sheet.u8(at + FLAGS);
        if (flags != 0 || sheet.v > 0) {
            line.text(", flags=0x").hex(flags);
        }
        line.text(", tag=").hex(sheet.be16(at + TAG));
        list(sheet, at + HEADER, last + 1);
        int rest = length * 8 - ADDRESS * (last + 1);
        return rest <= 0 || tlvs(sheet, at + HEADER + ADDRESS * (last + 1), rest);
    }

    /** What follows the segments (RFC 8754 section 2.1); false when it is invalid. */
    private static boolean tlvs(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        int here = at;
        int end = at + rest;
        while (here < end) {
            int type = sheet.u8(here);
            line.text(", TLV-type=").text(tlvName(type)).put('(').number(type).put(')');
            here++;
            if (here == end) {
                break;
            }
            if (type == TLV_PAD1) {
                continue;
            }
            int length = sheet.u8(here);
            line.text(", TLV-len=").number(length);
            here++;
            int left = end - here;
            if (type == TLV_PADN && length > LONGEST_PADDING) {
                sheet.invalid("PadN length", length, ">", LONGEST_PADDING);
                return false;
            }
            if (type == TLV_HMAC) {
                here = hmac(sheet, here, left, length);
                if (here < 0) {
                    return false;
                }
                continue;
            }
            if (left < length) {
                sheet.invalid("remaining length", left, "<", length);
                return false;
            }
            sheet.need(here, length);
            if (type != TLV_PADN && sheet.v > 0) {
                line.text(", TLV-value=0x");
                hex(sheet, here, length);
            }
            here += length;
        }
        return true;
    }

    /** The keyed hash (RFC 8754 section 2.1.2), whose length is taken not to count what stands before it. */
    private static int hmac(Sheet sheet, int at, int left, int length) {
        Line line = sheet.line;
        if (left < 6) {
            sheet.invalid("remaining length", left, "<", 6);
            return -1;
        }
        int reserved = sheet.be16(at);
        long key = sheet.be32(at + 2);
        if (sheet.v > 0) {
            line.text(", D=").number(reserved >> 15);
            if ((reserved & 0x7fff) != 0) {
                line.text(", reserved MBZ ").number(reserved & 0x7fff);
            }
            line.text(", HMAC-key-ID=0x").hex(key, 2).text(", HMAC=0x");
        }
        int shown = Math.min(left - 6, length);
        sheet.need(at + 6, shown);
        if (sheet.v > 0) {
            hex(sheet, at + 6, shown);
        }
        if (shown < length) {
            sheet.invalid("remaining length", 0, "<", 1);
            return -1;
        }
        return at + 6 + length;
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
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
        if (length % 2 != 0) {
            return -1;
        }
        int place = switch (type) {
            case SOURCE_ROUTE, MOBILE -> length == 0 ? -1 : at + HEADER + ADDRESS * (length / 2 - 1);
            case SEGMENT_ROUTING -> at + HEADER;
            default -> -1;
        };
        return place >= 0 && sheet.has(place, ADDRESS) ? place : -1;
    }
}
