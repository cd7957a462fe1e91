package astray.packet.text;

/** What LLDP tells of an Ethernet port (IEEE 802.3 clause 79): speed, power, aggregation, frame size. */
final class Lldp8023 {
    private static final int KIND = 3;
    private static final int DATA = 4;

    private static final int PHYSICAL = 1;
    private static final int POWER = 2;
    private static final int AGGREGATION = 3;
    private static final int FRAME_SIZE = 4;

    private static final String[] NAMES = {
        "", "MAC/PHY configuration/status", "Power via MDI", "Link aggregation", "Max frame size"
    };

    /** From the highest bit but one down (RFC 3636, ifMauAutoNegCapAdvertisedBits). */
    private static final Sheet.Bit[] ABILITIES = {
        new Sheet.Bit(1 << 14, "10BASE-T hdx"),
        new Sheet.Bit(1 << 13, "10BASE-T fdx"),
        new Sheet.Bit(1 << 12, "100BASE-T4"),
        new Sheet.Bit(1 << 11, "100BASE-TX hdx"),
        new Sheet.Bit(1 << 10, "100BASE-TX fdx"),
        new Sheet.Bit(1 << 9, "100BASE-T2 hdx"),
        new Sheet.Bit(1 << 8, "100BASE-T2 fdx"),
        new Sheet.Bit(1 << 7, "Pause for fdx links"),
        new Sheet.Bit(1 << 6, "Asym PAUSE for fdx"),
        new Sheet.Bit(1 << 5, "Sym PAUSE for fdx"),
        new Sheet.Bit(1 << 4, "Asym and Sym PAUSE for fdx"),
        new Sheet.Bit(1 << 3, "1000BASE-{X LX SX CX} hdx"),
        new Sheet.Bit(1 << 2, "1000BASE-{X LX SX CX} fdx"),
        new Sheet.Bit(1 << 1, "1000BASE-T hdx"),
        new Sheet.Bit(1, "1000BASE-T fdx")
    };

    private static final int ABILITY_BITS = 0x7fff;

    /** RFC 3636, dot3MauType. */
    private static final String[] TYPES = {
        "Unknown",
        "AUI",
        "10BASE_5",
        "FOIRL",
        "10BASE2",
        "10BASET duplex mode unknown",
        "10BASEFP",
        "10BASEFB",
        "10BASEFL duplex mode unknown",
        "10BROAD36",
        "10BASET hdx",
        "10BASET fdx",
        "10BASEFL hdx",
        "10BASEFL fdx",
        "100BASET4",
        "100BASETX hdx",
        "100BASETX fdx",
        "100BASEFX hdx",
        "100BASEFX fdx",
        "100BASET2 hdx",
        "100BASET2 fdx",
        "1000BASEX hdx",
        "1000BASEX fdx",
        "1000BASELX hdx",
        "1000BASELX fdx",
        "1000BASESX hdx",
        "1000BASESX fdx",
        "1000BASECX hdx",
        "1000BASECX fdx",
        "1000BASET hdx",
        "1000BASET fdx",
        "10GBASEX",
        "10GBASELX4",
        "10GBASER",
        "10GBASEER",
        "10GBASELR",
        "10GBASESR",
        "10GBASEW",
        "10GBASEEW",
        "10GBASELW",
        "10GBASESW"
    };

    private static final Sheet.Bit[] POWER_BITS = {
        new Sheet.Bit(1, "PSE"),
        new Sheet.Bit(2, "supported"),
        new Sheet.Bit(4, "enabled"),
        new Sheet.Bit(8, "can be controlled")
    };

    private Lldp8023() {}

    /** Prints a value from its organisation's identifier on; whether its bytes must tell what it is. */
    static boolean print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (size < DATA) {
            return false;
        }
        int kind = sheet.u8(at + KIND);
        boolean known = kind >= PHYSICAL && kind <= FRAME_SIZE;
        line.text("\n\t  ")
                .text(known ? NAMES[kind] : "unknown")
                .text(" Subtype (")
                .number(kind);
        line.put(')');
        int data = at + DATA;
        int rest = size - DATA;
        switch (kind) {
            case PHYSICAL -> {
                if (rest >= 5) {
                    physical(sheet, data);
                }
            }
            case POWER -> {
                if (rest >= 3) {
                    power(sheet, data);
                }
            }
            case AGGREGATION -> {
                if (rest >= 5) {
                    Lldp8021.aggregation(sheet, data);
                }
            }
            case FRAME_SIZE -> {
                if (rest >= 2) {
                    line.text("\n\t    MTU size ").number(sheet.be16(data));
                }
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private static void physical(Sheet sheet, int at) {
        Line line = sheet.line;
        int status = sheet.u8(at);
        line.text("\n\t    autonegotiation [");
        sheet.bits(Lldp8021.STATUS, status, ", ");
        line.text("] (0x").hex(status, 2).text(")\n\t    PMD autoneg capability [");
        int abilities = sheet.be16(at + 1);
        if ((abilities & ABILITY_BITS) == 0) {
            line.text("unknown");
        } else {
            sheet.bits(ABILITIES, abilities, ", ");
        }
        line.text("] (0x").hex(abilities, 4).text(")\n\t    MAU type ");
        int type = sheet.be16(at + 3);
        line.text(type < TYPES.length ? TYPES[type] : "unknown").text(" (0x").hex(type, 4);
        line.put(')');
    }

    private static void power(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text("\n\t    MDI power support [");
        sheet.bits(POWER_BITS, sheet.u8(at), ", ");
        int pairs = sheet.u8(at + 1);
        line.text("], power pair ");
        line.text(pairs == 1 ? "signal" : pairs == 2 ? "spare" : "unknown").text(", power class ");
        int grade = sheet.u8(at + 2);
        if (grade >= 1 && grade <= 5) {
            line.text("class").number(grade - 1);
        } else {
            line.text("unknown");
        }
    }
}
