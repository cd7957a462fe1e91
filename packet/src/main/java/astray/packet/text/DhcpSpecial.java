package astray.packet.text;

/** Those of DHCP's options whose values have a form of their own. */
final class DhcpSpecial {
    private static final int NETBIOS_NODE = 46;
    private static final int OVERLOAD = 52;
    private static final int CLIENT = 61;
    private static final int USER_CLASS = 77;
    private static final int DOMAIN = 81;
    private static final int AGENT = 82;
    private static final int IP6_ONLY = 108;
    private static final int ROUTES = 121;
    private static final int BOOTSTRAP = 143;
    private static final int ROUTES_MICROSOFT = 249;

    private static final Sheet.Bit[] DOMAIN_FLAGS = {
        new Sheet.Bit(1, "S"), new Sheet.Bit(2, "O"), new Sheet.Bit(4, "E"), new Sheet.Bit(8, "N")
    };

    private DhcpSpecial() {}

    /** Prints a value; how many bytes of it were told. */
    static int print(Sheet sheet, int option, int at, int size) {
        return switch (option) {
            case NETBIOS_NODE -> node(sheet, at, size);
            case OVERLOAD -> overload(sheet, at, size);
            case CLIENT -> client(sheet, at, size);
            case USER_CLASS -> userClass(sheet, at, size);
            case DOMAIN -> domain(sheet, at, size);
            case AGENT -> agent(sheet, at, size);
            case IP6_ONLY -> ip6Only(sheet, at, size);
            case ROUTES, ROUTES_MICROSOFT -> routes(sheet, at, size);
            case BOOTSTRAP -> bootstrap(sheet, at, size);
            default -> size;
        };
    }

    private static int wrong(Sheet sheet, String what, int size) {
        sheet.text(what);
        sheet.invalid();
        return size;
    }

    private static int node(Sheet sheet, int at, int size) {
        if (size < 1) {
            return wrong(sheet, "[length < 1 byte]", size);
        }
        int node = sheet.u8(at);
        switch (node) {
            case 1 -> sheet.text("b-node");
            case 2 -> sheet.text("p-node");
            case 4 -> sheet.text("m-node");
            case 8 -> sheet.text("h-node");
            default -> sheet.text("#").number(node);
        }
        return 1;
    }

    private static int overload(Sheet sheet, int at, int size) {
        if (size < 1) {
            return wrong(sheet, "[length < 1 byte]", size);
        }
        int which = sheet.u8(at);
        switch (which) {
            case 1 -> sheet.text("file");
            case 2 -> sheet.text("sname");
            case 3 -> sheet.text("file+sname");
            default -> sheet.text("#").number(which);
        }
        return 1;
    }

    private static int client(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 1) {
            return wrong(sheet, "[length < 1 byte]", size);
        }
        int type = sheet.u8(at);
        if (type == 0) {
            DhcpOptions.quoted(sheet, at + 1, size - 1);
            return size;
        }
        switch (type) {
            case 1 -> line.text("ether");
            case 6 -> line.text("ieee802");
            case 7 -> line.text("arcnet");
            case 15 -> line.text("frelay");
            case 23 -> line.text("strip");
            case 24 -> line.text("ieee1394");
            default -> line.text("hardware-type ").number(type).put(',');
        }
        line.put(' ');
        sheet.mac(at + 1, size - 1);
        return size;
    }

    /** RFC 3004. */
    private static int userClass(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 2) {
            return wrong(sheet, "[length < 2 bytes]", size);
        }
        int here = at;
        int end = at + size;
        for (int instance = 1; here < end; instance++) {
            int length = sheet.u8(here);
            here++;
            line.text("\n\t      instance#").number(instance).text(": ");
            if (length == 0) {
                return wrong(sheet, "[suboption length == 0]", size);
            }
            if (end - here < length) {
                line.text("[length ")
                        .number(end - here)
                        .text(" < suboption length ")
                        .number(length);
                sheet.invalid();
                return size;
            }
            DhcpOptions.quoted(sheet, here, length);
            line.text(", length ").number(length);
            here += length;
        }
        return size;
    }

    /** RFC 4702. */
    private static int domain(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 3) {
            return wrong(sheet, "[length < 3 bytes]", size);
        }
        int flags = sheet.u8(at);
        if ((flags & 0xf0) != 0) {
            line.text("[MBZ nibble 0x").hex(flags >> 4).text(" != 0] ");
            sheet.invalid();
        }
        if ((flags & 0x0f) != 0) {
            line.put('[');
            sheet.bits(DOMAIN_FLAGS, flags, "");
            line.text("] ");
        }
        int first = sheet.u8(at + 1);
        int second = sheet.u8(at + 2);
        if (first != 0 || second != 0) {
            line.number(first).put('/').number(second).put(' ');
        }
        DhcpOptions.quoted(sheet, at + 3, size - 3);
        return size;
    }

    /** What a relay agent adds (RFC 3046, 3993). */
    private static int agent(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int here = at;
        int end = at + size;
        while (end - here >= 2) {
            int kind = sheet.u8(here);
            int length = sheet.u8(here + 1);
            here += 2;
            String name = switch (kind) {
                case 1 -> "Circuit-ID";
                case 2 -> "Remote-ID";
                case 6 -> "Subscriber-ID";
                default -> "Unknown";
            };
            line.text("\n\t      ").text(name).text(" SubOption ").number(kind);
            line.text(", length ").number(length).text(": ");
            if (length > end - here) {
                line.text("length goes past end of option");
                return size;
            }
            if (name.equals("Unknown")) {
                HexDump.unknown(sheet, "\n\t\t", here, length);
            } else {
                sheet.exactly(here, length);
            }
            here += length;
        }
        return here - at;
    }

    /** RFC 8925. */
    private static int ip6Only(Sheet sheet, int at, int size) {
        if (size != 4) {
            return wrong(sheet, "[length != 4 bytes]", size);
        }
        sheet.line.number(sheet.be32(at));
        return size;
    }

    /** RFC 3442: a prefix's length, as many of its bytes as that needs, a router. */
    private static int routes(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 5) {
            return wrong(sheet, "[length < 5 bytes]", size);
        }
        int here = at;
        int end = at + size;
        while (here < end) {
            line.text(here > at ? "," : "");
            int width = sheet.u8(here);
            here++;
            if (width > 32) {
                line.text("[Mask width (").number(width).text(") > 32]");
                sheet.invalid();
                return size;
            }
            int bytes = (width + 7) / 8;
            if (end - here < bytes + 4) {
                line.text("[Remaining length (").number(end - here).text(") < ").number(bytes + 4L);
                line.text(" bytes]");
                sheet.invalid();
                return size;
            }
            line.put('(');
            if (width == 0) {
                line.text("default");
            } else {
                for (int i = 0; i < 4; i++) {
                    line.text(i > 0 ? "." : "").number(i < bytes ? sheet.u8(here + i) : 0);
                }
                line.put('/').number(width);
            }
            here += bytes;
            line.put(':');
            sheet.host4(here);
            line.put(')');
            here += 4;
        }
        return size;
    }

    /** Where a device gets its first configuration from (RFC 8572 section 8.3). */
    private static int bootstrap(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int here = at;
        int end = at + size;
        while (end - here >= 2) {
            int length = sheet.be16(here);
            here += 2;
            line.text("\n\t\t    length ").number(length).text(": ");
            if (end - here < length) {
                line.text("length goes past end of option");
                return size;
            }
            DhcpOptions.quoted(sheet, here, length);
            here += length;
        }
        if (here < end) {
            wrong(sheet, "[length < 2 bytes]", size);
        }
        return here - at;
    }
}
