package astray.packet.text;

/** Information elements of IEEE 802.15.4 (section 7.4): those of the header, then those of the payload. */
final class LowRateWirelessElements {
    private static final int HEADER = 2;

    private static final int PAYLOAD_FOLLOWS = 0x7e;
    private static final int HEADER_ENDS = 0x7f;
    private static final int PAYLOAD_ENDS = 0x0f;

    private LowRateWirelessElements() {}

    /** Prints all; false when they are cut off. */
    static boolean print(LowRateWirelessRest rest, boolean encrypted) {
        int kind;
        do {
            kind = element(rest, true);
            if (kind < 0) {
                return false;
            }
            if (kind == PAYLOAD_FOLLOWS) {
                if (!encrypted) {
                    return payload(rest);
                }
                rest.line.text("Payload IEs present, but encrypted, cannot print ");
            }
        } while (rest.size != 0 && kind != PAYLOAD_FOLLOWS && kind != HEADER_ENDS);
        return true;
    }

    private static boolean payload(LowRateWirelessRest rest) {
        int kind;
        do {
            kind = element(rest, false);
        } while (kind >= 0 && rest.size != 0 && kind != PAYLOAD_ENDS);
        return kind >= 0;
    }

    /** One element; its kind, negative when it is cut off. */
    private static int element(LowRateWirelessRest rest, boolean header) {
        Line line = rest.line;
        if (rest.size < HEADER) {
            line.text("[ERROR: Truncated header IE]");
            return -1;
        }
        int word = rest.sheet.le16(rest.at);
        boolean second = (word & 0x8000) != 0;
        if (header == second) {
            line.text(header ? "[ERROR: Header IE with type 1] " : "[ERROR: Payload IE with type 0] ");
        }
        int size = header ? word & 0x7f : word & 0x3ff;
        int kind = header ? word >> 7 & 0xff : word >> 11 & 0x0f;
        if (kind > HEADER_ENDS) {
            line.text("Reserved Element ID ").hex(kind, 2);
            line.text(", length = ").number(size).put(' ');
        } else {
            Table names = header ? LowRateWirelessNames.HEADER_ELEMENTS : LowRateWirelessNames.PAYLOAD_ELEMENTS;
            line.text("\n\t").text(names.orHex(kind, "Reserved 0x", 2, "")).text(" [");
            if (size > 0) {
                line.text(" length = ").number(size).text(", ");
            }
        }
        if (rest.size < HEADER + size) {
            line.text("[ERROR: Truncated IE data]");
            return -1;
        }
        rest.take(HEADER);
        if (size > 0) {
            line.text("IE Data = ");
            rest.bytes(size);
        }
        line.text(header ? "] " : "]\n\t");
        rest.take(size);
        return kind;
    }
}
