package astray.packet.text;

import java.util.Arrays;

/** The Home Networking Control Protocol (RFC 7788) with what it is made on, DNCP (RFC 7787). */
final class Hncp {
    private static final int NETWORK_STATE_REQUEST = 1;
    private static final int NODE_STATE_REQUEST = 2;
    private static final int NODE_ENDPOINT = 3;
    private static final int NETWORK_STATE = 4;
    private static final int NODE_STATE = 5;
    private static final int PEER = 8;
    private static final int KEEP_ALIVE = 9;
    private static final int TRUST_VERDICT = 10;
    private static final int VERSION = 32;
    private static final int EXTERNAL_CONNECTION = 33;
    private static final int DELEGATED_PREFIX = 34;
    private static final int ASSIGNED_PREFIX = 35;
    private static final int NODE_ADDRESS = 36;
    private static final int DHCP4 = 37;
    private static final int DHCP6 = 38;
    private static final int DELEGATED_ZONE = 39;
    private static final int DOMAIN_NAME = 40;
    private static final int NODE_NAME = 41;
    private static final int MANAGED_KEY = 42;
    private static final int PREFIX_POLICY = 43;

    private static final int RESERVED = 0x10000;
    private static final int UNASSIGNED = 0x10001;
    private static final int PRIVATE = 0x10002;
    private static final int FUTURE = 0x10003;

    /** Parameters in parameters: what is deeper is not looked at. */
    private static final int DEEPEST = 32;

    private static final Table NAMES = Table.of("""
            1 Request network state
            2 Request node state
            3 Node endpoint
            4 Network state
            5 Node state
            8 Peer
            9 Keep-alive interval
            10 Trust-Verdict
            32 HNCP-Version
            33 External-Connection
            34 Delegated-Prefix
            35 Assigned-Prefix
            36 Node-Address
            37 DHCPv4-Data
            38 DHCPv6-Data
            39 DNS-Delegated-Zone
            40 Domain-Name
            41 Node-Name
            42 Managed-PSK
            43 Prefix-Policy
            0x10000 Reserved
            0x10001 Unassigned
            0x10002 Private use
            0x10003 Future use
            """);

    private static final byte[] MAPPED = Arrays.copyOf(BabelAddress.MAPPED, 12);

    private Hncp() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "hncp";
        sheet.text("hncp (").number(length).put(')');
        parameters(sheet, at, length, 1);
    }

    static void indent(Line line, int indent) {
        line.put('\n');
        for (int i = 0; i < indent; i++) {
            line.put('\t');
        }
    }

    private static int kind(int type) {
        if (NAMES.name(type) != null) {
            return type;
        }
        if (type == 0) {
            return RESERVED;
        }
        if (type >= 44 && type <= 511) {
            return UNASSIGNED;
        }
        return type >= 768 && type <= 1023 ? PRIVATE : FUTURE;
    }

    private static void parameters(Sheet sheet, int at, int length, int indent) {
        Line line = sheet.line;
        if (indent > DEEPEST) {
            line.text(" [too many parameters in parameters]");
            return;
        }
        boolean inLine = indent - 1 >= sheet.v && sheet.v < 3;
        HncpNames names = new HncpNames(line, NAMES, indent);
        int i = 0;
        while (i < length) {
            int here = at + i;
            if (!inLine) {
                indent(line, indent);
            }
            if (!sheet.has(here, 4)) {
                sheet.truncated();
                return;
            }
            if (i + 4 > length) {
                sheet.invalid();
                return;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (!sheet.has(here + 4, size)) {
                sheet.truncated();
                return;
            }
            if (i + size + 4 > length) {
                sheet.invalid();
                return;
            }
            int kind = kind(type);
            if (inLine) {
                names.add(kind);
            } else {
                line.text(NAMES.name(kind, "")).text(kind > 0xffff ? ": type=" + type : "");
                line.text(" (").number(size + 4).put(')');
                if (!value(sheet, kind, here + 4, size, indent)) {
                    return;
                }
            }
            i += 4 + (size + 3) / 4 * 4;
        }
        names.end();
    }

    /** Prints a value; false when it is so wrong that nothing can follow. */
    private static boolean value(Sheet sheet, int kind, int at, int size, int indent) {
        boolean fits = switch (kind) {
            case NETWORK_STATE_REQUEST -> size == 0;
            case NODE_STATE_REQUEST -> size == 4;
            case NODE_ENDPOINT, NETWORK_STATE -> size == 8;
            case NODE_STATE, NODE_ADDRESS -> size >= 20;
            case PEER -> size == 12;
            case KEEP_ALIVE -> size >= 8;
            case TRUST_VERDICT -> size > 36;
            case VERSION -> size >= 5;
            case DELEGATED_PREFIX -> size >= 9 && size >= 9 + (sheet.u8(at + 8) + 7) / 8;
            case ASSIGNED_PREFIX -> size >= 6 && size >= 6 + (sheet.u8(at + 5) + 7) / 8;
            case DHCP4, DHCP6, DOMAIN_NAME, PREFIX_POLICY -> size >= 1;
            case DELEGATED_ZONE -> size >= 17;
            case NODE_NAME -> size >= 17 && size >= 17 + sheet.u8(at + 16);
            case MANAGED_KEY -> size >= 32;
            default -> true;
        };
        if (!fits) {
            sheet.invalid();
            return true;
        }
        Line line = sheet.line;
        int done = -1;
        switch (kind) {
            case NODE_STATE_REQUEST -> node(sheet, " NID: ", at);
            case NODE_ENDPOINT -> {
                node(sheet, " NID: ", at);
                line.text(" EPID: ").hex(sheet.be32(at + 4), 8);
            }
            case NETWORK_STATE -> line.text(" hash: ").hex(sheet.be64(at), 16);
            case NODE_STATE -> {
                node(sheet, " NID: ", at);
                line.text(" seqno: ").number(sheet.be32(at + 4)).put(' ');
                interval(line, sheet.be32(at + 8));
                line.text(" hash: ").hex(sheet.be64(at + 12), 16);
                done = 20;
            }
            case PEER -> {
                node(sheet, " Peer-NID: ", at);
                line.text(" Peer-EPID: ").hex(sheet.be32(at + 4), 8);
                line.text(" Local-EPID: ").hex(sheet.be32(at + 8), 8);
            }
            case KEEP_ALIVE -> {
                line.text(" EPID: ").hex(sheet.be32(at), 8).text(" Interval: ");
                interval(line, sheet.be32(at + 4));
            }
            case TRUST_VERDICT -> {
                line.text(" Verdict: ").number(sheet.u8(at)).text(" Fingerprint: ");
                fingerprint(sheet, at + 4);
                line.text(" Common Name: ");
                sheet.characters(at + 36, size - 36);
            }
            case VERSION -> {
                int roles = sheet.be16(at + 2);
                line.text(" M: ").number(roles >> 12).text(" P: ").number(roles >> 8 & 15);
                line.text(" H: ").number(roles >> 4 & 15).text(" L: ").number(roles & 15);
                line.text(" User-agent: ");
                sheet.characters(at + 4, size - 4);
            }
            case EXTERNAL_CONNECTION -> done = 0;
            case DELEGATED_PREFIX -> {
                line.text(" VLSO: ");
                interval(line, sheet.be32(at));
                line.text(" PLSO: ");
                interval(line, sheet.be32(at + 4));
                line.text(" Prefix: ");
                done = after(sheet, at, 8, size, "(length is invalid)");
            }
            case ASSIGNED_PREFIX -> {
                line.text(" EPID: ").hex(sheet.be32(at), 8);
                line.text(" Prty: ").number(sheet.u8(at + 4) & 15).text(" Prefix: ");
                done = after(sheet, at, 5, size, " (invalid)");
            }
            case PREFIX_POLICY -> HncpPolicy.print(sheet, at, size);
            case DHCP4 -> {
                if (!HncpDhcp.print4(sheet, at, size, indent + 1)) {
                    sheet.invalid();
                    return false;
                }
            }
            case DHCP6 -> {
                if (!HncpDhcp.print6(sheet, at, size, indent + 1)) {
                    sheet.invalid();
                }
            }
            case NODE_ADDRESS -> {
                line.text(" EPID: ").hex(sheet.be32(at), 8).text(" IP Address: ");
                address(sheet, at + 4);
                done = 20;
            }
            case DELEGATED_ZONE -> {
                int flags = sheet.u8(at + 16);
                line.text(" IP-Address: ");
                address(sheet, at);
                line.put(' ').put((flags & 4) != 0 ? 'l' : '-').put((flags & 2) != 0 ? 'b' : '-');
                line.put((flags & 1) != 0 ? 's' : '-').put(' ');
                int name = labels(sheet, at + 17, size - 17);
                if (name < 0) {
                    sheet.invalid();
                    return true;
                }
                done = (17 + name + 3) / 4 * 4;
            }
            case DOMAIN_NAME -> {
                line.text(" Domain: ");
                labels(sheet, at, size);
            }
            case NODE_NAME -> {
                int length = sheet.u8(at + 16);
                line.text(" IP-Address: ");
                address(sheet, at);
                line.text(" Name: ");
                if (length < 64) {
                    line.put('"');
                    sheet.characters(at + 17, length);
                    line.put('"');
                } else {
                    sheet.invalid();
                }
                done = (17 + length + 3) / 4 * 4;
            }
            case MANAGED_KEY -> {
                line.text(" PSK: ");
                fingerprint(sheet, at);
                done = 32;
            }
            default -> {
                // no value, or none that is known
            }
        }
        if (done >= 0 && done <= size) {
            parameters(sheet, at + done, size - done, indent + 1);
        }
        return true;
    }

    private static int after(Sheet sheet, int at, int offset, int size, String wrong) {
        int length = prefix(sheet, at + offset, size - offset);
        if (length < 0) {
            sheet.text(length == BgpNlri.ILLEGAL ? wrong : " (invalid)");
            return -1;
        }
        return (offset + length + 3) / 4 * 4;
    }

    private static void node(Sheet sheet, String what, int at) {
        sheet.text(what);
        sheet.mac(at, 4);
    }

    private static void interval(Line line, long milliseconds) {
        line.number(milliseconds / 1000).put('.').padded(milliseconds % 1000, 3).put('s');
    }

    private static void fingerprint(Sheet sheet, int at) {
        for (int i = 0; i < 32; i += 8) {
            sheet.line.hex(sheet.be64(at + i), 16);
        }
    }

    private static boolean isMapped(Sheet sheet, int at) {
        return sheet.has(at, 12) && Arrays.equals(sheet.bytes(), at, at + 12, MAPPED, 0, 12);
    }

    private static void address(Sheet sheet, int at) {
        if (isMapped(sheet, at)) {
            sheet.host4(at + 12);
        } else {
            sheet.host6(at);
        }
    }

    /** Prints a prefix; its size, or what {@link BgpNlri} has for one that is none. */
    static int prefix(Sheet sheet, int at, int length) {
        int bits = sheet.u8(at);
        if (bits < 96 || length < 13 || !isMapped(sheet, at + 1)) {
            return BgpNlri.prefix6(sheet, at, length);
        }
        bits -= 96;
        if (bits > 32) {
            return BgpNlri.ILLEGAL;
        }
        int count = (bits + 7) / 8;
        if (length - 1 < count + 12) {
            return BgpNlri.CUT;
        }
        BgpNlri.address(sheet, at + 13, bits, 4);
        return 13 + count;
    }

    /** Prints a domain name that is not compressed; its size, negative when it does not end. */
    static int labels(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (i < length) {
            int size = sheet.u8(at + i);
            i++;
            if (size == 0) {
                return i;
            }
            line.text(i > 1 ? "." : "");
            if (i + size > length) {
                sheet.characters(at + i, length - i);
                break;
            }
            sheet.characters(at + i, size);
            i += size;
        }
        line.text("[|DNS]");
        return -1;
    }
}
