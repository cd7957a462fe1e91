package astray.packet.text;

/** Network layer protocol identifiers (ISO/IEC TR 9577, RFC 6328), the first byte of an OSI packet. */
final class Nlpid {
    static final int NULL = 0x00;
    static final int Q933 = 0x08;
    static final int CLNP = 0x81;
    static final int ESIS = 0x82;
    static final int ISIS = 0x83;
    static final int IP6 = 0x8e;
    static final int IP4 = 0xcc;
    static final int PPP = 0xcf;

    static final Table NAMES = Table.of("""
            0x00 NULL
            0x08 Q.933
            0x09 LMI
            0x80 SNAP
            0x81 CLNP
            0x82 ES-IS
            0x83 IS-IS
            0x84 CONS
            0x85 IDRP
            0x8a X25 ES-IS
            0x8e IPv6
            0xb1 FRF.15
            0xc1 ISIS_SPB
            0xcc IPv4
            0xcf PPP
            """);

    private Nlpid() {}

    /** Prints identifiers with commas between. */
    static void print(Sheet sheet, int at, int count) {
        Line line = sheet.line;
        for (int i = 0; i < count; i++) {
            int number = sheet.u8(at + i);
            line.text(NAMES.name(number, "unknown")).text(" (0x").hex(number, 2).put(')');
            line.text(count - i > 1 ? ", " : "");
        }
    }
}
