package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** Operations of ForCES on paths and their data (RFC 5810 section 7.1.6 and on). */
final class ForcesPath {
    private static final int FULL = 0x01;
    private static final int SPARSE = 0x02;
    private static final int RESULT = 0x04;
    private static final int KEY = 0x08;
    private static final int APPEND = 0x10;
    private static final int RANGE = 0x20;

    private static final int PATH_DATA = 0x0110;
    private static final int KEY_INFO = 0x0111;
    private static final int FULL_DATA = 0x0112;
    private static final int SPARSE_DATA = 0x0113;
    private static final int RESULT_DATA = 0x0114;

    private static final int COMMIT = 12;
    private static final int COMMIT_RESPONSE = 13;
    private static final int COMPLETE = 14;

    /** Paths in paths: what is deeper is not looked at. */
    private static final int DEEPEST = 64;

    private static final int WIDEST = 255;

    private static final Table NAMES = Table.of("""
            0x0000 Invalid TLV
            0x0001 REDIRECT TLV
            0x0010 ASResult TLV
            0x0011 ASTreason TLV
            0x1000 LFBselect TLV
            0x0110 PATH-DATA TLV
            0x0111 KEYINFO TLV
            0x0112 FULLDATA TLV
            0x0113 SPARSEDATA TLV
            0x0114 RESULT TLV
            0x0115 METADATA TLV
            0x0116 REDIRECTDATA TLV
            """);

    private static final Table OPERATIONS = Table.of("""
            1 Set
            2 SetProp
            3 SetResp
            4 SetPropResp
            5 Del
            6 DelResp
            7 Get
            8 GetProp
            9 GetResp
            10 GetPropResp
            11 Report
            12 Commit
            13 RCommit
            14 RTRCOMP
            """);

    private static final Table RESULTS = Table.of("""
            0x00 SUCCESS
            0x01 INVALID HEADER
            0x02 LENGTH MISMATCH
            0x03 VERSION MISMATCH
            0x04 INVALID DESTINATION PID
            0x05 LFB UNKNOWN
            0x06 LFB NOT FOUND
            0x07 LFB INSTANCE ID NOT FOUND
            0x08 INVALID PATH
            0x09 COMPONENT DOES NOT EXIST
            0x0a EXISTS ALREADY
            0x0b NOT FOUND
            0x0c READ ONLY
            0x0d INVALID ARRAY CREATION
            0x0e VALUE OUT OF RANGE
            0x0f CONTENTS TOO LONG
            0x10 INVALID PARAMETERS
            0x11 INVALID MESSAGE TYPE
            0x12 INVALID FLAGS
            0x13 INVALID TLV
            0x14 EVENT ERROR
            0x15 NOT SUPPORTED
            0x16 MEMORY ERROR
            0x17 INTERNAL ERROR
            0xff UNSPECIFIED ERROR
            """);

    private final Sheet sheet;
    private final Line line;
    private int depth;

    ForcesPath(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static int bits(int... operations) {
        int bits = 0;
        for (int operation : operations) {
            bits |= 1 << operation;
        }
        return bits;
    }

    static String name(int type) {
        return NAMES.orNumber(type, "#");
    }

    /** Whether a TLV may stand at the top. */
    static boolean isKnown(int type) {
        return type == 1 || type == 0x1000 || type == 0x10 || type == 0x11 || type >= 0x110 && type <= 0x116;
    }

    /** What is wrong with a TLV's length; {@code null} for nothing. */
    static @Nullable String wrong(int size, int left) {
        if (left < 4) {
            return "Invalid total length";
        }
        if (size < 4) {
            return "xLV too short";
        }
        if (size > left) {
            return "xLV too long";
        }
        return left < (size + 3 & ~3) ? "data padding missing" : null;
    }

    /** Says that a TLV's header makes no sense; false. */
    static boolean messy(Sheet sheet, String what, int at, int left) {
        int type = sheet.be16(at);
        long excess = left - sheet.be16(at + 2) & 0xffff_ffffL;
        sheet.text("\n\t\tMessy ").text(what).text(" TLV header, type (0x").hex(type);
        sheet.text(")\n\t\texcess of ").number(excess).text(" Bytes ");
        return false;
    }

    private static String blanks(int count) {
        return " ".repeat(Math.min(count, WIDEST));
    }

    /** The bytes of what is invalid. */
    static void data(Sheet sheet, int at, int length, int indent) {
        if (sheet.v > 2) {
            String begin = "\n" + blanks(indent - 1);
            sheet.text(blanks(indent - 1)).text("Data[");
            HexDump.unknown(sheet, begin, at, length);
            sheet.text(begin).text("]\n");
        }
    }

    /** Prints an operation; {@code at} is where its TLV lies. */
    void operation(int type, int at, int size, int indent) {
        String name = type > COMPLETE ? "Invalid OPTLV" : " " + OPERATIONS.name(type, "");
        if (sheet.v > 2) {
            line.text(blanks(indent)).text("Oper TLV ").text(name).text("(0x").hex(type);
            line.text(") length ").number(size).put('\n');
        }
        int rest = size - 4;
        if (rest < 8) {
            line.text("\t\tOper TLV ").text(name).text("(0x").hex(type);
            line.text(") length ").number(size);
            line.text("\n\t\tTruncated data size ").number(rest).text(" minimum required 8\n");
            data(sheet, at + 4, rest, indent);
        } else if (type > COMPLETE) {
            data(sheet, at + 4, rest, indent + 1);
        } else if (type == COMMIT_RESPONSE) {
            general(at + 4, rest, RESULT, indent + 1);
        } else if (type != COMMIT && type != COMPLETE) {
            paths(at + 4, rest, encodings(type), indent + 1);
        }
    }

    /** The encodings of data that an operation may have. */
    private static int encodings(int operation) {
        return switch (operation) {
            case 1, 2, 11 -> FULL | SPARSE;
            case 3, 4, 6 -> RESULT;
            case 9 -> FULL | SPARSE | RESULT;
            case 10 -> FULL | RESULT;
            default -> 0;
        };
    }

    private boolean general(int at, int length, int encodings, int indent) {
        int type = sheet.be16(at);
        int size = sheet.be16(at + 2);
        line.text("genoptlvprint - ").text(name(type)).text(" TLV type 0x").hex(type);
        line.text(" len ").number(size).put('\n');
        if (wrong(size, length) != null) {
            line.text("\t\t\tInvalid ForCES TLV type=").hex(type);
            return false;
        }
        if (!isKnown(type)) {
            line.text("#0 TLV type 0x").hex(type).text(" len ").number(size).put('\n');
            return false;
        }
        if (sheet.v > 2) {
            line.text(blanks(indent)).text(name(type)).text(", length ").number(size);
            line.text(" (data length ").number(size - 4L).text(" Bytes)");
        }
        return path(at + 4, size - 4, encodings, indent + 1);
    }

    private boolean paths(int at, int length, int encodings, int indent) {
        if (depth >= DEEPEST) {
            line.text(" [too many paths in paths]");
            return false;
        }
        depth++;
        int i = 0;
        while (i < length) {
            int size = sheet.be16(at + i + 2);
            if (wrong(size, length - i) != null) {
                return messy(sheet, "PATHDATA", at + i, length - i);
            }
            if (sheet.v > 2) {
                line.text(blanks(indent))
                        .text(name(sheet.be16(at + i)))
                        .text(", length ")
                        .number(size);
                line.text(" (data encapsulated ").number(size - 4L).text(" Bytes)");
            }
            if (!path(at + i + 4, size - 4, encodings, indent + 1)) {
                return false;
            }
            i += size + 3 & ~3;
        }
        depth--;
        return true;
    }

    /** A path and its data; false for what is invalid. */
    private boolean path(int at, int length, int operation, int indent) {
        sheet.need(at, 4);
        if (length < 4) {
            sheet.text(" [len ").number(length).text(" < 4]");
            return false;
        }
        int flags = sheet.be16(at);
        int count = sheet.be16(at + 2);
        if (sheet.v > 2) {
            line.put('\n').text(blanks(indent)).text("Pathdata: Flags 0x").hex(flags);
            line.text(" ID count ").number(count).put('\n');
        }
        int encodings = operation;
        encodings |= (flags & 1) == 0 ? 0 : KEY;
        encodings |= (flags & 2) == 0 ? 0 : RANGE;
        encodings |= (flags & 4) == 0 ? 0 : APPEND;
        int rest = length - 4;
        if (rest < count * 4) {
            line.text("\t\t\ttruncated IDs expected ").number(count * 4L);
            line.text("B got ").number(rest).text("B\n");
            HexDump.unknown(sheet, "\t\t\tID Data[", at + 4, rest);
            line.text("]\n");
            return false;
        }
        if ((encodings & (RANGE | KEY)) == (RANGE | KEY)) {
            line.text("\t\t\tIllegal to have both Table ranges and keys\n");
            return false;
        }
        int left = identified(at + 4, rest, count, encodings, indent);
        return left > 0 ? paths(at + length - left, left, encodings, indent + 1) : left == 0;
    }

    /** The identifiers of a path and what is at its end; how much is left, negative when it is invalid. */
    private int identified(int at, int length, int count, int encodings, int indent) {
        String blanks = blanks(indent);
        if ((encodings & APPEND) != 0 && sheet.v > 2) {
            line.text(blanks).text("TABLE APPEND\n");
        }
        for (int i = 0; i < count; i++) {
            long id = sheet.be32(at + 4 * i);
            if (sheet.v > 2) {
                line.text(blanks)
                        .text("ID#")
                        .padded(i + 1L, 2)
                        .text(": ")
                        .number(id)
                        .put('\n');
            }
        }
        int here = at + 4 * count;
        int left = length - 4 * count;
        if ((encodings & (RANGE | KEY)) != 0) {
            int skipped = selector(here, left, encodings, blanks);
            if (skipped < 0) {
                return -1;
            }
            here += skipped;
            left -= skipped;
        }
        return left == 0 ? 0 : content(here, left, encodings, indent);
    }

    /** A range of a table or a key; how long it is, negative when it is too short. */
    private int selector(int at, int left, int encodings, String blanks) {
        if (left < 12) {
            line.text("pathlength ").number(left).text(" with key/range too short 12\n");
            return -1;
        }
        if ((encodings & RANGE) != 0) {
            long first = sheet.be32(at + 4);
            long last = sheet.be32(at + 8);
            if (sheet.v > 2) {
                line.text(blanks).text("Table range: [").number(first);
                line.put(',').number(last).text("]\n");
            }
            return 12;
        }
        int size = sheet.be16(at + 6);
        if (size < 4) {
            line.text("key content length ").number(size).text(" < 4\n");
            return -1;
        }
        if (left - 8 < size - 4) {
            line.text("key content too short\n");
            return -1;
        }
        return size + 4;
    }

    private int content(int at, int left, int encodings, int indent) {
        int type = sheet.be16(at);
        int size = sheet.be16(at + 2);
        String wrong = wrong(size, left);
        if (wrong != null) {
            line.text(wrong).text(" Outstanding bytes ").number(left);
            line.text(" for TLV type 0x")
                    .hex(type)
                    .text(" TLV len ")
                    .number(size)
                    .put('\n');
            return size == 0 ? left : bad(at, left);
        }
        int padding = -size & 3;
        if (type < PATH_DATA || type > RESULT_DATA) {
            line.text("Invalid path data content type 0x").hex(type);
            line.text(" len ").number(size).put('\n');
            return bad(at, left);
        }
        if (sheet.v > 2 && type != PATH_DATA) {
            line.text(blanks(indent))
                    .text("  ")
                    .text(name(type))
                    .text(" (Length ")
                    .number(size);
            line.text(" DataLen ").number(size - 4L);
            if (padding != 0) {
                line.text(" pad ").number(padding);
            }
            line.text(" Bytes)\n");
        }
        encoding(type, encodings);
        return data(type, at, size + padding, encodings, indent + 2) ? left - size - padding : -1;
    }

    private int bad(int at, int left) {
        HexDump.unknown(sheet, "Bad Data val\n\t  [", at, left);
        line.text("]\n");
        return -1;
    }

    /** Says when data is encoded otherwise than the operation allows. */
    private void encoding(int type, int allowed) {
        int own = type == FULL_DATA ? FULL : type == SPARSE_DATA ? SPARSE : type == RESULT_DATA ? RESULT : 0;
        if (type == PATH_DATA) {
            return;
        }
        if ((allowed & KEY) != 0) {
            line.text(type == KEY_INFO ? "" : "Based on flags expected KEYINFO TLV!\n");
        } else if ((allowed & own) == 0) {
            line.text("Illegal DATA encoding for type 0x")
                    .hex(type)
                    .text(" programmed ")
                    .hex(own);
            line.text(" got ").hex(allowed).put('\n');
        }
    }

    private boolean data(int type, int at, int size, int encodings, int indent) {
        return switch (type) {
            case KEY_INFO -> key(at, size, indent);
            case FULL_DATA -> full(at, size, indent);
            case SPARSE_DATA -> sparse(at + 4, size - 4, indent + 1);
            case RESULT_DATA -> result(at + 4, size - 4, indent);
            default -> paths(at, size, encodings, indent);
        };
    }

    private boolean key(int at, int size, int indent) {
        line.text(blanks(indent))
                .text("Keyinfo: Key 0x")
                .hex(sheet.be32(at + 4))
                .put('\n');
        int type = sheet.be16(at + 8);
        int inner = sheet.be16(at + 10);
        String wrong = wrong(inner, size);
        if (wrong != null) {
            line.text(wrong)
                    .text(" TLV type 0x")
                    .hex(type)
                    .text(" len ")
                    .number(inner)
                    .put('\n');
            return false;
        }
        return full(at + 12, inner, indent);
    }

    private boolean full(int at, int size, int indent) {
        if (sheet.be16(at) != FULL_DATA) {
            line.text("Error: expecting FULLDATA!\n");
            return false;
        }
        if (sheet.v > 2) {
            String blanks = blanks(indent + 1);
            line.text(blanks).put('[');
            HexDump.unknown(sheet, "\n" + blanks, at + 4, size - 4);
            line.put('\n').text(blanks).put(']');
        }
        return true;
    }

    private boolean sparse(int at, int length, int indent) {
        if (length < 8) {
            line.text("Error: BAD SPARSEDATA-TLV!\n");
            return false;
        }
        int i = 0;
        while (i < length) {
            int left = length - i;
            long size = left < 8 ? 0 : sheet.be32(at + i + 4);
            String wrong = null;
            if (left < 8) {
                wrong = "Invalid total length";
            } else if (size < 8) {
                wrong = "xLV too short";
            } else if (size > left) {
                wrong = "xLV too long";
            } else if ((size + 3 & ~3L) > left) {
                wrong = "data padding missing";
            }
            if (wrong != null) {
                line.text("Error: ").text(wrong).text(", rlen ").number(left).put('\n');
                return false;
            }
            if (sheet.v > 2) {
                line.put('\n').text(blanks(indent - 1)).text(" ILV: type ").hex(sheet.be32(at + i));
                line.text(" length ").number(size).put('\n');
                HexDump.unknown(sheet, "\t\t[", at + i + 8, (int) size - 8);
            }
            i += (int) size + 3 & ~3;
        }
        return true;
    }

    private boolean result(int at, int length, int indent) {
        if (length != 4) {
            line.text("illegal RESULT-TLV: ").number(length).text(" bytes!\n");
            return false;
        }
        sheet.need(at, 4);
        int code = sheet.u8(at);
        String name = RESULTS.name(code);
        if (name == null) {
            line.text("illegal reserved result code: 0x").hex(code).text("!\n");
            return false;
        }
        if (sheet.v > 2) {
            line.text(blanks(indent)).text("  Result: ").text(name);
            line.text(" (code 0x").hex(code).text(")\n");
        }
        return true;
    }
}
