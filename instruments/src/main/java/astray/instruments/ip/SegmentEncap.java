package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.route.Families;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints segment routing over IPv6 (RFC 8754, RFC 8986) and the source routes of RPL (RFC 6554). */
final class SegmentEncap {
    // linux/seg6_iptunnel.h; RPL_IPTUNNEL_SRH of linux/rpl_iptunnel.h is the same
    private static final int IPTUNNEL_SRH = 1;
    private static final String[] MODES = {"inline", "encap", "l2encap", "encap.red", "l2encap.red"};

    // struct ipv6_sr_hdr of linux/seg6.h: u8 nexthdr, hdrlen, type, left, first, flags; u16 tag; segments
    private static final int HDRLEN = 1;
    private static final int LEFT = 3;
    private static final int FIRST = 4;
    private static final int FLAGS = 5;
    private static final int SEGMENTS = 8;
    private static final int SEGMENT = 16;
    private static final int HAS_HMAC = 0x08;

    // struct sr6_tlv_hmac: u8 type, len; u16 flags; u32 key id, big-endian
    private static final int HMAC_SIZE = 40;
    private static final int HMAC_KEY = 4;

    // linux/seg6_local.h
    private static final int ACTION = 1;
    private static final int SRH = 2;
    private static final int TABLE = 3;
    private static final int NH4 = 4;
    private static final int NH6 = 5;
    private static final int IIF = 6;
    private static final int OIF = 7;
    private static final int BPF = 8;
    private static final int VRFTABLE = 9;
    private static final int COUNTERS = 10;
    private static final int FLAVORS = 11;

    private static final String[] ACTIONS = {
        "<unknown>",
        "End",
        "End.X",
        "End.T",
        "End.DX2",
        "End.DX6",
        "End.DX4",
        "End.DT6",
        "End.DT4",
        "End.B6",
        "End.B6.Encaps",
        "End.BM",
        "End.S",
        "End.AS",
        "End.AM",
        "End.BPF",
        "End.DT46"
    };
    private static final String[] FLAVOR_NAMES = {"psp", "usp", "usd", "next-csid"};

    private SegmentEncap() {}

    static void seg6(Session session, Attributes told) {
        Attributes.Attribute tunnel = told.get(IPTUNNEL_SRH);
        if (tunnel == null) {
            return;
        }
        // struct seg6_iptunnel_encap { int mode; struct ipv6_sr_hdr srh[]; }
        int mode = tunnel.s32(0);
        String name = mode >= 0 && mode < MODES.length ? MODES[mode] : "(null)";
        session.printer().string("mode", "mode ", name, " ");
        header(session, tunnel, 4);
    }

    static void rpl(Session session, Attributes told) {
        Attributes.Attribute header = told.get(IPTUNNEL_SRH);
        if (header != null) {
            // struct ipv6_rpl_sr_hdr of linux/rpl.h has as many segments as are left
            segments(session, header, SEGMENTS, header.u8(LEFT));
        }
    }

    /** A segment routing header within an attribute. */
    private static void header(Session session, Attributes.Attribute attribute, int at) {
        segments(session, attribute, at + SEGMENTS, attribute.u8(at + FIRST) + 1);
        if ((attribute.u8(at + FLAGS) & HAS_HMAC) != 0) {
            int hmac = at + ((attribute.u8(at + HDRLEN) + 1) << 3) - HMAC_SIZE + HMAC_KEY;
            long key = (long) attribute.u8(hmac) << 24
                    | attribute.u8(hmac + 1) << 16
                    | attribute.u8(hmac + 2) << 8
                    | attribute.u8(hmac + 3);
            session.printer().string("hmac", "hmac ", upper(key), " ");
        }
    }

    private static String upper(long value) {
        return Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    }

    /** Segments in the order of the way: the header has them from the last to the first. */
    private static void segments(Session session, Attributes.Attribute attribute, int at, int count) {
        Printer printer = session.printer();
        printer.text("segs ").text(Integer.toString(count)).text(" [ ");
        printer.openArray("segs");
        for (int i = count - 1; i >= 0; i--) {
            IpAddress segment = attribute.address(at + i * SEGMENT, SEGMENT);
            if (segment != null) {
                printer.string(Colour.INET6, null, "", Hosts.text(segment), " ");
            }
        }
        printer.closeArray();
        printer.text("] ");
    }

    static void local(Session session, Attributes told) throws IOException {
        Printer printer = session.printer();
        Names names = session.names();
        if (!told.has(ACTION)) {
            return;
        }
        long action = told.u32(ACTION, 0);
        String name = action < ACTIONS.length ? ACTIONS[(int) action] : "<invalid>";
        printer.string("action", "action ", name, " ");
        Attributes.Attribute header = told.get(SRH);
        if (header != null) {
            header(session, header, 0);
        }
        if (told.has(TABLE)) {
            printer.string("table", "table ", names.table(told.u32(TABLE, 0)), " ");
        }
        if (told.has(VRFTABLE)) {
            printer.string("vrftable", "vrftable ", names.table(told.u32(VRFTABLE, 0)), " ");
        }
        address(session, "nh4", told.address(NH4));
        address(session, "nh6", told.address(NH6));
        if (told.has(IIF)) {
            printer.string("iif", "iif ", session.links().name(told.s32(IIF, 0)), " ");
        }
        if (told.has(OIF)) {
            printer.string("oif", "oif ", session.links().name(told.s32(OIF, 0)), " ");
        }
        String program = told.nested(BPF).string(2);
        if (program != null) {
            printer.string("endpoint", "endpoint ", program, " ");
        }
        if (session.settings().statistics() && told.has(COUNTERS)) {
            counters(printer, told.nested(COUNTERS));
        }
        if (told.has(FLAVORS)) {
            flavors(printer, told.nested(FLAVORS));
        }
    }

    private static void address(Session session, String key, @Nullable IpAddress address) {
        if (address != null) {
            Colour colour = Colour.ofFamily(Families.number(address.family()));
            session.printer().string(colour, key, key + " ", Hosts.text(address), " ");
        }
    }

    private static void counters(Printer printer, Attributes told) {
        printer.openObject("stats64");
        printer.unsigned("packets", "packets ", told.u64(2, 0), " ");
        printer.unsigned("bytes", "bytes ", told.u64(3, 0), " ");
        printer.unsigned("errors", "errors ", told.u64(4, 0), " ");
        printer.closeObject();
    }

    private static void flavors(Printer printer, Attributes told) {
        // bit N for SEG6_LOCAL_FLV_OP_ number N
        long operations = told.u32(1, 0);
        StringBuilder list = new StringBuilder();
        printer.text("flavors ").openArray("flavors");
        for (int i = 0; i < FLAVOR_NAMES.length; i++) {
            if ((operations & 1L << (i + 1)) != 0) {
                list.append(list.isEmpty() ? "" : ",").append(FLAVOR_NAMES[i]);
                printer.json(null, FLAVOR_NAMES[i]);
            }
        }
        printer.closeArray();
        printer.text(list.append(' ').toString());
        if (told.has(2)) {
            printer.number("lblen", "lblen ", told.u8(2, 0));
        }
        if (told.has(3)) {
            printer.number("nflen", "nflen ", told.u8(3, 0));
        }
    }
}
