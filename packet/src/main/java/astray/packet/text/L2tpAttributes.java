package astray.packet.text;

/** The attributes of L2TP's control messages (RFC 2661 section 4.4). */
final class L2tpAttributes {
    private static final int VENDOR = 2;
    private static final int TYPE = 4;
    private static final int HEADER = 6;

    private static final int MANDATORY = 0x8000;
    private static final int HIDDEN = 0x4000;
    private static final int LENGTH = 0x03ff;

    private static final String TOO_SHORT = "AVP too short";

    private static final Table MESSAGES = Table.of("""
            1 SCCRQ
            2 SCCRP
            3 SCCCN
            4 StopCCN
            6 HELLO
            7 OCRQ
            8 OCRP
            9 OCCN
            10 ICRQ
            11 ICRP
            12 ICCN
            14 CDN
            15 WEN
            16 SLI
            """);

    /** How the value is printed: by the first word. */
    private static final Table ATTRIBUTES = Table.of("""
            0 message MSGTYPE
            1 result RESULT_CODE
            2 version PROTO_VER
            3 framing FRAMING_CAP
            4 bearer BEARER_CAP
            5 hex8 TIE_BREAKER
            6 u16 FIRM_VER
            7 text HOST_NAME
            8 text VENDOR_NAME
            9 u16 ASSND_TUN_ID
            10 u16 RECV_WIN_SIZE
            11 hex CHALLENGE
            12 cause Q931_CC
            13 hex16 CHALLENGE_RESP
            14 u16 ASSND_SESS_ID
            15 u32 CALL_SER_NUM
            16 u32 MINIMUM_BPS
            17 u32 MAXIMUM_BPS
            18 bearer BEARER_TYPE
            19 framing FRAMING_TYPE
            20 obsolete PACKET_PROC_DELAY
            21 text CALLED_NUMBER
            22 text CALLING_NUMBER
            23 text SUB_ADDRESS
            24 u32 TX_CONN_SPEED
            25 u32 PHY_CHANNEL_ID
            26 hex INI_RECV_LCP
            27 hex LAST_SENT_LCP
            28 hex LAST_RECV_LCP
            29 proxy PROXY_AUTH_TYPE
            30 text PROXY_AUTH_NAME
            31 hex PROXY_AUTH_CHAL
            32 low PROXY_AUTH_ID
            33 hex PROXY_AUTH_RESP
            34 errors CALL_ERRORS
            35 accm ACCM
            36 hex RANDOM_VECTOR
            37 text PRIVATE_GRP_ID
            38 u32 RX_CONN_SPEED
            39 none SEQ_REQUIRED
            46 disconnect PPP_DISCON_CC
            """);

    private static final Table PROXIES = Table.of("""
            0 Reserved
            1 Textual
            2 CHAP
            3 PAP
            4 No Auth
            5 MS-CHAPv1
            """);
    private static final String[] ERRORS = {"CRCErr=", "FrameErr=", "HardOver=", "BufOver=", "Timeout=", "AlignErr="};
    private static final String[] DIRECTIONS = {"global error", "at peer", "at local"};

    private L2tpAttributes() {}

    /** Prints an attribute; how long it is, 0 when it cannot be one, which is printed. */
    static int print(Sheet sheet, int at, int length) {
        Line line = sheet.line.put(' ');
        int flags = sheet.be16(at);
        int size = flags & LENGTH;
        if (size < HEADER) {
            line.text(" [AVP length ").number(size).text(" < 6]");
            return 0;
        }
        if (size > length) {
            line.text(" (len > ").number(length).put(')');
            return 0;
        }
        sheet.need(at, size);
        line.text((flags & MANDATORY) != 0 ? "*" : "").text((flags & HIDDEN) != 0 ? "?" : "");
        int vendor = sheet.be16(at + VENDOR);
        int type = sheet.be16(at + TYPE);
        if (vendor != 0) {
            line.text("VENDOR").hex(vendor, 4).text(":ATTR").hex(type, 4).put('(');
            hex(sheet, at + HEADER, size - HEADER);
            line.put(')');
            return size;
        }
        String entry = ATTRIBUTES.name(type);
        if (entry == null) {
            line.text("AVP-#").number(type);
        } else {
            line.text(entry.substring(entry.indexOf(' ') + 1));
        }
        line.put('(');
        if ((flags & HIDDEN) != 0) {
            line.text("???");
        } else if (entry != null) {
            value(sheet, entry.substring(0, entry.indexOf(' ')), at + HEADER, size - HEADER);
        }
        line.put(')');
        return size;
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
    }

    private static void value(Sheet sheet, String form, int at, int size) {
        Line line = sheet.line;
        int least = switch (form) {
            case "message", "result", "version", "u16", "proxy", "low", "errors", "accm" -> 2;
            case "cause" -> 3;
            case "framing", "bearer", "u32" -> 4;
            case "disconnect" -> 5;
            case "hex8" -> 8;
            case "hex16" -> 16;
            default -> 0;
        };
        if (size < least) {
            line.text(TOO_SHORT);
            return;
        }
        switch (form) {
            case "message" -> line.text(MESSAGES.orNumber(sheet.be16(at), "MSGTYPE-#"));
            case "result" -> result(sheet, at, size);
            case "version" -> line.number(sheet.u8(at)).put('.').number(sheet.u8(at + 1));
            case "framing" -> capability(sheet, at, "S");
            case "bearer" -> capability(sheet, at, "D");
            case "u16" -> line.number(sheet.be16(at));
            case "u32" -> line.number(sheet.be32(at));
            case "low" -> line.number(sheet.u8(at + 1));
            case "text" -> sheet.exactly(at, size);
            case "hex" -> hex(sheet, at, size);
            case "hex8", "hex16" -> hex(sheet, at, least);
            case "cause" -> {
                line.number(sheet.be16(at)).text(", ").hex(sheet.u8(at + 2), 2);
                more(sheet, at + 3, size - 3);
            }
            case "obsolete" -> line.text("obsolete");
            case "proxy" -> line.text(PROXIES.orNumber(sheet.be16(at), "AuthType-#"));
            case "errors" -> errors(sheet, at + 2, size - 2);
            case "accm" -> characters(sheet, at + 2, size - 2);
            case "disconnect" -> {
                line.hex(sheet.be16(at), 4)
                        .text(", ")
                        .hex(sheet.be16(at + 2), 4)
                        .put(' ');
                line.text(Sheet.word(DIRECTIONS, sheet.u8(at + 4), "Direction-#"));
                more(sheet, at + 5, size - 5);
            }
            default -> {
                // it has no value, or an unknown one
            }
        }
    }

    private static void more(Sheet sheet, int at, int size) {
        if (size > 0) {
            sheet.text(" ");
            sheet.exactly(at, size);
        }
    }

    private static void capability(Sheet sheet, int at, String second) {
        int bits = sheet.u8(at + 3);
        sheet.text((bits & 2) != 0 ? "A" : "").text((bits & 1) != 0 ? second : "");
    }

    private static void result(Sheet sheet, int at, int size) {
        sheet.line.number(sheet.be16(at));
        if (size == 3) {
            sheet.text(" ").text(TOO_SHORT);
        } else if (size > 2) {
            sheet.text("/").number(sheet.be16(at + 2));
            more(sheet, at + 4, size - 4);
        }
    }

    private static void errors(Sheet sheet, int at, int size) {
        for (int i = 0; i < ERRORS.length; i++) {
            if (size < 4 * i + 4) {
                sheet.text(TOO_SHORT);
                return;
            }
            sheet.text(ERRORS[i]).number(sheet.be32(at + 4 * i)).put(' ');
        }
    }

    /** The characters that are escaped on the line, by bits. */
    private static void characters(Sheet sheet, int at, int size) {
        for (int i = 0; i < 2; i++) {
            if (size < 4 * i + 4) {
                sheet.text(TOO_SHORT);
                return;
            }
            sheet.text(i == 0 ? "send=" : "recv=")
                    .hex(sheet.be32(at + 4 * i), 8)
                    .put(' ');
        }
    }
}
