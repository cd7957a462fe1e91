package astray.packet.text;

/** OpenFlow over TCP: the header that all its versions share (OpenFlow switch specification 1.0, section 5.1). */
final class OpenFlow {
    static final int HEADER = 8;

    private static final int VERSION_10 = 1;
    private static final int VERSION_13 = 4;

    private static final Table VERSIONS = Table.of("""
            0x01 1.0
            0x02 1.1
            0x03 1.2
            0x04 1.3
            0x05 1.4
            0x06 1.5
            """);

    /** Experimenters that the Open Networking Foundation numbers itself. */
    private static final Table EXPERIMENTERS = Table.of("""
            0x4f4e4600 ONF Extensions
            0xff000001 Budapest University of Technology and Economics
            0xff000002 NoviFlow
            0xff000003 L3+ Extensions, Vendor Neutral
            0xff000004 L4-L7 Extensions
            0xff000005 Wireless and Mobility Extensions
            0xff000006 Forwarding Abstractions Extensions
            0xff000007 Optical Transport Extensions
            0xff000008 Network Benchmarking Lab, NCTU
            0xff000009 Mobile Packet Core Extensions
            0xff00000a MPLS-TP OpenFlow Extensions for SPTN
            """);

    private OpenFlow() {}

    /** Prints the messages of a segment, taken to begin with one. */
    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "openflow";
        line.text(": OpenFlow");
        int here = at;
        int end = at + length;
        while (here < end) {
            int version = sheet.u8(here);
            line.text("\n\tversion ").text(VERSIONS.orHex(version, "unknown (0x", 2, ")"));
            if (isCut(sheet, here + 1, end, 1)) {
                return;
            }
            int type = sheet.u8(here + 1);
            String name = version == VERSION_10
                    ? OpenFlow10.TYPES.name(type)
                    : version == VERSION_13 ? OpenFlow13.TYPES.name(type) : null;
            line.text(", type ");
            if (name == null) {
                line.text("unknown (0x").hex(type, 2).put(')');
            } else {
                line.text(name);
            }
            if (isCut(sheet, here + 2, end, 2)) {
                return;
            }
            int size = sheet.be16(here + 2);
            line.text(", length ").number(size).text(size < HEADER ? " (too short!)" : "");
            if (isCut(sheet, here + 4, end, 4)) {
                return;
            }
            line.text(", xid 0x").hex(sheet.be32(here + 4), 8);
            if (size < HEADER) {
                sheet.invalid();
                sheet.need(here + HEADER, end - here - HEADER);
                return;
            }
            if (version == VERSION_10) {
                OpenFlow10.message(sheet, type, here + HEADER, size - HEADER);
            } else if (version == VERSION_13) {
                OpenFlow13.message(sheet, type, here + HEADER, size - HEADER);
            } else {
                sheet.need(here + HEADER, size - HEADER);
            }
            here += size;
        }
    }

    private static boolean isCut(Sheet sheet, int at, int end, int needed) {
        if (end - at >= needed) {
            return false;
        }
        sheet.text(" (end of TCP payload)");
        sheet.need(at, end - at);
        return true;
    }

    /** Bytes without a known meaning. */
    static void data(Sheet sheet, int at, int length) {
        if (length == 0) {
            return;
        }
        sheet.text("\n\t data (").number(length).text(" octets)");
        if (sheet.v >= 2) {
            HexDump.print(sheet, "\n\t  ", at, Math.min(length, sheet.captured(at)), true);
        }
        sheet.need(at, length);
    }

    /** A number without a sign. */
    static Line number(Sheet sheet, String what, long number) {
        return sheet.text(what).unsigned(number);
    }

    static void hex(Sheet sheet, String what, long value, int digits) {
        sheet.text(what).hex(value, digits);
    }

    static void text(Sheet sheet, String what, String text) {
        sheet.text(what).text(text);
    }

    /** The name of a number; that it is invalid where it has none. */
    static void named(Sheet sheet, String what, Table names, long number, int digits) {
        text(sheet, what, names.orHex(number, "invalid (0x", digits, ")"));
    }

    /** Text of a field that zero bytes fill up. */
    static void quoted(Sheet sheet, String what, int at, int size) {
        sheet.need(at, size);
        sheet.text(what).text(" '");
        sheet.padded(at, size);
        sheet.line.put('\'');
    }

    static void mac(Sheet sheet, String what, int at) {
        sheet.need(at, 6);
        sheet.text(what);
        sheet.mac(at);
    }

    static void host(Sheet sheet, String what, int at) {
        sheet.need(at, 4);
        sheet.text(what);
        sheet.host4(at);
    }

    /** Prints a vendor: an organisation's identifier, or an experimenter; its number. */
    static long vendor(Sheet sheet, String what, int at) {
        long vendor = sheet.be32(at);
        String name = (vendor >>> 24 == 0 ? Oui.NAMES : EXPERIMENTERS).name(vendor, "unknown");
        sheet.text(what).hex(vendor, 8).text(" (").text(name).put(')');
        return vendor;
    }

    /** A name in front, a value of 32 bits, the names of its bits. */
    static void bits(Sheet sheet, String name, int at, Table names, long known) {
        bits(sheet, name, sheet.be32(at), 8, names, known);
    }

    static void bits(Sheet sheet, String name, long value, int digits, Table names, long known) {
        Line line = sheet.line;
        line.text(name).text(" 0x").hex(value, digits);
        if ((value & known) != 0) {
            line.text(" (").text(names.bits(value, ", ", "")).put(')');
        }
        if ((value & ~known) != 0) {
            line.text(" (bogus)");
        }
    }

    /** An error's message, with names for the kinds, and for each kind a row of names for its codes. */
    static void error(Sheet sheet, Table kinds, Table codes, int at, int length) {
        int kind = sheet.be16(at);
        named(sheet, "\n\t type ", kinds, kind, 4);
        int code = sheet.be16(at + 2);
        String names = codes.name(kind);
        String[] row = names == null ? new String[0] : names.split(" ");
        sheet.text(", code ");
        if (code < row.length) {
            sheet.text(row[code]);
        } else {
            sheet.text("invalid (0x").hex(code, 4).put(')');
        }
        data(sheet, at + 4, length - 4);
    }

    /** Whether less than a structure is left, which is said then. */
    static boolean lacks(Sheet sheet, String before, int rest, int needed) {
        if (rest < needed) {
            sheet.text(before);
            sheet.invalid("remaining length", rest, "<", needed);
        }
        return rest < needed;
    }

    /** Prints a structure's length; 0 for one that is invalid, less than the least or more than is left. */
    static int size(Sheet sheet, String what, int at, int least, int rest) {
        int size = sheet.be16(at);
        sheet.text(what).number(size);
        if (size < least || size > rest) {
            sheet.invalid();
            return 0;
        }
        return size;
    }
}
