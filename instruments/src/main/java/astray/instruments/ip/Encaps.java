package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.route.Encap;
import java.io.IOException;

/** Prints how a route wraps packets ({@code encap} of ip-route(8)). */
final class Encaps {
    // linux/mpls_iptunnel.h
    private static final int MPLS_IPTUNNEL_DST = 1;
    private static final int MPLS_IPTUNNEL_TTL = 2;

    // linux/ila.h
    private static final int ILA_ATTR_LOCATOR = 1;
    private static final int ILA_ATTR_CSUM_MODE = 7;
    private static final int ILA_ATTR_IDENT_TYPE = 8;
    private static final int ILA_ATTR_HOOK_TYPE = 9;

    // linux/lwtunnel.h: LWT_BPF_IN, LWT_BPF_OUT and LWT_BPF_XMIT follow one another
    private static final String[] BPF = {"in", "out", "xmit"};
    private static final int LWT_BPF_XMIT_HEADROOM = 4;
    private static final int LWT_BPF_PROG_NAME = 2;
    private static final int LWT_XFRM_IF_ID = 1;
    private static final int LWT_XFRM_LINK = 2;

    private Encaps() {}

    private static String name(int type) {
        return switch (type) {
            case Encap.MPLS -> "mpls";
            case Encap.IP -> "ip";
            case Encap.ILA -> "ila";
            case Encap.IP6 -> "ip6";
            case Encap.SEG6 -> "seg6";
            case Encap.BPF -> "bpf";
            case Encap.SEG6_LOCAL -> "seg6local";
            case Encap.RPL -> "rpl";
            case Encap.IOAM6 -> "ioam6";
            case Encap.XFRM -> "xfrm";
            default -> "unknown";
        };
    }

    static void print(Session session, Encap encap) throws IOException {
        Printer printer = session.printer();
        Attributes told = encap.attributes();
        printer.string("encap", " encap ", name(encap.type()), " ");
        switch (encap.type()) {
            case Encap.MPLS -> mpls(printer, told);
            case Encap.IP -> IpEncap.print(session, told, "ttl", "tos");
            case Encap.IP6 -> IpEncap.print(session, told, "hoplimit", "tc");
            case Encap.ILA -> ila(printer, told);
            case Encap.SEG6 -> SegmentEncap.seg6(session, told);
            case Encap.SEG6_LOCAL -> SegmentEncap.local(session, told);
            case Encap.RPL -> SegmentEncap.rpl(session, told);
            case Encap.BPF -> bpf(printer, told);
            case Encap.IOAM6 -> ioam(session, told);
            case Encap.XFRM -> xfrm(session, told);
            default -> {}
        }
    }

    private static void mpls(Printer printer, Attributes told) {
        byte[] labels = told.bytes(MPLS_IPTUNNEL_DST);
        if (labels != null) {
            printer.string("dst", " ", Labels.text(labels), " ");
        }
        if (told.has(MPLS_IPTUNNEL_TTL)) {
            printer.number("ttl", "ttl ", told.u8(MPLS_IPTUNNEL_TTL, 0));
        }
    }

    private static void ila(Printer printer, Attributes told) {
        if (told.has(ILA_ATTR_LOCATOR)) {
            long locator = told.be64(ILA_ATTR_LOCATOR, 0);
            StringBuilder text = new StringBuilder();
            for (int shift = 48; shift >= 0; shift -= 16) {
                text.append(Long.toHexString(locator >>> shift & 0xffff)).append(shift > 0 ? ":" : "");
            }
            printer.string("locator", " ", text.toString(), " ");
        }
        word(
                printer,
                told,
                ILA_ATTR_CSUM_MODE,
                "csum_mode",
                " csum-mode ",
                "adj-transport",
                "neutral-map",
                "no-action",
                "neutral-map-auto");
        word(printer, told, ILA_ATTR_IDENT_TYPE, "ident_type", "ident-type ", "luid", "use-format");
        word(printer, told, ILA_ATTR_HOOK_TYPE, "hook_type", "hook-type ", "output", "input");
    }

    private static void word(Printer printer, Attributes told, int type, String key, String before, String... words) {
        if (told.has(type)) {
            int value = told.u8(type, 0);
            printer.string(key, before, value < words.length ? words[value] : "unknown", " ");
        }
    }

    private static void bpf(Printer printer, Attributes told) {
        for (int i = 0; i < BPF.length; i++) {
            if (told.has(i + 1)) {
                printer.text(BPF[i]).text(" ");
                String program = told.nested(i + 1).string(LWT_BPF_PROG_NAME);
                if (program != null) {
                    printer.string(BPF[i], program);
                }
            }
        }
        if (told.has(LWT_BPF_XMIT_HEADROOM)) {
            printer.number("headroom", " ", told.u32(LWT_BPF_XMIT_HEADROOM, 0));
        }
    }

    private static void xfrm(Session session, Attributes told) throws IOException {
        if (told.has(LWT_XFRM_IF_ID)) {
            session.printer().number("if_id", "if_id ", told.u32(LWT_XFRM_IF_ID, 0));
        }
        if (told.has(LWT_XFRM_LINK)) {
            String device = session.links().name(told.s32(LWT_XFRM_LINK, 0));
            session.printer().string("link_dev", "link_dev ", device, " ");
        }
    }

    // linux/ioam6_iptunnel.h
    private static final int IOAM6_IPTUNNEL_MODE = 1;
    private static final int IOAM6_IPTUNNEL_DST = 2;
    private static final int IOAM6_IPTUNNEL_TRACE = 3;
    private static final int IOAM6_IPTUNNEL_FREQ_K = 4;
    private static final int IOAM6_IPTUNNEL_FREQ_N = 5;
    private static final int INLINE = 1;

    /** In-situ OAM (RFC 9197) in IPv6; a frequency stands first and must be there. */
    private static void ioam(Session session, Attributes told) {
        Printer printer = session.printer();
        Attributes.Attribute trace = told.get(IOAM6_IPTUNNEL_TRACE);
        if (!told.has(IOAM6_IPTUNNEL_FREQ_K) || !told.has(IOAM6_IPTUNNEL_FREQ_N)) {
            return;
        }
        printer.number("freqk", "freq ", told.u32(IOAM6_IPTUNNEL_FREQ_K, 0), "/");
        printer.number("freqn", "", told.u32(IOAM6_IPTUNNEL_FREQ_N, 0));
        int mode = told.u8(IOAM6_IPTUNNEL_MODE, 0);
        String[] modes = {"inline", "encap", "auto"};
        String name = mode >= INLINE && mode <= modes.length ? modes[mode - INLINE] : "<unknown>";
        printer.string("mode", "mode ", name, " ");
        IpAddress destination = told.address(IOAM6_IPTUNNEL_DST);
        if (mode != INLINE && destination != null) {
            printer.string("tundst", "tundst ", Hosts.text(destination), " ");
        }
        if (trace == null) {
            return;
        }
        // struct ioam6_trace_hdr of linux/ioam6.h, in network byte order: u16 namespace, bits, u8 remaining; u24 type
        long type = (long) trace.u8(4) << 16 | trace.u8(5) << 8 | trace.u8(6);
        printer.string("trace", "trace ", "prealloc", " ");
        printer.string("type", "type ", "0x" + "0".repeat(6 - hexDigits(type)) + Long.toHexString(type), " ");
        printer.number("ns", "ns ", trace.u8(0) << 8 | trace.u8(1));
        printer.number("size", "size ", trace.u8(3) * 4L);
    }

    private static int hexDigits(long value) {
        return Long.toHexString(value).length();
    }
}
