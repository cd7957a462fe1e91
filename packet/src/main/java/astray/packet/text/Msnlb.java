package astray.packet.text;

/** The heartbeat of Microsoft's Network Load Balancing, as far as anybody knows it. */
final class Msnlb {
    private static final int PRIORITY = 8;
    private static final int CLUSTER = 12;
    private static final int HOST = 16;

    private Msnlb() {}

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "msnlb";
        line.text("MS NLB heartbeat");
        long priority = sheet.le32(at + PRIORITY);
        line.text(", host priority: ").number(priority);
        sheet.need(at + CLUSTER, 4);
        line.text(", cluster IP: ");
        sheet.host4(at + CLUSTER);
        sheet.need(at + HOST, 4);
        line.text(", host IP: ");
        sheet.host4(at + HOST);
    }
}
