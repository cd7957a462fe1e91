package astray.packet.text;

/** Cisco's announcement and discovery of rendezvous points (Auto-RP, pim-autorp-spec01) on UDP port 496. */
final class CiscoAutoRp {
    private static final int HEADER = 8;
    private static final int SOURCE = 6;

    private static final Table MESSAGES = Table.of("""
            0x11 candidate-advert
            0x12 mapping
            """);

    private static final String[] VERSIONS = {" PIMv?", " PIMv1", " PIMv2", " PIMv1+2"};

    private CiscoAutoRp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "cisco_autorp";
        if (length < HEADER) {
            sheet.truncated();
            return;
        }
        line.text(" auto-rp ").text(MESSAGES.orHex(sheet.u8(at), "type-0x", 2, ""));
        int count = sheet.u8(at + 1);
        line.text(" Hold ");
        int hold = sheet.be16(at + 2);
        if (hold == 0) {
            line.text("FOREVER");
        } else {
            RelativeTime.print(line, hold);
        }
        int i = HEADER;
        for (int point = 0; point < count; point++) {
            if (length - i < 4) {
                sheet.truncated();
                return;
            }
            sheet.need(at + i, 4);
            line.text(" RP ");
            sheet.host4(at + i);
            i += 4;
            if (i >= length) {
                sheet.truncated();
                return;
            }
            int version = sheet.u8(at + i);
            line.text(VERSIONS[version & 3]);
            reserved(line, " [rsvd=0x", version);
            i++;
            if (i >= length) {
                sheet.truncated();
                return;
            }
            int sources = sheet.u8(at + i);
            i++;
            for (int k = 0; k < sources; k++) {
                if (length - i < SOURCE) {
                    sheet.truncated();
                    return;
                }
                source(sheet, at + i, k == 0 ? ' ' : ',');
                i += SOURCE;
            }
        }
    }

    private static void source(Sheet sheet, int at, char before) {
        Line line = sheet.line;
        sheet.need(at, SOURCE);
        int flags = sheet.u8(at);
        line.put(before).text((flags & 1) == 0 ? "" : "!");
        sheet.host4(at + 2);
        line.put('/').number(sheet.u8(at + 1)).text((flags & 2) == 0 ? "" : " bidir");
        reserved(line, "[rsvd=0x", flags);
    }

    private static void reserved(Line line, String before, int flags) {
        if ((flags & 0xfc) != 0) {
            line.text(before).hex(flags & 0xfc, 2).put(']');
        }
    }
}
