package astray.packet.text;

/** OSPF version 2 (RFC 2328): its header and packets, and link-local signalling (RFC 5613). */
final class Ospf {
    private static final int VERSION = 0;
    private static final int TYPE = 1;
    private static final int LENGTH = 2;
    private static final int ROUTER = 4;
    private static final int AREA = 8;
    private static final int AUTHENTICATION_TYPE = 14;
    private static final int AUTHENTICATION = 16;
    private static final int HEADER = 24;

    static final int HELLO = 1;
    static final int DESCRIPTION = 2;
    static final int REQUEST = 3;
    static final int UPDATE = 4;
    static final int ACKNOWLEDGEMENT = 5;

    private static final int MD5 = 2;
    private static final int SIMPLE = 1;
    private static final int DIGEST = 16;

    private static final int SIGNALLING = 0x10;

    static final Table TYPES = Table.of("""
            1 Hello
            2 Database Description
            3 LS-Request
            4 LS-Update
            5 LS-Ack
            """);

    static final Table OPTIONS = Table.of("""
            0x01 MultiTopology
            0x02 External
            0x04 Multicast
            0x08 NSSA
            0x10 LLS
            0x20 Demand Circuit
            0x40 Opaque
            0x80 Up/Down
            """);

    private static final Table AUTHENTICATIONS = Table.of("0 none\n1 simple\n2 MD5\n");

    private static final Table DESCRIPTION_FLAGS = Table.of("4 Init\n2 More\n1 Master\n8 OOBResync\n");

    private static final Table SIGNALS = Table.of("1 Extended Options\n2 MD5 Authentication\n");

    private static final Table EXTENDED_OPTIONS = Table.of("1 LSDB resync\n2 Restart\n");

    private Ospf() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ospf2";
        line.text("OSPF");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int version = sheet.u8(at + VERSION);
        if (version != 2) {
            sheet.invalid("version", version, "!=", 2);
            return;
        }
        line.text("v2");
        int authentication = sheet.be16(at + AUTHENTICATION_TYPE);
        int rest = length;
        int before = sheet.end();
        if (authentication == MD5) {
            // the digest lies behind the packet
            rest -= DIGEST;
            sheet.endAt(sheet.end() - DIGEST);
        }
        try {
            packet(sheet, at, rest, authentication);
        } finally {
            sheet.endAgain(before);
        }
    }

    private static void packet(Sheet sheet, int at, int length, int authentication) {
        Line line = sheet.line;
        int type = sheet.u8(at + TYPE);
        String name = TYPES.name(type);
        line.text(", ").text(name == null ? "unknown LS-type " + type : name);
        line.text(", length ").number(length);
        if (name == null) {
            sheet.invalid();
            return;
        }
        if (sheet.v == 0) {
            return;
        }
        int told = sheet.be16(at + LENGTH);
        if (length != told) {
            line.text(" [len ").number(told).put(']');
        }
        sheet.need(at + ROUTER, 4);
        line.text("\n\tRouter-ID ");
        sheet.host4(at + ROUTER);
        area(sheet, at + AREA);
        sheet.need(at + AUTHENTICATION, 8);
        line.text(", Authentication Type: ").text(AUTHENTICATIONS.name(authentication, "unknown"));
        line.text(" (").number(authentication).put(')');
        if (authentication == SIMPLE) {
            line.text("\n\tSimple text password: ");
            sheet.characters(at + AUTHENTICATION, 8);
        } else if (authentication == MD5) {
            line.text("\n\tKey-ID: ").number(sheet.u8(at + AUTHENTICATION + 2));
            line.text(", Auth-Length: ").number(sheet.u8(at + AUTHENTICATION + 3));
            line.text(", Crypto Sequence Number: 0x").hex(sheet.be32(at + AUTHENTICATION + 4), 8);
        } else if (authentication != 0) {
            return;
        }
        int end = at + Math.min(length, told);
        body(sheet, type, at + HEADER, end);
        if (length > told) {
            signalling(sheet, at, type, told, length, authentication);
        }
    }

    /** Prints an area. */
    static void area(Sheet sheet, int at) {
        if (sheet.s32(at) == 0) {
            sheet.text(", Backbone Area");
        } else {
            sheet.text(", Area ");
            sheet.host4(at);
        }
    }

    private static void body(Sheet sheet, int type, int at, int end) {
        Line line = sheet.line;
        switch (type) {
            case HELLO -> hello(sheet, at, end);
            case DESCRIPTION -> {
                line.text("\n\tOptions [")
                        .text(OPTIONS.bits(sheet.u8(at + 2), ", ", "none"))
                        .put(']');
                int flags = sheet.u8(at + 3);
                line.text(", DD Flags [")
                        .text(DESCRIPTION_FLAGS.bits(flags, ", ", "none"))
                        .put(']');
                int mtu = sheet.be16(at);
                if (mtu != 0) {
                    line.text(", MTU: ").number(mtu);
                }
                long sequence = sheet.be32(at + 4);
                line.text(", Sequence: 0x").hex(sequence, 8);
                for (int here = at + 8; here < end; here += OspfLsa.HEADER) {
                    if (OspfLsa.header(sheet, here) < 0) {
                        return;
                    }
                }
            }
            case REQUEST -> {
                for (int here = at; here < end; here += 12) {
                    OspfLsa.request(sheet, here);
                }
            }
            case UPDATE -> {
                long count = sheet.be32(at);
                line.text(", ").number(count).text(count == 1 ? " LSA" : " LSAs");
                int here = at + 4;
                for (long i = 1; i <= count; i++) {
                    line.text("\n\t  LSA #").number(i);
                    here = OspfLsa.print(sheet, here);
                    if (here < 0) {
                        throw Truncated.HERE;
                    }
                }
            }
            default -> {
                for (int here = at; here < end; here += OspfLsa.HEADER) {
                    OspfLsa.header(sheet, here);
                }
            }
        }
    }

    private static void hello(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        line.text("\n\tOptions [")
                .text(OPTIONS.bits(sheet.u8(at + 6), ", ", "none"))
                .put(']');
        sheet.need(at, 12);
        line.text("\n\t  Hello Timer ").number(sheet.be16(at + 4));
        line.text("s, Dead Timer ").number(sheet.be32(at + 8)).text("s, Mask ");
        sheet.host4(at);
        line.text(", Priority ").number(sheet.u8(at + 7));
        if (sheet.s32(at + 12) != 0) {
            line.text("\n\t  Designated Router ");
            sheet.host4(at + 12);
        }
        if (sheet.s32(at + 16) != 0) {
            line.text(", Backup Designated Router ");
            sheet.host4(at + 16);
        }
        line.text(at + 20 < end ? "\n\t  Neighbor List:" : "");
        for (int here = at + 20; here < end; here += 4) {
            sheet.need(here, 4);
            line.text("\n\t    ");
            sheet.host4(here);
        }
    }

    private static void signalling(Sheet sheet, int at, int type, int told, int length, int authentication) {
        Line line = sheet.line;
        int options = type == HELLO ? sheet.u8(at + HEADER + 6) : type == DESCRIPTION ? sheet.u8(at + HEADER + 2) : 0;
        if ((options & SIGNALLING) == 0) {
            return;
        }
        int offset = told;
        if (authentication == MD5) {
            offset += sheet.u8(at + AUTHENTICATION + 3);
        }
        if (offset >= length) {
            line.text("\n\t[LLS truncated]");
            return;
        }
        int here = at + offset;
        int checksum = sheet.be16(here);
        line.text("\n\t  LLS: checksum: 0x").hex(checksum, 4);
        int size = sheet.be16(here + 2);
        line.text(", length: ").number(size);
        here += 4;
        while (here < at + length) {
            int kind = sheet.be16(here);
            line.text("\n\t    ")
                    .text(SIGNALS.name(kind, "Unknown TLV"))
                    .text(" (")
                    .number(kind)
                    .put(')');
            int bytes = sheet.be16(here + 2);
            line.text(", length: ").number(bytes);
            here += 4;
            if (kind == 1) {
                line.text(bytes != 4 ? " [should be 4]" : "");
                bytes = 4;
                long flags = sheet.be32(here);
                line.text("\n\t      Options: 0x").hex(flags, 8).text(" [");
                line.text(EXTENDED_OPTIONS.bits(flags, ", ", "?")).put(']');
            } else if (kind == 2) {
                line.text(bytes != 20 ? " [should be 20]" : "");
                bytes = 20;
                long sequence = sheet.be32(here);
                line.text("\n\t      Sequence number: 0x").hex(sequence, 8);
            }
            here += bytes;
        }
    }
}
