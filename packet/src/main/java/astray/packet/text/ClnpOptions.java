package astray.packet.text;

/** The options of CLNP (ISO 8473-1 section 7.5, 7.9.5). */
final class ClnpOptions {
    /** An option was cut off, which is said. */
    static final int CUT = -2;

    /** An option makes no sense, which is said. */
    private static final int WRONG = -1;

    private static final int DISCARD_REASON = 193;
    private static final int QUALITY = 195;
    private static final int SECURITY = 197;
    private static final int SOURCE_ROUTING = 200;
    private static final int ROUTE_RECORDING = 203;
    private static final int PADDING = 204;
    private static final int PRIORITY = 205;

    private static final int GLOBAL = 0xc0;

    private static final Table NAMES = Table.of("""
            193 Discard Reason
            195 QoS Maintenance
            197 Security
            200 Source Routing
            203 Route Recording
            204 Padding
            205 Priority
            """);

    private static final Table SCOPES = Table.of("""
            0x40 Source Address Specific
            0x80 Destination Address Specific
            0xc0 Globally unique
            """);

    private static final Table QUALITIES = Table.of("""
            0x20 reserved
            0x10 sequencing vs. delay
            0x08 congested
            0x04 delay vs. cost
            0x02 error vs. delay
            0x01 error vs. cost
            """);

    private static final Table CLASSES = Table.of("""
            0x0 General
            0x8 Address
            0x9 Source Routeing
            0xa Lifetime
            0xb PDU Discarded
            0xc Reassembly
            """);

    /** By class and error. */
    private static final Table REASONS = Table.of("""
            0x00 Reason not specified
            0x01 Protocol procedure error
            0x02 Incorrect checksum
            0x03 PDU discarded due to congestion
            0x04 Header syntax error (cannot be parsed)
            0x05 Segmentation needed but not permitted
            0x06 Incomplete PDU received
            0x07 Duplicate option
            0x80 Destination address unreachable
            0x81 Destination address unknown
            0x90 Unspecified source routeing error
            0x91 Syntax error in source routeing field
            0x92 Unknown address in source routeing field
            0x93 Path not acceptable
            0xa0 Lifetime expired while data unit in transit
            0xa1 Lifetime expired during reassembly
            0xb0 Unsupported option not specified
            0xb1 Unsupported protocol version
            0xb2 Unsupported security option
            0xb3 Unsupported source routeing option
            0xb4 Unsupported recording of route option
            0xc0 Reassembly interference
            """);

    private ClnpOptions() {}

    /** Prints options; 0, or a negative number when something is wrong. */
    static int print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 2) {
                line.text(", bad opts/li");
                return WRONG;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            here += 2;
            rest -= 2;
            if (size > rest) {
                line.text(", opt (").number(type).text(") too long");
                return WRONG;
            }
            if (!sheet.has(here, size)) {
                sheet.truncated();
                return CUT;
            }
            line.text("\n\t  ")
                    .text(NAMES.name(type, "Unknown"))
                    .text(" Option #")
                    .number(type);
            line.text(", length ").number(size).text(", value: ");
            int least = type == SECURITY || type == SOURCE_ROUTING || type == ROUTE_RECORDING ? 2 : 1;
            if (size < least && type != PADDING && NAMES.name(type) != null) {
                line.text(", bad opt len");
                return WRONG;
            }
            value(sheet, type, here, size);
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", here, size);
            }
            here += size;
            rest -= size;
        }
        return 0;
    }

    private static void value(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case SOURCE_ROUTING, ROUTE_RECORDING -> route(sheet, type, at, size);
            case PRIORITY -> line.text("0x").hex(sheet.u8(at) & 15);
            case QUALITY -> {
                int field = sheet.u8(at);
                line.text("\n\t    Format Code: ").text(SCOPES.name(field & 0xc0, "Reserved"));
                if ((field & 0xc0) == GLOBAL) {
                    line.text("\n\t    QoS Flags [").text(QUALITIES.bits(field & 0x3f, ", ", "none"));
                    line.put(']');
                }
            }
            case SECURITY -> {
                line.text("\n\t    Format Code: ").text(SCOPES.name(sheet.u8(at) & 0xc0, "Reserved"));
                line.text(", Security-Level ").number(sheet.u8(at + 1));
            }
            case DISCARD_REASON -> {
                int reason = sheet.u8(at);
                line.text("\n\t    Class: ").text(CLASSES.name(reason >> 4, "Unknown"));
                line.text(" Error (0x").hex(reason >> 4).text("), ");
                line.text(REASONS.name(reason, "Unknown"))
                        .text(" (0x")
                        .hex(reason & 15)
                        .put(')');
            }
            case PADDING -> line.text("padding data");
            default -> HexDump.unknown(sheet, "\n\t  ", at, size);
        }
    }

    private static void route(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        int complete = sheet.u8(at);
        line.text(complete == 0 ? "partial" : complete == 1 ? "complete" : "Unknown");
        line.text(type == SOURCE_ROUTING ? " source routing" : " recording of route in progress");
        int offset = sheet.u8(at + 1) - 1;
        if (offset < 0) {
            line.text(" Bad NSAP offset (0)");
            return;
        }
        if (offset > size) {
            line.text(" Bad NSAP offset (past end of option)");
            return;
        }
        int rest = size - offset;
        // the original reads the first address again and again
        int length = rest > 0 ? sheet.u8(at + offset) : 0;
        while (rest > 0) {
            if (rest < length + 1) {
                line.text("\n\t    NSAP address goes past end of option");
                return;
            }
            if (length > 0) {
                line.text("\n\t    NSAP address (length ").number(length).text("): ");
                Nsap.print(sheet, at + offset + 1, length);
            }
            rest -= length + 1;
        }
    }
}
