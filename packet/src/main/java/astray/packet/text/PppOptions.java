package astray.packet.text;

/** Options of PPP's control protocols: of LCP (RFC 1661, 1570, 1990), IPCP (1332, 1877), IPv6CP (5072), CCP, BACP. */
final class PppOptions {
    private static final Table LCP = Table.of("""
            0 Vend-Ext
            1 MRU
            2 ACCM
            3 Auth-Prot
            4 Qual-Prot
            5 Magic-Num
            6 deprecated(6)
            7 PFC
            8 ACFC
            9 FCS-Alt
            10 SDP
            11 Num-Mode
            12 deprecated(12)
            13 Call-Back
            14 deprecated(14)
            15 deprecated(15)
            16 deprecated(16)
            17 MRRU
            18 12-Bit seq #
            19 End-Disc
            20 Proprietary
            21 DCE-Id
            22 MP+
            23 Link-Disc
            24 LCP-Auth-Opt
            25 COBS
            26 Prefix-elision
            27 Multilink-header-Form
            28 I18N
            29 SDL-over-SONET/SDH
            30 PPP-Muxing
            """);
    private static final Table IPCP = Table.of("""
            1 IP-Addrs
            2 IP-Comp
            3 IP-Addr
            4 Home-Addr
            129 Pri-DNS
            130 Pri-NBNS
            131 Sec-DNS
            132 Sec-NBNS
            """);
    private static final Table IP6CP = Table.of("1 Interface-ID");
    private static final Table CCP = Table.of("""
            0 OUI
            1 Pred-1
            2 Pred-2
            3 Puddle
            16 HP-PPC
            17 Stac-LZS
            18 MPPC
            19 Gand-FZA
            20 V.42bis
            21 BSD-Comp
            23 LZS-DCP
            24 MVRCA
            25 DEC
            26 Deflate
            255 Reserved
            """);
    private static final Table BACP = Table.of("1 Favored-Peer");

    private static final String[] CALLBACKS = {"UserAuth", "DialString", "LocalID", "E.164", "X.500", "", "CBCP"};

    private static final int COMPRESSED_HEADERS = 0x61;
    private static final int COMPRESSED_SIZE = 14;

    private PppOptions() {}

    /**
     * Prints an option.
     *
     * @param length how long it may be
     * @return its size in bytes; 0 when what follows cannot be trusted
     */
    static int print(Sheet sheet, int protocol, int at, int length) {
        Line line = sheet.line;
        Table names;
        String cut;
        switch (protocol) {
            case Ppp.LCP -> {
                names = LCP;
                cut = "[|lcp]";
            }
            case Ppp.IPCP -> {
                names = IPCP;
                cut = "[|ipcp]";
            }
            case Ppp.IP6CP -> {
                names = IP6CP;
                cut = "[|ip6cp]";
            }
            case Ppp.CCP -> {
                names = CCP;
                cut = "[|ccp]";
            }
            case Ppp.BACP -> {
                names = BACP;
                cut = "[|bacp]";
            }
            default -> {
                return 0;
            }
        }
        if (length < 2) {
            return 0;
        }
        if (!sheet.has(at, 2)) {
            line.text(cut);
            return 0;
        }
        int option = sheet.u8(at);
        int size = sheet.u8(at + 1);
        if (length < size) {
            return 0;
        }
        String name = names.name(option);
        boolean lcp = protocol == Ppp.LCP;
        if (lcp && name == null) {
            line.text("\n\tunknown LCP option 0x").hex(option, 2);
            return size < 2 ? 0 : size;
        }
        boolean lowerCase = protocol == Ppp.IPCP || protocol == Ppp.IP6CP;
        line.text("\n\t  ").text(name != null ? name : lowerCase ? "unknown" : "Unknown");
        line.text(" Option (0x").hex(option, 2).text("), length ").number(size);
        if (size < 2) {
            line.text(" (length bogus, should be >= 2)");
            return 0;
        }
        int result = switch (protocol) {
            case Ppp.LCP -> lcp(sheet, option, at, size);
            case Ppp.IPCP -> ipcp(sheet, option, at, size);
            case Ppp.IP6CP -> ip6cp(sheet, option, at, size);
            case Ppp.CCP -> ccp(sheet, option, at, size);
            default -> bacp(sheet, option, at, size);
        };
        if (result != DONE) {
            return result == BOGUS ? size : 0;
        }
        if (sheet.v > 1 && (protocol != Ppp.IPCP || sheet.has(at + 2, size - 2))) {
            HexDump.unknown(sheet, "\n\t    ", at + 2, size - 2);
        }
        return size;
    }

    /** The option was printed, its bytes may follow; nothing more of it, go on; its length is wrong, stop. */
    private static final int DONE = 0;

    private static final int BOGUS = 1;
    private static final int STOP = 2;

    private static int bogus(Sheet sheet, String relation, int size, int what) {
        sheet.text(" (length bogus, should be ")
                .text(relation)
                .put(' ')
                .number(size)
                .put(')');
        return what;
    }

    private static int unknown(Sheet sheet, int at, int size) {
        if (sheet.v < 2) {
            HexDump.unknown(sheet, "\n\t    ", at + 2, size - 2);
        }
        return DONE;
    }

    private static int lcp(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        int data = at + 2;
        switch (option) {
            case 0 -> {
                if (size < 6) {
                    return bogus(sheet, ">=", 6, BOGUS);
                }
                int vendor = sheet.be24(data);
                line.text(": Vendor: ").text(Oui.name(vendor)).text(" (").number(vendor);
                line.put(')');
            }
            case 1, 17 -> {
                if (size != 4) {
                    return bogus(sheet, "=", 4, option == 1 ? BOGUS : STOP);
                }
                line.text(": ").number(sheet.be16(data));
            }
            case 2, 5 -> {
                if (size != 6) {
                    return bogus(sheet, "=", 6, option == 2 ? BOGUS : STOP);
                }
                line.text(": 0x").hex(sheet.be32(data), 8);
            }
            case 3 -> {
                return size < 4 ? bogus(sheet, ">=", 4, BOGUS) : authentication(sheet, at, size);
            }
            case 4 -> {
                if (size < 4) {
                    return bogus(sheet, ">=", 4, STOP);
                }
                line.text(sheet.be16(data) == Ppp.LQM ? ": LQR" : ": unknown");
            }
            case 7, 8 -> {
                // that it is there says all
            }
            case 13 -> {
                if (size < 3) {
                    return bogus(sheet, ">=", 3, STOP);
                }
                int operation = sheet.u8(data);
                String name = operation < CALLBACKS.length ? CALLBACKS[operation] : "";
                line.text(": Callback Operation ").text(name.isEmpty() ? "Unknown" : name);
                line.text(" (").number(operation).put(')');
            }
            case 19 -> {
                return size < 3 ? bogus(sheet, ">=", 3, STOP) : discriminator(sheet, data, size);
            }
            case 23 -> {
                if (size != 4) {
                    return bogus(sheet, "=", 4, STOP);
                }
                line.text(": 0x").hex(sheet.be16(data), 4);
            }
            default -> {
                return unknown(sheet, at, size);
            }
        }
        return DONE;
    }

    private static int authentication(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int protocol = sheet.be16(at + 2);
        line.text(": ").text(Ppp.NAMES.name(protocol, "Unknown Auth Proto (0x04x)"));
        switch (protocol) {
            case Ppp.CHAP -> {
                int algorithm = sheet.u8(at + 4);
                line.text(", ");
                switch (algorithm) {
                    case 5 -> line.text("MD5");
                    case 128 -> line.text("MS-CHAPv1");
                    case 129 -> line.text("MS-CHAPv2");
                    default -> line.text("Unknown Auth Alg ").number(algorithm);
                }
            }
            case Ppp.PAP, Ppp.EAP, Ppp.SPAP, Ppp.SPAP_OLD -> {
                // the name says all
            }
            default -> HexDump.unknown(sheet, "\n\t", at, size);
        }
        return DONE;
    }

    /** Who is at the other end of a multilink bundle (RFC 1990 section 5.1.3). */
    private static int discriminator(Sheet sheet, int data, int size) {
        Line line = sheet.line;
        int kind = sheet.u8(data);
        switch (kind) {
            case 0 -> line.text(": Null");
            case 1 -> line.text(": Local");
            case 2 -> {
                if (size != 7) {
                    return bogus(sheet, "=", 7, STOP);
                }
                line.text(": IPv4 ");
                sheet.host4(data + 1);
            }
            case 3 -> {
                if (size != 9) {
                    return bogus(sheet, "=", 9, STOP);
                }
                line.text(": MAC ");
                sheet.mac(data + 1);
            }
            case 4 -> line.text(": Magic-Num-Block");
            case 5 -> line.text(": PSNDN");
            default -> line.text(": Unknown class ").number(kind);
        }
        return DONE;
    }

    private static int ipcp(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        int data = at + 2;
        switch (option) {
            case 1 -> {
                if (size != 10) {
                    return bogus(sheet, "=", 10, BOGUS);
                }
                sheet.need(data, 8);
                line.text(": src ");
                sheet.host4(data);
                line.text(", dst ");
                sheet.host4(data + 4);
            }
            case 2 -> {
                return size < 4 ? bogus(sheet, ">=", 4, STOP) : compression(sheet, at, size);
            }
            case 3, 4, 129, 130, 131, 132 -> {
                if (size != 6) {
                    return bogus(sheet, "=", 6, STOP);
                }
                sheet.need(data, 4);
                line.text(": ");
                sheet.host4(data);
            }
            default -> {
                return unknown(sheet, at, size);
            }
        }
        return DONE;
    }

    /** Header compression (RFC 1332, 3544 section 2.1). */
    private static int compression(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int protocol = sheet.be16(at + 2);
        line.text(": ");
        line.text(protocol == 0x2d ? "VJ-Comp" : protocol == COMPRESSED_HEADERS ? "IP Header Compression" : "Unknown");
        line.text(" (0x").hex(protocol, 2).text("):");
        if (protocol != COMPRESSED_HEADERS) {
            return DONE;
        }
        if (size < COMPRESSED_SIZE) {
            return bogus(sheet, ">=", COMPRESSED_SIZE, STOP);
        }
        if (!sheet.has(at + 2, COMPRESSED_SIZE)) {
            line.text("[|ipcp]");
            return STOP;
        }
        line.text("\n\t    TCP Space ").number(sheet.be16(at + 4));
        line.text(", non-TCP Space ").number(sheet.be16(at + 6));
        line.text(", maxPeriod ").number(sheet.be16(at + 8));
        line.text(", maxTime ").number(sheet.be16(at + 10));
        line.text(", maxHdr ").number(sheet.be16(at + 12));
        int rest = size - COMPRESSED_SIZE;
        if (rest == 0) {
            return DONE;
        }
        line.text("\n\t      Suboptions, length ").number(rest);
        int here = at + COMPRESSED_SIZE;
        while (rest >= 2 && sheet.has(here, 2)) {
            int kind = sheet.u8(here);
            int length = sheet.u8(here + 1);
            if (kind == 0 || length == 0) {
                break;
            }
            line.text("\n\t\t");
            line.text(kind == 1 ? "RTP-Compression" : kind == 2 ? "Enhanced RTP-Compression" : "Unknown");
            line.text(" Suboption #").number(kind).text(", length ").number(length);
            if (rest < length) {
                sheet.invalid("remaining suboptions length", rest, "<", length);
                break;
            }
            here += length;
            rest -= length;
        }
        // the original shows as many bytes as the option has from here on, where there are so many
        if (sheet.v > 1 && sheet.has(here + 2, size - 2)) {
            HexDump.unknown(sheet, "\n\t    ", here + 2, size - 2);
        }
        return BOGUS;
    }

    private static int ip6cp(Sheet sheet, int option, int at, int size) {
        if (option != 1) {
            return unknown(sheet, at, size);
        }
        if (size != 10) {
            return bogus(sheet, "=", 10, BOGUS);
        }
        if (!sheet.has(at + 2, 8)) {
            sheet.text("[|ip6cp]");
            return STOP;
        }
        for (int i = 2; i < 10; i += 2) {
            sheet.text(i == 2 ? ": " : ":").hex(sheet.be16(at + i), 4);
        }
        return DONE;
    }

    private static int ccp(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        int least = option == 21 ? 3 : 4;
        if (option != 21 && option != 24 && option != 26) {
            return unknown(sheet, at, size);
        }
        if (size < least) {
            return bogus(sheet, ">=", least, BOGUS);
        }
        sheet.need(at + 2, least - 2);
        int bits = sheet.u8(at + 2);
        switch (option) {
            case 21 ->
                line.text(": Version: ")
                        .number(bits >> 5)
                        .text(", Dictionary Bits: ")
                        .number(bits & 31);
            case 24 -> {
                line.text(": Features: ").number(bits >> 6);
                line.text(", PxP: ").text((bits & 0x20) != 0 ? "Enabled" : "Disabled");
                line.text(", History: ").number(bits & 31).text(", #CTX-ID: ").number(sheet.u8(at + 3));
            }
            default -> {
                line.text(": Window: ").number(bits >> 4).text("K, Method: ");
                line.text((bits & 15) == 8 ? "zlib" : "unknown").text(" (0x").hex(bits & 15);
                int check = sheet.u8(at + 3);
                line.text("), MBZ: ").number(check >> 2).text(", CHK: ").number(check & 3);
            }
        }
        return DONE;
    }

    private static int bacp(Sheet sheet, int option, int at, int size) {
        if (option != 1) {
            return unknown(sheet, at, size);
        }
        if (size != 6) {
            return bogus(sheet, "=", 6, BOGUS);
        }
        sheet.need(at + 2, 4);
        sheet.text(": Magic-Num 0x").hex(sheet.be32(at + 2), 8);
        return DONE;
    }
}
