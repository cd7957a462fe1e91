package astray.packet.text;

/** RSVP's Generalized UNI (RFC 3476 section 3.1, OIF UNI 1.0). */
final class RsvpUni {
    private static final int SOURCE = 1;
    private static final int DESTINATION = 2;
    private static final int DIVERSITY = 3;
    private static final int EGRESS_LABEL = 4;
    private static final int SERVICE_LEVEL = 5;

    private static final Table NAMES = Table.of("""
            1 Source TNA address
            2 Destination TNA address
            3 Diversity
            4 Egress label
            5 Service level
            """);

    private RsvpUni() {}

    /** Prints the object; false when nothing can follow. */
    static boolean print(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        while (object.length != 0) {
            if (object.length < 4) {
                sheet.invalid("total_subobj_len", object.length, "<", 4);
                return false;
            }
            int size = sheet.be16(object.at);
            int type = sheet.u8(object.at + 2);
            int family = sheet.u8(object.at + 3);
            object.begin("Subobject Type: ").text(NAMES.name(type, "Unknown"));
            line.text(" (").number(type);
            line.text("), AF: ").text(AddressFamily.NAMES.name(family, "Unknown"));
            line.text(" (").number(family).text("), length: ").number(size);
            if (size < 4 || size > object.length) {
                sheet.invalid();
                return false;
            }
            if (size < least(type, family)) {
                line.text(object.indent).text("ERROR: sub-object is too short");
                return false;
            }
            value(object, type, family, size);
            object.past(size);
        }
        return true;
    }

    private static int least(int type, int family) {
        return switch (type) {
            case SOURCE, DESTINATION -> family == AddressFamily.IP4 ? 8 : family == AddressFamily.IP6 ? 20 : 4;
            case EGRESS_LABEL -> 16;
            case SERVICE_LEVEL -> 8;
            default -> 4;
        };
    }

    private static void value(RsvpObject object, int type, int family, int size) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at + 4;
        switch (type) {
            case SOURCE, DESTINATION -> {
                if (family == AddressFamily.IP4) {
                    object.begin("  UNI IPv4 TNA address: ");
                    sheet.host4(at);
                } else if (family == AddressFamily.IP6) {
                    object.begin("  UNI IPv6 TNA address: ");
                    sheet.host6(at);
                } else if (family == AddressFamily.NSAP) {
                    object.dump();
                }
            }
            case DIVERSITY -> object.isDumped |= size > 4;
            case EGRESS_LABEL -> {
                long label = sheet.be32(at);
                object.begin("  U-bit: ").hex(label >>> 31);
                line.text(", Label type: ").number(label & 0xff);
                line.text(", Logical port id: ").number(sheet.be32(at + 4));
                line.text(", Label: ").number(sheet.be32(at + 8));
            }
            case SERVICE_LEVEL -> object.begin("  Service level: ").number(sheet.u8(at));
            default -> object.dump();
        }
    }
}
