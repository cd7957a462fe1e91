package astray.packet.text;

/** The AppleTalk Address Resolution Protocol (Inside AppleTalk, chapter 2). */
final class Aarp {
    private static final int PROTOCOL = 2;
    private static final int HARDWARE_LENGTH = 4;
    private static final int PROTOCOL_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int SENDER_HARDWARE = 8;
    private static final int SENDER = 14;
    private static final int TARGET = 24;
    private static final int LENGTH = 28;

    private static final int ETHERNET = 1;

    private Aarp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "aarp";
        line.text("aarp ");
        sheet.need(at, LENGTH);
        int hardware = sheet.be16(at);
        int protocol = sheet.be16(at + PROTOCOL);
        int hardwareLength = sheet.u8(at + HARDWARE_LENGTH);
        int protocolLength = sheet.u8(at + PROTOCOL_LENGTH);
        int operation = sheet.be16(at + OPERATION);
        boolean usual =
                hardware == ETHERNET && protocol == EtherType.APPLETALK && hardwareLength == 6 && protocolLength == 4;
        switch (usual ? operation : 0) {
            case 1 -> {
                line.text("who-has ");
                address(sheet, at + TARGET);
                line.text(" tell ");
                address(sheet, at + SENDER);
            }
            case 2 -> {
                line.text("reply ");
                address(sheet, at + SENDER);
                line.text(" is-at ");
                sheet.mac(at + SENDER_HARDWARE);
            }
            case 3 -> {
                line.text("probe ");
                address(sheet, at + SENDER);
                line.text(" tell ");
                address(sheet, at + TARGET);
            }
            default -> {
                line.text("len ").number(length).text(" op ").number(operation);
                line.text(" htype ").number(hardware).text(" ptype 0x").hex(protocol);
                line.text(" halen ").number(hardwareLength).text(" palen ").number(protocolLength);
            }
        }
    }

    /** A byte that is not used, a network, a node; 255 is all nodes. */
    private static void address(Sheet sheet, int at) {
        sheet.line.number(sheet.be16(at + 1));
        int node = sheet.u8(at + 3);
        if (node != 255) {
            sheet.line.put('.').number(node);
        }
    }
}
