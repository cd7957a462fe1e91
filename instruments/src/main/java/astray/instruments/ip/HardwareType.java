package astray.instruments.ip;

import astray.facts.IpAddress;

/** What a link is by its hardware ({@code ARPHRD_…} of linux/if_arp.h), and how such an address is written. */
final class HardwareType {
    private static final int SIT = 776;
    private static final int TUNNEL = 768;
    private static final int TUNNEL6 = 769;
    private static final int GRE = 778;
    private static final int GRE6 = 823;

    private HardwareType() {}

    /** The name of a type; {@code [N]} for one without. */
    static String name(int type) {
        return switch (type) {
            case 0 -> "netrom";
            case 1 -> "ether";
            case 2 -> "eether";
            case 3 -> "ax25";
            case 4 -> "pronet";
            case 5 -> "chaos";
            case 6 -> "ieee802";
            case 7 -> "arcnet";
            case 8 -> "atalk";
            case 15 -> "dlci";
            case 19 -> "atm";
            case 23 -> "metricom";
            case 24 -> "ieee1394";
            case 32 -> "infiniband";
            case 256 -> "slip";
            case 257 -> "cslip";
            case 258 -> "slip6";
            case 259 -> "cslip6";
            case 260 -> "rsrvd";
            case 264 -> "adapt";
            case 270 -> "rose";
            case 271 -> "x25";
            case 272 -> "hwx25";
            case 280 -> "can";
            case 512 -> "ppp";
            case 513 -> "hdlc";
            case 516 -> "lapb";
            case 517 -> "ddcmp";
            case 518 -> "rawhdlc";
            case TUNNEL -> "ipip";
            case TUNNEL6 -> "tunnel6";
            case 770 -> "frad";
            case 771 -> "skip";
            case 772 -> "loopback";
            case 773 -> "ltalk";
            case 774 -> "fddi";
            case 775 -> "bif";
            case SIT -> "sit";
            case 777 -> "ip/ddp";
            case GRE -> "gre";
            case 779 -> "pimreg";
            case 780 -> "hippi";
            case 781 -> "ash";
            case 782 -> "econet";
            case 783 -> "irda";
            default -> newer(type);
        };
    }

    private static String newer(int type) {
        return switch (type) {
            case 784 -> "fcpp";
            case 785 -> "fcal";
            case 786 -> "fcpl";
            case 800 -> "tr";
            case 801 -> "ieee802.11";
            case 802 -> "ieee802.11/prism";
            case 803 -> "ieee802.11/radiotap";
            case 804 -> "ieee802.15.4";
            case 805 -> "ieee802.15.4/monitor";
            case 820 -> "phonet";
            case 821 -> "phonet_pipe";
            case 822 -> "caif";
            case GRE6 -> "gre6";
            case 824 -> "netlink";
            case 825 -> "6lowpan";
            case 0xfffe -> "none";
            case 0xffff -> "void";
            default -> type >= 787 && type < 800 ? "fcfb" + (type - 787) : "[" + type + "]";
        };
    }

    /** An address: a tunnel's is an IP address, any other is hexadecimal. */
    static String address(byte[] address, int type) {
        if (address.length == 4 && (type == TUNNEL || type == SIT || type == GRE)
                || address.length == 16 && (type == TUNNEL6 || type == GRE6)) {
            IpAddress ip = astray.kernel.netlink.Attributes.address(address);
            if (ip != null) {
                return Hosts.text(ip);
            }
        }
        return hexadecimal(address);
    }

    /** Bytes in hexadecimal with colons between. */
    static String hexadecimal(byte[] bytes) {
        StringBuilder text = new StringBuilder(3 * bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) {
                text.append(':');
            }
            text.append(Character.forDigit(bytes[i] >> 4 & 15, 16)).append(Character.forDigit(bytes[i] & 15, 16));
        }
        return text.toString();
    }
}
