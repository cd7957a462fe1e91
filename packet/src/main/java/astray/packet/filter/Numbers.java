package astray.packet.filter;

/** Numbers of protocols: Ethernet types, LLC service access points, IP protocols, PPP protocols. */
final class Numbers {
    static final int ETHER_IP = 0x0800;
    static final int ETHER_ARP = 0x0806;
    static final int ETHER_TEB = 0x6558;
    static final int ETHER_MOPDL = 0x6001;
    static final int ETHER_MOPRC = 0x6002;
    static final int ETHER_DECNET = 0x6003;
    static final int ETHER_LAT = 0x6004;
    static final int ETHER_SCA = 0x6007;
    static final int ETHER_RARP = 0x8035;
    static final int ETHER_ATALK = 0x809b;
    static final int ETHER_AARP = 0x80f3;
    static final int ETHER_VLAN = 0x8100;
    static final int ETHER_IPX = 0x8137;
    static final int ETHER_IP6 = 0x86dd;
    static final int ETHER_SLOW = 0x8809;
    static final int ETHER_MPLS = 0x8847;
    static final int ETHER_PPPOED = 0x8863;
    static final int ETHER_PPPOES = 0x8864;
    static final int ETHER_QINQ = 0x88a8;
    static final int ETHER_LLDP = 0x88cc;
    static final int ETHER_LOOPBACK = 0x9000;
    static final int ETHER_QINQ_OLD = 0x9100;
    static final int ETHER_BATMAN = 0x4305;
    static final int ETHER_NS = 0x0600;

    /** The longest 802.3 frame: a "type" up to that is a length. */
    static final int ETHER_MTU = 1500;

    static final int LLC_STP = 0x42;
    static final int LLC_IP = 0x06;
    static final int LLC_SNAP = 0xaa;
    static final int LLC_IPX = 0xe0;
    static final int LLC_NETBEUI = 0xf0;
    static final int LLC_ISO = 0xfe;

    static final int IP_ICMP = 1;
    static final int IP_IGMP = 2;
    static final int IP_TCP = 6;
    static final int IP_IGRP = 9;
    static final int IP_UDP = 17;
    static final int IP_FRAGMENT = 44;
    static final int IP_ESP = 50;
    static final int IP_AH = 51;
    static final int IP_ICMP6 = 58;
    static final int IP_PIM = 103;
    static final int IP_VRRP = 112;
    static final int IP_SCTP = 132;

    static final int ISO_CLNP = 0x81;
    static final int ISO_ESIS = 0x82;
    static final int ISO_ISIS = 0x83;

    static final int PPP_IP = 0x21;
    static final int PPP_IP6 = 0x57;
    static final int PPP_MPLS = 0x281;

    private Numbers() {}

    /** The Ethernet type or LLC service access point of a name; −1 for one that has none. */
    static int ofLink(String name) {
        return switch (name) {
            case "aarp" -> ETHER_AARP;
            case "arp" -> ETHER_ARP;
            case "atalk" -> ETHER_ATALK;
            case "decnet" -> ETHER_DECNET;
            case "ip" -> ETHER_IP;
            case "ip6" -> ETHER_IP6;
            case "lat" -> ETHER_LAT;
            case "lldp" -> ETHER_LLDP;
            case "loopback" -> ETHER_LOOPBACK;
            case "mopdl" -> ETHER_MOPDL;
            case "moprc" -> ETHER_MOPRC;
            case "rarp" -> ETHER_RARP;
            case "sca" -> ETHER_SCA;
            case "slow" -> ETHER_SLOW;
            case "iso" -> LLC_ISO;
            case "stp" -> LLC_STP;
            case "ipx" -> LLC_IPX;
            case "netbeui" -> LLC_NETBEUI;
            default -> -1;
        };
    }

    /** What PPP calls an Ethernet type or LLC service access point; others stay what they are. */
    static int ofPpp(int link) {
        return switch (link) {
            case ETHER_IP -> PPP_IP;
            case ETHER_IP6 -> PPP_IP6;
            case ETHER_DECNET -> 0x27;
            case ETHER_ATALK -> 0x29;
            case ETHER_NS -> 0x25;
            case LLC_ISO -> 0x23;
            case LLC_STP -> 0x31;
            case LLC_IPX -> 0x2b;
            default -> link;
        };
    }
}
