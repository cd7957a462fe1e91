package astray.packet.text;

/** RADIUS's values of text, some with a tag in front that groups them (RFC 2868 section 3). */
final class RadiusText {
    private static final int LAST_TAG = 0x1f;

    private RadiusText() {}

    /** Prints text up to its end, or to a zero byte. */
    static void print(Sheet sheet, int at, int size) {
        for (int i = 0; i < size; i++) {
            int c = sheet.u8(at + i);
            if (c == 0) {
                break;
            }
            character(sheet.line, c);
        }
    }

    static void character(Line line, int c) {
        line.put(c >= 0x20 && c < 0x7f ? c : '.');
    }

    /** Prints a tag; 0 for none. */
    static void tag(Sheet sheet, int tag) {
        if (tag == 0) {
            sheet.text("Tag[Unused] ");
        } else {
            sheet.text("Tag[").number(tag).text("] ");
        }
    }

    /** Prints text behind a tag, or all of it where its first byte is none. */
    static void tagged(Sheet sheet, int at, int size) {
        int tag = sheet.u8(at);
        if (tag > LAST_TAG) {
            print(sheet, at, size);
            return;
        }
        tag(sheet, tag);
        print(sheet, at + 1, size - 1);
    }

    /** Section 3.5. */
    static void password(Sheet sheet, int at, int size) {
        if (!RadiusAttributes.atLeast(sheet, size, 3)) {
            return;
        }
        int tag = sheet.u8(at);
        tag(sheet, tag > LAST_TAG ? 0 : tag);
        sheet.text("Salt ").number(sheet.be16(at + 1)).put(' ');
        print(sheet, at + 3, size - 3);
    }
}
