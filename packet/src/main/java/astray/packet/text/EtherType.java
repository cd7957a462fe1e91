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
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    static final int PPPOE_DISCOVERY = 0x8863;
    static final int PPPOE_SESSION = 0x8864;
    static final int QINQ_SERVICE = 0x88a8;
    static final int LLDP = 0x88cc;
    static final int TEB = 0x6558;
    static final int PPP = 0x880b;
    static final int LOOPBACK = 0x9000;
    static final int QINQ_OLD = 0x9100;
    static final int QINQ_OLDER = 0x9200;

    private EtherType() {}

    /** The name; {@code null} for a number without one. */
    static @Nullable String name(int type) {
        return switch (type) {
            case IP4 -> "IPv4";
            case VLAN -> "802.1Q";
            case QINQ_SERVICE -> "802.1Q-QinQ";
            case QINQ_OLD -> "802.1Q-9100";
            case QINQ_OLDER -> "802.1Q-9200";
            case 0x0200 -> "PUP";
            case 0x1000 -> "Trail/0";
            case ARP -> "ARP";
            case REVERSE_ARP -> "Reverse ARP";
            case TEB -> "Transparent Ethernet Bridging";
            case 0x6001 -> "MOP DL";
            case 0x6002 -> "MOP RC";
            case 0x6003 -> "DN";
            case 0x6004 -> "LAT";
            case 0x6007 -> "SCA";
            case 0x8038 -> "LANBRIDGE";
            case 0x803c -> "DECDNS";
            case 0x803e -> "DECDTS";
            case 0x805b -> "VEXP";
            case 0x805c -> "VPROD";
            case 0x876b -> "Van Jacobson";
            case 0x8080 -> "VPROD";
            case 0x809b -> "Appletalk";
            case 0x80f3 -> "Appletalk ARP";
            case 0x8137 -> "IPX";
            case PPP -> "PPP";
            case MPLS -> "MPLS unicast";
            case MPLS_MULTICAST -> "MPLS multicast";
            case PPPOE_DISCOVERY -> "PPPoE D";
            case PPPOE_SESSION -> "PPPoE S";
            case IP6 -> "IPv6";
            case SLOW -> "Slow Protocols";
            case LOOPBACK -> "Loopback";
            case 0x9998 -> "Realtek";
            case 0x888e -> "EAPOL";
            case 0x88c7 -> "RRCP";
            case LLDP -> "LLDP";
            case 0x88ca -> "TIPC";
            case 0x22f0 -> "AVTP";
            case 0x88f7 -> "PTP";
            case 0x8902 -> "CFM";
            case 0x8906 -> "FCoE";
            case 0x894f -> "NSH";
            case 0x889a -> "GREonTB";
            case 0x88e5 -> "MACsec";
            case 0x88a2 -> "AoE";
            case 0x8847 + 0x10000 -> "unused";
            case 0x8870 -> "Jumbo";
            case 0x8864 + 0x10000 -> "unused";
            case 0x4305 -> "B.A.T.M.A.N. Advanced";
            case 0xd28b -> "Arista Vendor Specific Protocol";
            case 0x8888 -> "ISO";
            case 0x00fe -> "OSI";
            default -> null;
        };
    }
}
