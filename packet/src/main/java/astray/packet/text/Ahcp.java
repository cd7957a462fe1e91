package astray.packet.text;

/** The Ad Hoc Configuration Protocol (draft-chroboczek-ahcp-00). */
final class Ahcp {
    private static final int MAGIC = 43;
    private static final int HEADER = 24;
    private static final int BODY = 4;

    private static final int PAD = 0;
    private static final int MANDATORY = 1;

    private static final Table MESSAGES = Table.of("""
            0 Discover
            1 Offer
            2 Request
            3 Ack
            4 Nack
            5 Release
            """);

    private static final Table OPTIONS = Table.of("""
            0 Pad
            1 Mandatory
            2 Origin Time
            3 Expires
            4 My-IPv6-Address
            5 My-IPv4-Address
            6 IPv6 Prefix
            7 IPv4 Prefix
            8 IPv6 Address
            9 IPv4 Address
            10 IPv6 Prefix Delegation
            11 IPv4 Prefix Delegation
            12 Name Server
            13 NTP Server
            """);

    private Ahcp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ahcp";
        line.text("AHCP");
        if (length < 2 || sheet.u8(at) != MAGIC) {
            wrong(sheet, at, length);
            return;
        }
        int version = sheet.u8(at + 1);
        line.text(" Version ").number(version);
        if (version != 1) {
            line.text(" (unknown)");
            sheet.need(at + 2, length - 2);
            return;
        }
        if (length < HEADER) {
            wrong(sheet, at + 2, length - 2);
            return;
        }
        if (sheet.v == 0) {
            sheet.need(at, HEADER);
        } else {
            line.text("\n\tHopcount ").number(sheet.u8(at + 2));
            int original = sheet.u8(at + 3);
            line.text(", Original Hopcount ").number(original);
            long nonce = sheet.be32(at + 4);
            line.text(", Nonce 0x").hex(nonce, 8);
            sheet.need(at + 8, 8);
            line.text(", Source Id ");
            sheet.mac(at + 8, 8);
            sheet.need(at + 16, 8);
            line.text(", Destination Id ");
            sheet.mac(at + 16, 8);
        }
        body(sheet, at + HEADER, length - HEADER);
    }

    private static void wrong(Sheet sheet, int at, int length) {
        sheet.invalid();
        sheet.need(at, length);
    }

    private static void body(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < BODY) {
            wrong(sheet, at, length);
            return;
        }
        int type = sheet.u8(at);
        int reserved = sheet.u8(at + 1);
        int size = sheet.be16(at + 2);
        if (sheet.v > 0) {
            line.text("\n\t").text(MESSAGES.orNumber(type, "Unknown-"));
            if (reserved != 0) {
                line.text(", MBZ ").number(reserved);
            }
            line.text(", Length ").number(size);
        }
        if (size > length - BODY) {
            wrong(sheet, at + BODY, length - BODY);
        } else if (sheet.v > 1) {
            options(sheet, at + BODY, size);
        } else {
            sheet.need(at + BODY, size);
        }
    }

    private static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            int type = sheet.u8(at + i);
            line.text("\n\t ").text(OPTIONS.orNumber(type, "Unknown-"));
            i++;
            if (type == PAD || type == MANDATORY) {
                continue;
            }
            if (i == length) {
                wrong(sheet, at + i, 0);
                return;
            }
            int size = sheet.u8(at + i);
            i++;
            if (size > length - i) {
                wrong(sheet, at + i, length - i);
                return;
            }
            option(sheet, type, at + i, size);
            i += size;
        }
    }

    private static void option(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case 2, 3 -> {
                if (size != 4) {
                    wrong(sheet, at, size);
                    return;
                }
                long seconds = sheet.be32(at);
                line.text(": ");
                if (type == 2) {
                    UtcTime.print(line, seconds);
                    line.text(" UTC");
                } else {
                    line.number(seconds).put('s');
                }
            }
            case 4, 6, 8, 12, 13 -> addresses(sheet, at, size, 16, 16);
            case 5, 9 -> addresses(sheet, at, size, 4, 4);
            case 10 -> addresses(sheet, at, size, 16, 17);
            case 11 -> addresses(sheet, at, size, 4, 5);
            default -> {
                line.text(" (Length ").number(size).put(')');
                sheet.need(at, size);
            }
        }
    }

    /** Addresses, perhaps with the lengths of their prefixes behind. */
    private static void addresses(Sheet sheet, int at, int length, int width, int size) {
        Line line = sheet.line;
        for (int i = 0; i < length; i += size) {
            if (length - i < size) {
                wrong(sheet, at + i, length - i);
                return;
            }
            sheet.need(at + i, size);
            line.text(i == 0 ? ": " : ", ");
            if (width == 16) {
                sheet.host6(at + i);
            } else {
                sheet.host4(at + i);
            }
            if (size > width) {
                line.put('/').number(sheet.u8(at + i + width));
            }
        }
    }
}
