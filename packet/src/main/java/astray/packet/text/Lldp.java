package astray.packet.text;

/** LLDP (IEEE 802.1AB): what a bridge or host tells its neighbour of itself. */
final class Lldp {
    private static final int END = 0;
    private static final int CHASSIS = 1;
    private static final int PORT = 2;
    private static final int TIME_TO_LIVE = 3;
    private static final int PORT_DESCRIPTION = 4;
    private static final int SYSTEM_NAME = 5;
    private static final int SYSTEM_DESCRIPTION = 6;
    private static final int CAPABILITIES = 7;
    private static final int MANAGEMENT = 8;
    private static final int ORGANISATION = 127;

    private static final int OUI_8021 = 0x0080c2;
    private static final int OUI_8023 = 0x00120f;
    private static final int OUI_IANA = 0x00005e;
    private static final int OUI_TIA = 0x0012bb;
    private static final int OUI_DCBX = 0x001b21;

    private static final Table NAMES = Table.of("""
            0 End
            1 Chassis ID
            2 Port ID
            3 Time to Live
            4 Port Description
            5 System Name
            6 System Description
            7 System Capabilities
            8 Management Address
            127 Organization specific
            """);
    private static final String[] CHASSIS_KINDS = {
        "",
        "Chassis component",
        "Interface alias",
        "Port component",
        "MAC address",
        "Network address",
        "Interface name",
        "Local"
    };
    private static final String[] PORT_KINDS = {
        "",
        "Interface alias",
        "Port component",
        "MAC address",
        "Network Address",
        "Interface Name",
        "Agent circuit ID",
        "Local"
    };
    private static final Sheet.Bit[] CAPABILITY_NAMES = {
        new Sheet.Bit(1, "Other"),
        new Sheet.Bit(2, "Repeater"),
        new Sheet.Bit(4, "Bridge"),
        new Sheet.Bit(8, "WLAN AP"),
        new Sheet.Bit(16, "Router"),
        new Sheet.Bit(32, "Telephone"),
        new Sheet.Bit(64, "Docsis"),
        new Sheet.Bit(128, "Station Only")
    };

    /** What becomes of the bytes of a value: all was told, they tell the rest, or nothing more can be told. */
    enum Told {
        ALL,
        BYTES,
        CUT;

        /** All that was there was told, or the value's bytes do. */
        static Told orBytes(boolean bytes) {
            return bytes ? BYTES : ALL;
        }
    }

    private Lldp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "lldp";
        line.text("LLDP, length ").number(length);
        int here = at;
        int end = at + length;
        while (end - here >= 2) {
            int header = sheet.be16(here);
            int type = header >> 9;
            int size = header & 0x1ff;
            here += 2;
            if (sheet.v > 0) {
                line.text("\n\t")
                        .text(NAMES.name(type, "Unknown"))
                        .text(" TLV (")
                        .number(type);
                line.text("), length ").number(size);
            }
            if (type == END || size == 0) {
                return;
            }
            sheet.need(here, size);
            Told told = end - here < size ? Told.CUT : value(sheet, type, here, size);
            if (told == Told.CUT) {
                sheet.truncated();
                return;
            }
            if (sheet.v > 1 || sheet.v > 0 && told == Told.BYTES) {
                HexDump.unknown(sheet, "\n\t  ", here, size);
            }
            here += size;
        }
    }

    private static Told value(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        if (type == SYSTEM_NAME) {
            line.text(": ");
            sheet.padded(at, size);
            return Told.ALL;
        }
        boolean known = type <= MANAGEMENT || type == ORGANISATION;
        if (sheet.v == 0 || !known) {
            return known ? Told.ALL : Told.BYTES;
        }
        switch (type) {
            case CHASSIS -> {
                return identity(sheet, CHASSIS_KINDS, 4, 5, at, size);
            }
            case PORT -> {
                return identity(sheet, PORT_KINDS, 3, 4, at, size);
            }
            case TIME_TO_LIVE -> {
                if (size < 2) {
                    return Told.CUT;
                }
                line.text(": TTL ").number(sheet.be16(at)).put('s');
            }
            case PORT_DESCRIPTION -> {
                line.text(": ");
                sheet.padded(at, size);
            }
            case SYSTEM_DESCRIPTION -> {
                line.text("\n\t  ");
                sheet.padded(at, size);
            }
            case CAPABILITIES -> {
                if (size < 4) {
                    return Told.CUT;
                }
                capabilities(sheet, "\n\t  System  Capabilities [", sheet.be16(at));
                capabilities(sheet, "\n\t  Enabled Capabilities [", sheet.be16(at + 2));
            }
            case MANAGEMENT -> {
                return management(sheet, at, size) ? Told.ALL : Told.CUT;
            }
            default -> {
                return organisation(sheet, at, size);
            }
        }
        return Told.ALL;
    }

    private static void capabilities(Sheet sheet, String name, int bits) {
        sheet.text(name);
        sheet.bits(CAPABILITY_NAMES, bits, ", ");
        sheet.text("] (0x").hex(bits, 4).put(')');
    }

    /** Who it is, or which port: the kind of the identity and its value. */
    private static Told identity(Sheet sheet, String[] kinds, int mac, int address, int at, int size) {
        Line line = sheet.line;
        if (size < 2) {
            return Told.CUT;
        }
        int kind = sheet.u8(at);
        boolean known = kind > 0 && kind < kinds.length;
        line.text("\n\t  Subtype ")
                .text(known ? kinds[kind] : "Unknown")
                .text(" (")
                .number(kind);
        line.text("): ");
        if (!known) {
            return Told.BYTES;
        }
        if (kind == mac) {
            if (size < 7) {
                return Told.CUT;
            }
            sheet.mac(at + 1);
        } else if (kind == address) {
            return address(sheet, at + 1, size - 1) ? Told.ALL : Told.CUT;
        } else {
            sheet.padded(at + 1, size - 1);
        }
        return Told.ALL;
    }

    /** An address behind its family's number; false when it is too short. */
    private static boolean address(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < 1) {
            return false;
        }
        int family = sheet.u8(at);
        int wanted = switch (family) {
            case AddressFamily.IP4 -> 4;
            case AddressFamily.IP6 -> 16;
            case AddressFamily.IEEE802 -> 6;
            default -> 0;
        };
        if (size - 1 < wanted) {
            return false;
        }
        line.text("AFI ")
                .text(AddressFamily.NAMES.name(family, "Unknown"))
                .text(" (")
                .number(family);
        line.put(')');
        switch (family) {
            case AddressFamily.IP4 -> {
                line.text(": ");
                sheet.host4(at + 1);
            }
            case AddressFamily.IP6 -> {
                line.text(": ");
                sheet.host6(at + 1);
            }
            case AddressFamily.IEEE802 -> {
                line.text(": ");
                sheet.mac(at + 1);
            }
            default -> line.text(", no AF printer !");
        }
        return true;
    }

    private static boolean management(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int length = sheet.u8(at);
        int rest = size - 1;
        if (rest < length) {
            return false;
        }
        int before = line.length();
        line.text("\n\t  Management Address length ").number(length).text(", ");
        if (!address(sheet, at + 1, length)) {
            line.cut(before);
            return false;
        }
        int here = at + 1 + length;
        rest -= length;
        if (rest < 5) {
            return false;
        }
        int numbering = sheet.u8(here);
        line.text("\n\t  ");
        line.text(numbering == 2 ? "Interface Index" : numbering == 3 ? "System Port Number" : "Unknown");
        line.text(" Interface Numbering (").number(numbering).text("): ").number(sheet.be32(here + 1));
        here += 5;
        rest -= 5;
        if (rest > 0) {
            int oid = sheet.u8(here);
            if (rest < 1 + oid) {
                return false;
            }
            if (oid > 0) {
                line.text("\n\t  OID length ").number(oid);
                sheet.padded(here + 1, oid);
            }
        }
        return true;
    }

    private static Told organisation(Sheet sheet, int at, int size) {
        if (size < 3) {
            return Told.CUT;
        }
        int oui = sheet.be24(at);
        sheet.text(": OUI ").text(Oui.name(oui)).text(" (0x").hex(oui, 6).put(')');
        return switch (oui) {
            case OUI_8021 -> Told.orBytes(Lldp8021.print(sheet, at, size));
            case OUI_8023 -> Told.orBytes(Lldp8023.print(sheet, at, size));
            case OUI_IANA -> Told.orBytes(manufacturer(sheet, at, size));
            case OUI_TIA -> Told.orBytes(LldpMedia.print(sheet, at, size));
            case OUI_DCBX -> Told.orBytes(LldpDcbx.print(sheet, at, size));
            default -> Told.BYTES;
        };
    }

    /** Where a manufacturer's description of what the device may do is (RFC 8520); whether the bytes must tell it. */
    private static boolean manufacturer(Sheet sheet, int at, int size) {
        if (size < 8) {
            return false;
        }
        int kind = sheet.u8(at + 3);
        sheet.text(kind == 1 ? "\n\t  MUD-URL" : "\n\t  unknown")
                .text(" Subtype (")
                .number(kind);
        sheet.line.put(')');
        if (kind != 1) {
            return true;
        }
        sheet.text("\n\t  MUD-URL=");
        sheet.exactly(at + 4, size - 4);
        return false;
    }
}
