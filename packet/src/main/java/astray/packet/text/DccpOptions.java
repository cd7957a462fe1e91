package astray.packet.text;

/** The options of the Datagram Congestion Control Protocol (RFC 4340 section 5.8). */
final class DccpOptions {
    private static final int FIRST_WITH_LENGTH = 32;
    private static final int FIRST_OF_CCID = 128;

    private static final Table NAMES = Table.of("""
            0 nop
            1 mandatory
            2 slowreceiver
            32 change_l
            33 confirm_l
            34 change_r
            35 confirm_r
            36 initcookie
            37 ndp_count
            38 ack_vector0
            39 ack_vector1
            40 data_dropped
            41 timestamp
            42 timestamp_echo
            43 elapsed_time
            44 data_checksum
            """);

    /** Section 6.4. */
    private static final String[] FEATURES = {
        "reserved",
        "ccid",
        "allow_short_seqno",
        "sequence_window",
        "ecn_incapable",
        "ack_ratio",
        "send_ack_vector",
        "send_ndp_count",
        "minimum_csum_coverage",
        "check_data_checksum"
    };

    private DccpOptions() {}

    /** Prints the options; false when one makes no sense. */
    static boolean print(Sheet sheet, int at, int end) {
        int here = at;
        while (true) {
            int size = option(sheet, here, end - here);
            if (size == 0) {
                return false;
            }
            here += size;
            if (here >= end) {
                return true;
            }
            sheet.text(", ");
        }
    }

    /** Prints an option; its length, 0 when it makes no sense. */
    private static int option(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        int type = sheet.u8(at);
        if (type >= FIRST_OF_CCID) {
            line.text("CCID option ").number(type);
        } else {
            line.text(NAMES.orNumber(type, "option-type-"));
        }
        int size = 1;
        if (type >= FIRST_WITH_LENGTH) {
            size = sheet.u8(at + 1);
            if (size < 2) {
                return wrong(sheet, "optlen", size, "<", 2);
            }
        }
        if (rest < size) {
            return wrong(sheet, "remaining length", rest, "<", size);
        }
        if (type >= FIRST_OF_CCID) {
            number(sheet, at, size);
            return size;
        }
        return switch (type) {
            case 0, 1, 2 -> size;
            case 32, 34 -> size < 4 ? wrong(sheet, "optlen", size, "<", 4) : feature(sheet, at, size);
            case 33, 35 -> size < 3 ? wrong(sheet, "optlen", size, "<", 3) : feature(sheet, at, size);
            case 36, 38, 39, 40 -> size < 3 ? wrong(sheet, "optlen", size, "<", 3) : bytes(sheet, at, size);
            case 37 -> {
                if (size < 3) {
                    yield wrong(sheet, "optlen", size, "<", 3);
                }
                if (size > 8) {
                    yield wrong(sheet, "optlen", size, ">", 8);
                }
                numbers(sheet, at + 2, size - 2);
                yield size;
            }
            case 41 -> {
                if (size != 6) {
                    yield wrong(sheet, "optlen", size, "!=", 6);
                }
                number(sheet, at, size);
                yield size;
            }
            case 42 -> echo(sheet, at, size);
            case 43 -> {
                if (size != 4 && size != 6) {
                    line.text(" [optlen != 4 or 6]");
                    yield 0;
                }
                number(sheet, at, size);
                yield size;
            }
            case 44 -> size != 6 ? wrong(sheet, "optlen", size, "!=", 6) : bytes(sheet, at, size);
            default -> 0;
        };
    }

    private static int wrong(Sheet sheet, String what, int value, String relation, int limit) {
        sheet.text(" [")
                .text(what)
                .put(' ')
                .number(value)
                .put(' ')
                .text(relation)
                .put(' ');
        sheet.line.number(limit).put(']');
        return 0;
    }

    private static void number(Sheet sheet, int at, int size) {
        switch (size) {
            case 4 -> sheet.text(" ").number(sheet.be16(at + 2));
            case 6 -> sheet.text(" ").number(sheet.be32(at + 2));
            default -> bytes(sheet, at, size);
        }
    }

    private static int bytes(Sheet sheet, int at, int size) {
        sheet.text(" 0x");
        for (int i = 2; i < size; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
        return size;
    }

    private static void numbers(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.text(" ").number(sheet.u8(at + i));
        }
    }

    private static int feature(Sheet sheet, int at, int size) {
        int feature = sheet.u8(at + 2);
        sheet.text(" ");
        sheet.text(feature < FEATURES.length ? FEATURES[feature] : "feature-number-" + feature + " (invalid)");
        numbers(sheet, at + 3, size - 3);
        return size;
    }

    /** Section 13.3. */
    private static int echo(Sheet sheet, int at, int size) {
        if (size != 6 && size != 8 && size != 10) {
            sheet.text(" [optlen != 6 or 8 or 10]");
            return 0;
        }
        sheet.text(" ").number(sheet.be32(at + 2));
        if (size > 6) {
            long elapsed = size == 8 ? sheet.be16(at + 6) : sheet.be32(at + 6);
            sheet.text(" (elapsed time ").number(elapsed).put(')');
        }
        return size;
    }
}
