package astray.packet.text;

/** What a beacon of IEEE 802.15.4 tells (section 7.3.1): its superframe, time slots, and for whom frames wait. */
final class LowRateWirelessBeacon {
    private LowRateWirelessBeacon() {}

    /** Prints it; false when it is cut off. */
    static boolean print(LowRateWirelessRest rest) {
        if (rest.lacks(2, "beacon information")) {
            return false;
        }
        superframe(rest);
        return !rest.lacks(1, "GTS info") && slots(rest) && !rest.lacks(1, "pending addresses") && pending(rest);
    }

    private static void superframe(LowRateWirelessRest rest) {
        if (rest.sheet.v > 0) {
            Line line = rest.line;
            int superframe = rest.sheet.le16(rest.at);
            line.text("\n\tBeacon order = ").number(superframe & 15);
            line.text(", Superframe order = ").number(superframe >> 4 & 15);
            line.text(", Final CAP Slot = ").number(superframe >> 8 & 15);
            rest.flag(superframe, 0x1000, ", BLE enabled");
            rest.flag(superframe, 0x4000, ", PAN Coordinator");
            rest.flag(superframe, 0x8000, ", Association Permit");
        }
        rest.take(2);
    }

    /** Guaranteed time slots (section 7.3.1.4). */
    private static boolean slots(LowRateWirelessRest rest) {
        Sheet sheet = rest.sheet;
        Line line = rest.line;
        int count = sheet.u8(rest.at) & 7;
        if (count == 0) {
            line.text(sheet.v > 0 ? "\n\tGTS Descriptor Count = 0, " : "");
            rest.take(1);
            return true;
        }
        int size = 2 + count * 3;
        if (rest.size < size) {
            line.text(" [ERROR: Truncated GTS Info List]");
            return false;
        }
        if (sheet.v > 1) {
            line.text("GTS Descriptor Count = ").number(count);
            line.text(", GTS Directions Mask = ")
                    .hex(sheet.u8(rest.at + 1) & 0x7f, 2)
                    .text(", [ ");
            for (int i = 0; i < count; i++) {
                int slot = rest.at + 2 + i * 3;
                line.text("[ ").hex(sheet.le16(slot), 4);
                // of the address' second byte, as the original has it
                line.text(", Start slot = ").number(sheet.u8(slot + 1) & 15);
                line.text(", Length = ").number(sheet.u8(slot + 1) >> 4).text(" ] ");
            }
            line.put(']');
        }
        rest.take(size);
        return true;
    }

    private static boolean pending(LowRateWirelessRest rest) {
        Line line = rest.line;
        int pending = rest.sheet.u8(rest.at);
        int shorts = pending & 7;
        int longs = pending >> 4 & 7;
        if (rest.sheet.v > 0) {
            line.text("\n\tPending address list, # short addresses = ").number(shorts);
            line.text(", # extended addresses = ").number(longs);
        }
        if (rest.size < 1 + shorts * 2 + longs * 8) {
            line.text(" [ERROR: Pending address list truncated]");
            return false;
        }
        rest.take(1);
        addresses(rest, ", Short address list = [ ", shorts, 2);
        addresses(rest, ", Extended address list = [ ", longs, 8);
        return true;
    }

    private static void addresses(LowRateWirelessRest rest, String name, int count, int size) {
        if (rest.sheet.v > 1 && count > 0) {
            rest.line.text(name);
            for (int i = 0; i < count; i++) {
                rest.address(rest.at + i * size, size);
                rest.line.put(' ');
            }
            rest.line.put(']');
        }
        rest.take(count * size);
    }
}
