package astray.packet.text;

/** CARP, OpenBSD's redundancy protocol: VRRP's protocol number, told apart by {@code -T carp}. */
final class Carp {
    private static final int VERSION_TYPE = 0;
    private static final int ROUTER = 1;
    private static final int SKEW = 2;
    private static final int LENGTH = 3;
    private static final int BASE = 5;
    private static final int CHECKSUM = 6;
    private static final int COUNTER = 8;

    private static final int ADVERTISEMENT = 1;
    private static final int TTL = 255;

    private Carp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "carp";
        int version = sheet.u8(at + VERSION_TYPE) >> 4;
        int type = sheet.u8(at + VERSION_TYPE) & 15;
        line.text("CARPv").number(version).text(type == ADVERTISEMENT ? "-advertise " : "-unknown ");
        line.number(length).text(": ");
        if (carrier.ttl() != TTL) {
            line.text("[ttl=").number(carrier.ttl()).text("!] ");
        }
        if (version != 2 || type != ADVERTISEMENT) {
            return;
        }
        sheet.need(at, CHECKSUM);
        line.text("vhid=").number(sheet.u8(at + ROUTER));
        line.text(" advbase=").number(sheet.u8(at + BASE));
        line.text(" advskew=").number(sheet.u8(at + SKEW));
        line.text(" authlen=").number(sheet.u8(at + LENGTH)).put(' ');
        if (sheet.v > 0 && sheet.has(at, length) && Checksum.of(Checksum.add(0, sheet.bytes(), at, length)) != 0) {
            line.text(" (bad carp cksum ").hex(sheet.be16(at + CHECKSUM)).text("!)");
        }
        long counter = sheet.be64(at + COUNTER);
        line.text("counter=").unsigned(counter);
    }
}
