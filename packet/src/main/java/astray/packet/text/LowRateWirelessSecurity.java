package astray.packet.text;

/** How a frame of IEEE 802.15.4 is protected: the auxiliary security header and the integrity code (section 9.4). */
final class LowRateWirelessSecurity {
    private static final int NO_COUNTER = 0x20;

    /** From this security level on the payload is encrypted. */
    private static final int ENCRYPTED = 4;

    private static final int[] CODE_SIZES = {0, 4, 8, 16, 0, 4, 8, 16};

    private LowRateWirelessSecurity() {}

    /** How long the integrity code of a security level is. */
    static int codeSize(int level) {
        return CODE_SIZES[level];
    }

    static boolean isEncrypted(int level) {
        return level >= ENCRYPTED;
    }

    /** Prints the auxiliary security header; the security level, negative when it is not all there. */
    static int header(LowRateWirelessRest rest) {
        if (rest.lacks(1, "Aux Security Header")) {
            return -1;
        }
        Sheet sheet = rest.sheet;
        Line line = rest.line;
        int control = sheet.u8(rest.at);
        int level = control & 7;
        int mode = control >> 3 & 3;
        rest.take(1);
        if (sheet.v > 0) {
            line.text("\n\tSecurity Level ").number(level);
            line.text(", Key Id Mode ").number(mode).text(", ");
        }
        boolean all = sheet.v > 1;
        if ((control & NO_COUNTER) == 0) {
            if (rest.lacks(4, "Frame Counter")) {
                return -1;
            }
            if (all) {
                line.text("Frame Counter 0x").hex(sheet.le32(rest.at), 8).put(' ');
            }
            rest.take(4);
        }
        return key(rest, mode, all) ? level : -1;
    }

    private static boolean key(LowRateWirelessRest rest, int mode, boolean all) {
        Sheet sheet = rest.sheet;
        Line line = rest.line;
        if (mode == 0) {
            line.text(all ? "Implicit" : "");
            return true;
        }
        if (mode > 1) {
            if (rest.lacks(mode == 2 ? 4 : 8, "Key Source")) {
                return false;
            }
            if (all) {
                line.text("KeySource ");
                if (mode == 2) {
                    line.text("0x").hex(sheet.le16(rest.at), 4).put(':');
                    // the original's words, which it has from a slip of the pen
                    line.hex(sheet.le16(rest.at + 2)).text("4x");
                } else {
                    rest.address(rest.at, 8);
                }
                line.text(", ");
            }
            // half of a source of eight bytes, as the original has it
            rest.take(4);
        }
        if (rest.lacks(1, "Key Index")) {
            return false;
        }
        if (all) {
            line.text("KeyIndex 0x").hex(sheet.u8(rest.at), 2).text(", ");
        }
        rest.take(1);
        return true;
    }
}
