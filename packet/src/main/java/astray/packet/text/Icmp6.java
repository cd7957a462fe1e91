package astray.packet.text;

/**
 * ICMPv6 (RFC 4443, 8335, 6275): errors, echo, mobility. Neighbour discovery, listener discovery and other messages
 * with a life of their own are classes of their own.
 */
final class Icmp6 {
    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int CHECKSUM = 2;
    private static final int ID = 4;
    private static final int SEQUENCE = 6;
    static final int HEADER = 8;

    private static final int UNREACHABLE = 1;
    private static final int TOO_BIG = 2;
    private static final int TIME_EXCEEDED = 3;
    private static final int PARAMETER_PROBLEM = 4;
    private static final int ECHO = 128;
    private static final int ECHO_REPLY = 129;
    private static final int RENUMBERING = 138;
    private static final int INVERSE_SOLICITATION = 141;
    private static final int INVERSE_ADVERTISEMENT = 142;
    private static final int HOME_AGENT_REQUEST = 144;
    private static final int HOME_AGENT_REPLY = 145;
    private static final int MOBILE_PREFIX_SOLICITATION = 146;
    private static final int MOBILE_PREFIX_ADVERTISEMENT = 147;
    private static final int RPL = 155;
    private static final int EXTENDED_ECHO = 160;
    private static final int EXTENDED_ECHO_REPLY = 161;

    /** Where the quoted packet of an error has its addresses. */
    private static final int QUOTED_SOURCE = HEADER + 8;

    private static final int QUOTED_DESTINATION = HEADER + 24;

    private static final Table NAMES = Table.of("""
            1 destination unreachable
            2 packet too big
            3 time exceeded in-transit
            4 parameter problem
            128 echo request
            129 echo reply
            130 multicast listener query
            131 multicast listener report
            132 multicast listener done
            133 router solicitation
            134 router advertisement
            135 neighbor solicitation
            136 neighbor advertisement
            137 redirect
            138 router renumbering
            139 node information query
            140 node information reply
            141 inverse neighbor solicitation
            142 inverse neighbor advertisement
            143 multicast listener report v2
            144 ha discovery request
            145 ha discovery reply
            146 mobile router solicitation
            147 mobile router advertisement
            155 RPL
            160 extended echo request
            161 extended echo reply
            200 mtrace response
            201 mtrace message
            """);

    private Icmp6() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "icmp6";
        if (length == 0) {
            line.text("ICMP6, length 0");
            sheet.invalid();
            return;
        }
        checksum(sheet, at, length, carrier);
        int type = sheet.u8(at + TYPE);
        line.text("ICMP6, ");
        String name = NAMES.name(type);
        if (name == null) {
            line.text("unknown icmp6 type (").number(type).put(')');
        } else {
            line.text(name);
        }
        if (sheet.v > 0
                && (NeighbourDiscovery.is(type) || type == HOME_AGENT_REPLY || type == MOBILE_PREFIX_ADVERTISEMENT)) {
            line.text(", length ").number(length);
        }
        int code = sheet.u8(at + CODE);
        if (body(sheet, at, length, type, code) && sheet.v == 0) {
            line.text(", length ").number(length);
        }
    }

    /** Prints what a message says; whether its length may follow. */
    private static boolean body(Sheet sheet, int at, int length, int type, int code) {
        Line line = sheet.line;
        switch (type) {
            case ECHO, ECHO_REPLY -> {
                sheet.need(at, HEADER);
                line.text(", id ").number(sheet.be16(at + ID)).text(", seq ").number(sheet.be16(at + SEQUENCE));
            }
            case UNREACHABLE -> {
                return unreachable(sheet, at, length, code);
            }
            case TOO_BIG -> {
                sheet.need(at, HEADER);
                line.text(", mtu ").number(sheet.be32(at + 4));
            }
            case TIME_EXCEEDED -> timeExceeded(sheet, at, code);
            case PARAMETER_PROBLEM -> parameterProblem(sheet, at, code);
            case Mld.QUERY, Mld.REPORT, Mld.DONE, Mld.REPORT2 -> Mld.print(sheet, at, length, type);
            case NeighbourDiscovery.ROUTER_SOLICITATION,
                    NeighbourDiscovery.ROUTER_ADVERTISEMENT,
                    NeighbourDiscovery.NEIGHBOUR_SOLICITATION,
                    NeighbourDiscovery.NEIGHBOUR_ADVERTISEMENT,
                    NeighbourDiscovery.REDIRECT -> NeighbourDiscovery.print(sheet, at, length, type);
            case RENUMBERING -> RouterRenumbering.print(sheet, at, code);
            case NodeInformation.QUERY, NodeInformation.REPLY -> NodeInformation.print(sheet, at, length, type, code);
            case INVERSE_SOLICITATION, INVERSE_ADVERTISEMENT -> {
                // nothing more is told of them
            }
            case HOME_AGENT_REQUEST, MOBILE_PREFIX_SOLICITATION -> id(sheet, at);
            case HOME_AGENT_REPLY -> homeAgents(sheet, at, length);
            case MOBILE_PREFIX_ADVERTISEMENT -> mobilePrefix(sheet, at, length);
            case RPL -> Rpl.print(sheet, at + ID, length - ID, code);
            case EXTENDED_ECHO, EXTENDED_ECHO_REPLY -> {
                sheet.need(at, HEADER);
                line.text(", id ").number(sheet.be16(at + ID)).text(", seq ").number(sheet.u8(at + SEQUENCE));
                if (sheet.v > 0) {
                    IcmpExtensions.echo(sheet, at, type == EXTENDED_ECHO, code);
                }
            }
            default -> {
                line.text(", length ").number(length);
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t", at, length);
                }
                return false;
            }
        }
        return true;
    }

    private static void checksum(Sheet sheet, int at, int length, Carrier carrier) {
        if (sheet.v == 0 || carrier.fragmented() || !sheet.has(at, length)) {
            return;
        }
        int field = sheet.be16(at + CHECKSUM);
        long sum = carrier.pseudoHeader(sheet, IpProtocol.ICMP6, length);
        int over = Checksum.of(Checksum.add(sum, sheet.bytes(), at, length));
        if (over != 0) {
            sheet.text("[bad icmp6 cksum 0x")
                    .hex(field, 4)
                    .text(" -> 0x")
                    .hex(Checksum.shouldBe(field, over), 4)
                    .text("!] ");
        } else {
            sheet.text("[icmp6 sum ok] ");
        }
    }

    private static boolean unreachable(Sheet sheet, int at, int length, int code) {
        Line line = sheet.line;
        switch (code) {
            case 0 -> about(sheet, ", unreachable route ", at);
            case 1 -> about(sheet, ",  unreachable prohibited ", at);
            case 2 -> {
                sheet.need(at + QUOTED_SOURCE, 32);
                about(sheet, ", beyond scope ", at);
                line.text(", source address ");
                sheet.host6(at + QUOTED_SOURCE);
            }
            case 3 -> about(sheet, ", unreachable address ", at);
            case 4 -> port(sheet, at);
            default -> {
                line.text(", unknown unreach code (").number(code).put(')');
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t", at, length);
                    return false;
                }
            }
        }
        return true;
    }

    private static void about(Sheet sheet, String what, int at) {
        int comma = what.lastIndexOf(' ');
        sheet.text(what.substring(0, comma));
        sheet.need(at + QUOTED_DESTINATION, 16);
        sheet.line.put(' ');
        sheet.host6(at + QUOTED_DESTINATION);
    }

    private static void port(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text(", unreachable port");
        int quoted = at + HEADER;
        int next = sheet.u8(quoted + 6);
        int here = quoted + 40;
        while (next != IpProtocol.TCP && next != IpProtocol.UDP) {
            int size = switch (next) {
                case IpProtocol.HOP_BY_HOP, IpProtocol.DESTINATION, IpProtocol.ROUTING -> (sheet.u8(here + 1) + 1) * 8;
                case IpProtocol.FRAGMENT -> (sheet.be16(here + 2) & 0xfff8) == 0 ? 8 : -1;
                case IpProtocol.AH -> (sheet.u8(here + 1) + 2) * 4;
                default -> -1;
            };
            if (size < 0) {
                throw Truncated.HERE;
            }
            next = sheet.u8(here);
            here += size;
        }
        int port = sheet.be16(here + 2);
        line.text(", ");
        sheet.host6(at + QUOTED_DESTINATION);
        if (next == IpProtocol.TCP) {
            line.text(" tcp port ");
            sheet.tcpPort(port);
        } else {
            line.text(" udp port ");
            sheet.udpPort(port);
        }
    }

    private static void timeExceeded(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        switch (code) {
            case 0 -> about(sheet, " for ", at);
            case 1 -> line.text(" (reassembly)");
            default -> line.text(", unknown code (").number(code).put(')');
        }
    }

    private static void parameterProblem(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        sheet.need(at + QUOTED_DESTINATION, 16);
        switch (code) {
            case 0 -> line.text(", erroneous - octet ");
            case 1 -> line.text(", next header - octet ");
            case 2 -> line.text(", option - octet ");
            case 3 -> line.text(", incomplete header chain - octet ");
            default -> {
                line.text(", code-#").number(code);
                return;
            }
        }
        line.number(sheet.be32(at + 4));
    }

    private static void id(Sheet sheet, int at) {
        int id = sheet.be16(at + ID);
        sheet.text(", id 0x").hex(id, 4);
    }

    private static void homeAgents(Sheet sheet, int at, int length) {
        if (sheet.v == 0) {
            return;
        }
        id(sheet, at);
        int end = at + Math.min(length, sheet.captured(at));
        for (int here = at + HEADER; here < end; here += 16) {
            sheet.need(here, 16);
            sheet.text(", ");
            sheet.host6(here);
        }
    }

    private static void mobilePrefix(Sheet sheet, int at, int length) {
        if (sheet.v == 0) {
            return;
        }
        id(sheet, at);
        int flags = sheet.be16(at + SEQUENCE);
        Line line = sheet.line;
        line.text((flags & 0xc000) != 0 ? " " : "");
        line.text((flags & 0x8000) != 0 ? "M" : "").text((flags & 0x4000) != 0 ? "O" : "");
        NeighbourDiscovery.options(sheet, at + HEADER, length - HEADER);
    }
}
