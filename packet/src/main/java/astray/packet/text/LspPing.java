package astray.packet.text;

/** Echo along a label-switched path (RFC 8029). */
final class LspPing {
    private static final int VERSION = 0;
    private static final int TYPE = 4;
    private static final int REPLY_MODE = 5;
    private static final int RETURN_CODE = 6;
    private static final int RETURN_SUBCODE = 7;
    private static final int HANDLE = 8;
    private static final int SEQUENCE = 12;
    private static final int SENT = 16;
    private static final int RECEIVED = 24;
    private static final int HEADER = 32;

    private static final int TARGET = 1;
    private static final int DOWNSTREAM = 2;
    private static final int VENDOR = 5;
    private static final int BFD_DISCRIMINATOR = 15;

    private static final Table TYPES = Table.of("1 MPLS Echo Request\n2 MPLS Echo Reply\n");

    private static final Table REPLY_MODES = Table.of("""
            1 Do not reply
            2 Reply via an IPv4/IPv6 UDP packet
            3 Reply via an IPv4/IPv6 UDP packet with Router Alert
            4 Reply via application level control channel
            """);

    private static final Table RETURN_CODES = Table.of("""
            0 No return code or return code contained in the Error Code TLV
            1 Malformed echo request received
            2 One or more of the TLVs was not understood
            3 Replying router is an egress for the FEC at stack depth
            4 Replying router has no mapping for the FEC at stack depth
            5 Reserved
            6 Reserved
            7 Reserved
            8 Label switched at stack-depth
            9 Label switched but no MPLS forwarding at stack-depth
            10 Mapping for this FEC is not the given label at stack depth
            11 No label entry at stack-depth
            12 Protocol not associated with interface at FEC stack depth
            13 Premature termination of ping due to label stack shrinking to a single label
            """);

    private static final Table PARAMETERS = Table.of("""
            1 Target FEC Stack
            2 Downstream Mapping
            3 Pad
            5 Vendor Enterprise Code
            7 Interface Label Stack
            9 Error Code
            10 Reply TOS Byte
            15 BFD Discriminator
            0xfc00 Vendor Private Code
            """);

    private LspPing() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "lspping";
        if (length < HEADER) {
            tooShort(sheet);
            return;
        }
        sheet.need(at, HEADER);
        int version = sheet.be16(at + VERSION);
        if (version != 1) {
            line.text("LSP-PING version ").number(version).text(" packet not supported");
            return;
        }
        int type = sheet.u8(at + TYPE);
        if (sheet.v == 0) {
            String name = TYPES.name(type);
            line.text("LSP-PINGv").number(version).text(", ").text(name == null ? "unknown (" + type + ")" : name);
            line.text(", seq ")
                    .number(sheet.be32(at + SEQUENCE))
                    .text(", length: ")
                    .number(length);
            return;
        }
        header(sheet, at, type, length);
        parameters(sheet, at + HEADER, length - HEADER);
    }

    private static void tooShort(Sheet sheet) {
        sheet.text("\n\t\t packet is too short");
    }

    private static void header(Sheet sheet, int at, int type, int length) {
        Line line = sheet.line;
        int mode = sheet.u8(at + REPLY_MODE);
        line.text("\n\tLSP-PINGv1, msg-type: ").text(TYPES.name(type, "unknown"));
        line.text(" (").number(type).text("), length: ").number(length);
        line.text("\n\t  reply-mode: ")
                .text(REPLY_MODES.name(mode, "unknown"))
                .text(" (")
                .number(mode);
        int code = sheet.u8(at + RETURN_CODE);
        int subcode = sheet.u8(at + RETURN_SUBCODE);
        line.text(")\n\t  Return Code: ").text(RETURN_CODES.name(code, "unknown"));
        // the subcode of these is the stack depth that their names end with
        boolean depth = code == 3 || code == 4 || code == 8 || code >= 10 && code <= 12;
        if (depth) {
            line.put(' ').number(subcode);
        }
        line.text(" (").number(code).text(")\n\t  Return Subcode: (").number(subcode);
        line.text(")\n\t  Sender Handle: 0x").hex(sheet.be32(at + HANDLE), 8);
        line.text(", Sequence: ").number(sheet.be32(at + SEQUENCE)).text("\n\t  TimeStamp Sent: ");
        NtpTime.print(sheet, at + SENT);
        line.text("\n\t  TimeStamp Received: ");
        if (sheet.be64(at + RECEIVED) == 0) {
            line.text("no timestamp");
        } else {
            NtpTime.print(sheet, at + RECEIVED);
        }
    }

    private static void parameters(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                tooShort(sheet);
                return;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            line.text("\n\t  ")
                    .text(PARAMETERS.name(type, "Unknown"))
                    .text(" TLV (")
                    .number(type);
            line.text("), length: ").number(size);
            here += 4;
            rest -= 4;
            if (rest < size) {
                tooShort(sheet);
                return;
            }
            sheet.need(here, size);
            if (size != 0) {
                LspPingTarget.Outcome outcome = value(sheet, type, here, size);
                if (outcome == LspPingTarget.Outcome.END) {
                    return;
                }
                if (sheet.v > 1 || outcome == LspPingTarget.Outcome.UNKNOWN) {
                    HexDump.unknown(sheet, "\n\t    ", here, size);
                }
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                tooShort(sheet);
                return;
            }
            here += padded;
            rest -= padded;
        }
    }

    private static LspPingTarget.Outcome value(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case TARGET -> {
                return LspPingTarget.print(sheet, at, length);
            }
            case DOWNSTREAM -> {
                return downstream(sheet, at, length);
            }
            case BFD_DISCRIMINATOR -> {
                if (length < 4) {
                    line.text("\n\t      TLV is too short");
                    return LspPingTarget.Outcome.UNKNOWN;
                }
                line.text("\n\t    BFD Discriminator 0x").hex(sheet.be32(at), 8);
            }
            case VENDOR -> {
                if (length < 4) {
                    line.text("\n\t      TLV is too short");
                    return LspPingTarget.Outcome.UNKNOWN;
                }
                long vendor = sheet.be32(at);
                line.text("\n\t    Vendor: ").text(Enterprise.NAMES.name(vendor, "Unknown"));
                line.text(" (0x").hex(vendor, 4).put(')');
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t    ", at, length);
                }
            }
        }
        return LspPingTarget.Outcome.KNOWN;
    }

    /** Where the path goes on (RFC 4379 section 3.3). */
    private static LspPingTarget.Outcome downstream(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 4) {
            line.text("\n\t      TLV is too short");
            return LspPingTarget.Outcome.UNKNOWN;
        }
        int kind = sheet.u8(at + 2);
        line.text("\n\t    MTU: ").number(sheet.be16(at)).text(", Address-Type: ");
        line.text(
                switch (kind) {
                    case 1 -> "IPv4";
                    case 2 -> "Unnumbered IPv4";
                    case 3, 4 -> "IPv6";
                    default -> "unknown";
                });
        line.text(" (").number(kind).put(')');
        boolean six = kind > 2;
        boolean numbered = kind % 2 == 1;
        int size = kind < 1 || kind > 4 ? 4 : 4 + (six ? 16 : 4) + (six && numbered ? 16 : 4);
        if (length < size) {
            line.text("\n\t      TLV is too short");
            return LspPingTarget.Outcome.UNKNOWN;
        }
        if (size > 4) {
            line.text("\n\t    Downstream IP: ");
            host(sheet, at + 4, six);
            int link = at + (six ? 20 : 8);
            if (numbered) {
                line.text("\n\t    Downstream Interface IP: ");
                host(sheet, link, six);
            } else {
                line.text("\n\t    Downstream Interface Index: 0x").hex(sheet.be32(link), 8);
            }
        }
        if (length - size < 4) {
            line.text("\n\t      TLV is too short");
        }
        return LspPingTarget.Outcome.UNKNOWN;
    }

    static void host(Sheet sheet, int at, boolean six) {
        if (six) {
            sheet.host6(at);
        } else {
            sheet.host4(at);
        }
    }
}
