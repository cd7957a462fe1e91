package astray.packet.text;

/** The options of DHCPv6 (RFC 8415 section 21 and those that came later). */
final class Dhcp6Options {
    private static final int HEADER = 4;

    /** Options in options, messages in messages: what is deeper is not looked at. */
    private static final int DEEPEST = 32;

    /** How many bytes of an opaque value are shown without more {@code -v}. */
    private static final int SHOWN = 10;

    /** How the value is printed: by the first word. */
    private static final Table OPTIONS = Table.of("""
            1 duid client-ID
            2 duid server-ID
            3 association IA_NA
            4 temporary IA_TA
            5 address IA_ADDR
            6 options option-request
            7 u8 preference
            8 u16 elapsed-time
            9 message relay-message
            11 authentication authentication
            12 none server-unicast
            13 status status-code
            14 none rapid-commit
            15 classes user-class
            16 vendor-class vendor-class
            17 vendor vendor-specific-info
            18 opaque interface-ID
            19 reconfigure reconfigure-message
            20 none reconfigure-accept
            21 names SIP-servers-domain
            22 hosts SIP-servers-address
            23 hosts DNS-server
            24 names DNS-search-list
            25 association IA_PD
            26 prefix IA_PD-prefix
            27 hosts NIS-server
            28 hosts NIS+-server
            29 none NIS-domain-name
            30 none NIS+-domain-name
            31 hosts SNTP-servers
            32 u32 lifetime
            33 none BCMCS-domain-name
            34 hosts BCMCS-server
            36 none Geoconf-Civic
            37 remote Remote-ID
            38 opaque Subscriber-ID
            39 none Client-FQDN
            40 hosts PANA-agent
            41 text POSIX-timezone
            42 text POSIX-tz-database
            43 options Echo-request-option
            44 query Lease-query
            45 nested LQ-client-data
            46 u32 Clt-time
            47 relay LQ-relay-data
            48 hosts LQ-client-link
            56 ntp NTP-server
            59 address-of-file Bootfile-URL
            64 name AFTR-Name
            112 text MUD-URL
            136 classes SZTP-redirect
            """);

    private static final String[] STATUSES = {
        "Success",
        "UnspecFail",
        "NoAddrsAvail",
        "NoBinding",
        "NotOnLink",
        "UseMulticast",
        "NoPrefixAvail",
        "UnknownQueryType",
        "MalformedQuery",
        "NotConfigured",
        "NotAllowed"
    };

    private Dhcp6Options() {}

    private static String form(int option) {
        String entry = OPTIONS.name(option, "none ");
        return entry.substring(0, entry.indexOf(' '));
    }

    private static void name(Line line, int option) {
        String entry = OPTIONS.name(option);
        if (entry == null) {
            line.text("opt_").number(option);
        } else {
            line.text(entry.substring(entry.indexOf(' ') + 1));
        }
    }

    /** Prints options up to an end; that they are cut off is printed, and what holds them goes on. */
    static void print(Sheet sheet, int at, int end, int depth) {
        Line line = sheet.line;
        if (depth > DEEPEST) {
            line.text(" [too many options in options]");
            return;
        }
        int here = at;
        while (here < end) {
            if (end - here < HEADER || !sheet.has(here, HEADER)) {
                sheet.truncated();
                return;
            }
            int size = sheet.be16(here + 2);
            if (size > end - here - HEADER) {
                sheet.truncated();
                return;
            }
            int option = sheet.be16(here);
            line.text(" (");
            name(line, option);
            here += HEADER;
            if (!sheet.has(here, size)) {
                sheet.truncated();
                return;
            }
            Outcome outcome = value(sheet, form(option), here, size, depth);
            if (outcome == Outcome.CUT) {
                sheet.truncated();
                return;
            }
            line.text(outcome == Outcome.WRONG ? " ?)" : ")");
            here += size;
        }
    }

    private static Outcome right(boolean right) {
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }

    /** Prints a value, all of whose bytes were captured. */
    private static Outcome value(Sheet sheet, String form, int at, int size, int depth) {
        return switch (form) {
            case "duid" -> right(size >= 2 && Dhcp6Values.identifier(sheet, at, size));
            case "association" -> right(size >= 12 && association(sheet, at, size, depth));
            case "temporary" -> right(size >= 4 && temporary(sheet, at, size, depth));
            case "address" -> right(size >= 24 && address(sheet, at, size, depth));
            case "prefix" -> right(size >= 25 && prefix(sheet, at, size, depth));
            case "options" -> right(size % 2 == 0 && requested(sheet, at, size));
            case "u8" -> right(size == 1 && number(sheet, sheet.u8(at)));
            case "u16" -> right(size == 2 && number(sheet, sheet.be16(at)));
            case "u32" -> right(size == 4 && number(sheet, sheet.be32(at)));
            case "message" -> message(sheet, at, size, depth);
            case "authentication" -> right(size >= 11 && Dhcp6Values.authentication(sheet, at, size));
            case "status" -> right(size >= 2 && status(sheet, at));
            case "classes" -> classes(sheet, at, size);
            case "vendor-class" -> right(size >= 4 && Dhcp6Values.vendorClass(sheet, at, size));
            case "vendor" -> right(size >= 4 && Dhcp6Values.vendor(sheet, at, size));
            case "opaque" -> opaque(sheet, " ", at, size);
            case "reconfigure" -> right(size == 1 && reconfigure(sheet, at));
            case "names" -> names(sheet, at, at + size);
            case "hosts" -> right(size % 16 == 0 && hosts(sheet, at, size));
            case "remote" -> right(size >= 4 && remote(sheet, at, size));
            case "text" -> right(size >= 5 && text(sheet, at, size));
            case "query" -> right(size >= 17 && query(sheet, at, size, depth));
            case "nested" -> nested(sheet, at, at + size, depth);
            case "relay" -> right(size >= 16 && relay(sheet, at, size));
            case "ntp" -> size >= 4 ? Dhcp6Values.timeServers(sheet, at, size) : Outcome.WRONG;
            case "address-of-file" -> url(sheet, at, size);
            case "name" -> right(size >= 3 && Dhcp6Values.name(sheet, at, size));
            default -> Outcome.RIGHT;
        };
    }

    private static boolean number(Sheet sheet, long number) {
        sheet.text(" ").number(number);
        return true;
    }

    private static Outcome nested(Sheet sheet, int at, int end, int depth) {
        print(sheet, at, end, depth + 1);
        return Outcome.RIGHT;
    }

    /** Sections 21.4 and 21.21. */
    private static boolean association(Sheet sheet, int at, int size, int depth) {
        Line line = sheet.line;
        line.text(" IAID:").number(sheet.be32(at)).text(" T1:").number(sheet.be32(at + 4));
        line.text(" T2:").number(sheet.be32(at + 8));
        print(sheet, at + 12, at + size, depth + 1);
        return true;
    }

    /** Section 21.5. */
    private static boolean temporary(Sheet sheet, int at, int size, int depth) {
        sheet.text(" IAID:").number(sheet.be32(at));
        print(sheet, at + 4, at + size, depth + 1);
        return true;
    }

    private static void lifetimes(Sheet sheet, int at) {
        sheet.text(" pltime:").number(sheet.be32(at)).text(" vltime:").number(sheet.be32(at + 4));
    }

    /** Section 21.6. */
    private static boolean address(Sheet sheet, int at, int size, int depth) {
        sheet.text(" ");
        sheet.host6(at);
        lifetimes(sheet, at + 16);
        print(sheet, at + 24, at + size, depth + 1);
        return true;
    }

    /** Section 21.22. */
    private static boolean prefix(Sheet sheet, int at, int size, int depth) {
        sheet.text(" ");
        sheet.host6(at + 9);
        sheet.text("/").number(sheet.u8(at + 8));
        lifetimes(sheet, at);
        print(sheet, at + 25, at + size, depth + 1);
        return true;
    }

    private static boolean requested(Sheet sheet, int at, int size) {
        for (int i = 0; i < size; i += 2) {
            sheet.text(" ");
            name(sheet.line, sheet.be16(at + i));
        }
        return true;
    }

    /** Section 21.10: the message that is relayed. */
    private static Outcome message(Sheet sheet, int at, int size, int depth) {
        sheet.text(" (");
        if (depth > DEEPEST) {
            sheet.text("too many messages in messages");
            return Outcome.RIGHT;
        }
        int before = sheet.endAt(at + size);
        try {
            Dhcp6.print(sheet, at, size, depth + 1);
        } finally {
            sheet.endAgain(before);
        }
        return Outcome.RIGHT;
    }

    private static boolean status(Sheet sheet, int at) {
        int code = sheet.be16(at);
        sheet.text(" ").text(code > 255 ? "INVALID code" : Sheet.word(STATUSES, code, "code"));
        return true;
    }

    /** Pieces of text, each behind its length. */
    private static Outcome classes(Sheet sheet, int at, int size) {
        Line line = sheet.line.put(' ');
        int here = at;
        int end = at + size;
        while (end - here >= 2) {
            line.text(here > at ? "," : "");
            int length = sheet.be16(here);
            if (length > end - here - 2) {
                line.text(" ?");
                break;
            }
            sheet.exactly(here + 2, length);
            here += 2 + length;
        }
        line.text(here != end ? " ?" : "");
        return Outcome.RIGHT;
    }

    /** Bytes in hexadecimal; not all of them unless more is asked for. */
    static Outcome opaque(Sheet sheet, String before, int at, int size) {
        Line line = sheet.line.text(before);
        int shown = sheet.v < 2 ? Math.min(size, SHOWN) : size;
        for (int i = 0; i < shown; i++) {
            line.hex(sheet.u8(at + i), 2);
        }
        line.text(shown < size ? "..." : "");
        return Outcome.RIGHT;
    }

    private static boolean reconfigure(Sheet sheet, int at) {
        Line line = sheet.line;
        int type = sheet.u8(at);
        switch (type) {
            case Dhcp6.RENEW -> line.text(" for renew");
            case Dhcp6.INFORMATION_REQUEST -> line.text(" for inf-req");
            default -> line.text(" for ???(").hex(type, 2).put(')');
        }
        return true;
    }

    private static Outcome names(Sheet sheet, int at, int end) {
        DnsNames names = new DnsNames(sheet, end);
        int here = at;
        while (here < end) {
            sheet.text(" ");
            here = names.print(here);
            if (here < 0) {
                return Outcome.CUT;
            }
        }
        return Outcome.RIGHT;
    }

    private static boolean hosts(Sheet sheet, int at, int size) {
        for (int i = 0; i < size; i += 16) {
            sheet.text(" ");
            sheet.host6(at + i);
        }
        return true;
    }

    private static boolean remote(Sheet sheet, int at, int size) {
        sheet.text(" enterprise ").number(sheet.be32(at));
        opaque(sheet, " ", at + 4, size - 4);
        return true;
    }

    private static boolean text(Sheet sheet, int at, int size) {
        sheet.text(" ");
        sheet.padded(at, size);
        return true;
    }

    private static Outcome url(Sheet sheet, int at, int size) {
        sheet.text(" ");
        sheet.exactly(at, size);
        return Outcome.RIGHT;
    }

    /** RFC 5007 section 4.1.2.1. */
    private static boolean query(Sheet sheet, int at, int size, int depth) {
        Line line = sheet.line;
        int type = sheet.u8(at);
        switch (type) {
            case 1 -> line.text(" by-address");
            case 2 -> line.text(" by-clientID");
            default -> line.text(" type_").number(type);
        }
        line.put(' ');
        sheet.host6(at + 1);
        print(sheet, at + 17, at + size, depth + 1);
        return true;
    }

    private static boolean relay(Sheet sheet, int at, int size) {
        sheet.text(" ");
        sheet.host6(at);
        opaque(sheet, " ", at + 16, size - 16);
        return true;
    }

    /** How a value ended. */
    enum Outcome {
        /** As it should. */
        RIGHT,
        /** It cannot be one of its option. */
        WRONG,
        /** In the midst of something. */
        CUT
    }
}
