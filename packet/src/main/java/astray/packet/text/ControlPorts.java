package astray.packet.text;

/** The protocols of routing and of labels above UDP and TCP, by their ports. */
final class ControlPorts {
    private static final int BGP = 179;
    private static final int LDP = 646;
    private static final int LMP = 701;
    private static final int LSP_PING = 3503;
    private static final int MPLS = 6635;
    private static final int BABEL = 6696;
    private static final int BABEL_OLD = 6697;
    private static final int HNCP = 8231;

    private ControlPorts() {}

    /** Prints what a UDP datagram carries; false when it is none of these. */
    static boolean udp(Sheet sheet, int source, int destination, int at, int length) {
        if (sheet.options.forced() == PrintOptions.Forced.LMP) {
            Lmp.print(sheet, at, length);
            return true;
        }
        return udp(sheet, source, at, length) || udp(sheet, destination, at, length);
    }

    private static boolean udp(Sheet sheet, int port, int at, int length) {
        switch (port) {
            case LDP -> Ldp.print(sheet, at, length);
            case LMP -> Lmp.print(sheet, at, length);
            case LSP_PING -> LspPing.print(sheet, at, length);
            case MPLS -> Mpls.print(sheet, at, length);
            case BABEL, BABEL_OLD -> Babel.print(sheet, at, length);
            case HNCP -> Hncp.print(sheet, at, length);
            default -> {
                return false;
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
        }
    }
}
