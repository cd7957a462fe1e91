package astray.packet.text;

/**
 * Frames of low-rate wireless networks (IEEE 802.15.4-2015 section 7), with or without their check sequence, and behind
 * the header of LINKTYPE_IEEE802_15_4_TAP. Of information elements the bytes are printed.
 */
final class LowRateWireless {
    private static final int TAP_LEAST = 4;

    private static final int BEACON = 0;
    private static final int COMMAND = 3;
    private static final int MULTIPURPOSE = 5;

    /** The frame control field (section 7.2.2). */
    private static final int SECURED = 0x0008;

    private static final int PENDING = 0x0010;
    private static final int ACKNOWLEDGE = 0x0020;
    private static final int ONE_PAN = 0x0040;
    private static final int UNNUMBERED = 0x0100;
    private static final int ELEMENTS = 0x0200;

    /** The frame control field of multipurpose frames (section 7.3.5.2). */
    private static final int LONG = 0x0008;

    private static final int MP_PAN = 0x0100;
    private static final int MP_SECURED = 0x0200;
    private static final int MP_UNNUMBERED = 0x0400;
    private static final int MP_PENDING = 0x0800;
    private static final int MP_ACKNOWLEDGE = 0x4000;
    private static final int MP_ELEMENTS = 0x8000;

    /** From this security level on the payload is encrypted. */
    private static final int ENCRYPTED = 4;

    private static final int[] CODE_SIZES = {0, 4, 8, 16, 0, 4, 8, 16};

    private static final int PAYLOAD_FOLLOWS = 0x7e;
    private static final int HEADER_ENDS = 0x7f;
    private static final int PAYLOAD_ENDS = 0x0f;

    private final Sheet sheet;
    private final Line line;
    private int at;
    private int rest;
    private long found;
    private long computed;
    private int level;
    private int codeSize;

    private LowRateWireless(Sheet sheet, int at, int rest) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.at = at;
        this.rest = rest;
    }

    static void print(Sheet sheet, int at) {
        sheet.protocol = "802.15.4";
        new LowRateWireless(sheet, at, sheet.captured(at)).frame();
    }

    /** What the original calls a tap: fields about the reception come first. */
    static void printTap(Sheet sheet, int at) {
        sheet.protocol = "802.15.4_tap";
        int captured = sheet.captured(at);
        if (captured < TAP_LEAST) {
            throw Truncated.HERE;
        }
        int length = sheet.le16(at + 2);
        if (sheet.u8(at) != 0 || length < TAP_LEAST) {
            sheet.invalid();
            return;
        }
        if (captured < length) {
            throw Truncated.HERE;
        }
        print(sheet, at + length);
    }

    private void take(int size) {
        at += size;
        rest -= size;
    }

    /** Whether there is not enough left, which is said then. */
    private boolean lacks(int size, String what) {
        if (rest < size) {
            line.text("[ERROR: Truncated before ").text(what).put(']');
        }
        return rest < size;
    }

    private void frame() {
        if (rest < 2) {
            throw Truncated.HERE;
        }
        int control = sheet.le16(at);
        int type = control & 7;
        line.text("IEEE 802.15.4 ").text(LowRateWirelessNames.TYPES[type]).text(" packet ");
        if (type <= COMMAND) {
            standard(control, type);
        } else if (type == MULTIPURPOSE) {
            multipurpose(control);
        }
    }

    /** Finds the check sequence, of two or four bytes; without one that fits, none is there. */
    private void checkSequence(int leastForFour) {
        if (rest >= leastForFour) {
            found = sheet.le32(at + rest - 4);
            computed = sum(rest - 4, 0xedb88320);
            if (found == computed) {
                rest -= 4;
                return;
            }
        }
        found = sheet.le16(at + rest - 2);
        computed = sum(rest - 2, 0x8408);
        if (found == computed) {
            rest -= 2;
        }
    }

    private long sum(int count, int polynomial) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum ^= sheet.u8(at + i);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) != 0 ? sum >>> 1 ^ polynomial : sum >>> 1;
            }
        }
        return Integer.toUnsignedLong(sum);
    }

    private void standard(int control, int type) {
        if (rest >= 4) {
            checkSequence(4);
        }
        int version = control >> 12 & 3;
        line.put('v').number(version).put(' ');
        if (sheet.v > 2) {
            flag(control, SECURED, "Security Enabled, ");
            flag(control, PENDING, "Frame Pending, ");
            flag(control, ACKNOWLEDGE, "AR, ");
            flag(control, ONE_PAN, "PAN ID Compression, ");
            flag(control, UNNUMBERED, "Sequence Number Suppression, ");
            flag(control, ELEMENTS, "IE present, ");
        }
        if ((control & UNNUMBERED) != 0) {
            if (version < 2) {
                line.text("[ERROR: Sequence number suppressed on frames where version < 2]");
            }
            line.text(sheet.v > 0 ? "seq suppressed " : "");
            skip(2);
        } else {
            number(sheet.u8(at + 2));
            skip(3);
        }
        int destination = size(control >> 10 & 3);
        int source = size(control >> 14 & 3);
        if (isInvalid(source, destination)) {
            return;
        }
        boolean onePan = (control & ONE_PAN) != 0;
        boolean destinationPan = destination > 0;
        boolean sourcePan = !onePan && source > 0;
        if (version < 2) {
            if (onePan && (destination == 0 || source == 0)) {
                line.text("[ERROR: PAN ID Compression != 0, and only one address with frame version < 2]");
            }
        } else if (onePan) {
            // table 7-2: with both addresses short or mixed one PAN is told, with none at all too
            destinationPan = destination == 0 ? source == 0 : source != 0 && !(source == 8 && destination == 8);
        } else if (source == 8 && (destination == 8 || destination == 2)) {
            // with a short destination it should be told, but implementations of 6TiSCH do otherwise
            sourcePan = false;
        }
        if (!end(destinationPan, destination)) {
            return;
        }
        line.text(" < ");
        if (!end(sourcePan, source)) {
            return;
        }
        line.put(' ');
        if (middle((control & SECURED) != 0, (control & ELEMENTS) != 0)) {
            payload(type, version);
        }
    }

    private void multipurpose(int control) {
        if (rest >= 3) {
            checkSequence(5);
        }
        boolean secured = false;
        boolean elements = false;
        boolean pan = false;
        if ((control & LONG) != 0) {
            line.put('v').number(control >> 12 & 3).put(' ');
            pan = (control & MP_PAN) != 0;
            elements = (control & MP_ELEMENTS) != 0;
            secured = (control & MP_SECURED) != 0;
            if (sheet.v > 2) {
                flag(control, MP_SECURED, "Security Enabled, ");
                flag(control, MP_PENDING, "Frame Pending, ");
                flag(control, MP_ACKNOWLEDGE, "AR, ");
                flag(control, MP_PAN, "PAN ID Present, ");
                flag(control, MP_UNNUMBERED, "Sequence Number Suppression, ");
                flag(control, MP_ELEMENTS, "IE present, ");
            }
            if ((control & MP_UNNUMBERED) != 0) {
                skip(2);
            } else {
                number(sheet.u8(at + 2));
                skip(3);
            }
        } else {
            number(sheet.u8(at + 1));
            skip(2);
        }
        int destination = size(control >> 4 & 3);
        int source = size(control >> 6 & 3);
        if (isInvalid(source, destination) || !end(pan, destination)) {
            return;
        }
        line.text(" <  ");
        if (!end(false, source)) {
            return;
        }
        line.put(' ');
        if (middle(secured, elements)) {
            HexDump.print(sheet, "\n\t", at, rest, true);
        }
    }

    private void flag(int control, int mask, String name) {
        if ((control & mask) != 0) {
            line.text(name);
        }
    }

    private void number(int number) {
        if (sheet.v > 0) {
            line.text("seq ").hex(number, 2).put(' ');
        }
    }

    private void skip(int size) {
        if (rest < size) {
            throw Truncated.HERE;
        }
        take(size);
    }

    /** How long an address is; negative for a mode that is reserved. */
    private static int size(int mode) {
        return switch (mode) {
            case 0 -> 0;
            case 2 -> 2;
            case 3 -> 8;
            default -> -1;
        };
    }

    private boolean isInvalid(int source, int destination) {
        if (source < 0) {
            line.text("[ERROR: Invalid src address mode]");
        } else if (destination < 0) {
            line.text("[ERROR: Invalid dst address mode]");
        }
        return source < 0 || destination < 0;
    }

    /** The network and the address of one end; false when they are not there. */
    private boolean end(boolean pan, int size) {
        if (pan) {
            if (lacks(2, "dst_pan")) {
                return false;
            }
            line.hex(sheet.le16(at), 4);
            take(2);
        } else {
            line.put('-');
        }
        line.put(':');
        if (lacks(size, "dst_addr")) {
            return false;
        }
        address(at, size);
        take(size);
        return true;
    }

    private void address(int where, int size) {
        switch (size) {
            case 0 -> line.text("none");
            case 2 -> line.hex(sheet.le16(where), 4);
            default -> {
                for (int i = size - 1; i >= 0; i--) {
                    line.hex(sheet.u8(where + i), 2).text(i == 0 ? "" : ":");
                }
            }
        }
    }

    /** What stands between addresses and payload; false when it is not all there. */
    private boolean middle(boolean secured, boolean elements) {
        if (secured && !security()) {
            return false;
        }
        codeSize = CODE_SIZES[level];
        if (codeSize > 0 && lacks(codeSize, "MIC")) {
            return false;
        }
        rest -= codeSize;
        int code = at + rest;
        if (elements && !elements(true)) {
            return false;
        }
        if (sheet.v > 2) {
            if (codeSize > 0) {
                line.text("\n\tMIC ");
                for (int i = 0; i < codeSize; i++) {
                    line.hex(sheet.u8(code + i), 2);
                }
                line.put(' ');
            }
            if (found == computed) {
                line.text("FCS ").hex(found).put(' ');
            } else {
                line.text("wrong FCS ").hex(found).text(" vs ").hex(computed);
                line.text(" (assume no FCS stored) ");
            }
        }
        return true;
    }

    /** The auxiliary security header (section 9.4). */
    private boolean security() {
        if (lacks(1, "Aux Security Header")) {
            return false;
        }
        int control = sheet.u8(at);
        level = control & 7;
        int mode = control >> 3 & 3;
        take(1);
        if (sheet.v > 0) {
            line.text("\n\tSecurity Level ").number(level);
            line.text(", Key Id Mode ").number(mode).text(", ");
        }
        boolean all = sheet.v > 1;
        if ((control & 0x20) == 0) {
            if (lacks(4, "Frame Counter")) {
                return false;
            }
            if (all) {
                line.text("Frame Counter 0x").hex(sheet.le32(at), 8).put(' ');
            }
            take(4);
        }
        if (mode == 0) {
            line.text(all ? "Implicit" : "");
            return true;
        }
        if (mode > 1) {
            if (lacks(mode == 2 ? 4 : 8, "Key Source")) {
                return false;
            }
            if (all) {
                line.text("KeySource ");
                if (mode == 2) {
                    line.text("0x").hex(sheet.le16(at), 4).put(':');
                    // the original's words, which it has from a slip of the pen
                    line.hex(sheet.le16(at + 2)).text("4x");
                } else {
                    address(at, 8);
                }
                line.text(", ");
            }
            // half of a source of eight bytes, as the original has it
            take(4);
        }
        if (lacks(1, "Key Index")) {
            return false;
        }
        if (all) {
            line.text("KeyIndex 0x").hex(sheet.u8(at), 2).text(", ");
        }
        take(1);
        return true;
    }

    /** The information elements of the header (section 7.4.2), then those of the payload (section 7.4.3). */
    private boolean elements(boolean header) {
        int kind;
        do {
            if (rest < 2) {
                line.text("[ERROR: Truncated header IE]");
                return false;
            }
            int word = sheet.le16(at);
            boolean second = (word & 0x8000) != 0;
            if (header == second) {
                line.text(header ? "[ERROR: Header IE with type 1] " : "[ERROR: Payload IE with type 0] ");
            }
            int size = header ? word & 0x7f : word & 0x3ff;
            kind = header ? word >> 7 & 0xff : word >> 11 & 0x0f;
            if (kind > HEADER_ENDS) {
                line.text("Reserved Element ID ").hex(kind, 2);
                line.text(", length = ").number(size).put(' ');
            } else {
                line.text("\n\t");
                String name = (header ? LowRateWirelessNames.HEADER_ELEMENTS : LowRateWirelessNames.PAYLOAD_ELEMENTS)
                        .name(kind);
                if (name == null) {
                    line.text("Reserved 0x").hex(kind, 2);
                } else {
                    line.text(name);
                }
                line.text(" [");
                if (size > 0) {
                    line.text(" length = ").number(size).text(", ");
                }
            }
            if (rest < 2 + size) {
                line.text("[ERROR: Truncated IE data]");
                return false;
            }
            take(2);
            if (size > 0) {
                line.text("IE Data = ");
                bytes(size);
            }
            line.text(header ? "] " : "]\n\t");
            take(size);
            if (header && kind == PAYLOAD_FOLLOWS) {
                if (level < ENCRYPTED) {
                    return elements(false);
                }
                line.text("Payload IEs present, but encrypted, cannot print ");
            }
        } while (rest != 0 && !(header ? kind == PAYLOAD_FOLLOWS || kind == HEADER_ENDS : kind == PAYLOAD_ENDS));
        return true;
    }

    private void bytes(int size) {
        for (int i = 0; i < size; i++) {
            line.hex(sheet.u8(at + i), 2).put(' ');
        }
    }

    private void payload(int type, int version) {
        if (type == BEACON && version < 2 && !beacon()) {
            return;
        }
        if (type == COMMAND) {
            command();
        }
        HexDump.print(sheet, "\n\t", at, rest, true);
    }

    /** Section 7.3.1; false when it is cut off. */
    private boolean beacon() {
        if (lacks(2, "beacon information")) {
            return false;
        }
        if (sheet.v > 0) {
            int superframe = sheet.le16(at);
            line.text("\n\tBeacon order = ").number(superframe & 15);
            line.text(", Superframe order = ").number(superframe >> 4 & 15);
            line.text(", Final CAP Slot = ").number(superframe >> 8 & 15);
            flag(superframe, 0x1000, ", BLE enabled");
            flag(superframe, 0x4000, ", PAN Coordinator");
            flag(superframe, 0x8000, ", Association Permit");
        }
        take(2);
        if (lacks(1, "GTS info") || !slots() || lacks(1, "pending addresses")) {
            return false;
        }
        int pending = sheet.u8(at);
        int shorts = pending & 7;
        int longs = pending >> 4 & 7;
        if (sheet.v > 0) {
            line.text("\n\tPending address list, # short addresses = ").number(shorts);
            line.text(", # extended addresses = ").number(longs);
        }
        if (rest < 1 + shorts * 2 + longs * 8) {
            line.text(" [ERROR: Pending address list truncated]");
            return false;
        }
        take(1);
        addresses(", Short address list = [ ", shorts, 2);
        addresses(", Extended address list = [ ", longs, 8);
        return true;
    }

    private void addresses(String name, int count, int size) {
        if (sheet.v > 1 && count > 0) {
            line.text(name);
            for (int i = 0; i < count; i++) {
                address(at + i * size, size);
                line.put(' ');
            }
            line.put(']');
        }
        take(count * size);
    }

    /** Guaranteed time slots (section 7.3.1.4). */
    private boolean slots() {
        int count = sheet.u8(at) & 7;
        if (count == 0) {
            line.text(sheet.v > 0 ? "\n\tGTS Descriptor Count = 0, " : "");
            take(1);
            return true;
        }
        int size = 2 + count * 3;
        if (rest < size) {
            line.text(" [ERROR: Truncated GTS Info List]");
            return false;
        }
        if (sheet.v > 1) {
            line.text("GTS Descriptor Count = ").number(count);
            line.text(", GTS Directions Mask = ")
                    .hex(sheet.u8(at + 1) & 0x7f, 2)
                    .text(", [ ");
            for (int i = 0; i < count; i++) {
                int slot = at + 2 + i * 3;
                line.text("[ ").hex(sheet.le16(slot), 4);
                // of the address' second byte, as the original has it
                line.text(", Start slot = ").number(sheet.u8(slot + 1) & 15);
                line.text(", Length = ").number(sheet.u8(slot + 1) >> 4).text(" ] ");
            }
            line.put(']');
        }
        take(size);
        return true;
    }

    /** Section 7.5. */
    private void command() {
        if (lacks(1, "Command ID")) {
            return;
        }
        int command = sheet.u8(at);
        String name = LowRateWirelessNames.COMMANDS.name(command);
        line.text("Command ID = ");
        if (name == null) {
            line.text("Reserved 0x").hex(command, 2);
        } else {
            line.text(name);
        }
        line.put(' ');
        take(1);
        if (rest == 0) {
            return;
        }
        switch (command) {
            case 1 -> {
                if (fits(rest == 1, "Association request")) {
                    int abilities = sheet.u8(at);
                    line.text((abilities & 2) != 0 ? "FFD, " : "RFD, ");
                    flag(abilities, 0x04, "AC powered, ");
                    flag(abilities, 0x08, "Receiver on when idle, ");
                    flag(abilities, 0x10, "Fast association, ");
                    flag(abilities, 0x40, "Security supported, ");
                    flag(abilities, 0x80, "Allocate address, ");
                    take(rest);
                }
            }
            case 2 -> {
                if (fits(rest == 3, "Association response")) {
                    line.text("Short address = ").hex(sheet.le16(at), 4).text(", ");
                    line.text(LowRateWirelessNames.ASSOCIATIONS.orHex(sheet.u8(at + 2), "Status = 0x", 2, ""));
                    take(rest);
                }
            }
            case 3 -> {
                if (fits(rest == 1, "Disassociation Notification")) {
                    int reason = sheet.u8(at);
                    if (reason == 0) {
                        line.text("Reserved");
                    } else {
                        line.text("Reason = ").text(LowRateWirelessNames.DISASSOCIATIONS.orHex(reason, "0x", 2, ""));
                    }
                    take(rest);
                }
            }
            case 4, 5, 6, 7 -> {
                // they carry nothing
            }
            case 8 -> realignment();
            case 9 -> {
                if (fits(rest == 1, "GTS Request")) {
                    int slot = sheet.u8(at);
                    line.text("GTS Length = ").number(slot & 15);
                    line.text((slot & 0x10) != 0 ? ", Receive-only GTS" : ", Transmit-only GTS");
                    line.text((slot & 0x20) != 0 ? ", GTS allocation" : ", GTS deallocations");
                    take(rest);
                }
            }
            default -> {
                line.text("Command Data = ");
                bytes(rest);
            }
        }
    }

    private boolean fits(boolean isOfLength, String name) {
        if (!isOfLength) {
            line.text("Invalid ").text(name).text(" command length");
        }
        return isOfLength;
    }

    private void realignment() {
        if (!fits(rest == 7 || rest == 8, "Coordinator Realignment")) {
            return;
        }
        line.text("Pan ID = 0x").hex(sheet.le16(at), 4);
        line.text(", Coordinator short address = ").hex(sheet.le16(at + 2), 4);
        int channel = sheet.u8(at + 4);
        int page = rest == 8 ? sheet.u8(at + 7) : 0x80;
        line.text(", Channel Number = ");
        if ((page & 0x80) != 0) {
            line.number(channel | (page & 0x7f) << 8);
        } else {
            line.number(channel).text(", page = ").number(page);
        }
        line.text(", Short address = ").hex(sheet.le16(at + 5), 4);
        take(rest);
    }
}
