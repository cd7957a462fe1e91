package astray.packet.text;

/** DHCP's options (RFC 2132 and others, IANA's BOOTP Vendor Extensions and DHCP Options). */
final class DhcpOptions {
    private static final int PAD = 0;
    private static final int MESSAGE = 53;
    private static final int PARAMETERS = 55;
    private static final int END = 255;

    /** Each with the form of its value before its name. */
    private static final Table OPTIONS = Table.of("""
            0 none PAD
            1 ip Subnet-Mask
            2 s32 Time-Zone
            3 ip Default-Gateway
            4 ip Time-Server
            5 ip IEN-Name-Server
            6 ip Domain-Name-Server
            7 ip LOG
            8 ip CS
            9 ip LPR-Server
            10 ip IM
            11 ip RL
            12 text Hostname
            13 u16 BS
            14 text DP
            15 text Domain-Name
            16 ip SS
            17 text RP
            18 text EP
            19 bool IPF
            20 bool SRT
            21 pair PF
            22 u16 RSZ
            23 u8 TTL
            24 u32 MTU-Timeout
            25 u16 MTU-Table
            26 u16 MTU
            27 bool LSN
            28 ip BR
            29 bool MD
            30 bool MS
            31 bool Router-Discovery
            32 ip RSA
            33 pair Static-Route
            34 bool UT
            35 u32 AT
            36 bool IE
            37 u8 TT
            38 u32 KI
            39 bool KG
            40 text YD
            41 ip YS
            42 ip NTP
            43 u8 Vendor-Option
            44 ip Netbios-Name-Server
            45 ip WDD
            46 own Netbios-Node
            47 text Netbios-Scope
            48 ip XFS
            49 ip XDM
            50 ip Requested-IP
            51 u32 Lease-Time
            52 own OO
            53 none DHCP-Message
            54 ip Server-ID
            55 u8 Parameter-Request
            56 text MSG
            57 u16 MSZ
            58 u32 RN
            59 u32 RB
            60 text Vendor-Class
            61 own Client-ID
            64 u16 N+D
            65 ip N+S
            66 text TFTP
            67 text BF
            68 ip MH
            69 ip SMTP
            70 ip POP3
            71 ip NNTP
            72 ip WWW
            73 ip FG
            74 ip IRC
            75 ip STS
            76 ip STDA
            77 own User-Class
            78 u8 SLP-DA
            79 u8 SLP-SCOPE
            80 text SLP-NA
            81 own FQDN
            82 own Agent-Information
            83 u8 ARMT
            88 text TZSTR
            89 u8 FQDNS
            90 u8 AUTH
            91 u32 Last-Transaction-Time
            92 ip Associated-IP
            93 u16 ARCH
            94 u8 NDI
            95 text LDAP
            97 u8 GUID
            98 text UAP
            100 text POSIX-TZ
            101 text TZ-Name
            108 own IPv6-Only-Preferred
            112 ip NI
            113 text NITAG
            114 text URL
            116 bool Auto-Configure
            117 u16 NSSEARCH
            118 ip SUBNET
            121 own Classless-Static-Route
            143 own SZTP-Redirect
            150 ip TFTP-Server-Address
            161 text MUD-URL
            249 own Classless-Static-Route-Microsoft
            255 none END
            """);

    private static final String[] MESSAGES = {
        "",
        "Discover",
        "Offer",
        "Request",
        "Decline",
        "ACK",
        "NACK",
        "Release",
        "Inform",
        "",
        "LeaseQuery",
        "LeaseUnassigned",
        "LeaseUnknown",
        "LeaseActive"
    };

    private DhcpOptions() {}

    private static String name(int option) {
        String row = OPTIONS.name(option);
        return row == null ? "Unknown" : row.substring(row.indexOf(' ') + 1);
    }

    /** The form of a value; of those that are not known by how long it is. */
    private static String form(int option, int size) {
        String row = OPTIONS.name(option);
        if (row != null) {
            return row.substring(0, row.indexOf(' '));
        }
        return (size & 1) != 0 ? "u8" : (size & 2) != 0 ? "u16" : "u32";
    }

    /** Prints options up to the end of what was captured. */
    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        int here = at;
        while (sheet.has(here, 1)) {
            int option = sheet.u8(here);
            here++;
            boolean bare = option == PAD || option == END;
            if (bare && sheet.v < 3) {
                if (option == END) {
                    return;
                }
                continue;
            }
            int size = 0;
            if (!bare) {
                size = sheet.u8(here);
                here++;
            }
            line.text("\n\t    ").text(name(option)).text(" (").number(option).text("), length ");
            line.number(size).text(size > 0 ? ": " : "");
            if (option == PAD) {
                int count = 1;
                while (sheet.has(here, 1) && sheet.u8(here) == PAD) {
                    here++;
                    count++;
                }
                if (count > 1) {
                    line.text(", occurs ").number(count);
                }
            }
            sheet.need(here, size);
            int used = value(sheet, option, here, size);
            if (used < size) {
                line.text("\n\t  trailing data length ").number(size - used);
            }
            here += size;
        }
    }

    /** Prints a value; how many bytes of it were told. */
    private static int value(Sheet sheet, int option, int at, int size) {
        if (option == MESSAGE && size == 1) {
            int message = sheet.u8(at);
            if (message < MESSAGES.length && !MESSAGES[message].isEmpty()) {
                sheet.text(MESSAGES[message]);
            } else {
                sheet.text("Unknown (").number(message).put(')');
            }
            return size;
        }
        if (option == PARAMETERS) {
            for (int i = 0; i < size; i++) {
                int wanted = sheet.u8(at + i);
                sheet.text(i % 4 == 0 ? "\n\t      " : ", ")
                        .text(name(wanted))
                        .text(" (")
                        .number(wanted);
                sheet.line.put(')');
            }
            return size;
        }
        return switch (form(option, size)) {
            case "text" -> quoted(sheet, at, size);
            case "ip", "u32", "s32" -> words(sheet, form(option, size), at, size);
            case "pair" -> pairs(sheet, at, size);
            case "u16" -> {
                for (int i = 0; i + 2 <= size; i += 2) {
                    sheet.text(i > 0 ? "," : "").number(sheet.be16(at + i));
                }
                yield size & ~1;
            }
            case "bool" -> bool(sheet, at, size);
            case "own" -> DhcpSpecial.print(sheet, option, at, size);
            default -> {
                for (int i = 0; i < size; i++) {
                    sheet.text(i > 0 ? "." : "").number(sheet.u8(at + i));
                }
                yield size;
            }
        };
    }

    /** Characters between quotes. */
    static int quoted(Sheet sheet, int at, int size) {
        sheet.line.put('"');
        sheet.exactly(at, size);
        sheet.line.put('"');
        return size;
    }

    private static int words(Sheet sheet, String form, int at, int size) {
        Line line = sheet.line;
        for (int i = 0; i + 4 <= size; i += 4) {
            line.text(i > 0 ? "," : "");
            switch (form) {
                case "ip" -> sheet.host4(at + i);
                case "s32" -> line.number(sheet.s32(at + i));
                default -> line.number(sheet.be32(at + i));
            }
        }
        return size & ~3;
    }

    private static int pairs(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 8 || size % 8 != 0) {
            line.text(size == 0 ? " " : "").text("[length != N x 8 bytes]");
            return size;
        }
        for (int i = 0; i < size; i += 8) {
            line.text(i > 0 ? ",(" : "(");
            sheet.host4(at + i);
            line.put(':');
            sheet.host4(at + i + 4);
            line.put(')');
        }
        return size;
    }

    private static int bool(Sheet sheet, int at, int size) {
        if (size != 1) {
            sheet.text("[length != 1 byte]");
            sheet.invalid();
            return size;
        }
        int value = sheet.u8(at);
        switch (value) {
            case 0 -> sheet.text("N");
            case 1 -> sheet.text("Y");
            default -> sheet.line.number(value).put('?');
        }
        return 1;
    }
}
