package astray.packet.text;

/** ARP, RARP and inverse ARP (RFC 826, 903, 2390). */
final class Arp {
    private static final int HARDWARE = 0;
    private static final int PROTOCOL = 2;
    private static final int HARDWARE_LENGTH = 4;
    private static final int PROTOCOL_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int HEADER = 8;

    private static final int IP = 0x0800;
    private static final int TRAILERS = 0x1000;

    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int REVERSE_REQUEST = 3;
    private static final int REVERSE_REPLY = 4;
    private static final int INVERSE_REQUEST = 8;
    private static final int INVERSE_REPLY = 9;

    private static final String[] HARDWARE_NAMES = new String[33];

    static {
        HARDWARE_NAMES[1] = "Ethernet";
        HARDWARE_NAMES[6] = "TokenRing";
        HARDWARE_NAMES[7] = "ArcNet";
        HARDWARE_NAMES[15] = "FrameRelay";
        HARDWARE_NAMES[17] = "Strip";
        HARDWARE_NAMES[24] = "IEEE 1394";
        HARDWARE_NAMES[19] = "ATM";
        HARDWARE_NAMES[32] = "Infiniband";
    }

    private Arp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "arp";
        sheet.need(at, HEADER);
        int hardware = sheet.be16(at + HARDWARE);
        int protocol = sheet.be16(at + PROTOCOL);
        int macLength = sheet.u8(at + HARDWARE_LENGTH);
        int addressLength = sheet.u8(at + PROTOCOL_LENGTH);
        int operation = sheet.be16(at + OPERATION);
        if (!sheet.has(at, HEADER + 2 * macLength + 2 * addressLength)) {
            sheet.truncated();
            line.text("");
            HexDump.print(sheet, "\n\t", at, sheet.captured(at), true);
            return;
        }
        if (!sheet.options.linkLevel()) {
            line.text("ARP, ");
        }
        boolean plain = (protocol == IP || protocol == TRAILERS) && addressLength == 4 && macLength > 0;
        if (!plain || sheet.v > 0) {
            line.text(Sheet.word(HARDWARE_NAMES, hardware, "Unknown Hardware ("));
            if (hardware >= HARDWARE_NAMES.length || HARDWARE_NAMES[hardware] == null) {
                line.put(')');
            }
            line.text(" (len ").number(macLength).text("), ");
            String name = EtherType.name(protocol);
            if (name == null) {
                line.text("Unknown Protocol (0x").hex(protocol, 4).put(')');
            } else {
                line.text(name);
            }
            line.text(" (len ").number(addressLength).text("), ");
        }
        body(sheet, at, protocol, macLength, addressLength, operation);
        line.text(", length ").number(length);
    }

    private static void body(Sheet sheet, int at, int protocol, int macLength, int addressLength, int operation) {
        Line line = sheet.line;
        int senderMac = at + HEADER;
        int sender = senderMac + macLength;
        int targetMac = sender + addressLength;
        int target = targetMac + macLength;
        switch (operation) {
            case REQUEST -> {
                line.text("Request who-has ");
                address(sheet, target, protocol, addressLength);
                if (!isZero(sheet, targetMac, macLength)) {
                    line.text(" (");
                    mac(sheet, targetMac, macLength);
                    line.put(')');
                }
                line.text(" tell ");
                address(sheet, sender, protocol, addressLength);
            }
            case REPLY -> {
                line.text("Reply ");
                address(sheet, sender, protocol, addressLength);
                line.text(" is-at ");
                mac(sheet, senderMac, macLength);
            }
            case REVERSE_REQUEST -> {
                line.text("Reverse Request who-is ");
                mac(sheet, targetMac, macLength);
                line.text(" tell ");
                mac(sheet, senderMac, macLength);
            }
            case REVERSE_REPLY -> {
                line.text("Reverse Reply ");
                mac(sheet, targetMac, macLength);
                line.text(" at ");
                address(sheet, target, protocol, addressLength);
            }
            case INVERSE_REQUEST -> {
                line.text("Inverse Request who-is ");
                mac(sheet, targetMac, macLength);
                line.text(" tell ");
                mac(sheet, senderMac, macLength);
            }
            case INVERSE_REPLY -> {
                line.text("Inverse Reply ");
                mac(sheet, senderMac, macLength);
                line.text(" at ");
                address(sheet, sender, protocol, addressLength);
            }
            default -> {
                line.text("Unknown (").number(operation).put(')');
                HexDump.print(sheet, "\n\t", at, sheet.captured(at), true);
            }
        }
    }

    private static boolean isZero(Sheet sheet, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (sheet.u8(at + i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static void mac(Sheet sheet, int at, int length) {
        if (length == 0) {
            sheet.text("<empty>");
        } else {
            sheet.mac(at, length);
        }
    }

    private static void address(Sheet sheet, int at, int protocol, int length) {
        if (protocol != IP && protocol != TRAILERS) {
            sheet.text("<wrong proto type>");
        } else if (length != 4) {
            sheet.text("<wrong len>");
        } else {
            sheet.host4(at);
        }
    }
}
