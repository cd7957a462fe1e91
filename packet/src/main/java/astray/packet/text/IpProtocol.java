package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** The numbers of protocols above IP (IANA's Protocol Numbers) and the names that are printed for them. */
final class IpProtocol {
    static final int HOP_BY_HOP = 0;
    static final int ICMP = 1;
    static final int IGMP = 2;
    static final int IP4 = 4;
    static final int TCP = 6;
    static final int EGP = 8;
    static final int PIGP = 9;
    static final int UDP = 17;
    static final int DCCP = 33;
    static final int IP6 = 41;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int RSVP = 46;
    static final int GRE = 47;
    static final int ESP = 50;
    static final int AH = 51;
    static final int NHRP = 54;
    static final int MOBILE = 55;
    static final int ICMP6 = 58;
    static final int NONE = 59;
    static final int DESTINATION = 60;
    static final int MOBILITY_OLD = 62;
    static final int EIGRP = 88;
    static final int OSPF = 89;
    static final int PIM = 103;
    static final int IPCOMP = 108;
    static final int VRRP = 112;
    static final int PGM = 113;
    static final int SCTP = 132;
    static final int MOBILITY = 135;
    static final int ETHERNET = 143;

    private static final String[] NAMES = names();

    private IpProtocol() {}

    private static String[] names() {
        String[] names = new String[256];
        String[] rows = {
            "0 HBH",
            "1 ICMP",
            "2 IGMP",
            "4 IPIP",
            "6 TCP",
            "8 EGP",
            "9 PIGP",
            "17 UDP",
            "33 DCCP",
            "41 IPv6",
            "43 Routing",
            "44 Fragment",
            "46 RSVP",
            "47 GRE",
            "50 ESP",
            "51 AH",
            "55 Mobile IP",
            "58 ICMPv6",
            "59 No Next Header",
            "60 Options",
            "62 Mobile IP (old)",
            "88 EIGRP",
            "89 OSPF",
            "103 PIM",
            "108 Compressed IP",
            "112 VRRP",
            "113 PGM",
            "132 SCTP",
            "135 Mobility",
            "143 Ethernet",
        };
        for (String row : rows) {
            int blank = row.indexOf(' ');
            names[Integer.parseInt(row.substring(0, blank))] = row.substring(blank + 1);
        }
        return names;
    }

    /** The name; {@code null} for a number without one. */
    static @Nullable String name(int protocol) {
        return NAMES[protocol & 0xff];
    }
}
