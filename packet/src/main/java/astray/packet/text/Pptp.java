package astray.packet.text;

/** The control messages of the Point-to-Point Tunneling Protocol (RFC 2637 section 2). */
final class Pptp {
    private static final int TYPE = 2;
    private static final int COOKIE = 4;
    private static final int CONTROL = 8;
    private static final int RESERVED = 10;
    private static final int HEADER = 12;

    private static final int MAGIC = 0x1a2b3c4d;

    /**
     * The messages by their number: name, then the fields in their order. A field is a name and a kind: {@code 2} and
     * {@code 4} are numbers of so many bytes, {@code x} one in hexadecimal, {@code r} and {@code R} one and two
     * reserved bytes, {@code s} and {@code S} texts of 64 and 128 bytes, {@code n} a text of 64 bytes of which a
     * length told before counts, {@code l} such a length, the others what {@link #field} says.
     */
    private static final String[] MESSAGES = {
        "NOT_DEFINED",
        "SCCRQ PROTO_VER:v :R FRAME_CAP:f BEARER_CAP:b MAX_CHAN:2 FIRM_REV:2 HOSTNAME:s VENDOR:s",
        "SCCRP PROTO_VER:v RESULT_CODE:q ERR_CODE:e FRAME_CAP:f BEARER_CAP:b MAX_CHAN:2 FIRM_REV:2 HOSTNAME:s VENDOR:s",
        "StopCCRQ REASON:g :r :R",
        "StopCCRP RESULT_CODE:q ERR_CODE:e :R",
        "ECHORQ ID:4",
        "ECHORP ID:4 RESULT_CODE:q ERR_CODE:e :R",
        "OCRQ CALL_ID:2 CALL_SER_NUM:2 MIN_BPS:4 MAX_BPS:4 BEARER_TYPE:y FRAME_TYPE:t RECV_WIN:2 PROC_DELAY:2 "
                + "PHONE_NO_LEN:l :R PHONE_NO:n SUB_ADDR:s",
        "OCRP CALL_ID:2 PEER_CALL_ID:2 RESULT_CODE:q ERR_CODE:e CAUSE_CODE:2 CONN_SPEED:4 RECV_WIN:2 PROC_DELAY:2 "
                + "PHY_CHAN_ID:4",
        "ICRQ CALL_ID:2 CALL_SER_NUM:2 BEARER_TYPE:y PHY_CHAN_ID:4 DIALED_NO_LEN:l DIALING_NO_LEN:l DIALED_NO:n "
                + "DIALING_NO:n SUB_ADDR:s",
        "ICRP CALL_ID:2 PEER_CALL_ID:2 RESULT_CODE:q ERR_CODE:e RECV_WIN:2 PROC_DELAY:2 :R",
        "ICCN PEER_CALL_ID:2 :R CONN_SPEED:4 RECV_WIN:2 PROC_DELAY:2 FRAME_TYPE:t",
        "CCRQ CALL_ID:2 :R",
        "CDN CALL_ID:2 RESULT_CODE:q ERR_CODE:e CAUSE_CODE:2 :R CALL_STATS:S",
        "WEN PEER_CALL_ID:2 :R CRC_ERR:4 FRAMING_ERR:4 HARDWARE_OVERRUN:4 BUFFER_OVERRUN:4 TIMEOUT_ERR:4 ALIGN_ERR:4",
        "SLI PEER_CALL_ID:2 :R SEND_ACCM:x RECV_ACCM:x"
    };

    private static final String[] ERRORS = {
        "None", "Not-Connected", "Bad-Format", "Bad-Value", "No-Resource", "Bad-Call-ID", "PAC-Error"
    };
    private static final String[] REASONS = {"?", "None", "Stop-Protocol", "Stop-Local-Shutdown"};
    private static final String[] BEARERS = {"?", "A", "D", "Any"};
    private static final String[] FRAMINGS = {"?", "A", "S", "E"};

    private static final String[] ECHO = {"?", "OK", "General Error"};

    /** Result codes by the message that has them. */
    private static String[] results(int message) {
        return switch (message) {
            case 2 ->
                new String[] {
                    "?",
                    "Successful channel establishment",
                    "General error",
                    "Command channel already exists",
                    "Requester is not authorized to establish a command channel",
                    "The protocol version of the requester is not supported"
                };
            case 8 ->
                new String[] {
                    "?", "Connected", "General Error", "No Carrier", "Busy", "No Dial Tone", "Time-out", "Do Not Accept"
                };
            case 10 -> new String[] {"?", "Connect", "General Error", "Do Not Accept"};
            case 13 -> new String[] {"?", "Lost Carrier", "General Error", "Admin Shutdown", "Request"};
            default -> ECHO;
        };
    }

    private final Sheet sheet;
    private final int message;
    private int here;

    /** Lengths that were told and not used yet. */
    private final int[] lengths = new int[2];

    private int told;
    private int used;

    private Pptp(Sheet sheet, int message, int at) {
        this.sheet = sheet;
        this.message = message;
        this.here = at;
    }

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "pptp";
        line.text(": pptp");
        if (sheet.v > 0) {
            line.text(" Length=").number(sheet.be16(at));
            line.text(
                    switch (sheet.be16(at + TYPE)) {
                        case 1 -> " CTRL-MSG";
                        case 2 -> " MGMT-MSG";
                        default -> " UNKNOWN-MSG-TYPE";
                    });
        }
        int cookie = sheet.s32(at + COOKIE);
        if (cookie != MAGIC) {
            line.text(" UNEXPECTED Magic-Cookie!!(")
                    .hex(cookie & 0xffffffffL, 8)
                    .put(')');
        }
        if (sheet.v > 0 || cookie != MAGIC) {
            line.text(" Magic-Cookie=").hex(cookie & 0xffffffffL, 8);
        }
        int type = sheet.be16(at + CONTROL);
        String[] fields = type < MESSAGES.length ? MESSAGES[type].split(" ", -1) : new String[0];
        if (fields.length > 0) {
            line.text(" CTRL_MSGTYPE=").text(fields[0]);
        } else {
            line.text(" UNKNOWN_CTRL_MSGTYPE(").number(type).put(')');
        }
        reserved(line, sheet.be16(at + RESERVED));
        Pptp body = new Pptp(sheet, type, at + HEADER);
        for (int i = 1; i < fields.length; i++) {
            int colon = fields[i].indexOf(':');
            body.field(fields[i].substring(0, colon), fields[i].charAt(colon + 1));
        }
    }

    private static void reserved(Line line, int value) {
        if (value != 0) {
            line.text(" [ERROR: reserved=").number(value).text(" must be zero]");
        }
    }

    private static String word(String[] words, long number) {
        return number < words.length ? words[(int) number] : "?";
    }

    private void field(String name, char kind) {
        Line line = sheet.line;
        if (kind == 'r' || kind == 'R') {
            reserved(line, kind == 'r' ? sheet.u8(here) : sheet.be16(here));
            here += kind == 'r' ? 1 : 2;
            return;
        }
        int size = switch (kind) {
            case 'q', 'e', 'g' -> 1;
            case '2', 'v', 'l' -> 2;
            case 's', 'n' -> 64;
            case 'S' -> 128;
            default -> 4;
        };
        // texts print what there is of them; numbers have to be there
        long value = switch (size) {
            case 1 -> sheet.u8(here);
            case 2 -> sheet.be16(here);
            case 4 -> sheet.be32(here);
            default -> 0;
        };
        line.put(' ').text(name).put('(');
        switch (kind) {
            case 'v' -> line.number(value >> 8).put('.').number(value & 0xff);
            case 'x' -> line.text("0x").hex(value, 8);
            case 'f' -> line.text((value & 1) != 0 ? "A" : "").text((value & 2) != 0 ? "S" : "");
            case 'b' -> line.text((value & 2) != 0 ? "D" : "").text((value & 1) != 0 ? "A" : "");
            case 'y' -> line.text(word(BEARERS, value));
            case 't' -> line.text(word(FRAMINGS, value));
            case 'q' -> code(value, results(message));
            case 'e' -> code(value, ERRORS);
            case 'g' -> code(value, REASONS);
            case 's', 'S' -> sheet.padded(here, size);
            case 'n' -> sheet.padded(here, Math.min(64, lengths[used++]));
            default -> line.number(value);
        }
        line.put(')');
        if (kind == 'l') {
            lengths[told++] = (int) value;
        }
        here += size;
    }

    private void code(long value, String[] words) {
        sheet.line.number(value);
        if (sheet.v > 0) {
            sheet.line.put(':').text(word(words, value));
        }
    }
}
