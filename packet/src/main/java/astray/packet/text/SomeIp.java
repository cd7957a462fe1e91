package astray.packet.text;

/** AUTOSAR's Scalable service-Oriented MiddlewarE over IP (AUTOSAR FO R19-11, PRS_SOMEIPProtocol, section 4.1.2). */
final class SomeIp {
    private static final int LENGTH = 4;
    private static final int CLIENT = 8;
    private static final int SESSION = 10;
    private static final int PROTOCOL_VERSION = 12;
    private static final int INTERFACE_VERSION = 13;
    private static final int TYPE = 14;
    private static final int RETURN = 15;
    private static final int HEADER = 16;

    private static final Table TYPES = Table.of("""
            0x00 REQUEST
            0x01 REQUEST_NO_RETURN
            0x02 NOTIFICATION
            0x80 RESPONSE
            0x81 ERROR
            0x20 TP_REQUEST
            0x21 TP_REQUEST_NO_RETURN
            0x22 TP_NOTIFICATION
            0xa0 TP_RESPONSE
            0xa1 TP_ERROR
            """);

    private static final String[] RETURNS = {
        "E_OK",
        "E_NOT_OK",
        "E_UNKNOWN_SERVICE",
        "E_UNKNOWN_METHOD",
        "E_NOT_READY",
        "E_NOT_REACHABLE",
        "E_TIMEOUT",
        "E_WRONG_PROTOCOL_VERSION",
        "E_WRONG_INTERFACE_VERSION",
        "E_MALFORMED_MESSAGE",
        "E_WRONG_MESSAGE_TYPE",
        "E_E2E_REPEATED",
        "E_E2E_WRONG_SEQUENCE",
        "E_E2E",
        "E_E2E_NOT_AVAILABLE",
        "E_E2E_NO_NEW_DATA"
    };

    private SomeIp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "someip";
        line.text("SOMEIP");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int message = sheet.s32(at);
        line.text(", service ").number(message >>> 16);
        line.text((message & 0x8000) != 0 ? ", event " : ", method ").number(message & 0x7fff);
        line.text(", len ").number(sheet.be32(at + LENGTH));
        line.text(", client ").number(sheet.be16(at + CLIENT));
        line.text(", session ").number(sheet.be16(at + SESSION));
        line.text(", pver ").number(sheet.u8(at + PROTOCOL_VERSION));
        line.text(", iver ").number(sheet.u8(at + INTERFACE_VERSION));
        line.text(", msgtype ").text(TYPES.name(sheet.u8(at + TYPE), "Unknown"));
        int code = sheet.u8(at + RETURN);
        line.text(", retcode ").text(code < RETURNS.length ? RETURNS[code] : "Unknown");
    }
}
