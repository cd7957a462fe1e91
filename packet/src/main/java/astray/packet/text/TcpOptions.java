package astray.packet.text;

/** The options of a TCP header (RFC 9293, 7323, 2018, 5925, 7413, 8684 and older ones). */
final class TcpOptions {
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MAXIMUM_SEGMENT = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int SACK = 5;
    private static final int ECHO = 6;
    private static final int ECHO_REPLY = 7;
    private static final int TIMESTAMPS = 8;
    private static final int CC = 11;
    private static final int CC_NEW = 12;
    private static final int CC_ECHO = 13;
    private static final int SIGNATURE = 19;
    private static final int SCPS = 20;
    private static final int USER_TIMEOUT = 28;
    private static final int AUTHENTICATION = 29;
    private static final int MULTIPATH = 30;
    private static final int FAST_OPEN = 34;
    private static final int EXPERIMENT = 254;

    /** What tells Fast Open apart from other experiments (RFC 6994), before it had a number of its own. */
    private static final int FAST_OPEN_MAGIC = 0xf989;

    private TcpOptions() {}

    private static String name(int option) {
        return switch (option) {
            case END -> "eol";
            case NO_OPERATION -> "nop";
            case MAXIMUM_SEGMENT -> "mss";
            case WINDOW_SCALE -> "wscale";
            case SACK_PERMITTED -> "sackOK";
            case SACK -> "sack";
            case ECHO -> "echo";
            case ECHO_REPLY -> "echoreply";
            case TIMESTAMPS -> "TS";
            case CC -> "cc";
            case CC_NEW -> "ccnew";
            case CC_ECHO -> "ccecho";
            case SIGNATURE -> "md5";
            case SCPS -> "scps";
            case USER_TIMEOUT -> "uto";
            case AUTHENTICATION -> "tcp-ao";
            case MULTIPATH -> "mptcp";
            case FAST_OPEN -> "tfo";
            case EXPERIMENT -> "exp";
            default -> "unknown-";
        };
    }

    private static boolean isKnown(int option) {
        return !name(option).startsWith("unknown");
    }

    /** Prints them; whether the header goes on as it should. */
    static boolean print(Sheet sheet, int at, int length, int flags, int payload) {
        Line line = sheet.line;
        int end = at + length;
        int here = at;
        while (here < end) {
            if (here > at) {
                line.put(',');
            }
            int option = sheet.u8(here);
            boolean bare = option == END || option == NO_OPERATION;
            int size = bare ? 1 : sheet.u8(here + 1);
            if (!bare && (size < 2 || size > end - here)) {
                return bad(line, here > at);
            }
            line.text(name(option));
            if (!isKnown(option)) {
                line.number(option);
            }
            if (option == END) {
                return true;
            }
            if (bare) {
                here++;
                continue;
            }
            int used = body(sheet, option, here, size, end, flags, payload);
            if (used < 0) {
                return bad(line, here > at);
            }
            if (used + 2 != size) {
                line.text("[len ").number(size).put(']');
            }
            here += used + 2;
        }
        return true;
    }

    private static boolean bad(Line line, boolean behindOthers) {
        line.text("[bad opt]");
        if (behindOthers) {
            line.put(']');
        }
        return false;
    }

    /**
     * Prints what an option says, whose length may be another than it should be.
     *
     * @param end where the header ends
     * @return how many bytes of data it has by its kind; negative when it does not fit
     */
    private static int body(Sheet sheet, int option, int at, int size, int end, int flags, int payload) {
        Line line = sheet.line;
        int data = at + 2;
        int wanted = dataSize(option, size);
        if (wanted > end - data) {
            return -1;
        }
        switch (option) {
            case MAXIMUM_SEGMENT -> line.put(' ').number(sheet.be16(needed(sheet, data, wanted)));
            case WINDOW_SCALE -> line.put(' ').number(sheet.u8(needed(sheet, data, wanted)));
            case SACK_PERMITTED -> {
                // nothing more to say
            }
            case SACK -> sack(sheet, data, wanted);
            case ECHO, ECHO_REPLY, CC, CC_NEW, CC_ECHO -> line.put(' ').number(sheet.be32(needed(sheet, data, wanted)));
            case TIMESTAMPS -> {
                sheet.need(data, wanted);
                line.text(" val ").number(sheet.be32(data)).text(" ecr ").number(sheet.be32(data + 4));
            }
            case SIGNATURE -> {
                sheet.need(data, wanted);
                line.put(' ');
                if (!sheet.has(end, payload)) {
                    line.text("snaplen too short, ");
                } else {
                    line.text("shared secret not supplied with -M, ");
                }
                line.text("can't check - ");
                hex(sheet, data, wanted);
            }
            case SCPS -> {
                sheet.need(data, wanted);
                line.text(" cap ").hex(sheet.u8(data), 2).text(" id ").number(sheet.u8(data + 1));
            }
            case AUTHENTICATION -> authentication(sheet, data, wanted);
            case MULTIPATH -> {
                sheet.need(data, wanted);
                if (!Mptcp.print(sheet, at, size, flags)) {
                    return -1;
                }
                sheet.protocol = "tcp";
            }
            case FAST_OPEN -> {
                sheet.need(data, wanted);
                line.put(' ');
                fastOpen(sheet, data, wanted);
            }
            case USER_TIMEOUT -> {
                int timeout = sheet.be16(data);
                line.text(" 0x").hex(timeout);
                line.put(' ').number((timeout & 1) != 0 ? (timeout >> 1) * 60L : timeout >> 1);
            }
            case EXPERIMENT -> {
                sheet.need(data, wanted);
                return wanted < 2 ? -1 : experiment(sheet, data, wanted);
            }
            default -> {
                if (wanted > 0) {
                    line.text(" 0x");
                }
                hex(sheet, data, wanted);
            }
        }
        return wanted;
    }

    /** How many bytes of data an option has by its kind; those whose size varies have what is told. */
    private static int dataSize(int option, int size) {
        return switch (option) {
            case MAXIMUM_SEGMENT, SCPS, USER_TIMEOUT -> 2;
            case WINDOW_SCALE -> 1;
            case SACK_PERMITTED -> 0;
            case ECHO, ECHO_REPLY, CC, CC_NEW, CC_ECHO -> 4;
            case TIMESTAMPS -> 8;
            case SIGNATURE -> 16;
            default -> size - 2;
        };
    }

    private static int needed(Sheet sheet, int at, int count) {
        sheet.need(at, count);
        return at;
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
    }

    private static void sack(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size % 8 != 0) {
            line.text(" invalid sack");
            return;
        }
        line.put(' ').number(size / 8).put(' ');
        for (int i = 0; i < size; i += 8) {
            int left = sheet.s32(at + i);
            int right = sheet.s32(at + i + 4);
            if (sheet.streams.isTurned()) {
                left -= sheet.streams.acknowledged();
                right -= sheet.streams.acknowledged();
            }
            line.put('{')
                    .number(left & 0xffffffffL)
                    .put(':')
                    .number(right & 0xffffffffL)
                    .put('}');
        }
    }

    private static void authentication(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 2) {
            // RFC 5925 section 2.2: "The Length value MUST be greater than or equal to 4"
            sheet.invalid();
            return;
        }
        line.text(" keyid ").number(sheet.u8(at));
        line.text(" rnextkeyid ").number(sheet.u8(at + 1));
        if (size > 2) {
            line.text(" mac 0x");
            hex(sheet, at + 2, size - 2);
        }
    }

    private static int experiment(Sheet sheet, int at, int size) {
        int magic = sheet.be16(at);
        sheet.line.put('-');
        if (magic == FAST_OPEN_MAGIC) {
            sheet.text("tfo");
            fastOpen(sheet, at + 2, size - 2);
        } else {
            sheet.line.hex(magic, 4);
        }
        return size;
    }

    private static void fastOpen(Sheet sheet, int at, int size) {
        if (size == 0) {
            sheet.text(" cookiereq");
        } else if (size % 2 != 0 || size < 4 || size > 16) {
            sheet.invalid();
        } else {
            sheet.text(" cookie ");
            hex(sheet, at, size);
        }
    }
}
