package astray.packet.text;

/** What a label of LDP stands for, its forwarding equivalence class (RFC 5036 section 3.4.1, RFC 4447 section 5.2). */
final class LdpFec {
    private static final int PREFIX = 2;
    private static final int PSEUDOWIRE = 0x80;

    private static final Table NAMES = Table.of("""
            0x01 Wildcard
            0x02 Prefix
            0x03 Host address
            0x80 Martini VC
            """);

    private static final int MTU = 1;
    private static final int DESCRIPTION = 3;
    private static final int VERIFICATION = 12;

    private static final Table INTERFACE = Table.of("1 MTU\n3 Description\n12 VCCV\n");

    /** RFC 5085 section 8.1. */
    private static final Table CONTROL_CHANNELS = Table.of("""
            1 PWE3 control word
            2 MPLS Router Alert Label
            4 MPLS inner label TTL = 1
            """);

    private static final Table VERIFICATIONS = Table.of("1 ICMP Ping\n2 LSP Ping\n4 BFD\n");

    private LdpFec() {}

    static void print(Sheet sheet, int at, int length) {
        int type = sheet.u8(at);
        sheet.text("\n\t      ")
                .text(NAMES.name(type, "Unknown"))
                .text(" FEC (0x")
                .hex(type, 2);
        sheet.text(")");
        if (type == PREFIX) {
            prefix(sheet, at + 1, length - 1);
        } else if (type == PSEUDOWIRE) {
            pseudowire(sheet, at + 1, length - 1);
        }
    }

    private static void prefix(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 2) {
            sheet.invalid("tlv length", length, "<", 2);
            return;
        }
        int family = sheet.be16(at);
        if (family != AddressFamily.IP4 && family != AddressFamily.IP6) {
            line.text(": Address family ").number(family).text(" prefix");
            return;
        }
        boolean four = family == AddressFamily.IP4;
        int mark = line.length();
        line.text(four ? ": IPv4 prefix " : ": IPv6 prefix ");
        int size = four ? BgpNlri.prefix4(sheet, at + 2, length - 2) : BgpNlri.prefix6(sheet, at + 2, length - 2);
        if (size == BgpNlri.CUT) {
            line.cut(mark);
            throw Truncated.HERE;
        }
        if (size < 0) {
            line.text("(invalid length)");
        }
    }

    private static void pseudowire(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 7) {
            sheet.invalid("tlv length", length, "<", 7);
            return;
        }
        int information = sheet.u8(at + 2);
        if (information != 0 && length < 11) {
            sheet.invalid("tlv length", length, "<", 11);
            return;
        }
        int type = sheet.be16(at);
        sheet.need(at, information == 0 ? 7 : 11);
        line.text(": ").text(PseudoWire.TYPES.name(type & 0x7fff, "Unknown"));
        line.text((type & 0x8000) != 0 ? ", " : ", no ").text("control word, group-ID ");
        line.number(sheet.be32(at + 3));
        if (information != 0) {
            line.text(", VC-ID ").number(sheet.be32(at + 7));
        }
        line.text(", VC-info-length: ").number(information);
        if (information == 0) {
            return;
        }
        if (information < 4) {
            line.text(" (invalid, < 4");
            return;
        }
        int rest = information - 4;
        if (length - 11 < rest) {
            sheet.invalid("tlv length", length - 11L, "<", rest);
            return;
        }
        parameters(sheet, at + 11, rest);
    }

    private static void parameters(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 2) {
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            if (size < 2 || rest < size) {
                return;
            }
            line.text("\n\t\tInterface Parameter: ").text(INTERFACE.name(type, "Unknown"));
            line.text(" (0x").hex(type, 2).text("), len ").number(size);
            switch (type) {
                case MTU -> line.text(": ").number(sheet.be16(here + 2));
                case DESCRIPTION -> {
                    line.text(": ");
                    if (sheet.allCharacters(here + 2, size - 2)) {
                        throw Truncated.HERE;
                    }
                }
                case VERIFICATION -> {
                    int channels = sheet.u8(here + 2);
                    line.text("\n\t\t  Control Channels (0x").hex(channels, 2).text(") = [");
                    line.text(CONTROL_CHANNELS.bits(channels, ", ", "none")).put(']');
                    int kinds = sheet.u8(here + 3);
                    line.text("\n\t\t  CV Types (0x").hex(kinds, 2).text(") = [");
                    line.text(VERIFICATIONS.bits(kinds, ", ", "none")).put(']');
                }
                default -> HexDump.unknown(sheet, "\n\t\t  ", here + 2, size - 2);
            }
            here += size;
            rest -= size;
        }
    }
}
