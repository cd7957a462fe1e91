package astray.packet.text;

/** What a router of IS-IS is capable of (RFC 7981, RFC 8667 section 3). */
final class IsisCapability {
    private static final int SEGMENT_ROUTING = 2;

    private static final Table FLAGS = Table.of("1 S bit\n2 D bit\n");
    private static final Table SEGMENT_FLAGS = Table.of("0x80 ipv4\n0x40 ipv6\n");

    private IsisCapability() {}

    static void print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 5) {
            sheet.invalid("object length", size, "<", 5);
            return;
        }
        sheet.need(at, 5);
        line.text("\n\t      Router-ID ");
        sheet.host4(at);
        line.text(", Flags [").text(FLAGS.bits(sheet.u8(at + 4), ", ", "none")).put(']');
        int here = at + 5;
        int rest = size - 5;
        while (rest >= 2) {
            int type = sheet.u8(here);
            int length = sheet.u8(here + 1);
            rest -= 2;
            here += 2;
            line.text("\n\t\t").text(type == SEGMENT_ROUTING ? "SR-Capabilities" : "unknown");
            line.text(" subTLV #").number(type).text(", length: ").number(length);
            if (length > rest || !sheet.has(here, length)) {
                return;
            }
            if (type == SEGMENT_ROUTING) {
                segmentRouting(sheet, here, length);
            } else {
                HexDump.unknown(sheet, "\n\t\t", here, length);
            }
            here += length;
            rest -= length;
        }
    }

    private static void segmentRouting(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        int range = sheet.be24(at + 1);
        line.text(", Flags [").text(SEGMENT_FLAGS.bits(flags, ", ", "None"));
        line.text("], Range ").number(range);
        int here = at + 4;
        // the original counts in a byte: a value of less than four goes on into what follows
        int rest = size - 4 & 0xff;
        while (rest >= 5) {
            int type = sheet.u8(here);
            int length = sheet.u8(here + 1);
            rest -= 2;
            here += 2;
            if (length > rest) {
                return;
            }
            if (type != 1) {
                HexDump.unknown(sheet, "\n\t\t  ", here, length);
            } else if (length == 3) {
                line.text(", SID value ").number(sheet.be24(here));
            } else if (length == 4) {
                line.text(", SID value ").number(sheet.be32(here));
            } else {
                line.text(", Unknown SID length").number(length);
            }
            here += length;
            rest -= length;
        }
    }
}
