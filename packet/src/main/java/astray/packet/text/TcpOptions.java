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
    private static final int EXPERIMENT = 253;
    private static final int EXPERIMENT_2 = 254;

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
            case EXPERIMENT, EXPERIMENT_2 -> "exp";
            default -> "unknown-";
        };
    }

    private static boolean isKnown(int option) {
        return !name(option).startsWith("unknown");
    }

    /** Prints them; whether the header goes on as it should. */
    static boolean print(Sheet sheet, int at, int length, int flags) {
        Line line = sheet.line;
        int end = at + length;
        String between = "";
        while (at < end) {
            line.text(between);
            between = ",";
            if (!sheet.has(at, 1)) {
                throw Truncated.HERE;
            }
            int option = sheet.u8(at);
            int size = 1;
            if (option != END && option != NO_OPERATION) {
                if (!sheet.has(at, 2) && at + 2 <= end) {
                    throw Truncated.HERE;
                }
                size = at + 2 <= end ? sheet.u8(at + 1) : 0;
            }
            line.text(name(option));
            if (!isKnown(option)) {
                line.number(option);
            }
            if (option == END) {
                return true;
            }
            if (option == NO_OPERATION) {
                at++;
                continue;
            }
            if (size < 2 || size > end - at) {
                line.text("[bad opt]]");
                return false;
            }
            if (!sheet.has(at, size)) {
                part(sheet, option, at, size, flags);
                throw Truncated.HERE;
            }
            if (!body(sheet, option, at, size, flags)) {
                // what follows an option of a wrong length cannot be trusted
                line.text("[bad opt]]");
                return false;
            }
            at += size;
        }
        return true;
    }

    /** What is printed of an option that was cut off. */
    private static void part(Sheet sheet, int option, int at, int size, int flags) {
        if (!body(sheet, option, at, size, flags)) {
            throw Truncated.HERE;
        }
    }

    /** Prints what an option says; false when its length is wrong. */
    private static boolean body(Sheet sheet, int option, int at, int size, int flags) {
        Line line = sheet.line;
        switch (option) {
            case MAXIMUM_SEGMENT -> {
                if (size != 4) {
                    return false;
                }
                line.put(' ').number(sheet.be16(at + 2));
            }
            case WINDOW_SCALE -> {
                if (size != 3) {
                    return false;
                }
                line.put(' ').number(sheet.u8(at + 2));
            }
            case SACK_PERMITTED -> {
                return size == 2;
            }
            case SACK -> {
                return sack(sheet, at, size);
            }
            case ECHO, ECHO_REPLY, CC, CC_NEW, CC_ECHO -> {
                if (size != 6) {
                    return false;
                }
                line.put(' ').number(sheet.be32(at + 2));
            }
            case TIMESTAMPS -> {
                if (size != 10) {
                    return false;
                }
                line.text(" val ").number(sheet.be32(at + 2)).text(" ecr ").number(sheet.be32(at + 6));
            }
            case SIGNATURE -> {
                if (size != 18) {
                    return false;
                }
                line.put(' ');
                hex(sheet, at + 2, 16);
            }
            case SCPS -> {
                if (size != 4) {
                    return false;
                }
                line.text(" cap ").hex(sheet.u8(at + 2), 2).text(" id ").number(sheet.u8(at + 3));
            }
            case AUTHENTICATION -> authentication(sheet, at, size);
            case MULTIPATH -> {
                return Mptcp.print(sheet, at, size, flags);
            }
            case FAST_OPEN -> {
                line.put(' ');
                fastOpen(sheet, at + 2, size - 2);
            }
            case USER_TIMEOUT -> {
                if (size != 4) {
                    return false;
                }
                int timeout = sheet.be16(at + 2);
                line.text(" 0x").hex(timeout);
                line.text(" ")
                        .number((timeout & 0x7fff) * ((timeout & 0x8000) != 0 ? 60L : 1))
                        .text("s");
            }
            case EXPERIMENT, EXPERIMENT_2 -> experiment(sheet, at, size);
            default -> {
                line.text(" 0x");
                hex(sheet, at + 2, size - 2);
            }
        }
        return true;
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
    }

    private static boolean sack(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int blocks = size - 2;
        if (blocks % 8 != 0) {
            line.text(" malformed sack ");
            return false;
        }
        line.put(' ').number(blocks / 8).put(' ');
        for (int i = 0; i < blocks; i += 8) {
            int left = sheet.s32(at + 2 + i);
            int right = sheet.s32(at + 6 + i);
            if (sheet.streams.isRelative()) {
                left -= sheet.streams.acknowledged();
                right -= sheet.streams.acknowledged();
            }
            line.put('{')
                    .number(left & 0xffffffffL)
                    .put(':')
                    .number(right & 0xffffffffL)
                    .put('}');
        }
        return true;
    }

    private static void authentication(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 4) {
            line.text("[len ").number(size).put(']');
            return;
        }
        line.text(" keyid ").number(sheet.u8(at + 2)).text(" rnextkeyid ").number(sheet.u8(at + 3));
        if (size > 4) {
            line.text(" mac 0x");
            hex(sheet, at + 4, size - 4);
        }
    }

    private static void experiment(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 4) {
            line.text("[len ").number(size).put(']');
            return;
        }
        int magic = sheet.be16(at + 2);
        line.put('-');
        if (magic == 0xf989) {
            // Fast Open before it had a number of its own (RFC 7413 appendix)
            line.text("tfo");
            if (size > 4) {
                line.put(' ');
                fastOpen(sheet, at + 4, size - 4);
            } else {
                line.put(' ');
                fastOpen(sheet, at + 4, 0);
            }
            return;
        }
        line.text("0x").hex(magic, 4);
        if (size > 4) {
            line.put('-').text("0x");
            hex(sheet, at + 4, size - 4);
        }
    }

    private static void fastOpen(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size == 0) {
            line.text("cookiereq");
            return;
        }
        if ((size & 1) != 0 || size < 4 || size > 16) {
            line.text("nocookie[len ").number(size).put(']');
            return;
        }
        line.text("cookie ");
        hex(sheet, at, size);
    }
}
