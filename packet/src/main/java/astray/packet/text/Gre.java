package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** GRE (RFC 2784, 2890, 1701), its use for PPP in PPTP (RFC 2637, version 1) and for web caches (WCCP). */
final class Gre {
    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int STRICT = 0x0800;
    private static final int ACKNOWLEDGED = 0x0080;
    private static final int VERSION = 0x0007;

    private static final Sheet.Bit[] FLAGS = {
        new Sheet.Bit(CHECKSUM, "checksum present"),
        new Sheet.Bit(ROUTING, "routing present"),
        new Sheet.Bit(KEY, "key present"),
        new Sheet.Bit(SEQUENCE, "sequence# present"),
        new Sheet.Bit(STRICT, "source routing present"),
        new Sheet.Bit(ACKNOWLEDGED, "ack present")
    };

    private static final int KEEP_ALIVE = 0x0000;
    private static final int WCCP = 0x883e;
    private static final int ISO = 0x00fe;
    private static final int ERSPAN = 0x88be;
    private static final int ERSPAN_3 = 0x22eb;
    private static final int ETHERNET_OVER_IP = 0x6400;
    private static final int ROUTE_IP = 0x0800;
    private static final int ROUTE_AS = 0xfffe;

    private Gre() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "gre";
        line.text("GRE");
        if (length < 2) {
            sheet.invalid("length", length, "<", 2);
            return;
        }
        int version = sheet.be16(at) & VERSION;
        line.put('v').number(version);
        if (version > 1) {
            line.text(" ERROR: unknown-version");
            return;
        }
        if (sheet.v > 0) {
            line.text(", Flags [");
            sheet.bits(FLAGS, sheet.be16(at), ", ");
            line.put(']');
        }
        if (version == 0) {
            standard(sheet, at, length);
        } else {
            enhanced(sheet, at, length);
        }
    }

    /** What is left of the length behind a place; negative, and said to be invalid, when that is less than needed. */
    private static boolean lacks(Sheet sheet, int rest, int needed) {
        if (rest < needed) {
            sheet.invalid("len", rest, "<", needed);
        }
        return rest < needed;
    }

    private static void standard(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int flags = sheet.be16(at);
        int here = at + 2;
        int end = at + length;
        if (lacks(sheet, end - here, 2)) {
            return;
        }
        int type = sheet.be16(here);
        here += 2;
        if ((flags & (CHECKSUM | ROUTING)) != 0) {
            if (lacks(sheet, end - here, 2)) {
                return;
            }
            int sum = sheet.be16(here);
            if (sheet.v > 0) {
                line.text(", sum 0x").hex(sum);
            }
            here += 2;
            if (lacks(sheet, end - here, 2)) {
                return;
            }
            int offset = sheet.be16(here);
            line.text(", off 0x").hex(offset);
            here += 2;
        }
        if ((flags & KEY) != 0) {
            if (lacks(sheet, end - here, 4)) {
                return;
            }
            long key = sheet.be32(here);
            line.text(", key=0x").hex(key);
            here += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            if (lacks(sheet, end - here, 4)) {
                return;
            }
            long sequence = sheet.be32(here);
            line.text(", seq ").number(sequence);
            here += 4;
        }
        if ((flags & ROUTING) != 0) {
            here = routes(sheet, here, end);
            if (here < 0) {
                return;
            }
        }
        type(sheet, type);
        line.text(", length ").number(length).text(sheet.v < 1 ? ": " : "\n\t");
        if (sheet.depth >= Sheet.DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        payload(sheet, type, here, end - here, (flags & SEQUENCE) != 0);
        sheet.depth--;
    }

    private static void type(Sheet sheet, int type) {
        if (sheet.options.linkLevel()) {
            String name = EtherType.name(type);
            sheet.text(", proto ").text(name == null ? "unknown" : name).text(" (0x");
            sheet.line.hex(type, 4).put(')');
        }
    }

    private static void payload(Sheet sheet, int type, int at, int length, boolean numbered) {
        Line line = sheet.line;
        switch (type) {
            case KEEP_ALIVE -> line.text("keep-alive");
            case WCCP -> redirected(sheet, at, length);
            case EtherType.NHRP -> Nhrp.print(sheet, at, length);
            case ISO -> Osi.print(sheet, at, length);
            case ERSPAN -> Erspan.print(sheet, at, length, numbered);
            case ERSPAN_3 -> Erspan.print3(sheet, at, length);
            case EtherType.TEB -> Ethernet.print(sheet, at, length);
            case EtherType.IP4, EtherType.IP6, EtherType.MPLS, EtherType.MPLS_MULTICAST ->
                LinkLayer.payload(sheet, new Payload(type, at, length, -1));
            default -> line.text("gre-proto-0x").hex(type);
        }
    }

    /** A packet for a web cache (draft-wilson-wrec-wccp-v2 section 4.12): bare, or behind a header of four bytes. */
    private static void redirected(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        line.text("wccp ");
        if (lacks(sheet, length, 1)) {
            return;
        }
        int here = at;
        if (sheet.u8(at) >> 4 != 4) {
            if (lacks(sheet, length, 4)) {
                return;
            }
            sheet.need(at, 4);
            int bits = sheet.u8(at);
            line.text("T:").number(bits >> 7 & 1);
            line.text(" A:").number(bits >> 6 & 1);
            line.text(" U:").number(bits >> 5 & 1);
            line.text(" SId:").number(sheet.u8(at + 1));
            line.text(" Alt:").number(sheet.u8(at + 2));
            line.text(" Pri:").number(sheet.u8(at + 3)).text(": ");
            here += 4;
        }
        Ip4.print(sheet, here, length - (here - at));
    }

    /** Source route entries (RFC 1701): behind which the payload begins; negative when they are invalid. */
    private static int routes(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        int here = at;
        while (true) {
            if (lacks(sheet, end - here, 4)) {
                return -1;
            }
            int family = sheet.be16(here);
            int offset = sheet.u8(here + 2);
            int size = sheet.u8(here + 3);
            here += 4;
            if (family == 0 && size == 0) {
                return here;
            }
            boolean valid = true;
            switch (family) {
                case ROUTE_IP -> {
                    line.text(", (rtaf=ip");
                    valid = route(sheet, here, end - here, offset, size, 4);
                    line.put(')');
                }
                case ROUTE_AS -> {
                    line.text(", (rtaf=asn");
                    valid = route(sheet, here, end - here, offset, size, 2);
                    line.put(')');
                }
                default -> line.text(", (rtaf=0x").hex(family).put(')');
            }
            if (!valid) {
                sheet.invalid();
                return -1;
            }
            if (lacks(sheet, end - here, size)) {
                return -1;
            }
            here += size;
        }
    }

    private static boolean route(Sheet sheet, int at, int rest, int offset, int size, int width) {
        Line line = sheet.line;
        if (offset % width != 0) {
            line.text(", badoffset=").number(offset);
            return false;
        }
        if (size % width != 0) {
            line.text(", badlength=").number(size);
            return false;
        }
        if (offset >= size) {
            line.text(", badoff/len=").number(offset).put('/').number(size);
            return false;
        }
        for (int i = 0; i < size; i += width) {
            if (rest - i < width) {
                line.text(" [len ").number(rest - i).text(" < ").number(width).put(']');
                return false;
            }
            sheet.need(at + i, width);
            line.text(i == offset ? " *" : " ");
            if (width == 4) {
                line.ip4(sheet.s32(at + i));
            } else {
                line.hex(sheet.be16(at + i));
            }
        }
        return true;
    }

    private static void enhanced(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int flags = sheet.be16(at);
        int here = at + 2;
        int end = at + length;
        if (lacks(sheet, end - here, 2)) {
            return;
        }
        int type = sheet.be16(here);
        here += 2;
        boolean eoip = type == ETHERNET_OVER_IP;
        if (eoip && (flags & ~VERSION) != KEY) {
            line.text(" unknown-eoip-flags-").hex(flags, 4).put('!');
            return;
        }
        if ((flags & KEY) != 0) {
            if (lacks(sheet, end - here, 2)) {
                return;
            }
            sheet.need(here, 2);
            here += 2;
            if (lacks(sheet, end - here, 2)) {
                return;
            }
            int call = sheet.be16(here);
            line.text(eoip ? ", tunnel-id " : ", call ").number(call);
            here += 2;
        } else {
            line.text(", (ERROR: K flag not set)");
        }
        if ((flags & SEQUENCE) != 0) {
            if (lacks(sheet, end - here, 4)) {
                return;
            }
            long sequence = sheet.be32(here);
            line.text(", seq ").number(sequence);
            here += 4;
        }
        if ((flags & ACKNOWLEDGED) != 0) {
            if (lacks(sheet, end - here, 4)) {
                return;
            }
            long acknowledged = sheet.be32(here);
            line.text(", ack ").number(acknowledged);
            here += 4;
        }
        boolean empty = !eoip && (flags & SEQUENCE) == 0;
        if (empty) {
            line.text(", no-payload");
        }
        type(sheet, type);
        line.text(", length ").number(length);
        if (empty) {
            return;
        }
        line.text(sheet.v < 1 ? ": " : "\n\t");
        if (sheet.depth >= Sheet.DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        if (type == EtherType.PPP) {
            Ppp.print(sheet, here, end - here);
        } else if (!eoip) {
            line.text("gre-proto-0x").hex(type);
        } else if (here == end) {
            line.text("keepalive");
        } else {
            Ethernet.print(sheet, here, end - here);
        }
        sheet.depth--;
    }
}
