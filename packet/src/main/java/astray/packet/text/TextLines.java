package astray.packet.text;

/** Protocols whose messages are lines of text: their first line, or with {@code -v} all lines that can be printed. */
final class TextLines {
    private static final String[] HTTP = {
        "GET",
        "POST",
        "HEAD",
        "PUT",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PATCH",
        "PROPFIND",
        "PROPPATCH",
        "MKCOL",
        "COPY",
        "MOVE",
        "LOCK",
        "UNLOCK",
        "NOTIFY",
        "M-SEARCH",
        "SEARCH",
        "SUBSCRIBE",
        "UNSUBSCRIBE",
        "MERGE",
        "REPORT"
    };
    private static final String[] SMTP = {
        "HELO",
        "EHLO",
        "MAIL",
        "RCPT",
        "DATA",
        "RSET",
        "VRFY",
        "EXPN",
        "HELP",
        "NOOP",
        "QUIT",
        "SEND",
        "SOML",
        "SAML",
        "TURN",
        "STARTTLS",
        "AUTH"
    };
    private static final String[] FTP = {
        "ACCT", "APPE", "CWD", "DELE", "EPRT", "EPSV", "FEAT", "LIST", "MDTM", "MKD", "MODE", "NLST", "NOOP", "PASS",
        "PASV", "PORT", "PWD", "QUIT", "REIN", "REST", "RETR", "RMD", "RNFR", "RNTO", "SITE", "SIZE", "STAT", "STOR",
        "STRU", "SYST", "TYPE", "USER"
    };

    /** RFC 2326 section 10. */
    private static final String[] RTSP = {
        "OPTIONS",
        "DESCRIBE",
        "ANNOUNCE",
        "SETUP",
        "PLAY",
        "PAUSE",
        "TEARDOWN",
        "GET_PARAMETER",
        "SET_PARAMETER",
        "REDIRECT",
        "RECORD"
    };

    /** RFC 3261 section 7.1 and later ones. */
    private static final String[] SIP = {
        "ACK",
        "BYE",
        "CANCEL",
        "DO",
        "INFO",
        "INVITE",
        "MESSAGE",
        "NOTIFY",
        "OPTIONS",
        "PRACK",
        "QAUTH",
        "REFER",
        "REGISTER",
        "SPRACK",
        "SUBSCRIBE",
        "UPDATE",
        "PUBLISH"
    };

    private TextLines() {}

    static void http(Sheet sheet, int at, int length) {
        print(sheet, "http", "HTTP", HTTP, "HTTP/", at, length);
    }

    static void rtsp(Sheet sheet, int at, int length) {
        print(sheet, "rtsp", "RTSP", RTSP, "RTSP/", at, length);
    }

    /** SIP, above UDP: no colon follows a length. */
    static void sip(Sheet sheet, int at, int length) {
        message(sheet, "sip", "SIP", SIP, "SIP/", at, length);
    }

    static void smtp(Sheet sheet, int at, int length) {
        print(sheet, "smtp", "SMTP", SMTP, "", at, length);
    }

    static void ftp(Sheet sheet, int at, int length) {
        print(sheet, "ftp", "FTP", FTP, "", at, length);
    }

    /** Questions and answers that follow no rule but that they are lines (RFC 3912). */
    static void whois(Sheet sheet, int at, int length) {
        print(sheet, "whois", "WHOIS", new String[0], "", at, length);
    }

    /** SSH's first line, the only one that is text (RFC 4253 section 4.2). */
    static void ssh(Sheet sheet, int at, int length) {
        if (length < 4 || !starts(sheet, at, "SSH-")) {
            return;
        }
        sheet.protocol = "ssh";
        sheet.text(": SSH: ");
        line(sheet, at, length);
    }

    private static void print(
            Sheet sheet, String protocol, String name, String[] commands, String answer, int at, int length) {
        sheet.text(": ");
        message(sheet, protocol, name, commands, answer, at, length);
    }

    private static void message(
            Sheet sheet, String protocol, String name, String[] commands, String answer, int at, int length) {
        sheet.protocol = protocol;
        boolean text = commands.length == 0 || isText(sheet, commands, answer, at, length);
        sheet.text(name);
        if (!text) {
            if (sheet.v > 0) {
                sheet.text(", length: ").number(length);
            }
            return;
        }
        if (sheet.v == 0) {
            sheet.text(": ");
            line(sheet, at, length);
            return;
        }
        sheet.text(", length: ").number(length);
        int here = at;
        int end = at + length;
        while (here < end) {
            int before = sheet.line.length();
            sheet.text("\n\t");
            int next = line(sheet, here, end - here);
            if (next <= here) {
                sheet.line.cut(before);
                return;
            }
            here = next;
        }
    }

    private static boolean starts(Sheet sheet, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!sheet.has(at + i, 1) || Character.toUpperCase(sheet.u8(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A command that is known, or an answer: a word and a number, or the number alone. */
    private static boolean isText(Sheet sheet, String[] commands, String answer, int at, int length) {
        for (String command : commands) {
            if (length > command.length() && starts(sheet, at, command) && isEnd(sheet, at + command.length())) {
                return true;
            }
        }
        if (!answer.isEmpty()) {
            return starts(sheet, at, answer);
        }
        return length >= 4
                && sheet.has(at, 4)
                && isDigit(sheet, at)
                && isDigit(sheet, at + 1)
                && isDigit(sheet, at + 2)
                && (sheet.u8(at + 3) == ' ' || sheet.u8(at + 3) == '-');
    }

    private static boolean isDigit(Sheet sheet, int at) {
        return sheet.u8(at) >= '0' && sheet.u8(at) <= '9';
    }

    private static boolean isEnd(Sheet sheet, int at) {
        return sheet.has(at, 1) && (sheet.u8(at) == ' ' || sheet.u8(at) == '\r' || sheet.u8(at) == '\n');
    }

    /** Prints a line; where the next begins, or the same place when this is none that can be printed. */
    private static int line(Sheet sheet, int at, int length) {
        for (int i = 0; i < length; i++) {
            int c = sheet.u8(at + i);
            if (c == '\n') {
                return at + i + 1;
            }
            if (c == '\r') {
                if (i + 1 < length && sheet.has(at + i + 1, 1) && sheet.u8(at + i + 1) == '\n') {
                    return at + i + 2;
                }
                return at;
            }
            if ((c < 0x20 || c >= 0x7f) && c != '\t') {
                return at;
            }
            sheet.printable(c);
        }
        return at + length;
    }
}
