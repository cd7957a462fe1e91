package astray.packet.text;

/** Operations, administration and maintenance of an Ethernet link (IEEE 802.3 clause 57). */
final class SlowOam {
    private static final int INFORMATION = 0x00;
    private static final int EVENT = 0x01;
    private static final int LOOPBACK = 0x04;

    private static final int END = 0x00;
    private static final int LOCAL = 0x01;
    private static final int REMOTE = 0x02;
    private static final int ORGANISATION = 0xfe;

    private static final int INFORMATION_SIZE = 16;
    private static final int EVENT_SIZE = 40;

    private static final Sheet.Bit[] FLAGS = {
        new Sheet.Bit(0x0001, "Link Fault"),
        new Sheet.Bit(0x0002, "Dying Gasp"),
        new Sheet.Bit(0x0004, "Critical Event"),
        new Sheet.Bit(0x0008, "Local Evaluating"),
        new Sheet.Bit(0x0010, "Local Stable"),
        new Sheet.Bit(0x0020, "Remote Evaluating"),
        new Sheet.Bit(0x0040, "Remote Stable")
    };
    private static final Sheet.Bit[] ABILITIES = {
        new Sheet.Bit(0x01, "Active"),
        new Sheet.Bit(0x02, "Unidirectional"),
        new Sheet.Bit(0x04, "Remote-Loopback"),
        new Sheet.Bit(0x08, "Link-Events"),
        new Sheet.Bit(0x10, "Variable-Retrieval")
    };
    private static final String[] PARSER_ACTIONS = {"forwarding", "looping back", "discarding", "reserved"};
    private static final String[] EVENTS = {
        "End of TLV marker",
        "Errored Symbol Period Event",
        "Errored Frame Event",
        "Errored Frame Period Event",
        "Errored Frame Seconds Summary Event"
    };

    private SlowOam() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 3) {
            tooShort(sheet);
            return;
        }
        sheet.need(at, 3);
        int code = sheet.u8(at + 2);
        line.text("\n\tCode ");
        switch (code) {
            case INFORMATION -> line.text("Information");
            case EVENT -> line.text("Event Notification");
            case 0x02 -> line.text("Variable Request");
            case 0x03 -> line.text("Variable Response");
            case LOOPBACK -> line.text("Loopback Control");
            case ORGANISATION -> line.text("Vendor Private");
            default -> line.text("Unknown (").number(code).put(')');
        }
        line.text(" OAM PDU, Flags [");
        sheet.bits(FLAGS, sheet.be16(at), ", ");
        line.put(']');
        int data = at + 3;
        int rest = length - 3;
        switch (code) {
            case INFORMATION -> tlvs(sheet, data, rest, false);
            case EVENT -> {
                if (rest < 2) {
                    tooShort(sheet);
                    return;
                }
                int sequence = sheet.be16(data);
                line.text("\n\t  Sequence Number ").number(sequence);
                tlvs(sheet, data + 2, rest - 2, true);
            }
            case LOOPBACK -> {
                if (rest < 1) {
                    tooShort(sheet);
                    return;
                }
                int command = sheet.u8(data);
                line.text("\n\t  Command ");
                line.text(
                        switch (command) {
                            case 1 -> "Enable OAM Remote Loopback";
                            case 2 -> "Disable OAM Remote Loopback";
                            default -> "Unknown";
                        });
                line.text(" (").number(command).put(')');
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t  ", data, rest);
                }
            }
        }
    }

    private static void tooShort(Sheet sheet) {
        sheet.text("\n\t\t packet is too short");
    }

    private static void tlvs(Sheet sheet, int at, int length, boolean events) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 0) {
            if (rest < 2) {
                tooShort(sheet);
                return;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            line.text("\n\t  ").text(events ? eventName(type) : informationName(type));
            line.text(events ? " Link Event Type (" : " Information Type (").number(type);
            line.text("), length ").number(size);
            if (type == END) {
                return;
            }
            if (size < 2) {
                line.text("\n\t    ERROR: illegal length - should be >= 2");
                return;
            }
            if (rest < size) {
                tooShort(sheet);
                return;
            }
            sheet.need(here, size);
            boolean told = events ? event(sheet, here, type, size) : information(sheet, here, type, size);
            if (!told || sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", here, size);
            }
            here += size;
            rest -= size;
        }
    }

    private static String informationName(int type) {
        return switch (type) {
            case END -> "End of TLV marker";
            case LOCAL -> "Local";
            case REMOTE -> "Remote";
            case ORGANISATION -> "Organization specific";
            default -> "Reserved";
        };
    }

    private static String eventName(int type) {
        return type < EVENTS.length ? EVENTS[type] : type == ORGANISATION ? "Organization specific" : "Reserved";
    }

    private static boolean isSize(Sheet sheet, int size, int wanted) {
        if (size != wanted) {
            sheet.text("\n\t    ERROR: illegal length - should be ").number(wanted);
        }
        return size == wanted;
    }

    private static boolean information(Sheet sheet, int at, int type, int size) {
        if (type != LOCAL && type != REMOTE || !isSize(sheet, size, INFORMATION_SIZE)) {
            return false;
        }
        Line line = sheet.line;
        line.text("\n\t    OAM-Version ").number(sheet.u8(at + 2));
        line.text(", Revision ").number(sheet.be16(at + 3));
        int state = sheet.u8(at + 5);
        line.text("\n\t    State-Parser-Action ").text(PARSER_ACTIONS[state & 3]);
        line.text(", State-MUX-Action ").text((state & 4) == 0 ? "forwarding" : "discarding");
        line.text("\n\t    OAM-Config Flags [");
        sheet.bits(ABILITIES, sheet.u8(at + 6), ", ");
        line.text("], OAM-PDU-Config max-PDU size ").number(sheet.be16(at + 7) & 0x7ff);
        int organisation = sheet.be24(at + 9);
        line.text("\n\t    OUI ").text(Oui.name(organisation)).text(" (0x").hex(organisation, 6);
        line.text("), Vendor-Private 0x").hex(sheet.be32(at + 12), 8);
        return true;
    }

    private static boolean event(Sheet sheet, int at, int type, int size) {
        if (type >= EVENTS.length || !isSize(sheet, size, EVENT_SIZE)) {
            return false;
        }
        Line line = sheet.line;
        line.text("\n\t    Timestamp ").number(sheet.be16(at + 2) * 100L);
        line.text(" ms, Errored Window ").unsigned(sheet.be64(at + 4));
        line.text("\n\t    Errored Threshold ").unsigned(sheet.be64(at + 12));
        line.text("\n\t    Errors ").unsigned(sheet.be64(at + 20));
        line.text("\n\t    Error Running Total ").unsigned(sheet.be64(at + 28));
        line.text("\n\t    Event Running Total ").number(sheet.be32(at + 36));
        return true;
    }
}
