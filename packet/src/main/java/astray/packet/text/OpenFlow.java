package astray.packet.text;

import java.util.Locale;

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
                    ? OpenFlow10Names.TYPES.name(type)
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
                new OpenFlow10(sheet).message(type, here + HEADER, size - HEADER);
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

    static Line number(Sheet sheet, String what, long number) {
        return sheet.line.text(what).number(number);
    }

    static void hex(Sheet sheet, String what, long value, int digits) {
        sheet.line.text(what).hex(value, digits);
    }

    static void text(Sheet sheet, String what, String text) {
        sheet.line.text(what).text(text);
    }

    static void mac(Sheet sheet, String what, int at) {
        sheet.need(at, 6);
        sheet.line.text(what);
        sheet.mac(at);
    }

    /** The name of a vendor: an organisation's identifier, or an experimenter. */
    static String vendor(long number) {
        return (number >>> 24 == 0 ? Oui.NAMES : EXPERIMENTERS).name(number, "unknown");
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

    /** What is said of a number without a name. */
    static String invalid(long number, int digits) {
        return "invalid (0x" + String.format(Locale.ROOT, "%0" + digits + "x", number) + ")";
    }
}
