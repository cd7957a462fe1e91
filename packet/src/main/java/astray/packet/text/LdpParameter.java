package astray.packet.text;

/** The type-length-value parameters of LDP (RFC 5036 section 3.4, RFC 3988, 4447, 5918, 7552). */
final class LdpParameter {
    private static final int HEADER = 4;

    private static final int FEC = 0x0100;
    private static final int ADDRESS_LIST = 0x0101;
    private static final int HOP_COUNT = 0x0103;
    private static final int PATH_VECTOR = 0x0104;
    private static final int GENERIC_LABEL = 0x0200;
    private static final int STATUS = 0x0300;
    private static final int COMMON_HELLO = 0x0400;
    private static final int TRANSPORT_IP4 = 0x0401;
    private static final int SEQUENCE = 0x0402;
    private static final int TRANSPORT_IP6 = 0x0403;
    private static final int COMMON_SESSION = 0x0500;
    private static final int FAULT_TOLERANT = 0x0503;
    private static final int WILDCARD_CAPABILITY = 0x050b;
    private static final int MTU = 0x0601;
    private static final int DUAL_STACK = 0x0701;

    private static final Table NAMES = Table.of("""
            0x0100 FEC
            0x0101 Address List
            0x0103 Hop Count
            0x0104 Path Vector
            0x0200 Generic Label
            0x0201 ATM Label
            0x0202 Frame-Relay Label
            0x0300 Status
            0x0301 Extended Status
            0x0302 Returned PDU
            0x0303 Returned Message
            0x0400 Common Hello Parameters
            0x0401 IPv4 Transport Address
            0x0402 Configuration Sequence Number
            0x0403 IPv6 Transport Address
            0x0500 Common Session Parameters
            0x0501 ATM Session Parameters
            0x0502 Frame-Relay Session Parameters
            0x0503 Fault-Tolerant Session Parameters
            0x050b Typed Wildcard FEC Capability
            0x0600 Label Request Message ID
            0x0601 MTU
            0x0701 Dual-Stack Capability
            """);

    private static final Table STATUSES = Table.of("""
            0x00 Success
            0x01 Bad LDP Identifier
            0x02 Bad Protocol Version
            0x03 Bad PDU Length
            0x04 Unknown Message Type
            0x05 Bad Message Length
            0x06 Unknown TLV
            0x07 Bad TLV Length
            0x08 Malformted TLV Value
            0x09 Hold Timer Expired
            0x0a Shutdown
            0x0b Loop Detected
            0x0c Unknown FEC
            0x0d No Route
            0x0e No Label Resources
            0x0f Label Resources/Available
            0x10 Session Rejected/No Hello
            0x11 Session Rejected/Parameters Advertisement Mode
            0x12 Session Rejected/Parameters Max PDU Length
            0x13 Session Rejected/Parameters Label Range
            0x14 KeepAlive Timer Expired
            0x15 Label Request Aborted
            0x16 Missing Message Parameters
            0x17 Unsupported Address Family
            0x18 Session Rejected/Bad KeepAlive Time
            0x19 Internal Error
            """);

    private LdpParameter() {}

    /** Prints one; its size, 0 when it goes past the message's end. */
    static int print(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        sheet.need(at, HEADER);
        int field = sheet.be16(at);
        int length = sheet.be16(at + 2);
        if (length + HEADER > rest) {
            line.text("\n\t\t TLV contents go past end of message");
            return 0;
        }
        int type = field & 0x3fff;
        line.text("\n\t    ").text(NAMES.name(type, "Unknown")).text(" TLV (0x").hex(type, 4);
        line.text("), length: ").number(length).text(", Flags: [");
        line.text((field & 0x8000) != 0 ? "continue processing" : "ignore").text(" and ");
        line.text((field & 0x4000) != 0 ? "do" : "don't").text(" forward if unknown]");
        int least = switch (type) {
            case FEC, HOP_COUNT, WILDCARD_CAPABILITY -> 1;
            case ADDRESS_LIST, MTU -> 2;
            case COMMON_HELLO, TRANSPORT_IP4, SEQUENCE, PATH_VECTOR, GENERIC_LABEL, DUAL_STACK -> 4;
            case STATUS -> 10;
            case FAULT_TOLERANT -> 12;
            case COMMON_SESSION -> 14;
            case TRANSPORT_IP6 -> 16;
            default -> 0;
        };
        if (length < least) {
            sheet.invalid("tlv length", length, "<", least);
        } else {
            value(sheet, type, at + HEADER, length);
        }
        return length + HEADER;
    }

    private static void value(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case COMMON_HELLO -> {
                int flags = sheet.be16(at + 2);
                line.text("\n\t      Hold Time: ").number(sheet.be16(at)).text("s, Flags: [");
                line.text((flags & 0x8000) != 0 ? "Targeted" : "Link").text(" Hello");
                line.text((flags & 0x4000) != 0 ? ", Request for targeted Hellos]" : "]");
            }
            case TRANSPORT_IP4 -> {
                line.text("\n\t      IPv4 Transport Address: ");
                sheet.host4(at);
            }
            case TRANSPORT_IP6 -> {
                line.text("\n\t      IPv6 Transport Address: ");
                sheet.host6(at);
            }
            case SEQUENCE -> line.text("\n\t      Sequence Number: ").number(sheet.be32(at));
            case ADDRESS_LIST -> addresses(sheet, at, length);
            case HOP_COUNT -> line.text("\n\t      Hop Count: ").number(sheet.u8(at));
            case PATH_VECTOR -> {
                line.text("\n\t      Path Vector: ");
                for (int i = 0; i + 4 <= length; i += 4) {
                    line.text(i == 0 ? "" : ", ");
                    sheet.host4(at + i);
                }
            }
            case COMMON_SESSION -> session(sheet, at);
            case FEC -> LdpFec.print(sheet, at, length);
            case GENERIC_LABEL -> line.text("\n\t      Label: ").number(sheet.be32(at) & 0xfffff);
            case STATUS -> status(sheet, at);
            case FAULT_TOLERANT -> faultTolerant(sheet, at);
            case WILDCARD_CAPABILITY ->
                line.text((sheet.u8(at) & 0x80) != 0 ? "\n\t      Support" : "\n\t      No Support");
            case MTU -> line.text("\n\t      MTU: ").number(sheet.be16(at));
            case DUAL_STACK -> {
                int preference = sheet.u8(at);
                line.text("\n\t      Transport Connection Preference: ");
                line.text(preference == 0x40 ? "IPv4" : preference == 0x60 ? "IPv6" : "Unknown");
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t      ", at, length);
                }
            }
        }
    }

    private static void addresses(Sheet sheet, int at, int length) {
        int family = sheet.be16(at);
        String name = AddressFamily.NAMES.name(family);
        sheet.text("\n\t      Address Family: ")
                .text(name == null ? "Unknown (" + family + ")" : name)
                .text(", addresses");
        int size = family == AddressFamily.IP4 ? 4 : family == AddressFamily.IP6 ? 16 : length;
        for (int i = 2; i + size <= length; i += size) {
            sheet.text(" ");
            if (size == 4) {
                sheet.host4(at + i);
            } else {
                sheet.host6(at + i);
            }
        }
    }

    private static void session(Sheet sheet, int at) {
        Line line = sheet.line;
        int flags = sheet.be16(at + 4);
        line.text("\n\t      Version: ").number(sheet.be16(at));
        line.text(", Keepalive: ").number(sheet.be16(at + 2)).text("s, Flags: [Downstream ");
        line.text((flags & 0x8000) != 0 ? "On Demand" : "Unsolicited").text(", Loop Detection ");
        line.text((flags & 0x4000) != 0 ? "Enabled]" : "Disabled]");
        line.text("\n\t      Path Vector Limit ").number(sheet.u8(at + 5));
        line.text(", Max-PDU length: ").number(sheet.be16(at + 6)).text(", Receiver Label-Space-ID ");
        sheet.host4(at + 8);
        line.put(':').number(sheet.be16(at + 12));
    }

    private static void status(Sheet sheet, int at) {
        Line line = sheet.line;
        int status = sheet.s32(at);
        line.text("\n\t      Status Code: ").text(STATUSES.name(status & 0x3fffffff, "Unknown"));
        line.text(", Flags: [").text(status < 0 ? "Fatal error" : "Advisory Notification");
        line.text((status & 0x40000000) != 0 ? " and do forward]" : " and don't forward]");
        long message = sheet.be32(at + 4);
        if (message != 0) {
            line.text(", causing Message ID: 0x").hex(message, 8);
        }
        int type = sheet.be16(at + 8);
        if (type != 0) {
            line.text(", Message Type: ").text(Ldp.MESSAGES.name(type, "Unknown"));
        }
    }

    /** RFC 3479 section 8.2. */
    private static void faultTolerant(Sheet sheet, int at) {
        Line line = sheet.line;
        int flags = sheet.be16(at);
        line.text("\n\t      Flags: [").text((flags & 0x8000) != 0 ? "" : "No ").text("Reconnect, ");
        line.text((flags & 8) != 0 ? "" : "Don't ").text("Save State, ");
        line.text((flags & 4) != 0 ? "" : "No ").text("All-Label Protection, ");
        line.text((flags & 2) != 0 ? "Sequence Numbered Label" : "All Labels").text(" Checkpoint, ");
        line.text((flags & 1) != 0 ? "" : "Don't ").text("Re-Learn State]");
        long reconnect = sheet.be32(at + 4);
        if (reconnect != 0) {
            line.text(", Reconnect Timeout: ").number(reconnect).text("ms");
        }
        long recovery = sheet.be32(at + 8);
        if (recovery != 0) {
            line.text(", Recovery Time: ").number(recovery).text("ms");
        }
    }
}
