package astray.packet.text;

/** IANA's Address Family Numbers, and BGP's Subsequent Address Family Identifiers. */
final class AddressFamily {
    static final int IP4 = 1;
    static final int IP6 = 2;
    static final int NSAP = 3;
    static final int IEEE802 = 6;
    static final int VPLS = 25;
    static final int L2VPN = 196;

    static final Table NAMES = Table.of("""
            0 Reserved
            1 IPv4
            2 IPv6
            3 NSAP
            4 HDLC
            5 BBN 1822
            6 802
            7 E.163
            8 E.164
            9 F.69
            10 X.121
            11 Novell IPX
            12 Appletalk
            13 Decnet IV
            14 Banyan Vines
            15 E.164 with NSAP subaddress
            196 Layer-2 VPN
            25 VPLS
            """);

    static final int UNICAST = 1;
    static final int MULTICAST = 2;
    static final int UNICAST_MULTICAST = 3;
    static final int LABELLED = 4;
    static final int MULTICAST_VPN = 5;
    static final int VPLS_SUBSEQUENT = 65;
    static final int MDT = 66;
    static final int VPN_UNICAST = 128;
    static final int VPN_MULTICAST = 129;
    static final int VPN_UNICAST_MULTICAST = 130;
    static final int ROUTE_TARGET = 132;

    static final Table SUBSEQUENT = Table.of("""
            0 Reserved
            1 Unicast
            2 Multicast
            3 Unicast+Multicast
            4 labeled Unicast
            5 Multicast VPN
            64 Tunnel
            65 VPLS
            66 MDT
            70 EVPN
            128 labeled VPN Unicast
            129 labeled VPN Multicast
            130 labeled VPN Unicast+Multicast
            132 Route Target Routing Information
            """);

    private AddressFamily() {}
}
