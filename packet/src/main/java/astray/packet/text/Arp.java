package astray.packet.text;

import org.jspecify.annotations.Nullable;

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

    private static final int FRAME_RELAY = 15;
    private static final int ATM = 19;

    static final int REQUEST = 1;
    static final int REPLY = 2;
    private static final int REVERSE_REQUEST = 3;
    private static final int REVERSE_REPLY = 4;
    static final int INVERSE_REQUEST = 8;
    static final int INVERSE_REPLY = 9;
    static final int REFUSAL = 10;

    private Arp() {}

    private static @Nullable String hardwareName(int type) {
        return switch (type) {
            case 1 -> "Ethernet";
            case 6 -> "TokenRing";
            case 7 -> "ArcNet";
            case FRAME_RELAY -> "FrameRelay";
            case ATM -> "ATM";
            case 23 -> "Strip";
            case 24 -> "IEEE 1394";
            case 32 -> "InfiniBand";
            default -> null;
        };
    }

    private static @Nullable String operationName(int operation) {
        return switch (operation) {
            case REQUEST -> "Request";
            case REPLY -> "Reply";
            case REVERSE_REQUEST -> "Reverse Request";
            case REVERSE_REPLY -> "Reverse Reply";
            case INVERSE_REQUEST -> "Inverse Request";
            case INVERSE_REPLY -> "Inverse Reply";
            case REFUSAL -> "NACK Reply";
            default -> null;
        };
    }

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "arp";
        sheet.need(at, HEADER);
        int hardware = sheet.be16(at + HARDWARE);
        if (hardware == ATM) {
            AtmArp.print(sheet, at, length);
            return;
        }
        int protocol = sheet.be16(at + PROTOCOL);
        int macLength = sheet.u8(at + HARDWARE_LENGTH);
        int addressLength = sheet.u8(at + PROTOCOL_LENGTH);
        int operation = sheet.be16(at + OPERATION);
        sheet.need(at, HEADER + 2 * macLength + 2 * addressLength);
        if (!sheet.options.linkLevel()) {
            line.text("ARP, ");
        }
        boolean known = isIp(protocol) && addressLength == 4 && macLength != 0;
        if (!known || sheet.v > 0) {
            hardware(line, hardware);
            line.text(" (len ").number(macLength).text("), ");
            protocol(line, protocol);
            line.text(" (len ").number(addressLength).put(')');
        }
        // nothing is known of the form of other addresses
        if ((known || sheet.v > 0) && !body(sheet, at, protocol, macLength, addressLength, operation)) {
            HexDump.print(sheet, "\n\t", at, sheet.captured(at), true);
            return;
        }
        line.text(", length ").number(length);
    }

    static boolean isIp(int protocol) {
        return protocol == IP || protocol == TRAILERS;
    }

    static void hardware(Line line, int type) {
        String name = hardwareName(type);
        if (name == null) {
            line.text("Unknown Hardware (").number(type).put(')');
        } else {
            line.text(name);
        }
    }

    static void protocol(Line line, int type) {
        String name = EtherType.name(type);
        if (name == null) {
            line.text("Unknown Protocol (0x").hex(type, 4).put(')');
        } else {
            line.text(name);
        }
    }

    static void operation(Sheet sheet, int operation) {
        Line line = sheet.line.text(sheet.v > 0 ? ", " : "");
        String name = operationName(operation);
        if (name == null) {
            line.text("Unknown (").number(operation).text(") ");
        } else {
            line.text(name).put(' ');
        }
    }

    /** Prints who asks or answers what; false when the operation is not known. */
    private static boolean body(Sheet sheet, int at, int protocol, int macLength, int addressLength, int operation) {
        Line line = sheet.line;
        int senderMac = at + HEADER;
        int sender = senderMac + macLength;
        int targetMac = sender + addressLength;
        int target = targetMac + macLength;
        operation(sheet, operation);
        switch (operation) {
            case REQUEST -> {
                line.text("who-has ");
                address(sheet, target, protocol, addressLength, "<wrong len>");
                if (!isZero(sheet, targetMac, macLength)) {
                    line.text(" (");
                    mac(sheet, targetMac, macLength);
                    line.put(')');
                }
                line.text(" tell ");
                address(sheet, sender, protocol, addressLength, "<wrong len>");
            }
            case REPLY -> {
                address(sheet, sender, protocol, addressLength, "<wrong len>");
                line.text(" is-at ");
                mac(sheet, senderMac, macLength);
            }
            case REVERSE_REQUEST, INVERSE_REQUEST -> {
                line.text("who-is ");
                mac(sheet, targetMac, macLength);
                line.text(" tell ");
                mac(sheet, senderMac, macLength);
            }
            case REVERSE_REPLY -> {
                mac(sheet, targetMac, macLength);
                line.text(" at ");
                address(sheet, target, protocol, addressLength, "<wrong len>");
            }
            case INVERSE_REPLY -> {
                mac(sheet, senderMac, macLength);
                line.text(" at ");
                address(sheet, sender, protocol, addressLength, "<wrong len>");
            }
            default -> {
                return false;
            }
        }
        return true;
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

    static void address(Sheet sheet, int at, int protocol, int length, String wrongLength) {
        if (!isIp(protocol)) {
            sheet.text("<wrong proto type>");
        } else if (length != 4) {
            sheet.text(wrongLength);
        } else {
            sheet.host4(at);
        }
    }
}
