package astray.packet.text;

/** What LLDP tells of bridging and VLANs (IEEE 802.1Q annex D: basic and data centre extensions). */
final class Lldp8021 {
    private static final int KIND = 3;
    private static final int DATA = 4;

    private static final int PORT_VLAN = 1;
    private static final int PROTOCOL_VLAN = 2;
    private static final int VLAN_NAME = 3;
    private static final int PROTOCOL = 4;
    private static final int AGGREGATION = 7;
    private static final int CONGESTION = 8;
    private static final int ETS_CONFIGURATION = 9;
    private static final int ETS_RECOMMENDATION = 10;
    private static final int FLOW_CONTROL = 11;
    private static final int APPLICATION = 12;
    private static final int VIRTUAL = 13;
    private static final int CHANNELS = 14;

    private static final String[] NAMES = {
        "",
        "Port VLAN Id",
        "Port and Protocol VLAN ID",
        "VLAN name",
        "Protocol Identity",
        "",
        "",
        "Link aggregation",
        "Congestion Notification",
        "ETS Configuration",
        "ETS Recommendation",
        "Priority Flow Control Configuration",
        "Application Priority",
        "EVB",
        "CDCP"
    };
    private static final Sheet.Bit[] SUPPORT = {new Sheet.Bit(2, "supported"), new Sheet.Bit(4, "enabled")};
    static final Sheet.Bit[] STATUS = {new Sheet.Bit(1, "supported"), new Sheet.Bit(2, "enabled")};
    private static final String[] MODES = {
        "Not Supported", "EVB Bridge", "EVB Station", "Reserved for future Standardization"
    };

    private Lldp8021() {}

    /** Prints a value from its organisation's identifier on; whether its bytes must tell what it is. */
    static boolean print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < DATA) {
            return false;
        }
        int kind = sheet.u8(at + KIND);
        String name = kind < NAMES.length && !NAMES[kind].isEmpty() ? NAMES[kind] : null;
        line.text("\n\t  ")
                .text(name == null ? "unknown" : name)
                .text(" Subtype (")
                .number(kind);
        line.put(')');
        if (name == null) {
            return true;
        }
        int data = at + DATA;
        int rest = size - DATA;
        if (rest >= least(kind)) {
            value(sheet, kind, data, rest);
        }
        return false;
    }

    /** How many bytes of data there must be at least. */
    private static int least(int kind) {
        return switch (kind) {
            case PORT_VLAN, VLAN_NAME, CONGESTION, FLOW_CONTROL -> 2;
            case PROTOCOL_VLAN -> 3;
            case PROTOCOL, APPLICATION -> 1;
            case AGGREGATION, VIRTUAL -> 5;
            case ETS_CONFIGURATION, ETS_RECOMMENDATION -> 21;
            default -> 4;
        };
    }

    private static void value(Sheet sheet, int kind, int at, int rest) {
        Line line = sheet.line;
        switch (kind) {
            case PORT_VLAN -> line.text("\n\t    port vlan id (PVID): ").number(sheet.be16(at));
            case PROTOCOL_VLAN -> {
                line.text("\n\t    port and protocol vlan id (PPVID): ").number(sheet.be16(at + 1));
                line.text(", flags [");
                int flags = sheet.u8(at);
                sheet.bits(SUPPORT, flags, ", ");
                line.text("] (0x").hex(flags, 2).put(')');
            }
            case VLAN_NAME -> {
                line.text("\n\t    vlan id (VID): ").number(sheet.be16(at));
                if (rest >= 3 && rest >= 3 + sheet.u8(at + 2)) {
                    line.text("\n\t    vlan name: ");
                    sheet.padded(at + 3, sheet.u8(at + 2));
                }
            }
            case PROTOCOL -> {
                if (rest >= 1 + sheet.u8(at)) {
                    line.text("\n\t    protocol identity: ");
                    sheet.padded(at + 1, sheet.u8(at));
                }
            }
            case AGGREGATION -> aggregation(sheet, at);
            case CONGESTION -> {
                line.text("\n\t    Pre-Priority CNPV Indicator");
                priorities(sheet, sheet.u8(at));
                line.text("\n\t    Pre-Priority Ready Indicator");
                priorities(sheet, sheet.u8(at + 1));
            }
            case ETS_CONFIGURATION -> {
                int bits = sheet.u8(at);
                line.text("\n\t    Willing:").number(bits >> 7).text(", CBS:").number(bits >> 6 & 2);
                line.text(", RES:").number(bits >> 3 & 7).text(", Max TCs:").number(bits & 7);
                tables(sheet, at + 1);
            }
            case ETS_RECOMMENDATION -> {
                line.text("\n\t    RES: ").number(sheet.u8(at));
                tables(sheet, at + 1);
            }
            case FLOW_CONTROL -> {
                int bits = sheet.u8(at);
                line.text("\n\t    Willing: ").number(bits >> 7).text(", MBC: ").number(bits >> 6 & 1);
                line.text(", RES: ").number(bits >> 4 & 3).text(", PFC cap:").number(bits & 15);
                line.text(" \n\t    PFC Enable");
                priorities(sheet, sheet.u8(at + 1));
            }
            case APPLICATION -> application(sheet, at, rest);
            case VIRTUAL -> virtual(sheet, at);
            case CHANNELS -> channels(sheet, at, rest);
            default -> {
                // there are no others
            }
        }
    }

    /** Whether a link may be, and is, one of an aggregation, and of which. */
    static void aggregation(Sheet sheet, int at) {
        sheet.text("\n\t    aggregation status [");
        sheet.bits(STATUS, sheet.u8(at), ", ");
        sheet.text("], aggregation port ID ").number(sheet.be32(at + 1));
    }

    /** A bit for each of eight priorities, the lowest first. */
    private static void priorities(Sheet sheet, int bits) {
        Line line = sheet.line;
        line.text("\n\t     Priority : 0  1  2  3  4  5  6  7\n\t     Value    : ");
        for (int i = 0; i < 8; i++) {
            line.number(bits >> i & 1).text("  ");
        }
    }

    /** Which traffic class each priority has, and bandwidth and selection of each class. */
    private static void tables(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t    Priority Assignment Table\n\t     Priority : 0   1   2   3   4   5   6   7");
        line.text("\n\t     Value    : ");
        for (int i = 0; i < 8; i++) {
            column(line, i, sheet.u8(at + i / 2) >> (i % 2 == 0 ? 4 : 0) & 15);
        }
        line.text("\n\t    TC Bandwidth Table\n\t     TC%   : 0   1   2   3   4   5   6   7\n\t     Value : ");
        for (int i = 0; i < 8; i++) {
            column(line, i, sheet.u8(at + 4 + i));
        }
        line.text("\n\t    TSA Assignment Table\n\t     Traffic Class: 0   1   2   3   4   5   6   7");
        line.text("\n\t     Value        : ");
        for (int i = 0; i < 8; i++) {
            column(line, i, sheet.u8(at + 12 + i));
        }
    }

    private static void column(Line line, int index, int value) {
        int before = line.length();
        line.text(index > 0 ? " " : "").number(value);
        for (int width = line.length() - before; width < (index > 0 ? 4 : 3); width++) {
            line.put(' ');
        }
    }

    private static void application(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        line.text("\n\t    RES: ").number(sheet.u8(at));
        int size = rest - 1;
        if (size == 0 || size % 3 != 0) {
            return;
        }
        line.text("\n\t    Application Priority Table");
        for (int i = 0; i < size; i += 3) {
            int bits = sheet.u8(at + 1 + i);
            line.text("\n\t      Priority: ").number(bits >> 5).text(", RES: ").number(bits >> 3 & 3);
            line.text(", Sel: ").number(bits & 7);
            line.text(", Protocol ID: ").number(sheet.be16(at + 2 + i));
        }
    }

    /** Edge virtual bridging (802.1Q clause 43). */
    private static void virtual(Sheet sheet, int at) {
        Line line = sheet.line;
        int bridge = sheet.u8(at);
        line.text("\n\t    EVB Bridge Status\n\t      RES: ").number(bridge >> 3);
        line.text(", BGID: ").number(bridge >> 2 & 1).text(", RRCAP: ").number(bridge >> 1 & 1);
        line.text(", RRCTR: ").number(bridge & 1);
        int station = sheet.u8(at + 1);
        line.text("\n\t    EVB Station Status\n\t      RES: ").number(station >> 4);
        line.text(", SGID: ").number(station >> 3 & 1).text(", RRREQ: ").number(station >> 2 & 1);
        line.text(",RRSTAT: ").number(station & 3);
        int retries = sheet.u8(at + 2);
        line.text("\n\t    R: ").number(retries >> 5).text(", RTE: ").number(retries & 31);
        int mode = sheet.u8(at + 3);
        line.text(", EVB Mode: ").text(MODES[mode >> 6]).text(" [").number(mode >> 6);
        line.text("]\n\t    ROL: ").number(mode >> 5 & 1).text(", RWD: ").number(mode & 31);
        int keep = sheet.u8(at + 4);
        line.text(", RES: ").number(keep >> 6).text(", ROL: ").number(keep >> 5 & 1);
        line.text(", RKA: ").number(keep & 31);
    }

    /** S-channels (802.1Q clause 42). */
    private static void channels(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        int bits = sheet.u8(at);
        line.text("\n\t    Role: ").number(bits >> 7).text(", RES: ").number(bits >> 4 & 7);
        line.text(", Scomp: ").number(bits >> 3 & 1);
        line.text(" ChnCap: ").number(sheet.be16(at + 2) & 0xfff);
        int size = rest - 4;
        if (size % 3 != 0) {
            return;
        }
        for (int i = 0; i < size; i += 3) {
            int pair = sheet.be24(at + 4 + i);
            line.text("\n\t    SCID: ").number(pair >> 12).text(", SVID: ").number(pair & 0xfff);
        }
    }
}
