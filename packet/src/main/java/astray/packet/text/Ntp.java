package astray.packet.text;

/** NTP (RFC 5905, 1305) and its control messages (RFC 9327). */
final class Ntp {
    private static final int STATUS = 0;
    private static final int STRATUM = 1;
    private static final int POLL = 2;
    private static final int PRECISION = 3;
    private static final int ROOT_DELAY = 4;
    private static final int ROOT_DISPERSION = 8;
    private static final int REFERENCE = 12;
    private static final int REFERENCE_TIME = 16;
    private static final int ORIGIN_TIME = 24;
    private static final int RECEIVE_TIME = 32;
    private static final int TRANSMIT_TIME = 40;
    private static final int HEADER = 48;

    /** How long a key's number is. */
    private static final int KEY = 4;

    private static final int CONTROL_HEADER = 12;

    private static final int UNSPECIFIED = 0;
    private static final int PRIMARY = 1;
    private static final int INFO_QUERY = 62;
    private static final int INFO_REPLY = 63;

    private static final int CONTROL = 6;
    private static final int PRIVATE = 7;

    private static final String[] MODES = {
        "unspecified",
        "symmetric active",
        "symmetric passive",
        "Client",
        "Server",
        "Broadcast",
        "Control Message",
        "Reserved"
    };
    private static final String[] LEAPS = {"", "+1s", "-1s", "clock unsynchronized"};

    private Ntp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ntp";
        int status = sheet.u8(at + STATUS);
        int mode = status & 7;
        line.text("NTPv").number(status >> 3 & 7).text(", ").text(MODES[mode]);
        line.text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        // the field is printed where it stands, in the two highest bits
        line.text("\n\tLeap indicator: ").text(LEAPS[status >> 6]).text(" (").number(status & 0xc0);
        line.put(')');
        if (mode == CONTROL) {
            control(sheet, at, length);
        } else if (mode != PRIVATE) {
            time(sheet, at, length, status >> 3 & 7);
        }
    }

    private static void time(Sheet sheet, int at, int length, int version) {
        Line line = sheet.line;
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            sheet.need(at, length);
            return;
        }
        int stratum = sheet.u8(at + STRATUM);
        line.text(", Stratum ").number(stratum).text(" (");
        line.text(
                stratum == UNSPECIFIED
                        ? "unspecified"
                        : stratum == PRIMARY
                                ? "primary reference"
                                : stratum <= 15 ? "secondary reference" : "reserved");
        int poll = (byte) sheet.u8(at + POLL);
        line.text("), poll ").number(poll);
        if (Math.abs(poll) < 32) {
            line.text(poll < 0 ? " (1/" : " (").number(1L << Math.abs(poll)).text("s)");
        }
        int precision = (byte) sheet.u8(at + PRECISION);
        line.text(", precision ").number(precision).text("\n\tRoot Delay: ");
        fixed(sheet, at + ROOT_DELAY);
        line.text(", Root dispersion: ");
        fixed(sheet, at + ROOT_DISPERSION);
        line.text(", Reference-ID: ");
        if (!reference(sheet, at + REFERENCE, stratum)) {
            return;
        }
        line.text("\n\t  Reference Timestamp:  ");
        NtpTime.print(sheet, at + REFERENCE_TIME);
        line.text("\n\t  Origin Timestamp:     ");
        NtpTime.print(sheet, at + ORIGIN_TIME);
        line.text("\n\t  Receive Timestamp:    ");
        NtpTime.print(sheet, at + RECEIVE_TIME);
        line.text("\n\t  Transmit Timestamp:   ");
        NtpTime.print(sheet, at + TRANSMIT_TIME);
        line.text("\n\t    Originator - Receive Timestamp:  ");
        difference(sheet, at + ORIGIN_TIME, at + RECEIVE_TIME);
        line.text("\n\t    Originator - Transmit Timestamp: ");
        difference(sheet, at + ORIGIN_TIME, at + TRANSMIT_TIME);
        int extensions = version == 4 ? NtpExtensions.print(sheet, at + HEADER, length - HEADER) : 0;
        trailer(sheet, at + HEADER + extensions, length - HEADER - extensions);
    }

    /** What the clock is set by, whose form depends on the stratum; false when nothing more follows. */
    private static boolean reference(Sheet sheet, int at, int stratum) {
        Line line = sheet.line;
        switch (stratum) {
            case UNSPECIFIED -> {
                // a kiss code says why no time is told (RFC 5905 section 7.4)
                int first = sheet.u8(at);
                if (first >= 0x20 && first < 0x7f) {
                    sheet.exactly(at, 4);
                } else {
                    line.text("(unspec)");
                    sheet.need(at, 4);
                }
            }
            case PRIMARY -> sheet.exactly(at, 4);
            case INFO_QUERY, INFO_REPLY -> {
                sheet.host4(at);
                line.text(stratum == INFO_QUERY ? " INFO_QUERY" : " INFO_REPLY");
                return false;
            }
            default -> {
                long id = sheet.be32(at);
                line.text("0x").hex(id, 8);
            }
        }
        return true;
    }

    /** A key and a digest, by the length that is left (RFC 5905 section 7.3). */
    private static void trailer(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        switch (rest) {
            case 0 -> {
                // neither
            }
            case KEY, KEY + 16, KEY + 20 -> {
                long key = sheet.be32(at);
                line.text("\n\tKey id: ").number(key);
                if (rest > KEY) {
                    sheet.need(at, rest);
                    line.text("\n\tAuthentication: ");
                    for (int i = KEY; i < rest; i += 4) {
                        line.hex(sheet.be32(at + i), 8);
                    }
                }
            }
            default -> line.text("\n\t(").number(rest).text(" more bytes after the header and extension fields)");
        }
    }

    private static void control(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < CONTROL_HEADER) {
            sheet.invalid("length", length, "<", CONTROL_HEADER);
            sheet.need(at, length);
            return;
        }
        int bits = sheet.u8(at + 1);
        line.text((bits & 0x80) != 0 ? ", Response" : ", Request");
        line.text((bits & 0x40) != 0 ? ", Error" : ", OK");
        line.text((bits & 0x20) != 0 ? ", More" : ", Last");
        line.text(", OpCode=").number(bits & 0x1f);
        line.text("\n\tSequence=").number(sheet.be16(at + 2));
        int status = sheet.be16(at + 4);
        line.text(", Status=").text(status == 0 ? "" : "0x").hex(status);
        line.text(", Assoc.=").number(sheet.be16(at + 6));
        line.text(", Offset=").number(sheet.be16(at + 8));
        int count = sheet.be16(at + 10);
        line.text(", Count=").number(count);
        if (CONTROL_HEADER + count > length) {
            sheet.invalid("length", length, "<", CONTROL_HEADER + count);
            sheet.need(at, length);
            return;
        }
        if (count != 0) {
            sheet.need(at + CONTROL_HEADER, count);
            line.text("\n\tTO-BE-DONE: data not interpreted");
        }
    }

    /** Seconds with a binary fraction of 16 bits, cut to microseconds. */
    private static void fixed(Sheet sheet, int at) {
        int seconds = sheet.be16(at);
        long micros = sheet.be16(at + 2) * 1_000_000L >> 16;
        sheet.line.number(seconds).put('.').padded(micros, 6);
    }

    /** How much later the second time is than the first; where that is not set, the second itself. */
    private static void difference(Sheet sheet, int first, int second) {
        long before = sheet.be64(first);
        long after = sheet.be64(second);
        if (before == 0) {
            NtpTime.print(sheet, second);
            return;
        }
        boolean later = Long.compareUnsigned(after, before) > 0;
        long span = later ? after - before : before - after;
        double fraction = (span & 0xffffffffL) / 4_294_967_296.0;
        Line line = sheet.line.put(later ? '+' : '-').number(span >>> 32);
        line.put('.').padded((long) (fraction * 1_000_000_000.0), 9);
    }
}
