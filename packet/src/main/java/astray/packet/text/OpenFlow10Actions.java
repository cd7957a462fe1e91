package astray.packet.text;

/** What OpenFlow 1.0 does with packets (switch specification 1.0.0, section 5.2.4). */
final class OpenFlow10Actions {
    private static final int HEADER = 8;

    private static final int OUTPUT = 0;
    private static final int SET_VLAN = 1;
    private static final int SET_PRIORITY = 2;
    private static final int STRIP_VLAN = 3;
    private static final int SET_SOURCE = 4;
    private static final int SET_DESTINATION = 5;
    private static final int SET_IP_SOURCE = 6;
    private static final int SET_IP_DESTINATION = 7;
    private static final int SET_SERVICE = 8;
    private static final int SET_SOURCE_PORT = 9;
    private static final int SET_DESTINATION_PORT = 10;
    private static final int ENQUEUE = 11;
    private static final int VENDOR = 0xffff;

    private static final Table ACTIONS = Table.of("""
            0 OUTPUT
            1 SET_VLAN_VID
            2 SET_VLAN_PCP
            3 STRIP_VLAN
            4 SET_DL_SRC
            5 SET_DL_DST
            6 SET_NW_SRC
            7 SET_NW_DST
            8 SET_NW_TOS
            9 SET_TP_SRC
            10 SET_TP_DST
            11 ENQUEUE
            0xffff VENDOR
            """);
    private static final long BITS_KNOWN = 0xfff;
    private static final Table BITS = Table.of("""
            0x001 OUTPUT
            0x002 SET_VLAN_VID
            0x004 SET_VLAN_PCP
            0x008 STRIP_VLAN
            0x010 SET_DL_SRC
            0x020 SET_DL_DST
            0x040 SET_NW_SRC
            0x080 SET_NW_DST
            0x100 SET_NW_TOS
            0x200 SET_TP_SRC
            0x400 SET_TP_DST
            0x800 ENQUEUE
            """);

    private OpenFlow10Actions() {}

    /** Prints which actions a switch can do. */
    static void supported(Sheet sheet, String what, int at) {
        OpenFlow.bits(sheet, what, at, BITS, BITS_KNOWN);
    }

    /** Prints actions, each after a text of its own. */
    static void print(Sheet sheet, String before, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            line.text(before).text("action");
            if (OpenFlow.lacks(sheet, "", end - here, HEADER)) {
                sheet.need(at, length);
                return;
            }
            int type = sheet.be16(here);
            OpenFlow.named(sheet, " type ", ACTIONS, type, 4);
            int size = OpenFlow.size(sheet, ", len ", here + 2, HEADER, end - here);
            if (size == 0) {
                sheet.need(at, length);
                return;
            }
            boolean bogus = switch (type) {
                case SET_SOURCE, SET_DESTINATION, ENQUEUE -> size != 16;
                case VENDOR -> size % 8 != 0;
                default -> type <= ENQUEUE && size != 8;
            };
            if (bogus) {
                line.text(" (bogus)");
            } else {
                action(sheet, type, here + 4, size - 4);
            }
            sheet.need(here, size);
            here += size;
        }
    }

    private static void action(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case OUTPUT -> {
                OpenFlow10Ports.number(sheet, ", port ", at);
                if (sheet.be16(at) == OpenFlow10Ports.CONTROLLER) {
                    OpenFlow.number(sheet, ", max_len ", sheet.be16(at + 2));
                }
            }
            case SET_VLAN -> OpenFlow10Match.vlan(line.text(", vlan_vid "), sheet.be16(at));
            case SET_PRIORITY -> OpenFlow10Match.priority(line.text(", vlan_pcp "), sheet.u8(at));
            case SET_SOURCE, SET_DESTINATION -> OpenFlow.mac(sheet, ", dl_addr ", at);
            case SET_IP_SOURCE, SET_IP_DESTINATION -> OpenFlow.host(sheet, ", nw_addr ", at);
            case SET_SERVICE -> OpenFlow.hex(sheet, ", nw_tos 0x", sheet.u8(at), 2);
            case SET_SOURCE_PORT, SET_DESTINATION_PORT -> OpenFlow.number(sheet, ", tp_port ", sheet.be16(at));
            case ENQUEUE -> {
                OpenFlow10Ports.number(sheet, ", port ", at);
                OpenFlow10Queues.number(sheet, at + 8);
            }
            case VENDOR -> {
                if (OpenFlow.vendor(sheet, ", vendor 0x", at) == OpenFlowBigSwitch.VENDOR) {
                    OpenFlowBigSwitch.action(sheet, at + 4, length - 4);
                } else {
                    OpenFlow.data(sheet, at + 4, length - 4);
                }
            }
            case STRIP_VLAN -> sheet.need(at, 4);
            default -> {
                // its length is all that is known
            }
        }
    }
}
