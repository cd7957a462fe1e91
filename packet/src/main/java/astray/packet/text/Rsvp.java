package astray.packet.text;

/** The Resource ReSerVation Protocol (RFC 2205), as it sets up label-switched paths too (RFC 3209, RFC 3473). */
final class Rsvp {
    // the common header (RFC 2205 section 3.1.1)
    private static final int VERSION = 0;
    private static final int TYPE = 1;
    private static final int CHECKSUM = 2;
    private static final int TTL = 4;
    private static final int LENGTH = 6;
    private static final int HEADER = 8;

    private static final int BUNDLE = 12;

    private static final Table MESSAGES = Table.of("""
            1 Path
            2 Resv
            3 PathErr
            4 ResvErr
            5 PathTear
            6 ResvTear
            7 ResvConf
            12 Bundle
            13 Acknowledgement
            14 Hello (Old)
            15 Refresh
            20 Hello
            """);

    private static final Table FLAGS = Table.of("1 Refresh reduction capable");

    private Rsvp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "rsvp";
        sheet.need(at, HEADER);
        if (!isSupported(sheet, at)) {
            return;
        }
        int type = sheet.u8(at + TYPE);
        String name = MESSAGES.name(type);
        if (sheet.v == 0) {
            line.text("RSVPv1 ").text(name == null ? "unknown (" + type + ")" : name);
            line.text(" Message, length: ").number(length);
            return;
        }
        int size = sheet.be16(at + LENGTH);
        header(sheet, "\n\t", at);
        if (isShort(line, size)) {
            return;
        }
        if (type == BUNDLE) {
            bundle(sheet, at + HEADER, size - HEADER);
        } else if (name != null) {
            RsvpObjects.print(sheet, "\n\t  ", at + HEADER, size - HEADER);
        } else {
            HexDump.unknown(sheet, "\n\t    ", at + HEADER, size - HEADER);
        }
    }

    private static boolean isSupported(Sheet sheet, int at) {
        int version = sheet.u8(at + VERSION) >> 4;
        if (version == 1) {
            return true;
        }
        sheet.text("ERROR: RSVP version ").number(version).text(" packet not supported");
        return false;
    }

    private static boolean isShort(Line line, int size) {
        if (size >= HEADER) {
            return false;
        }
        line.text("ERROR: common header too short ").number(size).text(" < 8");
        return true;
    }

    private static void header(Sheet sheet, String indent, int at) {
        Line line = sheet.line;
        int type = sheet.u8(at + TYPE);
        line.text(indent).text("RSVPv1 ").text(MESSAGES.orNumber(type, "unknown, type: "));
        line.text(" Message (").number(type);
        line.text("), Flags: [")
                .text(FLAGS.bits(sheet.u8(at + VERSION) & 15, ", ", "none"))
                .put(']');
        line.text(", length: ").number(sheet.be16(at + LENGTH));
        line.text(", ttl: ").number(sheet.u8(at + TTL));
        line.text(", checksum: 0x").hex(sheet.be16(at + CHECKSUM), 4);
    }

    /** Messages in a message (RFC 2961 section 3.1). */
    private static void bundle(Sheet sheet, int at, int length) {
        int i = 0;
        while (i < length) {
            int here = at + i;
            sheet.need(here, HEADER);
            if (!isSupported(sheet, here)) {
                return;
            }
            int size = sheet.be16(here + LENGTH);
            header(sheet, "\n\t  ", here);
            if (isShort(sheet.line, size)) {
                return;
            }
            if (size > length - i) {
                sheet.text("ERROR: common header too large ").number(size);
                sheet.text(" > ").number(length - i);
                return;
            }
            if (!RsvpObjects.print(sheet, "\n\t    ", here + HEADER, size - HEADER)) {
                return;
            }
            i += size;
        }
    }
}
