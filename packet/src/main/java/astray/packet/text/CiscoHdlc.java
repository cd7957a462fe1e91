package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Cisco's framing of serial lines with its address resolution (SLARP). */
final class CiscoHdlc {
    private static final int TYPE = 2;
    private static final int HEADER = 4;
    private static final int SLARP = 0x8035;
    private static final int SLARP_LEAST = 14;
    private static final int SLARP_MOST = 18;
    private static final int OSI = 0xfefe;

    private CiscoHdlc() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "chdlc";
        if (length < HEADER) {
            sheet.need(at, HEADER);
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int type = sheet.be16(at + TYPE);
        if (sheet.options.linkLevel()) {
            int cast = sheet.u8(at);
            String name = EtherType.name(type);
            switch (cast) {
                case 0x0f -> line.text("unicast");
                case 0x8f -> line.text("bcast");
                default -> line.text("0x").hex(cast, 2);
            }
            line.text(", ethertype ").text(name == null ? "Unknown" : name);
            line.text(" (0x").hex(type, 4).text("), length ").number(length).text(": ");
        }
        int here = at + HEADER;
        int rest = length - HEADER;
        switch (type) {
            case SLARP -> slarp(sheet, here, rest);
            case OSI -> {
                if (rest < 2) {
                    sheet.invalid("length", rest, "<", 2);
                    return;
                }
                // a byte stands in front of some
                int second = sheet.u8(here + 1);
                int fudge = second >= 0x81 && second <= 0x83 ? 1 : 0;
                Osi.print(sheet, here + fudge, rest - fudge);
            }
            case EtherType.IP4, EtherType.IP6, EtherType.MPLS, EtherType.MPLS_MULTICAST ->
                LinkLayer.payload(sheet, new Payload(type, here, rest, -1));
            default -> {
                if (!sheet.options.linkLevel()) {
                    line.text("unknown CHDLC protocol (0x").hex(type, 4).put(')');
                }
            }
        }
    }

    private static void slarp(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "chdlc_slarp";
        line.text("SLARP");
        if (length < SLARP_LEAST) {
            sheet.invalid("length", length, "<", SLARP_LEAST);
            return;
        }
        line.text(" (length: ").number(length).text("), ");
        sheet.need(at, SLARP_LEAST);
        long code = sheet.be32(at);
        switch ((int) code) {
            case 0 -> line.text("request");
            case 1 -> {
                line.text("reply ");
                sheet.host4(at + 4);
                line.put('/');
                sheet.host4(at + 8);
            }
            case 2 -> keepAlive(sheet, at, length);
            default -> {
                line.text("0x").hex(code, 2).text(" unknown");
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t", at + 4, length - 4);
                }
            }
        }
        if (length > SLARP_MOST && sheet.v > 0) {
            line.text(", (trailing junk: ").number(length - SLARP_MOST).text(" bytes)");
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t", at + 4, length - 4);
        }
    }

    private static void keepAlive(Sheet sheet, int at, int length) {
        Line line = sheet.line.text("keepalive: mineseen=0x").hex(sheet.be32(at + 4), 8);
        line.text(", yourseen=0x").hex(sheet.be32(at + 8), 8);
        line.text(", reliability=0x").hex(sheet.be16(at + 12), 4);
        if (length >= SLARP_MOST) {
            long seconds = sheet.be32(at + SLARP_LEAST) / 1000;
            line.text(", link uptime=").number(seconds / 86_400).put('d');
            line.number(seconds / 3600 % 24).put('h').number(seconds / 60 % 60).put('m');
            line.number(seconds % 60).put('s');
        }
    }
}
