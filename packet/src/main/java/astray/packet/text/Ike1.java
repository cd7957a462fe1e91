package astray.packet.text;

/** The payloads of the Internet Key Exchange version 1 (RFC 2408 section 3, RFC 2407 section 4.6). */
final class Ike1 {
    private static final int SA = 1;
    private static final int PROPOSAL = 2;
    private static final int TRANSFORM = 3;
    private static final int KEY_EXCHANGE = 4;
    private static final int IDENTIFICATION = 5;
    private static final int CERTIFICATE = 6;
    private static final int CERTIFICATE_REQUEST = 7;
    private static final int NONCE = 10;
    private static final int NOTIFICATION = 11;
    private static final int DELETE = 12;

    private static final int RESPONDER_LIFETIME = 24576;
    private static final int REPLAY_STATUS = 24577;

    private static final String[] IKE = {"", "ike"};
    private static final String[] AH = {"", "(reserved)", "md5", "sha", "1des", "sha2-256", "sha2-384", "sha2-512"};
    static final String[] ESP = {
        "", "1des-iv64", "1des", "3des", "rc5", "idea", "cast", "blowfish", "3idea", "1des-iv32", "rc4", "null", "aes"
    };
    private static final String[] IPCOMP = {"", "oui", "deflate", "lzs"};

    private static final String[] CERTIFICATES = {
        "none", "pkcs7", "pgp", "dns", "x509sign", "x509ke", "kerberos", "crl", "arl", "spki", "x509attr"
    };

    private static final String[] IDENTIFICATIONS = {
        "",
        "IPv4",
        "FQDN",
        "user FQDN",
        "IPv4net",
        "IPv6",
        "IPv6net",
        "IPv4range",
        "IPv6range",
        "ASN1 DN",
        "ASN1 GN",
        "keyid"
    };

    /** Section 3.14.1. */
    private static final String[] ERRORS = {
        "",
        "INVALID-PAYLOAD-TYPE",
        "DOI-NOT-SUPPORTED",
        "SITUATION-NOT-SUPPORTED",
        "INVALID-COOKIE",
        "INVALID-MAJOR-VERSION",
        "INVALID-MINOR-VERSION",
        "INVALID-EXCHANGE-TYPE",
        "INVALID-FLAGS",
        "INVALID-MESSAGE-ID",
        "INVALID-PROTOCOL-ID",
        "INVALID-SPI",
        "INVALID-TRANSFORM-ID",
        "ATTRIBUTES-NOT-SUPPORTED",
        "NO-PROPOSAL-CHOSEN",
        "BAD-PROPOSAL-SYNTAX",
        "PAYLOAD-MALFORMED",
        "INVALID-KEY-INFORMATION",
        "INVALID-ID-INFORMATION",
        "INVALID-CERT-ENCODING",
        "INVALID-CERTIFICATE",
        "CERT-TYPE-UNSUPPORTED",
        "INVALID-CERT-AUTHORITY",
        "INVALID-HASH-INFORMATION",
        "AUTHENTICATION-FAILED",
        "INVALID-SIGNATURE",
        "ADDRESS-NOTIFICATION",
        "NOTIFY-SA-LIFETIME",
        "CERTIFICATE-UNAVAILABLE",
        "UNSUPPORTED-EXCHANGE-TYPE",
        "UNEQUAL-PAYLOAD-LENGTHS"
    };

    private static final String[] IPSEC_ERRORS = {"RESERVED"};
    private static final String[] STATES = {"CONNECTED"};
    private static final String[] IPSEC_STATES = {"RESPONDER-LIFETIME", "REPLAY-STATUS", "INITIAL-CONTACT"};

    private Ike1() {}

    /** Prints a payload; where the next begins, negative when it cannot be read to its end. */
    static int print(Sheet sheet, int type, int at, int size, Ike.Context context, int depth) {
        sheet.text(Ike.payload(type)).put(':');
        return switch (type) {
            case SA -> association(sheet, at, context, depth);
            case PROPOSAL -> proposal(sheet, at, context, depth);
            case TRANSFORM -> transform(sheet, at, size, context.protocol());
            case IDENTIFICATION -> identification(sheet, at, size);
            case NONCE -> nonce(sheet, at, size);
            case NOTIFICATION -> notification(sheet, at, size);
            case DELETE -> delete(sheet, at);
            default -> other(sheet, type, at, size);
        };
    }

    private static int other(Sheet sheet, int type, int at, int size) {
        int data = size - Ike.PAYLOAD_HEADER;
        if (type == CERTIFICATE || type == CERTIFICATE_REQUEST) {
            if (!sheet.has(at, Ike.PAYLOAD_HEADER + 2)) {
                return Ike.cut(sheet, type);
            }
        }
        sheet.text(type == KEY_EXCHANGE ? " key len=" : " len=").number(data);
        if (type == CERTIFICATE || type == CERTIFICATE_REQUEST) {
            sheet.text(" type=").text(IkeAttributes.word(CERTIFICATES, sheet.u8(at + Ike.PAYLOAD_HEADER)));
        }
        if (sheet.v > 2) {
            sheet.text(" ");
            if (!Ike.raw(sheet, at + Ike.PAYLOAD_HEADER, data)) {
                return Ike.cut(sheet, type);
            }
        }
        return at + size;
    }

    private static int association(Sheet sheet, int at, Ike.Context context, int depth) {
        if (!sheet.has(at, 12)) {
            return Ike.cut(sheet, SA);
        }
        long domain = sheet.be32(at + 4);
        int situation = sheet.s32(at + 8);
        if (domain != 1) {
            sheet.text(" doi=").number(domain);
            sheet.text(" situation=").number(situation & 0xffffffffL);
            return at + 12;
        }
        sheet.text(" doi=ipsec situation=");
        boolean any = (situation & 1) != 0;
        sheet.text(any ? "identity" : "");
        if ((situation & 2) != 0) {
            sheet.text(any ? "+secrecy" : "secrecy");
            any = true;
        }
        if ((situation & 4) != 0) {
            sheet.text(any ? "+integrity" : "integrity");
        }
        int here = at + 12;
        if (situation != 1) {
            // the original reads the domain again
            sheet.text(" ident=").number(sheet.be32(at + 4));
            here += 4;
        }
        if (!sheet.has(here, Ike.PAYLOAD_HEADER)) {
            return Ike.cut(sheet, SA);
        }
        return Ike.payloads(sheet, PROPOSAL, here, context, depth + 1);
    }

    private static int proposal(Sheet sheet, int at, Ike.Context context, int depth) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, PROPOSAL);
        }
        int protocol = sheet.u8(at + 5);
        sheet.text(" #").number(sheet.u8(at + 4));
        sheet.text(" protoid=").text(Ike.protocol(protocol));
        sheet.text(" transform=").number(sheet.u8(at + 7));
        int index = sheet.u8(at + 6);
        if (index > 0) {
            sheet.text(" spi=");
            if (!Ike.raw(sheet, at + 8, index)) {
                return Ike.cut(sheet, PROPOSAL);
            }
        }
        int here = at + 8 + index;
        if (!sheet.has(here, Ike.PAYLOAD_HEADER)) {
            return Ike.cut(sheet, PROPOSAL);
        }
        return Ike.payloads(sheet, TRANSFORM, here, context.of(protocol), depth + 1);
    }

    private static int transform(Sheet sheet, int at, int size, int protocol) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, TRANSFORM);
        }
        int identifier = sheet.u8(at + 5);
        String name = switch (protocol) {
            case 1 -> IkeAttributes.word(IKE, identifier);
            case 2 -> IkeAttributes.word(AH, identifier);
            case 3 -> IkeAttributes.word(ESP, identifier);
            case 4 -> IkeAttributes.word(IPCOMP, identifier);
            default -> Integer.toString(identifier);
        };
        sheet.text(" #").number(sheet.u8(at + 4));
        sheet.text(" id=").text(name).put(' ');
        String[] names = switch (protocol) {
            case 1 -> IkeAttributes.OAKLEY;
            case 2, 3, 4 -> IkeAttributes.IPSEC;
            default -> null;
        };
        int here = IkeAttributes.print(sheet, at + 8, at + size, names);
        if (here < 0) {
            return Ike.cut(sheet, TRANSFORM);
        }
        sheet.text(sheet.end() < at + size ? "..." : "");
        return here;
    }

    private static int identification(Sheet sheet, int at, int size) {
        if (!sheet.has(at, 8)) {
            return Ike.cut(sheet, IDENTIFICATION);
        }
        int type = sheet.u8(at + 4);
        sheet.text(" idtype=").text(IkeAttributes.word(IDENTIFICATIONS, type));
        sheet.text(" protoid=").number(sheet.u8(at + 5));
        sheet.text(" port=").number(sheet.be16(at + 6));
        int data = at + 8;
        int length = size - 8;
        if (length <= 0) {
            return at + size;
        }
        if (!sheet.has(data, length)) {
            return Ike.cut(sheet, IDENTIFICATION);
        }
        sheet.text(" len=").number(length);
        int needed = switch (type) {
            case 1 -> 4;
            case 4, 7 -> 8;
            case 5 -> 16;
            case 6, 8 -> 32;
            default -> 0;
        };
        if (needed > length) {
            sheet.text(" [bad: < ").number(needed).put(']');
        } else if (needed > 0) {
            sheet.text(" ");
            addresses(sheet, type, data);
        } else if (type == 2 || type == 3) {
            sheet.text(" ");
            sheet.exactly(data, length);
        } else if (sheet.v > 2) {
            sheet.text(" ");
            Ike.raw(sheet, data, length);
        }
        return at + size;
    }

    private static void addresses(Sheet sheet, int type, int at) {
        switch (type) {
            case 1 -> sheet.host4(at);
            case 4 -> {
                sheet.host4(at);
                sheet.text("/").ip4(sheet.s32(at + 4));
            }
            case 5 -> sheet.host6(at);
            case 6 -> {
                sheet.host6(at);
                sheet.text("/0x").hex(sheet.be64(at + 16), 16).hex(sheet.be64(at + 24), 16);
            }
            case 7 -> {
                sheet.host4(at);
                sheet.text("-");
                sheet.host4(at + 4);
            }
            default -> {
                sheet.host6(at);
                sheet.text("-");
                sheet.host6(at + 16);
            }
        }
    }

    private static int nonce(Sheet sheet, int at, int size) {
        sheet.text(" n len=").number(size - 4L);
        boolean whole = true;
        if (sheet.v > 2) {
            sheet.text(" ");
            whole = Ike.raw(sheet, at + 4, size - 4);
        } else if (sheet.v > 1) {
            sheet.text(" ");
            whole = Ike.some(sheet, at + 4);
        }
        return whole ? at + size : Ike.cut(sheet, NONCE);
    }

    private static String notify(int type, boolean ipsec) {
        if (type < 8192) {
            return IkeAttributes.word(ERRORS, type);
        }
        if (type < 16384) {
            return ipsec ? notify(IPSEC_ERRORS, type - 8192) : "#" + type;
        }
        if (type < 24576) {
            return notify(STATES, type - 16384);
        }
        return ipsec && type < 32768 ? notify(IPSEC_STATES, type - 24576) : "#" + type;
    }

    private static String notify(String[] names, int number) {
        return number < names.length ? names[number] : "#" + number;
    }

    private static int notification(Sheet sheet, int at, int size) {
        if (!sheet.has(at, 12)) {
            return Ike.cut(sheet, NOTIFICATION);
        }
        long domain = sheet.be32(at + 4);
        int protocol = sheet.u8(at + 8);
        int index = sheet.u8(at + 9);
        int type = sheet.be16(at + 10);
        boolean ipsec = domain == 1;
        if (ipsec) {
            sheet.text(" doi=ipsec proto=").text(Ike.protocol(protocol));
        } else {
            sheet.text(" doi=").number(domain).text(" proto=").number(protocol);
        }
        sheet.text(" type=").text(notify(type, ipsec));
        if (index > 0) {
            sheet.text(" spi=");
            if (!Ike.raw(sheet, at + 12, index)) {
                return Ike.cut(sheet, NOTIFICATION);
            }
        }
        int here = at + 12 + index;
        if (!ipsec) {
            return here;
        }
        if (here < sheet.end() && !data(sheet, type, here, at + size)) {
            return Ike.cut(sheet, NOTIFICATION);
        }
        return at + size;
    }

    private static boolean data(Sheet sheet, int type, int at, int end) {
        if (type == RESPONDER_LIFETIME) {
            sheet.text(" attrs=(");
            boolean whole = IkeAttributes.print(sheet, at, end, IkeAttributes.OAKLEY) >= 0;
            sheet.text(")");
            return whole;
        }
        if (type == REPLAY_STATUS) {
            sheet.text(" status=(replay detection ").text(sheet.s32(at) != 0 ? "enabled)" : "disabled)");
            return true;
        }
        if (sheet.v > 3) {
            sheet.text(" data=(");
            Ike.raw(sheet, at, sheet.captured(at));
            sheet.text(")");
            return true;
        }
        return Ike.some(sheet, at);
    }

    private static int delete(Sheet sheet, int at) {
        if (!sheet.has(at, 12)) {
            return Ike.cut(sheet, DELETE);
        }
        long domain = sheet.be32(at + 4);
        int protocol = sheet.u8(at + 8);
        if (domain == 1) {
            sheet.text(" doi=ipsec proto=").text(Ike.protocol(protocol));
        } else {
            sheet.text(" doi=").number(domain).text(" proto=").number(protocol);
        }
        int index = sheet.u8(at + 9);
        int count = sheet.be16(at + 10);
        sheet.text(" spilen=").number(index).text(" nspi=").number(count);
        int here = at + 12;
        if (index == 0) {
            return here;
        }
        sheet.text(" spi=");
        for (int i = 0; i < count; i++) {
            sheet.text(i > 0 ? "," : "");
            if (!Ike.raw(sheet, here, index)) {
                return Ike.cut(sheet, DELETE);
            }
            here += index;
        }
        return here;
    }
}
