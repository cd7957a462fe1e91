package astray.packet.text;

/** Slow protocols (IEEE 802.3 annex 57A): link aggregation control and markers (802.1AX); OAM is a class of its own. */
final class SlowProtocols {
    private static final int LACP = 1;
    private static final int MARKER = 2;
    private static final int OAM = 3;

    private static final int TERMINATOR = 0;
    private static final int ACTOR = 1;
    private static final int PARTNER = 2;
    private static final int COLLECTOR = 3;

    private static final int ACTOR_SIZE = 20;
    private static final int COLLECTOR_SIZE = 16;
    private static final int MARKER_SIZE = 16;

    private static final Sheet.Bit[] STATE = {
        new Sheet.Bit(0x01, "Activity"),
        new Sheet.Bit(0x02, "Timeout"),
        new Sheet.Bit(0x04, "Aggregation"),
        new Sheet.Bit(0x08, "Synchronization"),
        new Sheet.Bit(0x10, "Collecting"),
        new Sheet.Bit(0x20, "Distributing"),
        new Sheet.Bit(0x40, "Default"),
        new Sheet.Bit(0x80, "Expired")
    };

    private SlowProtocols() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "slow";
        if (length < 1) {
            tooShort(sheet);
            return;
        }
        int kind = sheet.u8(at);
        switch (kind) {
            case LACP, MARKER -> {
                if (length < 2) {
                    tooShort(sheet);
                    return;
                }
                String name = kind == LACP ? "LACP" : "MARKER";
                int version = sheet.u8(at + 1);
                if (version != 1) {
                    line.text(name).text(" version ").number(version).text(" packet not supported");
                    return;
                }
                line.text(name).text("v1, length ").number(length);
                if (sheet.v > 0) {
                    tlvs(sheet, at + 2, length - 2, kind);
                }
            }
            case OAM -> {
                line.text("OAM, length ").number(length);
                if (sheet.v > 0) {
                    SlowOam.print(sheet, at + 1, length - 1);
                }
            }
            default -> {
                line.text("unknown (").number(kind).text("), length ").number(length);
                HexDump.unknown(sheet, "\n\t", at, length);
            }
        }
    }

    private static void tooShort(Sheet sheet) {
        sheet.text(sheet.v == 0 ? " (packet is too short)" : "\n\t\t packet is too short");
    }

    private static void tlvs(Sheet sheet, int at, int length, int kind) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 0) {
            if (rest < 2) {
                tooShort(sheet);
                return;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            line.text("\n\t").text(name(kind, type)).text(" TLV (0x").hex(type, 2);
            line.text("), length ").number(size);
            if (type == TERMINATOR) {
                return;
            }
            if (size < 2) {
                line.text("\n\t    ERROR: illegal length - should be >= 2");
                return;
            }
            if (rest < size) {
                tooShort(sheet);
                return;
            }
            sheet.need(here, size);
            tlv(sheet, here, size, kind, type);
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", here + 2, size - 2);
            }
            here += size;
            rest -= size;
        }
    }

    private static String name(int kind, int type) {
        if (type == TERMINATOR) {
            return "Terminator";
        }
        if (kind == MARKER) {
            return type == 1 ? "Marker Information" : "Unknown";
        }
        return switch (type) {
            case ACTOR -> "Actor Information";
            case PARTNER -> "Partner Information";
            case COLLECTOR -> "Collector Information";
            default -> "Unknown";
        };
    }

    private static void tlv(Sheet sheet, int at, int size, int kind, int type) {
        Line line = sheet.line;
        int data = at + 2;
        if (kind == LACP && (type == ACTOR || type == PARTNER)) {
            if (isSize(sheet, size, ACTOR_SIZE)) {
                line.text("\n\t  System ");
                sheet.mac(data + 2);
                line.text(", System Priority ").number(sheet.be16(data));
                line.text(", Key ").number(sheet.be16(data + 8));
                line.text(", Port ").number(sheet.be16(data + 12));
                line.text(", Port Priority ").number(sheet.be16(data + 10));
                line.text("\n\t  State Flags [");
                sheet.bits(STATE, sheet.u8(data + 14), ", ");
                line.put(']');
            }
        } else if (kind == LACP && type == COLLECTOR) {
            if (isSize(sheet, size, COLLECTOR_SIZE)) {
                line.text("\n\t  Max Delay ").number(sheet.be16(data));
            }
        } else if (kind == MARKER && type == 1) {
            if (isSize(sheet, size, MARKER_SIZE)) {
                line.text("\n\t  Request System ");
                sheet.mac(data + 2);
                line.text(", Request Port ").number(sheet.be16(data));
                line.text(", Request Transaction ID 0x").hex(sheet.be32(data + 8), 8);
            }
        } else if (sheet.v <= 1) {
            HexDump.unknown(sheet, "\n\t  ", data, size - 2);
        }
    }

    private static boolean isSize(Sheet sheet, int size, int wanted) {
        if (size != wanted) {
            sheet.text("\n\t    ERROR: illegal length - should be ").number(wanted);
        }
        return size == wanted;
    }
}
