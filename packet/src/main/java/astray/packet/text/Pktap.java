package astray.packet.text;

import astray.packet.LinkType;

/** Packets with their process, as macOS captures them (XNU's {@code bsd/net/pktap.h}, LINKTYPE_PKTAP). */
final class Pktap {
    private static final int RECORD = 4;
    private static final int LINK = 8;
    private static final int HEADER = 108;

    /** Packets in packets: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private Pktap() {}

    static void print(Sheet sheet, int at, int wire) {
        Line line = sheet.line;
        sheet.protocol = "pktap";
        if (wire < HEADER) {
            throw Truncated.HERE;
        }
        sheet.need(at, LINK);
        long size = sheet.le32(at);
        if (size < HEADER) {
            line.text(" (pkt_len too small, ").number(size).text(" < 108)");
            sheet.invalid();
            return;
        }
        if (size > wire) {
            line.text(" (pkt_len too big, ")
                    .number(size)
                    .text(" > ")
                    .number(wire)
                    .put(')');
            sheet.invalid();
            return;
        }
        sheet.need(at, (int) size);
        int link = (int) Math.min(sheet.le32(at + LINK), Integer.MAX_VALUE);
        if (sheet.options.linkLevel()) {
            header(sheet, link, (int) size, wire);
        }
        int here = at + (int) size;
        int rest = wire - (int) size;
        long record = sheet.le32(at + RECORD);
        if (record == 0) {
            line.text("no data");
        } else if (record == 1) {
            if (sheet.depth >= DEEPEST) {
                line.text(" [too many packets in packets]");
            } else if (LinkLayer.isKnown(link)) {
                sheet.depth++;
                LinkLayer.print(sheet, link, here, rest);
                sheet.depth--;
            } else {
                if (!sheet.options.linkLevel()) {
                    header(sheet, link, (int) size, wire);
                }
                LinkLayer.raw(sheet, here);
            }
        }
    }

    private static void header(Sheet sheet, int link, int size, int wire) {
        Line line = sheet.line;
        String name = new LinkType(link).name();
        String shown = name == null ? "UNKNOWN" : name;
        if (sheet.options.quiet() == 0) {
            line.text("DLT ").text(shown).text(" (").number(link).text(") len ").number(size);
        } else {
            line.text(shown);
        }
        line.text(", length ").number(wire).text(": ");
    }
}
