package astray.packet.text;

/**
 * The Internet Security Association and Key Management Protocol (RFC 2408) with the Internet Key Exchange, versions 1
 * (RFC 2409) and 2 (RFC 7296): the header, and how payloads follow each other.
 */
final class Ike {
    private static final int RESPONDER = 8;
    private static final int NEXT = 16;
    private static final int VERSION = 17;
    private static final int EXCHANGE = 18;
    private static final int FLAGS = 19;
    private static final int MESSAGE = 20;
    private static final int LENGTH = 24;
    private static final int HEADER = 28;

    static final int PAYLOAD_HEADER = 4;

    private static final int ENCRYPTED = 0x01;

    private static final Table VERSION1_FLAGS = Table.of("""
            1 E
            2 C
            """);

    private static final Table VERSION2_FLAGS = Table.of("""
            8 I
            16 V
            32 R
            """);

    private static final Table EXCHANGES = Table.of("""
            0 none
            1 base
            2 ident
            3 auth
            4 agg
            5 inf
            32 oakley-quick
            33 oakley-newgroup
            34 ikev2_init
            35 ikev2_auth
            36 child_sa
            37 inf2
            """);

    private static final String[] PAYLOADS = {
        "none", "sa", "p", "t", "ke", "id", "cert", "cr", "hash", "sig", "nonce", "n", "d", "vid"
    };
    private static final String[] PAYLOADS2 = {
        "v2sa", "v2ke", "v2IDi", "v2IDr", "v2cert", "v2cr", "v2auth", "v2nonce", "v2n", "v2d", "v2vid", "v2TSi",
        "v2TSr", "v2e", "v2cp", "v2eap"
    };
    private static final int FIRST_OF_2 = 33;

    private static final Table PROTOCOLS = Table.of("""
            1 isakmp
            2 ipsec-ah
            3 ipsec-esp
            4 ipcomp
            """);

    /** Payloads in payloads: the standards have three levels. */
    private static final int DEEPEST = 16;

    private Ike() {}

    /** Prints a message of port 4500 (RFC 3948 section 2). */
    static void printEncapsulated(Sheet sheet, int at, int length, Carrier carrier) {
        sheet.protocol = "isakmp_rfc3948";
        if (length == 1 && sheet.u8(at) == 0xff) {
            sheet.text("isakmp-nat-keep-alive");
            return;
        }
        if (length < 4) {
            throw Truncated.HERE;
        }
        if (sheet.s32(at) == 0) {
            sheet.text("NONESP-encap: ");
            print(sheet, at + 4, length - 4, carrier);
        } else {
            sheet.text("UDP-encap: ");
            Esp.print(sheet, at, length);
        }
    }

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "isakmp";
        sheet.need(at, HEADER);
        line.text("isakmp");
        int version = sheet.u8(at + VERSION);
        if (sheet.v > 0) {
            line.put(' ').number(version >> 4).put('.').number(version & 15);
            line.text(" msgid ").hex(sheet.be32(at + MESSAGE), 8);
        }
        if (sheet.v > 1) {
            line.text(" cookie ").hex(sheet.be64(at), 16);
            line.text("->").hex(sheet.be64(at + RESPONDER), 16);
        }
        line.put(':');
        int major = version >> 4;
        if (major != 1 && major != 2) {
            return;
        }
        boolean first = sheet.s32(at + MESSAGE) == 0;
        if (major == 1) {
            line.text(first ? " phase 1" : " phase 2/others");
            side(sheet, at, carrier);
        } else {
            line.text(first ? " parent_sa" : " child_sa ");
        }
        int exchange = sheet.u8(at + EXCHANGE);
        line.put(' ').text(EXCHANGES.orNumber(exchange, "#"));
        int flags = sheet.u8(at + FLAGS);
        if (flags != 0) {
            Table names = major == 1 ? VERSION1_FLAGS : VERSION2_FLAGS;
            line.put('[').text(names.bits(flags, "", "")).put(']');
        }
        if (sheet.v == 0) {
            return;
        }
        line.put(':');
        int next = sheet.u8(at + NEXT);
        if ((flags & ENCRYPTED) != 0) {
            line.text(" [encrypted ").text(payload(next)).put(']');
        } else {
            payloads(sheet, next, at + HEADER, new Context(major, first ? 1 : 2, 0), 1);
        }
        long told = sheet.be32(at + LENGTH);
        if (told != length) {
            line.text(" (len mismatch: isakmp ")
                    .number(told)
                    .text("/ip ")
                    .number(length)
                    .put(')');
        }
    }

    /** Prints who sends: the initiator, the responder, or an unknown. */
    private static void side(Sheet sheet, int at, Carrier carrier) {
        int known = sheet.ikeInitiators.find(sheet, at);
        if (known >= 0) {
            sheet.text(
                    switch (sheet.ikeInitiators.side(sheet, known, carrier)) {
                        case 1 -> " I";
                        case 2 -> " R";
                        default -> " ?";
                    });
        } else if (sheet.be64(at + RESPONDER) == 0) {
            sheet.text(" I");
            sheet.ikeInitiators.enter(sheet, at, carrier);
        } else {
            sheet.text(" ?");
        }
    }

    /**
     * What payloads are printed by.
     *
     * @param version the major version
     * @param phase 1 or 2
     * @param protocol the protocol of the proposal that transforms belong to; 0 for none
     */
    record Context(int version, int phase, int protocol) {
        Context of(int newProtocol) {
            return new Context(version, phase, newProtocol);
        }
    }

    static String payload(int type) {
        if (type < PAYLOADS.length) {
            return PAYLOADS[type];
        }
        if (type < FIRST_OF_2) {
            return "pay" + type;
        }
        return type - FIRST_OF_2 < PAYLOADS2.length ? PAYLOADS2[type - FIRST_OF_2] : "#" + type;
    }

    static String protocol(int number) {
        return PROTOCOLS.orNumber(number, "#");
    }

    /** Says that a payload is cut off; the place that says so. */
    static int cut(Sheet sheet, int type) {
        sheet.text(" [|").text(payload(type)).put(']');
        return -1;
    }

    static void begin(Sheet sheet, int depth) {
        Line line = sheet.line.put('\n');
        for (int i = 0; i < depth; i++) {
            line.text("    ");
        }
        line.put('(');
    }

    /** Prints payloads one after the other; where they end, negative when they cannot be read to their end. */
    static int payloads(Sheet sheet, int first, int at, Context context, int depth) {
        int type = first;
        int here = at;
        while (type != 0) {
            if (depth > DEEPEST || !sheet.has(here, PAYLOAD_HEADER) || !sheet.has(here, sheet.be16(here + 2))) {
                return cut(sheet, type);
            }
            begin(sheet, depth);
            int end = payload(sheet, type, here, context, depth);
            sheet.text(")");
            if (end < 0) {
                return -1;
            }
            type = sheet.u8(here);
            here = end;
        }
        return here;
    }

    private static int payload(Sheet sheet, int type, int at, Context context, int depth) {
        int size = sheet.be16(at + 2);
        if (size <= PAYLOAD_HEADER) {
            return -1;
        }
        if (type > 0 && type < PAYLOADS.length) {
            return Ike1.print(sheet, type, at, size, context, depth);
        }
        boolean encrypted = type == FIRST_OF_2 + 13;
        if (type >= FIRST_OF_2 && type - FIRST_OF_2 < PAYLOADS2.length && (!encrypted || context.version() == 2)) {
            return Ike2.print(sheet, type, at, size, depth);
        }
        sheet.text(payload(type));
        return at + size;
    }

    /** Prints bytes; false when they were not all captured. */
    static boolean raw(Sheet sheet, int at, int count) {
        if (!sheet.has(at, count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
        return true;
    }

    /** Prints the first ten bytes and the last twenty up to the end of the message; false when they are not there. */
    static boolean some(Sheet sheet, int at) {
        int end = sheet.end();
        int count = Math.min(10, sheet.captured(at));
        int last = Math.max(end - 20, at + count);
        sheet.text(" data=(");
        if (!raw(sheet, at, count)) {
            return false;
        }
        sheet.text("...");
        if (end > last && !raw(sheet, last, end - last)) {
            return false;
        }
        sheet.text(")");
        return true;
    }
}
