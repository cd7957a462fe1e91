package astray.instruments.lsof;

/** Names of protocols as the columns NODE and NAME show them. */
final class Protocols {
    /** {@code NETLINK_*} of linux/netlink.h by number. */
    private static final String[] NETLINK = {
        "ROUTE",
        "UNUSED",
        "USERSOCK",
        "FIREWALL",
        "INET_DIAG",
        "NFLOG",
        "XFRM",
        "SELINUX",
        "ISCSI",
        "AUDIT",
        "FIB_LOOKUP",
        "CONNECTOR",
        "NETFILTER",
        "IP6_FW",
        "DNRTMSG",
        "KOBJECT_UEVENT",
        "GENERIC",
        "DM",
        "SCSITRANSPORT",
        "ENCRYPTFS",
        "RDMA",
        "CRYPTO",
    };

    private Protocols() {}

    static String netlink(int protocol) {
        return protocol >= 0 && protocol < NETLINK.length ? NETLINK[protocol] : "unknown protocol " + protocol;
    }

    /** {@code ETH_P_*} of linux/if_ether.h, as far as the original names them; the number for others. */
    static String ethernet(String hex) {
        int protocol;
        try {
            protocol = Integer.parseInt(hex, 16);
        } catch (NumberFormatException e) {
            return hex;
        }
        return switch (protocol) {
            case 0x0001 -> "802.3";
            case 0x0002 -> "AX25";
            case 0x0003 -> "ALL";
            case 0x0004 -> "802.2";
            case 0x0005 -> "SNAP";
            case 0x0006 -> "DDCMP";
            case 0x0007 -> "WAN_PPP";
            case 0x0008 -> "PPP_MP";
            case 0x0009 -> "LCLTALK";
            case 0x0010 -> "PPPTALK";
            case 0x0011 -> "802.2";
            case 0x0015 -> "MOBITEX";
            case 0x0016 -> "CONTROL";
            case 0x0017 -> "IRDA";
            case 0x0018 -> "ECONET";
            case 0x0060 -> "LOOP";
            case 0x0200 -> "PUP";
            case 0x0201 -> "PUPAT";
            case 0x0800 -> "IP";
            case 0x0805 -> "X25";
            case 0x0806 -> "ARP";
            case 0x08ff -> "BPQ";
            case 0x0a00 -> "IEEEPUP";
            case 0x0a01 -> "IEEEPUPAT";
            case 0x6000 -> "DEC";
            case 0x6001 -> "DNA_DL";
            case 0x6002 -> "DNA_RC";
            case 0x6003 -> "DNA_RT";
            case 0x6004 -> "LAT";
            case 0x6005 -> "DIAG";
            case 0x6006 -> "CUST";
            case 0x6007 -> "SCA";
            case 0x6558 -> "TEB";
            case 0x8035 -> "RARP";
            case 0x809b -> "ATALK";
            case 0x80f3 -> "AARP";
            case 0x8100 -> "8021Q";
            case 0x8137 -> "IPX";
            case 0x86dd -> "IPV6";
            case 0x8863 -> "PPP_DISC";
            case 0x8864 -> "PPP_SES";
            case 0x884c -> "ATMMPOA";
            case 0x8884 -> "ATMFATE";
            default -> Integer.toString(protocol);
        };
    }

    /** {@code SOCK_*} of linux/net.h. */
    static String packetType(int type) {
        return switch (type) {
            case 1 -> "SOCK_STREAM";
            case 2 -> "SOCK_DGRAM";
            case 3 -> "SOCK_RAW";
            case 4 -> "SOCK_RDM";
            case 5 -> "SOCK_SEQPACKET";
            case 10 -> "SOCK_PACKET";
            default -> "unknown type " + type;
        };
    }
}
