package astray.packet.text;

/** RSVP's objects about labels (RFC 3209 sections 4.1 and 4.2, RFC 3473) and routes (RFC 3209 sections 4.3 and 4.4). */
final class RsvpLabels {
    private static final int IP4 = 1;
    private static final int LABEL = 3;
    private static final int RECORD_ROUTE = 21;

    private static final int INCLUSIVE_RANGE = 2;
    private static final int EXCLUSIVE_RANGE = 3;

    private static final Table HOPS = Table.of("""
            0 Reserved
            1 IPv4 prefix
            2 IPv6 prefix
            3 Label
            32 Autonomous system number
            64 MPLS label switched path termination
            """);

    /** RFC 4090 section 4.4. */
    private static final Table HOP_FLAGS = Table.of("""
            0x01 Local protection available
            0x02 Local protection in use
            0x04 Bandwidth protection
            0x08 Node protection
            """);

    private static final Table LABEL_FLAGS = Table.of("1 Global");

    private static final Table ACTIONS = Table.of("""
            0 Inclusive list
            1 Exclusive list
            2 Inclusive range
            3 Exclusive range
            """);

    private RsvpLabels() {}

    /** Prints a Label; false when nothing can follow. */
    static boolean label(RsvpObject object) {
        Sheet sheet = object.sheet;
        switch (object.type) {
            case 1 -> {
                while (object.length >= 4) {
                    object.begin("Label: ").number(sheet.be32(object.at));
                    object.past(4);
                }
                return true;
            }
            case 2 -> {
                if (object.lacks(4)) {
                    return false;
                }
                object.begin("Generalized Label: ").number(sheet.be32(object.at));
                return object.past(4);
            }
            case 3 -> {
                if (object.lacks(12)) {
                    return false;
                }
                object.begin("Waveband ID: ").number(sheet.be32(object.at));
                object.begin("Start Label: ").number(sheet.be32(object.at + 4));
                object.line.text(", Stop Label: ").number(sheet.be32(object.at + 8));
                return object.past(12);
            }
            default -> {
                return object.dump();
            }
        }
    }

    /** Prints a Label Request; false when nothing can follow. */
    static boolean request(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        switch (object.type) {
            case 1 -> {
                while (object.length >= 4) {
                    protocol(object);
                    object.past(4);
                }
                return true;
            }
            case 2, 3 -> {
                if (object.lacks(12)) {
                    return false;
                }
                int at = object.at;
                protocol(object);
                if (object.type == 2) {
                    line.text((sheet.u8(at + 4) & 0x80) == 0 ? ", merge capability" : ",no merge capability");
                    circuit(object, "Minimum VPI/VCI: ", at + 4);
                    circuit(object, "Maximum VPI/VCI: ", at + 8);
                } else {
                    object.begin("Minimum/Maximum DLCI: ").number(sheet.be32(at + 4) & 0x7f_ffff);
                    line.put('/').number(sheet.be32(at + 8) & 0x7f_ffff).text(", ");
                    int bits = sheet.be16(at + 4) >> 7 & 3;
                    line.text(bits == 0 ? "10" : bits == 2 ? "23" : "").text(" bit DLCI");
                }
                return object.past(12);
            }
            case 4 -> {
                if (object.lacks(4)) {
                    return false;
                }
                int encoding = sheet.u8(object.at);
                int switching = sheet.u8(object.at + 1);
                int payload = sheet.be16(object.at + 2);
                object.begin("LSP Encoding Type: ").text(Gmpls.ENCODINGS.name(encoding, "Unknown"));
                line.text(" (").number(encoding).put(')');
                object.begin("Switching Type: ").text(Gmpls.SWITCHING.name(switching, "Unknown"));
                line.text(" (").number(switching).text("), Payload ID: ");
                line.text(Gmpls.PAYLOADS.name(payload, "Unknown"))
                        .text(" (0x")
                        .hex(payload, 4)
                        .put(')');
                return object.past(4);
            }
            default -> {
                return object.dump();
            }
        }
    }

    private static void protocol(RsvpObject object) {
        int protocol = object.sheet.be16(object.at + 2);
        String name = EtherType.name(protocol);
        object.begin("L3 Protocol ID: ");
        if (name == null) {
            object.line.text("Unknown Protocol (0x").hex(protocol, 4).put(')');
        } else {
            object.line.text(name);
        }
    }

    private static void circuit(RsvpObject object, String what, int at) {
        object.begin(what).number(object.sheet.be16(at) & 0xfff);
        object.line.put('/').number(object.sheet.be16(at + 2) & 0xfff);
    }

    /** Prints a Label Set (RFC 3471 section 3.5); false when nothing can follow. */
    static boolean set(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        int action = sheet.u8(object.at);
        object.begin("Action: ").text(ACTIONS.name(action, "Unknown"));
        line.text(" (").number(action);
        line.text("), Label type: ").number(sheet.u8(object.at + 3) & 0x7f);
        if (action == INCLUSIVE_RANGE || action == EXCLUSIVE_RANGE) {
            if (object.lacks(12)) {
                return false;
            }
            object.begin("Start range: ").number(sheet.be32(object.at + 4));
            line.text(", End range: ").number(sheet.be32(object.at + 8));
            return object.past(12);
        }
        object.past(4);
        for (int i = 1; object.length >= 4; i++) {
            object.begin("Subchannel #").number(i);
            line.text(": ").number(sheet.be32(object.at));
            object.past(4);
        }
        return true;
    }

    /** Prints an explicit or a recorded route; false when nothing can follow. */
    static boolean route(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type != 1) {
            return object.dump();
        }
        while (object.length >= 4) {
            sheet.need(object.at, 4);
            int hop = sheet.u8(object.at) & 0x7f;
            int size = sheet.u8(object.at + 1);
            object.begin("Subobject Type: ").text(HOPS.orNumber(hop, "Unknown "));
            line.text(", length ").number(size);
            if (size > object.length) {
                object.begin("ERROR: ERO subobject length > object length");
                break;
            }
            if (size == 0) {
                object.begin("ERROR: zero length ERO subtype");
                break;
            }
            if ((hop == IP4 || hop == LABEL) && !hop(object, hop, size)) {
                sheet.invalid();
                return false;
            }
            object.past(size);
        }
        return true;
    }

    private static boolean hop(RsvpObject object, int hop, int size) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at;
        if (size != 8) {
            line.text(" ERROR: length != 8");
            return false;
        }
        sheet.need(at, 8);
        if (hop == IP4) {
            int bits = sheet.u8(at + 6);
            if (bits != 32) {
                line.text(" ERROR: Prefix length ").number(bits).text(" != 32");
                return false;
            }
            line.text((sheet.u8(at) & 0x80) == 0 ? ", Strict, " : ", Loose, ");
            sheet.host4(at + 2);
            line.text("/32, Flags: [")
                    .text(HOP_FLAGS.bits(sheet.u8(at + 7), ", ", "none"))
                    .put(']');
            return true;
        }
        int flags = sheet.u8(at + 2);
        int type = sheet.u8(at + 3);
        line.text(", Flags: [").text(LABEL_FLAGS.bits(flags, ", ", "none"));
        line.text(flags == 0 ? "] (" : "] (0x").hex(flags);
        line.text("), Class-Type: ").text(RsvpNames.TYPES.name(RECORD_ROUTE << 8 | type, "Unknown"));
        line.text(" (").number(type).text("), ").number(sheet.be32(at + 4));
        return true;
    }
}
