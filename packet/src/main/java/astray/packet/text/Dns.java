package astray.packet.text;

/** DNS (RFC 1035, 2136, 6891 and others), multicast DNS (RFC 6762) and LLMNR (RFC 4795). */
final class Dns {
    private static final int ID = 0;
    private static final int FLAGS = 2;
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 6;
    private static final int AUTHORITIES = 8;
    private static final int ADDITIONALS = 10;
    private static final int HEADER = 12;

    private static final int RESPONSE = 0x8000;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int CUT = 0x0200;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int RECURSION_AVAILABLE = 0x0080;
    private static final int AUTHENTIC = 0x0020;
    private static final int CHECKING_DISABLED = 0x0010;

    /** Bits that a query should not have. */
    private static final int STRANGE = 0x06cf;

    private static final String[] OPERATIONS = {
        "",
        " inv_q",
        " stat",
        " op3",
        " notify",
        " update",
        " op6",
        " op7",
        " op8",
        " updateA",
        " updateD",
        " updateDA",
        " updateM",
        " updateMA",
        " zoneInit",
        " zoneRef"
    };

    private static final String[] RESPONSES = {
        "", " FormErr", " ServFail", " NXDomain", " NotImp", " Refused", " YXDomain", " YXRRSet", " NXRRSet",
                " NotAuth",
        " NotZone", " Resp11", " Resp12", " Resp13", " Resp14", " NoChange", " BadVers", "Resp17", " Resp18", " Resp19",
        " Resp20", "Resp21", " Resp22", " BadCookie"
    };

    private Dns() {}

    /**
     * Prints a message.
     *
     * @param length how long it is
     * @param multicast whether it is of multicast DNS
     * @param tcp whether two bytes of length stand in front
     */
    static void print(Sheet sheet, int at, int length, boolean multicast, boolean tcp) {
        Line line = sheet.line;
        sheet.protocol = "domain";
        if (tcp) {
            if (length < 2) {
                line.text(" [DNS over TCP: length ").number(length).text(" < 2]");
                sheet.invalid();
                return;
            }
            // RFC 1035 section 4.2.2
            int told = sheet.be16(at);
            length -= 2;
            if (told != length) {
                line.text(" [prefix length(")
                        .number(told)
                        .text(") != length(")
                        .number(length)
                        .text(")]");
                sheet.invalid();
                return;
            }
            line.put(' ');
            at += 2;
        }
        if (length < HEADER) {
            line.text("domain");
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        sheet.need(at, HEADER);
        message(sheet, at, length, multicast);
    }

    private static void message(Sheet sheet, int at, int length, boolean multicast) {
        Line line = sheet.line;
        int id = sheet.be16(at + ID);
        int flags = sheet.be16(at + FLAGS);
        int questions = sheet.be16(at + QUESTIONS);
        int answers = sheet.be16(at + ANSWERS);
        int authorities = sheet.be16(at + AUTHORITIES);
        int additionals = sheet.be16(at + ADDITIONALS);
        DnsNames names = new DnsNames(sheet, at);
        int here = at + HEADER;
        if ((flags & RESPONSE) != 0) {
            here = response(sheet, names, here, id, flags, questions, answers, authorities, additionals, multicast);
        } else {
            here = query(sheet, names, here, id, flags, questions, answers, authorities, additionals, multicast);
        }
        if (here >= 0) {
            line.text(" (").number(length).put(')');
        }
    }

    private static int response(
            Sheet sheet,
            DnsNames names,
            int here,
            int id,
            int flags,
            int questions,
            int answers,
            int authorities,
            int additionals,
            boolean multicast) {
        Line line = sheet.line;
        int code = DnsExtended.code(sheet, names, here, questions, answers, authorities, additionals, flags & 15);
        line.number(id);
        line.text(OPERATIONS[flags >> 11 & 15]);
        line.text(code < RESPONSES.length ? RESPONSES[code] : " Resp" + code);
        line.text((flags & AUTHORITATIVE) != 0 ? "*" : "");
        line.text((flags & RECURSION_AVAILABLE) != 0 ? "" : "-");
        line.text((flags & CUT) != 0 ? "|" : "");
        line.text((flags & AUTHENTIC) != 0 ? "$" : "");
        if (questions != 1) {
            line.text(" [").number(questions).text("q]");
        }
        for (int i = 0; i < questions; i++) {
            if (i > 0) {
                line.put(',');
            }
            if (sheet.v > 1) {
                line.text(" q:");
                here = DnsRecords.question(sheet, names, here, multicast);
            } else {
                here = names.skip(here);
                if (here < 0) {
                    throw Truncated.HERE;
                }
                here += 4;
            }
            if (here < 0) {
                throw Truncated.HERE;
            }
        }
        line.put(' ').number(answers).put('/').number(authorities).put('/').number(additionals);
        here = DnsRecords.section(sheet, names, here, answers, "", multicast);
        if (here >= 0 && sheet.v > 1) {
            here = DnsRecords.section(sheet, names, here, authorities, " ns:", multicast);
        }
        if (here >= 0 && sheet.v > 1) {
            here = DnsRecords.section(sheet, names, here, additionals, " ar:", multicast);
        }
        return here;
    }

    private static int query(
            Sheet sheet,
            DnsNames names,
            int here,
            int id,
            int flags,
            int questions,
            int answers,
            int authorities,
            int additionals,
            boolean multicast) {
        Line line = sheet.line;
        line.number(id).text(OPERATIONS[flags >> 11 & 15]);
        line.text((flags & RECURSION_DESIRED) != 0 ? "+" : "");
        line.text((flags & CHECKING_DISABLED) != 0 ? "%" : "");
        if ((flags & STRANGE) != 0) {
            line.text(" [b2&3=0x").hex(flags).put(']');
        }
        boolean inverse = (flags >> 11 & 15) == 1;
        if (inverse) {
            if (questions != 0) {
                line.text(" [").number(questions).text("q]");
            }
            if (answers != 1) {
                line.text(" [").number(answers).text("a]");
            }
        } else {
            if (answers != 0) {
                line.text(" [").number(answers).text("a]");
            }
            if (questions != 1) {
                line.text(" [").number(questions).text("q]");
            }
        }
        if (authorities != 0) {
            line.text(" [").number(authorities).text("n]");
        }
        if (additionals != 0) {
            line.text(" [").number(additionals).text("au]");
        }
        for (int i = 0; i < questions; i++) {
            here = i > 0 && here >= sheet.end() ? -1 : DnsRecords.question(sheet, names, here, multicast);
            if (here < 0) {
                throw Truncated.HERE;
            }
        }
        if (sheet.v > 1) {
            here = DnsRecords.section(sheet, names, here, answers, "", multicast);
            if (here >= 0) {
                here = DnsRecords.section(sheet, names, here, authorities, " ns:", multicast);
            }
            if (here >= 0) {
                here = DnsRecords.section(sheet, names, here, additionals, " ar:", multicast);
            }
        }
        return here;
    }
}
