package astray.packet.text;

/** The protocols of routing and of labels above UDP and TCP, by their ports. */
final class ControlPorts {
    private static final int BGP = 179;
    private static final int AUTO_RP = 496;
    private static final int RIP = 520;
    private static final int RIPNG = 521;
    private static final int MSDP = 639;
    private static final int LDP = 646;
    private static final int AODV = 654;
    private static final int OLSR = 698;
    private static final int LMP = 701;
    private static final int HSRP = 1985;
    private static final int LSP_PING = 3503;
    private static final int AHCP = 5359;
    private static final int MPLS = 6635;
    private static final int BABEL = 6696;
    private static final int BABEL_OLD = 6697;
    private static final int HNCP = 8231;

    private ControlPorts() {}

    /** Prints what a UDP datagram carries; false when it is none of these. */
    static boolean udp(Sheet sheet, int source, int destination, int at, int length, Carrier carrier) {
        boolean ip6 = carrier.version() == 6;
        switch (sheet.options.forced()) {
            case AODV -> Aodv.print(sheet, at, length, ip6);
            case LMP -> Lmp.print(sheet, at, length);
            case PGM, PGM_ZMTP1 -> Pgm.print(sheet, at, length, carrier, false);
            default -> {
                return udp(sheet, source, at, length, ip6)
                        || udp(sheet, destination, at, length, ip6)
                        || server(sheet, source, destination, at, length);
            }
        }
        return true;
    }

    private static boolean udp(Sheet sheet, int port, int at, int length, boolean ip6) {
        switch (port) {
            case AHCP -> Ahcp.print(sheet, at, length);
            case AODV -> Aodv.print(sheet, at, length, ip6);
            case AUTO_RP -> CiscoAutoRp.print(sheet, at, length);
            case LDP -> Ldp.print(sheet, at, length);
            case LMP -> Lmp.print(sheet, at, length);
            case LSP_PING -> LspPing.print(sheet, at, length);
            case MPLS -> Mpls.print(sheet, at, length);
            case BABEL, BABEL_OLD -> Babel.print(sheet, at, length);
            case OLSR -> Olsr.print(sheet, at, length, ip6);
            case RIPNG -> RipNg.print(sheet, at, length);
            case RIP -> Rip.print(sheet, at, length);
            case HNCP -> Hncp.print(sheet, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the original knows by the port it goes to only. */
    private static boolean server(Sheet sheet, int source, int destination, int at, int length) {
        switch (destination) {
            case HSRP -> Hsrp.print(sheet, at, length);
            case Bfd.CONTROL, Bfd.ECHO, Bfd.MULTIHOP, Bfd.LAG, Bfd.SEAMLESS ->
                Bfd.print(sheet, at, length, destination);
            default -> {
                if (source != Bfd.SEAMLESS) {
                    return false;
                }
                Bfd.print(sheet, at, length, source);
            }
        }
        return true;
    }

    /** Prints what a TCP segment carries, if it is one of these. */
    static void tcp(Sheet sheet, int source, int destination, int at, int length) {
        if (source == BGP || destination == BGP) {
            Bgp.print(sheet, at);
        } else if (source == LDP || destination == LDP) {
            Ldp.print(sheet, at, length);
        } else if (source == MSDP || destination == MSDP) {
            Msdp.print(sheet, at, length);
        }
    }
}
