package astray.packet.text;

/** Exchange between end systems and intermediate systems (ISO 9542). */
final class Esis {
    private static final int LENGTH = 1;
    private static final int VERSION = 2;
    private static final int TYPE = 4;
    private static final int HOLDING_TIME = 5;
    private static final int CHECKSUM = 7;
    private static final int HEADER = 9;

    private static final int END_HELLO = 2;
    private static final int INTERMEDIATE_HELLO = 4;
    private static final int REDIRECT = 6;

    private static final int PROTOCOLS = 129;
    private static final int CONFIGURATION_TIME = 198;

    private static final Table TYPES = Table.of("2 ESH\n4 ISH\n6 redirect\n");

    private static final Table OPTIONS = Table.of("""
            129 Protocols supported
            195 QoS Maintenance
            197 Security
            198 ES Configuration Time
            205 Priority
            225 Addressk Mask
            226 SNPA Mask
            """);

    private Esis() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "esis";
        boolean linkLevel = sheet.options.linkLevel();
        line.text(linkLevel ? "" : "ES-IS");
        if (length <= 2) {
            line.text(sheet.options.quiet() > 0 ? "bad pkt!" : "no header at all!");
            return;
        }
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return;
        }
        int header = sheet.u8(at + LENGTH);
        int version = sheet.u8(at + VERSION);
        if (version != 1) {
            line.text(" version ").number(version).text(" packet not supported");
            return;
        }
        if (header > length) {
            line.text(" length indicator(").number(header).text(") > PDU size (");
            line.number(length).text(")!");
            return;
        }
        if (header < HEADER + 2) {
            Clnp.tooSmall(sheet, at, header);
            return;
        }
        int type = sheet.u8(at + TYPE) & 0x1f;
        String name = TYPES.name(type);
        line.text(linkLevel ? "" : ", ");
        if (sheet.v == 0) {
            line.text(name == null ? "unknown type (" + type + ")" : name).text(", length ");
            line.number(length);
            return;
        }
        int checksum = sheet.be16(at + CHECKSUM);
        line.text("length ").number(length).text("\n\t");
        line.text(name == null ? "unknown type: " + type : name).text(" (").number(type);
        line.text("), v: 1, checksum: 0x").hex(checksum, 4);
        Osi.checksum(sheet, at, checksum, CHECKSUM, header);
        line.text(", holding time: ").number(sheet.be16(at + HOLDING_TIME));
        line.text("s, length indicator: ").number(header);
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t", at, HEADER);
        }
        int here = at + HEADER;
        int end = at + header;
        switch (type) {
            case REDIRECT -> here = redirect(sheet, here, end);
            case END_HELLO -> here = endHello(sheet, here, end);
            case INTERMEDIATE_HELLO -> here = intermediateHello(sheet, here, end);
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t  ", here, sheet.captured(here));
                }
                return;
            }
        }
        if (here >= 0) {
            // the original does not count the byte in front of a redirect's last address
            options(sheet, here, type == REDIRECT ? end + 1 : end);
        }
    }

    /** Whether an address with its length in front is there; if not, that is said. */
    private static boolean isThere(Sheet sheet, int at, int end, String what) {
        if (!sheet.has(at, 1)) {
            sheet.truncated();
            return false;
        }
        if (end - at < 1) {
            sheet.text(what);
            return false;
        }
        int size = sheet.u8(at);
        if (!sheet.has(at + 1, size)) {
            sheet.truncated();
            return false;
        }
        if (end - at - 1 < size) {
            sheet.text(what);
            return false;
        }
        return true;
    }

    private static int redirect(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        String wrong = ", bad redirect/li";
        if (!isThere(sheet, at, end, wrong)) {
            return -1;
        }
        int destination = sheet.u8(at);
        line.text("\n\t  ");
        Nsap.print(sheet, at + 1, destination);
        int here = at + 1 + destination;
        if (!isThere(sheet, here, end, wrong)) {
            return -1;
        }
        int link = here + 1;
        int linkLength = sheet.u8(here);
        here = link + linkLength;
        // the original counts the byte of this length neither here nor for the options
        if (end - here >= 1 ? !isThere(sheet, here, end + 1, wrong) : !isThere(sheet, here, end, wrong)) {
            return -1;
        }
        int entity = sheet.u8(here);
        line.text("\n\t  SNPA (length: ").number(linkLength).text("): ");
        if (linkLength == 0) {
            line.text("<empty>");
        } else {
            sheet.mac(link, linkLength);
        }
        if (entity != 0) {
            line.text("\n\t  NET (length: ").number(entity).text(") ");
            Nsap.print(sheet, here + 1, entity);
        }
        return here + 1 + entity;
    }

    private static int endHello(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        String wrong = ", bad esh/li";
        if (!sheet.has(at, 1)) {
            sheet.truncated();
            return -1;
        }
        int count = sheet.u8(at);
        line.text("\n\t  Number of Source Addresses: ").number(count);
        int here = at + 1;
        for (int i = 0; i < count; i++) {
            if (!isThere(sheet, here, end, wrong)) {
                return -1;
            }
            here = entity(sheet, here);
        }
        return here;
    }

    private static int intermediateHello(Sheet sheet, int at, int end) {
        return isThere(sheet, at, end, ", bad ish/li") ? entity(sheet, at) : -1;
    }

    private static int entity(Sheet sheet, int at) {
        int size = sheet.u8(at);
        sheet.text("\n\t  NET (length: ").number(size).text("): ");
        Nsap.print(sheet, at + 1, size);
        return at + 1 + size;
    }

    private static void options(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        int here = at;
        while (here != end) {
            if (end - here < 2) {
                line.text(", bad opts/li");
                return;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            here += 2;
            if (size > end - here) {
                line.text(", opt (").number(type).text(") too long");
                return;
            }
            line.text("\n\t  ")
                    .text(OPTIONS.name(type, "Unknown"))
                    .text(" Option #")
                    .number(type);
            line.text(", length ").number(size).text(", value: ");
            switch (type) {
                case CONFIGURATION_TIME -> {
                    if (size != 2) {
                        line.text("(bad length)");
                    } else if (!sheet.has(here, 2)) {
                        sheet.truncated();
                        return;
                    } else {
                        line.number(sheet.be16(here)).put('s');
                    }
                }
                case PROTOCOLS -> Nlpid.print(sheet, here, size);
                default -> HexDump.unknown(sheet, "\n\t  ", here, size);
            }
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", here, size);
            }
            here += size;
        }
    }
}
