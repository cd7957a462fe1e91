package astray.packet.text;

/** Data centre bridging exchange before it was standardised (DCBX revision 1.01), inside LLDP. */
final class LldpDcbx {
    private static final int KIND = 3;
    private static final int DATA = 4;

    private static final int CONTROL = 1;
    private static final int PRIORITY_GROUPS = 2;
    private static final int FLOW_CONTROL = 3;
    private static final int APPLICATION = 4;

    private LldpDcbx() {}

    /** Prints a value from its organisation's identifier on; whether its bytes must tell what it is. */
    static boolean print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < DATA) {
            return false;
        }
        int kind = sheet.u8(at + KIND);
        line.text("\n\t  ");
        line.text(
                switch (kind) {
                    case 1 -> "DCB Capability Exchange Protocol Rev 1";
                    case 2 -> "DCB Capability Exchange Protocol Rev 1.01";
                    default -> "unknown";
                });
        line.text(" Subtype (").number(kind).put(')');
        if (kind == 1) {
            return true;
        }
        boolean unknown = false;
        int here = at + DATA;
        int end = at + size;
        while (end - here >= 2) {
            int header = sheet.be16(here);
            int type = header >> 9;
            int length = header & 0x1ff;
            here += 2;
            unknown = false;
            if (type == 0 || length == 0) {
                break;
            }
            sheet.need(here, length);
            if (end - here < length || length < least(type)) {
                break;
            }
            unknown = !feature(sheet, type, here, length);
            if (sheet.v > 1 || unknown) {
                HexDump.unknown(sheet, "\n\t    ", here, length);
            }
            here += length;
        }
        return unknown;
    }

    private static int least(int type) {
        return switch (type) {
            case CONTROL -> 10;
            case PRIORITY_GROUPS -> 17;
            case FLOW_CONTROL -> 6;
            case APPLICATION -> 4;
            default -> 0;
        };
    }

    private static boolean feature(Sheet sheet, int type, int at, int length) {
        Line line = sheet.line;
        switch (type) {
            case CONTROL -> {
                head(sheet, "Control - Protocol Control", type, at, length);
                line.text("\n\t      Sequence Number: ").number(sheet.be32(at + 2));
                line.text("\n\t      Acknowledgement Number: ").number(sheet.be32(at + 6));
            }
            case PRIORITY_GROUPS -> {
                head(sheet, "Feature - Priority Group", type, at, length);
                information(sheet, at);
                line.text("\n\t      Priority Allocation");
                for (int i = 0; i < 8; i++) {
                    line.text("\n\t          PgId_").number(i).text(": ");
                    line.number(sheet.u8(at + 4 + i / 2) >> (i % 2 == 0 ? 4 : 0) & 15);
                }
                line.text("\n\t      Priority Group Allocation");
                for (int i = 0; i < 8; i++) {
                    line.text("\n\t          Pg percentage[").number(i).text("]: ");
                    line.number(sheet.u8(at + 8 + i));
                }
                line.text("\n\t      NumTCsSupported: ").number(sheet.u8(at + 16));
            }
            case FLOW_CONTROL -> {
                head(sheet, "Feature - Priority Flow Control", type, at, length);
                information(sheet, at);
                int bits = sheet.u8(at + 4);
                line.text("\n\t      PFC Config (0x").text(upper(bits)).put(')');
                for (int i = 0; i < 8; i++) {
                    line.text("\n\t          Priority Bit ").number(i).text(": ");
                    line.text((bits & 1 << i) != 0 ? "Enabled" : "Disabled");
                }
                line.text("\n\t      NumTCPFCSupported: ").number(sheet.u8(at + 5));
            }
            case APPLICATION -> {
                head(sheet, "Feature - Application", type, at, length);
                information(sheet, at);
                for (int here = at + 4; at + length - here >= 6; here += 6) {
                    application(sheet, here);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void head(Sheet sheet, String name, int type, int at, int length) {
        Line line = sheet.line;
        line.text("\n\t    ").text(name).text(" (type 0x").hex(type);
        line.text(", length ").number(length).put(')');
        line.text("\n\t      Oper_Version: ").number(sheet.u8(at));
        line.text("\n\t      Max_Version: ").number(sheet.u8(at + 1));
    }

    private static String upper(int value) {
        return "%02X".formatted(value);
    }

    private static void information(Sheet sheet, int at) {
        Line line = sheet.line;
        int bits = sheet.u8(at + 2);
        line.text("\n\t      Info block(0x").text(upper(bits)).text("): ");
        line.text("Enable bit: ").number(bits >> 7 & 1);
        line.text(", Willing bit: ").number(bits >> 6 & 1);
        line.text(", Error Bit: ").number(bits >> 5 & 1);
        line.text("\n\t      SubType: ").number(sheet.u8(at + 3));
    }

    private static void application(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t      Application Value\n\t          Application Protocol ID: 0x");
        line.hex(sheet.be16(at), 4);
        int bits = sheet.be24(at + 2);
        line.text("\n\t          SF (0x").hex(bits >> 22).text(") Application Protocol ID is ");
        line.text(bits >> 22 != 0 ? "Socket Number" : "L2 EtherType");
        line.text("\n\t          OUI: 0x").hex(bits & 0x3fffff, 6);
        line.text("\n\t          User Priority Map: 0x").hex(sheet.u8(at + 5), 2);
    }
}
