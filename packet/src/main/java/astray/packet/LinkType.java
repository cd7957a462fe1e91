package astray.packet;

import org.jspecify.annotations.Nullable;

/**
 * The kind of link a packet was taken from: a LINKTYPE_ number of the capture file formats
 * (https://www.tcpdump.org/linktypes.html). Any number may stand in a file; those that are not named here are kept.
 *
 * @param number 0 to 65535
 */
public record LinkType(int number) {
    public static final LinkType NULL = new LinkType(0);
    public static final LinkType ETHERNET = new LinkType(1);
    public static final LinkType TOKEN_RING = new LinkType(6);
    public static final LinkType ARCNET = new LinkType(7);
    public static final LinkType SLIP = new LinkType(8);
    public static final LinkType PPP = new LinkType(9);
    public static final LinkType FDDI = new LinkType(10);
    public static final LinkType PPP_HDLC = new LinkType(50);
    public static final LinkType PPP_ETHER = new LinkType(51);
    public static final LinkType ATM_RFC1483 = new LinkType(100);
    public static final LinkType RAW = new LinkType(101);
    public static final LinkType SLIP_BSDOS = new LinkType(102);
    public static final LinkType PPP_BSDOS = new LinkType(103);
    public static final LinkType C_HDLC = new LinkType(104);
    public static final LinkType IEEE802_11 = new LinkType(105);
    public static final LinkType ATM_CLIP = new LinkType(106);
    public static final LinkType FRELAY = new LinkType(107);
    public static final LinkType LOOP = new LinkType(108);
    public static final LinkType ENC = new LinkType(109);
    public static final LinkType LINUX_SLL = new LinkType(113);
    public static final LinkType LTALK = new LinkType(114);
    public static final LinkType PFLOG = new LinkType(117);
    public static final LinkType PRISM = new LinkType(119);
    public static final LinkType IP_OVER_FC = new LinkType(122);
    public static final LinkType SUNATM = new LinkType(123);
    public static final LinkType IEEE802_11_RADIO = new LinkType(127);
    public static final LinkType ARCNET_LINUX = new LinkType(129);
    public static final LinkType APPLE_IP_OVER_IEEE1394 = new LinkType(138);
    public static final LinkType MTP2_WITH_PHDR = new LinkType(139);
    public static final LinkType MTP2 = new LinkType(140);
    public static final LinkType IEEE802_11_AVS = new LinkType(163);
    public static final LinkType BACNET_MS_TP = new LinkType(165);
    public static final LinkType PPP_PPPD = new LinkType(166);
    public static final LinkType PPI = new LinkType(192);
    public static final LinkType ERF = new LinkType(197);
    public static final LinkType IPNET = new LinkType(226);
    public static final LinkType IPV4 = new LinkType(228);
    public static final LinkType IPV6 = new LinkType(229);
    public static final LinkType NETANALYZER = new LinkType(240);
    public static final LinkType NETANALYZER_TRANSPARENT = new LinkType(241);
    public static final LinkType LINUX_SLL2 = new LinkType(276);
    public static final LinkType DSA_BRCM = new LinkType(281);
    public static final LinkType DSA_BRCM_PREPEND = new LinkType(282);
    public static final LinkType DSA = new LinkType(284);
    public static final LinkType EDSA = new LinkType(285);

    /** The longest packet that any link may have; more can only be a broken file (libpcap's MAXIMUM_SNAPLEN). */
    private static final int LONGEST = 262144;

    /** What pcap-linktype(7) calls it ("EN10MB"), or null for one that has no name here. */
    public @Nullable String name() {
        int at = row();
        return at < 0 ? null : ROWS[at].substring(ROWS[at].indexOf(' ') + 1, ROWS[at].indexOf('|'));
    }

    /** What it is in words ("Ethernet"), or null for one that has no name here. */
    public @Nullable String description() {
        int at = row();
        return at < 0 ? null : ROWS[at].substring(ROWS[at].indexOf('|') + 1);
    }

    /** The link type of a name as pcap-linktype(7) writes them, in any case; null when there is none. */
    public static @Nullable LinkType named(String name) {
        for (String row : ROWS) {
            int space = row.indexOf(' ');
            if (row.indexOf('|') == space + 1 + name.length()
                    && row.regionMatches(true, space + 1, name, 0, name.length())) {
                return new LinkType(Integer.parseInt(row, 0, space, 10));
            }
        }
        return null;
    }

    /** The longest packet that may be captured on such a link, in bytes. */
    public int longestPacket() {
        return switch (number) {
            case 231, 249 -> 128 << 20; // D-Bus messages; USBPcap
            case 279 -> 8 << 20; // Elektrobit high speed capture
            default -> LONGEST;
        };
    }

    private int row() {
        String start = number + " ";
        for (int i = 0; i < ROWS.length; i++) {
            if (ROWS[i].startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    /** Number, name, description. */
    private static final String[] ROWS = {
        "0 NULL|BSD loopback",
        "1 EN10MB|Ethernet",
        "6 IEEE802|Token ring",
        "7 ARCNET|BSD ARCNET",
        "8 SLIP|SLIP",
        "9 PPP|PPP",
        "10 FDDI|FDDI",
        "12 RAW|Raw IP",
        "50 PPP_SERIAL|PPP over serial",
        "51 PPP_ETHER|PPPoE",
        "99 SYMANTEC_FIREWALL|Symantec Firewall",
        "100 ATM_RFC1483|RFC 1483 LLC-encapsulated ATM",
        "101 RAW|Raw IP",
        "102 SLIP_BSDOS|BSD/OS SLIP",
        "103 PPP_BSDOS|BSD/OS PPP",
        "104 C_HDLC|Cisco HDLC",
        "105 IEEE802_11|802.11",
        "106 ATM_CLIP|Linux Classical IP over ATM",
        "107 FRELAY|Frame Relay",
        "108 LOOP|OpenBSD loopback",
        "109 ENC|OpenBSD encapsulated IP",
        "113 LINUX_SLL|Linux cooked v1",
        "114 LTALK|Localtalk",
        "117 PFLOG|OpenBSD pflog file",
        "119 PRISM_HEADER|802.11 plus Prism header",
        "122 IP_OVER_FC|RFC 2625 IP-over-Fibre Channel",
        "123 SUNATM|Sun raw ATM",
        "127 IEEE802_11_RADIO|802.11 plus radiotap header",
        "129 ARCNET_LINUX|Linux ARCNET",
        "138 APPLE_IP_OVER_IEEE1394|Apple IP-over-IEEE 1394",
        "139 MTP2_WITH_PHDR|SS7 MTP2 with Pseudo-header",
        "140 MTP2|SS7 MTP2",
        "141 MTP3|SS7 MTP3",
        "142 SCCP|SS7 SCCP",
        "143 DOCSIS|DOCSIS",
        "144 LINUX_IRDA|Linux IrDA",
        "163 IEEE802_11_RADIO_AVS|802.11 plus AVS radio information header",
        "165 BACNET_MS_TP|BACnet MS/TP",
        "166 PPP_PPPD|PPP for pppd, with direction flag",
        "187 BLUETOOTH_HCI_H4|Bluetooth HCI UART transport layer",
        "189 USB_LINUX|USB with Linux header",
        "190 CAN20B|CAN 2.0b",
        "192 PPI|Per-Packet Information",
        "195 IEEE802_15_4|IEEE 802.15.4 with FCS",
        "197 ERF|Endace ERF header",
        "201 BLUETOOTH_HCI_H4_WITH_PHDR|Bluetooth HCI UART transport layer plus pseudo-header",
        "209 IPMB_LINUX|IPMB with Linux/Pigeon Point pseudo-header",
        "220 USB_LINUX_MMAPPED|USB with padded Linux header",
        "226 IPNET|Solaris IPNET",
        "227 CAN_SOCKETCAN|CAN-bus with SocketCAN headers",
        "228 IPV4|Raw IPv4",
        "229 IPV6|Raw IPv6",
        "231 DBUS|D-Bus",
        "239 NFLOG|Linux netfilter log messages",
        "240 NETANALYZER|Ethernet with Hilscher netANALYZER pseudo-header",
        "241 NETANALYZER_TRANSPARENT|Ethernet with Hilscher netANALYZER pseudo-header and with preamble and SFD",
        "253 NETLINK|Linux netlink",
        "276 LINUX_SLL2|Linux cooked v2",
        "281 DSA_TAG_BRCM|Broadcom tag",
        "282 DSA_TAG_BRCM_PREPEND|Broadcom tag (prepended)",
        "284 DSA_TAG_DSA|Marvell DSA",
        "285 DSA_TAG_EDSA|Marvell EDSA",
    };
}
