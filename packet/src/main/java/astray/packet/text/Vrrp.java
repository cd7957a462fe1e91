package astray.packet.text;

/** VRRP (RFC 3768, and version 3 of RFC 9568). */
final class Vrrp {
    private static final int VERSION_TYPE = 0;
    private static final int ROUTER = 1;
    private static final int PRIORITY = 2;
    private static final int COUNT = 3;
    private static final int AUTHENTICATION = 4;
    private static final int INTERVAL = 5;
    private static final int CHECKSUM = 6;
    private static final int ADDRESSES = 8;

    private static final int ADVERTISEMENT = 1;
    private static final int SIMPLE = 1;

    private static final int TTL = 255;

    private Vrrp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "vrrp";
        int version = sheet.u8(at + VERSION_TYPE) >> 4;
        int type = sheet.u8(at + VERSION_TYPE) & 15;
        line.text("VRRPv").number(version).text(", ");
        if (type == ADVERTISEMENT) {
            line.text("Advertisement");
        } else {
            line.text("unknown type (").number(type).put(')');
        }
        if (carrier.ttl() != TTL) {
            line.text(", (ttl ").number(carrier.ttl()).put(')');
        }
        if (version < 2 || version > 3 || type != ADVERTISEMENT) {
            return;
        }
        sheet.need(at, COUNT);
        line.text(", vrid ").number(sheet.u8(at + ROUTER)).text(", prio ").number(sheet.u8(at + PRIORITY));
        int authentication = sheet.u8(at + AUTHENTICATION);
        int interval = sheet.u8(at + INTERVAL);
        if (version == 2) {
            line.text(", authtype ");
            switch (authentication) {
                case 0 -> line.text("none");
                case SIMPLE -> line.text("simple");
                case 2 -> line.text("ah");
                default -> line.put('#').number(authentication);
            }
            line.text(", intvl ").number(interval).text("s, length ").number(length);
        } else {
            line.text(", intvl ").number((authentication & 15) << 8 | interval);
            line.text("cs, length ").number(length);
        }
        if (sheet.v > 0) {
            rest(sheet, at, length, carrier, version, authentication);
        }
    }

    private static void rest(Sheet sheet, int at, int length, Carrier carrier, int version, int authentication) {
        Line line = sheet.line;
        if (sheet.has(at, length)) {
            long sum = version == 2 ? 0 : carrier.pseudoHeader(sheet, IpProtocol.VRRP, length);
            if (Checksum.of(Checksum.add(sum, sheet.bytes(), at, length)) != 0) {
                int told = sheet.be16(at + CHECKSUM);
                line.text(", (bad vrrp cksum ").hex(told).put(')');
            }
        }
        int count = sheet.u8(at + COUNT);
        line.text(", addrs");
        if (count > 1) {
            line.put('(').number(count).put(')');
        }
        line.put(':');
        int width = carrier.version() == 6 ? 16 : 4;
        int here = at + ADDRESSES;
        for (int i = 0; i < count; i++) {
            sheet.need(here, width);
            line.put(i == 0 ? ' ' : ',');
            if (width == 4) {
                sheet.host4(here);
            } else {
                sheet.host6(here);
            }
            here += width;
        }
        if (version == 2 && authentication == SIMPLE) {
            // RFC 2338 section 5.3.10: eight characters of a password, zero bytes behind
            line.text(" auth \"");
            sheet.padded(here, 8);
            line.put('"');
        }
    }
}
