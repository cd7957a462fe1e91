package astray.packet.text;

/** The parameters of integrated services (RFC 2210, 2215) that RSVP's TSpec, AdSpec and FlowSpec carry. */
final class RsvpFlow {
    private static final Table SERVICES = Table.of("""
            1 Default/Global Information
            2 Guaranteed Service
            5 Controlled Load
            """);

    private static final Table PARAMETERS = Table.of("""
            4 IS hop cnt
            6 Path b/w estimate
            8 Minimum path latency
            10 Composed MTU
            127 Token Bucket TSpec
            130 Guaranteed Service RSpec
            133 End-to-end composed value for C
            134 End-to-end composed value for D
            135 Since-last-reshaping point composed C
            136 Since-last-reshaping point composed D
            """);

    private static final int BITS_OF_MEGABIT = 125_000;

    private RsvpFlow() {}

    /** Prints an object; false when nothing can follow. */
    static boolean print(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type != 2) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        object.begin("Msg-Version: ").number(sheet.u8(object.at) >> 4);
        line.text(", length: ").number(sheet.be16(object.at + 2) << 2);
        object.past(4);
        while (object.length >= 4) {
            int service = sheet.u8(object.at);
            int size = sheet.be16(object.at + 2) << 2;
            object.begin("Service Type: ").text(SERVICES.name(service, "unknown"));
            line.text(" (").number(service);
            line.text("), break bit ").text((sheet.u8(object.at + 1) & 0x80) == 0 ? "not " : "");
            line.text("set, Service length: ").number(size);
            object.past(4);
            // one that is too long for the service takes from those behind
            while (size >= 4 || size < 0) {
                int used = parameter(object);
                if (used == 0) {
                    break;
                }
                size -= used;
                object.past(used);
            }
        }
        return true;
    }

    /** Prints a parameter; how long it is, 0 for an invalid one. */
    private static int parameter(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at;
        if (object.length < 4) {
            sheet.invalid("obj_tlen", object.length, "<", 4);
            return 0;
        }
        int id = sheet.u8(at);
        int size = sheet.be16(at + 2) << 2;
        line.text("\n\t      Parameter ID: ").text(PARAMETERS.name(id, "unknown"));
        line.text(" (").number(id).text("), length: ").number(size);
        line.text(", Flags: [0x").hex(sheet.u8(at + 1), 2).put(']');
        if (object.length < size + 4) {
            sheet.invalid("obj_tlen", object.length, "<", size + 4L);
            return 0;
        }
        value(sheet, id, at + 4, size);
        return size + 4;
    }

    private static void value(Sheet sheet, int id, int at, int size) {
        Line line = sheet.line;
        switch (id) {
            case 4 -> number(sheet, size == 4, "IS hop count: ", at, "");
            case 6 -> rate(sheet, size == 4, "Path b/w estimate: ", at);
            case 8 -> {
                if (size == 4 && sheet.s32(at) == -1) {
                    line.text("\n\t\tMinimum path latency: don't care");
                } else {
                    number(sheet, size == 4, "Minimum path latency: ", at, "");
                }
            }
            case 10 -> number(sheet, size == 4, "Composed MTU: ", at, " bytes");
            case 127 -> {
                rate(sheet, size == 20, "Token Bucket Rate: ", at);
                if (size == 20) {
                    line.text("\n\t\tToken Bucket Size: ");
                    Decimal.general(line, Float.intBitsToFloat(sheet.s32(at + 4)), 10);
                    line.text(" bytes");
                    rate(sheet, true, "Peak Data Rate: ", at + 8);
                    number(sheet, true, "Minimum Policed Unit: ", at + 12, " bytes");
                    number(sheet, true, "Maximum Packet Size: ", at + 16, " bytes");
                }
            }
            case 130 -> {
                rate(sheet, size == 8, "Rate: ", at);
                number(sheet, size == 8, "Slack Term: ", at + 4, "");
            }
            case 133, 134, 135, 136 -> number(sheet, size == 4, "Value: ", at, "");
            default -> {
                if (sheet.v < 2) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
    }

    private static void number(Sheet sheet, boolean shown, String what, int at, String unit) {
        if (shown) {
            sheet.text("\n\t\t").text(what).number(sheet.be32(at)).text(unit);
        }
    }

    /** Bytes in a second, printed as megabits. */
    private static void rate(Sheet sheet, boolean shown, String what, int at) {
        if (shown) {
            sheet.text("\n\t\t").text(what);
            Decimal.general(sheet.line, Float.intBitsToFloat(sheet.s32(at)) / BITS_OF_MEGABIT, 10);
            sheet.text(" Mbps");
        }
    }
}
