package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;
import org.jspecify.annotations.Nullable;

/** Ethernet (IEEE 802.3) with 802.1Q and 802.1ad tags, IEEE 802.1AE, and what switches insert. */
final class Ethernet {
    private static final int DESTINATION = 0;
    private static final int SOURCE = 6;
    private static final int LENGTH_TYPE = 12;
    private static final int HEADER = 14;
    private static final int TAG = 4;

    /** An LLC header with a control field of one byte. */
    private static final int LLC = 3;

    private static final byte SNAP = (byte) 0xaa;
    private static final int SNAP_HEADER = 5;

    /** Below this the field is a length, not a type. */
    private static final int LARGEST_LENGTH = 1500;

    private Ethernet() {}

    /** What some switches insert behind the addresses, and prints it. */
    interface SwitchTag {
        /** Prints the tag. */
        void print(Sheet sheet, int at);
    }

    /** Prints a frame; {@code wire} is its length on the wire. */
    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "ether";
        print(sheet, at, wire, 0, null);
    }

    /** Prints a frame with a switch's tag of some length behind the addresses. */
    static void print(Sheet sheet, int at, int wire, int tagLength, @Nullable SwitchTag tag) {
        Line line = sheet.line;
        if (wire < HEADER + tagLength) {
            sheet.invalid("length", wire, "<", HEADER + tagLength);
            return;
        }
        if (!sheet.has(at, HEADER + tagLength)) {
            sheet.truncated();
            return;
        }
        sheet.linkSource = at + SOURCE;
        sheet.linkDestination = at + DESTINATION;
        boolean linkLevel = sheet.options.linkLevel();
        if (linkLevel) {
            addresses(sheet, at);
            line.text(", ");
        }
        if (tag != null) {
            tag.print(sheet, at + LENGTH_TYPE);
        }
        int here = at + HEADER + tagLength;
        int before = sheet.end();
        try {
            int type = sheet.be16(here - 2);
            if (type == EtherType.MACSEC) {
                if (linkLevel) {
                    typed(sheet, type);
                    line.text(", length ").number(wire).text(": ");
                }
                int clear = Macsec.print(sheet, here, at + wire - here);
                if (clear < 0) {
                    return;
                }
                here += Macsec.length(sheet, here);
                type = sheet.be16(here);
                body(sheet, at, here + 2, type, clear - 2, wire, true);
                return;
            }
            body(sheet, at, here, type, at + wire - here, wire, false);
        } finally {
            sheet.endAgain(before);
        }
    }

    /** How long a frame's header is, with its tags, and with the LLC and SNAP headers where it has such (IEEE 802.2). */
    static int headerLength(byte[] frame, int from, int captured) {
        int length = HEADER;
        int type = captured < length ? 0 : type(frame, from + length);
        while (isTag(type) && captured >= length + TAG) {
            length += TAG;
            type = type(frame, from + length);
        }
        int at = from + length;
        if (type > LARGEST_LENGTH || captured < length + LLC) {
            return length;
        }
        boolean novell = frame[at] == (byte) 0xff && frame[at + 1] == (byte) 0xff;
        if (novell) {
            return length;
        }
        boolean unnumbered = (frame[at + 2] & 3) == 3;
        boolean snap = frame[at] == SNAP && frame[at + 1] == SNAP && frame[at + 2] == 3;
        return length + (unnumbered ? LLC : LLC + 1) + (snap ? SNAP_HEADER : 0);
    }

    private static int type(byte[] frame, int behind) {
        return (frame[behind - 2] & 0xff) << 8 | frame[behind - 1] & 0xff;
    }

    /** What comes behind the length or type: tags, then what the frame carries. */
    private static void body(Sheet sheet, int at, int here, int type, int length, int wire, boolean told) {
        Line line = sheet.line;
        boolean linkLevel = sheet.options.linkLevel();
        while (isTag(type) || type == EtherType.ARISTA) {
            if (type == EtherType.ARISTA) {
                int size = arista(sheet, here, length, wire);
                if (size < 0) {
                    return;
                }
                type = sheet.be16(here + size);
                here += size + 2;
                length -= size + 2;
                told = false;
                continue;
            }
            sheet.protocol = "vlan";
            if (length < 4) {
                line.text("[length ").number(length).text(" < 4]");
                sheet.invalid();
                return;
            }
            sheet.need(here, 4);
            if (linkLevel) {
                typed(sheet, type);
                if (told) {
                    line.text(", ");
                } else {
                    line.text(", length ").number(wire).text(": ");
                }
                told = true;
                int tag = sheet.be16(here);
                line.text("vlan ").number(tag & 0xfff).text(", p ").number(tag >> 13);
                line.text((tag & 0x1000) != 0 ? ", DEI, " : ", ");
            }
            type = sheet.be16(here + 2);
            here += 4;
            length -= 4;
            sheet.protocol = "ether";
        }
        if (type <= LARGEST_LENGTH) {
            lengthField(sheet, here, type, length, told);
            return;
        }
        if (linkLevel) {
            typed(sheet, type);
            if (told) {
                line.text(", ");
            } else {
                line.text(", length ").number(wire).text(": ");
            }
        }
        payload(sheet, at, here, type, length, wire);
    }

    /** Arista's header; how long it is, negative when nothing is known of what follows. */
    private static int arista(Sheet sheet, int here, int length, int wire) {
        int size = -1;
        if (length < 2) {
            sheet.truncated();
        } else {
            typed(sheet, EtherType.ARISTA);
            sheet.text(", length ").number(wire).text(": ");
            size = Arista.print(sheet, here);
        }
        if (size < 0) {
            LinkLayer.raw(sheet, here);
        }
        return size;
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
        if (sheet.options.quiet() == 0) {
            sheet.text("ethertype ");
            typeWord(sheet, type);
            return;
        }
        String name = EtherType.name(type);
        if (name == null) {
            sheet.text("Unknown Ethertype (0x").hex(type, 4).put(')');
        } else {
            sheet.text(name);
        }
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
            sheet.text(", ");
            typed(sheet, type);
            sheet.text(", length ").number(wire).text(": ");
        }
        LinkLayer.raw(sheet, here);
    }

    private static void lengthField(Sheet sheet, int here, int field, int length, boolean told) {
        int before = sheet.end();
        if (field < length) {
            sheet.endAt(here + field);
            length = field;
        }
        if (sheet.options.linkLevel()) {
            sheet.text("802.3");
            if (!told) {
                sheet.text(", length ").number(length).text(": ");
            }
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
