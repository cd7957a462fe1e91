package astray.packet.text;

/** The Trivial File Transfer Protocol (RFC 1350) with its options (RFC 2347). */
final class Tftp {
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int DATA = 3;
    private static final int ACKNOWLEDGMENT = 4;
    private static final int ERROR = 5;
    private static final int OPTIONS = 6;

    private static final Table OPERATIONS = Table.of("""
            1 RRQ
            2 WRQ
            3 DATA
            4 ACK
            5 ERROR
            6 OACK
            """);

    private static final String[] ERRORS = {
        "EUNDEF", "ENOTFOUND", "EACCESS", "ENOSPACE", "EBADOP", "EBADID", "EEXISTS", "ENOUSER"
    };

    private Tftp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "tftp";
        line.text("TFTP, length ").number(length);
        if (length < 2) {
            throw Truncated.HERE;
        }
        int operation = sheet.be16(at);
        line.text(", ").text(OPERATIONS.orNumber(operation, "tftp-#"));
        int here = at + 2;
        int end = at + length;
        switch (operation) {
            case READ, WRITE -> {
                needs(here, 1, end);
                line.text(" \"");
                int next = text(sheet, here, end);
                line.put('"');
                if (next < 0) {
                    throw Truncated.HERE;
                }
                needs(next, 1, end);
                line.put(' ');
                next = text(sheet, next, end);
                if (next < 0) {
                    throw Truncated.HERE;
                }
                options(sheet, next, end);
            }
            case OPTIONS -> options(sheet, here, end);
            case DATA, ACKNOWLEDGMENT -> {
                needs(here, 2, end);
                line.text(" block ").number(sheet.be16(here));
            }
            case ERROR -> {
                needs(here, 2, end);
                int code = sheet.be16(here);
                line.put(' ').text(code < ERRORS.length ? ERRORS[code] : "tftp-err-#" + code + " \"");
                needs(here + 2, 1, end);
                line.text(" \"");
                int next = text(sheet, here + 2, end);
                line.put('"');
                if (next < 0) {
                    throw Truncated.HERE;
                }
            }
            default -> {
                // an operation that nobody knows
            }
        }
    }

    private static void needs(int at, int count, int end) {
        if (end - at < count) {
            throw Truncated.HERE;
        }
    }

    private static void options(Sheet sheet, int at, int end) {
        int here = at;
        while (here < end) {
            if (sheet.u8(here) != 0) {
                sheet.text(" ");
            }
            here = text(sheet, here, end);
            if (here < 0) {
                throw Truncated.HERE;
            }
        }
    }

    /** Prints text up to its zero byte; where the next begins, negative when there is no zero byte. */
    private static int text(Sheet sheet, int at, int end) {
        for (int here = at; here < end; here++) {
            if (!sheet.has(here, 1)) {
                return -1;
            }
            int c = sheet.u8(here);
            if (c == 0) {
                return here + 1;
            }
            sheet.character(c);
        }
        return -1;
    }
}
