package astray.packet.text;

/** Big Switch Networks' own messages and actions of OpenFlow 1.0. */
final class OpenFlowBigSwitch {
    static final long VENDOR = 0x005c16c7;

    private static final int MIRROR = 1;

    private static final Table MESSAGES = Table.of("""
            0 SET_IP_MASK
            1 GET_IP_MASK_REQUEST
            2 GET_IP_MASK_REPLY
            3 SET_MIRRORING
            4 GET_MIRRORING_REQUEST
            5 GET_MIRRORING_REPLY
            6 SHELL_COMMAND
            7 SHELL_OUTPUT
            8 SHELL_STATUS
            9 GET_INTERFACES_REQUEST
            10 GET_INTERFACES_REPLY
            11 SET_PKTIN_SUPPRESSION_REQUEST
            12 SET_L2_TABLE_REQUEST
            13 GET_L2_TABLE_REQUEST
            14 GET_L2_TABLE_REPLY
            15 VIRTUAL_PORT_CREATE_REQUEST
            16 VIRTUAL_PORT_CREATE_REPLY
            17 VIRTUAL_PORT_REMOVE_REQUEST
            18 BW_ENABLE_SET_REQUEST
            19 BW_ENABLE_GET_REQUEST
            20 BW_ENABLE_GET_REPLY
            21 BW_CLEAR_DATA_REQUEST
            22 BW_CLEAR_DATA_REPLY
            23 BW_ENABLE_SET_REPLY
            24 SET_L2_TABLE_REPLY
            25 SET_PKTIN_SUPPRESSION_REPLY
            26 VIRTUAL_PORT_REMOVE_REPLY
            27 HYBRID_GET_REQUEST
            28 HYBRID_GET_REPLY
            31 PDU_TX_REQUEST
            32 PDU_TX_REPLY
            33 PDU_RX_REQUEST
            34 PDU_RX_REPLY
            35 PDU_RX_TIMEOUT
            """);
    private static final Table ACTIONS = Table.of("""
            1 MIRROR
            2 SET_TUNNEL_DST
            4 CHECKSUM
            """);
    private static final Table STAGES = Table.of("""
            0 INGRESS
            1 EGRESS
            """);
    private static final String[] SWITCHED = {"OFF", "ON"};

    private OpenFlowBigSwitch() {}

    /** Prints a message, behind its vendor. */
    static void message(Sheet sheet, int at, int length) {
        if (length < 4) {
            sheet.invalid();
            return;
        }
        long kind = sheet.be32(at);
        OpenFlow.text(sheet, "\n\t subtype ", MESSAGES.orHex(kind, "unknown (0x", 8, ")"));
        int needed = switch ((int) kind) {
            case 0, 1, 2 -> 12;
            case 3, 4, 5, 8, 17 -> 8;
            case 9, 13, 19, 21, 27 -> 4;
            default -> length;
        };
        if (length != needed || kind == 6 && length < 8) {
            sheet.invalid();
            return;
        }
        int here = at + 4;
        switch ((int) kind) {
            case 0, 2 -> {
                OpenFlow.number(sheet, ", index ", sheet.u8(here));
                OpenFlow.host(sheet, ", mask ", here + 4);
            }
            case 1 -> OpenFlow.number(sheet, ", index ", sheet.u8(here));
            case 3, 4, 5 -> {
                int report = sheet.u8(here);
                sheet.text(", report_mirror_ports ");
                if (report < SWITCHED.length) {
                    sheet.text(SWITCHED[report]);
                } else {
                    sheet.text("bogus (").number(report).put(')');
                }
            }
            case 6 -> {
                OpenFlow.number(sheet, ", service ", sheet.be32(here));
                data(sheet, here + 4, length - 8);
            }
            case 7 -> data(sheet, here, length - 4);
            case 8 -> OpenFlow.hex(sheet, ", status 0x", sheet.be32(here), 8);
            case 17 -> OpenFlow.number(sheet, ", vport_no ", sheet.be32(here));
            default -> {
                // its kind is all that is printed
            }
        }
    }

    private static void data(Sheet sheet, int at, int size) {
        sheet.text(", data '");
        sheet.exactly(at, Math.min(size, sheet.captured(at)));
        sheet.need(at, size);
        sheet.line.put('\'');
    }

    /** Prints an action, behind its vendor. */
    static void action(Sheet sheet, int at, int length) {
        if (length < 4) {
            sheet.invalid();
            return;
        }
        long kind = sheet.be32(at);
        OpenFlow.text(sheet, "\n\t  subtype ", ACTIONS.orHex(kind, "unknown (0x", 8, ")"));
        if (kind != MIRROR) {
            return;
        }
        if (length != 16) {
            sheet.invalid();
            return;
        }
        OpenFlow.number(sheet, ", dest_port ", sheet.be32(at + 4));
        tag(sheet, sheet.be16(at + 8), sheet.be16(at + 10));
        sheet.text(", copy_stage ");
        int stage = sheet.u8(at + 12);
        String name = STAGES.name(stage);
        if (name == null) {
            sheet.text("unknown (").number(stage).put(')');
        } else {
            sheet.text(name);
        }
    }

    private static void tag(Sheet sheet, int type, int tag) {
        Line line = sheet.text(", vlan_tag ");
        if (type == 0) {
            line.text("none");
        } else if (type == EtherType.VLAN) {
            line.text("802.1Q (vlan ").number(tag & 0xfff).text(", p ").number(tag >> 13);
            line.text((tag & 0x1000) != 0 ? ", DEI)" : ")");
        } else {
            line.text("unknown (0x").hex(type, 4).put(')');
        }
    }
}
