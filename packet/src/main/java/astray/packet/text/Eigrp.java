package astray.packet.text;

/** The Enhanced Interior Gateway Routing Protocol (RFC 7868). */
final class Eigrp {
    private static final int VERSION = 0;
    private static final int OPCODE = 1;
    private static final int CHECKSUM = 2;
    private static final int FLAGS = 4;
    private static final int SEQUENCE = 8;
    private static final int ACKNOWLEDGEMENT = 12;
    private static final int ROUTER = 16;
    private static final int SYSTEM = 18;
    private static final int HEADER = 20;

    private static final int PARAMETERS = 0x0001;
    private static final int SOFTWARE = 0x0004;
    private static final int IP_INTERNAL = 0x0102;
    private static final int IP_EXTERNAL = 0x0103;
    private static final int APPLETALK_INTERNAL = 0x0202;
    private static final int APPLETALK_EXTERNAL = 0x0203;
    private static final int CABLE = 0x0204;

    private static final Table OPCODES = Table.of("""
            1 Update
            3 Query
            4 Reply
            5 Hello
            6 IPX SAP
            7 Probe
            """);

    private static final Table FLAG_NAMES = Table.of("""
            0x01 Init
            0x02 Conditionally Received
            0x04 Restart
            0x08 End-of-Table
            """);

    private static final Table TYPES = Table.of("""
            0x0001 General Parameters
            0x0002 Authentication
            0x0003 Sequence
            0x0004 Software Version
            0x0005 Next Multicast Sequence
            0x0102 IP Internal routes
            0x0103 IP External routes
            0x0202 AppleTalk Internal routes
            0x0203 AppleTalk External routes
            0x0204 AppleTalk Cable setup
            0x0302 IPX Internal routes
            0x0303 IPX External routes
            """);

    private static final Table ORIGINS = Table.of("""
            1 IGRP
            2 EIGRP
            3 Static
            4 RIP
            5 Hello
            6 OSPF
            7 IS-IS
            8 EGP
            9 BGP
            10 IDRP
            11 Connected
            """);

    private Eigrp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "eigrp";
        if (length < HEADER) {
            String opcode = opcode(sheet, at, "unknown (", ")");
            line.text("EIGRP ").text(opcode).text(", length: ").number(length).text(" (too short, < 20)");
            sheet.need(at, length);
            return;
        }
        int version = sheet.u8(at + VERSION);
        if (version != 2) {
            line.text("EIGRP version ").number(version).text(" packet not supported");
            sheet.need(at, length);
            return;
        }
        if (sheet.v < 1) {
            String opcode = opcode(sheet, at, "unknown (", ")");
            line.text("EIGRP ").text(opcode).text(", length: ").number(length);
            sheet.need(at, length);
            return;
        }
        header(sheet, at, length - HEADER);
        int i = HEADER;
        while (i < length) {
            int size = parameter(sheet, at + i, length - i);
            if (size < 0) {
                sheet.invalid();
                sheet.need(at + i, length - i);
                return;
            }
            i += size;
        }
    }

    private static String opcode(Sheet sheet, int at, String before, String after) {
        int opcode = sheet.u8(at + OPCODE);
        String name = OPCODES.name(opcode);
        return name == null ? before + opcode + after : name;
    }

    private static void header(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.need(at, HEADER);
        line.text("\n\tEIGRP v2, opcode: ").text(opcode(sheet, at, "unknown, type: ", ""));
        line.text(" (").number(sheet.u8(at + OPCODE));
        line.text("), chksum: 0x").hex(sheet.be16(at + CHECKSUM), 4);
        line.text(", Flags: [")
                .text(FLAG_NAMES.bits(sheet.be32(at + FLAGS), ", ", "none"))
                .text("]\n\tseq: 0x");
        line.hex(sheet.be32(at + SEQUENCE), 8).text(", ack: 0x").hex(sheet.be32(at + ACKNOWLEDGEMENT), 8);
        line.text(", VRID: ").number(sheet.be16(at + ROUTER));
        line.text(", AS: ").number(sheet.be16(at + SYSTEM));
        line.text(", length: ").number(length);
    }

    /** Prints a parameter (RFC 7868 section 6.6); how long it is, negative for an invalid one. */
    private static int parameter(Sheet sheet, int at, int left) {
        Line line = sheet.line;
        if (left < 4) {
            line.text("\n\t  (only ").number(left).text(" bytes of data)");
            return -1;
        }
        int size = sheet.be16(at + 2);
        int type = sheet.be16(at);
        line.text("\n\t  ").text(TYPES.name(type, "Unknown")).text(" TLV (0x").hex(type, 4);
        line.text("), length: ").number(size);
        if (size < 4 || size > left) {
            return -1;
        }
        sheet.need(at, size);
        int least = least(type);
        if (size < least) {
            line.text(" (too short, < ").number(least).put(')');
        } else if (least > 0) {
            value(sheet, type, at + 4);
        } else if (sheet.v < 2) {
            HexDump.unknown(sheet, "\n\t    ", at + 4, size - 4);
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t    ", at + 4, size - 4);
        }
        return size;
    }

    /** How long a parameter is at least; 0 for one of unknown form. */
    private static int least(int type) {
        return switch (type) {
            case PARAMETERS, CABLE -> 12;
            case SOFTWARE -> 8;
            case IP_INTERNAL -> 26;
            case IP_EXTERNAL -> 46;
            case APPLETALK_INTERNAL -> 28;
            case APPLETALK_EXTERNAL -> 44;
            default -> 0;
        };
    }

    private static void value(Sheet sheet, int type, int at) {
        Line line = sheet.line;
        switch (type) {
            case PARAMETERS -> {
                line.text("\n\t    holdtime: ").number(sheet.be16(at + 6)).put('s');
                for (int k = 0; k < 5; k++) {
                    line.text(", k").number(k + 1L).put(' ').number(sheet.u8(at + k));
                }
            }
            case SOFTWARE -> {
                line.text("\n\t    IOS version: ").number(sheet.u8(at));
                line.put('.').number(sheet.u8(at + 1));
                line.text(", EIGRP version ").number(sheet.u8(at + 2));
                line.put('.').number(sheet.u8(at + 3));
            }
            case IP_INTERNAL -> {
                if (prefix(sheet, at, at + 20)) {
                    metrics(sheet, at + 4);
                }
            }
            case IP_EXTERNAL -> {
                if (prefix(sheet, at, at + 40)) {
                    line.text("\n\t      origin-router ");
                    sheet.host4(at + 4);
                    origin(sheet, at + 8, at + 22, sheet.be32(at + 16));
                    metrics(sheet, at + 24);
                }
            }
            case CABLE -> {
                line.text("\n\t    Cable-range: ").number(sheet.be16(at));
                line.put('-').number(sheet.be16(at + 2));
                line.text(", Router-ID ").number(sheet.be32(at + 4));
            }
            case APPLETALK_INTERNAL -> {
                cables(sheet, at, at + 20);
                metrics(sheet, at + 4);
            }
            default -> {
                cables(sheet, at, at + 36);
                line.text("\n\t      origin-router ").number(sheet.be32(at + 4));
                origin(sheet, at + 8, at + 16, sheet.be16(at + 18));
                metrics(sheet, at + 20);
            }
        }
    }

    /** A destination of as many bytes as its length needs, and the next hop; false for an impossible length. */
    private static boolean prefix(Sheet sheet, int hop, int at) {
        Line line = sheet.line;
        int bits = sheet.u8(at);
        if (bits > 32) {
            line.text("\n\t    illegal prefix length ").number(bits);
            return false;
        }
        byte[] address = new byte[4];
        for (int i = 0; i < (bits + 7) / 8; i++) {
            address[i] = (byte) sheet.u8(at + 1 + i);
        }
        line.text("\n\t    IPv4 prefix: ");
        int from = line.length();
        sheet.host4(address);
        line.alignRight(from, 15).put('/').number(bits).text(", nexthop: ");
        if (sheet.be32(hop) == 0) {
            line.text("self");
        } else {
            sheet.host4(hop);
        }
        return true;
    }

    private static void cables(Sheet sheet, int hop, int at) {
        Line line = sheet.line;
        line.text("\n\t     Cable-Range: ").number(sheet.be16(at));
        line.put('-').number(sheet.be16(at + 2)).text(", nexthop: ");
        if (sheet.be32(hop) == 0) {
            line.text("self");
        } else {
            line.number(sheet.be16(hop)).put('.').number(sheet.be16(hop + 2));
        }
    }

    /** Where a route outside of EIGRP comes from. */
    private static void origin(Sheet sheet, int system, int protocol, long metric) {
        Line line = sheet.line;
        line.text(", origin-as ").number(sheet.be32(system));
        line.text(", origin-proto ").text(ORIGINS.name(sheet.u8(protocol), "unknown"));
        line.text(", flags [0x").hex(sheet.u8(protocol + 1), 2);
        line.text("], tag 0x").hex(sheet.be32(system + 4), 8);
        line.text(", metric ").number(metric);
    }

    private static void metrics(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t      delay ").number(sheet.be32(at) / 100);
        line.text(" ms, bandwidth ").number(sheet.be32(at + 4));
        line.text(" Kbps, mtu ").number(sheet.be24(at + 8));
        line.text(", hop ").number(sheet.u8(at + 11));
        line.text(", reliability ").number(sheet.u8(at + 12));
        line.text(", load ").number(sheet.u8(at + 13));
    }
}
