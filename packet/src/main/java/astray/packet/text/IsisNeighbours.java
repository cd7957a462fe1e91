package astray.packet.text;

import astray.packet.text.IsisTlvs.Outcome;

/** Neighbours of IS-IS with wide metrics (RFC 5305 section 3, RFC 5307, RFC 5311, RFC 8667 section 2.2). */
final class IsisNeighbours {
    private static final int ADMINISTRATIVE_GROUP = 3;
    private static final int LINK_IDENTIFIERS = 4;
    private static final int REMOTE_IDENTIFIER = 5;
    private static final int INTERFACE_ADDRESS = 6;
    private static final int NEIGHBOUR_ADDRESS = 8;
    private static final int BANDWIDTH = 9;
    private static final int RESERVABLE = 10;
    private static final int UNRESERVED = 11;
    private static final int CONSTRAINTS_OLD = 12;
    private static final int METRIC = 18;
    private static final int ATTRIBUTES = 19;
    private static final int PROTECTION = 20;
    private static final int SWITCHING = 21;
    private static final int CONSTRAINTS = 22;
    private static final int BRIDGING_METRIC = 29;
    private static final int SEGMENT = 32;

    private static final Table NAMES = Table.of("""
            3 Administrative groups
            4 Link Local/Remote Identifier
            5 Link Remote Identifier
            6 IPv4 interface address
            8 IPv4 neighbor address
            9 Maximum link bandwidth
            10 Reservable link bandwidth
            11 Unreserved bandwidth
            12 Bandwidth Constraints (old)
            18 Traffic Engineering Metric
            19 Link Attribute
            20 Link Protection Type
            21 Interface Switching Capability
            22 Bandwidth Constraints
            29 SPB Metric
            32 LAN Adjacency Segment Identifier
            250 Reserved for cisco specific extensions
            251 Reserved for cisco specific extensions
            252 Reserved for cisco specific extensions
            253 Reserved for cisco specific extensions
            254 Reserved for cisco specific extensions
            255 Reserved for future expansion
            """);

    private static final Table LINK_ATTRIBUTES = Table.of("""
            1 Local Protection Available
            2 Link excluded from local protection path
            4 Local maintenance required
            """);

    private static final Table SEGMENT_FLAGS = Table.of("""
            0x80 Address family IPv6
            0x40 Backup
            0x20 Value
            0x10 Local significance
            0x08 Set of adjacencies
            0x04 Persistent
            """);

    private static final String INDENT = "\n\t      ";
    private static final String INNER = INDENT + "  ";

    private IsisNeighbours() {}

    static Outcome print(Sheet sheet, int type, int at, int size, boolean topology) {
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
            int length = neighbour(sheet, type, here, rest);
            if (length == 0) {
                return Outcome.CUT;
            }
            here += length;
            rest -= length;
        }
        return Outcome.DONE;
    }

    /** Prints one; its size, 0 when it is cut off. */
    private static int neighbour(Sheet sheet, int type, int at, int rest) {
        Line line = sheet.line;
        if (!sheet.has(at, 7) || rest < 7) {
            return 0;
        }
        line.text(INDENT).text("IS Neighbor: ");
        Osi.identifier(sheet, at, 7);
        int here = 7;
        if (type != IsisTlv.ALIAS) {
            if (!sheet.has(at + here, 3) || rest < here + 3) {
                return 0;
            }
            line.text(", Metric: ").number(sheet.be24(at + here));
            here += 3;
        }
        if (!sheet.has(at + here, 1) || rest < here + 1) {
            return 0;
        }
        int total = sheet.u8(at + here);
        here++;
        if (total == 0) {
            line.text(", no sub-TLVs present");
            return here;
        }
        line.text(", sub-TLVs present (").number(total).put(')');
        return values(sheet, at, here, rest, total);
    }

    private static int values(Sheet sheet, int at, int from, int rest, int total) {
        Line line = sheet.line;
        int here = from;
        int end = from + total;
        while (here < end) {
            if (!sheet.has(at + here, 2)) {
                return 0;
            }
            if (rest - here < 2) {
                line.text(INNER).text("Remaining data in TLV shorter than a subTLV header");
                return rest;
            }
            if (end - here < 2) {
                line.text(INNER).text("Remaining data in subTLVs shorter than a subTLV header");
                return end;
            }
            int type = sheet.u8(at + here);
            int size = sheet.u8(at + here + 1);
            here += 2;
            line.text(INNER).text(NAMES.name(type, "unknown")).text(" subTLV #").number(type);
            line.text(", length: ").number(size);
            if (end - here < size) {
                line.text(" (remaining data in subTLVs shorter than the current subTLV)");
                return end;
            }
            if (rest - here < size) {
                line.text(" (> remaining tlv length)");
                return rest;
            }
            if (!sheet.has(at + here, size)) {
                return 0;
            }
            value(sheet, type, at + here, size);
            here += size;
        }
        return here;
    }

    private static void value(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case ADMINISTRATIVE_GROUP, LINK_IDENTIFIERS, REMOTE_IDENTIFIER -> {
                if (size >= 4) {
                    line.text(", 0x").hex(sheet.be32(at), 8);
                }
                if (size == 8) {
                    line.text(", 0x").hex(sheet.be32(at + 4), 8);
                }
            }
            case INTERFACE_ADDRESS, NEIGHBOUR_ADDRESS -> {
                if (size >= 4) {
                    line.text(", ");
                    sheet.host4(at);
                }
            }
            case BANDWIDTH, RESERVABLE -> {
                if (size >= 4) {
                    line.text(", ");
                    Decimal.megabits(line, sheet.s32(at));
                }
            }
            case UNRESERVED -> {
                if (size >= 32) {
                    classes(sheet, "  TE-Class ", at, 8);
                }
            }
            case CONSTRAINTS, CONSTRAINTS_OLD -> {
                if (size > 0) {
                    int model = sheet.u8(at);
                    line.text(INNER).text("Bandwidth Constraints Model ID: ");
                    line.text(Gmpls.CONSTRAINTS.name(model, "unknown"))
                            .text(" (")
                            .number(model)
                            .put(')');
                    classes(sheet, "  Bandwidth constraint CT", at + 1, (size - 1) / 4);
                }
            }
            case METRIC -> {
                if (size >= 3) {
                    line.text(", ").number(sheet.be24(at));
                }
            }
            case ATTRIBUTES -> {
                if (size == 2) {
                    int bits = sheet.be16(at);
                    line.text(", [ ").text(LINK_ATTRIBUTES.bits(bits, ", ", "Unknown"));
                    line.text(" ] (0x").hex(bits, 4).put(')');
                }
            }
            case PROTECTION -> {
                if (size >= 2) {
                    line.text(", ").text(Gmpls.PROTECTION.bits(sheet.u8(at), ", ", "none"));
                    line.text(", Priority ").number(sheet.u8(at + 1));
                }
            }
            case BRIDGING_METRIC -> {
                if (size >= 6) {
                    line.text(", LM: ").number(sheet.be24(at)).text(", P: ").number(sheet.u8(at + 3));
                    line.text(", P-ID: ").number(sheet.be16(at + 4));
                }
            }
            case SWITCHING -> {
                if (size >= 36) {
                    switching(sheet, at, size);
                }
            }
            case SEGMENT -> {
                if (size >= 8) {
                    segment(sheet, at, size);
                }
            }
            default -> HexDump.unknown(sheet, "\n\t\t    ", at, size);
        }
    }

    private static void classes(Sheet sheet, String what, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.text(INNER).text(what).number(i).text(": ");
            Decimal.megabits(sheet.line, sheet.s32(at + 4 * i));
        }
    }

    private static void switching(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int capability = sheet.u8(at);
        line.text(INNER).text("  Interface Switching Capability:");
        line.text(Gmpls.SWITCHING.name(capability, "Unknown")).text(", LSP Encoding: ");
        line.text(Gmpls.ENCODINGS.name(sheet.u8(at + 1), "Unknown"));
        line.text(INNER).text("  Max LSP Bandwidth:");
        classes(sheet, "    priority level ", at + 4, 8);
        int here = at + 36;
        int rest = size - 36;
        switch (capability) {
            case Gmpls.PACKET_1, Gmpls.PACKET_2, Gmpls.PACKET_3, Gmpls.PACKET_4 -> {
                if (rest >= 6) {
                    line.text(INNER).text("  Min LSP Bandwidth: ");
                    Decimal.megabits(line, sheet.s32(here));
                    line.text(INNER).text("  Interface MTU: ").number(sheet.be16(here + 4));
                }
            }
            case Gmpls.TIME_DIVISION -> {
                if (rest >= 8) {
                    int indication = sheet.u8(here + 4);
                    String name = Gmpls.INDICATIONS.name(indication);
                    line.text(INNER).text("  Min LSP Bandwidth: ");
                    Decimal.megabits(line, sheet.s32(here));
                    line.text(INNER).text("  Indication ");
                    line.text(name == null ? "Unknown (" + indication + ")" : name);
                }
            }
            default -> {
                if (rest != 0) {
                    HexDump.unknown(sheet, "\n\t\t    ", here, rest);
                }
            }
        }
    }

    private static void segment(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        boolean value = (flags & 0x20) != 0;
        boolean local = (flags & 0x10) != 0;
        line.text(INNER)
                .text("  Flags: [")
                .text(SEGMENT_FLAGS.bits(flags, ", ", "none"))
                .put(']');
        line.text(INNER).text("  Weight: ").number(sheet.u8(at + 1));
        if (size >= 8) {
            line.text(INNER).text("  Neighbor System-ID: ");
            Osi.identifier(sheet, at + 2, 6);
        }
        if (value && local) {
            int label = sheet.be24(at + 8);
            line.text(INNER).text("  Label: ").number(label);
        } else if (!value && !local) {
            long index = sheet.be32(at + 8);
            line.text(INNER).text("  Index: ").number(index);
        } else {
            sheet.invalid();
        }
    }
}
