package astray.packet.text;

/** Forwarding and control element separation (RFC 5810). */
final class Forces {
    private static final int TYPE = 1;
    private static final int LENGTH = 2;
    private static final int SOURCE = 4;
    private static final int DESTINATION = 8;
    private static final int CORRELATOR = 12;
    private static final int FLAGS = 20;
    private static final int HEADER = 24;

    private static final int ASSOCIATION_SETUP = 0x01;
    private static final int TEARDOWN = 0x02;
    private static final int REDIRECT = 0x06;
    private static final int HEARTBEAT = 0x0f;
    private static final int ASSOCIATION_RESPONSE = 0x11;

    private static final int METADATA = 0x0115;
    private static final int REDIRECT_DATA = 0x0116;

    private static final int INDENT = 9;

    private static final Table MESSAGES = Table.of("""
            0x01 Association Setup
            0x02 Association TearDown
            0x03 Config
            0x04 Query
            0x05 Event Notification
            0x06 Packet Redirect
            0x0f HeartBeat
            0x11 Association Response
            0x13 Config Response
            0x14 Query Response
            """);

    private static final String[] ACKS = {"NoACK", "SuccessACK", "FailureACK", "AlwaysACK"};
    private static final String[] MODES = {
        "EMReserved", "execute-all-or-none", "execute-until-failure", "continue-execute-on-failure"
    };
    private static final String[] ATOMS = {"Standalone", "2PCtransaction"};
    private static final String[] PHASES = {"StartofTransaction", "MiddleofTransaction", "EndofTransaction", "abort"};

    private static final Table BLOCKS = Table.of("0 Invalid TLV\n1 FEObj LFB\n2 FEProtoObj LFB\n");

    private static final Table TEARDOWNS = Table.of("""
            0 Normal Teardown
            1 Loss of Heartbeats
            2 Out of bandwidth
            3 Out of Memory
            4 Application Crash
            """);

    private Forces() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "forces";
        sheet.need(at, HEADER);
        int type = sheet.u8(at + TYPE);
        boolean known = type >= 1 && type <= 6 || type == HEARTBEAT || type >= 0x11 && type <= 0x14;
        String name = MESSAGES.name(type);
        if (!known) {
            line.text("Invalid ForCES message type ").number(type).put('\n');
            sheet.invalid();
            return;
        }
        if (name == null) {
            line.text("\n\tUnknown ForCES message type=0x").hex(type);
            sheet.invalid();
            return;
        }
        int size = sheet.be16(at + LENGTH) << 2;
        line.text("\n\tForCES ").text(name).put(' ');
        if (size < HEADER || size != length) {
            line.text("Illegal ForCES pkt len - min 24, total recvd ").number(length);
            line.text(", advertised ").number(size).put(' ');
            sheet.invalid();
            return;
        }
        header(sheet, at, size);
        if (!top(sheet, at, size - HEADER, type)) {
            line.text(" [rc 4294967295 < 0]");
            sheet.invalid();
            return;
        }
        if (sheet.v > 3) {
            line.text("\n\t  Raw ForCES message\n\t [");
            HexDump.unknown(sheet, "\n\t ", at, length);
            line.text("\n\t ]");
        }
    }

    private static void header(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int flags = sheet.s32(at + FLAGS);
        if (sheet.v > 0) {
            line.text("\n\tForCES Version ").number(sheet.u8(at) >> 4);
            line.text(" len ").number(size);
            line.text("B flags 0x").hex(sheet.be32(at + FLAGS), 8);
            node(sheet, " \n\tSrcID 0x", at + SOURCE);
            node(sheet, " DstID 0x", at + DESTINATION);
            line.text(" Correlator 0x").text(Long.toHexString(sheet.be64(at + CORRELATOR)));
        }
        if (sheet.v > 1) {
            line.text("\n\tForCES flags:\n\t  ");
            flag(line, ACKS, flags >>> 30);
            line.text(", prio=").number(flags >>> 27 & 7).text(", ");
            flag(line, MODES, flags >>> 22 & 3);
            line.text(",\n\t  ");
            flag(line, ATOMS, flags >>> 21 & 1);
            line.text(", ");
            flag(line, PHASES, flags >>> 19 & 3);
            line.text("\n\t  Extra flags: rsv(b5-7) 0x").hex(flags >>> 24 & 7);
            line.text(" rsv(b13-31) 0x").hex(flags & 0x7ffff).put('\n');
        }
    }

    private static void flag(Line line, String[] names, int value) {
        line.text(names[value]).text("(0x").hex(value).put(')');
    }

    private static void node(Sheet sheet, String what, int at) {
        long id = sheet.be32(at);
        String kind;
        if (id <= 0x7fff_ffffL) {
            kind = id <= 0x3fff_ffffL ? "FE" : "CE";
        } else if (id >= 0xc000_0000L && id <= 0xffff_ffefL) {
            kind = "AllMulticast";
        } else if (id == 0xffff_fffdL) {
            kind = "AllCEsBroadcast";
        } else if (id == 0xffff_fffeL) {
            kind = "AllFEsBroadcast";
        } else {
            kind = id == 0xffff_ffffL ? "AllBroadcast" : "ForCESreserved";
        }
        sheet.text(what).hex(id).put('(').text(kind).put(')');
    }

    /** The TLVs of a message (section 7); false when they are invalid. */
    private static boolean top(Sheet sheet, int at, int length, int type) {
        Line line = sheet.line;
        if (type == HEARTBEAT) {
            line.text(length > 4 ? "<0x1>Illegal Top level TLV!\n" : "");
            return length <= 4;
        }
        if (length <= 4) {
            line.text(type == ASSOCIATION_SETUP ? "" : "\tTop level TLV Data missing!\n");
            return type == ASSOCIATION_SETUP;
        }
        int count = most(type);
        int i = 0;
        int here = at + HEADER;
        while (i < length && count > 0) {
            int tlv = sheet.be16(here + i);
            int size = sheet.be16(here + i + 2);
            if (ForcesPath.wrong(size, length - i) != null) {
                break;
            }
            if (!ForcesPath.isKnown(tlv)) {
                line.text("\n\tInvalid ForCES Top TLV type=0x").hex(tlv);
                return false;
            }
            if (sheet.v > 2) {
                line.put('\t').text(ForcesPath.name(tlv)).text(", length ").number(size);
                line.text(" (data length ").number(size - 4L).text(" Bytes)");
            }
            if (!content(sheet, type, here + i + 4, size - 4)) {
                return false;
            }
            i += size + 3 & ~3;
            count--;
        }
        if (i != length) {
            int told = sheet.be16(here + i + 2);
            line.text("\tMess TopTLV header: min 4, total ").number(length - i);
            line.text(" advertised ").number(told).put(' ');
            return false;
        }
        return true;
    }

    /** How many TLVs a message may have. */
    private static int most(int type) {
        return switch (type) {
            case ASSOCIATION_SETUP -> 2;
            case TEARDOWN, 0x05, ASSOCIATION_RESPONSE -> 1;
            default -> 15;
        };
    }

    /** The operations that a message may have, a bit for each. */
    private static int operations(int type) {
        return switch (type) {
            case 0x03 -> ForcesPath.bits(1, 2, 5, 12, 14);
            case 0x04 -> ForcesPath.bits(7, 8);
            case 0x13 -> ForcesPath.bits(3, 4, 6, 13);
            case 0x14 -> ForcesPath.bits(9, 10);
            default -> ForcesPath.bits(11);
        };
    }

    private static boolean content(Sheet sheet, int type, int at, int length) {
        return switch (type) {
            case TEARDOWN -> teardown(sheet, at, length);
            case ASSOCIATION_RESPONSE -> response(sheet, at, length);
            case REDIRECT -> redirect(sheet, at, length);
            default -> select(sheet, at, length, operations(type));
        };
    }

    private static boolean teardown(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length != 4) {
            line.text("illegal ASTresult-TLV: ").number(length).text(" bytes!\n");
            return false;
        }
        long code = sheet.be32(at);
        if (code > 255) {
            line.text("illegal ASTresult result code: ").number(code).text("!\n");
            return false;
        }
        if (sheet.v > 2) {
            String name = TEARDOWNS.name(code);
            line.text("Teardown reason:\n").text(" ".repeat(INDENT));
            line.text(name == null ? "unknown (" + code + ")" : name).put('(').hex(code);
            line.text(")\n").text(" ".repeat(INDENT));
        }
        return true;
    }

    private static boolean response(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length != 4) {
            line.text("illegal ASRresult-TLV: ").number(length).text(" bytes!\n");
            return false;
        }
        long code = sheet.be32(at);
        if (code > 3) {
            line.text("illegal ASRresult result code: ").number(code).text("!\n");
            return false;
        }
        if (sheet.v > 2) {
            line.put('\n').text(" ".repeat(INDENT));
            line.text(
                    code == 0
                            ? "Success "
                            : code == 1 ? "FE ID invalid " : code == 2 ? "permission denied " : "Unknown ");
            line.put('(').hex(code).text(")\n").text(" ".repeat(INDENT));
        }
        return true;
    }

    private static boolean redirect(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length <= 8) {
            line.text("\n\t\ttruncated Redirect TLV: ").number(8L - length).text(" bytes missing! ");
            return false;
        }
        int i = 0;
        while (i < length) {
            int here = at + i;
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (ForcesPath.wrong(size, length - i) != null) {
                line.text("Bad Redirect data\n");
                return ForcesPath.messy(sheet, "Redirect", here, length - i);
            }
            if (type == METADATA) {
                metadata(sheet, here + 4, size - 4);
            } else if (type == REDIRECT_DATA) {
                line.put('\n')
                        .text(" ".repeat(INDENT + 1))
                        .text(" Redirect Data length ")
                        .number(size - 4L)
                        .put('\n');
                if (sheet.v > 2) {
                    line.text("\t\t[");
                    HexDump.unknown(sheet, "\n\t\t", here + 4, size - 4);
                    line.text("\n\t\t]");
                }
            } else {
                line.text("Unknown REDIRECT TLV 0x")
                        .hex(type)
                        .text(" len ")
                        .number(size)
                        .put('\n');
            }
            i += size + 3 & ~3;
        }
        return true;
    }

    private static void metadata(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.put('\n')
                .text(" ".repeat(INDENT + 1))
                .text(" METADATA length ")
                .number(length)
                .put('\n');
        int i = 0;
        while (i < length) {
            if (length - i < 8) {
                return;
            }
            long size = sheet.be32(at + i + 4);
            if (size < 8 || (size + 3 & ~3L) > length - i) {
                return;
            }
            line.text(" ".repeat(INDENT + 2)).text("MetaID 0x").hex(sheet.be32(at + i));
            line.text(" length ").number(size).put('\n');
            if (sheet.v > 2) {
                HexDump.unknown(sheet, "\t\t[", at + i + 8, (int) size - 8);
                line.text(" ]\n");
            }
            i += (int) size + 3 & ~3;
        }
    }

    /** Operations on a logical function block (section 7.1.5). */
    private static boolean select(Sheet sheet, int at, int length, int operations) {
        Line line = sheet.line;
        if (length <= 12) {
            line.text("\n\t\tundersized lfb selector: ").number(12L - length).text(" bytes missing! ");
            return false;
        }
        sheet.need(at, 8);
        if (sheet.v > 2) {
            int block = sheet.s32(at);
            line.put('\n').text(" ".repeat(INDENT)).text(BLOCKS.orNumber(block, "#"));
            line.text("(Classid ").hex(sheet.be32(at));
            line.text(") instance ").hex(sheet.be32(at + 4)).put('\n');
        }
        int i = 8;
        while (i < length) {
            int here = at + i;
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (ForcesPath.wrong(size, length - i) != null) {
                return ForcesPath.messy(sheet, "oper", here, length - i);
            }
            boolean allowed = type >= 0x8000 || type >= 1 && type <= 14 && (operations & 1 << type) != 0;
            if (allowed) {
                new ForcesPath(sheet).operation(type, here, size, INDENT + 1);
            } else {
                line.text(sheet.v < 3 ? "\n" : "")
                        .text("\t\tINValid oper-TLV type 0x")
                        .hex(type);
                line.text(" length ").number(size).text(" for this ForCES message\n");
                ForcesPath.data(sheet, here, length - i, INDENT + 1);
            }
            i += size + 3 & ~3;
        }
        return true;
    }
}
