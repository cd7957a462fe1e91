package astray.packet.text;

/** Kerberos: the fourth version (Project Athena's technical plan, section E.2.1) and the name of the fifth. */
final class Kerberos {
    private static final int KDC_REQUEST = 2;
    private static final int KDC_REPLY = 4;
    private static final int APPLICATION_REQUEST = 6;
    private static final int ERROR_REPLY = 10;

    private static final Table MESSAGES = Table.of("""
            2 KDC_REQUEST
            4 KDC_REPLY
            6 APPL_REQUEST
            8 APPL_REQUEST_MUTUAL
            10 ERR_REPLY
            12 PRIVATE
            14 SAFE
            16 APPL_ERR
            126 DIE
            """);

    private static final Table ERRORS = Table.of("""
            0 OK
            1 NAME_EXP
            2 SERVICE_EXP
            3 AUTH_EXP
            4 PKT_VER
            5 NAME_MAST_KEY_VER
            6 SERV_MAST_KEY_VER
            7 BYTE_ORDER
            8 PRINCIPAL_UNKNOWN
            9 PRINCIPAL_NOT_UNIQUE
            10 NULL_KEY
            """);

    private final Sheet sheet;
    private final Line line;
    private int here;

    private Kerberos(Sheet sheet, int at) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.here = at;
    }

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "kerberos";
        line.text("kerberos");
        int version = sheet.u8(at);
        switch (version) {
            case 1, 2, 3 -> line.text(" v").number(version);
            case 4 -> {
                line.text(" v4");
                new Kerberos(sheet, at).message(at);
            }
            // the tags of a request and a reply of version 5 (RFC 4120 section 5.4)
            case 106, 107 -> line.text(" v5");
            default -> {
                // something else
            }
        }
    }

    private void message(int at) {
        int type = sheet.u8(at + 1);
        boolean little = (type & 1) != 0;
        line.text(little ? " le " : " be ")
                .text(MESSAGES.orNumber(type & 0xfe, "#"))
                .text(": ");
        here += 2;
        switch (type & 0xfe) {
            case KDC_REQUEST -> {
                name();
                int lifetime = sheet.u8(here + 4);
                line.put(' ').number(lifetime * 5L).text("min ");
                here += 5;
                text();
                line.put('.');
                text();
            }
            case KDC_REPLY -> {
                name();
                int length = number(little, here + 10);
                line.text(" (").number(length).put(')');
            }
            case APPLICATION_REQUEST -> {
                line.put('v').number(sheet.u8(here)).put(' ');
                here++;
                text();
                line.text(" (").number(sheet.u8(here));
                line.put(')');
                int authenticator = sheet.u8(here + 1);
                line.text(" (").number(authenticator).put(')');
            }
            case ERROR_REPLY -> {
                name();
                int error = number(little, here + 4);
                line.put(' ').text(ERRORS.orNumber(error, "#")).put(' ');
                here += 8;
                text();
            }
            default -> line.text("(unknown)");
        }
    }

    private int number(boolean little, int at) {
        return little ? sheet.le16(at) : sheet.be16(at);
    }

    /** Name, instance and realm of a principal. */
    private void name() {
        text();
        line.put('.');
        text();
        line.put('@');
        text();
    }

    /** A text up to a zero byte. */
    private void text() {
        int c = sheet.u8(here);
        while (c != 0) {
            sheet.character(c);
            here++;
            c = sheet.u8(here);
        }
        here++;
    }
}
