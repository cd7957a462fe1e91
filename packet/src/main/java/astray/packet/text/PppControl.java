package astray.packet.text;

/** PPP's control protocols (RFC 1661 section 5, 1570, 1962, 2153): LCP, IPCP, IPv6CP, CCP and others. */
final class PppControl {
    private static final int CODE = 0;
    private static final int ID = 1;
    private static final int LENGTH = 2;
    private static final int HEADER = 4;

    private static final int VENDOR = 0;
    private static final int REQUEST = 1;
    private static final int ACK = 2;
    private static final int NAK = 3;
    private static final int REJECT = 4;
    private static final int TERMINATE = 5;
    private static final int TERMINATE_ACK = 6;
    private static final int CODE_REJECT = 7;
    private static final int PROTOCOL_REJECT = 8;
    private static final int ECHO = 9;
    private static final int ECHO_REPLY = 10;
    private static final int DISCARD = 11;
    private static final int IDENTIFICATION = 12;
    private static final int TIME_REMAINING = 13;

    private static final String[] CODES = {
        "Vendor-Extension",
        "Conf-Request",
        "Conf-Ack",
        "Conf-Nack",
        "Conf-Reject",
        "Term-Request",
        "Term-Ack",
        "Code-Reject",
        "Prot-Reject",
        "Echo-Request",
        "Echo-Reply",
        "Disc-Req",
        "Ident",
        "Time-Rem",
        "Reset-Req",
        "Reset-Ack"
    };

    private PppControl() {}

    static void print(Sheet sheet, int protocol, int at, int length) {
        Line line = sheet.line;
        String name = Ppp.NAMES.name(protocol, "unknown");
        line.text(name).text(", ");
        if (length < HEADER || !sheet.has(at, 2)) {
            line.text("[|").text(name).put(']');
            return;
        }
        int code = sheet.u8(at + CODE);
        line.text(code < CODES.length ? CODES[code] : "Unknown Opcode")
                .text(" (0x")
                .hex(code, 2);
        line.text("), id ").number(sheet.u8(at + ID)).text(", length ").number(length + 2L);
        if (sheet.v == 0) {
            return;
        }
        int told = sheet.be16(at + LENGTH);
        line.text("\n\tencoded length ").number(told);
        if (told < HEADER) {
            line.text(" (< 4))");
            return;
        }
        if (told > length) {
            line.text(" (> packet length ").number(length).text("))");
            return;
        }
        line.text(" (=Option(s) length ").number(told - HEADER).put(')');
        if (told == HEADER) {
            return;
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t", at - 2, 6);
        }
        body(sheet, protocol, code, at, told);
    }

    private static void body(Sheet sheet, int protocol, int code, int at, int told) {
        Line line = sheet.line;
        int data = at + HEADER;
        switch (code) {
            case VENDOR -> {
                if (told >= 11) {
                    magic(sheet, data);
                    int vendor = sheet.be24(data + 4);
                    line.text(" Vendor: ").text(Oui.name(vendor)).text(" (").number(vendor);
                    line.put(')');
                }
            }
            case REQUEST, ACK, NAK, REJECT -> options(sheet, protocol, data, told - HEADER);
            case TERMINATE, TERMINATE_ACK, CODE_REJECT -> {
                // what they carry is not told
            }
            case PROTOCOL_REJECT -> {
                if (told >= 6) {
                    int rejected = sheet.be16(data);
                    line.text("\n\t  Rejected ").text(Ppp.NAMES.name(rejected, "unknown"));
                    line.text(" Protocol (0x").hex(rejected, 4).put(')');
                    if (told > 6) {
                        line.text("\n\t  Rejected Packet");
                        HexDump.unknown(sheet, "\n\t    ", data + 2, told - 2);
                    }
                }
            }
            case ECHO, ECHO_REPLY, DISCARD -> {
                if (told >= 8) {
                    magic(sheet, data);
                    if (told > 8) {
                        line.text("\n\t  -----trailing data-----");
                        sheet.need(data + 4, told - 8);
                        HexDump.unknown(sheet, "\n\t  ", data + 4, told - 8);
                    }
                }
            }
            case IDENTIFICATION -> {
                if (told >= 8) {
                    magic(sheet, data);
                    if (told > 8) {
                        line.text("\n\t  Message\n\t    ");
                        // as the original, four characters more than the message has
                        if (sheet.allCharacters(data + 4, told - 4)) {
                            line.text("[|")
                                    .text(Ppp.NAMES.name(protocol, "unknown"))
                                    .put(']');
                        }
                    }
                }
            }
            case TIME_REMAINING -> {
                if (told >= 12) {
                    magic(sheet, data);
                    line.text(", Seconds-Remaining ")
                            .number(sheet.be32(data + 4))
                            .put('s');
                }
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t  ", at - 2, told + 2);
                }
            }
        }
    }

    private static void magic(Sheet sheet, int at) {
        sheet.need(at, 4);
        sheet.text("\n\t  Magic-Num 0x").hex(sheet.be32(at), 8);
    }

    private static void options(Sheet sheet, int protocol, int at, int length) {
        int here = at;
        int rest = length;
        while (rest > 0) {
            // an option may reach into what follows: the whole message's length is what it is measured by
            int size = PppOptions.print(sheet, protocol, here, length + HEADER);
            if (size == 0) {
                return;
            }
            if (rest < size) {
                sheet.invalid("remaining options length", rest, "<", size);
                return;
            }
            here += size;
            rest -= size;
        }
    }
}
