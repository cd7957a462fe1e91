package astray.packet.text;

/** Connectivity fault management (IEEE 802.1Q clauses 18 to 22, formerly 802.1ag). */
final class Cfm {
    private static final int OPCODE = 1;
    private static final int FLAGS = 2;
    private static final int FIRST = 3;
    private static final int HEADER = 4;

    private static final int CONTINUITY = 1;
    private static final int LINKTRACE_REPLY = 4;
    private static final int LINKTRACE = 5;

    private static final int CONTINUITY_LENGTH = 70;
    private static final int LINKTRACE_LENGTH = 17;
    private static final int LINKTRACE_REPLY_LENGTH = 6;
    private static final int NAMES_LENGTH = 48;

    private static final Table OPCODES = Table.of("""
            1 Continuity Check Message
            2 Loopback Reply
            3 Loopback Message
            4 Linktrace Reply
            5 Linktrace Message
            """);

    private static final Table DOMAIN_FORMATS = Table.of("""
            0 IEEE 802.1
            1 No MD Name present
            2 DNS string
            3 MAC + 16Bit Integer
            4 Character string
            """);

    private static final Table ASSOCIATION_FORMATS = Table.of("""
            0 IEEE 802.1
            1 Primary VID
            2 Character string
            3 16Bit Integer
            4 RFC2685 VPN-ID
            """);

    private static final Table LINKTRACE_FLAGS = Table.of("0x80 Use Forwarding-DB only");

    private static final Table LINKTRACE_REPLY_FLAGS = Table.of("""
            0x80 UseFDB Only
            0x40 FwdYes
            0x20 Terminal MEP
            """);

    private static final Table REPLY_ACTIONS = Table.of("""
            1 Exact Match
            2 Filtering DB
            3 MIP CCM DB
            """);

    /** Lifetimes by the interval's number (table 21-16): interval, shortest, longest, in seconds. */
    private static final String[] INTERVALS = {
        "",
        "0.003s, min CCM Lifetime 0.011s, max CCM Lifetime 0.012s",
        "0.010s, min CCM Lifetime 0.032s, max CCM Lifetime 0.035s",
        "0.100s, min CCM Lifetime 0.325s, max CCM Lifetime 0.350s",
        "1.000s, min CCM Lifetime 3.250s, max CCM Lifetime 3.500s",
        "10.000s, min CCM Lifetime 32.500s, max CCM Lifetime 35.000s",
        "60.000s, min CCM Lifetime 195.000s, max CCM Lifetime 210.000s",
        "600.000s, min CCM Lifetime 1950.000s, max CCM Lifetime 2100.000s"
    };

    private Cfm() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "cfm";
        if (length < HEADER) {
            tooShort(sheet);
            return;
        }
        sheet.need(at, HEADER);
        int first = sheet.u8(at);
        int version = first & 0x1f;
        if (version != 0) {
            line.text("CFMv").number(version).text(" not supported, length ").number(length);
            return;
        }
        int opcode = sheet.u8(at + OPCODE);
        String name = OPCODES.name(opcode);
        line.text("CFMv0 ").text(name == null ? "unknown (" + opcode + ")" : name);
        line.text(", MD Level ").number(first >> 5);
        line.text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        int offset = sheet.u8(at + FIRST);
        line.text("\n\tFirst TLV offset ").number(offset);
        int rest = length - HEADER;
        if (offset > rest) {
            line.text(" (too large, must be <= ").number(rest).put(')');
            return;
        }
        int here = at + HEADER;
        int flags = sheet.u8(at + FLAGS);
        boolean whole = switch (opcode) {
            case CONTINUITY -> continuity(sheet, here, flags, offset, rest);
            case LINKTRACE -> linktrace(sheet, here, flags, offset, rest);
            case LINKTRACE_REPLY -> linktraceReply(sheet, here, flags, offset, rest);
            default -> {
                HexDump.unknown(sheet, "\n\t  ", here, rest - offset);
                yield true;
            }
        };
        if (whole) {
            CfmTlvs.print(sheet, here + offset, rest - offset);
        }
    }

    static void tooShort(Sheet sheet) {
        sheet.text("\n\t\t packet is too short");
    }

    /** Whether the part in front of the values is as long as it must be; else that is said. */
    private static boolean fits(Sheet sheet, int number, int offset, int rest, int needed, int at) {
        if (offset < needed) {
            sheet.text(" (too small ").number(number);
            sheet.text(", must be >= ").number(needed).text(")");
            return false;
        }
        if (rest < needed) {
            tooShort(sheet);
            return false;
        }
        sheet.need(at, needed);
        return true;
    }

    /** Clause 21.6. */
    private static boolean continuity(Sheet sheet, int at, int flags, int offset, int rest) {
        if (!fits(sheet, 1, offset, rest, CONTINUITY_LENGTH, at)) {
            return false;
        }
        Line line = sheet.line;
        int interval = flags & 7;
        line.text(", Flags [CCM Interval ").number(interval);
        line.text((flags & 0x80) != 0 ? ", RDI]" : "]");
        if (interval != 0) {
            line.text("\n\t  CCM Interval ").text(INTERVALS[interval]);
        }
        line.text("\n\t  Sequence Number 0x").hex(sheet.be32(at), 8);
        line.text(", MA-End-Point-ID 0x").hex(sheet.be16(at + 4), 4);
        return names(sheet, at + 6);
    }

    private static boolean names(Sheet sheet, int at) {
        Line line = sheet.line;
        int end = at + NAMES_LENGTH;
        int format = sheet.u8(at);
        line.text("\n\t  MD Name Format ").text(DOMAIN_FORMATS.name(format, "Unknown"));
        line.text(" (").number(format).put(')');
        int here = at + 1;
        if (format != 1) {
            int size = sheet.u8(here++);
            line.text(", MD Name length ").number(size);
            // the other name's format and length and one byte of it must follow
            if (size > end - here - 3) {
                line.text(" (too large, must be <= ").number(end - here - 2L).put(')');
                return false;
            }
            line.text("\n\t  MD Name: ");
            switch (format) {
                case 2, 4 -> sheet.padded(here, size);
                case 3 -> {
                    line.text(size == 6 ? "\n\t  MAC " : "\n\t  MAC (length invalid)");
                    if (size == 6) {
                        sheet.mac(here);
                    }
                }
                default -> HexDump.unknown(sheet, "\n\t    ", here, size);
            }
            here += size;
        }
        int kind = sheet.u8(here);
        int size = sheet.u8(here + 1);
        here += 2;
        line.text("\n\t  MA Name-Format ").text(ASSOCIATION_FORMATS.name(kind, "Unknown"));
        line.text(" (").number(kind).text("), MA name length ").number(size);
        if (size > end - here) {
            line.text(" (too large, must be <= ").number(end - here).put(')');
            return false;
        }
        line.text("\n\t  MA Name: ");
        if (kind == 2) {
            sheet.padded(here, size);
        } else {
            HexDump.unknown(sheet, "\n\t    ", here, size);
        }
        return true;
    }

    /** Clause 21.8. */
    private static boolean linktrace(Sheet sheet, int at, int flags, int offset, int rest) {
        if (!fits(sheet, 4, offset, rest, LINKTRACE_LENGTH, at)) {
            return false;
        }
        sheet.text(", Flags [").text(LINKTRACE_FLAGS.bits(flags, ", ", "none")).put(']');
        transaction(sheet, at);
        sheet.text("\n\t  Original-MAC ");
        sheet.mac(at + 5);
        sheet.text(", Target-MAC ");
        sheet.mac(at + 11);
        return true;
    }

    /** Clause 21.9. */
    private static boolean linktraceReply(Sheet sheet, int at, int flags, int offset, int rest) {
        if (!fits(sheet, 5, offset, rest, LINKTRACE_REPLY_LENGTH, at)) {
            return false;
        }
        sheet.text(", Flags [")
                .text(LINKTRACE_REPLY_FLAGS.bits(flags, ", ", "none"))
                .put(']');
        transaction(sheet, at);
        int action = sheet.u8(at + 5);
        sheet.text("\n\t  Replay-Action ").text(REPLY_ACTIONS.name(action, "Unknown"));
        sheet.text(" (").number(action).put(')');
        return true;
    }

    private static void transaction(Sheet sheet, int at) {
        sheet.text("\n\t  Transaction-ID 0x").hex(sheet.be32(at), 8);
        sheet.text(", ttl ").number(sheet.u8(at + 4));
    }
}
