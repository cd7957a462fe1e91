package astray.packet.text;

/** OSPF version 3 (RFC 5340): its header and packets, with what may follow them (RFC 5613, RFC 7166). */
final class Ospf6 {
    private static final int VERSION = 0;
    private static final int TYPE = 1;
    private static final int LENGTH = 2;
    private static final int ROUTER = 4;
    private static final int AREA = 8;
    private static final int INSTANCE = 14;
    private static final int HEADER = 16;

    private static final int SIGNALLING = 0x200;
    private static final int TRAILER = 16;

    static final Table OPTIONS = Table.of("""
            0x0001 V6
            0x0002 External
            0x0004 Deprecated
            0x0008 NSSA
            0x0010 Router
            0x0020 Demand Circuit
            0x0100 AFs Support
            0x0200 LLS
            0x0400 Authentication Trailer
            """);

    private static final Table DESCRIPTION_FLAGS = Table.of("4 Init\n2 More\n1 Master\n16 IPv6 MTU\n");

    private Ospf6() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ospf3";
        int type = sheet.u8(at + TYPE);
        int version = sheet.u8(at + VERSION);
        String name = Ospf.TYPES.name(type);
        line.text("OSPFv").number(version).text(", ");
        line.text(name == null ? "unknown packet type (" + type + ")" : name)
                .text(", length ")
                .number(length);
        if (name == null || sheet.v == 0) {
            return;
        }
        int told = sheet.be16(at + LENGTH);
        if (told > length) {
            line.text(" [len ").number(told).put(']');
            return;
        }
        sheet.need(at + ROUTER, 4);
        line.text("\n\tRouter-ID ");
        sheet.host4(at + ROUTER);
        Ospf.area(sheet, at + AREA);
        int instance = sheet.u8(at + INSTANCE);
        if (instance != 0) {
            line.text(", Instance ").number(instance);
        }
        if (version == 3
                && !(body(sheet, type, at + HEADER, at + told) && trailer(sheet, type, at, told, length - told))) {
            sheet.truncated();
        }
    }

    /** Prints what a type of packet holds; false when that was cut off. */
    private static boolean body(Sheet sheet, int type, int at, int end) {
        Line line = sheet.line;
        switch (type) {
            case Ospf.HELLO -> hello(sheet, at, end);
            case Ospf.DESCRIPTION -> {
                long options = sheet.be32(at);
                line.text("\n\tOptions [")
                        .text(OPTIONS.bits(options, ", ", "none"))
                        .put(']');
                int flags = sheet.u8(at + 7);
                line.text(", DD Flags [")
                        .text(DESCRIPTION_FLAGS.bits(flags, ", ", "none"))
                        .put(']');
                sheet.need(at, 12);
                line.text(", MTU ").number(sheet.be16(at + 4));
                line.text(", DD-Sequence 0x").hex(sheet.be32(at + 8), 8);
                return sheet.v <= 1 || headers(sheet, at + 12, end);
            }
            case Ospf.REQUEST -> {
                for (int here = at; sheet.v > 1 && here < end; here += 12) {
                    if (!sheet.has(here, 12)) {
                        return false;
                    }
                    line.text("\n\t  Advertising Router ");
                    sheet.host4(here + 8);
                    Ospf6Lsa.type(sheet, sheet.be16(here + 2), here + 4);
                }
            }
            case Ospf.UPDATE -> {
                if (sheet.v > 1) {
                    long count = sheet.be32(at);
                    int here = at + 4;
                    while (here < end && count != 0) {
                        count--;
                        if (!Ospf6Lsa.print(sheet, here, end)) {
                            return false;
                        }
                        here += sheet.be16(here + 18);
                    }
                }
            }
            default -> {
                return sheet.v <= 1 || headers(sheet, at, end);
            }
        }
        return true;
    }

    private static boolean headers(Sheet sheet, int at, int end) {
        for (int here = at; here < end; here += Ospf6Lsa.HEADER) {
            if (!Ospf6Lsa.header(sheet, here, end)) {
                return false;
            }
        }
        return true;
    }

    private static void hello(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        long options = sheet.be32(at + 4);
        line.text("\n\tOptions [").text(OPTIONS.bits(options, ", ", "none")).put(']');
        sheet.need(at, 12);
        line.text("\n\t  Hello Timer ").number(sheet.be16(at + 8));
        line.text("s, Dead Timer ").number(sheet.be16(at + 10)).text("s, Interface-ID ");
        sheet.host4(at);
        line.text(", Priority ").number(sheet.u8(at + 4));
        if (sheet.s32(at + 12) != 0) {
            line.text("\n\t  Designated Router ");
            sheet.host4(at + 12);
        }
        if (sheet.s32(at + 16) != 0) {
            line.text(", Backup Designated Router ");
            sheet.host4(at + 16);
        }
        if (sheet.v > 1) {
            line.text("\n\t  Neighbor List:");
            for (int here = at + 20; here < end; here += 4) {
                sheet.need(here, 4);
                line.text("\n\t    ");
                sheet.host4(here);
            }
        }
    }

    private static boolean trailer(Sheet sheet, int type, int at, int told, int length) {
        int here = at + told;
        int rest = length;
        boolean signalling = type == Ospf.HELLO && (sheet.be32(at + HEADER + 4) & SIGNALLING) != 0
                || type == Ospf.DESCRIPTION && (sheet.be32(at + HEADER) & SIGNALLING) != 0;
        if (signalling && rest != 0) {
            if (rest < 4) {
                return false;
            }
            int checksum = sheet.be16(here);
            sheet.text("\n\tLLS Checksum 0x").hex(checksum, 4);
            int size = sheet.be16(here + 2);
            sheet.text(", Data Length ").number(size);
            if (size < 4 || size > rest || !sheet.has(here + 4, size - 4)) {
                return false;
            }
            here += size;
            rest -= size;
        }
        return rest == 0 || authentication(sheet, here, rest);
    }

    private static boolean authentication(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < TRAILER) {
            return false;
        }
        int type = sheet.be16(at);
        line.text("\n\tAuthentication Type ");
        if (type == 1) {
            line.text("HMAC");
        } else {
            line.text("unknown (0x").hex(type, 4).put(')');
        }
        int size = sheet.be16(at + 2);
        line.text(", Length ").number(size);
        if (size < TRAILER || size > length) {
            return false;
        }
        int association = sheet.be16(at + 6);
        line.text(", SAID ").number(association);
        long high = sheet.be32(at + 8);
        line.text(", CSN 0x").hex(high, 8);
        long low = sheet.be32(at + 12);
        line.put(':').hex(low, 8);
        if (!sheet.has(at + TRAILER, size - TRAILER)) {
            return false;
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\tAuthentication Data ", at + TRAILER, size - TRAILER);
        }
        return true;
    }
}
