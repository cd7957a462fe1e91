package astray.packet.text;

/** ICMPv6 (RFC 4443): errors and echo; neighbour discovery and listener discovery are classes of their own. */
final class Icmp6 {
    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int ID = 4;
    private static final int SEQUENCE = 6;
    private static final int HEADER = 8;

    private static final int UNREACHABLE = 1;
    private static final int TOO_BIG = 2;
    private static final int TIME_EXCEEDED = 3;
    private static final int PARAMETER_PROBLEM = 4;
    private static final int ECHO = 128;
    private static final int ECHO_REPLY = 129;

    private Icmp6() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "icmp6";
        if (length == 0) {
            line.text("ICMP6, length 0");
            sheet.invalid();
            return;
        }
        sheet.need(at, 4);
        checksum(sheet, at, length, carrier);
        int type = sheet.u8(at + TYPE);
        int code = sheet.u8(at + CODE);
        line.text("ICMP6, ");
        switch (type) {
            case ECHO, ECHO_REPLY -> {
                line.text(type == ECHO ? "echo request" : "echo reply");
                sheet.need(at, HEADER);
                line.text(", id ").number(sheet.be16(at + ID)).text(", seq ").number(sheet.be16(at + SEQUENCE));
            }
            case UNREACHABLE -> unreachable(sheet, at, code);
            case TOO_BIG -> line.text("packet too big, mtu ").number(sheet.be32(at + 4));
            case TIME_EXCEEDED -> line.text("time exceeded in-transit");
            case PARAMETER_PROBLEM -> line.text("parameter problem, code ").number(code);
            case NeighbourDiscovery.ROUTER_SOLICITATION,
                    NeighbourDiscovery.ROUTER_ADVERTISEMENT,
                    NeighbourDiscovery.NEIGHBOUR_SOLICITATION,
                    NeighbourDiscovery.NEIGHBOUR_ADVERTISEMENT,
                    NeighbourDiscovery.REDIRECT -> NeighbourDiscovery.head(sheet, type, at);
            default -> line.text("type-#").number(type).text(", code ").number(code);
        }
        line.text(", length ").number(length);
        if (NeighbourDiscovery.is(type)) {
            NeighbourDiscovery.rest(sheet, type, at, length);
        }
    }

    private static void checksum(Sheet sheet, int at, int length, Carrier carrier) {
        if (sheet.v == 0 || sheet.options.unchecked() || carrier.fragmented() || !sheet.has(at, length)) {
            return;
        }
        int field = sheet.be16(at + CHECKSUM);
        long sum = carrier.pseudoHeader(sheet, IpProtocol.ICMP6, length);
        int over = Checksum.of(Checksum.add(sum, sheet.bytes(), at, length));
        if (over != 0) {
            sheet.text("[bad icmp6 cksum 0x")
                    .hex(field, 4)
                    .text(" -> 0x")
                    .hex(Checksum.shouldBe(field, over), 4)
                    .text("!] ");
        } else {
            sheet.text("[icmp6 sum ok] ");
        }
    }

    private static void unreachable(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        int quoted = at + HEADER;
        sheet.need(quoted, 40);
        switch (code) {
            case 0 -> line.text("destination unreachable, unreachable route ");
            case 1 -> line.text("destination unreachable, unreachable prohibited ");
            case 3 -> line.text("destination unreachable, unreachable address ");
            case 4 -> line.text("destination unreachable, unreachable port, ");
            default ->
                line.text("destination unreachable, unreachable code-#")
                        .number(code)
                        .put(' ');
        }
        sheet.host6(quoted + 24);
        if (code == 4) {
            int next = sheet.u8(quoted + 6);
            int port = sheet.be16(quoted + 42);
            line.text(next == IpProtocol.TCP ? " tcp port " : next == IpProtocol.UDP ? " udp port " : " protocol ");
            if (next == IpProtocol.TCP) {
                sheet.tcpPort(port);
            } else if (next == IpProtocol.UDP) {
                sheet.udpPort(port);
            } else {
                line.number(next).text(" port ").number(port);
            }
        }
    }
}
