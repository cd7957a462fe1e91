package astray.packet.text;

/** Several topologies in IS-IS (RFC 5120) and those of shortest path bridging (RFC 6329). */
final class IsisTopology {
    private static final int CONFIGURATION = 4;
    private static final int DIGEST = 5;
    private static final int BASE_VLANS = 6;

    private static final int INSTANCE = 1;
    private static final int SERVICE = 3;

    private static final int IDENTIFIER = 51;

    private static final Table NAMES = Table.of("""
            0 IPv4 unicast
            1 In-Band Management
            2 IPv6 unicast
            3 Multicast
            4095 Development, Experimental or Proprietary
            """);

    private static final Table FLAGS = Table.of("0x4000 ATT bit set\n0x8000 Overload bit set\n");

    private static final Table PORT_NAMES = Table.of("4 SPB MCID\n5 SPB Digest\n6 SPB BVID\n");

    private static final Table CAPABILITY_NAMES =
            Table.of("1 SPB Instance\n3 SPBM Service Identifier and Unicast Address\n");

    private IsisTopology() {}

    /** Prints the identifier of a topology (two bytes). */
    static void identifier(Sheet sheet, int at) {
        Line line = sheet.line;
        int field = sheet.be16(at);
        line.text("\n\t      ").text(NAMES.name(field & 0xfff, "Reserved for IETF Consensus"));
        line.text(" Topology (0x").hex(field & 0xfff, 3).text("), Flags: [");
        line.text(FLAGS.bits(field & 0xf000, ", ", "none")).put(']');
    }

    /** Prints what a port, or a bridge, is capable of. */
    static void capabilities(Sheet sheet, boolean port, int at, int size) {
        Line line = sheet.line;
        int field = sheet.be16(at);
        if (port) {
            line.text("\n\t       RES: ")
                    .number(field >> 12)
                    .text(", MTID(s): ")
                    .number(field & 0xfff);
        } else {
            line.text("\n\t      O: ").number(field >> 15).text(", RES: ").number(field >> 12 & 7);
            line.text(", MTID(s): ").number(field & 0xfff);
        }
        int here = at + 2;
        int rest = size - 2;
        while (rest > 2) {
            int type = sheet.u8(here);
            int length = sheet.u8(here + 1);
            line.text(port ? "\n\t       " : "\n\t      ");
            line.text((port ? PORT_NAMES : CAPABILITY_NAMES).name(type, "unknown"));
            line.text(" subTLV #").number(type).text(", length: ").number(length);
            here += 2;
            rest -= 2;
            if (rest < length) {
                line.text(" (> containing TLV length)");
                return;
            }
            if (!sheet.has(here, length)) {
                sheet.truncated();
                return;
            }
            if (!(port ? port(sheet, type, here, length) : bridge(sheet, type, here, length))) {
                return;
            }
            here += length;
            rest -= length;
        }
    }

    private static boolean isLong(Sheet sheet, int length, int least) {
        if (length < least) {
            sheet.text(" (too short)");
        }
        return length >= least;
    }

    private static boolean port(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case CONFIGURATION -> {
                if (!isLong(sheet, length, 2 * IDENTIFIER)) {
                    return false;
                }
                line.text("\n\t         MCID: ");
                configuration(sheet, at);
                line.text("\n\t         AUX-MCID: ");
                configuration(sheet, at + IDENTIFIER);
            }
            case DIGEST -> {
                if (!isLong(sheet, length, 33)) {
                    return false;
                }
                int field = sheet.u8(at);
                line.text("\n\t        RES: ").number(field >> 5).text(" V: ").number(field >> 4 & 1);
                line.text(" A: ").number(field >> 2 & 3).text(" D: ").number(field & 3);
                line.text("\n\t         Digest: ");
                for (int i = 1; i <= 8; i++) {
                    line.hex(sheet.be32(at + 4 * i - 3), 8).put(' ');
                    line.text(i == 4 ? "\n\t                 " : "");
                }
            }
            case BASE_VLANS -> {
                for (int i = 0; i < length; i += 6) {
                    if (!isLong(sheet, length - i, 4)) {
                        return false;
                    }
                    line.text("\n\t           ECT: ").hex(sheet.be32(at + i), 8);
                    if (!isLong(sheet, length - i, 6)) {
                        return false;
                    }
                    int field = sheet.be16(at + i + 4);
                    line.text(" BVID: ").number(field >> 4).text(", U:").hex(field >> 3 & 1);
                    line.text(" M:").hex(field >> 2 & 1).put(' ');
                }
            }
            default -> {
                // only its name is known
            }
        }
        return true;
    }

    private static void configuration(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("ID: ").number(sheet.u8(at)).text(", Name: ");
        sheet.characters(at + 1, 32);
        line.text("\n\t              Lvl: ").number(sheet.be16(at + 33)).text(", Digest: ");
        for (int i = 0; i < 16; i++) {
            line.hex(sheet.u8(at + 35 + i), 2).put(' ');
        }
    }

    private static boolean bridge(Sheet sheet, int type, int at, int length) {
        if (type == INSTANCE) {
            return isLong(sheet, length, 19) && instance(sheet, at, length);
        }
        if (type == SERVICE) {
            return service(sheet, at, length);
        }
        return true;
    }

    private static boolean instance(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int field = sheet.be16(at + 14);
        int trees = sheet.u8(at + 18);
        line.text("\n\t        CIST Root-ID: ").hex(sheet.be32(at), 8).put(' ').hex(sheet.be32(at + 4), 8);
        line.text(", Path Cost: ").hex(sheet.be32(at + 8), 8).text(", Prio: ").number(sheet.be16(at + 12));
        line.text("\n\t        RES: ").number(field >> 5).text(", V: ").number(field >> 4 & 1);
        line.text(", SPSource-ID: ")
                .number(sheet.be32(at + 14) & 0xfffff)
                .text(", No of Trees: ")
                .hex(trees);
        for (int i = 0; i < trees; i++) {
            int here = at + 19 + 8 * i;
            if (length - 19 - 8 * i < 8) {
                sheet.truncated();
                return false;
            }
            int flags = sheet.u8(here);
            int vlans = sheet.be24(here + 5);
            line.text("\n\t         U:").number(flags >> 7).text(", M:").number(flags >> 6 & 1);
            line.text(", A:").number(flags >> 5 & 1).text(", RES:").number(flags & 0x1f);
            line.text(", ECT: ").hex(sheet.be32(here + 1), 8);
            line.text(", BVID: ").number(vlans >> 12).text(", SPVID: ").number(vlans & 0xfff);
        }
        return true;
    }

    private static boolean service(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 8) {
            sheet.truncated();
            return false;
        }
        int field = sheet.be16(at + 6);
        line.text("\n\t        BMAC: ").hex(sheet.be32(at), 8).hex(sheet.be16(at + 4), 4);
        line.text(", RES: ").number(field >> 12).text(", VID: ").number(field & 0xfff);
        for (int i = 8; i + 4 <= length; i += 4) {
            int entry = sheet.s32(at + i);
            line.text("\n\t        T: ").number(entry >>> 31).text(", R: ").number(entry >> 30 & 1);
            line.text(", RES: ").number(entry >> 24 & 0x3f).text(", ISID: ").number(entry & 0xffffff);
        }
        return true;
    }
}
