package astray.packet.text;

/** The options of PGM packets (RFC 3208 section 9), and those of PGMCC. */
final class PgmOptions {
    private static final int LEAST = 4;
    private static final int LAST = 0x80;

    private static final int LENGTH = 0x00;
    private static final int FRAGMENT = 0x01;
    private static final int NAK_LIST = 0x02;
    private static final int JOIN = 0x03;
    private static final int BACK_OFF_INTERVAL = 0x04;
    private static final int BACK_OFF_RANGE = 0x05;
    private static final int REDIRECT = 0x07;
    private static final int PARITY = 0x08;
    private static final int PARITY_GROUP = 0x09;
    private static final int GROUP_SIZE = 0x0a;
    private static final int UNREACHABLE = 0x0b;
    private static final int PATH = 0x0c;
    private static final int SYN = 0x0d;
    private static final int FIN = 0x0e;
    private static final int RST = 0x0f;
    private static final int CORRELATION = 0x10;
    private static final int CORRELATION_REQUEST = 0x11;
    private static final int CONGESTION_DATA = 0x12;
    private static final int CONGESTION_FEEDBACK = 0x13;

    private static final Table NAMES = Table.of("""
            0x00 OPT_LENGTH
            0x01 OPT_FRAGMENT
            0x03 OPT_JOIN
            0x04 OPT_NAK_BO_IVL
            0x05 OPT_NAK_BO_RNG
            0x07 OPT_REDIRECT
            0x08 OPT_PARITY_PRM
            0x09 OPT_PARITY_GRP
            0x0a OPT_CURR_TGSIZE
            0x0b OPT_NBR_UNREACH
            0x0d OPT_SYN
            0x0e OPT_FIN
            0x0f OPT_RST
            0x11 OPT_CRQST
            0x12 OPT_PGMCC_DATA
            0x13 OPT_PGMCC_FEEDBACK
            """);

    private PgmOptions() {}

    /** Prints the options; where they end, negative when nothing can follow. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, LEAST);
        int first = sheet.u8(at) & ~LAST;
        if (first != LENGTH) {
            line.text("[First option bad, should be PGM_OPT_LENGTH, is ")
                    .number(first)
                    .put(']');
            return -1;
        }
        int firstSize = sheet.u8(at + 1);
        if (firstSize != LEAST) {
            bad(line, LENGTH, firstSize, LEAST);
            return -1;
        }
        int left = sheet.be16(at + 2);
        if (left < LEAST) {
            line.text("[Bad total option length ").number(left).text(" < 4]");
            return -1;
        }
        line.text(" OPTS LEN ").number(left);
        left -= LEAST;
        int here = at + LEAST;
        while (left != 0) {
            if (left < LEAST) {
                noRoom(line);
                return -1;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            if (size < LEAST) {
                line.text("[Bad option, length ").number(size).text(" < 4]");
                return here + 2;
            }
            if (left < size) {
                noRoom(line);
                return -1;
            }
            sheet.need(here + 2, size - 2);
            if (!option(sheet, type, here, size)) {
                return -1;
            }
            here += size;
            // the original does not count the header of a list of NAKs
            left -= (type & ~LAST) == NAK_LIST ? size - LEAST : size;
            if ((type & LAST) != 0) {
                break;
            }
        }
        return here;
    }

    private static void noRoom(Line line) {
        line.text("[Total option length leaves no room for final option]");
    }

    private static void bad(Line line, int type, int size, int right) {
        line.text("[Bad ").text(NAMES.name(type, "")).text(" option, length ").number(size);
        line.text(" != ").number(right).put(']');
    }

    /** How long an option of fixed length is; 0 for others. */
    private static int fixed(int type) {
        return switch (type) {
            case LENGTH, UNREACHABLE, SYN, FIN, RST, CORRELATION_REQUEST -> 4;
            case JOIN, PARITY, PARITY_GROUP, GROUP_SIZE -> 8;
            case BACK_OFF_INTERVAL, BACK_OFF_RANGE -> 12;
            case FRAGMENT -> 16;
            default -> 0;
        };
    }

    /** Prints an option; false when nothing can follow. */
    private static boolean option(Sheet sheet, int whole, int at, int size) {
        Line line = sheet.line;
        int type = whole & ~LAST;
        int right = fixed(type);
        if (right != 0 && size != right) {
            bad(line, type, size, right);
            return false;
        }
        int value = at + LEAST;
        switch (type) {
            case LENGTH -> line.text(" OPTS LEN (extra?) ").number(sheet.be16(at + 2));
            case FRAGMENT -> {
                line.text(" FRAG seq ").number(sheet.be32(value));
                line.text(" off ").number(sheet.be32(value + 4));
                line.text(" len ").number(sheet.be32(value + 8));
            }
            case NAK_LIST -> {
                return list(sheet, value, size - LEAST);
            }
            case JOIN -> line.text(" JOIN ").number(sheet.be32(value));
            case BACK_OFF_INTERVAL -> {
                line.text(" BACKOFF ivl ").number(sheet.be32(value));
                line.text(" ivlseq ").number(sheet.be32(value + 4));
            }
            case BACK_OFF_RANGE -> {
                line.text(" BACKOFF max ").number(sheet.be32(value));
                line.text(" min ").number(sheet.be32(value + 4));
            }
            case REDIRECT -> {
                return address(sheet, type, at, size, value, " REDIRECT ");
            }
            case PARITY -> line.text(" PARITY MAXTGS ").number(sheet.be32(value));
            case PARITY_GROUP -> line.text(" PARITY GROUP ").number(sheet.be32(value));
            case GROUP_SIZE -> line.text(" PARITY ATGS ").number(sheet.be32(value));
            case UNREACHABLE -> line.text(" NBR_UNREACH");
            case PATH -> line.text(" PATH_NLA [").number(size).put(']');
            case SYN -> line.text(" SYN");
            case FIN -> line.text(" FIN");
            case RST -> line.text(" RST");
            case CORRELATION -> line.text(" CR");
            case CORRELATION_REQUEST -> line.text(" CRQST");
            case CONGESTION_DATA -> {
                return address(sheet, type, at, size, value + 4, " PGMCC DATA ");
            }
            case CONGESTION_FEEDBACK -> {
                return address(sheet, type, at, size, value + 4, " PGMCC FEEDBACK ");
            }
            default -> {
                String digits = Integer.toHexString(whole).toUpperCase(java.util.Locale.ROOT);
                line.text(whole < 16 ? " OPT_0" : " OPT_").text(digits);
                line.text(" [").number(size).text("] ");
            }
        }
        return true;
    }

    private static boolean list(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text(" NAK LIST");
        for (int i = 0; i < length; i += 4) {
            if (length - i < 4) {
                line.text("[Option length not a multiple of 4]");
                return false;
            }
            line.put(' ').number(sheet.be32(at + i));
        }
        return true;
    }

    /** An option that ends with a family and an address, perhaps with a time in front. */
    private static boolean address(Sheet sheet, int type, int at, int size, int family, String what) {
        Line line = sheet.line;
        int least = family + 4 - at;
        if (size < least) {
            String name = type == CONGESTION_FEEDBACK ? "PGM_OPT_PGMCC_FEEDBACK" : NAMES.name(type, "");
            line.text("[Bad ").text(name).text(" option, length ").number(size);
            line.text(" < ").number(least).put(']');
            return false;
        }
        int width = Pgm.width(sheet.be16(family));
        if (width < 0) {
            sheet.invalid();
            return false;
        }
        if (size != least + width) {
            line.text("[Bad ")
                    .text(NAMES.name(type, ""))
                    .text(" option, length ")
                    .number(size);
            line.text(" != ").number(least).text(" + address size]");
            return false;
        }
        line.text(what);
        if (type != REDIRECT) {
            line.number(sheet.be32(at + 4)).put(' ');
        }
        Pgm.address(sheet, family + 4, width);
        return true;
    }
}
