package astray.packet.text;

import astray.packet.text.Dhcp6Options.Outcome;

/** The longer values of DHCPv6's options. */
final class Dhcp6Values {
    private static final int DELAYED = 2;
    private static final int RECONFIGURE_KEY = 3;

    private Dhcp6Values() {}

    /** Who a client or server is (RFC 8415 section 11); false when it is too short. */
    static boolean identifier(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int type = sheet.be16(at);
        int here = at + 2;
        switch (type) {
            case 1 -> {
                if (size < 8) {
                    return false;
                }
                line.text(" hwaddr/time type ").number(sheet.be16(here));
                line.text(" time ").number(sheet.be32(here + 2)).put(' ');
                here += 6;
            }
            case 2 -> {
                if (size < 6) {
                    return false;
                }
                line.text(" enterprise ").number(sheet.be32(here)).put(' ');
                here += 4;
            }
            case 3 -> {
                if (size < 4) {
                    return false;
                }
                line.text(" hwaddr type ").number(sheet.be16(here)).put(' ');
                here += 2;
            }
            case 4 -> {
                line.text(" uuid ");
                if (size != 18) {
                    return false;
                }
            }
            default -> {
                line.text(" type ").number(type);
                return true;
            }
        }
        for (; here < at + size; here++) {
            line.hex(sheet.u8(here), 2);
        }
        return true;
    }

    /** RFC 8415 section 21.11, and RFC 3315 section 21.4 for the delayed form. */
    static boolean authentication(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int protocol = sheet.u8(at);
        switch (protocol) {
            case DELAYED -> line.text(" proto: delayed");
            case RECONFIGURE_KEY -> line.text(" proto: reconfigure");
            default -> line.text(" proto: ").number(protocol);
        }
        int algorithm = sheet.u8(at + 1);
        line.text(", alg: ");
        if (algorithm == 1) {
            line.text("HMAC-MD5");
        } else {
            line.number(algorithm);
        }
        int replay = sheet.u8(at + 2);
        line.text(", RDM: ");
        if (replay == 0) {
            line.text("mono");
        } else {
            line.number(replay);
        }
        line.text(", RD:");
        for (int i = 3; i < 11; i += 2) {
            line.put(' ').hex(sheet.be16(at + i), 4);
        }
        int here = at + 11;
        int rest = size - 11;
        if (protocol == DELAYED && (rest == 0 || rest >= 20)) {
            delayed(sheet, here, rest);
        } else if (protocol == RECONFIGURE_KEY && rest == 17) {
            int type = sheet.u8(here);
            line.text(type == 1 ? " reconfig-key" : type == 2 ? " type: HMAC-MD5" : " type: ??");
            line.text(" value:");
            words(sheet, here + 1);
        } else {
            line.text(" ??");
        }
        return true;
    }

    private static void delayed(Sheet sheet, int at, int size) {
        if (size == 0) {
            return;
        }
        Line line = sheet.line;
        int here = at;
        line.text(size > 20 ? ", realm: " : "");
        for (; here < at + size - 20; here++) {
            line.hex(sheet.u8(here), 2);
        }
        line.text(", key ID: ").hex(sheet.be32(here), 8).text(", HMAC-MD5:");
        words(sheet, here + 4);
    }

    private static void words(Sheet sheet, int at) {
        for (int i = 0; i < 16; i += 4) {
            sheet.text(" ").hex(sheet.be32(at + i), 8);
        }
    }

    /** RFC 8415 section 21.16. */
    static boolean vendorClass(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.text(" enterprise ").number(sheet.be32(at));
        int here = at + 4;
        int end = at + size;
        while (end - here >= 2) {
            int length = sheet.be16(here);
            line.text(" (len ").number(length);
            here += 2;
            if (length > end - here) {
                line.text(" ?");
                break;
            }
            if (length > 0) {
                line.text(" data ");
                sheet.exactly(here, length);
                here += length;
            }
            line.put(')');
        }
        line.text(here != end ? " ?" : "");
        return true;
    }

    /** RFC 8415 section 21.17. */
    static boolean vendor(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.text(" enterprise ").number(sheet.be32(at));
        int here = at + 4;
        int end = at + size;
        while (end - here >= 4) {
            int length = sheet.be16(here + 2);
            line.text(" (code ").number(sheet.be16(here)).text(" len ").number(length);
            here += 4;
            if (length > end - here) {
                line.text(" ?");
                break;
            }
            if (length > 0) {
                Dhcp6Options.opaque(sheet, " data ", here, length);
                here += length;
            }
            line.put(')');
        }
        line.text(here != end ? " ?" : "");
        return true;
    }

    /** RFC 5908 section 4. */
    static Outcome timeServers(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int here = at;
        int end = at + size;
        while (here < end - 4) {
            int type = sheet.be16(here);
            int length = sheet.be16(here + 2);
            here += 4;
            if (length > end - here) {
                return Outcome.CUT;
            }
            line.text(" subopt:").number(type).put(' ');
            if ((type == 1 || type == 2) && length == 16) {
                sheet.host6(here);
            } else if (type == 3) {
                if (new DnsNames(sheet, here + length).print(here) < 0) {
                    return Outcome.CUT;
                }
            } else {
                line.put('?');
            }
            here += length;
        }
        return Outcome.RIGHT;
    }

    /** A domain name of one softwire's end (RFC 6334 section 3). */
    static boolean name(Sheet sheet, int at, int size) {
        Line line = sheet.line.put(' ');
        int here = at;
        int rest = size;
        while (rest != 0 && sheet.u8(here) != 0) {
            int length = sheet.u8(here);
            here++;
            if (length >= rest - 1) {
                line.text(" ?");
                break;
            }
            sheet.padded(here, length);
            here += length;
            rest -= length + 1;
            line.text(sheet.u8(here) != 0 ? "." : "");
        }
        return true;
    }
}
