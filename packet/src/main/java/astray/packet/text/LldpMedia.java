package astray.packet.text;

/** LLDP for media endpoints, as telephones are (ANSI/TIA-1057, LLDP-MED). */
final class LldpMedia {
    private static final int KIND = 3;
    private static final int DATA = 4;

    private static final int CAPABILITIES = 1;
    private static final int POLICY = 2;
    private static final int LOCATION = 3;
    private static final int POWER = 4;
    private static final int LAST = 11;

    private static final int COORDINATES = 1;
    private static final int CIVIC = 2;
    private static final int EMERGENCY = 3;

    private static final int RESERVED_POWER = 1024;

    private static final String[] NAMES = {
        "",
        "LLDP-MED Capabilities",
        "Network policy",
        "Location identification",
        "Extended power-via-MDI",
        "Inventory - hardware revision",
        "Inventory - firmware revision",
        "Inventory - software revision",
        "Inventory - serial number",
        "Inventory - manufacturer name",
        "Inventory - model name",
        "Inventory - asset ID"
    };
    private static final String[] INVENTORY = {
        "Hardware revision",
        "Firmware revision",
        "Software revision",
        "Serial number",
        "Manufacturer name",
        "Model name",
        "Asset ID"
    };
    private static final Sheet.Bit[] CAPABILITY_NAMES = {
        new Sheet.Bit(1, "LLDP-MED capabilities"),
        new Sheet.Bit(2, "network policy"),
        new Sheet.Bit(4, "location identification"),
        new Sheet.Bit(8, "extended power via MDI-PSE"),
        new Sheet.Bit(16, "extended power via MDI-PD"),
        new Sheet.Bit(32, "Inventory")
    };
    private static final String[] DEVICES = {
        "unknown", "endpoint class 1", "endpoint class 2", "endpoint class 3", "network connectivity"
    };
    private static final String[] APPLICATIONS = {
        "none",
        "voice",
        "voice signaling",
        "guest voice",
        "guest voice signaling",
        "softphone voice",
        "video conferencing",
        "streaming video",
        "video signaling"
    };
    private static final Sheet.Bit[] POLICY_BITS = {
        new Sheet.Bit(0x80, "Unknown"), new Sheet.Bit(0x40, "Tagged"), new Sheet.Bit(0x20, "reserved")
    };
    private static final String[] FORMATS = {"unknown", "coordinate-based LCI", "civic address LCI", "ECS ELIN"};
    private static final String[] DATUMS = {
        "unknown",
        "World Geodesic System 1984",
        "North American Datum 1983 (NAVD88)",
        "North American Datum 1983 (MLLW)"
    };
    private static final String[] ALTITUDES = {"unknown", "meters", "floors"};
    private static final String[] CIVIC_WHAT = {
        "location of DHCP server",
        "location of the network element believed to be closest to the client",
        "location of the client"
    };
    private static final String[] CIVIC_PARTS = {
        "unknown",
        "national subdivisions (state,canton,region,province,prefecture)",
        "county, parish, gun, district",
        "city, township, shi",
        "city division, borough, city district, ward chou",
        "neighborhood, block",
        "street"
    };
    private static final String[] SOURCES = {
        "none", "PSE - primary power source", "local - backup power source", "PSE+local - reserved"
    };
    private static final String[] PRIORITIES = {"none", "critical", "high", "low"};

    private LldpMedia() {}

    private static String name(String[] names, int number, String otherwise) {
        return number < names.length ? names[number] : otherwise;
    }

    /** Prints a value from its organisation's identifier on; whether its bytes must tell what it is. */
    static boolean print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < DATA) {
            return false;
        }
        int kind = sheet.u8(at + KIND);
        boolean known = kind >= CAPABILITIES && kind <= LAST;
        line.text("\n\t  ")
                .text(known ? NAMES[kind] : "unknown")
                .text(" Subtype (")
                .number(kind);
        line.put(')');
        int data = at + DATA;
        int rest = size - DATA;
        switch (kind) {
            case CAPABILITIES -> {
                if (rest >= 3) {
                    capabilities(sheet, data);
                }
            }
            case POLICY -> {
                if (rest >= 4) {
                    policy(sheet, data);
                }
            }
            case LOCATION -> {
                if (rest >= 1) {
                    location(sheet, data, rest);
                }
            }
            case POWER -> {
                if (rest >= 3) {
                    power(sheet, data);
                }
            }
            default -> {
                if (!known) {
                    return true;
                }
                line.text("\n\t  ").text(INVENTORY[kind - POWER - 1]).put(' ');
                sheet.padded(data, rest);
            }
        }
        return false;
    }

    private static void capabilities(Sheet sheet, int at) {
        Line line = sheet.line;
        int bits = sheet.be16(at);
        line.text("\n\t    Media capabilities [");
        sheet.bits(CAPABILITY_NAMES, bits, ", ");
        int device = sheet.u8(at + 2);
        line.text("] (0x").hex(bits, 4).text(")\n\t    Device type [");
        line.text(name(DEVICES, device, "unknown")).text("] (0x").hex(device, 2).put(')');
    }

    private static void policy(Sheet sheet, int at) {
        Line line = sheet.line;
        int application = sheet.u8(at);
        line.text("\n\t    Application type [").text(name(APPLICATIONS, application, "none"));
        line.text("] (0x").hex(application, 2).text("), Flags [");
        sheet.bits(POLICY_BITS, sheet.u8(at + 1), ", ");
        line.text("]\n\t    Vlan id ").number(sheet.be16(at + 1) >> 1 & 0xfff);
        int rest = sheet.be16(at + 2);
        line.text(", L2 priority ")
                .number((rest & 0x1ff) >> 6)
                .text(", DSCP value ")
                .number(rest & 0x3f);
    }

    private static void location(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int format = sheet.u8(at);
        line.text("\n\t    Location data format ")
                .text(name(FORMATS, format, "unknown"))
                .text(" (0x");
        line.hex(format, 2).put(')');
        switch (format) {
            case COORDINATES -> {
                if (size >= 17) {
                    coordinates(sheet, at + 1);
                }
            }
            case CIVIC -> {
                if (size >= 2) {
                    civic(sheet, at + 1, size - 1);
                }
            }
            case EMERGENCY -> {
                line.text("\n\t    ECS ELIN id ");
                sheet.padded(at + 1, size - 1);
            }
            default -> {
                line.text("\n\t    Location ID ");
                HexDump.unknown(sheet, "\n\t      ", at + 1, size - 1);
            }
        }
    }

    /** RFC 6225: six bits of resolution before each value. */
    private static void coordinates(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t    Latitude resolution ").number(sheet.u8(at) >> 2);
        line.text(", latitude value ").number((long) (sheet.u8(at) & 3) << 32 | sheet.be32(at + 1));
        line.text("\n\t    Longitude resolution ").number(sheet.u8(at + 5) >> 2);
        line.text(", longitude value ").number((long) (sheet.u8(at + 5) & 3) << 32 | sheet.be32(at + 6));
        int altitude = sheet.u8(at + 10) >> 4;
        line.text("\n\t    Altitude type ").text(altitude == 0 ? "unknown" : name(ALTITUDES, altitude, "unknown"));
        line.text(" (").number(altitude).text(")\n\t    Altitude resolution ");
        line.number(sheet.be16(at + 10) >> 6 & 0x3f).text(", altitude value 0x");
        line.hex(sheet.be32(at + 11) & 0x3fffffff);
        int datum = sheet.u8(at + 15);
        line.text("\n\t    Datum ")
                .text(name(DATUMS, datum, "unknown"))
                .text(" (0x")
                .hex(datum, 2);
        line.put(')');
    }

    /** RFC 4776: a country and its parts, from the largest down. */
    private static void civic(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int length = sheet.u8(at);
        if (length < 3 || size < 2 + length) {
            return;
        }
        int what = sheet.u8(at + 1);
        line.text("\n\t    LCI length ").number(length).text(", LCI what ").text(name(CIVIC_WHAT, what, "unknown"));
        line.text(" (0x").hex(what, 2).text("), Country-code ");
        sheet.padded(at + 2, 2);
        int here = at + 4;
        int rest = length - 3;
        while (rest >= 2) {
            int type = sheet.u8(here);
            int count = sheet.u8(here + 1);
            here += 2;
            rest -= 2;
            line.text("\n\t      CA type '")
                    .text(name(CIVIC_PARTS, type, "unknown"))
                    .text("' (")
                    .number(type);
            line.text("), length ").number(count).text(": ");
            if (type == 0 || count == 0 || rest < count) {
                return;
            }
            sheet.padded(here, count);
            here += count;
            rest -= count;
        }
    }

    private static void power(Sheet sheet, int at) {
        Line line = sheet.line;
        int bits = sheet.u8(at);
        // as the original, which looks at the two lowest bits and not at the two highest that tell it
        line.text("\n\t    Power type [").text((bits & 3) != 0 ? "PD device" : "PSE device");
        line.text("], Power source [").text(SOURCES[bits >> 4 & 3]);
        line.text("]\n\t    Power priority [")
                .text(name(PRIORITIES, bits & 15, "none"))
                .text("] (0x");
        line.hex(bits & 15, 2).put(')');
        int tenths = sheet.be16(at + 1);
        if (tenths < RESERVED_POWER) {
            line.text(", Power ")
                    .number(tenths / 10)
                    .put('.')
                    .number(tenths % 10)
                    .text(" Watts");
        } else {
            line.text(", Power ").number(tenths).text(" (Reserved)");
        }
    }
}
