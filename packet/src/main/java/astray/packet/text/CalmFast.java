package astray.packet.text;

/** Non-IP networking of vehicles (ISO 29281, CALM FAST). */
final class CalmFast {
    private CalmFast() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "calm_fast";
        line.text("CALM FAST");
        if (sheet.linkSource >= 0) {
            line.text(" src:");
            sheet.mac(sheet.linkSource);
        }
        line.text("; ");
        if (length < 2) {
            line.text(" (length ").number(length).text(" < 2)");
            sheet.invalid();
            sheet.need(at, length);
            return;
        }
        line.text("SrcNwref:").number(sheet.u8(at));
        line.text("; DstNwref:").number(sheet.u8(at + 1)).text("; ");
        if (sheet.v > 0) {
            Geonet.data(sheet, at + 2, length - 2);
        }
    }
}
