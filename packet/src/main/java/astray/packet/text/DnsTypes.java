package astray.packet.text;

/** The names of DNS record types and classes (IANA's DNS Parameters) as they are printed. */
final class DnsTypes {
    private static final String[] LOW = {
        null,
        "A",
        "NS",
        "MD",
        "MF",
        "CNAME",
        "SOA",
        "MB",
        "MG",
        "MR",
        "NULL",
        "WKS",
        "PTR",
        "HINFO",
        "MINFO",
        "MX",
        "TXT",
        "RP",
        "AFSDB",
        "X25",
        "ISDN",
        "RT",
        "NSAP",
        "NSAP_PTR",
        "SIG",
        "KEY",
        "PX",
        "GPOS",
        "AAAA",
        "LOC",
        "NXT",
        "EID",
        "NIMLOC",
        "SRV",
        "ATMA",
        "NAPTR",
        "KX",
        "CERT",
        "A6",
        "DNAME",
        "SINK",
        "OPT",
        "APL",
        "DS",
        "SSHFP",
        "IPSECKEY",
        "RRSIG",
        "NSEC",
        "DNSKEY",
        "DHCID",
        "NSEC3",
        "NSEC3PARAM",
        "TLSA",
        "SMIMEA",
        null,
        "HIP",
        "NINFO",
        "RKEY",
        "TALINK",
        "CDS",
        "CDNSKEY",
        "OPENPGPKEY",
        "CSYNC",
        "ZONEMD",
        "SVCB",
        "HTTPS"
    };

    private static final String[] WORDS = new String[1 << 10];

    static {
        System.arraycopy(LOW, 0, WORDS, 0, LOW.length);
        WORDS[99] = "SPF";
        WORDS[100] = "UINFO";
        WORDS[101] = "UID";
        WORDS[102] = "GID";
        WORDS[103] = "UNSPEC";
        WORDS[104] = "NID";
        WORDS[105] = "L32";
        WORDS[106] = "L64";
        WORDS[107] = "LP";
        WORDS[108] = "EUI48";
        WORDS[109] = "EUI64";
        WORDS[249] = "TKEY";
        WORDS[250] = "TSIG";
        WORDS[251] = "IXFR";
        WORDS[252] = "AXFR";
        WORDS[253] = "MAILB";
        WORDS[254] = "MAILA";
        WORDS[255] = "ANY";
        WORDS[256] = "URI";
        WORDS[257] = "CAA";
        WORDS[258] = "AVC";
        WORDS[259] = "DOA";
        WORDS[260] = "AMTRELAY";
    }

    private DnsTypes() {}

    /** The name of a type. */
    static String name(int type) {
        String word = type < WORDS.length ? WORDS[type] : null;
        if (word != null) {
            return word;
        }
        return switch (type) {
            case 32768 -> "TA";
            case 32769 -> "DLV";
            default -> "Type" + type;
        };
    }

    /** The name of a class. */
    static String className(int cls) {
        return switch (cls) {
            case 1 -> "IN";
            case 3 -> "CHAOS";
            case 4 -> "HS";
            case 255 -> "ANY";
            default -> "(Class " + cls + ")";
        };
    }
}
