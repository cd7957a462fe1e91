package astray.packet.text;

/** The packets of LBL's audio tool vat, and of video that looks like them. */
final class Vat {
    private Vat() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "vat";
        if (length < 2) {
            line.text("udp/va/vat, length ").number(length).text(" < 2");
            return;
        }
        int start = sheet.be16(at);
        if ((start & 0xf060) != 0) {
            line.text("udp/vt ")
                    .number(length)
                    .put(' ')
                    .number(start & 0x3ff)
                    .text(" / ")
                    .number(start >> 10);
            return;
        }
        if (length < 8) {
            line.text("udp/vat, length ").number(length).text(" < 8");
            return;
        }
        int first = sheet.s32(at);
        line.text("udp/vat ").number(length - 8).text(" c").number(first & 0xffff);
        line.put(' ').number(sheet.be32(at + 4)).text((first & 0x80_0000) != 0 ? "*" : "");
        if ((first & 0x1f_0000) != 0) {
            line.text(" f").number(first >> 16 & 0x1f);
        }
        if ((first & 0x3f00_0000) != 0) {
            line.text(" s").number(first >> 24 & 0x3f);
        }
    }
}
