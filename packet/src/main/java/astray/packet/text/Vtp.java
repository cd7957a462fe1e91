package astray.packet.text;

/** Cisco's VLAN Trunking Protocol (Cisco document 10558). */
final class Vtp {
    private static final int TYPE = 1;
    private static final int THIRD = 2;
    private static final int DOMAIN_LENGTH = 3;
    private static final int DOMAIN = 4;
    private static final int HEADER = 36;
    private static final int LONGEST_DOMAIN = 32;

    private static final int SUMMARY = 1;
    private static final int SUBSET = 2;
    private static final int REQUEST = 3;

    private static final int VLAN_HEADER = 12;

    private static final String[] THIRD_NAMES = {"Unknown", "Followers", "Seq number", "Rsvd", "Rsvd"};

    private static final Table TYPES = Table.of("""
            1 Summary advertisement
            2 Subset advertisement
            3 Advertisement request
            4 Join message
            """);

    private static final Table VLAN_TYPES = Table.of("""
            1 Ethernet
            2 FDDI
            3 TrCRF
            4 FDDI-net
            5 TrBRF
            """);

    private static final Table STATES = Table.of("""
            0 Operational
            1 Suspended
            """);

    private static final Table TLVS = Table.of("""
            1 Source-Routing Ring Number TLV
            2 Source-Routing Bridge Number TLV
            3 STP type TLV
            4 Parent VLAN TLV
            5 Translationally bridged VLANs TLV
            6 Pruning TLV
            7 Bridge Type TLV
            8 Max ARP Hop Count TLV
            9 Max STE Hop Count TLV
            10 Backup CRF Mode TLV
            """);

    private static final Table SPANNING_TREES = Table.of("""
            1 SRT
            2 SRB
            3 Auto
            """);

    private Vtp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "vtp";
        line.text("VTP");
        if (!header(sheet, at, length)) {
            sheet.need(at, length);
        }
    }

    /** Whether all was as it must be. */
    private static boolean header(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return false;
        }
        sheet.need(at, HEADER);
        int version = sheet.u8(at);
        if (version < 1) {
            sheet.invalid("version", version, "<", 1);
            return false;
        }
        if (version > 3) {
            sheet.invalid("version", version, ">", 3);
            return false;
        }
        int type = sheet.u8(at + TYPE);
        line.put('v').number(version);
        line.text(", Message ").text(TYPES.name(type, "Unknown message type"));
        line.text(" (0x").hex(type, 2).text("), length ").number(length);
        if (sheet.v == 0) {
            return false;
        }
        int domain = sheet.u8(at + DOMAIN_LENGTH);
        line.text("\n\tDomain name: ");
        if (domain < 1 || domain > LONGEST_DOMAIN) {
            line.text(" [MgmtD Len ").number(domain).put(']');
            sheet.invalid();
            return false;
        }
        sheet.padded(at + DOMAIN, domain);
        line.text(", ").text(type < THIRD_NAMES.length ? THIRD_NAMES[type] : "Unknown");
        line.text(": ").number(sheet.u8(at + THIRD));
        int here = at + HEADER;
        switch (type) {
            case SUMMARY -> summary(sheet, here);
            case SUBSET -> {
                line.text(", Config Rev ").hex(sheet.be32(here));
                if (!vlans(sheet, here + 4, at + length)) {
                    sheet.invalid();
                    return false;
                }
            }
            case REQUEST -> line.text("\n\tStart value: ").number(sheet.be32(here));
            default -> {
                // nothing is known of the others
            }
        }
        return true;
    }

    private static void summary(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t  Config Rev ").hex(sheet.be32(at)).text(", Updater ");
        sheet.host4(at + 4);
        line.text(", Timestamp");
        for (int i = 0; i < 3; i++) {
            line.text(" 0x").hex(sheet.be32(at + 8 + 4 * i), 8);
        }
        line.text(", MD5 digest: ");
        for (int i = 0; i < 4; i++) {
            line.hex(sheet.be32(at + 20 + 4 * i), 8);
        }
    }

    private static boolean vlans(Sheet sheet, int at, int end) {
        int here = at;
        while (here < end) {
            int size = sheet.u8(here);
            if (size == 0) {
                return true;
            }
            sheet.need(here, size);
            if (size < VLAN_HEADER || !vlan(sheet, here, size)) {
                return false;
            }
            here += size;
        }
        return true;
    }

    private static boolean vlan(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        line.text("\n\tVLAN info status ").text(STATES.name(sheet.u8(at + 1), "Unknown"));
        line.text(", type ").text(VLAN_TYPES.name(sheet.u8(at + 2), "Unknown"));
        line.text(", VLAN-id ").number(sheet.be16(at + 4));
        line.text(", MTU ").number(sheet.be16(at + 6));
        line.text(", SAID 0x").hex(sheet.be32(at + 8), 8).text(", Name ");
        int name = sheet.u8(at + 3);
        int padded = (name + 3) / 4 * 4;
        if (size - VLAN_HEADER < padded) {
            return false;
        }
        sheet.padded(at + VLAN_HEADER, name);
        int here = at + VLAN_HEADER + padded;
        int end = at + size;
        while (here < end) {
            if (end - here < 2) {
                return false;
            }
            int type = sheet.u8(here);
            int words = sheet.u8(here + 1);
            line.text("\n\t\t").text(TLVS.name(type, "Unknown"));
            line.text(" (0x").hex(type, 4).text(") TLV");
            if (end - here < words * 2 + 2) {
                line.text(" (TLV goes past the end of the packet)");
                return false;
            }
            if (words != 1) {
                line.text(" [TLV length ").number(words).text(" != 1]");
                return false;
            }
            value(sheet, type, here);
            here += 4;
        }
        return true;
    }

    private static void value(Sheet sheet, int type, int at) {
        int value = sheet.be16(at + 2);
        String word = switch (type) {
            case 3 -> SPANNING_TREES.name(value, "Unknown");
            case 6 -> value == 1 ? "Enabled" : "Disabled";
            case 7 -> value == 1 ? "SRB" : "SRT";
            case 10 -> value == 1 ? "Backup" : "Not backup";
            default -> "";
        };
        if (!word.isEmpty()) {
            sheet.text(", ").text(word).text(" (").number(value).put(')');
        } else if (type == 9) {
            sheet.text(", ").number(value);
        } else {
            HexDump.unknown(sheet, "\n\t\t  ", at, 4);
        }
    }
}
