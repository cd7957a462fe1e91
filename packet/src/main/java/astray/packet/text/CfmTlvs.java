package astray.packet.text;

/** The values behind a message of connectivity fault management (IEEE 802.1Q clause 21.5). */
final class CfmTlvs {
    private static final int END = 0;
    private static final int SENDER = 1;
    private static final int PORT_STATUS = 2;
    private static final int INTERFACE_STATUS = 3;
    private static final int ORGANISATION = 31;
    private static final int HEADER = 3;

    private static final Table TYPES = Table.of("""
            0 End
            1 Sender ID
            2 Port status
            3 Interface status
            4 Data
            5 Reply Ingress
            6 Reply Egress
            31 Organization Specific
            """);

    private static final Table PORT_STATES = Table.of("""
            1 Blocked
            2 Up
            """);

    private static final Table INTERFACE_STATES = Table.of("""
            1 Up
            2 Down
            3 Testing
            5 Dormant
            6 not present
            7 lower Layer down
            """);

    /** IEEE 802.1AB, table 8-2. */
    private static final Table CHASSIS = Table.of("""
            0 Reserved
            1 Chassis component
            2 Interface alias
            3 Port component
            4 MAC address
            5 Network address
            6 Interface name
            7 Locally assigned
            """);

    private CfmTlvs() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int end = at + length;
        int here = at;
        while (here < end) {
            int type = sheet.u8(here);
            line.text("\n\t").text(TYPES.name(type, "Unknown"));
            line.text(" TLV (0x").hex(type, 2).put(')');
            if (type == END) {
                return;
            }
            if (end - here < HEADER) {
                Cfm.tooShort(sheet);
                return;
            }
            int size = sheet.be16(here + 1);
            line.text(", length ").number(size);
            here += HEADER;
            if (end - here < size) {
                Cfm.tooShort(sheet);
                return;
            }
            sheet.need(here, size);
            int left = value(sheet, type, here, size);
            if (left < 0) {
                return;
            }
            here += size;
        }
    }

    /** Prints a value; negative when nothing can be made of what follows. */
    private static int value(Sheet sheet, int type, int at, int size) {
        boolean dump = false;
        int left = size;
        switch (type) {
            case PORT_STATUS, INTERFACE_STATUS -> {
                if (size < 1) {
                    sheet.text(" (too short, must be >= 1)");
                    return -1;
                }
                int status = sheet.u8(at);
                Table states = type == PORT_STATUS ? PORT_STATES : INTERFACE_STATES;
                sheet.text(", Status: ").text(states.name(status, "Unknown"));
                sheet.text(" (").number(status).put(')');
            }
            case ORGANISATION -> {
                if (size < 4) {
                    sheet.text(" (too short, must be >= 4)");
                    return -1;
                }
                int vendor = sheet.be24(at);
                sheet.text(", Vendor: ").text(Oui.name(vendor)).text(" (").number(vendor);
                sheet.text("), Sub-Type ").number(sheet.u8(at + 3));
                dump = true;
            }
            case SENDER -> {
                Sender sender = new Sender(sheet, at, size);
                if (!sender.print()) {
                    return sender.stop ? -1 : 0;
                }
                dump = sender.dump;
                left = at + size - sender.here;
            }
            default -> dump = true;
        }
        if (dump || sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t  ", at, left);
        }
        return 0;
    }

    /** Who sent the message (clause 21.5.3): its chassis and its management address. */
    private static final class Sender {
        private final Sheet sheet;
        private final int end;
        private int here;
        private boolean dump;
        private boolean stop;

        Sender(Sheet sheet, int at, int size) {
            this.sheet = sheet;
            this.here = at;
            this.end = at + size;
        }

        /** Whether all was there. */
        boolean print() {
            if (end - here < 1) {
                sheet.text(" (too short, must be >= 1)");
                return false;
            }
            int size = sheet.u8(here++);
            if (size > 0 && !chassis(size)) {
                return false;
            }
            return here == end || management();
        }

        private boolean chassis(int size) {
            if (end - here < 1) {
                sheet.text("\n\t  (TLV too short)");
                return false;
            }
            int type = sheet.u8(here++);
            sheet.text("\n\t  Chassis-ID Type ").text(CHASSIS.name(type, "Unknown"));
            sheet.text(" (").number(type).text("), Chassis-ID length ").number(size);
            if (end - here < size) {
                sheet.text("\n\t  (TLV too short)");
                return false;
            }
            switch (type) {
                case 4 -> {
                    if (size == 6) {
                        sheet.text("\n\t  MAC ");
                        sheet.mac(here);
                    } else {
                        sheet.text(" (invalid MAC address length)");
                        dump = true;
                    }
                }
                case 5 -> dump = network(size);
                case 1, 2, 3, 6, 7 -> sheet.padded(here, size);
                default -> dump = true;
            }
            here += size;
            return true;
        }

        private boolean network(int size) {
            int family = sheet.u8(here);
            String name = switch (family) {
                case 1 -> "IPv4";
                case 2 -> "IPv6";
                default -> "Unknown";
            };
            sheet.text("\n\t  Network Address Type ").text(name);
            sheet.text(" (").number(family).put(')');
            if (family != 1 && family != 2) {
                return true;
            }
            int needed = family == 1 ? 4 : 16;
            if (size != 1 + needed) {
                sheet.text("(invalid ").text(name).text(" address length ").number(size - 1L);
                sheet.text(")");
                return true;
            }
            sheet.text(", ");
            if (family == 1) {
                sheet.host4(here + 1);
            } else {
                sheet.host6(here + 1);
            }
            return false;
        }

        private boolean management() {
            int size = sheet.u8(here++);
            sheet.text("\n\t  Management Address Domain Length ").number(size);
            if (size == 0) {
                return true;
            }
            if (end - here < size) {
                sheet.text("\n\t  (TLV too short)");
                return false;
            }
            HexDump.print(sheet, "\n\t  Management Address Domain: ", here, size, false);
            here += size;
            if (end - here < 1) {
                sheet.text(" (Management Address Length is missing)");
                dump = true;
                return true;
            }
            int length = sheet.u8(here++);
            sheet.text("\n\t  Management Address Length ").number(length);
            if (length == 0) {
                return true;
            }
            if (end - here < length) {
                sheet.text("\n\t  (TLV too short)");
                stop = true;
                return false;
            }
            HexDump.print(sheet, "\n\t  Management Address: ", here, length, false);
            here += length;
            return true;
        }
    }
}
