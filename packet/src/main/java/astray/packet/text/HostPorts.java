package astray.packet.text;

/** What hosts ask of their network, and the tunnels between them, by UDP's ports. */
final class HostPorts {
    /** Where both ports are known, the protocol with the lower number counts. */
    private static final int NONE = 9;

    private static final int DHCP = 1;
    private static final int SNMP = 2;
    private static final int NTP = 3;
    private static final int DHCP6 = 4;
    private static final int RADIUS = 5;
    private static final int SYSLOG = 6;
    private static final int VXLAN = 7;
    private static final int GENEVE = 8;

    private HostPorts() {}

    /** Prints a payload; false when no port is known here. */
    static boolean udp(Sheet sheet, int source, int destination, int at, int length) {
        switch (Math.min(protocol(source), protocol(destination))) {
            case DHCP -> Dhcp.print(sheet, at, length);
            case SNMP -> Snmp.print(sheet, at, length);
            case NTP -> Ntp.print(sheet, at, length);
            case DHCP6 -> Dhcp6.print(sheet, at, length);
            case RADIUS -> Radius.print(sheet, at, length);
            case SYSLOG -> Syslog.print(sheet, at, length);
            case VXLAN -> Vxlan.print(sheet, at, length);
            case GENEVE -> Geneve.print(sheet, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int protocol(int port) {
        return switch (port) {
            case 67, 68 -> DHCP;
            case 123 -> NTP;
            case 161, 162 -> SNMP;
            case 514 -> SYSLOG;
            case 546, 547 -> DHCP6;
            // of old, of now, of Cisco, of changes of authorisation (RFC 5176)
            case 1645, 1646, 1812, 1813, 1700, 3799 -> RADIUS;
            case 4789 -> VXLAN;
            case 6081 -> GENEVE;
            default -> NONE;
        };
    }
}
