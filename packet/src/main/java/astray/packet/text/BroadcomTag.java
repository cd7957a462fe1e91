package astray.packet.text;

/** The four bytes that Broadcom's Ethernet switches put behind a frame's addresses or in front of it. */
final class BroadcomTag {
    private static final int LENGTH = 4;

    /** The opcode's bit that tells a frame to the switch from one that it passes on. */
    private static final int INGRESS = 0x20;

    private static final String[] TAG_ENFORCEMENT = {"None", "Untag", "Header", "Reserved"};

    private static final Table REASONS = Table.of("""
            1 mirror
            2 MAC learning
            4 switching
            8 prot term
            16 prot snoop
            32 exception
            """);

    private static final Table PORTS = Table.of("""
            0x001 port 0
            0x002 port 1
            0x004 port 2
            0x008 port 3
            0x010 port 4
            0x020 port 5
            0x040 port 6
            0x080 port 7
            0x100 port 8
            """);

    private BroadcomTag() {}

    /** A frame with the tag behind its addresses. */
    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "brcm-tag";
        Ethernet.print(sheet, at, wire, LENGTH, BroadcomTag::tag);
    }

    /** A frame with the tag in front. */
    static void printPrepended(Sheet sheet, int at, int wire) {
        sheet.protocol = "brcm-tag-prepend";
        if (wire < LENGTH) {
            sheet.invalid("length", wire, "<", LENGTH);
            return;
        }
        sheet.need(at, LENGTH);
        tag(sheet, at);
        Ethernet.print(sheet, at + LENGTH, wire - LENGTH);
    }

    private static void tag(Sheet sheet, int at) {
        Line line = sheet.line;
        int opcode = sheet.u8(at);
        int second = sheet.u8(at + 1);
        int third = sheet.u8(at + 2);
        int fourth = sheet.u8(at + 3);
        line.text("BRCM tag OP: ").text(opcode != 0 ? "IG" : "EG");
        if ((opcode & INGRESS) != 0) {
            line.text(", TC: ").number(opcode >> 2 & 7);
            line.text(", TE: ").text(TAG_ENFORCEMENT[opcode & 3]);
            line.text(", TS: ").number(second >> 7);
            int ports = (third << 8 | fourth) & 0x1ff;
            line.text(", DST map: [").text(PORTS.bits(ports, ", ", "none")).put(']');
        } else {
            line.text(", CID: ").number(second);
            line.text(", RC: [").text(REASONS.bits(third, ", ", "reserved")).put(']');
            line.text(", TC: ").number(fourth >> 5);
            line.text(", port: ").number(fourth & 0x1f);
        }
        line.text(", ");
    }
}
