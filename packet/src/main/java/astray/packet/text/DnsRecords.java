package astray.packet.text;

/** The questions and resource records of a DNS message. */
final class DnsRecords {
    private static final int A = 1;
    private static final int NS = 2;
    private static final int CNAME = 5;
    private static final int SOA = 6;
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int TXT = 16;
    private static final int AAAA = 28;
    private static final int SRV = 33;
    private static final int A6 = 38;
    private static final int DNAME = 39;
    private static final int OPT = 41;
    private static final int TSIG = 250;
    private static final int URI = 256;

    private static final int IN = 1;
    private static final int TOP_BIT = 0x8000;

    private DnsRecords() {}

    /** Prints a question; where it ends, negative when it is cut off. */
    static int question(Sheet sheet, DnsNames names, int at, boolean multicast) {
        Line line = sheet.line;
        int end = names.skip(at);
        if (end < 0 || !sheet.has(end, 4)) {
            return -1;
        }
        int type = sheet.be16(end);
        line.put(' ').text(DnsTypes.name(type));
        int cls = sheet.be16(end + 2);
        boolean unicast = multicast && (cls & TOP_BIT) != 0;
        if (multicast) {
            cls &= ~TOP_BIT;
        }
        if (cls != IN) {
            line.put(' ').text(DnsTypes.className(cls));
        }
        if (multicast) {
            line.text(unicast ? " (QU)" : " (QM)");
        }
        line.text("? ");
        int printed = names.print(at);
        return printed < 0 ? -1 : printed + 4;
    }

    /** Prints records, each behind a comma but the first; where they end. Cut off in the midst of one, the printing ends. */
    static int section(Sheet sheet, DnsNames names, int at, int count, String name, boolean multicast) {
        Line line = sheet.line;
        int here = at;
        // the first of the answers is tried even at the end of the bytes
        boolean tried = name.isEmpty();
        for (int i = 0; i < count; i++) {
            if (!tried && here >= sheet.end()) {
                throw Truncated.HERE;
            }
            line.text(i > 0 ? "," : name);
            tried = false;
            here = record(sheet, names, here, multicast);
            if (here < 0) {
                throw Truncated.HERE;
            }
        }
        return here;
    }

    private static int record(Sheet sheet, DnsNames names, int at, boolean multicast) {
        Line line = sheet.line;
        int here;
        if (sheet.v > 0) {
            line.put(' ');
            here = names.print(at);
            if (here < 0) {
                return -1;
            }
        } else {
            here = names.skip(at);
        }
        if (here < 0 || !sheet.has(here, 10)) {
            return sheet.end();
        }
        int type = sheet.be16(here);
        int cls = sheet.be16(here + 2);
        boolean flush = multicast && (cls & TOP_BIT) != 0;
        if (multicast) {
            cls &= ~TOP_BIT;
        }
        int options = sheet.be16(here + 6);
        if (type != OPT && cls != IN) {
            line.put(' ').text(DnsTypes.className(cls));
        }
        line.text(flush ? " (Cache flush)" : "");
        if (type != OPT && sheet.v > 2) {
            line.text(" [");
            RelativeTime.print(line, sheet.be32(here + 4));
            line.put(']');
        }
        int length = sheet.be16(here + 8);
        int data = here + 10;
        line.put(' ').text(DnsTypes.name(type));
        sheet.need(data, length);
        return data(sheet, names, type, data, length, cls, options) ? data + length : -1;
    }

    private static boolean data(Sheet sheet, DnsNames names, int type, int at, int length, int cls, int options) {
        Line line = sheet.line;
        switch (type) {
            case A -> {
                line.put(' ').ip4(sheet.s32(at));
            }
            case AAAA -> {
                sheet.need(at, 16);
                line.put(' ');
                sheet.ip6(at);
            }
            case NS, CNAME, PTR, DNAME -> {
                line.put(' ');
                return names.print(at) >= 0;
            }
            case SOA -> {
                if (sheet.v == 0) {
                    break;
                }
                line.put(' ');
                int here = names.print(at);
                if (here < 0) {
                    return false;
                }
                line.put(' ');
                here = names.print(here);
                if (here < 0 || !sheet.has(here, 20)) {
                    return false;
                }
                for (int i = 0; i < 5; i++) {
                    line.put(' ').number(sheet.be32(here + 4 * i));
                }
            }
            case MX -> {
                line.put(' ');
                if (!sheet.has(at, 2)) {
                    return false;
                }
                if (names.print(at + 2) < 0) {
                    return false;
                }
                line.put(' ').number(sheet.be16(at));
            }
            case TXT -> {
                int here = at;
                while (here < at + length) {
                    line.text(" \"");
                    int size = sheet.u8(here);
                    if (sheet.allCharacters(here + 1, size)) {
                        return false;
                    }
                    line.put('"');
                    here += 1 + size;
                }
            }
            case SRV -> {
                line.put(' ');
                if (!sheet.has(at, 6)) {
                    return false;
                }
                if (names.print(at + 6) < 0) {
                    return false;
                }
                line.put(':').number(sheet.be16(at + 4));
                line.put(' ').number(sheet.be16(at)).put(' ').number(sheet.be16(at + 2));
            }
            case URI -> {
                if (length < 4) {
                    line.text(" len ").number(length).text(" is too short (< 4)");
                    break;
                }
                line.put(' ')
                        .number(sheet.be16(at))
                        .put(' ')
                        .number(sheet.be16(at + 2))
                        .put(' ');
                return !sheet.allCharacters(at + 4, length - 4);
            }
            case A6 -> {
                return chain(sheet, names, at);
            }
            case TSIG -> {
                return sheet.v == 0 || signature(sheet, names, at);
            }
            case OPT -> {
                line.text(" UDPsize=").number(cls);
                if ((options & TOP_BIT) != 0) {
                    line.text(" DO");
                }
                DnsOptions.print(sheet, at, length);
            }
            default -> {
                // its name is all that is printed
            }
        }
        return true;
    }

    /** An address in parts (RFC 6563, historic): some last bits, and the name of the rest. */
    private static boolean chain(Sheet sheet, DnsNames names, int at) {
        Line line = sheet.line;
        int bits = sheet.u8(at);
        if (bits > 128) {
            line.put(' ').number(bits).text("(bad plen)");
            return true;
        }
        int left = bits / 8;
        if (bits < 128) {
            byte[] address = new byte[16];
            for (int i = left; i < 16; i++) {
                address[i] = (byte) sheet.u8(at + 1 + i - left);
            }
            line.put(' ').number(bits).put(' ');
            Ip6Text.print(
                    line,
                    Octets.be32(address, 0) << 32 | Octets.be32(address, 4),
                    Octets.be32(address, 8) << 32 | Octets.be32(address, 12));
        }
        if (bits > 0) {
            line.put(' ');
            return names.print(at + 1 + 16 - left) >= 0;
        }
        return true;
    }

    /** A transaction's signature (RFC 8945 section 4.2). */
    private static boolean signature(Sheet sheet, DnsNames names, int at) {
        Line line = sheet.line.put(' ');
        int here = names.print(at);
        if (here < 0) {
            return false;
        }
        line.text(" fudge=").number(sheet.be16(here + 6));
        int size = sheet.be16(here + 8);
        line.text(" maclen=").number(size);
        here += 10 + size;
        line.text(" origid=").number(sheet.be16(here));
        line.text(" error=").number(sheet.be16(here + 2));
        line.text(" otherlen=").number(sheet.be16(here + 4));
        return true;
    }
}
