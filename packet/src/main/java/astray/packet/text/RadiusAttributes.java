package astray.packet.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The attributes of RADIUS (RFC 2865 section 5; 2866, 2867, 2868 and 2869 for accounting, tunnels and extensions; 3162
 * for IPv6, 3580, 4675, 4818, 4849, 5090, 5176, 5447).
 */
final class RadiusAttributes {
    private static final int FRAMED_ADDRESS = 8;
    private static final int LOGIN_HOST = 14;
    private static final int TUNNEL_TYPE = 64;
    private static final int TUNNEL_MEDIUM = 65;
    private static final int ARAP_PASSWORD = 70;
    private static final int ARAP_FEATURES = 71;
    private static final int LOCATION_FIRST = 126;

    private static final long USER_SELECTS = 0xffff_ffffL;
    private static final long SERVER_SELECTS = 0xffff_fffeL;

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** How the value is printed: by the first word; {@code -} not at all. */
    private static final Table ATTRIBUTES = Table.of("""
            1 text User-Name
            2 - User-Password
            3 - CHAP-Password
            4 address NAS-IP-Address
            5 number NAS-Port
            6 word Service-Type
            7 word Framed-Protocol
            8 address Framed-IP-Address
            9 address Framed-IP-Netmask
            10 word Framed-Routing
            11 text Filter-Id
            12 number Framed-MTU
            13 word Framed-Compression
            14 address Login-IP-Host
            15 word Login-Service
            16 number Login-TCP-Port
            17 - Unassigned
            18 text Reply-Message
            19 text Callback-Number
            20 text Callback-Id
            21 - Unassigned
            22 text Framed-Route
            23 network Framed-IPX-Network
            24 text State
            25 text Class
            26 vendor Vendor-Specific
            27 time Session-Timeout
            28 time Idle-Timeout
            29 word Termination-Action
            30 text Called-Station-Id
            31 text Calling-Station-Id
            32 text NAS-Identifier
            33 text Proxy-State
            34 text Login-LAT-Service
            35 text Login-LAT-Node
            36 text Login-LAT-Group
            37 link Framed-AppleTalk-Link
            38 assigned Framed-AppleTalk-Network
            39 text Framed-AppleTalk-Zone
            40 word Acct-Status-Type
            41 time Acct-Delay-Time
            42 number Acct-Input-Octets
            43 number Acct-Output-Octets
            44 text Acct-Session-Id
            45 word Acct-Authentic
            46 time Acct-Session-Time
            47 number Acct-Input-Packets
            48 number Acct-Output-Packets
            49 word Acct-Terminate-Cause
            50 text Acct-Multi-Session-Id
            51 number Acct-Link-Count
            52 number Acct-Input-Gigawords
            53 number Acct-Output-Gigawords
            54 - Unassigned
            55 date Event-Timestamp
            56 vlan Egress-VLANID
            57 word Ingress-Filters
            58 vlanname Egress-VLAN-Name
            59 - User-Priority-Table
            60 text CHAP-Challenge
            61 word NAS-Port-Type
            62 number Port-Limit
            63 text Login-LAT-Port
            64 word Tunnel-Type
            65 word Tunnel-Medium-Type
            66 tagged Tunnel-Client-Endpoint
            67 tagged Tunnel-Server-Endpoint
            68 text Acct-Tunnel-Connection
            69 password Tunnel-Password
            70 arap ARAP-Password
            71 arap ARAP-Features
            72 word ARAP-Zone-Access
            73 text ARAP-Security
            74 text ARAP-Security-Data
            75 number Password-Retry
            76 word Prompt
            77 text Connect-Info
            78 text Configuration-Token
            79 eap EAP-Message
            80 text Message-Authenticator
            81 tagged Tunnel-Private-Group-ID
            82 tagged Tunnel-Assignment-ID
            83 preference Tunnel-Preference
            84 arap ARAP-Challenge-Response
            85 time Acct-Interim-Interval
            86 number Acct-Tunnel-Packets-Lost
            87 text NAS-Port-Id
            88 text Framed-Pool
            89 text CUI
            90 tagged Tunnel-Client-Auth-ID
            91 tagged Tunnel-Server-Auth-ID
            92 text NAS-Filter-Rule
            93 - Unassigned
            94 - Originating-Line-Info
            95 address6 NAS-IPv6-Address
            96 - Framed-Interface-ID
            97 prefix Framed-IPv6-Prefix
            98 address6 Login-IPv6-Host
            99 text Framed-IPv6-Route
            100 text Framed-IPv6-Pool
            101 cause Error-Cause
            102 - EAP-Key-Name
            103 text Digest-Response
            104 text Digest-Realm
            105 text Digest-Nonce
            106 text Digest-Response-Auth
            107 text Digest-Nextnonce
            108 text Digest-Method
            109 text Digest-URI
            110 text Digest-Qop
            111 text Digest-Algorithm
            112 text Digest-Entity-Body-Hash
            113 text Digest-CNonce
            114 text Digest-Nonce-Count
            115 text Digest-Username
            116 text Digest-Opaque
            117 text Digest-Auth-Param
            118 text Digest-AKA-Auts
            119 text Digest-Domain
            120 text Digest-Stale
            121 text Digest-HA1
            122 text SIP-AOR
            123 prefix Delegated-IPv6-Prefix
            124 features MIP6-Feature-Vector
            125 home MIP6-Home-Link-Prefix
            126 location Operator-Name
            127 location Location-Information
            128 location Location-Data
            129 location Basic-Location-Policy-Rules
            """);

    private static final Table CAUSES = Table.of("""
            201 Residual Session Context Removed
            202 Invalid EAP Packet (Ignored)
            401 Unsupported Attribute
            402 Missing Attribute
            403 NAS Identification Mismatch
            404 Invalid Request
            405 Unsupported Service
            406 Unsupported Extension
            407 Invalid Attribute Value
            501 Administratively Prohibited
            502 Request Not Routable (Proxy)
            503 Session Context Not Found
            504 Session Context Not Removable
            505 Other Proxy Processing Error
            506 Resources Unavailable
            507 Request Initiated
            508 Multiple Session Selection Unsupported
            509 Location Info Required
            """);
    private static final Table TAGGED = Table.of("""
            0x31 Tagged
            0x32 Untagged
            """);
    private static final Table FEATURES = Table.of("""
            0x0000000000000001 MIP6_INTEGRATED
            0x0000000000000002 LOCAL_HOME_AGENT_ASSIGNMENT
            0x0000010000000000 PMIP6_SUPPORTED
            0x0000020000000000 IP4_HOA_SUPPORTED
            0x0000040000000000 LOCAL_MAG_ROUTING_SUPPORTED
            0x0000080000000000 ASSIGN_LOCAL_IP
            0x0000100000000000 MIP4_SUPPORTED
            0x0000200000000000 OPTIMIZED_IDLE_MODE_MOBILITY
            0x0000400000000000 GTPv2_SUPPORTED
            0x0000800000000000 IP4_TRANSPORT_SUPPORTED
            0x0001000000000000 IP4_HOA_ONLY_SUPPORTED
            0x0002000000000000 INTER_MAG_ROUTING_SUPPORTED
            """);

    private RadiusAttributes() {}

    static String name(int type) {
        String entry = ATTRIBUTES.name(type);
        return entry == null ? "Unknown" : entry.substring(entry.indexOf(' ') + 1);
    }

    /** Prints a value, of one byte at least; what is wrong with its length is printed. */
    static void value(Sheet sheet, int type, int at, int size) {
        if (type >= LOCATION_FIRST) {
            RadiusLocation.value(sheet, type, at, size);
            return;
        }
        String entry = ATTRIBUTES.name(type, "- ");
        String form = entry.substring(0, entry.indexOf(' '));
        switch (form) {
            case "text" -> text(sheet, at, size);
            case "tagged" -> tagged(sheet, at, size);
            case "password" -> password(sheet, at, size);
            case "vlanname" -> {
                vlan(sheet, at);
                text(sheet, at + 1, size - 1);
            }
            case "eap" -> Eap.print(sheet, at, size);
            case "vendor" -> vendor(sheet, at, size);
            case "arap" -> arap(sheet, type, at, size);
            case "address6" -> {
                if (exactly(sheet, size, 16)) {
                    sheet.host6(at);
                }
            }
            case "prefix" -> prefix(sheet, at, size);
            case "home" -> home(sheet, at, size);
            case "features" -> features(sheet, at, size);
            case "address" -> {
                if (exactly(sheet, size, 4)) {
                    address(sheet, type, at);
                }
            }
            case "-" -> {
                // its name says enough
            }
            default -> {
                if (exactly(sheet, size, 4)) {
                    number(sheet, form, type, at);
                }
            }
        }
    }

    private static boolean exactly(Sheet sheet, int size, int right) {
        if (size != right) {
            sheet.invalid("length", size, "!=", right);
            return false;
        }
        return true;
    }

    /** Whether a value is so long; that it is shorter is printed. */
    static boolean atLeast(Sheet sheet, int size, int least) {
        if (size < least) {
            sheet.invalid("length", size, "<", least);
            return false;
        }
        return true;
    }

    private static void text(Sheet sheet, int at, int size) {
        for (int i = 0; i < size; i++) {
            int c = sheet.u8(at + i);
            if (c == 0) {
                break;
            }
            sheet.line.put(c >= 0x20 && c < 0x7f ? c : '.');
        }
    }

    private static void tag(Sheet sheet, boolean used, int tag) {
        if (used) {
            sheet.text("Tag[").number(tag).text("] ");
        } else {
            sheet.text("Tag[Unused] ");
        }
    }

    private static void tagged(Sheet sheet, int at, int size) {
        int tag = sheet.u8(at);
        if (tag > 0x1f) {
            text(sheet, at, size);
            return;
        }
        tag(sheet, tag != 0, tag);
        text(sheet, at + 1, size - 1);
    }

    private static void password(Sheet sheet, int at, int size) {
        if (!atLeast(sheet, size, 3)) {
            return;
        }
        int tag = sheet.u8(at);
        tag(sheet, tag != 0 && tag <= 0x1f, tag);
        sheet.text("Salt ").number(sheet.be16(at + 1)).put(' ');
        text(sheet, at + 3, size - 3);
    }

    private static void vlan(Sheet sheet, int at) {
        int tag = sheet.u8(at);
        sheet.text(TAGGED.name(tag, "Unknown tag")).text(" (0x").hex(tag, 2).text(") ");
    }

    private static void vendor(Sheet sheet, int at, int size) {
        if (!atLeast(sheet, size, 4)) {
            return;
        }
        Line line = sheet.line;
        long vendor = sheet.be32(at);
        line.text("Vendor: ").text(Enterprise.NAMES.name(vendor, "Unknown"));
        line.text(" (").number(vendor).put(')');
        int here = at + 4;
        int end = at + size;
        while (end - here >= 2) {
            int length = sheet.u8(here + 1);
            line.text("\n\t    Vendor Attribute: ").number(sheet.u8(here));
            line.text(", length: ").number(length);
            if (length < 2) {
                sheet.invalid("length", length, "<", 2);
                return;
            }
            if (length > end - here) {
                sheet.invalid("length", length, ">", end - here);
                return;
            }
            line.text(", value: ");
            for (int i = 2; i < length; i++) {
                int c = sheet.u8(here + i);
                line.put(c >= 0x20 && c < 0x7f ? c : '.');
            }
            here += length;
        }
    }

    private static void address(Sheet sheet, int type, int at) {
        long address = sheet.be32(at);
        boolean chosen = type == FRAMED_ADDRESS || type == LOGIN_HOST;
        if (chosen && address == USER_SELECTS) {
            sheet.text("User Selected");
        } else if (chosen && address == SERVER_SELECTS) {
            sheet.text("NAS Select");
        } else {
            sheet.host4(at);
        }
    }

    private static void number(Sheet sheet, String form, int type, int at) {
        Line line = sheet.line;
        long value = sheet.be32(at);
        switch (form) {
            case "word" -> word(sheet, type, at);
            case "network" -> {
                if (value == SERVER_SELECTS) {
                    line.text("NAS Select");
                } else {
                    line.number(value);
                }
            }
            case "time" -> duration(line, value);
            case "link" -> orNumber(line, value, "Unnumbered");
            case "assigned" -> orNumber(line, value, "NAS assigned");
            case "date" -> date(line, value);
            case "vlan" -> {
                vlan(sheet, at);
                line.number(value & 0xff_ffff);
            }
            case "preference" -> {
                int tag = sheet.u8(at);
                tag(sheet, tag != 0, tag);
                line.number(value & 0xff_ffff);
            }
            case "cause" -> {
                line.text("Error cause ").number(value).text(": ");
                String name = CAUSES.name(value);
                if (name == null) {
                    line.text("Error-Cause ").number(value).text(" not known");
                } else {
                    line.text(name);
                }
            }
            default -> line.number(value);
        }
    }

    /** As ctime(3) has it. */
    private static void date(Line line, long seconds) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault());
        int day = 3 * (time.getDayOfWeek().getValue() - 1);
        int month = 3 * (time.getMonthValue() - 1);
        line.text(DAYS.substring(day, day + 3))
                .put(' ')
                .text(MONTHS.substring(month, month + 3))
                .put(' ');
        line.right(time.getDayOfMonth(), 2).put(' ').padded(time.getHour(), 2).put(':');
        line.padded(time.getMinute(), 2)
                .put(':')
                .padded(time.getSecond(), 2)
                .put(' ')
                .number(time.getYear());
    }

    private static void orNumber(Line line, long value, String zero) {
        if (value == 0) {
            line.text(zero);
        } else {
            line.number(value);
        }
    }

    private static void word(Sheet sheet, int type, int at) {
        long value = sheet.be32(at);
        if (type == TUNNEL_TYPE || type == TUNNEL_MEDIUM) {
            int tag = sheet.u8(at);
            tag(sheet, tag != 0, tag);
            value &= 0xff_ffff;
        }
        sheet.text(RadiusWords.of(type).orNumber(value, "#"));
    }

    private static void duration(Line line, long seconds) {
        if (seconds < 60) {
            line.padded(seconds, 2).text(" secs");
        } else if (seconds < 3600) {
            line.padded(seconds / 60, 2).put(':').padded(seconds % 60, 2).text(" min");
        } else {
            line.padded(seconds / 3600, 2).put(':').padded(seconds % 3600 / 60, 2);
            line.put(':').padded(seconds % 60, 2).text(" hours");
        }
    }

    /** A prefix of IPv6 (RFC 3162 section 2.3), whose address may be short. */
    private static void prefix(Sheet sheet, int at, int size) {
        if (!atLeast(sheet, size, 2)) {
            return;
        }
        if (size > 18) {
            sheet.invalid("length", size, ">", 18);
            return;
        }
        Line line = sheet.line;
        int reserved = sheet.u8(at);
        if (reserved != 0) {
            line.text("[reserved-MBZ ").number(reserved).text("] ");
        }
        int bits = sheet.u8(at + 1);
        if (bits > 128) {
            sheet.invalid("prefix length", bits, ">", 128);
            return;
        }
        byte[] address = new byte[16];
        for (int i = 2; i < size; i++) {
            address[i - 2] = (byte) sheet.u8(at + i);
        }
        sheet.host6(address);
        line.put('/').number(bits);
        if (bits > 8 * (size - 2)) {
            sheet.invalid("inconsistent prefix length", bits, ">", 8L * (size - 2));
        }
    }

    private static void home(Sheet sheet, int at, int size) {
        if (!exactly(sheet, size, 17)) {
            return;
        }
        int bits = sheet.u8(at);
        if (bits > 128) {
            sheet.invalid("prefix length", bits, ">", 128);
            return;
        }
        sheet.host6(at + 1);
        sheet.line.put('/').number(bits);
    }

    private static void features(Sheet sheet, int at, int size) {
        if (!exactly(sheet, size, 8)) {
            return;
        }
        sheet.text("[").text(FEATURES.bits(sheet.be64(at), ", ", "")).put(']');
    }

    /** AppleTalk's remote access (RFC 2869 sections 5.4, 5.5, 5.15). */
    private static void arap(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case ARAP_PASSWORD -> {
                if (!exactly(sheet, size, 16)) {
                    return;
                }
                line.text("User_challenge (");
                hex(sheet, at, 8);
                line.text(") User_resp(");
                hex(sheet, at + 8, 8);
                line.put(')');
            }
            case ARAP_FEATURES -> {
                if (!exactly(sheet, size, 14)) {
                    return;
                }
                line.text(sheet.u8(at) != 0 ? "User can change password" : "User cannot change password");
                line.text(", Min password length: ").number(sheet.u8(at + 1)).text(", created at: ");
                hex(sheet, at + 2, 4);
                line.text(", expires in: ");
                hex(sheet, at + 6, 4);
                line.text(", Current Time: ");
                hex(sheet, at + 10, 4);
            }
            default -> {
                if (!exactly(sheet, size, 8)) {
                    return;
                }
                hex(sheet, at, 8);
            }
        }
    }

    private static void hex(Sheet sheet, int at, int count) {
        String digits = "0123456789ABCDEF";
        for (int i = 0; i < count; i++) {
            int b = sheet.u8(at + i);
            sheet.line.put(digits.charAt(b >> 4)).put(digits.charAt(b & 15));
        }
    }
}
