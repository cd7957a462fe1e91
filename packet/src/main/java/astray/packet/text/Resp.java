package astray.packet.text;

/** Redis' serialization protocol (redis.io, "Redis serialization protocol specification", version 2). */
final class Resp {
    private static final int NONE = -1;
    private static final int CUT = -2;
    private static final int TOO_LARGE = -3;
    private static final int NEGATIVE = -4;
    private static final int INVALID = -5;

    /** Arrays in arrays: what is deeper is taken for cut off. */
    private static final int DEEPEST = 32;

    private final Sheet sheet;
    private final int end;

    /** Where what was read last ends. */
    private int here;

    private Resp(Sheet sheet, int at, int length) {
        this.sheet = sheet;
        this.here = at;
        this.end = at + length;
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "resp";
        sheet.text(": RESP");
        Resp values = new Resp(sheet, at, length);
        while (values.here < values.end) {
            values.value(0);
        }
    }

    private void value(int depth) {
        if (here >= end || depth > DEEPEST) {
            throw Truncated.HERE;
        }
        switch (sheet.u8(here)) {
            case '+', '-', ':' -> simple();
            case '$' -> bulk();
            case '*' -> array(depth);
            default -> inline();
        }
    }

    private void simple() {
        int at = ++here;
        skipToLineEnd();
        quoted(at, here);
        here += 2;
    }

    private void bulk() {
        here++;
        int size = length();
        if (size < 0) {
            unusual(size);
            return;
        }
        if (size == 0) {
            sheet.text(" empty");
        } else {
            if (end - here < size) {
                throw Truncated.HERE;
            }
            sheet.need(here, size);
            quoted(here, here + size);
            here += size;
        }
        skipToLineEnd();
        here += 2;
    }

    private void array(int depth) {
        here++;
        int count = length();
        if (count == 0) {
            sheet.text(" empty");
        } else if (count < 0) {
            unusual(count);
        }
        // each value takes a byte at least, or ends the printing
        for (int i = 0; i < count; i++) {
            value(depth + 1);
        }
    }

    private void unusual(int size) {
        switch (size) {
            case NONE -> sheet.text(" null");
            case CUT -> throw Truncated.HERE;
            case TOO_LARGE -> sheet.text(" length too large");
            case NEGATIVE -> sheet.text(" length negative and not -1");
            default -> sheet.text(" invalid");
        }
    }

    /** A command as a person types it: a line. */
    private void inline() {
        skipLineEnds();
        int at = here;
        while (true) {
            if (here >= end) {
                throw Truncated.HERE;
            }
            if (isLineEnd()) {
                break;
            }
            here++;
        }
        quoted(at, here);
        skipLineEnds();
    }

    private boolean isLineEnd() {
        int c = sheet.u8(here);
        return c == '\r' || c == '\n';
    }

    /** Skips line ends where there are some. */
    private void skipLineEnds() {
        boolean any = false;
        while (here < end && sheet.has(here, 1)) {
            if (!isLineEnd()) {
                return;
            }
            any = true;
            here++;
        }
        if (!any) {
            throw Truncated.HERE;
        }
    }

    private void skipToLineEnd() {
        while (true) {
            if (end - here < 2) {
                throw Truncated.HERE;
            }
            sheet.need(here, 2);
            if (sheet.u8(here) == '\r' && sheet.u8(here + 1) == '\n') {
                return;
            }
            here++;
        }
    }

    private void quoted(int from, int to) {
        sheet.text(" \"");
        sheet.exactly(from, to - from);
        sheet.text("\"");
    }

    /** A length and its line end; below zero for what is none. */
    private int length() {
        if (here >= end) {
            return CUT;
        }
        boolean negative = sheet.u8(here) == '-';
        if (negative) {
            here++;
        }
        long value = 0;
        boolean digits = false;
        boolean tooLarge = false;
        while (true) {
            if (here >= end) {
                return CUT;
            }
            int c = sheet.u8(here);
            if (c < '0' || c > '9') {
                break;
            }
            value = value * 10 + c - '0';
            if (value > Integer.MAX_VALUE) {
                tooLarge = true;
                value = 0;
            }
            digits = true;
            here++;
        }
        if (!digits || sheet.u8(here) != '\r') {
            here++;
            return INVALID;
        }
        here++;
        if (here >= end) {
            return CUT;
        }
        if (sheet.u8(here++) != '\n') {
            return INVALID;
        }
        if (negative) {
            return tooLarge || value != 1 ? NEGATIVE : NONE;
        }
        return tooLarge ? TOO_LARGE : (int) value;
    }
}
