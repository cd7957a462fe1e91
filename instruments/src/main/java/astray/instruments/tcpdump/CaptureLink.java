package astray.instruments.tcpdump;

import astray.packet.LinkType;
import java.util.Comparator;
import java.util.List;

/**
 * How an interface is captured.
 *
 * @param links the link types that its packets may be given, the usual one first
 * @param bare whether packets are taken without their link-layer header, which is then made up
 * @param known whether its kind of link is one of those known here
 */
record CaptureLink(List<LinkType> links, boolean bare, boolean known) {
    private static final LinkType DOCSIS = new LinkType(143);

    /** All interfaces together. */
    static final CaptureLink ANY = new CaptureLink(List.of(LinkType.LINUX_SLL2, LinkType.LINUX_SLL), true, true);

    /** What an ARPHRD number of linux/if_arp.h stands for. */
    static CaptureLink of(int hardware) {
        return switch (hardware) {
            case 1 -> plain(LinkType.ETHERNET, DOCSIS);
            case 772, 23 -> plain(LinkType.ETHERNET); // loopback, Metricom
            case 6, 800 -> plain(LinkType.TOKEN_RING);
            case 774 -> plain(LinkType.FDDI);
            case 801 -> plain(LinkType.IEEE802_11);
            case 802 -> plain(LinkType.PRISM);
            case 803 -> plain(LinkType.IEEE802_11_RADIO);
            case 513 -> plain(LinkType.C_HDLC);
            // SLIP in its kinds, raw HDLC, DLCI, tunnels, SIT, none, raw IP: IP packets and nothing before them
            case 256, 257, 258, 259, 264, 518, 15, 768, 776, 0xfffe, 519 -> plain(LinkType.RAW);
            case 512 -> cooked(true);
            default -> cooked(false);
        };
    }

    private static CaptureLink plain(LinkType... links) {
        return new CaptureLink(List.of(links), false, true);
    }

    private static CaptureLink cooked(boolean known) {
        return new CaptureLink(List.of(LinkType.LINUX_SLL, LinkType.LINUX_SLL2), true, known);
    }

    /** The link types in the order in which they are listed. */
    List<LinkType> listed() {
        return links.stream().sorted(Comparator.comparingInt(LinkType::number)).toList();
    }

    /** The usual link type. */
    LinkType usual() {
        return links.getFirst();
    }
}
