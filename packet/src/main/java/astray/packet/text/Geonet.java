package astray.packet.text;

/** GeoNetworking of vehicles (ETSI TS 102 636-4-1 section 8) with its Basic Transport Protocol (TS 102 636-5-1). */
final class Geonet {
    private static final int PAYLOAD_LENGTH = 4;
    private static final int HOP_LIMIT = 7;
    private static final int POSITION = 8;
    private static final int HEADER = 36;
    private static final int MULTI_HOP_HEADER = 32;

    private static final String[] NEXT = {"Any", "BTP-A", "BTP-B", "IPv6"};

    /** Types of headers, by type and subtype; a type without subtypes stands at all of them. */
    private static final Table TYPES = Table.of("""
            0x30 GeoAnycastCircle
            0x31 GeoAnycastRect
            0x32 GeoAnycastElipse
            0x40 GeoBroadcastCircle
            0x41 GeoBroadcastRect
            0x42 GeoBroadcastElipse
            0x50 TopoScopeBcast-SH
            0x51 TopoScopeBcast-MH
            0x60 LocService-Request
            0x61 LocService-Reply
            """);

    private static final String[] PLAIN_TYPES = {"Any", "Beacon", "GeoUnicast"};

    private static final Table MESSAGES = Table.of("""
            0 CAM
            1 DENM
            101 TPEGM
            102 TSPDM
            103 VPM
            104 SRM
            105 SLAM
            106 ecoCAM
            107 ITM
            150 SA
            """);

    private Geonet() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "geonet";
        line.text("GeoNet ");
        if (sheet.linkSource >= 0) {
            line.text("src:");
            sheet.mac(sheet.linkSource);
        }
        line.text("; ");
        if (length < HEADER) {
            line.text(" (common header length ").number(length).text(" < 36)");
            sheet.invalid();
            return;
        }
        int first = sheet.u8(at);
        int next = first & 15;
        int type = sheet.u8(at + 1);
        int payload = sheet.be16(at + PAYLOAD_LENGTH);
        int hops = sheet.u8(at + HOP_LIMIT);
        String name = type >> 4 < PLAIN_TYPES.length ? PLAIN_TYPES[type >> 4] : TYPES.name(type, "Unknown");
        line.text("v:").number(first >> 4);
        line.text(" NH:").number(next).put('-').text(next < NEXT.length ? NEXT[next] : "Unknown");
        line.text(" HT:").number(type >> 4).put('-').number(type & 15).put('-').text(name);
        line.text(" HopLim:").number(hops);
        line.text(" Payload:").number(payload).put(' ');
        sheet.need(at + POSITION, 8);
        line.text("GN_ADDR:");
        sheet.mac(at + POSITION, 8);
        line.text(" lat:").number(sheet.be32(at + POSITION + 12)).put(' ');
        line.text("lon:").number(sheet.be32(at + POSITION + 16));
        sheet.need(at, HEADER);
        int here = at + HEADER;
        int rest = length - HEADER;
        int more = type >> 4 <= 1 || type == 0x50 ? 0 : type == 0x51 ? MULTI_HOP_HEADER : -1;
        if (more >= 0) {
            if (rest < more) {
                line.text(" (header size ")
                        .number(more)
                        .text(" > ")
                        .number(rest)
                        .put(')');
                sheet.invalid();
                return;
            }
            sheet.need(here, more);
            here += more;
            rest -= more;
            if (next == 1 || next == 2) {
                if (rest < 4) {
                    line.text(" (BTP length ").number(rest).text(" < 4)");
                    sheet.invalid();
                    return;
                }
                transport(sheet, here, rest);
                here += 4;
                rest -= 4;
            }
        }
        if (sheet.v > 0) {
            data(sheet, here, rest);
        }
    }

    private static void transport(Sheet sheet, int at, int length) {
        sheet.text("; BTP Dst:").number(sheet.be16(at));
        sheet.text(" Src:").number(sheet.be16(at + 2));
        if (length >= 6) {
            int type = sheet.u8(at + 5);
            String name = MESSAGES.name(type);
            sheet.text("; ItsPduHeader v:").number(sheet.u8(at + 4));
            sheet.text(" t:").number(type).put('-');
            sheet.text(name == null ? "unknown (" + type + ")" : name);
        }
    }

    /** Prints data as bytes; what was not captured of it is said to be cut off. */
    static void data(Sheet sheet, int at, int length) {
        int count = Math.min(length, sheet.captured(at));
        HexDump.print(sheet, "\n\t", at, count, true);
        if (count < length) {
            throw Truncated.HERE;
        }
    }
}
