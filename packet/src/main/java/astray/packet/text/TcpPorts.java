package astray.packet.text;

/** What lies above TCP, by what {@code -T} says or by its ports. */
final class TcpPorts {
    private TcpPorts() {}

    static void print(Sheet sheet, int source, int destination, int at, int length) {
        if (sheet.options.forced() != PrintOptions.Forced.NONE) {
            forced(sheet, at, length);
        } else if (is(source, destination, 53)) {
            Dns.print(sheet, at, length, false, true);
        } else if (is(source, destination, 80) || is(source, destination, 8080) || is(source, destination, 3128)) {
            TextLines.http(sheet, at, length);
        } else if (is(source, destination, 22)) {
            TextLines.ssh(sheet, at, length);
        } else if (is(source, destination, 23)) {
            Telnet.print(sheet, at, length);
        } else if (is(source, destination, 554) || is(source, destination, 8554)) {
            TextLines.rtsp(sheet, at, length);
        } else if (is(source, destination, 25)) {
            TextLines.smtp(sheet, at, length);
        } else if (is(source, destination, 21)) {
            TextLines.ftp(sheet, at, length);
        } else if (is(source, destination, 43)) {
            TextLines.whois(sheet, at, length);
        } else if (is(source, destination, 323)) {
            RpkiRouter.print(sheet, at, length);
        } else if (is(source, destination, 1723)) {
            Pptp.print(sheet, at);
        } else if (is(source, destination, 6633) || is(source, destination, 6653)) {
            OpenFlow.print(sheet, at, length);
        } else if (is(source, destination, 6379)) {
            Resp.print(sheet, at, length);
        } else {
            ControlPorts.tcp(sheet, source, destination, at, length);
        }
    }

    /** Prints what {@code -T} says; nothing where that is a protocol above UDP only. */
    private static void forced(Sheet sheet, int at, int length) {
        switch (sheet.options.forced()) {
            case DOMAIN -> Dns.print(sheet, at, length, false, true);
            case RESP -> Resp.print(sheet, at, length);
            case ZMTP1 -> Zmtp.print(sheet, at, length);
            default -> {
                // the length was printed
            }
        }
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }
}
