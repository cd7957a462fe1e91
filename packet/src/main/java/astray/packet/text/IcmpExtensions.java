package astray.packet.text;

/** Objects behind an ICMP error (RFC 4884, 4950, 5837) or in an extended echo (RFC 8335). */
final class IcmpExtensions {
    private static final int VERSION = 2;
    private static final int CHECKSUM = 2;
    private static final int HEADER = 4;
    private static final int OBJECT_HEADER = 4;

    private static final int MPLS = 1;
    private static final int INTERFACE = 2;
    private static final int IDENTIFICATION = 3;

    private static final int IP4 = 1;
    private static final int IP6 = 2;

    private static final String[] ECHO_CODES = {
        "No Error", "Malformed Query", "No Such Interface", "No Such Table Entry", "Multiple Interfaces Satisfy Query"
    };
    private static final String[] ECHO_STATES = {
        "Reserved", "Incomplete", "Reachable", "Stale", "Delay", "Probe", "Failed"
    };

    private IcmpExtensions() {}

    /**
     * Prints the extensions of an error where there are any.
     *
     * @param at where they would begin
     * @param length how long they would be
     * @param announced whether the error says that they are there; else their checksum tells
     */
    static void print(Sheet sheet, int at, int length, boolean announced) {
        Line line = sheet.line;
        sheet.need(at, HEADER + 1);
        boolean whole = sheet.has(at, length);
        boolean sound = whole && Checksum.of(Checksum.add(0, sheet.bytes(), at, length)) == 0;
        if (!announced && whole && !sound) {
            return;
        }
        int version = sheet.u8(at) >> 4;
        line.text("\n\tICMP Multi-Part extension v").number(version);
        if (version != VERSION) {
            line.text(" packet not supported");
            return;
        }
        if (whole) {
            checksum(sheet, at, length, sound);
        }
        int here = at + HEADER;
        int rest = length - HEADER;
        while (rest > OBJECT_HEADER) {
            int size = object(sheet, here);
            if (size < 0 || rest < size) {
                return;
            }
            here += size;
            rest -= size;
        }
    }

    private static void checksum(Sheet sheet, int at, int length, boolean sound) {
        sheet.text(", checksum 0x").hex(sheet.be16(at + CHECKSUM), 4);
        sheet.text(sound ? " (correct), length " : " (incorrect), length ").number(length);
    }

    /** Prints what an extended echo asks for, or the answer; {@code at} is where its ICMP header begins. */
    static void echo(Sheet sheet, int at, boolean request, int code) {
        Line line = sheet.line;
        int information = sheet.u8(at + 7);
        if (!request) {
            line.text("\n\tCode ").number(code).text(" (").text(name(ECHO_CODES, code));
            int state = information >> 5;
            line.text("), State ").number(state).text(" (").text(name(ECHO_STATES, state));
            line.text("), active ").number(information >> 2 & 1);
            line.text(" ipv4 ").number(information >> 1 & 1);
            line.text(" ipv6 ").number(information & 1);
            return;
        }
        line.text((information & 1) != 0 ? "\n\tLocal Interface" : "\n\tRemote Interface");
        int data = at + 8;
        if (sheet.u8(data) >> 4 != VERSION) {
            sheet.invalid();
            return;
        }
        sheet.need(data, HEADER + 2);
        int length = sheet.be16(data + HEADER) + HEADER;
        if (sheet.has(data, length)) {
            checksum(sheet, data, length, Checksum.of(Checksum.add(0, sheet.bytes(), data, length)) == 0);
        }
        object(sheet, data + HEADER);
    }

    private static String name(String[] names, int number) {
        return number < names.length ? names[number] : "Unknown";
    }

    /** Prints an object; its size in bytes, negative when what follows cannot be trusted. */
    private static int object(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, OBJECT_HEADER);
        int size = sheet.be16(at);
        int kind = sheet.u8(at + 2);
        int type = sheet.u8(at + 3);
        line.text("\n\t  ")
                .text(
                        switch (kind) {
                            case MPLS -> "MPLS Stack Entry Object";
                            case INTERFACE -> "Interface Information Object";
                            case IDENTIFICATION -> "Interface Identification Object";
                            default -> "unknown";
                        });
        line.text(" (").number(kind).text("), Class-Type: ").number(type);
        line.text(", length ").number(size);
        if (kind == 0 || size < OBJECT_HEADER) {
            return -1;
        }
        int data = at + OBJECT_HEADER;
        int length = size - OBJECT_HEADER;
        boolean sound = true;
        switch (kind) {
            case MPLS -> {
                if (type == 1) {
                    label(sheet, data, length);
                } else {
                    HexDump.unknown(sheet, "\n\t    ", data, length);
                }
            }
            case INTERFACE -> sound = interfaceInformation(sheet, type, data, length);
            case IDENTIFICATION -> sound = identification(sheet, type, data, length);
            default -> HexDump.unknown(sheet, "\n\t    ", data, length);
        }
        return sound ? size : -1;
    }

    /** Whether so many bytes are left of an object; ends the printing when they were not captured. */
    private static boolean has(Sheet sheet, int at, int count, int rest) {
        sheet.need(at, count);
        return rest >= count;
    }

    private static void label(Sheet sheet, int at, int length) {
        if (!has(sheet, at, 4, length)) {
            return;
        }
        int entry = sheet.s32(at);
        Line line = sheet.line;
        line.text("\n\t    label ").number(entry >>> 12);
        line.text(", tc ").number(entry >> 9 & 7);
        line.text((entry & 0x100) != 0 ? ", [S]" : "");
        line.text(", ttl ").number(entry & 0xff);
    }

    private static boolean interfaceInformation(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        line.text("\n\t    Interface Role: ");
        line.text(
                switch (type >> 6) {
                    case 0 -> "Incoming IP Interface";
                    case 1 -> "Sub-IP Component of Incoming IP Interface";
                    case 2 -> "Outgoing IP Interface";
                    default -> "IP Next hop";
                });
        int here = at;
        int end = at + length;
        if ((type & 8) != 0) {
            if (!has(sheet, here, 4, end - here)) {
                return true;
            }
            line.text("\n\t    Interface Index: ").number(sheet.be32(here));
            here += 4;
        }
        if ((type & 4) != 0) {
            line.text("\n\t    IP Address sub-object: ");
            if (!has(sheet, here, 4, end - here)) {
                return true;
            }
            int family = sheet.be16(here);
            here += 4;
            int width = family == IP4 ? 4 : 16;
            if (family != IP4 && family != IP6) {
                line.text("Unknown Address Family Identifier");
                return false;
            }
            if (!has(sheet, here, width, end - here)) {
                return true;
            }
            address(sheet, family, here);
            here += width;
        }
        if ((type & 2) != 0) {
            if (!has(sheet, here, 1, end - here)) {
                return true;
            }
            int size = sheet.u8(here);
            line.text("\n\t    Interface Name");
            if (!interfaceName(sheet, here, size, end - here)) {
                return true;
            }
            here += size;
        }
        if ((type & 1) != 0 && has(sheet, here, 4, end - here)) {
            line.text("\n\t    MTU: ").number(sheet.be32(here));
        }
        return true;
    }

    private static void address(Sheet sheet, int family, int at) {
        if (family == IP4) {
            sheet.host4(at);
        } else {
            sheet.host6(at);
        }
    }

    /** RFC 5837 section 4.3: a length that is a multiple of four and counts itself, then characters and zero bytes. */
    private static boolean interfaceName(Sheet sheet, int at, int size, int rest) {
        Line line = sheet.line;
        if (size < 1) {
            line.text(" [length ").number(size).put(']');
            sheet.invalid();
            return false;
        }
        if (!has(sheet, at, size, rest)) {
            return false;
        }
        if (size % 4 != 0) {
            line.text(" [length ").number(size).text(" != N x 4]");
            sheet.invalid();
            return false;
        }
        if (size > 64) {
            sheet.invalid("length", size, ">", 64);
            return false;
        }
        line.text(", length ").number(size).text(": ");
        sheet.padded(at + 1, size - 1);
        return true;
    }

    private static boolean identification(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case 1 -> {
                line.text("\n\t    Interface Name, length ").number(length).text(": ");
                sheet.padded(at, length);
            }
            case 2 -> {
                if (has(sheet, at, 4, length)) {
                    line.text("\n\t    Interface Index: ").number(sheet.be32(at));
                }
            }
            case 3 -> {
                line.text("\n\t    IP Address sub-object: ");
                if (!has(sheet, at, 4, length)) {
                    return true;
                }
                int family = sheet.be16(at);
                int size = sheet.u8(at + 2);
                if (!has(sheet, at + 4, size, length - 4)) {
                    return true;
                }
                if (family != IP4 && family != IP6) {
                    line.text("Unknown Address Family Identifier");
                    return false;
                }
                int width = family == IP4 ? 4 : 16;
                if (size != width) {
                    line.text("[length ")
                            .number(size)
                            .text(" != ")
                            .number(width)
                            .text("] ");
                }
                address(sheet, family, at + 4);
            }
            default -> HexDump.unknown(sheet, "\n\t    ", at, length);
        }
        return true;
    }
}
