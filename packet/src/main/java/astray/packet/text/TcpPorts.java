package astray.packet.text;

/** What lies above TCP, by what {@code -T} says or by its ports. */
final class TcpPorts {
    private TcpPorts() {}

    static void print(Sheet sheet, int source, int destination, int at, int length) {
        if (sheet.options.forced() == PrintOptions.Forced.ZMTP1) {
            Zmtp.print(sheet, at, length);
        } else if (is(source, destination, 53) || sheet.options.forced() == PrintOptions.Forced.DOMAIN) {
            Dns.print(sheet, at, length, false, true);
        } else if (is(source, destination, 80) || is(source, destination, 8080) || is(source, destination, 3128)) {
            TextLines.http(sheet, at, length);
        } else if (is(source, destination, 22)) {
            TextLines.ssh(sheet, at, length);
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
        } else if (is(source, destination, 6379) || sheet.options.forced() == PrintOptions.Forced.RESP) {
            Resp.print(sheet, at, length);
        } else {
            ControlPorts.tcp(sheet, source, destination, at, length);
        }
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }
}
