package astray.packet.text;

/** The generic protocol extension for VXLAN (draft-ietf-nvo3-vxlan-gpe-01 section 3). */
final class VxlanGpe {
    private static final int NEXT = 3;
    private static final int NETWORK = 4;
    private static final int HEADER = 8;

    private static final Table FLAGS = Table.of("""
            8 I
            4 P
            1 O
            """);

    /** Frames in datagrams in frames: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private VxlanGpe() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "vxlan_gpe";
        line.text("VXLAN-GPE");
        if (length < HEADER) {
            sheet.invalid("len", length, "<", HEADER);
            return;
        }
        int next = sheet.u8(at + NEXT);
        line.text(", flags [").text(FLAGS.bits(sheet.u8(at), "", "none"));
        line.text("], vni ").number(sheet.be24(at + NETWORK));
        line.text(sheet.v > 0 ? "\n    " : ": ");
        if (sheet.depth >= DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        int here = at + HEADER;
        int rest = length - HEADER;
        switch (next) {
            case 1 -> Ip4.print(sheet, here, rest);
            case 2 -> Ip6.print(sheet, here, rest);
            case 3 -> Ethernet.print(sheet, here, rest);
            case 4 -> Nsh.print(sheet, here, rest);
            default -> line.text("unknown-next-protocol-0x").hex(next, 2);
        }
        sheet.depth--;
    }
}
