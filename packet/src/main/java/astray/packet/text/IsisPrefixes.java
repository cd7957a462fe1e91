package astray.packet.text;

import astray.packet.text.IsisTlvs.Outcome;

/** Networks that IS-IS reaches, with wide metrics (RFC 5305 section 4, RFC 5308, RFC 8667 section 2.1). */
final class IsisPrefixes {
    private static final int TAGS32 = 1;
    private static final int TAGS64 = 2;
    private static final int SEGMENT = 3;
    private static final int COLOUR = 117;

    private static final int VALUE = 0x08;

    private static final Table NAMES = Table.of("""
            1 32-Bit Administrative tag
            2 64-Bit Administrative tag
            3 Prefix SID
            117 Management Prefix Color
            """);

    private static final Table SEGMENT_FLAGS = Table.of("""
            0x80 Readvertisement
            0x40 Node
            0x20 No-PHP
            0x10 Explicit NULL
            0x08 Value
            0x04 Local
            """);

    private static final String INDENT = "\n\t      ";

    private IsisPrefixes() {}

    static Outcome print(Sheet sheet, int at, int size, boolean topology, boolean six) {
        int here = at;
        int rest = size;
        if (topology) {
            if (rest < 2) {
                return Outcome.CUT;
            }
            IsisTopology.identifier(sheet, here);
            here += 2;
            rest -= 2;
        }
        while (rest != 0) {
            int length = prefix(sheet, here, six);
            if (length == 0) {
                return Outcome.CUT;
            }
            if (rest < length) {
                sheet.invalid("remaining tlv length", rest, "<", length);
                break;
            }
            here += length;
            rest -= length;
        }
        return Outcome.DONE;
    }

    /** Prints one; its size, 0 when something is wrong. */
    private static int prefix(Sheet sheet, int at, boolean six) {
        Line line = sheet.line;
        long metric = sheet.be32(at);
        int status = sheet.u8(at + 4);
        int bits = six ? sheet.u8(at + 5) : status & 0x3f;
        if (bits > (six ? 128 : 32)) {
            line.text(INDENT)
                    .text(six ? "IPv6" : "IPv4")
                    .text(" prefix: bad bit length ")
                    .number(bits);
            return 0;
        }
        int header = six ? 6 : 5;
        int count = (bits + 7) / 8;
        sheet.need(at + header, count);
        byte[] address = new byte[six ? 16 : 4];
        System.arraycopy(sheet.bytes(), at + header, address, 0, count);
        line.text(INDENT).text(six ? "IPv6 prefix: " : "IPv4 prefix: ");
        if (six) {
            sheet.host6(address);
        } else {
            int from = line.length();
            sheet.host4(address);
            line.alignRight(from, 15);
        }
        line.put('/').number(bits);
        line.text(", Distribution: ").text((status & 0x80) != 0 ? "down" : "up");
        line.text(", Metric: ").number(metric);
        boolean more = (status & (six ? 0x20 : 0x40)) != 0;
        if (six) {
            line.text((status & 0x40) != 0 ? ", External" : ", Internal");
        }
        line.text(more ? ", sub-TLVs present" : "");
        int size = header + count;
        if (!more) {
            return size;
        }
        int total = sheet.u8(at + size);
        line.text(" (").number(total).put(')');
        return values(sheet, at + size + 1, total) ? size + 1 + total : 0;
    }

    private static boolean values(Sheet sheet, int at, int total) {
        int here = at;
        // the original counts without a sign: values that do not fit go on until the captured bytes end
        long rest = total;
        while (rest > 0) {
            int type = sheet.u8(here);
            int length = sheet.u8(here + 1);
            if (!value(sheet, type, here + 2, length)) {
                return false;
            }
            here += 2 + length;
            rest = rest - length - 2 & 0xffffffffL;
        }
        return true;
    }

    private static boolean value(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        line.text(INDENT)
                .text("  ")
                .text(NAMES.name(type, "unknown"))
                .text(" subTLV #")
                .number(type);
        line.text(", length: ").number(length);
        if (!sheet.has(at, length)) {
            sheet.truncated();
            return false;
        }
        switch (type) {
            case COLOUR, TAGS32 -> {
                for (int i = 0; i + 4 <= length; i += 4) {
                    long tag = sheet.be32(at + i);
                    line.text(", 0x").hex(tag, 8).text(" (=").number(tag).put(')');
                }
            }
            case TAGS64 -> {
                for (int i = 0; i + 8 <= length; i += 8) {
                    line.text(", 0x").hex(sheet.be64(at + i), 16);
                }
            }
            case SEGMENT -> {
                return segment(sheet, at, length);
            }
            default -> HexDump.unknown(sheet, "\n\t\t    ", at, length);
        }
        return true;
    }

    private static boolean segment(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        int algorithm = sheet.u8(at + 1);
        boolean label = (flags & VALUE) != 0;
        if (length < (label ? 5 : 6)) {
            sheet.truncated();
            return false;
        }
        line.text(", Flags [").text(SEGMENT_FLAGS.bits(flags, ", ", "None")).text("], Algo ");
        line.text(algorithm == 0 ? "SPF" : algorithm == 1 ? "strict-SPF" : "Unknown");
        line.text(" (").number(algorithm).text(label ? "), label " : "), index ");
        line.number(label ? sheet.be24(at + 2) : sheet.be32(at + 2));
        return true;
    }
}
