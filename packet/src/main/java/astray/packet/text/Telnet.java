package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** Telnet's commands at the beginning of a segment (RFC 854, 855), with options and their subnegotiation. */
final class Telnet {
    private static final int COMMAND = 255;
    private static final int DO_NOT = 254;
    private static final int WILL = 251;
    private static final int SUBNEGOTIATION = 250;
    private static final int SUBNEGOTIATION_END = 240;
    private static final int FIRST = 236;

    private static final int AUTHENTICATION = 37;
    private static final int ENCRYPTION = 38;

    private static final String[] COMMANDS = {
        "EOF", "SUSP", "ABORT", "EOR", "SE", "NOP", "DMARK", "BRK", "IP", "AO", "AYT", "EC", "EL", "GA", "SB", "WILL",
        "WONT", "DO", "DONT", "IAC"
    };
    private static final String[] OPTIONS = {
        "BINARY",
        "ECHO",
        "RCP",
        "SUPPRESS GO AHEAD",
        "NAME",
        "STATUS",
        "TIMING MARK",
        "RCTE",
        "NAOL",
        "NAOP",
        "NAOCRD",
        "NAOHTS",
        "NAOHTD",
        "NAOFFD",
        "NAOVTS",
        "NAOVTD",
        "NAOLFD",
        "EXTEND ASCII",
        "LOGOUT",
        "BYTE MACRO",
        "DATA ENTRY TERMINAL",
        "SUPDUP",
        "SUPDUP OUTPUT",
        "SEND LOCATION",
        "TERMINAL TYPE",
        "END OF RECORD",
        "TACACS UID",
        "OUTPUT MARKING",
        "TTYLOC",
        "3270 REGIME",
        "X.3 PAD",
        "NAWS",
        "TSPEED",
        "LFLOW",
        "LINEMODE",
        "XDISPLOC",
        "OLD-ENVIRON",
        "AUTHENTICATION",
        "ENCRYPT",
        "NEW-ENVIRON"
    };
    private static final String[] QUALIFIERS = {"IS", "SEND", "INFO"};

    /** RFC 2941 section 2. */
    private static final String[] AUTHENTICATION_COMMANDS = {"IS", "SEND", "REPLY", "NAME"};

    private static final @Nullable String[] AUTHENTICATION_TYPES = {
        "NULL",
        "KERBEROS_V4",
        "KERBEROS_V5",
        "SPX",
        "MINK",
        "SRP",
        "RSA",
        "SSL",
        null,
        null,
        "LOKI",
        "SSA",
        "KEA_SJ",
        "KEA_SJ_INTEG",
        "DSS",
        "NTLM"
    };

    /** RFC 2946 section 2. */
    private static final String[] ENCRYPTION_COMMANDS = {
        "IS", "SUPPORT", "REPLY", "START", "END", "REQUEST-START", "REQUEST-END", "END_KEYID", "DEC_KEYID"
    };

    private static final @Nullable String[] ENCRYPTION_TYPES = {
        "NULL",
        "DES_CFB64",
        "DES_OFB64",
        "DES3_CFB64",
        "DES3_OFB64",
        null,
        "CAST5_40_CFB64",
        "CAST5_40_OFB64",
        "CAST128_CFB64",
        "CAST128_OFB64"
    };

    private Telnet() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "telnet";
        int here = at;
        int end = at + length;
        boolean first = true;
        while (here < end && sheet.u8(here) == COMMAND) {
            int size = size(sheet, here, end - here);
            if (size < 0) {
                break;
            }
            sheet.text(first ? " [telnet " : ", ");
            first = false;
            command(sheet, here, size);
            here += size;
        }
        sheet.text(first ? "" : "]");
    }

    /** How long a command is; negative for none. */
    private static int size(Sheet sheet, int at, int length) {
        if (length < 2) {
            return -1;
        }
        int command = sheet.u8(at + 1);
        if (command < FIRST) {
            return -1;
        }
        if (command < SUBNEGOTIATION || command == COMMAND) {
            return 2;
        }
        if (length < 3) {
            return -1;
        }
        sheet.u8(at + 2);
        if (command != SUBNEGOTIATION) {
            return 3;
        }
        for (int i = 3; i + 1 < length; i++) {
            if (sheet.u8(at + i) == COMMAND && sheet.u8(at + i + 1) == SUBNEGOTIATION_END) {
                return i + 2;
            }
        }
        return -1;
    }

    private static void command(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int command = sheet.u8(at + 1);
        if (command == COMMAND) {
            line.text("IAC IAC");
            return;
        }
        line.text(COMMANDS[command - FIRST]);
        if (size == 2) {
            return;
        }
        int option = sheet.u8(at + 2);
        word(line, OPTIONS, option);
        if (command >= WILL && command <= DO_NOT) {
            return;
        }
        int here = at + 3;
        int end = at + size - 2;
        boolean two = option == AUTHENTICATION || option == ENCRYPTION;
        if (here < end) {
            word(
                    line,
                    option == AUTHENTICATION
                            ? AUTHENTICATION_COMMANDS
                            : option == ENCRYPTION ? ENCRYPTION_COMMANDS : QUALIFIERS,
                    sheet.u8(here));
            here++;
        }
        if (two && here < end) {
            word(line, option == AUTHENTICATION ? AUTHENTICATION_TYPES : ENCRYPTION_TYPES, sheet.u8(here));
            here++;
        }
        for (; here < end; here++) {
            hex(line.put(' '), sheet.u8(here));
        }
        line.text(" SE");
    }

    private static void word(Line line, @Nullable String[] words, int number) {
        line.put(' ');
        String word = number < words.length ? words[number] : null;
        if (word == null) {
            hex(line, number);
        } else {
            line.text(word);
        }
    }

    /** As printf(3)'s {@code %#x}: nothing in front of a zero. */
    private static void hex(Line line, int number) {
        line.text(number == 0 ? "" : "0x").hex(number);
    }
}
