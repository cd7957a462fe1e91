package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** What an Ethernet frame carries (IEEE 802 Numbers of IANA), and the names that are printed. */
final class EtherType {
    static final int IP4 = 0x0800;
    static final int ARP = 0x0806;
    static final int REVERSE_ARP = 0x8035;
    static final int VLAN = 0x8100;
    static final int IP6 = 0x86dd;
    static final int SLOW = 0x8809;
    static final int NHRP = 0x2001;
    static final int MSNLB = 0x886f;
    static final int ARISTA = 0xd28b;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    static final int PPPOE_DISCOVERY = 0x8863;
    static final int PPPOE_SESSION = 0x8864;
    static final int QINQ_SERVICE = 0x88a8;
    static final int LLDP = 0x88cc;
    static final int EAPOL = 0x888e;
    static final int TEB = 0x6558;
    static final int PPP = 0x880b;
    static final int CALM_FAST = 0x1111;
    static final int GEONET_OLD = 0x0707;
    static final int GEONET = 0x8947;
    static final int APPLETALK = 0x809b;
    static final int APPLETALK_ARP = 0x80f3;
    static final int DECNET = 0x6003;
    static final int IPX = 0x8137;
    static final int TIPC = 0x88ca;
    static final int NSH = 0x894f;
    static final int MACSEC = 0x88e5;
    static final int PTP = 0x88f7;
    static final int CFM = 0x8902;
    static final int CFM_OLD = 0xabcd;
    static final int LOOPBACK = 0x9000;
    static final int QINQ_OLD = 0x9100;
    static final int QINQ_OLDER = 0x9200;
    static final int ISO = 0xfefe;

    private static final Table NAMES = Table.of("""
            0x0800 IPv4
            0x8847 MPLS unicast
            0x8848 MPLS multicast
            0x86dd IPv6
            0x8100 802.1Q
            0x9100 802.1Q-9100
            0x88a8 802.1Q-QinQ
            0x9200 802.1Q-9200
            0x88e5 802.1AE MACsec
            0x0200 PUP
            0x0806 ARP
            0x8035 Reverse ARP
            0x0600 NS
            0x0500 Sprite
            0x1000 Trail
            0x6001 MOP DL
            0x6002 MOP RC
            0x6003 DN
            0x6004 LAT
            0x6007 SCA
            0x6558 TEB
            0x8038 Lanbridge
            0x803c DEC DNS
            0x803e DEC DTS
            0x805b VEXP
            0x805c VPROD
            0x809b Appletalk
            0x80f3 Appletalk ARP
            0x8137 IPX
            0x880b PPP
            0x8808 MPCP
            0x8809 Slow Protocols
            0x8863 PPPoE D
            0x8864 PPPoE S
            0x888e EAPOL
            0x8899 Realtek protocols
            0x886f MS NLB heartbeat
            0x8870 Jumbo
            0x894f NSH
            0x9000 Loopback
            0xfefe OSI
            0xabcd CFM (old)
            0x8902 CFM
            0x893a IEEE1905.1
            0x88cc LLDP
            0x88ca TIPC
            0x0707 GeoNet (old)
            0x8947 GeoNet
            0x1111 CALM FAST
            0x88a2 AoE
            0x88f7 PTP
            0xd28b Arista Vendor Specific Protocol
            """);

    private EtherType() {}

    /** The name; {@code null} for a number without one. */
    static @Nullable String name(int type) {
        return NAMES.name(type);
    }
}
