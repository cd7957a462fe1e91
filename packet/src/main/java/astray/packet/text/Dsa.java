package astray.packet.text;

/** Marvell's Distributed Switch Architecture: tags behind a frame's addresses, with an Ethernet type in front or not. */
final class Dsa {
    private static final int LENGTH = 4;
    private static final int TYPED_LENGTH = 8;

    private static final int TO_CPU = 0;
    private static final int FROM_CPU = 1;
    private static final int TO_SNIFFER = 2;

    private static final String[] MODES = {"To CPU", "From CPU", "To Sniffer", "Forward"};
    private static final String[] CODES = {
        "BPDU (MGMT) Trap", "Frame2Reg", "IGMP/MLD Trap", "Policy Trap", "ARP Mirror", "Policy Mirror"
    };

    private Dsa() {}

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "dsa";
        Ethernet.print(sheet, at, wire, LENGTH, Dsa::tag);
    }

    /** A frame whose tag has an Ethernet type of its own. */
    static void printTyped(Sheet sheet, int at, int wire) {
        sheet.protocol = "edsa";
        Ethernet.print(sheet, at, wire, TYPED_LENGTH, Dsa::typedTag);
    }

    private static void tag(Sheet sheet, int at) {
        sheet.text(sheet.options.linkLevel() ? "Marvell DSA " : "DSA ");
        common(sheet, at);
    }

    private static void typedTag(Sheet sheet, int at) {
        Line line = sheet.line;
        int type = sheet.be16(at);
        if (sheet.options.linkLevel()) {
            String name = EtherType.name(type);
            line.text("Marvell EDSA ethertype 0x").hex(type, 4);
            line.text(" (").text(name == null ? "Unknown" : name).text("), rsvd ");
            line.number(sheet.u8(at + 2)).put(' ').number(sheet.u8(at + 3)).text(", ");
        } else {
            line.text("EDSA 0x").hex(type, 4).text(", ");
        }
        common(sheet, at + LENGTH);
    }

    private static void common(Sheet sheet, int at) {
        int tag = sheet.s32(at);
        int mode = tag >>> 30;
        int device = tag >>> 24 & 0x1f;
        int port = tag >>> 19 & 0x1f;
        boolean tagged = (tag & 0x20000000) != 0;
        boolean sniffed = (tag & 0x40000) != 0;
        int vlan = tag & 0xfff;
        if (sheet.options.linkLevel()) {
            verbose(sheet.line, tag, mode, device, port);
            sheet.text(tagged ? "tagged, " : "untagged, ").text((tag & 0x10000) != 0 ? "CFI, " : "");
            sheet.text("VID ").number(vlan);
            sheet.text(", FPri ").number(tag >>> 13 & 7).text(", ");
            return;
        }
        Line line = sheet.line;
        switch (mode) {
            case TO_CPU ->
                line.text("port ").number(device).put('.').number(port).text(" > CPU, ");
            case FROM_CPU ->
                line.text("CPU > port ").number(device).put('.').number(port).text(", ");
            case TO_SNIFFER ->
                line.text("port ")
                        .number(device)
                        .put('.')
                        .number(port)
                        .text(sniffed ? " > Rx Sniffer, " : " > Tx Sniffer, ");
            default ->
                line.text(sniffed ? "Forward trunk " : "Forward port ")
                        .number(device)
                        .put('.')
                        .number(port)
                        .text(", ");
        }
        line.text("VLAN ").number(vlan).text(tagged ? "t, " : "u, ");
    }

    private static void verbose(Line line, int tag, int mode, int device, int port) {
        line.text("mode ").text(MODES[mode]).text(", ");
        boolean bit = (tag & 0x40000) != 0;
        String target = switch (mode) {
            case FROM_CPU -> "target dev ";
            case TO_CPU, TO_SNIFFER -> "source dev ";
            default -> "dev ";
        };
        line.text(target).number(device);
        line.text(mode == 3 && bit ? ", trunk " : ", port ").number(port).text(", ");
        if (mode == TO_CPU) {
            int code = tag >>> 16 & 6 | tag >>> 12 & 1;
            line.text("code ")
                    .text(code < CODES.length ? CODES[code] : "reserved")
                    .text(", ");
        } else if (mode == TO_SNIFFER) {
            line.text(bit ? "ingress sniff, " : "egress sniff, ");
        }
    }
}
