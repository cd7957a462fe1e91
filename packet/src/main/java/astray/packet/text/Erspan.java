package astray.packet.text;

/** Encapsulated remote switched port analyzer (draft-foschiano-erspan-03): mirrored frames behind GRE. */
final class Erspan {
    private static final int VERSION_2 = 1;
    private static final int VERSION_3 = 2;

    private static final String[] HEALTH = {"Good/unknown", "Short", "Oversized", "Bad"};

    /** Frames in packets in frames: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private Erspan() {}

    /**
     * Prints types I and II.
     *
     * @param numbered whether GRE's header has a sequence number; type I has none
     */
    static void print(Sheet sheet, int at, int length, boolean numbered) {
        sheet.protocol = "erspan";
        sheet.text("erspan");
        if (!numbered) {
            sheet.text(" type1: ");
            frame(sheet, at, length);
            return;
        }
        int first = word(sheet, at, length, 4);
        if (first == 0) {
            return;
        }
        int header = sheet.s32(at);
        if (isOther(sheet, header, VERSION_2)) {
            return;
        }
        sheet.text(sheet.v > 0 ? " type2" : "").text(" session ").number(header & 0x3ff);
        int vlan = header >>> 16 & 0xfff;
        switch (header >>> 11 & 3) {
            case 1 -> sheet.text(" isl ").number(vlan);
            case 2 -> sheet.text(" vlan ").number(vlan);
            case 3 -> sheet.text(" vlan payload");
            default -> {
                // no tag
            }
        }
        service(sheet, header);
        if (word(sheet, at + 4, length - 4, 4) == 0) {
            return;
        }
        int index = sheet.s32(at + 4) & 0xfffff;
        if (sheet.v > 0) {
            sheet.text(" index ").number(index);
        }
        sheet.text(": ");
        frame(sheet, at + 8, length - 8);
    }

    /** Prints type III. */
    static void print3(Sheet sheet, int at, int length) {
        sheet.protocol = "erspan";
        sheet.text("erspan");
        if (word(sheet, at, length, 4) == 0) {
            return;
        }
        int header = sheet.s32(at);
        if (isOther(sheet, header, VERSION_3)) {
            return;
        }
        sheet.text(sheet.v > 0 ? " type3" : "").text(" session ").number(header & 0x3ff);
        sheet.text(" bso ").text(HEALTH[header >>> 11 & 3]);
        service(sheet, header);
        // a time and a security group's tag, then what the frame is
        int here = at + 4;
        int rest = length - 4;
        for (int size : new int[] {4, 2, 2}) {
            if (word(sheet, here, rest, size) == 0) {
                return;
            }
            here += size;
            rest -= size;
        }
        int more = sheet.be16(here - 2);
        int type = more >> 10 & 0x1f;
        sheet.text(" ft ");
        if (type == 0 || type == 2) {
            sheet.text(type == 0 ? "Ethernet" : "IP");
        } else {
            sheet.text("unknown ").hex(type);
        }
        if ((more & 1) != 0) {
            if (word(sheet, here, rest, 8) == 0) {
                return;
            }
            here += 8;
            rest -= 8;
        }
        sheet.text(": ");
        if (type == 0) {
            frame(sheet, here, rest);
        } else {
            sheet.text("Frame type unknown");
        }
    }

    /** Whether so many bytes are there; 0 when the length does not allow them, which is said. */
    private static int word(Sheet sheet, int at, int length, int size) {
        if (length < size) {
            sheet.invalid("len", length, "<", size);
            return 0;
        }
        sheet.need(at, size);
        return size;
    }

    private static boolean isOther(Sheet sheet, int header, int version) {
        int told = header >>> 28;
        if (told == version) {
            return false;
        }
        sheet.text(" erspan-unknown-version-").hex(told);
        return true;
    }

    private static void service(Sheet sheet, int header) {
        if (sheet.v > 0) {
            sheet.text(" cos ").number(header >>> 13 & 7);
            sheet.text((header & 0x400) != 0 ? " truncated" : "");
        }
    }

    private static void frame(Sheet sheet, int at, int length) {
        if (sheet.depth >= DEEPEST) {
            sheet.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        Ethernet.print(sheet, at, length);
        sheet.depth--;
    }
}
