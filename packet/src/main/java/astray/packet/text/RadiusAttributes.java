package astray.packet.text;

/**
 * The attributes of RADIUS (RFC 2865 section 5; 2866, 2867, 2868 and 2869 for accounting, tunnels and extensions; 3162
 * for IPv6, 3580, 4675, 4818, 4849, 5090, 5176, 5447): their names and the forms of their values.
 */
final class RadiusAttributes {
    private static final int LOCATION_FIRST = 126;

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
            case "text" -> RadiusText.print(sheet, at, size);
            case "tagged" -> RadiusText.tagged(sheet, at, size);
            case "password" -> RadiusText.password(sheet, at, size);
            case "vlanname" -> {
                RadiusNumbers.vlan(sheet, at);
                RadiusText.print(sheet, at + 1, size - 1);
            }
            case "eap" -> Eap.print(sheet, at, size);
            case "vendor" -> RadiusVendor.print(sheet, at, size);
            case "arap" -> RadiusArap.print(sheet, type, at, size);
            case "address6" -> {
                if (exactly(sheet, size, 16)) {
                    sheet.host6(at);
                }
            }
            case "prefix" -> RadiusIp6.prefix(sheet, at, size);
            case "home" -> RadiusIp6.home(sheet, at, size);
            case "features" -> RadiusIp6.features(sheet, at, size);
            case "-" -> {
                // its name says enough
            }
            default -> {
                if (exactly(sheet, size, 4)) {
                    RadiusNumbers.print(sheet, form, type, at);
                }
            }
        }
    }

    /** Whether a value is so long; that it is not is printed. */
    static boolean exactly(Sheet sheet, int size, int right) {
        if (size != right) {
            sheet.invalid("length", size, "!=", right);
        }
        return size == right;
    }

    /** Whether a value is so long at least; that it is shorter is printed. */
    static boolean atLeast(Sheet sheet, int size, int least) {
        if (size < least) {
            sheet.invalid("length", size, "<", least);
        }
        return size >= least;
    }

    /** Whether a length is between two; that it is not is printed. */
    static boolean fits(Sheet sheet, int size, int least, int most) {
        if (!atLeast(sheet, size, least)) {
            return false;
        }
        if (size > most) {
            sheet.invalid("length", size, ">", most);
        }
        return size <= most;
    }
}
