package astray.packet.text;

/** Spanning tree protocols of bridges (IEEE 802.1D, 802.1w, 802.1s, 802.1aq). */
final class Stp {
    private static final int PROTOCOL = 0;
    private static final int VERSION = 2;
    private static final int TYPE = 3;
    private static final int FLAGS = 4;
    private static final int ROOT = 5;
    private static final int COST = 13;
    private static final int BRIDGE = 17;
    private static final int PORT = 25;
    private static final int MESSAGE_AGE = 27;
    private static final int MAX_AGE = 29;
    private static final int HELLO = 31;
    private static final int DELAY = 33;
    private static final int VERSION1_LENGTH = 35;
    private static final int CONFIG_SIZE = 35;

    private static final int REGULAR = 0;
    private static final int RAPID = 2;
    private static final int MULTIPLE = 3;
    private static final int SHORTEST_PATH = 4;

    private static final int CONFIG = 0x00;
    private static final int RAPID_CONFIG = 0x02;
    private static final int TOPOLOGY_CHANGE = 0x80;

    private static final int VERSION3_LENGTH = 36;
    private static final int NAME = 39;
    private static final int NAME_SIZE = 32;
    private static final int REVISION = 71;
    private static final int DIGEST = 73;
    private static final int INTERNAL_COST = 89;
    private static final int CIST_BRIDGE = 93;
    private static final int HOPS = 101;
    private static final int MULTIPLE_SIZE = 102;

    private static final int INSTANCE_SIZE = 16;

    /** How much of the version 3 length is not of instances. */
    private static final int VERSION3_FIXED = 64;

    private static final int SHORTEST_PATH_SIZE = 87;

    private static final Sheet.Bit[] FLAG_NAMES = {
        new Sheet.Bit(0x01, "Topology change"),
        new Sheet.Bit(0x02, "Proposal"),
        new Sheet.Bit(0x10, "Learn"),
        new Sheet.Bit(0x20, "Forward"),
        new Sheet.Bit(0x40, "Agreement"),
        new Sheet.Bit(0x80, "Topology change ACK")
    };
    private static final String[] ROLES = {"Unknown", "Alternate", "Root", "Designated"};

    private Stp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "stp";
        if (length < FLAGS) {
            sheet.invalid();
            return;
        }
        if (sheet.be16(at + PROTOCOL) != 0) {
            line.text("unknown STP version, length ").number(length);
            return;
        }
        int version = sheet.u8(at + VERSION);
        line.text("STP ");
        switch (version) {
            case REGULAR -> line.text("802.1d");
            case RAPID -> line.text("802.1w");
            case MULTIPLE -> line.text("802.1s");
            case SHORTEST_PATH -> line.text("802.1aq");
            default -> {
                line.text("Unknown STP protocol (0x").hex(version, 2).put(')');
                return;
            }
        }
        int type = sheet.u8(at + TYPE);
        line.text(", ");
        boolean valid = true;
        switch (type) {
            case CONFIG -> {
                line.text("Config");
                valid = length >= CONFIG_SIZE && config(sheet, at, length);
            }
            case RAPID_CONFIG -> {
                line.text("Rapid STP");
                valid = switch (version) {
                    case RAPID -> length > CONFIG_SIZE && config(sheet, at, length);
                    case MULTIPLE, SHORTEST_PATH -> multiple(sheet, at, length, version);
                    default -> true;
                };
            }
            case TOPOLOGY_CHANGE -> line.text("Topology Change");
            default -> line.text("Unknown BPDU Type (0x").hex(type, 2).put(')');
        }
        if (!valid) {
            sheet.invalid();
        }
    }

    private static boolean config(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int flags = sheet.u8(at + FLAGS);
        line.text(", Flags [");
        sheet.bits(FLAG_NAMES, flags, ", ");
        line.put(']');
        sheet.need(at, PORT + 2);
        line.text(", bridge-id ");
        bridge(sheet, at + BRIDGE);
        line.put('.').hex(sheet.be16(at + PORT), 4).text(", length ").number(length);
        if (sheet.v == 0) {
            return true;
        }
        times(sheet, at);
        sheet.need(at + ROOT, 12);
        line.text("\n\troot-id ");
        bridge(sheet, at + ROOT);
        line.text(", root-pathcost ").number(sheet.be32(at + COST));
        if (sheet.u8(at + VERSION) == RAPID) {
            line.text(", port-role ").text(ROLES[flags >> 2 & 3]);
        }
        return true;
    }

    /** A priority and an Ethernet address. */
    private static void bridge(Sheet sheet, int at) {
        sheet.need(at, 8);
        sheet.line.hex(sheet.be16(at), 4).put('.');
        sheet.mac(at + 2);
    }

    private static void times(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at + MESSAGE_AGE, 8);
        time(line, "\n\tmessage-age ", sheet.be16(at + MESSAGE_AGE));
        time(line, ", max-age ", sheet.be16(at + MAX_AGE));
        time(line, ", hello-time ", sheet.be16(at + HELLO));
        time(line, ", forwarding-delay ", sheet.be16(at + DELAY));
    }

    /** A time in units of 1/256 second. */
    private static void time(Line line, String name, int value) {
        line.text(name);
        Decimal.print(line, value / 256.0, 2);
        line.put('s');
    }

    private static void digest(Sheet sheet, int at, int words) {
        sheet.need(at, words * 4);
        for (int i = 0; i < words; i++) {
            sheet.line.hex(sheet.be32(at + i * 4), 8);
        }
    }

    private static boolean multiple(Sheet sheet, int at, int length, int version) {
        if (length < MULTIPLE_SIZE || sheet.u8(at + VERSION1_LENGTH) != 0) {
            return false;
        }
        int size = sheet.be16(at + VERSION3_LENGTH) + 2;
        if (length < VERSION3_LENGTH + size) {
            return false;
        }
        common(sheet, at, length);
        if (version != SHORTEST_PATH) {
            return true;
        }
        int rest = at + VERSION3_LENGTH + size;
        int more = sheet.be16(rest) + 2;
        if (length < VERSION3_LENGTH + size + more || more < SHORTEST_PATH_SIZE) {
            return false;
        }
        if (sheet.v > 0) {
            shortestPath(sheet, rest);
        }
        return true;
    }

    /** The common and internal spanning tree, then each instance's (802.1Q clause 14). */
    private static void common(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int flags = sheet.u8(at + FLAGS);
        line.text(", CIST Flags [");
        sheet.bits(FLAG_NAMES, flags, ", ");
        line.text("], length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        line.text("\n\tport-role ").text(ROLES[flags >> 2 & 3]).text(", ");
        sheet.need(at + ROOT, 12);
        line.text("CIST root-id ");
        bridge(sheet, at + ROOT);
        line.text(", CIST ext-pathcost ").number(sheet.be32(at + COST));
        sheet.need(at + BRIDGE, 8);
        line.text("\n\tCIST regional-root-id ");
        bridge(sheet, at + BRIDGE);
        int port = sheet.be16(at + PORT);
        line.text(", CIST port-id ").hex(port, 4).put(',');
        times(sheet, at);
        int version3 = sheet.be16(at + VERSION3_LENGTH);
        line.text("\n\tv3len ").number(version3).text(", MCID Name ");
        sheet.padded(at + NAME, NAME_SIZE);
        sheet.need(at + REVISION, 18);
        line.text(", rev ").number(sheet.be16(at + REVISION)).text(",\n\t\tdigest ");
        digest(sheet, at + DIGEST, 4);
        line.text(", CIST int-root-pathcost ")
                .number(sheet.be32(at + INTERNAL_COST))
                .put(',');
        sheet.need(at + CIST_BRIDGE, 8);
        line.text("\n\tCIST bridge-id ");
        bridge(sheet, at + CIST_BRIDGE);
        line.text(", CIST remaining-hops ").number(sheet.u8(at + HOPS));
        int count = (version3 - VERSION3_FIXED) / INSTANCE_SIZE;
        for (int i = 0; i < count; i++) {
            instance(sheet, at + MULTIPLE_SIZE + i * INSTANCE_SIZE);
        }
    }

    private static void instance(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, INSTANCE_SIZE);
        int flags = sheet.u8(at);
        line.text("\n\tMSTI ").number(sheet.be16(at + 1) & 0xfff).text(", Flags [");
        sheet.bits(FLAG_NAMES, flags, ", ");
        line.text("], port-role ").text(ROLES[flags >> 2 & 3]);
        line.text("\n\t\tMSTI regional-root-id ");
        bridge(sheet, at + 1);
        line.text(", pathcost ").number(sheet.be32(at + 9));
        line.text("\n\t\tMSTI bridge-prio ").number(sheet.u8(at + 13) >> 4);
        line.text(", port-prio ").number(sheet.u8(at + 14) >> 4);
        line.text(", hops ").number(sheet.u8(at + 15));
    }

    /** What shortest path bridging adds (802.1aq clause 14). */
    private static void shortestPath(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\tv4len ").number(sheet.be16(at)).text(", AUXMCID Name ");
        sheet.padded(at + 3, NAME_SIZE);
        sheet.need(at, SHORTEST_PATH_SIZE);
        line.text(", Rev ").number(sheet.be16(at + 35)).text(",\n\t\tdigest ");
        digest(sheet, at + 37, 4);
        int agreement = sheet.u8(at + 53);
        line.text("\n\tAgreement num ").number(agreement >> 6);
        line.text(", Discarded Agreement num ").number(agreement >> 4 & 3);
        line.text(", Agreement valid-flag ").number(agreement >> 3 & 1);
        line.text(",\n\tRestricted role-flag: ").number(agreement >> 2 & 1);
        int format = sheet.u8(at + 55);
        int convention = sheet.u8(at + 56);
        line.text(", Format id ").number(format >> 4).text(" cap ").number(format);
        line.text(", Convention id ").number(convention >> 4).text(" cap ").number(convention);
        line.text(",\n\tEdge count ").number(sheet.be16(at + 57)).text(", Agreement digest ");
        digest(sheet, at + 67, 5);
    }
}
