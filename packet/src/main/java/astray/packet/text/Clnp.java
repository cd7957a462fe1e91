package astray.packet.text;

/** The Connectionless Network Protocol (ISO 8473-1). */
final class Clnp {
    private static final int LENGTH = 1;
    private static final int VERSION = 2;
    private static final int LIFETIME = 3;
    private static final int TYPE = 4;
    private static final int SEGMENT_LENGTH = 5;
    private static final int CHECKSUM = 7;
    private static final int HEADER = 9;
    private static final int SEGMENT = 6;

    private static final int ERROR_REPORT = 1;
    private static final int ECHO_RESPONSE = 31;

    private static final int SEGMENTATION = 0x80;

    /** A packet quoted in an error report may be an error report. */
    private static final int DEEPEST = 16;

    private static final Table TYPES = Table.of("""
            1 Error Report
            28 Data
            29 MD
            30 Echo Request
            31 Echo Response
            """);

    private static final Table FLAGS = Table.of("""
            0x80 Segmentation permitted
            0x40 more Segments
            0x20 request Error Report
            """);

    private Clnp() {}

    /** Prints a packet; false when it makes no sense, so that its bytes are to be printed. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "clnp";
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return true;
        }
        int header = sheet.u8(at + LENGTH);
        if (!sheet.options.linkLevel()) {
            line.text("CLNP");
        }
        int version = sheet.u8(at + VERSION);
        if (version != 1) {
            line.text("version ").number(version).text(" packet not supported");
            return false;
        }
        if (header > length) {
            line.text(" length indicator(").number(header).text(") > PDU size (");
            line.number(length).text(")!");
            return false;
        }
        if (header < HEADER) {
            tooSmall(sheet, at, header);
            return false;
        }
        int rest = header - HEADER;
        int destination = at + HEADER + 1;
        int destinationLength = address(sheet, destination - 1, rest);
        if (destinationLength < 0) {
            return destinationLength == -2;
        }
        rest -= destinationLength + 1;
        int source = destination + destinationLength + 1;
        int sourceLength = address(sheet, source - 1, rest);
        if (sourceLength < 0) {
            return sourceLength == -2;
        }
        rest -= sourceLength + 1;
        int type = sheet.u8(at + TYPE) & 0x1f;
        String name = TYPES.name(type);
        String shown = name == null ? "unknown (" + type + ")" : name;
        line.text(sheet.options.linkLevel() ? "" : ", ");
        if (sheet.v == 0) {
            Nsap.print(sheet, source, sourceLength);
            line.text(" > ");
            Nsap.print(sheet, destination, destinationLength);
            line.text(", ").text(shown).text(", length ").number(length);
            return true;
        }
        line.text("length ").number(length).text("\n\t").text(shown);
        header(sheet, at, header);
        addresses(sheet, source, sourceLength, destination, destinationLength);
        return rest(sheet, at, length, source + sourceLength, rest, type);
    }

    /** Says that a header is too short, and prints all that was captured. */
    static void tooSmall(Sheet sheet, int at, int header) {
        Line line = sheet.line;
        line.text(" length indicator ").number(header).text(" < min PDU size:");
        for (int i = at; i < sheet.end(); i++) {
            int octet = sheet.u8(i);
            line.put("0123456789ABCDEF".charAt(octet >> 4)).put("0123456789ABCDEF".charAt(octet & 15));
        }
    }

    /** How long an address is; -1 when it does not fit, which is said, -2 when it was cut off. */
    private static int address(Sheet sheet, int at, int rest) {
        int size = rest < 1 ? 0 : sheet.u8(at);
        if (rest < 1 || rest - 1 < size) {
            sheet.text("li < size of fixed part of CLNP header and addresses");
            return -1;
        }
        if (!sheet.has(at + 1, size)) {
            sheet.truncated();
            return -2;
        }
        return size;
    }

    private static void header(Sheet sheet, int at, int header) {
        Line line = sheet.line;
        int lifetime = sheet.u8(at + LIFETIME);
        int checksum = sheet.be16(at + CHECKSUM);
        line.text(" PDU, hlen: ").number(header).text(", v: 1, lifetime: ").number(lifetime / 2);
        line.put('.').number(lifetime % 2 * 5L).text("s, Segment PDU length: ");
        line.number(sheet.be16(at + SEGMENT_LENGTH)).text(", checksum: 0x").hex(checksum, 4);
        Osi.checksum(sheet, at, checksum, CHECKSUM, header);
        line.text("\n\tFlags [").text(FLAGS.bits(sheet.u8(at + TYPE) & 0xe0, ", ", "none"));
        line.put(']');
    }

    private static void addresses(Sheet sheet, int source, int sourceLength, int destination, int destinationLength) {
        sheet.text("\n\tsource address (length ").number(sourceLength).text("): ");
        Nsap.print(sheet, source, sourceLength);
        sheet.text("\n\tdest   address (length ").number(destinationLength).text("): ");
        Nsap.print(sheet, destination, destinationLength);
    }

    private static boolean rest(Sheet sheet, int at, int length, int from, int headerRest, int type) {
        Line line = sheet.line;
        int here = from;
        int rest = headerRest;
        if ((sheet.u8(at + TYPE) & SEGMENTATION) != 0) {
            if (rest < SEGMENT) {
                line.text("li < size of fixed part of CLNP header, addresses, and segment part");
                return false;
            }
            if (!sheet.has(here, SEGMENT)) {
                sheet.truncated();
                return true;
            }
            line.text("\n\tData Unit ID: 0x").hex(sheet.be16(here), 4);
            line.text(", Segment Offset: ").number(sheet.be16(here + 2));
            line.text(", Total PDU Length: ").number(sheet.be16(here + 4));
            here += SEGMENT;
            rest -= SEGMENT;
        }
        int options = ClnpOptions.print(sheet, here, rest);
        if (options < 0) {
            return options == ClnpOptions.CUT;
        }
        here += rest;
        if ((type == ERROR_REPORT || type == ECHO_RESPONSE) && sheet.u8(here) == Nlpid.CLNP && sheet.depth < DEEPEST) {
            line.text("\n\t-----original packet-----\n\t");
            sheet.depth++;
            print(sheet, here, length - sheet.u8(at + LENGTH));
            sheet.depth--;
            return true;
        }
        if (length > here - at) {
            line.text("\n\t  undecoded non-header data, length ").number(length - sheet.u8(at + LENGTH));
            HexDump.unknown(sheet, "\n\t  ", here, length - (here - at));
        }
        return true;
    }
}
