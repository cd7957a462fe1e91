package astray.packet.text;

/** What lies above UDP, by what {@code -T} says or by its ports. */
final class UdpPorts {
    private UdpPorts() {}

    static void print(Sheet sheet, int source, int destination, int at, int length) {
        if (is(source, destination, 53) || sheet.options.forced() == PrintOptions.Forced.DOMAIN) {
            Dns.print(sheet, at, length, false, false);
        } else if (is(source, destination, 5353)) {
            Dns.print(sheet, at, length, true, false);
        } else if (is(source, destination, 123)) {
            Ntp.print(sheet, at, length);
        } else if (is(source, destination, 4789) || sheet.options.forced() == PrintOptions.Forced.VXLAN) {
            Vxlan.print(sheet, at, length);
        } else if (is(source, destination, 6081)) {
            Geneve.print(sheet, at, length);
        } else {
            sheet.text("UDP, length ").number(length);
        }
    }

    private static boolean is(int source, int destination, int port) {
        return source == port || destination == port;
    }
}
