package astray.packet.text;

/** Syslog over UDP (RFC 5426; RFC 3164 and 5424 have the same priority in front). */
final class Syslog {
    private static final int MOST_DIGITS = 3;

    private static final String[] SEVERITIES = {
        "emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"
    };
    private static final String[] FACILITIES = {
        "kernel",
        "user",
        "mail",
        "daemon",
        "auth",
        "syslog",
        "lpr",
        "news",
        "uucp",
        "cron",
        "authpriv",
        "ftp",
        "ntp",
        "security",
        "console",
        "cron",
        "local0",
        "local1",
        "local2",
        "local3",
        "local4",
        "local5",
        "local6",
        "local7"
    };

    private Syslog() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "syslog";
        if (sheet.u8(at) != '<') {
            sheet.invalid();
            return;
        }
        int digits = 0;
        int priority = 0;
        while (digits < MOST_DIGITS && isDigit(sheet.u8(at + 1 + digits))) {
            priority = priority * 10 + sheet.u8(at + 1 + digits) - '0';
            digits++;
        }
        if (sheet.u8(at + 1 + digits) != '>') {
            sheet.invalid();
            return;
        }
        int facility = priority >> 3;
        int severity = priority & 7;
        if (sheet.v == 0) {
            line.text("SYSLOG ");
            facility(line, facility);
            line.put('.').text(SEVERITIES[severity]).text(", length: ").number(length);
            return;
        }
        line.text("SYSLOG, length: ").number(length).text("\n\tFacility ");
        facility(line, facility);
        line.text(" (").number(facility).text("), Severity ").text(SEVERITIES[severity]);
        line.text(" (").number(severity).text(")\n\tMsg: ");
        int head = digits + 2;
        if (length > head) {
            sheet.exactly(at + head, length - head);
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t", at, length);
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static void facility(Line line, int facility) {
        if (facility < FACILITIES.length) {
            line.text(FACILITIES[facility]);
        } else {
            line.text("unknown (").number(facility).put(')');
        }
    }
}
