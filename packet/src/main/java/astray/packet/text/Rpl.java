package astray.packet.text;

/** RPL, routing for low-power and lossy networks (RFC 6550 section 6). */
final class Rpl {
    private static final int SECURED = 0x80;
    private static final int SOLICITATION = 0;
    private static final int INFORMATION = 1;
    private static final int DESTINATION = 2;
    private static final int DESTINATION_ACK = 3;

    private static final int ID_SIZE = 16;
    private static final int INFORMATION_SIZE = 24;
    private static final int DESTINATION_SIZE = 4;

    private static final int PAD1 = 0;

    private static final String[] MODES = {"nonstoring", "storing", "nonstoring-multicast", "storing-multicast"};
    private static final String[] OPTIONS = {
        "pad1",
        "padN",
        "metrics",
        "routinginfo",
        "config",
        "rpltarget",
        "transitinfo",
        "",
        "destprefix",
        "rpltargetdesc"
    };

    private Rpl() {}

    static void print(Sheet sheet, int at, int length, int code) {
        Line line = sheet.line;
        if ((code & SECURED) != 0) {
            line.text(", (SEC) [worktodo]");
            return;
        }
        line.text(", (CLR)");
        boolean verbose = sheet.v > 0;
        switch (code) {
            case SOLICITATION -> line.text("DODAG Information Solicitation");
            case INFORMATION -> {
                line.text("DODAG Information Object");
                if (verbose) {
                    information(sheet, at, length);
                }
            }
            case DESTINATION -> {
                line.text("Destination Advertisement Object");
                if (verbose) {
                    destination(sheet, at, length, false);
                }
            }
            case DESTINATION_ACK -> {
                line.text("Destination Advertisement Object Ack");
                if (verbose) {
                    destination(sheet, at, length, true);
                }
            }
            default -> line.text("RPL message, unknown code ").number(code);
        }
    }

    private static void information(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < INFORMATION_SIZE) {
            sheet.invalid("length", length, "<", INFORMATION_SIZE);
            return;
        }
        sheet.need(at, INFORMATION_SIZE);
        line.text(" [dagid:");
        sheet.host6(at + 8);
        line.text(",seq:").number(sheet.u8(at + 5));
        line.text(",instance:").number(sheet.u8(at));
        line.text(",rank:").number(sheet.be16(at + 2)).put(',');
        int mode = sheet.u8(at + 4);
        line.text((mode & 0x80) != 0 ? "grounded," : "").text("mop:");
        line.text(Sheet.word(MODES, mode >> 3 & 7, "mop"));
        line.text(",prf:").number(mode & 7).put(']');
        if (sheet.v > 1) {
            options(sheet, at + INFORMATION_SIZE, length - INFORMATION_SIZE);
        }
    }

    private static void destination(Sheet sheet, int at, int length, boolean ack) {
        Line line = sheet.line;
        if (length < DESTINATION_SIZE) {
            sheet.invalid("length", length, "<", DESTINATION_SIZE);
            return;
        }
        int flags = sheet.u8(at + 1);
        boolean hasId = (flags & (ack ? 0x80 : 0x40)) != 0;
        int size = DESTINATION_SIZE;
        if (hasId) {
            if (length < DESTINATION_SIZE + ID_SIZE) {
                sheet.invalid("length", length - DESTINATION_SIZE, "<", ID_SIZE);
                return;
            }
            size += ID_SIZE;
        }
        sheet.need(at, size);
        line.text(" [dagid:");
        if (hasId) {
            sheet.host6(at + DESTINATION_SIZE);
        } else {
            line.text("<elided>");
        }
        line.text(",seq:").number(sheet.u8(at + (ack ? 2 : 3)));
        line.text(",instance:").number(sheet.u8(at));
        if (ack) {
            line.text(",status:").number(sheet.u8(at + 3)).put(']');
        } else {
            line.text((flags & 0x80) != 0 ? ",acK" : "").text(hasId ? ",Dagid" : "");
            line.text(",flags:").hex(flags, 2).put(']');
        }
        if (sheet.v > 1) {
            options(sheet, at + size, length - size);
        }
    }

    private static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            int type = sheet.u8(here);
            if (type == PAD1) {
                line.text(" opt:pad1");
                here++;
                continue;
            }
            if (end - here < 2) {
                throw Truncated.HERE;
            }
            int size = sheet.u8(here + 1) + 2;
            line.text(" opt:").text(Sheet.word(OPTIONS, type, "subopt:"));
            line.text(" len:").number(size).put(' ');
            sheet.need(here, size);
            if (end - here < size) {
                throw Truncated.HERE;
            }
            if (sheet.v > 2) {
                HexDump.print(sheet, " ", here + 2, size - 2, false);
            }
            here += size;
        }
    }
}
