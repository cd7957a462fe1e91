package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Geneve (RFC 8926). */
final class Geneve {
    private static final int VERSION_LENGTH = 0;
    private static final int FLAGS = 1;
    private static final int TYPE = 2;
    private static final int NETWORK = 4;
    private static final int RESERVED = 7;
    private static final int HEADER = 8;

    private static final Sheet.Bit[] FLAG_NAMES = {
        new Sheet.Bit(0x80, "O"),
        new Sheet.Bit(0x40, "C"),
        new Sheet.Bit(0x20, "R1"),
        new Sheet.Bit(0x10, "R2"),
        new Sheet.Bit(0x08, "R3"),
        new Sheet.Bit(0x04, "R4"),
        new Sheet.Bit(0x02, "R5"),
        new Sheet.Bit(0x01, "R6")
    };

    private Geneve() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "geneve";
        line.text("Geneve");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int versionLength = sheet.u8(at + VERSION_LENGTH);
        if (versionLength >> 6 != 0) {
            line.text(" ERROR: unknown-version ").number(versionLength >> 6);
            sheet.invalid();
            return;
        }
        sheet.need(at, HEADER);
        line.text(", Flags [");
        sheet.bits(FLAG_NAMES, sheet.u8(at + FLAGS), "");
        line.text("], vni 0x").hex(sheet.be24(at + NETWORK));
        int reserved = sheet.u8(at + RESERVED);
        if (reserved != 0) {
            line.text(", rsvd 0x").hex(reserved);
        }
        int type = sheet.be16(at + TYPE);
        if (sheet.options.linkLevel()) {
            String name = EtherType.name(type);
            line.text(", proto ").text(name == null ? "unknown" : name).text(" (0x");
            line.hex(type, 4).put(')');
        }
        int size = (versionLength & 0x3f) * 4;
        int rest = length - HEADER;
        if (rest < size) {
            line.text(" (opts_len ").number(size).text(" > ").number(rest);
            sheet.invalid();
            return;
        }
        if (size > 0) {
            line.text(", options [");
            if (sheet.v == 0) {
                sheet.need(at + HEADER, size);
                line.number(size).text(" bytes");
            } else if (!options(sheet, at + HEADER, size)) {
                sheet.invalid();
                return;
            }
            line.put(']');
        }
        line.text(sheet.v < 1 ? ": " : "\n\t");
        payload(sheet, type, at + HEADER + size, rest - size);
    }

    private static void payload(Sheet sheet, int type, int at, int length) {
        if (sheet.depth >= Sheet.DEEPEST) {
            sheet.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        if (type == EtherType.TEB) {
            Ethernet.print(sheet, at, length);
        } else if (!LinkLayer.payload(sheet, new Payload(type, at, length, -1))) {
            sheet.text("geneve-proto-0x").hex(type);
            sheet.need(at, length);
        }
        sheet.depth--;
    }

    /** RFC 8926 section 3.5; false when they are invalid. */
    private static boolean options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            int rest = end - here;
            if (rest < 4) {
                line.text(" [remaining options length ").number(rest).text(" < 4]");
                sheet.need(here, rest);
                return false;
            }
            line.text(here > at ? ", " : "");
            int kind = sheet.be16(here);
            int type = sheet.u8(here + 2);
            int size = 4 + (sheet.u8(here + 3) & 0x1f) * 4;
            line.text("class ")
                    .text(className(kind))
                    .text(" (0x")
                    .hex(kind)
                    .text(") type 0x")
                    .hex(type);
            line.text((type & 0x80) != 0 ? "(C)" : "").text(" len ").number(size);
            if (size > rest) {
                line.text(" [bad length]");
                sheet.need(here, rest);
                return false;
            }
            if (sheet.v > 1 && size > 4) {
                line.text(" data");
                for (int i = 4; i < size; i += 4) {
                    long word = sheet.be32(here + i);
                    line.put(' ').hex(word, 8);
                }
            } else {
                sheet.need(here, size);
            }
            here += size;
        }
        return true;
    }

    /** Who an option is of (IANA's Geneve Option Class). */
    private static String className(int kind) {
        if (kind <= 0x00ff) {
            return "Standard";
        }
        if (kind >= 0xfff0) {
            return "Experimental";
        }
        if (kind >= 0x0108 && kind <= 0x0110) {
            return "Amazon";
        }
        if (kind >= 0x0111 && kind <= 0x0118) {
            return "IBM";
        }
        if (kind >= 0x0119 && kind <= 0x0128) {
            return "Ericsson";
        }
        if (kind >= 0x0132 && kind <= 0x0135) {
            return "Google";
        }
        return switch (kind) {
            case 0x0100 -> "Linux";
            case 0x0101 -> "Open vSwitch";
            case 0x0102 -> "Open Virtual Networking (OVN)";
            case 0x0103 -> "In-band Network Telemetry (INT)";
            case 0x0104 -> "VMware";
            case 0x0105 -> "Amazon";
            case 0x0106, 0x0130, 0x0131 -> "Cisco";
            case 0x0107 -> "Oracle";
            case 0x0129 -> "Oxide";
            case 0x0136 -> "InfoQuick";
            default -> "Unknown";
        };
    }
}
