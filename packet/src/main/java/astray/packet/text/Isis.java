package astray.packet.text;

/** IS-IS (ISO 10589): the headers of its protocol data units. */
final class Isis {
    private static final int FIXED_LENGTH = 1;
    private static final int VERSION = 2;
    private static final int ID_LENGTH = 3;
    private static final int TYPE = 4;
    private static final int PDU_VERSION = 5;
    private static final int MAXIMUM_AREAS = 7;
    private static final int HEADER = 8;

    private static final int LAN_HELLO_1 = 15;
    private static final int LAN_HELLO_2 = 16;
    private static final int POINT_TO_POINT_HELLO = 17;
    private static final int LINK_STATE_1 = 18;
    private static final int LINK_STATE_2 = 20;
    private static final int COMPLETE_1 = 24;
    private static final int COMPLETE_2 = 25;
    private static final int PARTIAL_1 = 26;
    private static final int PARTIAL_2 = 27;

    private static final Table TYPES = Table.of("""
            15 L1 Lan IIH
            16 L2 Lan IIH
            17 p2p IIH
            18 L1 LSP
            20 L2 LSP
            24 L1 CSNP
            25 L2 CSNP
            26 L1 PSNP
            27 L2 PSNP
            """);

    private static final Table CIRCUITS = Table.of("1 Level 1 only\n2 Level 2 only\n3 Level 1, Level 2\n");

    private static final String[] LEVELS = {"Unused 0x0 (invalid)", "L1 IS", "Unused 0x2 (invalid)", "L2 IS"};

    private Isis() {}

    /** Prints a PDU; false when it makes no sense, so that its bytes are to be printed. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "isis";
        if (!sheet.has(at, HEADER) || length < HEADER) {
            sheet.truncated();
            return true;
        }
        line.text(sheet.options.linkLevel() ? "" : "IS-IS");
        if (!isSane(sheet, at, length)) {
            return false;
        }
        int type = sheet.u8(at + TYPE);
        int fixed = sheet.u8(at + FIXED_LENGTH);
        String name = TYPES.name(type);
        line.text(sheet.options.linkLevel() ? "" : ", ");
        if (sheet.v == 0) {
            line.text(name == null ? "unknown PDU-Type " + type : name);
        } else {
            int idLength = sheet.u8(at + ID_LENGTH);
            int areas = sheet.u8(at + MAXIMUM_AREAS);
            line.text("length ").number(length).text("\n\t");
            line.text(name == null ? "unknown, type " + type : name)
                    .text(", hlen: ")
                    .number(fixed);
            line.text(", v: 1, pdu-v: 1, sys-id-len: 6 (").number(idLength);
            line.text("), max-area: ")
                    .number(areas == 0 ? 3 : areas)
                    .text(" (")
                    .number(areas)
                    .put(')');
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t", at, HEADER);
            }
        }
        if (name == null) {
            if (sheet.v == 0) {
                line.text(", length ").number(length);
                return true;
            }
            HexDump.unknown(sheet, "\n\t  ", at + HEADER, length);
            return false;
        }
        return body(sheet, at, length, type, fixed);
    }

    private static boolean isSane(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int version = sheet.u8(at + VERSION);
        int idLength = sheet.u8(at + ID_LENGTH);
        int pduVersion = sheet.u8(at + PDU_VERSION);
        int fixed = sheet.u8(at + FIXED_LENGTH);
        if (version != 1) {
            line.text("version ").number(version).text(" packet not supported");
        } else if (idLength != 6 && idLength != 0) {
            line.text("system ID length of ").number(idLength).text(" is not supported");
        } else if (pduVersion != 1) {
            line.text("version ").number(pduVersion).text(" packet not supported");
        } else if (length < fixed) {
            line.text("fixed header length ")
                    .number(fixed)
                    .text(" > packet length ")
                    .number(length);
        } else if (fixed < HEADER) {
            line.text("fixed header length ").number(fixed).text(" < minimum header size 8");
        } else if (sheet.u8(at + MAXIMUM_AREAS) == 255) {
            line.text("bad packet -- 255 areas");
        } else {
            return true;
        }
        return false;
    }

    private static boolean body(Sheet sheet, int at, int length, int type, int fixed) {
        Line line = sheet.line;
        int size = switch (type) {
            case LAN_HELLO_1, LAN_HELLO_2 -> 19;
            case POINT_TO_POINT_HELLO -> 12;
            case LINK_STATE_1, LINK_STATE_2 -> 19;
            case COMPLETE_1, COMPLETE_2 -> 25;
            default -> 9;
        };
        boolean partial = type == PARTIAL_1 || type == PARTIAL_2;
        boolean linkState = type == LINK_STATE_1 || type == LINK_STATE_2;
        if (fixed != HEADER + size) {
            line.text(partial ? "- " : ", ").text("bogus fixed header length ").number(fixed);
            line.text(" should be ").number(linkState ? size : HEADER + size);
            return false;
        }
        int here = at + HEADER;
        if (!sheet.has(here, size) || length < HEADER + size) {
            sheet.truncated();
            return true;
        }
        if (sheet.v == 0) {
            brief(sheet, type, here);
            line.text(", length ").number(length);
            return true;
        }
        boolean hello = type == LAN_HELLO_1 || type == LAN_HELLO_2 || type == POINT_TO_POINT_HELLO;
        int told = sheet.be16(hello ? here + 9 : here);
        int whole = Math.min(length, told);
        switch (type) {
            case LAN_HELLO_1, LAN_HELLO_2, POINT_TO_POINT_HELLO -> hello(sheet, type, here, told);
            case LINK_STATE_1, LINK_STATE_2 -> linkState(sheet, here, whole, told);
            default -> sequenceNumbers(sheet, here, partial, told);
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t  ", here, size);
        }
        if (whole < HEADER + size) {
            sheet.invalid("packet length", whole, "<", HEADER + size);
            return true;
        }
        return new IsisTlvs(sheet, at, whole).print(here + size, whole - HEADER - size);
    }

    private static void brief(Sheet sheet, int type, int at) {
        Line line = sheet.line;
        switch (type) {
            case LAN_HELLO_1, LAN_HELLO_2 -> {
                line.text(", src-id ");
                Osi.identifier(sheet, at + 1, 6);
                line.text(", lan-id ");
                Osi.identifier(sheet, at + 12, 7);
                line.text(", prio ").number(sheet.u8(at + 11));
            }
            case POINT_TO_POINT_HELLO -> {
                line.text(", src-id ");
                Osi.identifier(sheet, at + 1, 6);
            }
            case LINK_STATE_1, LINK_STATE_2 -> {
                line.text(", lsp-id ");
                Osi.identifier(sheet, at + 4, 8);
                line.text(", seq 0x").hex(sheet.be32(at + 12), 8).text(", lifetime ");
                line.right(sheet.be16(at + 2), 5).put('s');
            }
            default -> {
                line.text(", src-id ");
                Osi.identifier(sheet, at + 2, 7);
            }
        }
    }

    private static void hello(Sheet sheet, int type, int at, int told) {
        Line line = sheet.line;
        boolean lan = type != POINT_TO_POINT_HELLO;
        line.text("\n\t  source-id: ");
        Osi.identifier(sheet, at + 1, 6);
        line.text(lan ? ",  holding time: " : ", holding time: ").number(sheet.be16(at + 7));
        line.text("s, Flags: [").text(CIRCUITS.orHex(sheet.u8(at), "unknown circuit type 0x", 2, ""));
        line.put(']');
        if (lan) {
            line.text("\n\t  lan-id:    ");
            Osi.identifier(sheet, at + 12, 7);
            line.text(", Priority: ").number(sheet.u8(at + 11) & 0x7f);
        } else {
            line.text("\n\t  circuit-id: 0x").hex(sheet.u8(at + 11), 2);
        }
        line.text(", PDU length: ").number(told);
    }

    private static void linkState(Sheet sheet, int at, int whole, int told) {
        Line line = sheet.line;
        int checksum = sheet.be16(at + 16);
        int flags = sheet.u8(at + 18);
        line.text("\n\t  lsp-id: ");
        Osi.identifier(sheet, at + 4, 8);
        line.text(", seq: 0x").hex(sheet.be32(at + 12), 8).text(", lifetime: ");
        line.right(sheet.be16(at + 2), 5).text("s\n\t  chksum: 0x").hex(checksum, 4);
        Osi.checksum(sheet, at + 4, checksum, 12, whole - 12);
        line.text(", PDU length: ").number(told).text(", Flags: [ ");
        line.text((flags & 4) != 0 ? "Overload bit set, " : "");
        if ((flags & 0x78) != 0) {
            line.text((flags & 0x08) != 0 ? "default " : "").text((flags & 0x10) != 0 ? "delay " : "");
            line.text((flags & 0x20) != 0 ? "expense " : "").text((flags & 0x40) != 0 ? "error " : "");
            line.text("ATT bit set, ");
        }
        line.text((flags & 0x80) != 0 ? "P bit set, " : "")
                .text(LEVELS[flags & 3])
                .text(" ]");
    }

    private static void sequenceNumbers(Sheet sheet, int at, boolean partial, int told) {
        Line line = sheet.line;
        line.text("\n\t  source-id:    ");
        Osi.identifier(sheet, at + 2, 7);
        line.text(", PDU length: ").number(told);
        if (!partial) {
            line.text("\n\t  start lsp-id: ");
            Osi.identifier(sheet, at + 9, 8);
            line.text("\n\t  end lsp-id:   ");
            Osi.identifier(sheet, at + 17, 8);
        }
    }
}
