package astray.packet.text;

/** DHCPv6 (RFC 8415). */
final class Dhcp6 {
    private static final int TYPE = 0;
    private static final int TRANSACTION = 1;
    private static final int HEADER = 4;

    private static final int RELAY_LINK = 2;
    private static final int RELAY_PEER = 18;
    private static final int RELAY_HEADER = 34;

    static final int RENEW = 5;
    static final int INFORMATION_REQUEST = 11;
    private static final int RELAY_FORWARD = 12;
    private static final int RELAY_REPLY = 13;

    private static final String[] TYPES = {
        "",
        "solicit",
        "advertise",
        "request",
        "confirm",
        "renew",
        "rebind",
        "reply",
        "release",
        "decline",
        "reconfigure",
        "inf-req",
        "relay-fwd",
        "relay-reply",
        "leasequery",
        "leasequery-reply"
    };

    private Dhcp6() {}

    static void print(Sheet sheet, int at, int length) {
        print(sheet, at, length, 0);
    }

    /** Prints a message that may lie in others (section 19). */
    static void print(Sheet sheet, int at, int length, int depth) {
        Line line = sheet.line;
        sheet.protocol = "dhcp6";
        line.text("dhcp6");
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return;
        }
        int end = Math.min(sheet.end(), at + length);
        int type = sheet.u8(at + TYPE);
        line.put(' ').text(Sheet.word(TYPES, type, "msgtype-"));
        if (sheet.v == 0) {
            return;
        }
        line.text(" (");
        if (type == RELAY_FORWARD || type == RELAY_REPLY) {
            line.text("linkaddr=");
            sheet.host6(at + RELAY_LINK);
            line.text(" peeraddr=");
            sheet.host6(at + RELAY_PEER);
            Dhcp6Options.print(sheet, at + RELAY_HEADER, end, depth);
        } else {
            line.text("xid=").hex(sheet.be24(at + TRANSACTION));
            Dhcp6Options.print(sheet, at + HEADER, end, depth);
        }
        line.put(')');
    }
}
