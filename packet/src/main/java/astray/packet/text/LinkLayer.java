package astray.packet.text;

/** The link-layer types of capture files (LINKTYPE_ values of pcap-linktype(7)) and what lies above them. */
final class LinkLayer {
    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int PPP = 9;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int PPP_HDLC = 50;
    static final int PPP_ETHERNET = 51;
    static final int RAW = 101;
    static final int LOOP = 108;
    static final int ARCNET = 7;
    static final int SLIP = 8;
    static final int SLIP_BSDOS = 102;
    static final int ATM_CLIP = 106;
    static final int ARCNET_LINUX = 129;
    static final int PKTAP_USER = 149;
    static final int PKTAP = 258;
    static final int IPNET = 226;
    static final int WIRELESS = 105;
    static final int WIRELESS_PRISM = 119;
    static final int WIRELESS_RADIOTAP = 127;
    static final int WIRELESS_AVS = 163;
    static final int LOW_RATE = 195;
    static final int LOW_RATE_NO_SUM = 230;
    static final int LOW_RATE_TAP = 283;
    static final int NFLOG = 239;
    static final int VSOCK = 271;
    static final int SLL = 113;
    static final int PPP_PPPD = 166;
    static final int IP4 = 228;
    static final int IP6 = 229;
    static final int SLL2 = 276;
    static final int ATM = 100;
    static final int ATM_SUN = 123;
    static final int CISCO_HDLC = 104;
    static final int FRAME_RELAY = 107;
    static final int MULTILINK_FRAME_RELAY = 182;
    static final int BROADCOM = 281;
    static final int BROADCOM_PREPENDED = 282;
    static final int DSA = 284;
    static final int EDSA = 285;

    /**
     * What a frame carries.
     *
     * @param type its Ethernet type
     * @param at where it begins
     * @param length how long it is on the wire
     * @param frame where the Ethernet frame begins; negative for none
     */
    record Payload(int type, int at, int length, int frame) {}

    private LinkLayer() {}

    /** Whether packets of a link-layer type can be printed. */
    static boolean isKnown(int linkType) {
        return switch (linkType) {
            case NULL, ETHERNET, RAW_BSD, RAW_OPENBSD, RAW, LOOP, SLL, IP4, IP6, SLL2 -> true;
            case PPP, PPP_HDLC, PPP_ETHERNET, PPP_PPPD -> true;
            case ARCNET,
                    ARCNET_LINUX,
                    SLIP,
                    SLIP_BSDOS,
                    IPNET,
                    NFLOG,
                    WIRELESS,
                    WIRELESS_PRISM,
                    WIRELESS_RADIOTAP,
                    WIRELESS_AVS,
                    LOW_RATE,
                    LOW_RATE_NO_SUM,
                    LOW_RATE_TAP,
                    VSOCK,
                    PKTAP,
                    PKTAP_USER,
                    ATM,
                    ATM_SUN,
                    CISCO_HDLC,
                    FRAME_RELAY,
                    MULTILINK_FRAME_RELAY,
                    ATM_CLIP,
                    BROADCOM,
                    BROADCOM_PREPENDED,
                    DSA,
                    EDSA -> true;
            default -> Juniper.is(linkType);
        };
    }

    /** Prints a frame. */
    static void print(Sheet sheet, int linkType, int at, int wire) {
        switch (linkType) {
            case ETHERNET -> Ethernet.print(sheet, at, wire);
            case NULL, LOOP -> Loopback.print(sheet, linkType == LOOP, at, wire);
            case SLL -> Cooked.print(sheet, at, wire);
            case SLL2 -> Cooked2.print(sheet, at, wire);
            case ARCNET -> Arcnet.print(sheet, at, wire);
            case ARCNET_LINUX -> Arcnet.printLinux(sheet, at, wire);
            case SLIP -> Slip.print(sheet, at, wire);
            case SLIP_BSDOS -> Slip.printBsdOs(sheet, at, wire);
            case IPNET -> Ipnet.print(sheet, at, wire);
            case PKTAP, PKTAP_USER -> Pktap.print(sheet, at, wire);
            case NFLOG -> Nflog.print(sheet, at, wire);
            case WIRELESS -> Wireless.print(sheet, at, wire, false, 0);
            case WIRELESS_PRISM -> Wireless.printPrism(sheet, at, wire);
            case WIRELESS_RADIOTAP -> Radiotap.print(sheet, at, wire);
            case WIRELESS_AVS -> Wireless.printAvs(sheet, at, wire);
            case LOW_RATE, LOW_RATE_NO_SUM -> LowRateWireless.print(sheet, at);
            case LOW_RATE_TAP -> LowRateWireless.printTap(sheet, at);
            case VSOCK -> Vsock.print(sheet, at);
            case ATM_CLIP -> Cip.print(sheet, at, wire);
            case ATM -> Atm.print(sheet, at, wire);
            case ATM_SUN -> Atm.printSun(sheet, at, wire);
            case CISCO_HDLC -> CiscoHdlc.print(sheet, at, wire);
            case FRAME_RELAY -> FrameRelay.print(sheet, at, wire);
            case MULTILINK_FRAME_RELAY -> FrameRelay.printMultilink(sheet, at, wire);
            case BROADCOM -> BroadcomTag.print(sheet, at, wire);
            case BROADCOM_PREPENDED -> BroadcomTag.printPrepended(sheet, at, wire);
            case DSA -> Dsa.print(sheet, at, wire);
            case EDSA -> Dsa.printTyped(sheet, at, wire);
            case RAW, RAW_BSD, RAW_OPENBSD -> raw(sheet, at, wire);
            case PPP, PPP_PPPD -> {
                sheet.protocol = "ppp";
                sheet.need(at, 4);
                Ppp.print(sheet, at, wire);
            }
            case PPP_HDLC -> Ppp.framed(sheet, at, wire);
            case PPP_ETHERNET -> Pppoe.print(sheet, at, wire);
            case IP4 -> bare(sheet, at, wire, true);
            case IP6 -> bare(sheet, at, wire, false);
            default -> {
                if (Juniper.is(linkType)) {
                    Juniper.print(sheet, linkType, at, wire);
                } else {
                    sheet.text("UNSUPPORTED");
                    raw(sheet, at);
                }
            }
        }
    }

    /** How long the link-layer header of a frame is, with what belongs to it: tags, an LLC header. */
    static int headerLength(int linkType, byte[] packet, int from, int captured) {
        return switch (linkType) {
            case ETHERNET -> Ethernet.headerLength(packet, from, captured);
            case NULL, LOOP, PPP, PPP_HDLC, PPP_PPPD -> 4;
            case PPP_ETHERNET -> 6;
            case BROADCOM, BROADCOM_PREPENDED, DSA -> 18;
            case EDSA -> 22;
            case SLIP, SLIP_BSDOS -> Slip.HEADER;
            case IPNET -> Ipnet.HEADER;
            case SLL -> Cooked.HEADER;
            case SLL2 -> Cooked2.HEADER;
            default -> 0;
        };
    }

    private static void bare(Sheet sheet, int at, int wire, boolean ip4) {
        if (sheet.options.linkLevel()) {
            sheet.text(ip4 ? "IP " : "IP6 ");
        }
        if (ip4) {
            Ip4.print(sheet, at, wire);
        } else {
            Ip6.print(sheet, at, wire);
        }
    }

    private static void raw(Sheet sheet, int at, int wire) {
        sheet.protocol = "raw";
        if (sheet.options.linkLevel()) {
            sheet.text("ip: ");
        }
        ip(sheet, at, wire);
    }

    /** An IP packet whose first byte tells its version. */
    static void ip(Sheet sheet, int at, int length) {
        int version = sheet.u8(at) >> 4;
        switch (version) {
            case 4 -> Ip4.print(sheet, at, length);
            case 6 -> Ip6.print(sheet, at, length);
            default -> {
                sheet.text("IP").number(version);
                sheet.invalid();
            }
        }
    }

    /** Prints what a frame carries; false when its type is not known, so that the bytes are printed. */
    static boolean payload(Sheet sheet, Payload payload) {
        switch (payload.type()) {
            case EtherType.IP4 -> Ip4.print(sheet, payload.at(), payload.length());
            case EtherType.IP6 -> Ip6.print(sheet, payload.at(), payload.length());
            case EtherType.ARP, EtherType.REVERSE_ARP -> Arp.print(sheet, payload.at(), payload.length());
            case EtherType.PPPOE_DISCOVERY, EtherType.PPPOE_SESSION ->
                Pppoe.print(sheet, payload.at(), payload.length());
            case EtherType.PPP -> {
                if (payload.length() > 0) {
                    sheet.text(": ");
                    Ppp.print(sheet, payload.at(), payload.length());
                }
            }
            case EtherType.SLOW -> SlowProtocols.print(sheet, payload.at(), payload.length());
            case EtherType.EAPOL -> Eap.frame(sheet, payload.at());
            case EtherType.LLDP -> Lldp.print(sheet, payload.at(), payload.length());
            case EtherType.PTP -> Ptp.print(sheet, payload.at(), payload.length());
            case EtherType.APPLETALK_ARP -> Aarp.print(sheet, payload.at(), payload.length());
            case EtherType.IPX -> {
                sheet.text("(NOV-ETHII) ");
                Ipx.print(sheet, payload.at(), payload.length());
            }
            case EtherType.GEONET, EtherType.GEONET_OLD -> Geonet.print(sheet, payload.at(), payload.length());
            case EtherType.CALM_FAST -> CalmFast.print(sheet, payload.at(), payload.length());
            case EtherType.DECNET -> Decnet.print(sheet, payload.at(), payload.length());
            case EtherType.TIPC -> Tipc.print(sheet, payload.at());
            case EtherType.NSH -> Nsh.print(sheet, payload.at(), payload.length());
            case EtherType.CFM, EtherType.CFM_OLD -> Cfm.print(sheet, payload.at(), payload.length());
            case EtherType.MSNLB -> Msnlb.print(sheet, payload.at());
            case EtherType.ISO -> iso(sheet, payload.at(), payload.length());
            case EtherType.MPLS, EtherType.MPLS_MULTICAST -> Mpls.print(sheet, payload.at(), payload.length());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void iso(Sheet sheet, int at, int length) {
        if (length == 0 || sheet.captured(at) == 0) {
            sheet.protocol = "isoclns";
            sheet.truncated();
        } else {
            Osi.print(sheet, at + 1, length - 1);
        }
    }

    /** Prints the bytes themselves, of what is not known. */
    static void raw(Sheet sheet, int at) {
        HexDump.print(sheet, "\n\t", at, sheet.captured(at), true);
    }
}
