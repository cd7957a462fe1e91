package astray.packet.text;

/** Objects behind an ICMP error (RFC 4884, 4950, 5837) or in an extended echo (RFC 8335). */
final class IcmpExtensions {
    private static final int HEADER = 4;
    private static final int OBJECT_HEADER = 4;
    private static final int MPLS = 1;
    private static final int INTERFACE = 2;
    private static final int IDENTIFICATION = 3;

    private IcmpExtensions() {}

    /** Prints the extensions of an error where there are any. */
    static void print(Sheet sheet, int at, int offset, int length, int quotedLength) {
        int from = at + offset;
        if (quotedLength >= 128) {
            from = at + 8 + quotedLength;
        }
        if (!sheet.has(from, HEADER)) {
            return;
        }
        if (sheet.u8(from) >> 4 != 2) {
            sheet.text("\n\tMPLS extension v").number(sheet.u8(from) >> 4).text(" packet not supported");
            return;
        }
        sheet.text("\n\tICMP Multi-Part extension v").number(sheet.u8(from) >> 4);
        objects(sheet, from, at + length - from);
    }

    /** Prints a header and the objects behind it. */
    static void objects(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int field = sheet.be16(at + 2);
        boolean whole = sheet.has(at, length);
        int over = whole ? Checksum.of(Checksum.add(0, sheet.bytes(), at, length)) : 0;
        line.text(", checksum 0x").hex(field, 4);
        line.text(field == 0 || !whole ? " (unverified)" : over == 0 ? " (correct)" : " (incorrect)");
        line.text(", length ").number(length);
        int here = at + HEADER;
        int rest = length - HEADER;
        while (rest > OBJECT_HEADER - 1) {
            sheet.need(here, OBJECT_HEADER);
            int size = sheet.be16(here);
            int kind = sheet.u8(here + 2);
            int type = sheet.u8(here + 3);
            String name = switch (kind) {
                case MPLS -> "MPLS Stack Entry Object";
                case INTERFACE -> "Interface Information Object";
                case IDENTIFICATION -> "Interface Identification Object";
                default -> "unknown";
            };
            line.text("\n\t  ")
                    .text(name)
                    .text(" (")
                    .number(kind)
                    .text("), Class-Type: ")
                    .number(type);
            line.text(", length ").number(size);
            if (size < OBJECT_HEADER || size > rest) {
                sheet.invalid();
                return;
            }
            object(sheet, kind, type, here + OBJECT_HEADER, size - OBJECT_HEADER);
            here += size;
            rest -= size;
        }
    }

    private static void object(Sheet sheet, int kind, int type, int at, int length) {
        switch (kind) {
            case MPLS -> labels(sheet, at, length);
            case INTERFACE -> interfaceInformation(sheet, type, at, length);
            case IDENTIFICATION -> identification(sheet, type, at, length);
            default -> HexDump.print(sheet, "\n\t    ", at, Math.min(length, sheet.captured(at)), false);
        }
    }

    private static void labels(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        for (int i = 0; i + 4 <= length; i += 4) {
            int entry = sheet.s32(at + i);
            line.text("\n\t    label ").number(entry >>> 12);
            line.text(", exp ").number(entry >> 9 & 7);
            if ((entry & 0x100) != 0) {
                line.text(", [S]");
            }
            line.text(", ttl ").number(entry & 0xff);
        }
    }

    private static void interfaceInformation(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        line.text("\n\t    Interface Role: ");
        line.text(
                switch (type >> 6) {
                    case 0 -> "Incoming IP Interface";
                    case 1 -> "Sub-IP Component of Incoming IP Interface";
                    case 2 -> "Outgoing IP Interface";
                    default -> "IP next hop";
                });
        int here = at;
        int rest = length;
        if ((type & 8) != 0) {
            if (rest < 4) {
                return;
            }
            line.text("\n\t    Interface Index, length 4: ").number(sheet.be32(here));
            here += 4;
            rest -= 4;
        }
        if ((type & 4) != 0) {
            if (rest < 4) {
                return;
            }
            int family = sheet.be16(here);
            here += 4;
            rest -= 4;
            line.text("\n\t    IP Address sub-object: ");
            if (family == 1 && rest >= 4) {
                sheet.host4(here);
                here += 4;
                rest -= 4;
            } else if (family == 2 && rest >= 16) {
                sheet.host6(here);
                here += 16;
                rest -= 16;
            } else {
                line.text("Unknown Address Family Identifier");
                return;
            }
        }
        if ((type & 2) != 0) {
            if (rest < 1) {
                return;
            }
            int size = sheet.u8(here);
            line.text("\n\t    Interface Name");
            if (size == 0 || size > 64 || size > rest) {
                line.text(" [length ").number(size).text("]");
                sheet.invalid();
                return;
            }
            line.text(", length ").number(size).text(": ");
            sheet.characters(here + 1, size - 1);
            here += size;
            rest -= size;
        }
        if ((type & 1) != 0) {
            if (rest < 4) {
                return;
            }
            line.text("\n\t    MTU Value, length 4: ").number(sheet.be32(here));
        }
    }

    private static void identification(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case 1 -> {
                line.text("\n\t    Interface Name, length ").number(length).text(": ");
                sheet.characters(at, length);
            }
            case 2 ->
                line.text("\n\t    Interface Index, length ")
                        .number(length)
                        .text(": ")
                        .number(sheet.be32(at));
            case 3 -> {
                int family = sheet.be16(at);
                int size = sheet.u8(at + 2);
                line.text("\n\t    Interface Address, AFI ")
                        .number(family)
                        .text(", length ")
                        .number(size)
                        .text(": ");
                if (family == 1) {
                    sheet.host4(at + 4);
                } else if (family == 2) {
                    sheet.host6(at + 4);
                } else {
                    sheet.mac(at + 4, size);
                }
            }
            default -> HexDump.print(sheet, "\n\t    ", at, Math.min(length, sheet.captured(at)), false);
        }
    }
}
