package astray.packet.text;

/**
 * Frames of low-rate wireless networks (IEEE 802.15.4-2015 section 7), with or without their check sequence, and behind
 * the header of LINKTYPE_IEEE802_15_4_TAP: the headers. Of information elements the bytes are printed.
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

    private LowRateWireless() {}

    static void print(Sheet sheet, int at) {
        sheet.protocol = "802.15.4";
        LowRateWirelessRest rest = new LowRateWirelessRest(sheet, at, sheet.captured(at));
        if (rest.size < 2) {
            throw Truncated.HERE;
        }
        int control = sheet.le16(at);
        int type = control & 7;
        sheet.text("IEEE 802.15.4 ").text(LowRateWirelessNames.TYPES[type]).text(" packet ");
        if (type <= COMMAND) {
            standard(rest, control, type);
        } else if (type == MULTIPURPOSE) {
            multipurpose(rest, control);
        }
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

    private static void standard(LowRateWirelessRest rest, int control, int type) {
        Line line = rest.line;
        LowRateWirelessSum sum = rest.size >= 4 ? LowRateWirelessSum.take(rest, 4) : LowRateWirelessSum.NONE;
        int version = control >> 12 & 3;
        line.put('v').number(version).put(' ');
        if (rest.sheet.v > 2) {
            rest.flag(control, SECURED, "Security Enabled, ");
            rest.flag(control, PENDING, "Frame Pending, ");
            rest.flag(control, ACKNOWLEDGE, "AR, ");
            rest.flag(control, ONE_PAN, "PAN ID Compression, ");
            rest.flag(control, UNNUMBERED, "Sequence Number Suppression, ");
            rest.flag(control, ELEMENTS, "IE present, ");
        }
        if ((control & UNNUMBERED) != 0) {
            if (version < 2) {
                line.text("[ERROR: Sequence number suppressed on frames where version < 2]");
            }
            line.text(rest.sheet.v > 0 ? "seq suppressed " : "");
            rest.skip(2);
        } else {
            number(rest, 2);
        }
        int destination = size(control >> 10 & 3);
        int source = size(control >> 14 & 3);
        if (isInvalid(line, source, destination)) {
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
        if (!end(rest, destinationPan, destination)) {
            return;
        }
        line.text(" < ");
        if (!end(rest, sourcePan, source)) {
            return;
        }
        line.put(' ');
        if (middle(rest, sum, (control & SECURED) != 0, (control & ELEMENTS) != 0)) {
            payload(rest, type, version);
        }
    }

    private static void multipurpose(LowRateWirelessRest rest, int control) {
        Line line = rest.line;
        LowRateWirelessSum sum = rest.size >= 3 ? LowRateWirelessSum.take(rest, 5) : LowRateWirelessSum.NONE;
        boolean secured = false;
        boolean elements = false;
        boolean pan = false;
        if ((control & LONG) != 0) {
            line.put('v').number(control >> 12 & 3).put(' ');
            pan = (control & MP_PAN) != 0;
            elements = (control & MP_ELEMENTS) != 0;
            secured = (control & MP_SECURED) != 0;
            if (rest.sheet.v > 2) {
                rest.flag(control, MP_SECURED, "Security Enabled, ");
                rest.flag(control, MP_PENDING, "Frame Pending, ");
                rest.flag(control, MP_ACKNOWLEDGE, "AR, ");
                rest.flag(control, MP_PAN, "PAN ID Present, ");
                rest.flag(control, MP_UNNUMBERED, "Sequence Number Suppression, ");
                rest.flag(control, MP_ELEMENTS, "IE present, ");
            }
            if ((control & MP_UNNUMBERED) != 0) {
                rest.skip(2);
            } else {
                number(rest, 2);
            }
        } else {
            number(rest, 1);
        }
        int destination = size(control >> 4 & 3);
        int source = size(control >> 6 & 3);
        if (isInvalid(line, source, destination) || !end(rest, pan, destination)) {
            return;
        }
        line.text(" <  ");
        if (!end(rest, false, source)) {
            return;
        }
        line.put(' ');
        if (middle(rest, sum, secured, elements)) {
            rest.dump();
        }
    }

    /** The sequence number, which stands behind a control field of so many bytes. */
    private static void number(LowRateWirelessRest rest, int control) {
        int number = rest.sheet.u8(rest.at + control);
        if (rest.sheet.v > 0) {
            rest.line.text("seq ").hex(number, 2).put(' ');
        }
        rest.skip(control + 1);
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

    private static boolean isInvalid(Line line, int source, int destination) {
        if (source < 0) {
            line.text("[ERROR: Invalid src address mode]");
        } else if (destination < 0) {
            line.text("[ERROR: Invalid dst address mode]");
        }
        return source < 0 || destination < 0;
    }

    /** The network and the address of one end; false when they are not there. */
    private static boolean end(LowRateWirelessRest rest, boolean pan, int size) {
        Line line = rest.line;
        if (pan) {
            if (rest.lacks(2, "dst_pan")) {
                return false;
            }
            line.hex(rest.sheet.le16(rest.at), 4);
            rest.take(2);
        } else {
            line.put('-');
        }
        line.put(':');
        if (rest.lacks(size, "dst_addr")) {
            return false;
        }
        rest.address(rest.at, size);
        rest.take(size);
        return true;
    }

    /** What stands between addresses and payload; false when it is not all there. */
    private static boolean middle(LowRateWirelessRest rest, LowRateWirelessSum sum, boolean secured, boolean elements) {
        int level = secured ? LowRateWirelessSecurity.header(rest) : 0;
        if (level < 0) {
            return false;
        }
        int codeSize = LowRateWirelessSecurity.codeSize(level);
        if (codeSize > 0 && rest.lacks(codeSize, "MIC")) {
            return false;
        }
        rest.size -= codeSize;
        int code = rest.at + rest.size;
        if (elements && !LowRateWirelessElements.print(rest, LowRateWirelessSecurity.isEncrypted(level))) {
            return false;
        }
        Line line = rest.line;
        if (rest.sheet.v > 2) {
            if (codeSize > 0) {
                line.text("\n\tMIC ");
                for (int i = 0; i < codeSize; i++) {
                    line.hex(rest.sheet.u8(code + i), 2);
                }
                line.put(' ');
            }
            sum.print(line);
        }
        return true;
    }

    private static void payload(LowRateWirelessRest rest, int type, int version) {
        if (type == BEACON && version < 2 && !LowRateWirelessBeacon.print(rest)) {
            return;
        }
        if (type == COMMAND) {
            LowRateWirelessCommand.print(rest);
        }
        rest.dump();
    }
}
