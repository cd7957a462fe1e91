package astray.instruments.ip;

import astray.kernel.netlink.Attributes;
import astray.kernel.route.Link;
import java.io.IOException;

/** What a virtual link is and what is set on it, and the same of it as a port. A kind not known here has its name. */
final class KindPrinting {
    private KindPrinting() {}

    static void print(Session session, Link link) throws IOException {
        Printer printer = session.printer();
        String kind = link.kind();
        if (kind != null) {
            printer.line();
            printer.string("info_kind", "    ", kind, " ");
            if (hasOptions(kind)) {
                printer.openObject("info_data");
                if (link.hasData()) {
                    printOptions(new Options(session, link.data()), kind);
                }
                printer.closeObject();
            }
            Attributes.Attribute counters = link.kindCounters();
            if (counters != null && kind.equals("can") && session.settings().statistics()) {
                printer.openObject("info_xstats");
                CanPrinting.printStatistics(printer, counters);
                printer.closeObject();
            }
        }
        String port = link.portKind();
        if (port != null) {
            printer.line();
            printer.string("info_slave_kind", "    ", port, printer.isJson() ? "" : "_slave ");
            if (port.equals("bridge") || port.equals("bond") || port.equals("vrf")) {
                printer.openObject("info_slave_data");
                printPort(new Options(session, link.portData()), port);
                printer.closeObject();
            }
        }
    }

    private static boolean hasOptions(String kind) {
        return switch (kind) {
            case "bridge",
                    "vlan",
                    "vxlan",
                    "geneve",
                    "bareudp",
                    "bond",
                    "macvlan",
                    "macvtap",
                    "ipvlan",
                    "ipvtap",
                    "tun",
                    "vrf",
                    "gre",
                    "gretap",
                    "erspan",
                    "ip6gre",
                    "ip6gretap",
                    "ip6erspan",
                    "ipip",
                    "sit",
                    "ip6tnl",
                    "vti",
                    "vti6",
                    "xfrm",
                    "macsec",
                    "hsr",
                    "can",
                    "ipoib",
                    "rmnet",
                    "dsa",
                    "amt",
                    "gtp",
                    "wwan" -> true;
            default -> false;
        };
    }

    private static void printOptions(Options options, String kind) throws IOException {
        switch (kind) {
            case "bridge" -> BridgePrinting.printBridge(options);
            case "vlan" -> StackedPrinting.printVlan(options);
            case "macvlan", "macvtap" -> StackedPrinting.printMacvlan(options);
            case "ipvlan", "ipvtap" -> StackedPrinting.printIpvlan(options);
            case "vrf" -> StackedPrinting.printVrf(options);
            case "vxlan" -> OverlayPrinting.printVxlan(options);
            case "geneve" -> OverlayPrinting.printGeneve(options);
            case "bareudp" -> OverlayPrinting.printBareudp(options);
            case "bond" -> BondPrinting.printBond(options);
            case "tun" -> TunPrinting.print(options);
            case "gre", "gretap", "erspan" -> TunnelPrinting.printGre(options, false);
            case "ip6gre", "ip6gretap", "ip6erspan" -> TunnelPrinting.printGre(options, true);
            case "ipip", "sit" -> TunnelPrinting.printIpTunnel(options, false);
            case "ip6tnl" -> TunnelPrinting.printIpTunnel(options, true);
            case "vti", "vti6" -> TunnelPrinting.printVti(options);
            case "xfrm" -> TunnelPrinting.printXfrm(options);
            case "macsec" -> DevicePrinting.printMacsec(options);
            case "hsr" -> DevicePrinting.printHsr(options);
            case "ipoib" -> DevicePrinting.printIpoib(options);
            case "rmnet" -> DevicePrinting.printRmnet(options);
            case "dsa" -> DevicePrinting.printDsa(options);
            case "amt" -> DevicePrinting.printAmt(options);
            case "gtp" -> DevicePrinting.printGtp(options);
            case "wwan" -> DevicePrinting.printWwan(options);
            case "can" -> CanPrinting.print(options);
            default -> {}
        }
    }

    private static void printPort(Options options, String kind) throws IOException {
        switch (kind) {
            case "bridge" -> BridgePrinting.printPort(options);
            case "bond" -> BondPrinting.printPort(options);
            default -> StackedPrinting.printVrfPort(options);
        }
    }
}
