package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.link.Gre;
import astray.kernel.link.IpTunnel;
import astray.kernel.link.Vti;
import astray.kernel.link.XfrmInterface;
import astray.kernel.netlink.Attributes;
import java.io.IOException;

/** Tunnels in IP: ip-link(8), "gre" and its kin, "ipip", "sit", "ip6tnl", "vti", "xfrm". */
final class TunnelPrinting {
    // linux/if_tunnel.h
    private static final int GRE_CSUM = 0x8000;
    private static final int GRE_KEY = 0x2000;
    private static final int GRE_SEQ = 0x1000;
    private static final int SIT_ISATAP = 1;

    // linux/ip6_tunnel.h
    private static final int IGNORE_ENCAPSULATION_LIMIT = 1;
    private static final int ORIGINAL_TRAFFIC_CLASS = 2;
    private static final int ORIGINAL_FLOW_LABEL = 4;
    private static final int MOBILE = 8;
    private static final int COPY_DSCP = 0x10;
    private static final int ORIGINAL_MARK = 0x20;
    private static final int ALLOW_LOCAL_REMOTE = 0x40;

    private TunnelPrinting() {}

    static void printGre(Options gre, boolean v6) throws IOException {
        if (gre.has(Gre.COLLECT_METADATA)) {
            gre.printer().flag("external", "external ");
        }
        endpoints(gre, Gre.REMOTE, Gre.LOCAL, Gre.LINK);
        int flags = gre.data().s32(Gre.FLAGS, 0);
        if (v6) {
            hopLimit(gre, Gre.TTL);
            sixHeader(gre, flags, Gre.ENCAP_LIMIT, Gre.FLOWINFO);
            if ((flags & COPY_DSCP) != 0) {
                gre.printer().flag("ip6_tnl_f_rcv_dscp_copy", "dscp inherit ");
            }
        } else {
            ttl(gre, Gre.TTL);
            OverlayPrinting.tos(gre, Gre.TOS);
            pathMtu(gre, Gre.PMTUDISC, "");
            gre.flag(Gre.IGNORE_DF, "ignore_df", "ignore-df");
        }
        keys(gre);
        if (v6 && (flags & ALLOW_LOCAL_REMOTE) != 0) {
            gre.printer().flag("ip6_tnl_f_allow_local_remote", "allow-localremote ");
        }
        mark(gre, v6 && (flags & ORIGINAL_MARK) != 0, Gre.FWMARK);
        erspan(gre);
        encapsulation(gre, Gre.ENCAP_TYPE);
    }

    private static void keys(Options gre) {
        int in = gre.data().be16(Gre.IFLAGS, 0);
        int out = gre.data().be16(Gre.OFLAGS, 0);
        key(gre, (in & GRE_KEY) != 0, Gre.IKEY, "ikey");
        key(gre, (out & GRE_KEY) != 0, Gre.OKEY, "okey");
        Printer printer = gre.printer();
        if ((in & GRE_SEQ) != 0) {
            printer.flag("iseq", "iseq ");
        }
        if ((out & GRE_SEQ) != 0) {
            printer.flag("oseq", "oseq ");
        }
        if ((in & GRE_CSUM) != 0) {
            printer.flag("icsum", "icsum ");
        }
        if ((out & GRE_CSUM) != 0) {
            printer.flag("ocsum", "ocsum ");
        }
    }

    private static void key(Options of, boolean used, int type, String name) {
        IpAddress key = of.data().address(type);
        if (used && key != null) {
            of.string(name, name, Hosts.text(key));
        }
    }

    private static void erspan(Options gre) {
        gre.u32(Gre.ERSPAN_INDEX, "erspan_index").u8(Gre.ERSPAN_VER, "erspan_ver");
        int direction = gre.data().u8(Gre.ERSPAN_DIR, -1);
        if (direction >= 0) {
            gre.string("erspan_dir", "erspan_dir", direction == 0 ? "ingress" : "egress");
        }
        int hardware = gre.data().u16(Gre.ERSPAN_HWID, -1);
        if (hardware >= 0) {
            gre.string("erspan_hwid", "erspan_hwid", Numbers.hex(hardware));
        }
    }

    static void printIpTunnel(Options tunnel, boolean v6) throws IOException {
        if (tunnel.has(IpTunnel.COLLECT_METADATA)) {
            tunnel.printer().flag("external", "external ");
        }
        int protocol = tunnel.data().u8(IpTunnel.PROTO, -1);
        String name = protocolName(protocol, v6);
        if (name != null) {
            tunnel.printer().string("proto", name);
        }
        endpoints(tunnel, IpTunnel.REMOTE, IpTunnel.LOCAL, IpTunnel.LINK);
        if (v6) {
            int flags = tunnel.data().s32(IpTunnel.FLAGS, 0);
            hopLimit(tunnel, IpTunnel.TTL);
            sixHeader(tunnel, flags, IpTunnel.ENCAP_LIMIT, IpTunnel.FLOWINFO);
            sixSwitches(tunnel, flags);
            mark(tunnel, (flags & ORIGINAL_MARK) != 0, IpTunnel.FWMARK);
        } else {
            ttl(tunnel, IpTunnel.TTL);
            OverlayPrinting.tos(tunnel, IpTunnel.TOS);
            pathMtu(tunnel, IpTunnel.PMTUDISC, "pmtudisc ");
            if ((tunnel.data().u16(IpTunnel.FLAGS, 0) & SIT_ISATAP) != 0) {
                tunnel.printer().flag("isatap", "isatap ");
            }
            rapidDeployment(tunnel);
            mark(tunnel, false, IpTunnel.FWMARK);
        }
        encapsulation(tunnel, IpTunnel.ENCAP_TYPE);
    }

    private static @org.jspecify.annotations.Nullable String protocolName(int protocol, boolean v6) {
        return switch (protocol) {
            case 4 -> v6 ? "ipip6" : "ipip";
            case 41 -> v6 ? "ip6ip6" : "ip6ip";
            case 137 -> v6 ? null : "mplsip";
            case 0 -> "any";
            default -> null;
        };
    }

    private static void sixSwitches(Options tunnel, int flags) {
        Printer printer = tunnel.printer();
        if ((flags & COPY_DSCP) != 0) {
            printer.flag("ip6_tnl_f_rcv_dscp_copy", "dscp inherit ");
        }
        if ((flags & MOBILE) != 0) {
            printer.flag("ip6_tnl_f_mip6_dev", "mip6 ");
        }
        if ((flags & ALLOW_LOCAL_REMOTE) != 0) {
            printer.flag("ip6_tnl_f_allow_local_remote", "allow-localremote ");
        }
    }

    /** 6rd of RFC 5969. */
    private static void rapidDeployment(Options sit) {
        Attributes data = sit.data();
        int length = data.u16(IpTunnel.SIXRD_PREFIX_LENGTH, 0);
        IpAddress prefix = data.address(IpTunnel.SIXRD_PREFIX);
        if (length == 0 || prefix == null) {
            return;
        }
        IpAddress relay = sit.address(IpTunnel.SIXRD_RELAY_PREFIX);
        Printer printer = sit.printer();
        printer.string("prefix", "6rd-prefix ", Hosts.text(prefix), "");
        printer.number("prefixlen", "/", length);
        if (relay != null) {
            printer.string("relay_prefix", "6rd-relay_prefix ", Hosts.text(relay), "");
            printer.number("relay_prefixlen", "/", data.u16(IpTunnel.SIXRD_RELAY_PREFIX_LENGTH, 0));
        }
    }

    static void printVti(Options vti) throws IOException {
        endpoints(vti, Vti.REMOTE, Vti.LOCAL, Vti.LINK);
        key(vti, vti.data().s32(Vti.IKEY, 0) != 0, Vti.IKEY, "ikey");
        key(vti, vti.data().s32(Vti.OKEY, 0) != 0, Vti.OKEY, "okey");
        mark(vti, false, Vti.FWMARK);
    }

    static void printXfrm(Options xfrm) {
        if (xfrm.has(XfrmInterface.COLLECT_METADATA)) {
            xfrm.printer().flag("external", "external ");
        } else if (xfrm.has(XfrmInterface.IF_ID)) {
            xfrm.string("if_id", "if_id", Numbers.hex(xfrm.data().u32(XfrmInterface.IF_ID, 0)));
        }
    }

    private static void endpoints(Options of, int remote, int local, int link) throws IOException {
        endpoint(of, remote, "remote");
        endpoint(of, local, "local");
        of.link(link, "link", "dev");
    }

    private static void endpoint(Options of, int type, String word) {
        IpAddress address = of.address(type);
        of.string(word, word, address == null ? "any" : of.session().host(address));
    }

    private static void ttl(Options of, int type) {
        int ttl = of.data().u8(type, 0);
        of.printer().number("ttl", ttl, ttl == 0 ? "ttl inherit " : "ttl " + ttl + " ");
    }

    private static void hopLimit(Options of, int type) {
        int limit = of.data().u8(type, 0);
        of.printer().number("ttl", limit, limit == 0 ? "hoplimit inherit " : "hoplimit " + limit + " ");
    }

    private static void pathMtu(Options of, int type, String discovering) {
        int discovered = of.data().u8(type, -1);
        if (discovered >= 0) {
            of.printer().json("pmtudisc", discovered != 0);
            of.printer().text(discovered == 0 ? "nopmtudisc " : discovering);
        }
    }

    private static void sixHeader(Options of, int flags, int limitType, int flowType) {
        Printer printer = of.printer();
        if ((flags & IGNORE_ENCAPSULATION_LIMIT) != 0) {
            printer.flag("ip6_tnl_f_ign_encap_limit", "encaplimit none ");
        } else {
            of.u8(limitType, "encap_limit", "encaplimit");
        }
        boolean told = of.has(flowType);
        long flow = of.data().be32(flowType, 0);
        if ((flags & ORIGINAL_TRAFFIC_CLASS) != 0) {
            printer.flag("ip6_tnl_f_use_orig_tclass", "tclass inherit ");
        } else if (told) {
            of.string("tclass", "tclass", hex(flow >> 20 & 0xff, 2));
        }
        if ((flags & ORIGINAL_FLOW_LABEL) != 0) {
            printer.flag("ip6_tnl_f_use_orig_flowlabel", "flowlabel inherit ");
        } else if (told) {
            of.string("flowlabel", "flowlabel", hex(flow & 0xfffff, 5));
        }
    }

    private static String hex(long value, int digits) {
        String text = Long.toHexString(value);
        return "0x" + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static void mark(Options of, boolean original, int type) {
        if (original) {
            of.printer().flag("ip6_tnl_f_use_orig_fwmark", "fwmark inherit ");
        } else if (of.data().s32(type, 0) != 0) {
            of.string("fwmark", "fwmark", Numbers.hex(of.data().u32(type, 0)));
        }
    }

    /** Within UDP; the attributes for its flags and ports follow that for its type. */
    private static void encapsulation(Options of, int type) {
        Attributes data = of.data();
        int kind = data.u16(type, 0);
        if (kind == 0) {
            return;
        }
        int flags = data.u16(type + 1, 0);
        Printer printer = of.printer();
        printer.openObject("encap");
        printer.text("encap ");
        if (kind <= 2) {
            printer.string("type", kind == 1 ? "fou" : "gue");
        } else {
            printer.nothing("type", "unknown ");
        }
        int source = data.be16(type + 2, 0);
        printer.number("sport", source, source == 0 ? "encap-sport auto " : "encap-sport " + source + " ");
        printer.number("dport", "encap-dport ", data.be16(type + 3, 0));
        checksum(printer, "csum", "encap-csum ", (flags & 1) != 0);
        checksum(printer, "csum6", "encap-csum6 ", (flags & 2) != 0);
        checksum(printer, "remcsum", "encap-remcsum ", (flags & 4) != 0);
        printer.closeObject();
    }

    private static void checksum(Printer printer, String key, String word, boolean set) {
        printer.json(key, set);
        printer.text(set ? "" : "no").text(word);
    }
}
