package astray.packet.text;

/** What is left of a frame of IEEE 802.15.4; it shrinks from both ends. Numbers are little-endian. */
final class LowRateWirelessRest {
    final Sheet sheet;
    final Line line;

    /** Where it begins. */
    int at;

    /** How long it is. */
    int size;

    LowRateWirelessRest(Sheet sheet, int at, int size) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.at = at;
        this.size = size;
    }

    /** Takes bytes, which are there, away from the front. */
    void take(int count) {
        at += count;
        size -= count;
    }

    /** Takes bytes away from the front; ends the printing where they are not there. */
    void skip(int count) {
        if (size < count) {
            throw Truncated.HERE;
        }
        take(count);
    }

    /** Whether there is not enough left, which is said then. */
    boolean lacks(int count, String what) {
        if (size < count) {
            line.text("[ERROR: Truncated before ").text(what).put(']');
        }
        return size < count;
    }

    void flag(int field, int mask, String name) {
        if ((field & mask) != 0) {
            line.text(name);
        }
    }

    /** An address of no, two or eight bytes; it is not taken away. */
    void address(int where, int length) {
        switch (length) {
            case 0 -> line.text("none");
            case 2 -> line.hex(sheet.le16(where), 4);
            default -> {
                for (int i = length - 1; i >= 0; i--) {
                    line.hex(sheet.u8(where + i), 2).text(i == 0 ? "" : ":");
                }
            }
        }
    }

    /** Bytes from the front on; they are not taken away. */
    void bytes(int count) {
        for (int i = 0; i < count; i++) {
            line.hex(sheet.u8(at + i), 2).put(' ');
        }
    }

    /** What has no meaning here. */
    void dump() {
        HexDump.print(sheet, "\n\t", at, size, true);
    }
}
