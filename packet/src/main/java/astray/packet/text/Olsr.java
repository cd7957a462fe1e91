package astray.packet.text;

/** Optimized Link State Routing (RFC 3626), with olsr.org's messages. */
final class Olsr {
    private static final int HEADER = 4;

    private static final int HELLO = 1;
    private static final int TOPOLOGY = 2;
    private static final int INTERFACES = 3;
    private static final int NETWORKS = 4;
    private static final int NAMES = 130;
    private static final int HELLO_QUALITY = 201;
    private static final int TOPOLOGY_QUALITY = 202;

    private static final Table MESSAGES = Table.of("""
            1 Hello
            2 TC
            3 MID
            4 HNA
            128 Powerinfo
            130 Nameservice
            201 Hello-LQ
            202 TC-LQ
            """);

    private static final String[] LINKS = {"Unspecified", "Asymmetric", "Symmetric", "Lost"};

    private static final Table NEIGHBOURS = Table.of("""
            0 Not-Neighbor
            1 Symmetric
            2 Symmetric-MPR
            """);

    private static final Table GATEWAY = Table.of("""
            0x01 LINKSPEED
            0x02 IPV4
            0x04 IPV4-NAT
            0x08 IPV6
            0x10 IPv6-PREFIX
            """);

    private static final int FASTEST = 320_000_000;

    private final Sheet sheet;
    private final Line line;
    private final boolean ip6;

    /** How long an address is. */
    private final int width;

    private Olsr(Sheet sheet, boolean ip6) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.ip6 = ip6;
        this.width = ip6 ? 16 : 4;
    }

    static void print(Sheet sheet, int at, int length, boolean ip6) {
        Line line = sheet.line;
        sheet.protocol = "olsr";
        line.text(ip6 ? "OLSRv6" : "OLSRv4");
        if (length < HEADER) {
            sheet.invalid("packet length", length, "<", HEADER);
            return;
        }
        int whole = Math.min(length, sheet.be16(at));
        int sequence = sheet.be16(at + 2);
        line.text(", seq 0x").hex(sequence, 4).text(", length ").number(whole);
        if (sheet.v > 0) {
            new Olsr(sheet, ip6).messages(at, whole);
        }
    }

    private void host(int at) {
        if (ip6) {
            sheet.host6(at);
        } else {
            sheet.host4(at);
        }
    }

    /** RFC 3626 section 18.3: a number of four bits and an exponent of as many, in sixteenths of a second. */
    private void time(int value) {
        Decimal.print(line, 0.0625 * (1 + (value >> 4) / 16.0) * (1 << (value & 15)), 3);
        line.put('s');
    }

    private void messages(int at, int length) {
        int header = 8 + width;
        int i = HEADER;
        while (i < length) {
            int here = at + i;
            sheet.need(here, header);
            int type = sheet.u8(here);
            int size = sheet.be16(here + 2);
            if (type == 0 || size == 0) {
                return;
            }
            boolean valid = size >= header && size <= length;
            line.text("\n\t").text(MESSAGES.name(type, "Unknown")).text(" Message (0x");
            line.hex(type, 2).text("), originator ");
            host(here + 4);
            line.text(", ttl ").number(sheet.u8(here + 4 + width));
            line.text(", hop ").number(sheet.u8(here + 5 + width)).text("\n\t  vtime ");
            time(sheet.u8(here + 1));
            line.text(", msg-seq 0x").hex(sheet.be16(here + 6 + width), 4);
            line.text(", length ").number(size).text(valid ? "" : " (invalid)");
            if (!valid || !message(type, here + header, size - header)) {
                return;
            }
            i += size;
        }
    }

    /** Prints what a message says; false when it is too short. */
    private boolean message(int type, int at, int length) {
        switch (type) {
            case HELLO, HELLO_QUALITY -> {
                if (isShort("message length", length, 4)) {
                    return false;
                }
                sheet.need(at + 2, 2);
                line.text("\n\t  hello-time ");
                time(sheet.u8(at + 2));
                line.text(", MPR willingness ").number(sheet.u8(at + 3));
                links(type, at + 4, length - 4);
            }
            case TOPOLOGY, TOPOLOGY_QUALITY -> {
                if (isShort("message length", length, 4)) {
                    return false;
                }
                sheet.need(at, 4);
                line.text("\n\t    advertised neighbor seq 0x").hex(sheet.be16(at), 4);
                neighbours(type == TOPOLOGY, at + 4, length - 4);
            }
            case INTERFACES -> {
                for (int i = 0; i + width <= length; i += width) {
                    sheet.need(at + i, width);
                    line.text("\n\t  interface address ");
                    host(at + i);
                }
            }
            case NETWORKS -> networks(at, length);
            case NAMES -> {
                return names(at, length);
            }
            default -> HexDump.unknown(sheet, "\n\t    ", at, length);
        }
        return true;
    }

    private boolean isShort(String what, int length, int least) {
        if (length >= least) {
            return false;
        }
        sheet.invalid(what, length, "<", least);
        return true;
    }

    private void links(int type, int at, int length) {
        int i = 0;
        while (length - i >= 4) {
            sheet.need(at + i, 4);
            int code = sheet.u8(at + i);
            int size = sheet.be16(at + i + 2);
            boolean valid = size <= length - i && size >= 4;
            line.text("\n\t    link-type ").text(LINKS[code & 3]);
            line.text(", neighbor-type ").text(NEIGHBOURS.name(code >> 2, "Unknown"));
            line.text(", len ").number(size).text(valid ? "" : " (invalid)");
            if (!valid) {
                return;
            }
            sheet.need(at + i + 4, size - 4);
            neighbours(type == HELLO, at + i + 4, size - 4);
            i += size;
        }
    }

    /** Neighbours, as they are - the original takes them all for IPv4 - or with the qualities of their links. */
    private void neighbours(boolean bare, int at, int length) {
        if (bare) {
            line.text("\n\t      neighbor\n\t\t");
            for (int i = 0; i + 4 <= length; i += 4) {
                sheet.need(at + i, 4);
                sheet.host4(at + i);
                line.put(' ');
            }
            return;
        }
        int size = width + 4;
        for (int i = 0; i + size <= length; i += size) {
            sheet.need(at + i, size);
            line.text("\n\t      neighbor ");
            host(at + i);
            quality(", link-quality ", at + i + width);
            quality(", neighbor-link-quality ", at + i + width + 1);
        }
    }

    private void quality(String what, int at) {
        line.text(what);
        Decimal.print(line, sheet.u8(at) / 2.55, 2);
        line.put('%');
    }

    private void networks(int at, int length) {
        int size = 2 * width;
        line.text("\n\t  Advertised networks (total ").number(length / size).put(')');
        int column = 0;
        for (int i = 0; i + size <= length; i += size) {
            int network = at + i;
            int mask = network + width;
            sheet.need(network, size);
            if (ip6) {
                line.text("\n\t    #0: ");
                sheet.host6(network);
                line.put('/').number(NetMask.bits6(sheet, mask));
                continue;
            }
            line.text(column == 0 ? "\n\t    " : ", ");
            boolean gateway = sheet.be32(network) == 0 && sheet.u8(mask) == 0 && sheet.u8(mask + 1) != 0;
            if (gateway) {
                gateway(mask);
            } else {
                sheet.host4(network);
                line.put('/').number(NetMask.bits4(sheet.s32(mask)) & 0xffff_ffffL);
            }
            column = (column + 1) % 4;
        }
    }

    /** olsr.org's gateways tell in their mask how fast they are. */
    private void gateway(int mask) {
        int flags = sheet.u8(mask + 1);
        String names = GATEWAY.bits(flags, " ", "");
        line.text("Smart-Gateway:").text(names.isEmpty() ? "" : " ").text(names);
        boolean speeds = (flags & 1) != 0;
        line.put(' ').number(speeds ? speed(sheet.u8(mask + 2)) : 0);
        line.put('/').number(speeds ? speed(sheet.u8(mask + 3)) : 0);
    }

    private static long speed(int value) {
        if (value == 0 || value == 255) {
            return value == 0 ? 0 : FASTEST;
        }
        long speed = (value >> 3) + 1L;
        for (int i = 0; i < (value & 7); i++) {
            speed *= 10;
        }
        return speed;
    }

    private boolean names(int at, int length) {
        if (isShort("message length", length, 4)) {
            return false;
        }
        int count = sheet.be16(at + 2);
        boolean valid = count > 0 && count * (4 + width) <= length;
        line.text("\n\t  Version ").number(sheet.be16(at));
        line.text(", Entries ").number(count).text(valid ? "" : " (invalid)");
        int i = 4;
        for (int k = 0; valid && k < count && length - i >= 4; k++) {
            int type = sheet.be16(at + i);
            int size = sheet.be16(at + i + 2);
            i += 4;
            int left = length - i;
            boolean fits = size > 0 && width + size <= left;
            line.text("\n\t    #")
                    .number(k)
                    .text(type == 0 ? ": type 00" : ": type 0x")
                    .hex(type, 4);
            line.text(", length ").number(size).text(fits ? "" : " (invalid)");
            if (!fits) {
                break;
            }
            int padded = width + (size + 3) / 4 * 4;
            if (isShort("name entry length", left, padded)) {
                return false;
            }
            sheet.need(at + i, padded);
            line.text(", address ");
            host(at + i);
            line.text(", name \"");
            sheet.exactly(at + i + width, size);
            line.put('"');
            i += padded;
        }
        return true;
    }
}
