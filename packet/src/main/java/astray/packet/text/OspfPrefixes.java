package astray.packet.text;

/** Segment routing in OSPF (RFC 7684, RFC 8665): prefixes with identifiers, ranges of labels. */
final class OspfPrefixes {
    private static final int PREFIX = 1;
    private static final int RANGE = 2;
    private static final int IDENTIFIER = 2;

    private static final Table FLAGS = Table.of("0x80 Inter-Area\n");

    private static final Table IDENTIFIER_FLAGS = Table.of("""
            0x40 No-PHP
            0x20 Mapping-Server
            0x10 Explicit-NULL
            0x08 Value
            0x04 Local
            """);

    private static final Table ROUTES = Table.of("""
            0 Unspecified
            1 Intra-Area
            3 Inter-Area
            5 AS External
            7 NSSA External
            """);

    private OspfPrefixes() {}

    /** Prints prefixes; whether they are valid. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (size < 4) {
                sheet.invalid("remaining TLV length", size, "<", 4);
                return false;
            }
            here += 4;
            rest -= 4;
            if (type == 0) {
                sheet.invalid("tlv type", 0, "==", 0);
                return false;
            }
            line.text("\n\t    ");
            line.text(type == PREFIX ? "Extended Prefix" : type == RANGE ? "Extended Prefix Range" : "unknown");
            line.text(" TLV (").number(type).text("), length: ").number(size).text(", value: ");
            if (rest < size) {
                sheet.invalid("remaining LSA length", rest, "<", size);
                return false;
            }
            if (type == PREFIX || type == RANGE) {
                if (!prefix(sheet, type == RANGE, here, size)) {
                    return false;
                }
            } else if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t\t", here, size);
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining LSA length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }

    private static boolean prefix(Sheet sheet, boolean range, int at, int size) {
        Line line = sheet.line;
        int bits = sheet.u8(range ? at : at + 1);
        int family = sheet.u8(range ? at + 1 : at + 2);
        int second = range ? sheet.be16(at + 2) : sheet.u8(at);
        int flags = sheet.u8(range ? at + 4 : at + 3);
        if (family != 0) {
            line.text("\n\t      Bogus AF ").number(family);
            return false;
        }
        if (bits > 32) {
            line.text("\n\t      IPv4 prefix: bad bit length ").number(bits);
            return false;
        }
        int header = range ? 12 : 8;
        sheet.need(at + header - 4, 4);
        line.text("\n\t      IPv4 prefix: ");
        int from = line.length();
        sheet.host4(at + header - 4);
        line.alignRight(from, 15).put('/').number(bits);
        if (range) {
            line.text(", Range size: ").number(second);
        } else {
            line.text(", Route Type: ").text(ROUTES.name(second, "Unknown"));
        }
        line.text(", Flags [").text(FLAGS.bits(flags, ", ", "none")).put(']');
        return size <= 12 || identifiers(sheet, at + header, size - header);
    }

    private static boolean identifiers(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            int size = head(sheet, here, rest, "\n\t\t", IDENTIFIER, "Prefix-SID");
            if (size < 0) {
                return false;
            }
            int type = sheet.be16(here);
            here += 4;
            rest -= 4;
            if (type == IDENTIFIER) {
                int flags = sheet.u8(here);
                int topology = sheet.u8(here + 2);
                int algorithm = sheet.u8(here + 3);
                if (size == 7 || size == 8) {
                    long number = size == 7 ? sheet.be24(here + 4) : sheet.be32(here + 4);
                    line.text(size == 7 ? "\n\t\t  Label: " : "\n\t\t  Index: ").number(number);
                    line.text(", MT-ID: ").number(topology).text(", Algorithm: ");
                    line.text(OspfOpaque.algorithm(algorithm)).text(" (").number(algorithm);
                    line.text("), Flags [")
                            .text(IDENTIFIER_FLAGS.bits(flags, ", ", "none"))
                            .put(']');
                } else {
                    line.text("\n\t\tBogus subTLV length ").number(size);
                }
            } else if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t\t", here, size);
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining TLV length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }

    /** Prints a name and a length; that length, negative when it makes no sense. */
    private static int head(Sheet sheet, int at, long rest, String indent, int known, String name) {
        Line line = sheet.line;
        if (rest < 4) {
            sheet.invalid("remaining TLV length", rest, "<", 4);
            return -1;
        }
        int type = sheet.be16(at);
        int size = sheet.be16(at + 2);
        if (type == 0 || size == 0) {
            sheet.invalid(type == 0 ? "subtlv type" : "subtlv length", 0, "==", 0);
            return -1;
        }
        line.text(indent)
                .text(type == known ? name : "unknown")
                .text(" subTLV (")
                .number(type);
        line.text("), length: ").number(size).text(", value: ");
        if (rest - 4 < size) {
            sheet.invalid("remaining TLV length", rest - 4, "<", size);
            return -1;
        }
        return size;
    }

    /** Prints where a range of labels begins (RFC 8665 section 2.1); whether it is valid. */
    static boolean labels(Sheet sheet, int at, long length) {
        Line line = sheet.line;
        int here = at;
        long rest = length;
        while (rest != 0) {
            int size = head(sheet, here, rest, "\n\t      ", 1, "SID/Label");
            if (size < 0) {
                return false;
            }
            int type = sheet.be16(here);
            here += 4;
            rest -= 4;
            if (type != 1) {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", here, size);
                }
            } else if (size == 3) {
                int label = sheet.be24(here);
                line.text("\n\t\tLabel: ").number(label);
            } else if (size == 4) {
                long identifier = sheet.be32(here);
                line.text("\n\t\tSID: ").number(identifier);
            } else {
                line.text("\n\t\tBogus subTLV length ").number(size);
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining TLV length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }
}
