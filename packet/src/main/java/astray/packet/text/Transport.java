package astray.packet.text;

/** What lies above IP, by its protocol number. */
final class Transport {
    private Transport() {}

    static void print(Sheet sheet, int protocol, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        switch (protocol) {
            case IpProtocol.TCP -> Tcp.print(sheet, at, length, carrier);
            case IpProtocol.UDP -> Udp.print(sheet, at, length, carrier);
            case IpProtocol.ICMP -> {
                if (carrier.version() == 4) {
                    Icmp.print(sheet, at, length, carrier);
                } else {
                    requires(sheet, protocol, 4);
                }
            }
            case IpProtocol.ICMP6 -> {
                if (carrier.version() == 6) {
                    Icmp6.print(sheet, at, length, carrier);
                } else {
                    requires(sheet, protocol, 6);
                }
            }
            case IpProtocol.IGMP -> {
                if (carrier.version() == 4) {
                    Igmp.print(sheet, at, length);
                } else {
                    requires(sheet, protocol, 4);
                }
            }
            case IpProtocol.ETHERNET -> {
                if (carrier.version() == 6) {
                    Ethernet.print(sheet, at, length);
                } else {
                    requires(sheet, protocol, 6);
                }
            }
            case IpProtocol.GRE -> Gre.print(sheet, at, length);
            case IpProtocol.VRRP -> {
                if (sheet.options.forced() == PrintOptions.Forced.CARP) {
                    Carp.print(sheet, at, length, carrier);
                } else {
                    Vrrp.print(sheet, at, length, carrier);
                }
            }
            case IpProtocol.OSPF -> {
                if (carrier.version() == 6) {
                    Ospf6.print(sheet, at, length);
                } else {
                    Ospf.print(sheet, at, length);
                }
            }
            case IpProtocol.IP4 -> Ip4.print(sheet, at, length);
            case IpProtocol.IP6 -> Ip6.print(sheet, at, length);
            case IpProtocol.SCTP -> Sctp.print(sheet, at, length, carrier);
            case IpProtocol.RSVP -> Rsvp.print(sheet, at, length);
            case IpProtocol.DCCP -> Dccp.print(sheet, at, length, carrier);
            case IpProtocol.ESP -> Esp.print(sheet, at, length);
            case IpProtocol.AH -> Ah.print(sheet, at, length, carrier);
            case IpProtocol.IPCOMP -> IpComp.print(sheet, at);
            case IpProtocol.EIGRP -> Eigrp.print(sheet, at, length);
            case IpProtocol.NHRP -> Nhrp.print(sheet, at, length);
            case IpProtocol.PGM -> Pgm.print(sheet, at, length, carrier, true);
            case IpProtocol.PIM -> Pim.print(sheet, at, length, carrier);
            case IpProtocol.MOBILITY, IpProtocol.MOBILITY_OLD -> {
                if (carrier.version() == 6) {
                    Mobility.print(sheet, at);
                } else {
                    other(sheet, protocol, length);
                }
            }
            case IpProtocol.NONE -> line.text("no next header");
            default -> other(sheet, protocol, length);
        }
    }

    private static void requires(Sheet sheet, int protocol, int version) {
        sheet.text("[")
                .text(String.valueOf(IpProtocol.name(protocol)))
                .text(" requires IPv")
                .number(version);
        sheet.line.put(']');
        sheet.invalid();
    }

    private static void other(Sheet sheet, int protocol, int length) {
        IpProtocol.keyword(sheet, protocol);
        sheet.text(" ").number(length);
    }
}
