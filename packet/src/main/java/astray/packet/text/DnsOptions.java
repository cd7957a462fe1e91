package astray.packet.text;

/** The options of an OPT record (RFC 6891 section 6.1.2). */
final class DnsOptions {
    private static final int NSID = 3;
    private static final int DAU = 5;
    private static final int DHU = 6;
    private static final int N3U = 7;
    private static final int SUBNET = 8;
    private static final int EXPIRE = 9;
    private static final int COOKIE = 10;
    private static final int KEEP_ALIVE = 11;
    private static final int PADDING = 12;
    private static final int CHAIN = 13;
    private static final int KEY_TAG = 14;

    private static final Table NAMES = Table.of("""
            1 LLQ
            2 UL
            3 NSID
            5 DAU
            6 DHU
            7 N3U
            8 ECS
            9 EXPIRE
            10 COOKIE
            11 KEEPALIVE
            12 PADDING
            13 CHAIN
            14 KEY-TAG
            16 CLIENT-TAG
            17 SERVER-TAG
            """);

    /** DNSSEC's signing algorithms (RFC 6975 section 4). */
    private static final Table SIGNING = Table.of("""
            0 DELETE
            1 RSAMD5
            2 DH
            3 DS
            5 RSASHA1
            6 DSA-NSEC3-SHA1
            7 RSASHA1-NSEC3-SHA1
            8 RSASHA256
            10 RSASHA512
            12 ECC-GOST
            13 ECDSAP256SHA256
            14 ECDSAP384SHA384
            15 ED25519
            16 ED448
            252 INDIRECT
            253 PRIVATEDNS
            254 PRIVATEOID
            """);

    private static final Table DIGESTS = Table.of("""
            1 SHA-1
            2 SHA-256
            3 GOST_R_34.11-94
            4 SHA-384
            """);
    private static final Table DENIAL_DIGESTS = Table.of("1 SHA-1\n");

    private DnsOptions() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        if (here >= end) {
            return;
        }
        line.text(" [");
        while (here < end) {
            int option = sheet.be16(here);
            line.text(NAMES.orNumber(option, "Opt"));
            int size = sheet.be16(here + 2);
            here += 4;
            sheet.need(here, size);
            if (size > 0) {
                line.put(' ');
                if (!value(sheet, option, here, size)) {
                    sheet.invalid();
                }
            }
            here += size;
            line.text(here < end ? "," : "");
        }
        line.put(']');
    }

    private static boolean value(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        return switch (option) {
            case SUBNET -> subnet(sheet, at, size);
            case COOKIE -> cookie(sheet, at, size);
            case KEEP_ALIVE -> {
                if (size == 2) {
                    int tenths = sheet.be16(at);
                    line.number(tenths / 10).put('.').number(tenths % 10).text(" sec");
                }
                yield size == 2;
            }
            case EXPIRE -> {
                if (size == 4) {
                    line.number(sheet.be32(at)).text(" sec");
                }
                yield size == 4;
            }
            case PADDING -> {
                line.put('(').number(size).put(')');
                yield true;
            }
            case KEY_TAG -> {
                for (int i = 0; i < size && size % 2 == 0; i += 2) {
                    line.text(i > 0 ? " " : "").number(sheet.be16(at + i));
                }
                yield size % 2 == 0;
            }
            case DAU -> algorithms(sheet, SIGNING, at, size);
            case DHU -> algorithms(sheet, DIGESTS, at, size);
            case N3U -> algorithms(sheet, DENIAL_DIGESTS, at, size);
            case CHAIN -> {
                new DnsNames(sheet, at + size).print(at);
                yield true;
            }
            case NSID -> hex(sheet, at, size);
            default -> hex(sheet, at, size);
        };
    }

    private static boolean hex(Sheet sheet, int at, int size) {
        for (int i = 0; i < size; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
        return true;
    }

    /** RFC 7873 section 4: the client's half, then the server's. */
    private static boolean cookie(Sheet sheet, int at, int size) {
        if (size < 8 || size > 8 && size < 16 || size > 40) {
            return false;
        }
        hex(sheet, at, 8);
        if (size > 8) {
            sheet.line.put(' ');
            hex(sheet, at + 8, size - 8);
        }
        return true;
    }

    private static boolean algorithms(Sheet sheet, Table names, int at, int size) {
        for (int i = 0; i < size; i++) {
            sheet.text(i > 0 ? " " : "").text(names.orNumber(sheet.u8(at + i), "Alg_"));
        }
        return true;
    }

    /** RFC 7871 section 6. */
    private static boolean subnet(Sheet sheet, int at, int size) {
        if (size < 4) {
            return false;
        }
        int family = sheet.be16(at);
        int source = sheet.u8(at + 2);
        int scope = sheet.u8(at + 3);
        int bytes = size - 4;
        int bits = family == AddressFamily.IP4 ? 32 : family == AddressFamily.IP6 ? 128 : 0;
        if (bits == 0 || bytes > bits / 8 || source > bits || scope > bits || (source + 7) / 8 != bytes) {
            return false;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < bytes; i++) {
            long octet = sheet.u8(at + 4 + i);
            if (i < 8) {
                high |= octet << 56 - 8 * i;
            } else {
                low |= octet << 56 - 8 * (i - 8);
            }
        }
        Line line = sheet.line;
        if (bits == 32) {
            line.ip4((int) (high >>> 32));
        } else {
            Ip6Text.print(line, high, low);
        }
        line.put('/').number(source).put('/').number(scope);
        return true;
    }
}
