package astray.packet.text;

/** PPP (RFC 1661), also in HDLC-like framing (RFC 1662) and in multilink (RFC 1990). */
final class Ppp {
    private static final int ADDRESS = 0xff;
    private static final int CONTROL = 0x03;

    /** pppd's marks in the place of the address: which way a frame went. */
    private static final int IN = 0x00;

    private static final int OUT = 0x01;
    private static final int ESCAPE = 0x7d;
    private static final int FLAG = 0x7e;

    static final int LCP = 0xc021;
    static final int PAP = 0xc023;
    static final int LQM = 0xc025;
    static final int SPAP_OLD = 0xc123;
    static final int SPAP = 0xc027;
    static final int CHAP = 0xc223;
    static final int EAP = 0xc227;
    static final int IPCP = 0x8021;
    private static final int OSI = 0x0023;
    private static final int IPX = 0x002b;
    static final int OSICP = 0x8023;
    static final int IP6CP = 0x8057;
    static final int MPLSCP = 0x8281;
    static final int CCP = 0x80fd;
    static final int BACP = 0xc02b;
    private static final int BAP = 0xc02d;
    private static final int IP = 0x0021;
    private static final int VAN_JACOBSON = 0x002f;
    private static final int IP6 = 0x0057;
    private static final int MULTILINK = 0x003d;
    private static final int COMPRESSED = 0x00fd;
    private static final int MPLS = 0x0281;
    private static final int MPLS_MULTICAST = 0x0283;

    static final Table NAMES = Table.of("""
            0x0021 IP
            0x0023 OSI
            0x0025 NS
            0x0027 DECNET
            0x0029 APPLE
            0x002b IPX
            0x002d VJC IP
            0x002f VJNC IP
            0x0031 BRPDU
            0x0033 STII
            0x0035 VINES
            0x003d MLPPP
            0x0057 IP6
            0x00fd Compressed
            0x0201 HELLO
            0x0231 LUXCOM
            0x0233 SNS
            0x0281 MPLS
            0x0283 MPLS
            0x8021 IPCP
            0x8023 OSICP
            0x8025 NSCP
            0x8027 DECNETCP
            0x8029 APPLECP
            0x802b IPXCP
            0x8033 STIICP
            0x8035 VINESCP
            0x803d MLPPP-CP
            0x8057 IP6CP
            0x80fd CCP
            0x8281 MPLSCP
            0xc021 LCP
            0xc023 PAP
            0xc025 LQM
            0xc027 SPAP
            0xc02b BACP
            0xc02d BAP
            0xc123 Old-SPAP
            0xc223 CHAP
            0xc227 EAP
            """);

    private Ppp() {}

    /** Prints a frame that may begin with address and control, or with the protocol. */
    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ppp";
        if (length < 2) {
            throw Truncated.HERE;
        }
        int here = at;
        int address = sheet.u8(here);
        int control = sheet.u8(here + 1);
        if (control == CONTROL && (address == ADDRESS || address == IN || address == OUT)) {
            if (sheet.options.linkLevel() && address != ADDRESS) {
                line.text(address == IN ? "In  " : "Out ");
            }
            here += 2;
        }
        int rest = length - (here - at);
        if (rest < 2) {
            throw Truncated.HERE;
        }
        int protocol = sheet.u8(here);
        if (protocol % 2 != 0) {
            // the field is compressed (RFC 1661 section 6.5)
            here++;
            rest--;
        } else {
            protocol = sheet.be16(here);
            here += 2;
            rest -= 2;
        }
        if (sheet.options.linkLevel()) {
            String name = NAMES.name(protocol);
            line.text(name == null ? "unknown" : name).text(" (0x").hex(protocol, 4);
            line.text("), length ").number(length);
            if (name == null) {
                return;
            }
            line.text(": ");
        }
        payload(sheet, protocol, here, rest);
    }

    /** Prints a frame of which the capture's link type says that address and control are there. */
    static void framed(Sheet sheet, int at, int wire) {
        Line line = sheet.line;
        sheet.protocol = "ppp_hdlc";
        int address = sheet.u8(at);
        sheet.need(at, 4);
        if (sheet.options.linkLevel()) {
            line.hex(address, 2)
                    .put(' ')
                    .hex(sheet.u8(at + 1), 2)
                    .put(' ')
                    .number(wire)
                    .put(' ');
        }
        if (address != ADDRESS) {
            line.text("unknown addr ").hex(sheet.u8(at + 2), 2);
            line.text("; ctrl ").hex(sheet.u8(at + 3), 2);
            return;
        }
        int protocol = sheet.be16(at + 2);
        name(line, protocol);
        line.text(": ");
        payload(sheet, protocol, at + 4, wire - 4);
    }

    private static void name(Line line, int protocol) {
        String name = NAMES.name(protocol);
        if (name == null) {
            line.text("unknown PPP protocol (0x").hex(protocol, 4).put(')');
        } else {
            line.text(name);
        }
    }

    private static void payload(Sheet sheet, int protocol, int at, int length) {
        Line line = sheet.line;
        if (protocol >> 8 == FLAG) {
            unescape(sheet, at - 1);
            return;
        }
        switch (protocol) {
            case LCP, IPCP, OSICP, MPLSCP, IP6CP, CCP, BACP -> PppControl.print(sheet, protocol, at, length);
            case MULTILINK -> multilink(sheet, at, length);
            case CHAP -> PppAuthentication.chap(sheet, at, length);
            case PAP -> PppAuthentication.pap(sheet, at, length);
            case BAP -> {
                // nothing is told of it
            }
            case IP, VAN_JACOBSON, EtherType.IP4 -> Ip4.print(sheet, at, length);
            case IP6, EtherType.IP6 -> Ip6.print(sheet, at, length);
            case IPX, EtherType.IPX -> Ipx.print(sheet, at, length);
            case OSI -> Osi.print(sheet, at, length);
            case MPLS, MPLS_MULTICAST -> Mpls.print(sheet, at, length);
            case COMPRESSED -> line.text("compressed PPP data");
            default -> {
                name(line, protocol);
                line.put(' ');
                HexDump.unknown(sheet, "\n\t", at, length);
            }
        }
    }

    private static void multilink(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (!sheet.options.linkLevel()) {
            line.text("MLPPP, ");
        }
        if (length < 2 || !sheet.has(at, 2)) {
            line.text("[|mlppp]");
            return;
        }
        int sequence = sheet.be16(at);
        line.text("seq 0x").hex(sequence & 0xfff, 3).text(", Flags [");
        boolean begins = (sequence & 0x8000) != 0;
        boolean ends = (sequence & 0x4000) != 0;
        line.text(begins && ends ? "begin, end" : begins ? "begin" : ends ? "end" : "none");
        line.text("], length ").number(length);
    }

    /** A frame as it was on an asynchronous line, with escapes (RFC 1662 section 4.2): undone in a copy. */
    private static void unescape(Sheet sheet, int at) {
        if (sheet.depth >= Sheet.DEEPEST || sheet.captured(at) == 0) {
            return;
        }
        byte[] plain = new byte[sheet.captured(at)];
        int count = 0;
        for (int i = at; i < sheet.end(); i++) {
            int c = sheet.u8(i);
            if (c == ESCAPE) {
                i++;
                if (i == sheet.end()) {
                    break;
                }
                c = sheet.u8(i) ^ 0x20;
            }
            plain[count++] = (byte) c;
        }
        sheet.depth++;
        sheet.elsewhere(plain, count, () -> unescaped(sheet, sheet.start(), sheet.end() - sheet.start()));
        sheet.depth--;
    }

    private static void unescaped(Sheet sheet, int at, int length) {
        if (length < 1) {
            throw Truncated.HERE;
        }
        int first = sheet.u8(at);
        if (first == IP) {
            Ip4.print(sheet, at + 1, length - 1);
            return;
        }
        if (first == IP6) {
            Ip6.print(sheet, at + 1, length - 1);
            return;
        }
        int protocol = sheet.be16(at);
        int size = 2;
        if (protocol == (ADDRESS << 8 | CONTROL)) {
            protocol = sheet.be16(at + 2);
            size = 4;
        }
        if (protocol >> 8 == FLAG) {
            sheet.text("(protocol 0x").hex(protocol, 4).text(" invalid)");
        } else {
            payload(sheet, protocol, at + size, length - size);
        }
    }
}
