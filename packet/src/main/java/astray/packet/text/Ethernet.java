package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Ethernet (IEEE 802.3) with 802.1Q and 802.1ad tags. */
final class Ethernet {
    private static final int DESTINATION = 0;
    private static final int SOURCE = 6;
    private static final int LENGTH_TYPE = 12;
    private static final int HEADER = 14;

    /** Below this the field is a length, not a type. */
    private static final int LARGEST_LENGTH = 1500;

    private Ethernet() {}

    /** Prints a frame; {@code wire} is its length on the wire. */
    static void print(Sheet sheet, int at, int wire) {
        Line line = sheet.line;
        sheet.protocol = "ether";
        if (wire < HEADER) {
            line.text(" [length ").number(wire).text(" < 14]");
            sheet.invalid();
            return;
        }
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return;
        }
        sheet.linkSource = at + SOURCE;
        sheet.linkDestination = at + DESTINATION;
        boolean told = false;
        if (sheet.options.linkLevel()) {
            addresses(sheet, at);
        }
        int type = sheet.be16(at + LENGTH_TYPE);
        int here = at + HEADER;
        int length = wire - HEADER;
        while (true) {
            if (type <= LARGEST_LENGTH) {
                lengthField(sheet, here, type, length, wire, told);
                return;
            }
            if (!isTag(type)) {
                break;
            }
            if (sheet.options.linkLevel()) {
                typed(sheet, type);
                if (!told) {
                    line.text(", length ").number(wire).text(": ");
                    told = true;
                } else {
                    line.text(", ");
                }
            }
            if (length < 4) {
                line.text("[length ").number(length).text(" < 4]");
                sheet.invalid();
                return;
            }
            sheet.protocol = "vlan";
            if (!sheet.has(here, 4)) {
                throw Truncated.HERE;
            }
            int tag = sheet.be16(here);
            if (sheet.options.linkLevel()) {
                line.text("vlan ").number(tag & 0xfff).text(", p ").number(tag >> 13);
                line.text((tag & 0x1000) != 0 ? ", DEI" : "");
            }
            type = sheet.be16(here + 2);
            here += 4;
            length -= 4;
            sheet.protocol = "ether";
            if (sheet.options.linkLevel() && type > LARGEST_LENGTH) {
                line.text(", ");
                if (!isTag(type)) {
                    line.text("ethertype ");
                    typeWord(sheet, type);
                    line.text(", ");
                } else {
                    line.cut(line.length() - 2);
                }
            } else if (sheet.options.linkLevel()) {
                line.text(", ");
            }
            if (!isTag(type) && type > LARGEST_LENGTH) {
                payload(sheet, at, here, type, length, wire);
                return;
            }
        }
        if (sheet.options.linkLevel()) {
            typed(sheet, type);
            line.text(", length ").number(wire).text(": ");
        }
        payload(sheet, at, here, type, length, wire);
    }

    private static boolean isTag(int type) {
        return type == EtherType.VLAN
                || type == EtherType.QINQ_SERVICE
                || type == EtherType.QINQ_OLD
                || type == EtherType.QINQ_OLDER;
    }

    static void addresses(Sheet sheet, int at) {
        sheet.mac(at + SOURCE);
        sheet.text(" > ");
        sheet.mac(at + DESTINATION);
    }

    private static void typed(Sheet sheet, int type) {
        sheet.text(", ethertype ");
        typeWord(sheet, type);
    }

    static void typeWord(Sheet sheet, int type) {
        String name = EtherType.name(type);
        sheet.text(name == null ? "Unknown" : name).text(" (0x").hex(type, 4).put(')');
    }

    private static void payload(Sheet sheet, int at, int here, int type, int length, int wire) {
        if (LinkLayer.payload(sheet, new Payload(type, here, length, at))) {
            return;
        }
        if (!sheet.options.linkLevel()) {
            addresses(sheet, at);
            typed(sheet, type);
            sheet.text(", length ").number(wire).text(": ");
        }
        LinkLayer.raw(sheet, here);
    }

    private static void lengthField(Sheet sheet, int here, int field, int length, int wire, boolean told) {
        Line line = sheet.line;
        if (sheet.options.linkLevel()) {
            line.text(told ? "802.3" : ", 802.3");
            line.text(", length ").number(told ? field : wire).text(": ");
        }
        int before = sheet.end();
        if (field < length) {
            sheet.endAt(here + field);
            length = field;
        }
        try {
            if (!Llc.print(sheet, here, length)) {
                LinkLayer.raw(sheet, here);
            }
        } finally {
            sheet.endAgain(before);
        }
    }
}
