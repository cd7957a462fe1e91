package astray.packet.text;

/** What lies above UDP, by what {@code -T} says or by its ports. */
final class UdpPorts {
    private UdpPorts() {}

    /** Prints what a datagram carries; false when nobody knows it. */
    static boolean print(Sheet sheet, int source, int destination, int at, int length, Carrier carrier) {
        if (sheet.options.forced() != PrintOptions.Forced.NONE) {
            forced(sheet, source, destination, at, length, carrier);
            return true;
        }
        if (is(source, destination, 53)) {
            Dns.print(sheet, at, length, false, false);
        } else if (is(source, destination, 5353)) {
            Dns.print(sheet, at, length, true, false);
        } else if (HostPorts.first(sheet, source, destination, at, length)
                || ControlPorts.udp(sheet, source, destination, at, length, carrier)
                || HostPorts.last(sheet, source, destination, at, length)) {
            return true;
        } else if (is(source, destination, 69)) {
            Tftp.print(sheet, at, length);
        } else if (is(source, destination, 88) || is(source, destination, 750)) {
            Kerberos.print(sheet, at);
        } else if (is(source, destination, 319) || is(source, destination, 320)) {
            Ptp.print(sheet, at, length);
        } else if (is(source, destination, 443) && Quic.is(sheet, at, length)) {
            Quic.print(sheet, at);
        } else if (is(source, destination, 500) || is(source, destination, 7500) || is(source, destination, 8500)) {
            Ike.print(sheet, at, length, carrier);
        } else if (is(source, destination, 525)) {
            Timed.print(sheet, at);
        } else if (is(source, destination, 921)) {
            Lwres.print(sheet, at, length);
        } else if (is(source, destination, 1589)) {
            Vqp.print(sheet, at, length);
        } else if (is(source, destination, 2103) || is(source, destination, 2104)) {
            Zephyr.print(sheet, at, length);
        } else if (isRx(source) || isRx(destination)) {
            Rx.print(sheet, source, destination, at, length, carrier);
        } else if (is(source, destination, 4342)) {
            Lisp.print(sheet, at, length);
        } else if (is(source, destination, 4500)) {
            Ike.printEncapsulated(sheet, at, length, carrier);
        } else if (is(source, destination, 4790)) {
            VxlanGpe.print(sheet, at, length);
        } else if (is(source, destination, 6343)) {
            Sflow.print(sheet, at, length);
        } else if (is(source, destination, 30490)) {
            SomeIp.print(sheet, at, length);
        } else if (source == 49152) {
            BroadcomShim.print(sheet, at, length);
        } else {
            return false;
        }
        return true;
    }

    /** Prints what {@code -T} says; nothing where that is no protocol above UDP. */
    private static void forced(Sheet sheet, int source, int destination, int at, int length, Carrier carrier) {
        switch (sheet.options.forced()) {
            case DOMAIN -> Dns.print(sheet, at, length, false, false);
            case RADIUS -> Radius.print(sheet, at, length);
            case RTP -> Rtp.print(sheet, at, length);
            case RTCP -> Rtp.control(sheet, at);
            case SNMP -> Snmp.print(sheet, at, length);
            case VAT -> Vat.print(sheet, at, length);
            case VXLAN -> Vxlan.print(sheet, at, length);
            case PTP -> Ptp.print(sheet, at, length);
            case QUIC -> Quic.print(sheet, at);
            case SOMEIP -> SomeIp.print(sheet, at, length);
            case TFTP -> Tftp.print(sheet, at, length);
            case AODV, LMP, PGM, PGM_ZMTP1 -> ControlPorts.udp(sheet, source, destination, at, length, carrier);
            default -> {
                // the addresses were printed
            }
        }
    }

    private static boolean isRx(int port) {
        return port >= Rx.LOWEST_PORT && port <= Rx.HIGHEST_PORT;
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }
}
