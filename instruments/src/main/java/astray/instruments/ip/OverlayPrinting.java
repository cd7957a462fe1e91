package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.link.Bareudp;
import astray.kernel.link.Geneve;
import astray.kernel.link.Vxlan;
import astray.kernel.netlink.Attributes;
import java.io.IOException;

/** Ethernet over UDP: ip-link(8), "vxlan", "geneve", "bareudp". */
final class OverlayPrinting {
    private static final int INHERITED_TOS = 1;

    private OverlayPrinting() {}

    static void printVxlan(Options vxlan) throws IOException {
        vxlan.flag(Vxlan.COLLECT_METADATA, "external", "external");
        if (vxlan.data().u8(Vxlan.VNIFILTER, 0) != 0) {
            vxlan.printer().flag("vnifilter", "vnifilter");
        }
        vxlan.u32(Vxlan.ID, "id");
        if (vxlan.has(Vxlan.GROUP)) {
            destination(vxlan, Vxlan.GROUP, "");
        } else {
            destination(vxlan, Vxlan.GROUP6, "6");
        }
        IpAddress local = vxlan.address(vxlan.has(Vxlan.LOCAL) ? Vxlan.LOCAL : Vxlan.LOCAL6);
        if (local != null) {
            vxlan.string(
                    vxlan.has(Vxlan.LOCAL) ? "local" : "local6",
                    "local",
                    vxlan.session().host(local));
        }
        vxlan.link(Vxlan.LINK, "link", "dev");
        ports(vxlan);
        if (vxlan.has(Vxlan.PORT)) {
            vxlan.number("port", "dstport", vxlan.data().be16(Vxlan.PORT, 0));
        }
        learning(vxlan);
        vxlan.flag(Vxlan.PROXY, "proxy", "proxy")
                .flag(Vxlan.RSC, "rsc", "rsc")
                .flag(Vxlan.L2MISS, "l2miss", "l2miss")
                .flag(Vxlan.L3MISS, "l3miss", "l3miss");
        tos(vxlan, Vxlan.TOS);
        ttl(vxlan, Vxlan.TTL, Vxlan.TTL_INHERIT);
        fragmentation(vxlan, Vxlan.DF);
        label(vxlan, Vxlan.LABEL);
        limits(vxlan);
        udpChecksum(vxlan, Vxlan.UDP_CSUM, "udp_csum", "udpcsum");
        udpChecksum(vxlan, Vxlan.UDP_ZERO_CSUM6_TX, "udp_zero_csum6_tx", "udp6zerocsumtx");
        udpChecksum(vxlan, Vxlan.UDP_ZERO_CSUM6_RX, "udp_zero_csum6_rx", "udp6zerocsumrx");
        vxlan.flag(Vxlan.REMCSUM_TX, "remcsum_tx", "remcsumtx")
                .flag(Vxlan.REMCSUM_RX, "remcsum_rx", "remcsumrx")
                .present(Vxlan.GBP, "gbp", "gbp")
                .present(Vxlan.GPE, "gpe", "gpe");
    }

    private static void limits(Options vxlan) {
        long ageing = vxlan.data().u32(Vxlan.AGEING, -1);
        if (ageing >= 0) {
            vxlan.printer().number("ageing", ageing, ageing == 0 ? "ageing none " : "ageing " + ageing + " ");
        }
        if (vxlan.data().s32(Vxlan.LIMIT, 0) != 0) {
            vxlan.u32(Vxlan.LIMIT, "limit", "maxaddr");
        }
    }

    private static void destination(Options of, int type, String suffix) {
        IpAddress address = of.address(type);
        if (address != null) {
            String word = address.isMulticast() ? "group" : "remote";
            of.string(word + suffix, word, of.session().host(address));
        }
    }

    /** {@code struct ifla_vxlan_port_range}: two big-endian ports. */
    private static void ports(Options vxlan) {
        Attributes.Attribute range = vxlan.data().get(Vxlan.PORT_RANGE);
        if (range == null) {
            return;
        }
        Printer printer = vxlan.printer();
        printer.openObject("port_range");
        printer.number("low", "srcport ", range.u8(0) << 8 | range.u8(1));
        printer.number("high", "", range.u8(2) << 8 | range.u8(3));
        printer.closeObject();
    }

    private static void learning(Options vxlan) {
        int learning = vxlan.data().u8(Vxlan.LEARNING, -1);
        if (learning >= 0) {
            vxlan.printer().json("learning", learning != 0);
            vxlan.printer().text(learning == 0 ? "nolearning " : "");
        }
    }

    static void tos(Options of, int type) {
        int tos = of.data().u8(type, 0);
        if (tos == INHERITED_TOS && !of.printer().isJson()) {
            of.printer().text("tos inherit ");
        } else if (tos != 0) {
            of.string("tos", "tos", Numbers.hex(tos));
        }
    }

    private static void ttl(Options of, int type, int inherit) {
        int ttl = of.data().u8(type, -1);
        if (of.data().u8(inherit, 0) != 0) {
            of.printer().text("ttl inherit ");
        } else if (ttl >= 0) {
            of.printer().number("ttl", ttl, ttl == 0 ? "ttl auto " : "ttl " + ttl + " ");
        }
    }

    private static void fragmentation(Options of, int type) {
        switch (of.data().u8(type, -1)) {
            case 0 -> of.printer().json("df", "unset");
            case 1 -> of.string("df", "df", "set");
            case 2 -> of.string("df", "df", "inherit");
            default -> {}
        }
    }

    private static void label(Options of, int type) {
        long label = of.data().be32(type, 0);
        if (label != 0) {
            of.string("label", "flowlabel", Numbers.hex(label));
        }
    }

    private static void udpChecksum(Options of, int type, String key, String word) {
        int value = of.data().u8(type, -1);
        if (value >= 0) {
            of.printer().json(key, value != 0);
            of.printer().text(value == 0 ? "no" : "").text(word).text(" ");
        }
    }

    static void printGeneve(Options geneve) {
        geneve.present(Geneve.COLLECT_METADATA, "external", "external").u32(Geneve.ID, "id");
        boolean v4 = geneve.has(Geneve.REMOTE);
        IpAddress remote = geneve.address(v4 ? Geneve.REMOTE : Geneve.REMOTE6);
        if (remote != null) {
            geneve.string(v4 ? "remote" : "remote6", "remote", geneve.session().host(remote));
        }
        ttl(geneve, Geneve.TTL, Geneve.TTL_INHERIT);
        tos(geneve, Geneve.TOS);
        fragmentation(geneve, Geneve.DF);
        label(geneve, Geneve.LABEL);
        if (geneve.has(Geneve.PORT)) {
            geneve.number("port", "dstport", geneve.data().be16(Geneve.PORT, 0));
        }
        udpChecksum(geneve, Geneve.UDP_CSUM, "udp_csum", "udpcsum");
        udpChecksum(geneve, Geneve.UDP_ZERO_CSUM6_TX, "udp_zero_csum6_tx", "udp6zerocsumtx");
        udpChecksum(geneve, Geneve.UDP_ZERO_CSUM6_RX, "udp_zero_csum6_rx", "udp6zerocsumrx");
        geneve.present(Geneve.INNER_PROTO_INHERIT, "inner_proto_inherit", "innerprotoinherit");
    }

    static void printBareudp(Options bareudp) {
        if (bareudp.has(Bareudp.PORT)) {
            bareudp.number("dstport", "dstport", bareudp.data().be16(Bareudp.PORT, 0));
        }
        bareudp.protocol(Bareudp.ETHERTYPE, "ethertype", "ethertype").u16(Bareudp.SRCPORT_MIN, "srcportmin");
        boolean several = bareudp.has(Bareudp.MULTIPROTO_MODE);
        bareudp.printer().json("multiproto", several);
        bareudp.printer().text(several ? "multiproto " : "nomultiproto ");
    }
}
