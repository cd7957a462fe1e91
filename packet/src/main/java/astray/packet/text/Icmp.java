package astray.packet.text;

/** ICMP for IPv4 (RFC 792, 950, 1256, 4884, 8335). */
final class Icmp {
    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int ID = 4;
    private static final int SEQUENCE = 6;
    private static final int HEADER = 8;

    private static final int ECHO_REPLY = 0;
    private static final int UNREACHABLE = 3;
    private static final int SOURCE_QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int ECHO = 8;
    private static final int ROUTER_ADVERTISEMENT = 9;
    private static final int TIME_EXCEEDED = 11;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int TIMESTAMP = 13;
    private static final int TIMESTAMP_REPLY = 14;
    private static final int INFORMATION = 15;
    private static final int INFORMATION_REPLY = 16;
    private static final int MASK = 17;
    private static final int MASK_REPLY = 18;
    private static final int EXTENDED_ECHO = 42;
    private static final int EXTENDED_ECHO_REPLY = 43;

    /** RFC 4884: an error carries at least so much of the packet when extensions follow. */
    private static final int QUOTED = 128;

    private static final int SMALLEST_EXTENDED = HEADER + QUOTED;

    private Icmp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "icmp";
        int type = sheet.u8(at + TYPE);
        int code = sheet.u8(at + CODE);
        int start = line.length();
        line.text("ICMP ");
        try {
            message(sheet, at, type, code);
        } catch (Truncated e) {
            // nothing is told of a message of which the part is missing that names what it is about
            line.cut(start);
            throw e;
        }
        line.text(", length ").number(length);
        checksum(sheet, at, length, carrier);
        if (sheet.v >= 1 && isError(type)) {
            quoted(sheet, at, length, type);
        }
        if (sheet.v >= 1 && (type == EXTENDED_ECHO || type == EXTENDED_ECHO_REPLY)) {
            IcmpExtensions.echo(sheet, at, type == EXTENDED_ECHO, code);
        }
    }

    private static void message(Sheet sheet, int at, int type, int code) {
        Line line = sheet.line;
        switch (type) {
            case ECHO, ECHO_REPLY -> {
                line.text(type == ECHO ? "echo request, id " : "echo reply, id ")
                        .number(sheet.be16(at + ID));
                line.text(", seq ").number(sheet.be16(at + SEQUENCE));
            }
            case UNREACHABLE -> unreachable(sheet, at, code);
            case REDIRECT -> redirect(sheet, at, code);
            case SOURCE_QUENCH -> line.text("source quench");
            case ROUTER_ADVERTISEMENT -> advertisement(sheet, at);
            case 10 -> line.text("router solicitation");
            case TIME_EXCEEDED -> {
                sheet.need(at + HEADER, 20);
                switch (code) {
                    case 0 -> line.text("time exceeded in-transit");
                    case 1 -> line.text("ip reassembly time exceeded");
                    default -> line.text("time exceeded-#").number(code);
                }
            }
            case PARAMETER_PROBLEM -> parameter(sheet, at, code);
            case TIMESTAMP ->
                line.text("time stamp query id ")
                        .number(sheet.be16(at + ID))
                        .text(" seq ")
                        .number(sheet.be16(at + SEQUENCE));
            case TIMESTAMP_REPLY -> {
                line.text("time stamp reply id ").number(sheet.be16(at + ID));
                line.text(" seq ").number(sheet.be16(at + SEQUENCE)).text(": org ");
                time(line, sheet.be32(at + 8));
                line.text(", recv ");
                time(line, sheet.be32(at + 12));
                line.text(", xmit ");
                time(line, sheet.be32(at + 16));
            }
            case INFORMATION -> line.text("information request");
            case INFORMATION_REPLY -> line.text("information reply");
            case MASK -> line.text("address mask request");
            case MASK_REPLY -> line.text("address mask is 0x").hex(sheet.be32(at + 8), 8);
            case EXTENDED_ECHO -> {
                line.text("extended echo request, id ").number(sheet.be16(at + ID));
                line.text(", seq ").number(sheet.u8(at + SEQUENCE));
            }
            case EXTENDED_ECHO_REPLY -> {
                line.text("extended echo reply, id ").number(sheet.be16(at + ID));
                line.text(", seq ").number(sheet.u8(at + SEQUENCE));
            }
            default -> line.text("type-#").number(type);
        }
    }

    private static boolean isError(int type) {
        return type == UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    private static void checksum(Sheet sheet, int at, int length, Carrier carrier) {
        if (sheet.v == 0 || carrier.fragmented() || !sheet.has(at, length)) {
            return;
        }
        int over = Checksum.of(Checksum.add(0, sheet.bytes(), at, length));
        if (over != 0) {
            int field = sheet.be16(at + CHECKSUM);
            sheet.text(" (wrong icmp cksum ")
                    .hex(field)
                    .text(" (->")
                    .hex(Checksum.shouldBe(field, over))
                    .text(")!)");
        }
    }

    private static void unreachable(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        switch (code) {
            case 0 -> about(sheet, "net ", at, " unreachable");
            case 1 -> about(sheet, "host ", at, " unreachable");
            case 2 -> {
                destination(sheet, at);
                int protocol = sheet.u8(at + HEADER + 9);
                line.text(" protocol ").number(protocol).text(" unreachable");
            }
            case 3 -> port(sheet, at);
            case 4 -> {
                destination(sheet, at);
                int mtu = sheet.be16(at + SEQUENCE);
                line.text(" unreachable - need to frag");
                if (mtu != 0) {
                    line.text(" (mtu ").number(mtu).put(')');
                }
            }
            case 5 -> about(sheet, "", at, " unreachable - source route failed");
            case 6 -> about(sheet, "net ", at, " unreachable - unknown");
            case 7 -> about(sheet, "host ", at, " unreachable - unknown");
            case 8 -> about(sheet, "", at, " unreachable - source host isolated");
            case 9 -> about(sheet, "net ", at, " unreachable - admin prohibited");
            case 10 -> about(sheet, "host ", at, " unreachable - admin prohibited");
            case 11 -> about(sheet, "net ", at, " unreachable - tos prohibited");
            case 12 -> about(sheet, "host ", at, " unreachable - tos prohibited");
            case 13 -> about(sheet, "host ", at, " unreachable - admin prohibited filter");
            case 14 -> about(sheet, "host ", at, " unreachable - host precedence violation");
            case 15 -> about(sheet, "host ", at, " unreachable - precedence cutoff");
            default -> about(sheet, "", at, " unreachable - #" + code);
        }
    }

    /** The destination of the packet that the error is about. */
    private static void destination(Sheet sheet, int at) {
        sheet.host4(at + HEADER + 16);
    }

    private static void about(Sheet sheet, String before, int at, String after) {
        sheet.need(at + HEADER, 20);
        sheet.text(before);
        destination(sheet, at);
        sheet.text(after);
    }

    private static void port(Sheet sheet, int at) {
        Line line = sheet.line;
        int quoted = at + HEADER;
        int headerLength = (sheet.u8(quoted) & 15) * 4;
        int protocol = sheet.u8(quoted + 9);
        int port = sheet.be16(quoted + headerLength + 2);
        destination(sheet, at);
        switch (protocol) {
            case IpProtocol.TCP -> {
                line.text(" tcp port ");
                sheet.tcpPort(port);
            }
            case IpProtocol.UDP -> {
                line.text(" udp port ");
                sheet.udpPort(port);
            }
            default -> line.text(" protocol ").number(protocol).text(" port ").number(port);
        }
        line.text(" unreachable");
    }

    private static void redirect(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        sheet.need(at + HEADER, 20);
        switch (code) {
            case 0, 1 -> line.text("redirect ");
            case 2, 3 -> line.text("redirect-tos ");
            default -> line.text("redirect-#").number(code).put(' ');
        }
        destination(sheet, at);
        line.text(
                switch (code) {
                    case 0, 2 -> " to net ";
                    case 1, 3 -> " to host ";
                    default -> " to ";
                });
        sheet.host4(at + 4);
    }

    private static void advertisement(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("router advertisement lifetime ");
        int lifetime = sheet.be16(at + SEQUENCE);
        if (lifetime < 60) {
            line.number(lifetime);
        } else if (lifetime < 3600) {
            line.number(lifetime / 60).put(':').padded(lifetime % 60, 2);
        } else {
            line.number(lifetime / 3600)
                    .put(':')
                    .padded(lifetime / 60 % 60, 2)
                    .put(':')
                    .padded(lifetime % 60, 2);
        }
        int count = sheet.u8(at + 4);
        line.put(' ').number(count).put(':');
        if (sheet.u8(at + 5) != 2) {
            line.text(" [size ").number(sheet.u8(at + 5)).put(']');
            return;
        }
        for (int i = 0; i < count; i++) {
            line.text(" {");
            sheet.host4(at + HEADER + 8 * i);
            line.put(' ').number(sheet.be32(at + HEADER + 8 * i + 4)).put('}');
        }
    }

    private static void parameter(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        if (code != 0) {
            line.text("parameter problem - code ").number(code);
        } else {
            line.text("parameter problem - octet ").number(sheet.u8(at + 4));
        }
    }

    private static void time(Line line, long millis) {
        line.padded(millis / 3_600_000, 2)
                .put(':')
                .padded(millis / 60_000 % 60, 2)
                .put(':')
                .padded(millis / 1000 % 60, 2)
                .put('.')
                .padded(millis % 1000, 3);
    }

    /** The packet that an error is about, as far as it was sent back, and what stands behind it (RFC 4884). */
    private static void quoted(Sheet sheet, int at, int length, int type) {
        Line line = sheet.line;
        int quoted = at + HEADER;
        line.text("\n\t");
        int told = sheet.be16(quoted + 2);
        int before = sheet.endAt(quoted + told);
        Ip4.print(sheet, quoted, told);
        sheet.endAgain(before);
        sheet.protocol = "icmp";
        boolean extensible = type == UNREACHABLE || type == TIME_EXCEEDED || type == PARAMETER_PROBLEM;
        if (extensible && length > SMALLEST_EXTENDED) {
            int extensions = at + HEADER + QUOTED;
            IcmpExtensions.print(sheet, extensions, length - SMALLEST_EXTENDED, sheet.u8(at + 5) != 0);
        }
    }
}
