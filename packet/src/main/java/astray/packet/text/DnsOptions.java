package astray.packet.text;

/** The options of an OPT record (RFC 6891 section 6.1.2). */
final class DnsOptions {
    private DnsOptions() {}

    private static String name(int option) {
        return switch (option) {
            case 1 -> "LLQ";
            case 2 -> "UL";
            case 3 -> "NSID";
            case 5 -> "DAU";
            case 6 -> "DHU";
            case 7 -> "N3U";
            case 8 -> "ECS";
            case 9 -> "EXPIRE";
            case 10 -> "COOKIE";
            case 11 -> "KEEPALIVE";
            case 12 -> "PADDING";
            case 13 -> "CHAIN";
            case 14 -> "KEY-TAG";
            case 16 -> "CLIENT-TAG";
            case 17 -> "SERVER-TAG";
            default -> "Opt" + option;
        };
    }

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        boolean any = false;
        while (here < end && sheet.has(here, 4)) {
            line.text(any ? "," : " [");
            any = true;
            int option = sheet.be16(here);
            int size = sheet.be16(here + 2);
            line.text(name(option));
            here += 4;
            if (here + size > end || !sheet.has(here, size)) {
                throw Truncated.HERE;
            }
            value(sheet, option, here, size);
            here += size;
        }
        if (any) {
            line.put(']');
        }
    }

    private static void value(Sheet sheet, int option, int at, int size) {
        Line line = sheet.line;
        switch (option) {
            case 8 -> subnet(sheet, at, size);
            case 10 -> {
                line.put(' ');
                if (size < 8 || size > 40 || size > 8 && size < 16) {
                    sheet.invalid();
                    return;
                }
                for (int i = 0; i < size; i++) {
                    line.hex(sheet.u8(at + i), 2);
                }
            }
            case 11 -> {
                if (size == 2) {
                    int tenths = sheet.be16(at);
                    line.put(' ')
                            .number(tenths / 10)
                            .put('.')
                            .number(tenths % 10)
                            .text(" sec");
                }
            }
            case 9 -> {
                if (size == 4) {
                    line.put(' ').number(sheet.be32(at)).text(" sec");
                }
            }
            case 12, 13 -> {
                if (option == 13) {
                    line.put(' ');
                    new DnsNames(sheet, at).print(at);
                } else {
                    line.text(" (").number(size).put(')');
                }
            }
            case 5, 6, 7 -> {
                line.put(' ');
                for (int i = 0; i < size; i++) {
                    line.text(i > 0 ? " " : "").text(algorithm(option, sheet.u8(at + i)));
                }
            }
            case 14 -> {
                line.put(' ');
                for (int i = 0; i + 1 < size; i += 2) {
                    line.text(i > 0 ? " " : "").number(sheet.be16(at + i));
                }
            }
            case 16, 17 -> {
                if (size == 2) {
                    line.put(' ').number(sheet.be16(at));
                }
            }
            case 3 -> {
                if (size > 0) {
                    line.put(' ');
                    for (int i = 0; i < size; i++) {
                        line.hex(sheet.u8(at + i), 2);
                    }
                }
            }
            default -> {
                if (size > 0) {
                    line.put(' ');
                    for (int i = 0; i < size; i++) {
                        line.hex(sheet.u8(at + i), 2);
                    }
                }
            }
        }
    }

    private static String algorithm(int option, int number) {
        String word = switch (option) {
            case 5 ->
                switch (number) {
                    case 1 -> "RSAMD5";
                    case 2 -> "DH";
                    case 3 -> "DSA";
                    case 5 -> "RSASHA1";
                    case 6 -> "DSA-NSEC3-SHA1";
                    case 7 -> "RSASHA1-NSEC3-SHA1";
                    case 8 -> "RSASHA256";
                    case 10 -> "RSASHA512";
                    case 12 -> "ECC-GOST";
                    case 13 -> "ECDSAP256SHA256";
                    case 14 -> "ECDSAP384SHA384";
                    case 15 -> "ED25519";
                    case 16 -> "ED448";
                    default -> "Alg_" + number;
                };
            case 6 ->
                switch (number) {
                    case 1 -> "SHA-1";
                    case 2 -> "SHA-256";
                    case 3 -> "GOST_R_34.11-94";
                    case 4 -> "SHA-384";
                    default -> "Alg_" + number;
                };
            default -> number == 1 ? "SHA-1" : "Alg_" + number;
        };
        return word;
    }

    private static void subnet(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.put(' ');
        if (size < 4) {
            sheet.invalid();
            return;
        }
        int family = sheet.be16(at);
        int source = sheet.u8(at + 2);
        int scope = sheet.u8(at + 3);
        int bytes = size - 4;
        int whole = family == 1 ? 4 : family == 2 ? 16 : -1;
        if (whole < 0) {
            line.number(family).put('/').number(source).put('/').number(scope);
            return;
        }
        if (bytes > whole) {
            sheet.invalid();
            return;
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
        if (family == 1) {
            line.ip4((int) (high >>> 32));
        } else {
            Ip6Text.print(line, high, low);
        }
        line.put('/').number(source).put('/').number(scope);
    }
}
