package astray.packet.text;

/** The control messages of the Locator/ID Separation Protocol (RFC 6830 section 6.1): registrations and what answers. */
final class Lisp {
    private static final int RECORDS = 3;
    private static final int KEY = 12;
    private static final int AUTHENTICATION_LENGTH = 14;
    private static final int HEADER = 16;
    private static final int RECORD = 12;
    private static final int LOCATOR = 8;

    private static final int REGISTER = 3;
    private static final int NOTIFY = 4;

    private static final Table TYPES = Table.of("""
            0 Reserved
            1 Map-Request
            2 Map-Reply
            3 Map-Register
            4 Map-Notify
            8 Encapsulated-Control-Message
            """);

    private static final Table REGISTER_FLAGS = Table.of("""
            0x08000000 P-Proxy-Map-Reply
            0x04000000 S-LISP-SEC-Capable
            0x02000000 I-xTR-ID-Present
            0x01000000 R-Build-For-RTR
            0x00000100 M-Want-Map-Notify
            """);

    private static final Table NOTIFY_FLAGS = Table.of("""
            0x08000000 I-xTR-ID-Present
            0x04000000 R-Build-For-RTR
            """);

    private static final String[] AUTHENTICATIONS = {"None", "SHA1", "SHA256"};
    private static final String[] ACTIONS = {"No-Action", "Natively-Forward", "Send-Map-Request", "Drop"};

    private static final Table LOCATOR_FLAGS = Table.of("""
            4 Local-Locator
            2 RLoc-Probed
            1 Reachable
            """);

    private Lisp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "lisp";
        line.text("LISP");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int first = sheet.s32(at);
        int type = first >>> 28;
        line.put('-').text(TYPES.orNumber(type, "unknown-type-")).put(',');
        boolean known = type == REGISTER || type == NOTIFY;
        if (known && sheet.v > 0) {
            Table flags = type == REGISTER ? REGISTER_FLAGS : NOTIFY_FLAGS;
            line.text(" flags [")
                    .text(flags.bits(first & 0xffffffffL, ", ", "none"))
                    .text("],");
        }
        if (!known) {
            sheet.need(at, HEADER);
            return;
        }
        int told = sheet.be16(at + AUTHENTICATION_LENGTH);
        int records = sheet.u8(at + RECORDS);
        if (sheet.v > 0) {
            int key = sheet.be16(at + KEY);
            line.text("\n    ").number(records).text(" record(s), Authentication ");
            line.text(key < AUTHENTICATIONS.length ? AUTHENTICATIONS[key] : "unknown-type")
                    .put(',');
        } else {
            line.put(' ').number(records).text(" record(s),");
        }
        if (told > length - HEADER) {
            sheet.invalid("authentication data length", told, ">", length - HEADER);
            return;
        }
        if (sheet.v > 0) {
            sheet.need(at + HEADER, told);
            HexDump.print(sheet, "\n    Authentication-Data: ", at + HEADER, told, false);
        }
        if (records == 0) {
            sheet.invalid("record count", records, "==", 0);
            return;
        }
        boolean identified = (first & (type == REGISTER ? 0x02000000 : 0x08000000)) != 0;
        int here = records(sheet, at + HEADER + told, at + length, records);
        if (here >= 0) {
            rest(sheet, here, identified);
        }
    }

    /** Where the records end; negative when one has an address of a kind that is not known. */
    private static int records(Sheet sheet, int at, int end, int count) {
        int here = at;
        for (int i = 0; i < count && here < end; i++) {
            sheet.need(here, RECORD);
            Line line = sheet.line.put('\n');
            int locators = sheet.u8(here + 4);
            int mask = sheet.u8(here + 5);
            if (sheet.v > 0) {
                int action = sheet.u8(here + 6);
                line.text("      Record TTL ").number(sheet.be32(here)).put(',');
                line.text((action & 0x10) != 0 ? " Authoritative, " : " Non-Authoritative, ");
                line.text(action >> 5 < ACTIONS.length ? ACTIONS[action >> 5] : "unknown");
                line.text(", Map Version: ")
                        .number(sheet.be16(here + 8) & 0xfff)
                        .put(',');
            }
            int family = sheet.be16(here + 10);
            here += RECORD;
            if (family != 1 && family != 2) {
                line.text(" [unsupported address family identifier ")
                        .number(family)
                        .put(']');
                return -1;
            }
            line.text(" EID ");
            here = address(sheet, here, family);
            line.put('/').number(mask).text(", ").number(locators).text(" locator(s)");
            for (int j = 0; j < locators; j++) {
                here = locator(sheet, here);
            }
        }
        return here;
    }

    private static int address(Sheet sheet, int at, int family) {
        if (family == 1) {
            sheet.host4(at);
            return at + 4;
        }
        sheet.host6(at);
        return at + 16;
    }

    private static int locator(Sheet sheet, int at) {
        sheet.need(at, LOCATOR);
        Line line = sheet.line;
        int family = sheet.be16(at + 6);
        int here = at + LOCATOR;
        line.text(sheet.v > 0 ? "\n       " : "");
        if (family == 1 || family == 2) {
            line.text(" LOC ");
            here = address(sheet, here, family);
        }
        if (sheet.v > 0) {
            line.text("\n          Priority/Weight ").number(sheet.u8(at));
            line.put('/').number(sheet.u8(at + 1));
            line.text(", Multicast Priority/Weight ").number(sheet.u8(at + 2));
            line.put('/').number(sheet.u8(at + 3));
            line.text(", flags [").text(LOCATOR_FLAGS.bits(sheet.be16(at + 4), ", ", "none"));
            line.text("],");
        }
        return here;
    }

    private static void rest(Sheet sheet, int at, boolean identified) {
        if (identified) {
            sheet.need(at, 16);
            HexDump.print(sheet, "\n    xTR-ID: ", at, 16, false);
            sheet.text("\n    SITE-ID: ").unsigned(sheet.be64(at + 16));
        } else if (sheet.captured(at) > 0) {
            HexDump.print(sheet, "\n    Data: ", at, sheet.captured(at), false);
        }
    }
}
