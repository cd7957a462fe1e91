package astray.packet.text;

import astray.packet.text.Ber.Kind;

/** SNMP: version 1 (RFC 1157), 2c (RFC 1901, 3416) and 3 with the user-based security model (RFC 3412, 3414). */
final class Snmp {
    private static final int VERSION_1 = 0;
    private static final int VERSION_2C = 1;
    private static final int VERSION_3 = 3;

    private static final int GET = 0;
    private static final int GET_NEXT = 1;
    private static final int RESPONSE = 2;
    private static final int TRAP = 4;
    private static final int GET_BULK = 5;

    private static final int USER_BASED = 3;
    private static final int ENTERPRISE_SPECIFIC = 6;

    private static final byte[] PUBLIC = {'p', 'u', 'b', 'l', 'i', 'c'};

    private static final String[] ERRORS = {
        "noError",
        "tooBig",
        "noSuchName",
        "badValue",
        "readOnly",
        "genErr",
        "noAccess",
        "wrongType",
        "wrongLength",
        "wrongEncoding",
        "wrongValue",
        "noCreation",
        "inconsistentValue",
        "resourceUnavailable",
        "commitFailed",
        "undoFailed",
        "authorizationError",
        "notWritable",
        "inconsistentName"
    };
    private static final String[] TRAPS = {
        "coldStart", "warmStart", "linkDown", "linkUp", "authenticationFailure", "egpNeighborLoss", "enterpriseSpecific"
    };

    private final Sheet sheet;
    private final Line line;
    private final Ber ber;

    /** What is still to be parsed of the innermost structure. */
    private int here;

    private int rest;

    private Snmp(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.ber = new Ber(sheet);
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "snmp";
        sheet.text(" ");
        new Snmp(sheet).message(at, length);
    }

    /** Takes the next value, of one kind; false when it is none or another, which is printed. */
    private boolean take(Kind kind, String complaint) {
        int count = ber.parse(here, rest);
        if (count < 0) {
            return false;
        }
        if (ber.kind != kind) {
            line.text(complaint);
            ber.print();
            return false;
        }
        here += count;
        rest -= count;
        return true;
    }

    /** Goes into the structure that was taken; what stands behind it is printed as too much. */
    private void enter(String complaint) {
        if (rest > 0 && !complaint.isEmpty()) {
            line.put('[').number(rest).text(complaint);
        }
        here = ber.at;
        rest = ber.size;
    }

    private void message(int at, int length) {
        here = at;
        rest = length;
        if (!take(Kind.SEQUENCE, "[!init SEQ]")) {
            return;
        }
        enter(" extra after iSEQ]");
        if (!take(Kind.INTEGER, "[version!=INT]")) {
            return;
        }
        int version = (int) ber.number;
        if (version != VERSION_1 && version != VERSION_2C && version != VERSION_3) {
            line.text("SNMP [version = ").number(version).put(']');
            return;
        }
        boolean verbose = sheet.v > 0;
        if (verbose) {
            line.text(version == VERSION_1 ? "{ SNMPv1 " : version == VERSION_2C ? "{ SNMPv2c " : "{ SNMPv3 ");
        }
        if (version == VERSION_3) {
            secured();
        } else {
            community(version);
        }
        line.text(verbose ? "} " : "");
    }

    private void community(int version) {
        if (!take(Kind.STRING, "[comm!=STR]")) {
            return;
        }
        boolean usual = ber.size == PUBLIC.length;
        for (int i = 0; usual && i < PUBLIC.length; i++) {
            usual = sheet.u8(ber.at + i) == PUBLIC[i];
        }
        if (!usual) {
            line.text("C=");
            ber.printString();
            line.put(' ');
        }
        pdu(version);
    }

    private void pdu(int version) {
        int count = ber.parse(here, rest);
        if (count < 0) {
            return;
        }
        if (ber.kind != Kind.PDU) {
            line.text("[no PDU]");
            return;
        }
        here += count;
        rest -= count;
        enter(" extra after PDU]");
        int type = ber.id;
        line.text(sheet.v > 0 ? "{ " : "");
        ber.print();
        line.put(' ');
        if (version == VERSION_1 && type >= GET_BULK) {
            line.text("[v2 PDU in v1 message]");
            return;
        }
        if (version == VERSION_2C && type == TRAP) {
            line.text("[v1 PDU in v2 message]");
            return;
        }
        if (type == TRAP) {
            trap();
        } else {
            request(type);
        }
        line.text(sheet.v > 0 ? " } " : "");
    }

    /** RFC 3416 section 3. */
    private void request(int type) {
        if (!take(Kind.INTEGER, "[reqId!=INT]")) {
            return;
        }
        if (sheet.v > 0) {
            line.text("R=").number(ber.number).put(' ');
        }
        if (!take(Kind.INTEGER, "[errorStatus!=INT]")) {
            return;
        }
        boolean failed = false;
        if (type == GET_BULK) {
            line.text(" N=").number(ber.number);
        } else if (ber.number != 0) {
            failed = type == RESPONSE;
            line.text(failed ? " " : "[errorStatus(");
            error((int) ber.number);
            line.text(failed ? "" : ")!=0]");
        }
        if (!take(Kind.INTEGER, "[errorIndex!=INT]")) {
            return;
        }
        if (type == GET_BULK) {
            line.text(" M=").number(ber.number);
        } else if (ber.number != 0) {
            line.text(failed ? "@" : "[errorIndex(").number(ber.number);
            line.text(failed ? "" : type == RESPONSE ? ") w/o errorStatus]" : ")!=0]");
        } else if (failed) {
            line.text("[errorIndex==0]");
        }
        bindings(type);
    }

    private void error(int status) {
        if (status >= 0 && status < ERRORS.length) {
            line.text(ERRORS[status]);
        } else {
            line.text("err=").number(status & 0xffff_ffffL);
        }
    }

    /** RFC 1157 section 4.1.6. */
    private void trap() {
        line.put(' ');
        if (!take(Kind.OBJECT, "[enterprise!=OID]")) {
            return;
        }
        ber.print();
        line.put(' ');
        if (!take(Kind.ADDRESS, "[agent-addr!=INETADDR]")) {
            return;
        }
        ber.print();
        if (!take(Kind.INTEGER, "[generic-trap!=INT]")) {
            return;
        }
        int generic = (int) ber.number;
        if (generic >= 0 && generic < TRAPS.length) {
            line.put(' ').text(TRAPS[generic]);
        } else {
            line.text(" gt=").number(generic);
        }
        if (!take(Kind.INTEGER, "[specific-trap!=INT]")) {
            return;
        }
        if (generic == ENTERPRISE_SPECIFIC) {
            line.text(" s=").number(ber.number);
        } else if (ber.number != 0) {
            line.text("[specific-trap(").number(ber.number).text(")!=0]");
        }
        line.put(' ');
        if (!take(Kind.UNSIGNED, "[time-stamp!=TIMETICKS]")) {
            return;
        }
        ber.print();
        bindings(TRAP);
    }

    /** The variables with their values; asked for, they have none. */
    private void bindings(int type) {
        if (!take(Kind.SEQUENCE, "[!SEQ of varbind]")) {
            return;
        }
        enter(" extra after SEQ of varbind]");
        boolean asked = type == GET || type == GET_NEXT || type == GET_BULK;
        while (rest > 0) {
            line.put(' ');
            if (!take(Kind.SEQUENCE, "[!varbind]")) {
                return;
            }
            int next = here;
            int left = rest;
            enter("");
            if (!take(Kind.OBJECT, "[objName!=OID]")) {
                return;
            }
            ber.print();
            line.text(asked ? "" : "=");
            if (ber.parse(here, rest) < 0) {
                return;
            }
            if (ber.kind != Kind.NULL) {
                line.text(asked ? "[objVal!=NULL]" : "");
                ber.print();
            }
            here = next;
            rest = left;
        }
    }

    /** RFC 3412 section 6: a message of version 3. */
    private void secured() {
        if (!take(Kind.SEQUENCE, "[!message]")) {
            return;
        }
        int next = here;
        int left = rest;
        enter("");
        boolean verbose = sheet.v > 0;
        line.text(verbose ? "{ " : "");
        if (!take(Kind.INTEGER, "[msgID!=INT]")
                || !take(Kind.INTEGER, "[msgMaxSize!=INT]")
                || !take(Kind.STRING, "[msgFlags!=STR]")) {
            return;
        }
        if (ber.size != 1) {
            line.text("[msgFlags size ").number(ber.size).put(']');
            return;
        }
        int flags = sheet.u8(ber.at);
        if (flags > 7 || (flags & 3) == 2) {
            line.text("[msgFlags=0x").text(flags < 16 ? "0" : "");
            line.text(Integer.toHexString(flags).toUpperCase(java.util.Locale.ROOT))
                    .put(']');
            return;
        }
        line.text("F=").text((flags & 1) != 0 ? "a" : "").text((flags & 2) != 0 ? "p" : "");
        line.text((flags & 4) != 0 ? "r " : " ");
        if (!take(Kind.INTEGER, "[msgSecurityModel!=INT]")) {
            return;
        }
        if (rest > 0) {
            line.put('[').number(rest).text(" extra after message SEQ]");
        }
        line.text(verbose ? "} " : "");
        if (ber.number != USER_BASED) {
            line.text("[security model ").number(ber.number).put(']');
            return;
        }
        line.text(verbose ? "{ USM " : "");
        here = next;
        rest = left;
        if (!take(Kind.STRING, "[msgSecurityParameters!=STR]")) {
            return;
        }
        next = here;
        left = rest;
        here = ber.at;
        rest = ber.size;
        user();
        line.text(verbose ? "} { ScopedPDU " : "");
        here = next;
        rest = left;
        scoped();
        line.text(verbose ? "} " : "");
    }

    /** RFC 3414 section 2.4. */
    private void user() {
        if (!take(Kind.SEQUENCE, "[!usm]")) {
            return;
        }
        enter("");
        if (!take(Kind.STRING, "[msgAuthoritativeEngineID!=STR]")
                || !take(Kind.INTEGER, "[msgAuthoritativeEngineBoots!=INT]")) {
            return;
        }
        if (sheet.v > 0) {
            line.text("B=").number(ber.number).put(' ');
        }
        if (!take(Kind.INTEGER, "[msgAuthoritativeEngineTime!=INT]")) {
            return;
        }
        if (sheet.v > 0) {
            line.text("T=").number(ber.number).put(' ');
        }
        if (!take(Kind.STRING, "[msgUserName!=STR]")) {
            return;
        }
        line.text("U=");
        ber.printString();
        line.put(' ');
        if (take(Kind.STRING, "[msgAuthenticationParameters!=STR]")
                && take(Kind.STRING, "[msgPrivacyParameters!=STR]")
                && rest > 0) {
            line.put('[').number(rest).text(" extra after usm SEQ]");
        }
    }

    /** RFC 3412 section 6.8. */
    private void scoped() {
        if (!take(Kind.SEQUENCE, "[!scoped PDU]")) {
            return;
        }
        enter("");
        if (!take(Kind.STRING, "[contextEngineID!=STR]")) {
            return;
        }
        line.text("E=");
        ber.printOctets();
        line.put(' ');
        if (!take(Kind.STRING, "[contextName!=STR]")) {
            return;
        }
        line.text("C=");
        ber.printString();
        line.put(' ');
        pdu(VERSION_3);
    }
}
