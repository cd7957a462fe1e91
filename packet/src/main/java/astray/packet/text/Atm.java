package astray.packet.text;

/** Asynchronous transfer mode: frames of RFC 1483 and the cells that operate and maintain it (ITU-T I.610). */
final class Atm {
    private static final int SUN_HEADER = 4;
    private static final int FORE_HEADER = 20;

    private static final int UNNUMBERED = 0x03;
    private static final int SNAP = 0xaaaa03;
    private static final int OSI = 0xfefe03;
    private static final int IP = 0x060603;

    private static final int Q2931 = 9;
    private static final int CELL = 48;

    private static final String[] PAYLOADS = {
        "user data, uncongested, SDU 0",
        "user data, uncongested, SDU 1",
        "user data, congested, SDU 0",
        "user data, congested, SDU 1",
        "VCC OAM F5 flow segment",
        "VCC OAM F5 flow end-to-end",
        "Traffic Control and resource Mgmt",
        "Unknown"
    };

    private static final Table CELLS = Table.of("""
            1 Fault Management
            2 Performance Management
            8 activate/deactivate
            15 System Management
            """);

    /** Functions, behind the kind of the cell. */
    private static final Table FUNCTIONS = Table.of("""
            0x10 AIS
            0x11 RDI
            0x14 Continuity Check
            0x18 Loopback
            0x20 Forward Monitoring
            0x21 Backward Reporting
            0x22 Monitoring and Reporting
            0x80 Performance Monitoring
            0x81 Continuity Check
            """);

    private static final Table MESSAGES = Table.of("""
            0x02 Call_proceeding
            0x07 Connect
            0x0f Connect_ack
            0x05 Setup
            0x4d Release
            0x5a Release_complete
            0x46 Restart
            0x4e Restart_ack
            0x7d Status
            0x75 Status_enquiry
            0x80 Add_party
            0x81 Add_party_ack
            0x82 Add_party_reject
            0x83 Drop_party
            0x84 Drop_party_ack
            """);

    private Atm() {}

    /** LINKTYPE_ATM_RFC1483: a frame with its logical link control, or what stands in its place. */
    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "atm";
        int first = sheet.u8(at);
        if (first == UNNUMBERED) {
            sheet.text(sheet.options.linkLevel() ? "CNLPID " : "");
            Osi.print(sheet, at + 1, wire - 1);
            return;
        }
        int here = at;
        int header = sheet.be24(at);
        if (header != SNAP && header != OSI && header != IP) {
            // taken for a header of IEEE 802.6
            if (sheet.options.linkLevel()) {
                for (int i = 0; i < 4; i++) {
                    sheet.line.hex(sheet.be32(at + 4 * i), 8).text((i & 1) == 0 ? "" : " ");
                }
            }
            sheet.need(at, FORE_HEADER);
            here += FORE_HEADER;
        }
        logical(sheet, here, at + wire - here);
    }

    private static void logical(Sheet sheet, int at, int length) {
        if (!Llc.print(sheet, at, length)) {
            LinkLayer.raw(sheet, at);
        }
    }

    /** LINKTYPE_SUNATM. */
    static void printSun(Sheet sheet, int at, int wire) {
        sheet.protocol = "sunatm";
        sheet.need(at, SUN_HEADER);
        if (sheet.options.linkLevel()) {
            sheet.text((sheet.u8(at) & 0x80) != 0 ? "Tx: " : "Rx: ");
        }
        frame(sheet, sheet.u8(at + 1), sheet.be16(at + 2), at + SUN_HEADER, wire - SUN_HEADER);
    }

    /** Prints a frame of a virtual path and circuit. */
    static void frame(Sheet sheet, int path, int circuit, int at, int length) {
        sheet.protocol = "atm";
        if (sheet.options.linkLevel()) {
            sheet.text("VPI:").number(path);
            sheet.text(" VCI:").number(circuit).put(' ');
        }
        switch (path == 0 ? circuit : -1) {
            case 1 -> sheet.text("meta: ");
            case 2 -> sheet.text("broadcast sig: ");
            case 3, 4 -> maintenance(sheet, at, length, true);
            case 5 -> signal(sheet, at);
            case 16 -> {
                sheet.text("ilmi: ");
                Snmp.print(sheet, at, length);
            }
            default -> logical(sheet, at, length);
        }
    }

    private static void signal(Sheet sheet, int at) {
        int protocol = sheet.u8(at);
        if (protocol == Q2931) {
            int type = sheet.u8(at + 5);
            sheet.text("Q.2931:").text(MESSAGES.orNumber(type, "msgtype#"));
            sheet.text(" CALL_REF:0x").hex(sheet.be24(at + 2), 6);
        } else {
            sheet.text("SSCOP, proto ").number(protocol).put(' ');
        }
    }

    /**
     * Prints a cell that operates or maintains.
     *
     * @param checked whether the header error control stands in front
     */
    static void maintenance(Sheet sheet, int at, int length, boolean checked) {
        Line line = sheet.line;
        sheet.protocol = "oam";
        int skipped = checked ? 1 : 0;
        int header = sheet.s32(at + skipped);
        int body = at + skipped + 4;
        int kinds = sheet.u8(body);
        int circuit = header >>> 4 & 0xffff;
        String name = switch (circuit) {
            case 3 -> "OAM F4 (segment)";
            case 4 -> "OAM F4 (end)";
            default -> "OAM F5";
        };
        line.text(name).text(", vpi ").number(header >>> 20 & 0xff);
        line.text(", vci ").number(circuit);
        line.text(", payload [ ").text(PAYLOADS[header >>> 1 & 7]);
        line.text(" ], clp ").number(header & 1);
        line.text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        int cell = kinds >> 4;
        int function = kinds & 15;
        line.text("\n\tcell-type ").text(CELLS.name(cell, "unknown")).text(" (").number(cell);
        line.text("), func-type ");
        boolean known = cell == 1 || cell == 2 || cell == 8;
        line.text(known ? FUNCTIONS.name(kinds, "none") : "unknown")
                .text(" (")
                .number(function)
                .put(')');
        if (kinds == 0x18) {
            sheet.need(body + 1, 45);
            line.text("\n\tLoopback-Indicator ").text((sheet.u8(body + 1) & 1) != 0 ? "Request" : "Reply");
            line.text(", Correlation-Tag 0x").hex(sheet.be32(body + 2), 8);
            line.text("\n\tLocation-ID ");
            words(sheet, body + 6, 12);
            line.text("\n\tSource-ID   ");
            words(sheet, body + 18, 12);
        } else if (kinds == 0x10 || kinds == 0x11) {
            sheet.need(body + 1, 45);
            line.text("\n\tFailure-type 0x").hex(sheet.u8(body + 1), 2);
            line.text("\n\tLocation-ID ");
            words(sheet, body + 2, 16);
        }
        line.text("\n\tcksum 0x").hex(sheet.be16(body + CELL - 2) & 0x3ff, 3);
        line.text(remainder(sheet, body) == 0 ? " (correct)" : " (incorrect)");
    }

    /** Two bytes at each odd place, as the original prints identifiers. */
    private static void words(Sheet sheet, int at, int count) {
        for (int i = 1; i < count; i += 2) {
            sheet.line.hex(sheet.be16(at + i), 4).put(' ');
        }
    }

    /** What the cell leaves when it is divided by x^10 + x^9 + x^5 + x^4 + x + 1 (I.610 section 7.1). */
    private static int remainder(Sheet sheet, int at) {
        int rest = 0;
        for (int i = 0; i < CELL * 8; i++) {
            int bit = sheet.u8(at + i / 8) >> 7 - i % 8 & 1;
            rest = rest << 1 | bit;
            if ((rest & 0x400) != 0) {
                rest ^= 0x633;
            }
        }
        return rest;
    }
}
