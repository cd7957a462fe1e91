package astray.packet.text;

/** The Routing Information Protocol (RFC 1058, 2453) with its authentication (RFC 4822). */
final class Rip {
    private static final int HEADER = 4;
    private static final int ENTRY = 20;
    private static final int ENTRY_HEADER = 4;

    private static final int REQUEST = 1;
    private static final int RESPONSE = 2;

    private static final int INET = 2;
    private static final int AUTHENTICATION = 0xffff;
    private static final int TRAILER = 1;
    private static final int SIMPLE = 2;
    private static final int CRYPTOGRAPHIC = 3;

    private static final Table COMMANDS = Table.of("""
            1 Request
            2 Response
            3 Trace on
            4 Trace off
            6 Triggered Request
            7 Triggered Response
            8 Triggered Acknowledgement
            9 Update Request
            10 Update Response
            11 Update Acknowledge
            """);

    /** Address families of BSD systems. */
    private static final Table FAMILIES = Table.of("""
            2 IPv4
            6 NS
            7 ISO
            16 AppleTalk
            23 IPX
            24 IPv6
            28 IPv6
            30 IPv6
            """);

    private Rip() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "rip";
        line.text(sheet.v > 0 ? "\n\tRIP" : "RIP");
        if (length < HEADER) {
            sheet.invalid("packet length", length, "<", HEADER);
            sheet.need(at, length);
            return;
        }
        int version = sheet.u8(at + 1);
        line.put('v').number(version);
        if (version != 1 && version != 2) {
            line.text(" [version != 1 && version != 2]");
            sheet.invalid();
            sheet.need(at, length);
            return;
        }
        int command = sheet.u8(at);
        String name = COMMANDS.name(command);
        if (name == null) {
            line.text(", unknown command (").number(command).put(')');
        } else {
            line.text(", ").text(name);
        }
        line.text(", length: ").number(length);
        sheet.need(at, HEADER);
        if (sheet.v < 1) {
            return;
        }
        int i = HEADER;
        if (command == REQUEST || command == RESPONSE) {
            line.text(", routes: ").number((length - HEADER) / ENTRY).text(version == 1 ? "" : " or less");
            while (i < length) {
                int left = length - i;
                int size = version == 1 ? entry1(sheet, at + i, left) : entry2(sheet, at + i, left);
                if (size == 0 || size > left) {
                    if (size != 0) {
                        sheet.invalid("remaining entries length", left, "<", size);
                    }
                    sheet.need(at + i, left);
                    return;
                }
                i += size;
            }
        } else if (name == null && sheet.v < 2) {
            HexDump.unknown(sheet, "\n\t", at + i, length - i);
        }
        if (sheet.v > 1 && sheet.has(at + i, length - i)) {
            HexDump.unknown(sheet, "\n\t", at + i, length - i);
        }
    }

    private static void family(Sheet sheet, String before, int family, String after) {
        String name = FAMILIES.name(family);
        sheet.text(before)
                .text(name == null ? "Unknown (" + family + ")" : name)
                .text(after);
    }

    /** An entry of RFC 1058; how long it is, 0 for an invalid one. */
    private static int entry1(Sheet sheet, int at, int left) {
        Line line = sheet.line;
        if (left < ENTRY) {
            sheet.invalid("remaining data length", left, "<", ENTRY);
            return 0;
        }
        sheet.need(at, ENTRY);
        int family = sheet.be16(at);
        if (family != INET && family != 0) {
            family(sheet, "\n\t AFI ", family, ", ");
            HexDump.unknown(sheet, "\n\t  ", at + ENTRY_HEADER, ENTRY - ENTRY_HEADER);
        } else if (sheet.be16(at + 2) != 0 || sheet.be64(at + 8) != 0) {
            HexDump.unknown(sheet, "\n\t  ", at, ENTRY);
        } else {
            line.text(family == 0 ? "\n\t  AFI 0, " : "\n\t  ");
            sheet.host4(at + 4);
            line.text(", metric: ").number(sheet.be32(at + 16));
        }
        return ENTRY;
    }

    /** An entry of RFC 2453 section 4; how long it is, 0 for an invalid one. */
    private static int entry2(Sheet sheet, int at, int left) {
        Line line = sheet.line;
        if (left < ENTRY_HEADER) {
            sheet.invalid("remaining data length", left, "<", ENTRY_HEADER);
            return 0;
        }
        sheet.need(at, ENTRY_HEADER);
        int family = sheet.be16(at);
        if (family == AUTHENTICATION) {
            return authentication(sheet, at, left);
        }
        if (family != INET && family != 0) {
            family(sheet, "\n\t  AFI ", family, "");
            HexDump.unknown(sheet, "\n\t  ", at + ENTRY_HEADER, ENTRY - ENTRY_HEADER);
            return ENTRY;
        }
        if (left < ENTRY) {
            sheet.invalid("remaining data length", left, "<", ENTRY);
            return 0;
        }
        sheet.need(at, ENTRY);
        line.text(family == 0 ? "\n\t  AFI 0, " : "\n\t  AFI IPv4, ");
        int from = line.length();
        sheet.host4(at + 4);
        int bits = NetMask.bits4(sheet.s32(at + 8));
        line.alignRight(from, 15).put('/').left(Integer.toString(bits), 2);
        line.text(", tag 0x").hex(sheet.be16(at + 2), 4);
        line.text(", metric: ").number(sheet.be32(at + 16)).text(", next-hop: ");
        if (sheet.be32(at + 12) == 0) {
            line.text("self");
        } else {
            sheet.host4(at + 12);
        }
        return ENTRY;
    }

    private static int authentication(Sheet sheet, int at, int left) {
        Line line = sheet.line;
        int type = sheet.be16(at + 2);
        int data = at + ENTRY_HEADER;
        switch (type) {
            case SIMPLE -> {
                line.text("\n\t  Simple Text Authentication data: ");
                sheet.padded(data, 16);
            }
            case CRYPTOGRAPHIC -> {
                if (left < ENTRY) {
                    sheet.invalid("remaining data length", left - ENTRY_HEADER, "<", 16);
                    return 0;
                }
                line.text("\n\t  Auth header:");
                field(sheet, " Packet Len ", sheet.be16(data), ",");
                field(sheet, " Key-ID ", sheet.u8(data + 2), ",");
                field(sheet, " Auth Data Len ", sheet.u8(data + 3), ",");
                field(sheet, " SeqNo ", sheet.be32(data + 4), ",");
                field(sheet, " MBZ ", sheet.be32(data + 8), ",");
                field(sheet, " MBZ ", sheet.be32(data + 12), "");
            }
            default -> {
                // how long it is nobody knows: up to the end
                line.text(
                        type == TRAILER ? "\n\t  Auth trailer:" : "\n\t  Unknown (" + type + ") Authentication data:");
                HexDump.unknown(sheet, "\n\t  ", data, left - ENTRY_HEADER);
                return left;
            }
        }
        return ENTRY;
    }

    private static void field(Sheet sheet, String what, long value, String after) {
        sheet.text(what).number(value).text(after);
    }
}
