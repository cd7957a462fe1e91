package astray.packet.text;

/** Logical link control (IEEE 802.2). */
final class Llc {
    private static final int IP = 0x06;
    private static final int BRIDGE = 0x42;
    private static final int SNAP = 0xaa;
    private static final int IPX = 0xe0;
    private static final int OSI = 0xfe;
    private static final int GLOBAL = 0xff;

    /** In the destination: for a group; in the source: a response. */
    private static final int GROUP = 1;

    private static final int UNNUMBERED = 0x03;
    private static final int UNNUMBERED_INFORMATION = 0x03;
    private static final int UNNUMBERED_POLL = 0x10;
    private static final int SUPERVISORY = 0x01;
    private static final int NUMBERED_POLL = 0x100;
    private static final int XID = 0xaf;
    private static final int XID_FORMAT = 0x81;

    private static final Table SERVICES = Table.of("""
            0x00 Null
            0xff Global
            0x02 802.1B I
            0x03 802.1B G
            0x06 IP
            0x04 SNA
            0x0e ProWay NM
            0x42 STP
            0x4e RS511
            0x7e ISO8208
            0x8e ProWay
            0xaa SNAP
            0xe0 IPX
            0xf0 NetBeui
            0xfe OSI
            """);
    private static final Table COMMANDS = Table.of("""
            0x03 ui
            0xe3 test
            0xaf xid
            0x63 ua
            0x43 disc
            0x0f dm
            0x6f sabme
            0x87 frmr
            """);
    private static final String[] SUPERVISORY_NAMES = {"Receiver Ready", "Receiver not Ready", "Reject", "?"};

    private Llc() {}

    /** Prints what it carries; false when that is not known, so that the bytes are printed. */
    static boolean print(Sheet sheet, int at, int length) {
        sheet.protocol = "llc";
        if (length < 3 || !sheet.has(at, 3)) {
            return cut(sheet, at);
        }
        int destinationField = sheet.u8(at);
        int sourceField = sheet.u8(at + 1);
        int control = sheet.u8(at + 2);
        boolean unnumbered = (control & UNNUMBERED) == UNNUMBERED;
        int header = 3;
        if (!unnumbered) {
            header = 4;
            if (length < header || !sheet.has(at, header)) {
                return cut(sheet, at);
            }
            control = sheet.le16(at + 2);
        }
        if (destinationField == GLOBAL && sourceField == GLOBAL) {
            // Novell's 802.3 frames have IPX, whose checksum field is all ones, in the place of this header
            if (sheet.options.linkLevel()) {
                sheet.text("IPX 802.3: ");
            }
            Ipx.print(sheet, at, length);
            return true;
        }
        int destination = destinationField & ~GROUP;
        int source = sourceField & ~GROUP;
        if (sheet.options.linkLevel()) {
            header(sheet, destinationField, sourceField, control, unnumbered);
        }
        if (destination == source && control == UNNUMBERED_INFORMATION) {
            int payload = at + header;
            int rest = length - header;
            switch (source) {
                case SNAP -> {
                    return Snap.print(sheet, payload, rest, 2);
                }
                case BRIDGE -> {
                    Stp.print(sheet, payload, rest);
                    return true;
                }
                case IP -> {
                    Ip4.print(sheet, payload, rest);
                    return true;
                }
                case IPX -> {
                    if (sheet.options.linkLevel()) {
                        sheet.text("IPX 802.2: ");
                    }
                    Ipx.print(sheet, payload, rest);
                    return true;
                }
                case OSI -> {
                    Osi.print(sheet, payload, rest);
                    return true;
                }
                default -> {
                    // told by its control field
                }
            }
        }
        return other(sheet, at, length, header, destination, source, control, sourceField & GROUP);
    }

    private static boolean cut(Sheet sheet, int at) {
        sheet.truncated();
        LinkLayer.raw(sheet, at);
        return true;
    }

    private static void header(Sheet sheet, int destination, int source, int control, boolean unnumbered) {
        Line line = sheet.line;
        line.text("LLC, dsap ").text(SERVICES.name(destination & ~GROUP, "Unknown"));
        line.text(" (0x").hex(destination & ~GROUP, 2).text(") ");
        line.text((destination & GROUP) != 0 ? "Group" : "Individual");
        line.text(", ssap ").text(SERVICES.name(source & ~GROUP, "Unknown"));
        line.text(" (0x").hex(source & ~GROUP, 2).text(") ");
        line.text((source & GROUP) != 0 ? "Response" : "Command");
        line.text(", ctrl 0x").hex(control, unnumbered ? 2 : 4).text(": ");
    }

    private static boolean other(
            Sheet sheet, int at, int length, int header, int destination, int source, int control, int response) {
        Line line = sheet.line;
        if (!sheet.options.linkLevel()) {
            ends(sheet, destination, source);
        }
        int payload = at + header;
        int rest = length - header;
        if (header == 3) {
            int command = control & ~UNNUMBERED_POLL;
            line.text("Unnumbered, ");
            String name = COMMANDS.name(command);
            if (name == null) {
                line.hex(command, 2);
            } else {
                line.text(name);
            }
            flags(line, response, (control & UNNUMBERED_POLL) != 0);
            line.text(", length ").number(length);
            return command == XID && exchange(sheet, payload, rest);
        }
        if ((control & UNNUMBERED) == SUPERVISORY) {
            line.text("Supervisory, ").text(SUPERVISORY_NAMES[control >> 2 & 3]);
            line.text(", rcv seq ").number(control >> 9);
            flags(line, response, (control & NUMBERED_POLL) != 0);
            line.text(", length ").number(length);
            return true;
        }
        line.text("Information, send seq ").number(control >> 1 & 0x7f);
        line.text(", rcv seq ").number(control >> 9);
        flags(line, response, (control & NUMBERED_POLL) != 0);
        line.text(", length ").number(length);
        return false;
    }

    private static void ends(Sheet sheet, int destination, int source) {
        Line line = sheet.line;
        boolean addressed = sheet.linkSource >= 0;
        if (addressed) {
            sheet.mac(sheet.linkSource);
            line.put(' ');
        }
        if (source != destination) {
            service(line, source, "SSAP");
            line.put(' ');
        }
        if (addressed || source != destination) {
            line.text("> ");
        }
        if (addressed) {
            sheet.mac(sheet.linkDestination);
            line.put(' ');
        }
        service(line, destination, "DSAP");
        line.put(' ');
    }

    private static void service(Line line, int number, String kind) {
        String name = SERVICES.name(number);
        if (name == null) {
            line.text("Unknown ").text(kind).text(" 0x").hex(number, 2);
        } else {
            line.text(name);
        }
    }

    private static void flags(Line line, int response, boolean poll) {
        line.text(", Flags [");
        line.text(poll ? response != 0 ? "Final" : "Poll" : response != 0 ? "Response" : "Command");
        line.put(']');
    }

    /** What stations tell each other of their abilities; false when the bytes tell it. */
    private static boolean exchange(Sheet sheet, int at, int length) {
        if (length == 0) {
            return true;
        }
        if (!sheet.has(at, 1)) {
            sheet.truncated();
            return true;
        }
        if (sheet.u8(at) != XID_FORMAT) {
            return false;
        }
        if (length < 3 || !sheet.has(at, 3)) {
            return cut(sheet, at);
        }
        sheet.text(": ").hex(sheet.u8(at + 1), 2).put(' ').hex(sheet.u8(at + 2), 2);
        return true;
    }
}
