package astray.packet.text;

/** IPv6 (RFC 8200) and its extension headers. */
final class Ip6 {
    private static final int FLOW = 0;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final int HEADER = 40;

    private Ip6() {}

    /**
     * Prints a packet.
     *
     * @param length how many bytes it has according to what carries it
     */
    static void print(Sheet sheet, int at, int length) {
        if (!sheet.options.linkLevel()) {
            sheet.text("IP6 ");
        }
        printBare(sheet, at, length);
    }

    /** Prints a packet without its name in front. */
    static void printBare(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ip6";
        if (length < HEADER) {
            line.text(" [length ").number(length).text(" < 40]");
            sheet.invalid();
            return;
        }
        int version = sheet.u8(at) >> 4;
        if (version != 6) {
            line.text(" [version ").number(version).text(" != 6]");
            sheet.invalid();
            return;
        }
        int payload = sheet.be16(at + PAYLOAD_LENGTH);
        int whole = payload + HEADER;
        int next = sheet.u8(at + NEXT_HEADER);
        boolean big = payload == 0 && length > 0xffff + HEADER && (next == IpProtocol.TCP || next == IpProtocol.UDP);
        if (big || payload == 0 && next == IpProtocol.HOP_BY_HOP && length > HEADER) {
            // above 64 KiB within one host (BIG TCP), or a jumbogram (RFC 2675) whose option tells how long it is
            whole = length;
        } else if (length < whole) {
            line.text("[header+payload length ")
                    .number(whole)
                    .text(" > length ")
                    .number(length)
                    .put(']');
            sheet.invalid();
            line.put(' ');
            whole = length;
        }
        if (sheet.v > 0) {
            header(sheet, at, next, payload);
            if (big) {
                line.text("[real length ").number(length).text(", presumed BIG TCP] ");
            }
        }
        int before = sheet.endAt(at + whole);
        try {
            headers(sheet, at, whole, next);
        } finally {
            sheet.endAgain(before);
        }
    }

    private static void header(Sheet sheet, int at, int next, int payload) {
        Line line = sheet.line.put('(');
        int flow = sheet.s32(at + FLOW);
        int trafficClass = flow >>> 20 & 0xff;
        if (trafficClass != 0) {
            line.text("class 0x").hex(trafficClass, 2).text(", ");
        }
        if ((flow & 0xfffff) != 0) {
            line.text("flowlabel 0x").hex(flow & 0xfffff, 5).text(", ");
        }
        line.text("hlim ").number(sheet.u8(at + HOP_LIMIT));
        String name = IpProtocol.name(next);
        line.text(", next-header ")
                .text(name == null ? "unknown" : name)
                .text(" (")
                .number(next);
        line.text("), payload length ").number(payload).text(") ");
    }

    private static void headers(Sheet sheet, int at, int whole, int next) {
        Line line = sheet.line;
        int end = at + whole;
        int here = at + HEADER;
        int destination = at + DESTINATION;
        boolean fragmented = false;
        boolean first = true;
        sheet.need(at, HEADER);
        while (true) {
            if (first
                    && next != IpProtocol.TCP
                    && next != IpProtocol.UDP
                    && next != IpProtocol.DCCP
                    && next != IpProtocol.SCTP) {
                sheet.host6(at + SOURCE);
                line.text(" > ");
                sheet.host6(at + DESTINATION);
                line.text(": ");
            }
            first = false;
            int length = end - here;
            int size;
            switch (next) {
                case IpProtocol.HOP_BY_HOP -> {
                    if (here != at + HEADER) {
                        line.text("[The Hop-by-Hop Options header don't follow the IPv6 header]");
                        sheet.invalid();
                        return;
                    }
                    int payload = sheet.be16(at + PAYLOAD_LENGTH);
                    size = Ip6Options.hopByHop(sheet, here, payload);
                    if (size > 0 && payload == 0) {
                        long jumbo = Ip6Options.jumbo(sheet, here, size);
                        if (jumbo == 0) {
                            line.text("[No valid Jumbo Payload Hop-by-Hop option found]");
                            sheet.invalid();
                            return;
                        }
                        end = jumboEnd(sheet, at, whole, jumbo);
                    }
                }
                case IpProtocol.DESTINATION -> size = Ip6Options.destination(sheet, here);
                case IpProtocol.ROUTING -> {
                    size = Ip6Routing.print(sheet, here);
                    int last = Ip6Routing.finalDestination(sheet, here);
                    if (last >= 0) {
                        destination = last;
                    }
                }
                case IpProtocol.FRAGMENT -> {
                    size = fragment(sheet, here, length);
                    if (size < 0) {
                        return;
                    }
                    fragmented = true;
                }
                default -> {
                    if (sheet.depth >= Sheet.DEEPEST) {
                        line.text(" [too many packets in packets]");
                        return;
                    }
                    sheet.depth++;
                    Transport.print(
                            sheet,
                            next,
                            here,
                            length,
                            new Carrier(
                                    6,
                                    at + SOURCE,
                                    destination,
                                    at,
                                    sheet.u8(at + HOP_LIMIT),
                                    fragmented,
                                    here == at + HEADER));
                    sheet.depth--;
                    return;
                }
            }
            if (size < 0) {
                return;
            }
            next = sheet.u8(here);
            here += size;
        }
    }

    /** Where a jumbogram ends by what its option tells. */
    private static int jumboEnd(Sheet sheet, int at, int whole, long jumbo) {
        long told = jumbo + HEADER;
        if (told > whole) {
            sheet.text("[header+payload length ")
                    .number(told)
                    .text(" > length ")
                    .number(whole)
                    .put(']');
            sheet.invalid();
            sheet.line.put(' ');
        }
        sheet.endAt((int) Math.min(at + told, sheet.end()));
        return (int) Math.min(at + told, Integer.MAX_VALUE);
    }

    /** The fragment header; negative when what follows is not a first fragment. */
    private static int fragment(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "frag6";
        sheet.need(at, 8);
        int offset = sheet.be16(at + 2);
        line.text("frag (");
        if (sheet.v > 0) {
            line.text("0x").hex(sheet.be32(at + 4), 8).put(':');
        }
        line.number(offset & 0xfff8).put('|').number(length - 8L).text(") ");
        return (offset & 0xfff8) != 0 ? -1 : 8;
    }
}
