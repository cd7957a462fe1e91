package astray.packet.text;

/** Commands of IEEE 802.15.4's access to the medium (section 7.5). */
final class LowRateWirelessCommand {
    private LowRateWirelessCommand() {}

    static void print(LowRateWirelessRest rest) {
        if (rest.lacks(1, "Command ID")) {
            return;
        }
        int command = rest.sheet.u8(rest.at);
        Line line = rest.line;
        line.text("Command ID = ")
                .text(LowRateWirelessNames.COMMANDS.orHex(command, "Reserved 0x", 2, ""))
                .put(' ');
        rest.take(1);
        if (rest.size == 0) {
            return;
        }
        switch (command) {
            case 1 -> {
                if (fits(rest, 1, "Association request")) {
                    association(rest);
                }
            }
            case 2 -> {
                if (fits(rest, 3, "Association response")) {
                    answer(rest);
                }
            }
            case 3 -> {
                if (fits(rest, 1, "Disassociation Notification")) {
                    disassociation(rest);
                }
            }
            case 4, 5, 6, 7 -> {
                // they carry nothing
            }
            case 8 -> {
                if (fits(rest, rest.size == 8 ? 8 : 7, "Coordinator Realignment")) {
                    realignment(rest);
                }
            }
            case 9 -> {
                if (fits(rest, 1, "GTS Request")) {
                    slots(rest);
                }
            }
            default -> {
                line.text("Command Data = ");
                rest.bytes(rest.size);
            }
        }
    }

    /** Whether what is left is as long as it should be; that it is not is said. */
    private static boolean fits(LowRateWirelessRest rest, int size, String name) {
        if (rest.size != size) {
            rest.line.text("Invalid ").text(name).text(" command length");
        }
        return rest.size == size;
    }

    private static void association(LowRateWirelessRest rest) {
        int abilities = rest.sheet.u8(rest.at);
        rest.line.text((abilities & 2) != 0 ? "FFD, " : "RFD, ");
        rest.flag(abilities, 0x04, "AC powered, ");
        rest.flag(abilities, 0x08, "Receiver on when idle, ");
        rest.flag(abilities, 0x10, "Fast association, ");
        rest.flag(abilities, 0x40, "Security supported, ");
        rest.flag(abilities, 0x80, "Allocate address, ");
        rest.take(rest.size);
    }

    private static void answer(LowRateWirelessRest rest) {
        Sheet sheet = rest.sheet;
        Line line = rest.line;
        line.text("Short address = ").hex(sheet.le16(rest.at), 4).text(", ");
        line.text(LowRateWirelessNames.ASSOCIATIONS.orHex(sheet.u8(rest.at + 2), "Status = 0x", 2, ""));
        rest.take(rest.size);
    }

    private static void disassociation(LowRateWirelessRest rest) {
        int reason = rest.sheet.u8(rest.at);
        if (reason == 0) {
            rest.line.text("Reserved");
        } else {
            rest.line.text("Reason = ").text(LowRateWirelessNames.DISASSOCIATIONS.orHex(reason, "0x", 2, ""));
        }
        rest.take(rest.size);
    }

    private static void realignment(LowRateWirelessRest rest) {
        Sheet sheet = rest.sheet;
        Line line = rest.line;
        int at = rest.at;
        line.text("Pan ID = 0x").hex(sheet.le16(at), 4);
        line.text(", Coordinator short address = ").hex(sheet.le16(at + 2), 4);
        int channel = sheet.u8(at + 4);
        int page = rest.size == 8 ? sheet.u8(at + 7) : 0x80;
        line.text(", Channel Number = ");
        if ((page & 0x80) != 0) {
            line.number(channel | (page & 0x7f) << 8);
        } else {
            line.number(channel).text(", page = ").number(page);
        }
        line.text(", Short address = ").hex(sheet.le16(at + 5), 4);
        rest.take(rest.size);
    }

    private static void slots(LowRateWirelessRest rest) {
        Line line = rest.line;
        int slot = rest.sheet.u8(rest.at);
        line.text("GTS Length = ").number(slot & 15);
        line.text((slot & 0x10) != 0 ? ", Receive-only GTS" : ", Transmit-only GTS");
        line.text((slot & 0x20) != 0 ? ", GTS allocation" : ", GTS deallocations");
        rest.take(rest.size);
    }
}
