package astray.packet.text;

/** The Multicast Source Discovery Protocol (RFC 3618). */
final class Msdp {
    private static final int HEADER = 3;
    private static final int LONGEST = 1500;
    private static final int LONG = 1400;
    private static final int LAST = 7;

    private static final int ACTIVE = 1;
    private static final int REQUEST = 2;
    private static final int RESPONSE = 3;
    private static final int KEEP_ALIVE = 4;
    private static final int NOTIFICATION = 5;

    private static final int ENTRIES = 8;
    private static final int ENTRY = 12;

    private Msdp() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "msdp";
        sheet.text(": msdp");
        if (!isBeginning(sheet, at)) {
            return;
        }
        int i = 0;
        while (i < length) {
            int size = message(sheet, at + i, length - i);
            if (size < 0) {
                return;
            }
            sheet.need(at + i, size);
            i += size;
        }
    }

    /** Whether a message seems to begin here; says what is wrong where none does. */
    private static boolean isBeginning(Sheet sheet, int at) {
        int type = sheet.u8(at);
        int size = sheet.be16(at + 1);
        if (size > LONGEST) {
            sheet.invalid("len", size, ">", LONGEST);
        } else if (size < HEADER) {
            sheet.invalid("len", size, "<", HEADER);
        } else if (type == 0) {
            sheet.invalid("type", type, "==", 0);
        } else if (type > LAST) {
            sheet.invalid("type", type, ">", LAST);
        } else {
            return true;
        }
        return false;
    }

    /** Prints a message; how long it is, negative for an invalid one. */
    private static int message(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (isShort(sheet, "length", length, HEADER)) {
            return -1;
        }
        int type = sheet.u8(at);
        int size = sheet.be16(at + 1);
        if (size > LONG || sheet.v > 0) {
            line.text(" [len ").number(size).put(']');
        }
        if (isShort(sheet, "len", size, HEADER) || isShort(sheet, "length", length, size)) {
            return -1;
        }
        switch (type) {
            case ACTIVE, RESPONSE -> {
                line.text(type == ACTIVE ? " SA" : " SA-Response");
                return active(sheet, at, size) ? size : -1;
            }
            case REQUEST -> {
                line.text(" SA-Request");
                if (isShort(sheet, "len", size, 4)) {
                    return -1;
                }
                sheet.need(at + 3, 1);
                if (isShort(sheet, "len", size, 8)) {
                    return -1;
                }
                length(line, size, 8);
                sheet.need(at + 4, 4);
                line.text(" for ");
                sheet.host4(at + 4);
            }
            case KEEP_ALIVE -> {
                line.text(" Keepalive");
                length(line, size, HEADER);
            }
            case NOTIFICATION -> line.text(" Notification");
            default -> {
                line.text(" [type=").number(type);
                line.text(" len=").number(size).put(']');
            }
        }
        return size;
    }

    private static boolean isShort(Sheet sheet, String what, int value, int least) {
        if (value >= least) {
            return false;
        }
        sheet.invalid(what, value, "<", least);
        return true;
    }

    private static void length(Line line, int size, int right) {
        if (size != right) {
            line.text("[len=").number(size).text("] ");
        }
    }

    /** Active sources, perhaps with a packet of one (RFC 3618 section 12.2.1). */
    private static boolean active(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (isShort(sheet, "len", size, 4)) {
            return false;
        }
        int count = sheet.u8(at + 3);
        line.put(' ').number(count).text(" entries");
        if (isShort(sheet, "len", size, ENTRIES)) {
            return false;
        }
        sheet.need(at + 4, 4);
        sheet.need(at + ENTRIES, count * ENTRY);
        int data = ENTRIES + count * ENTRY;
        if (size > data) {
            line.text(" [w/data]");
            if (sheet.v > 1) {
                line.put(' ');
                Ip4.print(sheet, at + data, size - data);
            }
        }
        return true;
    }
}
