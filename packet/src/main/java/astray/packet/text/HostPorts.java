package astray.packet.text;

/** What hosts ask of their network, and the tunnels between them, by UDP's ports. */
final class HostPorts {
    private HostPorts() {}

    /** Prints a payload by the ports that are asked for first; false when none of them is known. */
    static boolean first(Sheet sheet, int source, int destination, int at, int length) {
        if (is(source, destination, 67) || is(source, destination, 68)) {
            Dhcp.print(sheet, at, length);
        } else if (is(source, destination, 123)) {
            Ntp.print(sheet, at, length);
        } else if (is(source, destination, 161) || is(source, destination, 162)) {
            Snmp.print(sheet, at, length);
        } else if (is(source, destination, 514)) {
            Syslog.print(sheet, at, length);
        } else if (is(source, destination, 546) || is(source, destination, 547)) {
            Dhcp6.print(sheet, at, length);
        } else {
            return false;
        }
        return true;
    }

    /** Prints a payload by the ports that are asked for last; false when none of them is known. */
    static boolean last(Sheet sheet, int source, int destination, int at, int length) {
        if (is(source, destination, 1701)) {
            L2tp.print(sheet, at, length);
        } else if (destination == 3456) {
            Vat.print(sheet, at, length);
        } else if (radius(source) || radius(destination)) {
            Radius.print(sheet, at, length);
        } else if (is(source, destination, 5060)) {
            TextLines.sip(sheet, at, length);
        } else if (is(source, destination, 4789)) {
            Vxlan.print(sheet, at, length);
        } else if (destination == 6081) {
            Geneve.print(sheet, at, length);
        } else {
            return false;
        }
        return true;
    }

    private static boolean radius(int port) {
        return switch (port) {
            // of old, of now, of Cisco, of changes of authorisation (RFC 5176)
            case 1645, 1646, 1812, 1813, 1700, 3799 -> true;
            default -> false;
        };
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }
}
