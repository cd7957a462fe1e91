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
            // the name is printed as far as it goes
            if (end < 0) {
                return -1;
            }
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
        return printed < 0 ? -1 : end + 4;
    }

    /** Prints records, each behind a comma but the first; where they end, negative when they are cut off. */
    static int section(Sheet sheet, DnsNames names, int here, int count, String name, boolean multicast) {
        Line line = sheet.line;
        if (count > 0) {
            line.text(name);
        }
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                line.put(',');
            }
            if (here < sheet.start() || !sheet.has(here, 1)) {
                throw Truncated.HERE;
            }
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
        } else {
            here = names.skip(at);
        }
        if (here < 0 || !sheet.has(here, 10)) {
            return -1;
        }
        int type = sheet.be16(here);
        int cls = sheet.be16(here + 2);
        boolean flush = multicast && (cls & TOP_BIT) != 0;
        if (multicast) {
            cls &= ~TOP_BIT;
        }
        int options = sheet.be16(here + 6);
        if (type != OPT) {
            if (cls != IN) {
                line.put(' ').text(DnsTypes.className(cls));
            }
            if (multicast && flush) {
                line.text(" (Cache flush)");
            }
            if (sheet.v > 2) {
                line.text(" [");
                relative(line, sheet.be32(here + 4));
                line.put(']');
            }
        }
        int length = sheet.be16(here + 8);
        int data = here + 10;
        line.put(' ').text(DnsTypes.name(type));
        if (!sheet.has(data, length) && type != TSIG) {
            // as much as there is of it
            data(sheet, names, type, data, Math.min(length, sheet.captured(data)), cls, options);
            return -1;
        }
        if (!data(sheet, names, type, data, length, cls, options)) {
            return -1;
        }
        return data + length;
    }

    /** A number of seconds in weeks, days, hours, minutes and seconds. */
    static void relative(Line line, long seconds) {
        if (seconds <= 0) {
            line.text("0s");
            return;
        }
        long[] units = {604_800, 86_400, 3600, 60, 1};
        for (int i = 0; i < units.length; i++) {
            long count = seconds / units[i];
            if (count > 0) {
                line.number(count).put("wdhms".charAt(i));
                seconds -= count * units[i];
            }
        }
    }

    private static boolean data(Sheet sheet, DnsNames names, int type, int at, int length, int cls, int options) {
        Line line = sheet.line;
        switch (type) {
            case A -> {
                if (length < 4) {
                    return false;
                }
                line.put(' ').ip4(sheet.s32(at));
            }
            case AAAA -> {
                if (length < 16) {
                    return false;
                }
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
                if (!sheet.has(at, length) || length < 4) {
                    return false;
                }
                line.put(' ')
                        .number(sheet.be16(at))
                        .put(' ')
                        .number(sheet.be16(at + 2))
                        .put(' ');
                return !sheet.allCharacters(at + 4, length - 4);
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
}
