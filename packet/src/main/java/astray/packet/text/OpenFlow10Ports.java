package astray.packet.text;

/** Ports of switches in OpenFlow 1.0 (switch specification 1.0.0, section 5.2.1). */
final class OpenFlow10Ports {
    /** How long a port's description is. */
    static final int LENGTH = 48;

    static final int CONTROLLER = 0xfffd;

    private static final long CONFIGURATIONS_KNOWN = 0x7f;

    /** A port's state has one bit, and two that tell of the spanning tree. */
    private static final int LINK_DOWN = 1;

    private static final long STATES_KNOWN = 0x301;
    private static final long FEATURES_KNOWN = 0xfff;

    private static final Table PORTS = Table.of("""
            0xff00 MAX
            0xfff8 IN_PORT
            0xfff9 TABLE
            0xfffa NORMAL
            0xfffb FLOOD
            0xfffc ALL
            0xfffd CONTROLLER
            0xfffe LOCAL
            0xffff NONE
            """);
    private static final Table CONFIGURATIONS = Table.of("""
            0x01 PORT_DOWN
            0x02 NO_STP
            0x04 NO_RECV
            0x08 NO_RECV_STP
            0x10 NO_FLOOD
            0x20 NO_FWD
            0x40 NO_PACKET_IN
            """);
    private static final String[] TREE = {"STP_LISTEN", "STP_LEARN", "STP_FORWARD", "STP_BLOCK"};
    private static final Table FEATURES = Table.of("""
            0x001 10MB_HD
            0x002 10MB_FD
            0x004 100MB_HD
            0x008 100MB_FD
            0x010 1GB_HD
            0x020 1GB_FD
            0x040 10GB_FD
            0x080 COPPER
            0x100 FIBER
            0x200 AUTONEG
            0x400 PAUSE
            0x800 PAUSE_ASYM
            """);

    private OpenFlow10Ports() {}

    /** Prints a port's number, or its name where it stands for something. */
    static void number(Sheet sheet, String what, int at) {
        OpenFlow.text(sheet, what, PORTS.orNumber(sheet.be16(at), ""));
    }

    /** Prints descriptions of ports. */
    static void print(Sheet sheet, int at, int length) {
        for (int here = at; here < at + length; here += LENGTH) {
            if (OpenFlow.lacks(sheet, "\n\t ", at + length - here, LENGTH)) {
                return;
            }
            number(sheet, "\n\t  port_no ", here);
            OpenFlow.mac(sheet, ", hw_addr ", here + 2);
            OpenFlow.quoted(sheet, ", name", here + 8, 16);
            if (sheet.v > 1) {
                configuration(sheet, "\n\t   config", here + 24);
                state(sheet, here + 28);
                features(sheet, "\n\t   curr", here + 32);
                features(sheet, "\n\t   advertised", here + 36);
                features(sheet, "\n\t   supported", here + 40);
                features(sheet, "\n\t   peer", here + 44);
            }
            sheet.need(here, LENGTH);
        }
    }

    /** Prints what a port is told to change (section 5.3.3). */
    static void modification(Sheet sheet, int at) {
        number(sheet, "\n\t port_no ", at);
        OpenFlow.mac(sheet, ", hw_addr ", at + 2);
        configuration(sheet, "\n\t config", at + 8);
        configuration(sheet, "\n\t mask", at + 12);
        features(sheet, "\n\t advertise", at + 16);
    }

    private static void configuration(Sheet sheet, String what, int at) {
        OpenFlow.bits(sheet, what, at, CONFIGURATIONS, CONFIGURATIONS_KNOWN);
    }

    private static void state(Sheet sheet, int at) {
        Line line = sheet.line;
        long state = sheet.be32(at);
        line.text("\n\t   state 0x").hex(state, 8);
        line.text(" (").text(TREE[(int) (state >> 8 & 3)]);
        line.text((state & LINK_DOWN) != 0 ? ", LINK_DOWN)" : ")");
        line.text((state & ~STATES_KNOWN) != 0 ? " (bogus)" : "");
    }

    private static void features(Sheet sheet, String what, int at) {
        OpenFlow.bits(sheet, what, at, FEATURES, FEATURES_KNOWN);
    }
}
