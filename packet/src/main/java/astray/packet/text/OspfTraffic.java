package astray.packet.text;

/** Traffic engineering in OSPF (RFC 3630, RFC 4203, RFC 4124): links and what they can carry. */
final class OspfTraffic {
    private static final int ROUTER = 1;
    private static final int LINK = 2;

    private static final int LINK_TYPE = 1;
    private static final int LINK_ID = 2;
    private static final int LOCAL_ADDRESS = 3;
    private static final int REMOTE_ADDRESS = 4;
    private static final int METRIC = 5;
    private static final int BANDWIDTH = 6;
    private static final int RESERVABLE = 7;
    private static final int UNRESERVED = 8;
    private static final int ADMINISTRATIVE_GROUP = 9;
    private static final int IDENTIFIERS = 11;
    private static final int PROTECTION = 14;
    private static final int SWITCHING = 15;
    private static final int SHARED_RISK = 16;
    private static final int CONSTRAINTS = 17;

    private static final Table LINK_VALUES = Table.of("""
            1 Link Type
            2 Link ID
            3 Local Interface IP address
            4 Remote Interface IP address
            5 Traffic Engineering Metric
            6 Maximum Bandwidth
            7 Maximum Reservable Bandwidth
            8 Unreserved Bandwidth
            9 Administrative Group
            11 Link Local/Remote Identifier
            14 Link Protection Type
            15 Interface Switching Capability
            16 Shared Risk Link Group
            17 Bandwidth Constraints
            """);

    private OspfTraffic() {}

    /** Prints values; whether they are valid. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                sheet.invalid("remaining LS length", rest, "<", 4);
                return false;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += 4;
            rest -= 4;
            line.text("\n\t    ").text(type == ROUTER ? "Router Address" : type == LINK ? "Link" : "unknown");
            line.text(" TLV (").number(type).text("), length: ").number(size);
            if (rest < size) {
                sheet.invalid("remaining LS length", rest, "<", size);
                return false;
            }
            if (type == 0 || size == 0) {
                sheet.invalid(type == 0 ? "subtlv type" : "subtlv length", 0, "==", 0);
                return false;
            }
            if (type == LINK) {
                if (!link(sheet, here, size)) {
                    return false;
                }
            } else if (type == ROUTER) {
                if (size < 4) {
                    sheet.invalid("TLV length", size, "<", 4);
                    return false;
                }
                sheet.need(here, 4);
                line.text(", ");
                sheet.host4(here);
            } else if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t      ", here, size);
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining LS length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }

    private static boolean link(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                sheet.invalid("remaining TLV length", rest, "<", 4);
                return false;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += 4;
            rest -= 4;
            if (type == 0 || size == 0) {
                sheet.invalid(type == 0 ? "subtlv type" : "subtlv length", 0, "==", 0);
                return false;
            }
            line.text("\n\t      ")
                    .text(LINK_VALUES.name(type, "unknown"))
                    .text(" subTLV (")
                    .number(type);
            line.text("), length: ").number(size);
            if (rest < size) {
                sheet.invalid("remaining TLV length", rest, "<", size);
                return false;
            }
            sheet.need(here, size);
            String wrong = wrongLength(type, size);
            if (!wrong.isEmpty()) {
                line.text(wrong);
                sheet.invalid();
                return false;
            }
            if (!value(sheet, type, here, size)) {
                sheet.invalid();
                return false;
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining TLV length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }

    /** What is wrong with a length; nothing when it is right. */
    private static String wrongLength(int type, int size) {
        return switch (type) {
            case LINK_TYPE -> size != 1 ? " != 1" : "";
            case LINK_ID, IDENTIFIERS -> size != 4 && size != 8 ? " != 4 && != 8" : "";
            case LOCAL_ADDRESS, REMOTE_ADDRESS, METRIC, BANDWIDTH, RESERVABLE, ADMINISTRATIVE_GROUP, PROTECTION ->
                size != 4 ? " != 4" : "";
            case UNRESERVED -> size != 32 ? " != 32" : "";
            case SWITCHING -> size < 36 ? " < 36" : "";
            case SHARED_RISK -> size % 4 != 0 ? " != N x 4" : "";
            case CONSTRAINTS -> size < 4 ? " < 4" : "";
            default -> "";
        };
    }

    private static boolean value(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case ADMINISTRATIVE_GROUP -> line.text(", 0x").hex(sheet.be32(at), 8);
            case LINK_ID, IDENTIFIERS -> {
                for (int i = 0; i < size; i += 4) {
                    line.text(", ");
                    sheet.host4(at + i);
                    line.text(" (0x").hex(sheet.be32(at + i), 8).put(')');
                }
            }
            case LOCAL_ADDRESS, REMOTE_ADDRESS -> {
                line.text(", ");
                sheet.host4(at);
            }
            case BANDWIDTH, RESERVABLE -> {
                line.text(", ");
                Decimal.megabits(line, sheet.s32(at));
            }
            case UNRESERVED -> bandwidths(sheet, "\n\t\tTE-Class ", at, 8);
            case CONSTRAINTS -> {
                return constraints(sheet, at, size);
            }
            case METRIC -> line.text(", Metric ").number(sheet.be32(at));
            case PROTECTION -> line.text(", ").text(Gmpls.PROTECTION.bits(sheet.u8(at), ", ", "none"));
            case SWITCHING -> {
                line.text("\n\t\tInterface Switching Capability: ");
                line.text(Gmpls.SWITCHING.name(sheet.u8(at), "Unknown")).text("\n\t\tLSP Encoding: ");
                line.text(Gmpls.ENCODINGS.name(sheet.u8(at + 1), "Unknown")).text("\n\t\tMax LSP Bandwidth:");
                bandwidths(sheet, "\n\t\t  priority level ", at + 4, 8);
            }
            case LINK_TYPE -> {
                int kind = sheet.u8(at);
                line.text(", ").text(kind == 1 ? "Point-to-point" : kind == 2 ? "Multi-Access" : "unknown");
                line.text(" (").number(kind).put(')');
            }
            case SHARED_RISK -> {
                line.text("\n\t\t  Shared risk group: ");
                for (int i = 0; i < size; i += 4) {
                    line.text(i == 0 ? "" : ", ").number(sheet.be32(at + i));
                }
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
        return true;
    }

    private static boolean constraints(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int model = sheet.u8(at);
        line.text("\n\t\tBandwidth Constraints Model ID: ").text(Gmpls.CONSTRAINTS.name(model, "unknown"));
        line.text(" (").number(model).put(')');
        if (size % 4 != 0) {
            line.text("\n\t\tlength ").number(size).text(" != N x 4");
            return false;
        }
        if (size > 36) {
            line.text("\n\t\tlength ").number(size).text(" > 36");
            return false;
        }
        bandwidths(sheet, "\n\t\t  Bandwidth constraint CT", at + 4, (size - 4) / 4);
        return true;
    }

    private static void bandwidths(Sheet sheet, String what, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.text(what).number(i).text(": ");
            Decimal.megabits(sheet.line, sheet.s32(at + 4 * i));
        }
    }
}
