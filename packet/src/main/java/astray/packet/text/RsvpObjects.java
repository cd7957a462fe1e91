package astray.packet.text;

/** The objects of RSVP messages (RFC 2205 section 3.1.2 and appendix A, and those of its many extensions). */
final class RsvpObjects {
    private static final int HEADER = 4;

    private static final Table STYLES = Table.of("""
            10 Fixed Filter
            17 Wildcard Filter
            18 Shared Explicit
            """);

    /** RFC 3209 section 4.7, RFC 4090 section 4.3. */
    private static final Table ATTRIBUTES = Table.of("""
            0x01 Local Protection
            0x02 Label Recording
            0x04 SE Style
            0x08 Bandwidth protection
            0x10 Node protection
            """);

    private static final Table PROPERTIES = Table.of("""
            0x01 Cos
            0x02 Metric 1
            0x04 Metric 2
            0x08 CCC Status
            0x10 Path Type
            """);

    /** RFC 5063 section 4.2. */
    private static final Table CAPABILITIES = Table.of("""
            0x4 RecoveryPath Transmit Enabled
            0x2 RecoveryPath Desired
            0x1 RecoveryPath Srefresh Capable
            """);

    /** RFC 3473 section 7.1. */
    private static final Table STATUSES = Table.of("""
            0x80000000 Reflect
            0x00000004 Testing
            0x00000002 Admin-down
            0x00000001 Delete-in-progress
            """);

    private static final Table HANDSHAKE = Table.of("0x80 Handshake");

    private RsvpObjects() {}

    /** Prints the objects of a message; false when one of them is wrong. */
    static boolean print(Sheet sheet, String indent, int at, int length) {
        Line line = sheet.line;
        int i = 0;
        while (length - i >= HEADER) {
            int size = sheet.be16(at + i);
            int type = sheet.u8(at + i + 3);
            if (size % 4 != 0) {
                line.text(indent)
                        .text("ERROR: object header size ")
                        .number(size)
                        .text(" not a multiple of 4");
                return false;
            }
            if (size < HEADER) {
                line.text(indent)
                        .text("ERROR: object header too short ")
                        .number(size)
                        .text(" < 4");
                return false;
            }
            int number = sheet.u8(at + i + 2);
            header(line, indent, number, type, size);
            if (size > length - i) {
                line.text(indent).text("ERROR: object goes past end of objects TLV");
                return false;
            }
            sheet.need(at + i, size);
            RsvpObject object = new RsvpObject(sheet, indent, type, at + i + HEADER, size - HEADER);
            if (!object(object, number)) {
                return false;
            }
            if (sheet.v > 1 || object.isDumped) {
                HexDump.unknown(sheet, "\n\t    ", at + i + HEADER, size - HEADER);
            }
            i += size;
        }
        return true;
    }

    private static void header(Line line, String indent, int number, int type, int size) {
        line.text(indent).text(RsvpNames.OBJECTS.name(number, "Unknown"));
        line.text(" Object (").number(number).text(") Flags: [");
        boolean forwarded = (number & 0x40) != 0;
        line.text((number & 0x80) == 0 ? "reject" : forwarded ? "ignore and forward" : "ignore silently");
        line.text(" if unknown], Class-Type: ").text(RsvpNames.TYPES.name(number << 8 | type, "Unknown"));
        line.text(" (").number(type).text("), length: ").number(size);
    }

    /** Prints an object; false when nothing can follow. */
    private static boolean object(RsvpObject object, int number) {
        return switch (number) {
            case 1 -> RsvpSession.session(object);
            case 3 -> hop(object);
            case 4 -> integrity(object);
            case 5 -> numbers(object, object.type == 1, 4, "Refresh Period: ", "", "ms");
            case 6 -> RsvpErrors.print(object);
            case 8 -> style(object);
            case 9, 12, 13 -> RsvpFlow.print(object);
            case 10 -> RsvpSession.filter(object);
            case 11 -> RsvpSession.sender(object);
            case 15 -> address(object, "IPv4 Receiver Address: ", "IPv6 Receiver Address: ");
            case 16, 34, 35, 129 -> RsvpLabels.label(object);
            case 19 -> RsvpLabels.request(object);
            case 20, 21 -> RsvpLabels.route(object);
            case 22 -> hello(object);
            case 23, 24, 25 -> messages(object);
            case 36 -> RsvpLabels.set(object);
            case 50 -> address(object, "Sub-LSP destination address: ", "Sub-LSP destination address: ");
            case 63 -> detour(object);
            case 66, 125 -> classType(object);
            case 131 -> numbers(object, object.type == 1, 8, "Restart  Time: ", "ms, Recovery Time: ", "ms");
            case 134 -> capability(object);
            case 195 -> address(object, "IPv4 Notify Node Address: ", "IPv6 Notify Node Address: ");
            case 196 -> status(object);
            case 204 -> properties(object);
            case 205 -> reroute(object);
            case 207 -> attribute(object);
            case 229 -> RsvpUni.print(object);
            default -> {
                if (object.sheet.v < 2) {
                    HexDump.unknown(object.sheet, "\n\t    ", object.at, object.length);
                }
                yield true;
            }
        };
    }

    /** A line with a number, or with two. */
    private static boolean numbers(
            RsvpObject object, boolean known, int size, String what, String between, String after) {
        if (!known) {
            return object.dump();
        }
        if (object.lacks(size)) {
            return false;
        }
        object.begin(what).number(object.sheet.be32(object.at));
        if (size == 8) {
            object.line.text(between).number(object.sheet.be32(object.at + 4));
        }
        object.line.text(after);
        return object.past(size);
    }

    private static boolean address(RsvpObject object, String what4, String what6) {
        if (object.type != 1 && object.type != 2) {
            return object.dump();
        }
        boolean ip6 = object.type == 2;
        if (object.lacks(ip6 ? 16 : 4)) {
            return false;
        }
        object.begin(ip6 ? what6 : what4);
        if (ip6) {
            object.sheet.host6(object.at);
        } else {
            object.sheet.host4(object.at);
        }
        return object.past(ip6 ? 16 : 4);
    }

    private static boolean hop(RsvpObject object) {
        Sheet sheet = object.sheet;
        if (object.type < 1 || object.type > 4) {
            return object.dump();
        }
        boolean ip6 = object.type == 2 || object.type == 4;
        int width = ip6 ? 16 : 4;
        if (object.lacks(width + 4)) {
            return false;
        }
        object.begin("Previous/Next Interface: ");
        if (ip6) {
            sheet.host6(object.at);
        } else {
            sheet.host4(object.at);
        }
        object.line.text(", Logical Interface Handle: 0x").hex(sheet.be32(object.at + width), 8);
        object.past(width + 4);
        object.isDumped = ip6 || object.length > 0;
        return true;
    }

    /** RFC 2747 section 2, with a digest of sixteen bytes; the original cannot check it without its secret. */
    private static boolean integrity(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at;
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(32)) {
            return false;
        }
        object.begin("Key-ID 0x")
                .hex(sheet.be16(at + 2), 4)
                .hex(sheet.be32(at + 4), 8)
                .text(", Sequence 0x");
        line.hex(sheet.be32(at + 8), 8).hex(sheet.be32(at + 12), 8).text(", Flags [");
        line.text(HANDSHAKE.bits(sheet.u8(at), ", ", "none")).put(']');
        object.begin("MD5-sum 0x");
        for (int i = 16; i < 32; i++) {
            line.hex(sheet.u8(at + i), 2);
        }
        line.text("  (unchecked)");
        return true;
    }

    private static boolean style(RsvpObject object) {
        Sheet sheet = object.sheet;
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        object.begin("Reservation Style: ").text(STYLES.name(sheet.be24(object.at + 1), "Unknown"));
        object.line.text(", Flags: [0x").hex(sheet.u8(object.at), 2).put(']');
        return object.past(4);
    }

    private static boolean hello(RsvpObject object) {
        Sheet sheet = object.sheet;
        if (object.type != 1 && object.type != 2) {
            return object.dump();
        }
        if (object.lacks(8)) {
            return false;
        }
        object.begin("Source Instance: 0x").hex(sheet.be32(object.at), 8);
        object.line.text(", Destination Instance: 0x").hex(sheet.be32(object.at + 4), 8);
        return object.past(8);
    }

    /** RFC 2961 section 4. */
    private static boolean messages(RsvpObject object) {
        Sheet sheet = object.sheet;
        if (object.type != 1 && object.type != 2) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        object.begin("Flags [0x").hex(sheet.u8(object.at), 2);
        object.line.text("], epoch: ").number(sheet.be24(object.at + 1));
        object.past(4);
        while (object.length >= 4) {
            long id = sheet.be32(object.at);
            object.begin("  Message-ID 0x").hex(id, 8).text(" (").number(id).put(')');
            object.past(4);
        }
        return true;
    }

    private static boolean detour(RsvpObject object) {
        if (object.type != 7) {
            return object.dump();
        }
        while (object.length >= 8) {
            object.begin("PLR-ID: ");
            object.sheet.host4(object.at);
            object.line.text(", Avoid-Node-ID: ");
            object.sheet.host4(object.at + 4);
            object.past(8);
        }
        return true;
    }

    private static boolean classType(RsvpObject object) {
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        object.begin("CT: ").number(object.sheet.be32(object.at) & 7);
        return object.past(4);
    }

    private static boolean capability(RsvpObject object) {
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        long flags = object.sheet.be32(object.at);
        if ((flags & ~7L) != 0) {
            object.begin("[reserved=0x").hex(flags & ~7L, 8).text(" must be zero]");
        }
        object.begin("Flags: [")
                .text(CAPABILITIES.bits(flags & 7, ", ", "none"))
                .put(']');
        return object.past(4);
    }

    private static boolean status(RsvpObject object) {
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        long flags = object.sheet.be32(object.at);
        object.begin("Flags [").text(STATUSES.bits(flags, ", ", "none")).put(']');
        return object.past(4);
    }

    /** Juniper's. */
    private static boolean properties(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        if (object.type != 1) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        int padding = sheet.be16(object.at + 2);
        object.begin("TLV count: ").number(sheet.be16(object.at));
        line.text(", padding bytes: ").number(padding);
        object.past(4);
        while (object.length >= 2 + padding) {
            int type = sheet.u8(object.at);
            int size = sheet.u8(object.at + 1);
            object.begin("  ")
                    .text(PROPERTIES.name(type, "unknown"))
                    .text(" TLV (0x")
                    .hex(type, 2);
            line.text("), length: ").number(size);
            if (object.lacks(size)) {
                return false;
            }
            if (size < 2) {
                line.text(object.indent).text("ERROR: property TLV is too short");
                return false;
            }
            HexDump.unknown(sheet, "\n\t\t", object.at + 2, size - 2);
            object.past(size);
        }
        return true;
    }

    /** RFC 4090 section 4.1, and its draft's form. */
    private static boolean reroute(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at;
        if (object.type != 1 && object.type != 7) {
            return object.dump();
        }
        boolean isNew = object.type == 1;
        if (object.lacks(isNew ? 20 : 16)) {
            return false;
        }
        object.begin("Setup Priority: ").number(sheet.u8(at));
        line.text(", Holding Priority: ").number(sheet.u8(at + 1));
        line.text(", Hop-limit: ").number(sheet.u8(at + 2)).text(", Bandwidth: ");
        Decimal.general(line, Float.intBitsToFloat(sheet.s32(at + 4)) * 8 / 1_000_000, 10);
        line.text(" Mbps");
        object.begin(isNew ? "Include-any: 0x" : "Include Colors: 0x").hex(sheet.be32(at + 8), 8);
        line.text(isNew ? ", Exclude-any: 0x" : ", Exclude Colors: 0x").hex(sheet.be32(at + 12), 8);
        if (isNew) {
            line.text(", Include-all: 0x").hex(sheet.be32(at + 16), 8);
        }
        return object.past(isNew ? 20 : 16);
    }

    private static boolean attribute(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        int at = object.at;
        if (object.type != 7) {
            return object.dump();
        }
        if (object.lacks(4)) {
            return false;
        }
        int name = sheet.u8(at + 3);
        if (object.lacks(4 + name)) {
            return false;
        }
        object.begin("Session Name: ");
        sheet.exactly(at + 4, name);
        int flags = sheet.u8(at + 2);
        object.begin("Setup Priority: ").number(sheet.u8(at));
        line.text(", Holding Priority: ").number(sheet.u8(at + 1));
        line.text(", Flags: [").text(ATTRIBUTES.bits(flags, ", ", "none"));
        line.text(flags == 0 ? "] (" : "] (0x").hex(flags).put(')');
        return object.past(4 + name);
    }
}
