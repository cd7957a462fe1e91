package astray.packet.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Cisco's discovery protocol. */
final class Cdp {
    private static final int HEADER = 4;
    private static final int ITEM_HEADER = 4;

    private static final int DEVICE = 0x01;
    private static final int ADDRESSES = 0x02;
    private static final int PORT = 0x03;
    private static final int CAPABILITIES = 0x04;
    private static final int VERSION = 0x05;
    private static final int PLATFORM = 0x06;
    private static final int PREFIXES = 0x07;
    private static final int HELLO = 0x08;
    private static final int DOMAIN = 0x09;
    private static final int NATIVE_VLAN = 0x0a;
    private static final int DUPLEX = 0x0b;
    private static final int VOICE_VLAN = 0x0e;
    private static final int VOICE_REQUEST = 0x0f;
    private static final int POWER = 0x10;
    private static final int MTU = 0x11;
    private static final int TRUST = 0x12;
    private static final int UNTRUSTED = 0x13;
    private static final int SYSTEM_NAME = 0x14;
    private static final int SYSTEM_OBJECT = 0x15;
    private static final int MANAGEMENT = 0x16;
    private static final int LOCATION = 0x17;
    private static final int POWER_AVAILABLE = 0x1a;

    /** Up to here a number without a name still has an entry in the original's table, an empty one. */
    private static final int LAST = POWER_AVAILABLE;

    private static final Table NAMES = Table.of("""
            0x01 Device-ID
            0x02 Address
            0x03 Port-ID
            0x04 Capability
            0x05 Version String
            0x06 Platform
            0x07 Prefixes
            0x08 Protocol-Hello option
            0x09 VTP Management Domain
            0x0a Native VLAN ID
            0x0b Duplex
            0x0e ATA-186 VoIP VLAN assignment
            0x0f ATA-186 VoIP VLAN request
            0x10 power consumption
            0x11 MTU
            0x12 AVVID trust bitmap
            0x13 AVVID untrusted ports CoS
            0x14 System Name
            0x15 System Object ID (not decoded)
            0x16 Management Addresses
            0x17 Physical Location
            0x1a Power available
            """);
    private static final Table ABILITIES = Table.of("""
            0x01 Router
            0x02 Transparent Bridge
            0x04 Source Route Bridge
            0x08 L2 Switch
            0x10 L3 capable
            0x20 IGMP snooping
            0x40 L1 capable
            """);

    /** How an address tells its protocol: by a network layer's identifier, or by LLC and SNAP. */
    private static final int BY_NLPID = 1;

    private static final int BY_LLC = 2;
    private static final long SNAP_IP6 = 0xaaaa0300000086ddL;

    private final Sheet sheet;
    private final Line line;

    private Cdp(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "cdp";
        new Cdp(sheet).message(at, length);
    }

    private void message(int at, int length) {
        if (length < HEADER) {
            line.text(" (packet length ").number(length).text(" < 4)");
            sheet.invalid();
            sheet.need(at, length);
            return;
        }
        sheet.need(at, 2);
        line.text("CDPv").number(sheet.u8(at));
        line.text(", ttl: ").number(sheet.u8(at + 1)).put('s');
        int sum = sheet.be16(at + 2);
        if (sheet.v > 0) {
            line.text(", checksum: 0x")
                    .hex(sum, 4)
                    .text(" (unverified), length ")
                    .number(length);
        }
        int here = at + HEADER;
        int end = at + length;
        while (here < end) {
            int rest = end - here;
            if (rest < ITEM_HEADER) {
                line.text(" (remaining packet length ").number(rest).text(" < 4)");
                sheet.invalid();
                sheet.need(here, rest);
                return;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (size < ITEM_HEADER || size > rest) {
                wrong(type, size, rest);
                sheet.need(here, rest);
                return;
            }
            item(type, here + ITEM_HEADER, size - ITEM_HEADER);
            here += size;
        }
        if (sheet.v < 1) {
            line.text(", length ").number(length);
        }
    }

    private static String name(int type) {
        return NAMES.name(type, "unknown field type");
    }

    private static String bytes(int count) {
        return count + (count == 1 ? " byte" : " bytes");
    }

    private void wrong(int type, int size, int rest) {
        if (size >= ITEM_HEADER) {
            line.text(" (TLV length ").number(size).text(" > ").number(rest).put(')');
        } else if (sheet.v > 0) {
            line.text("\n\t").text(name(type)).text(" (0x").hex(type, 4);
            line.text("), TLV length: ").text(bytes(size)).text(" (too short)");
        } else {
            line.text(", ").text(name(type)).text(" TLV length ").number(size).text(" too short");
        }
        sheet.invalid();
    }

    private void item(int type, int at, int length) {
        boolean always = type == DEVICE || type <= LAST && NAMES.name(type) == null;
        if (sheet.v > 0) {
            line.text("\n\t").text(name(type)).text(" (0x").hex(type, 4);
            line.text("), value length: ").text(bytes(length)).text(": ");
        } else if (always) {
            line.text(", ").text(name(type)).put(' ');
        }
        boolean printed = false;
        if (!fits(type, length)) {
            line.text(" (malformed TLV)");
        } else if (type <= LAST && (sheet.v > 0 || always)) {
            value(type, at, length);
            printed = true;
        }
        if (sheet.v > 0 && !printed) {
            sheet.need(at, length);
            HexDump.unknown(sheet, "\n\t  ", at, length);
        }
    }

    private static boolean fits(int type, int length) {
        return switch (type) {
            case ADDRESSES, MANAGEMENT -> length >= 4;
            case CAPABILITIES, MTU -> length == 4;
            case NATIVE_VLAN -> length == 2;
            case DUPLEX, TRUST, UNTRUSTED -> length == 1;
            case VOICE_VLAN -> length == 3;
            case VOICE_REQUEST -> length == 2 || length == 3;
            case POWER -> length >= 1 && length <= 3;
            case LOCATION -> length >= 1;
            case POWER_AVAILABLE -> length >= 8;
            default -> true;
        };
    }

    private void value(int type, int at, int length) {
        switch (type) {
            case DEVICE, PORT, PLATFORM, DOMAIN, SYSTEM_NAME -> {
                line.put('\'');
                sheet.exactly(at, length);
                line.put('\'');
            }
            case ADDRESSES, MANAGEMENT -> addresses(at, length);
            case CAPABILITIES -> {
                long abilities = sheet.be32(at);
                line.text("(0x").hex(abilities, 8).text("): ").text(ABILITIES.bits(abilities, ", ", "none"));
            }
            case VERSION -> {
                line.text("\n\t  ");
                for (int i = 0; i < length; i++) {
                    int c = sheet.u8(at + i);
                    if (c == '\n') {
                        line.text("\n\t  ");
                    } else {
                        sheet.character(c);
                    }
                }
            }
            case PREFIXES -> prefixes(at, length);
            case HELLO, SYSTEM_OBJECT -> sheet.need(at, length);
            case NATIVE_VLAN -> line.number(sheet.be16(at));
            case DUPLEX -> line.text(sheet.u8(at) != 0 ? "full" : "half");
            case VOICE_VLAN, VOICE_REQUEST -> {
                if (length == 2) {
                    int unknown = sheet.be16(at);
                    line.text("unknown 0x").hex(unknown, 4);
                } else {
                    sheet.need(at, 3);
                    line.text("app ").number(sheet.u8(at));
                    line.text(", vlan ").number(sheet.be16(at + 1));
                }
            }
            case POWER -> {
                int power = length == 1 ? sheet.u8(at) : length == 2 ? sheet.be16(at) : sheet.be24(at);
                BigDecimal watts = new BigDecimal(power / 1000.0).setScale(2, RoundingMode.HALF_EVEN);
                line.text(watts.toPlainString()).put('W');
            }
            case MTU -> line.number(sheet.be32(at)).text(" bytes");
            case TRUST, UNTRUSTED -> {
                int bits = sheet.u8(at);
                line.text("0x").hex(bits, 2);
            }
            case LOCATION -> {
                int kind = sheet.u8(at);
                line.text("0x").hex(kind, 2);
                if (length > 1) {
                    line.put('/');
                    sheet.exactly(at + 1, length - 1);
                }
            }
            case POWER_AVAILABLE -> {
                sheet.need(at, 4);
                line.text("reqid ").number(sheet.be16(at));
                line.text(", mgmtid ").number(sheet.be16(at + 2)).text(", pwravail");
                for (int i = 4; i + 4 <= length; i += 4) {
                    long power = sheet.be32(at + i);
                    line.put(' ').number(power).text(" mW");
                }
            }
            default -> sheet.need(at, length);
        }
    }

    private void addresses(int at, int length) {
        long count = sheet.be32(at);
        int here = at + 4;
        int end = at + length;
        while (count != 0) {
            if (end - here < 2) {
                line.text(" (not enough space for PT+PL)");
                sheet.need(here, end - here);
                return;
            }
            int kind = sheet.u8(here);
            int size = sheet.u8(here + 1);
            int protocol = here + 2;
            if (end - protocol < size + 2) {
                line.text(" (not enough space for P+AL)");
                sheet.need(protocol, end - protocol);
                return;
            }
            int addressLength = sheet.be16(protocol + size);
            int address = protocol + size + 2;
            boolean ip4 = kind == BY_NLPID && size == 1 && addressLength == 4 && sheet.u8(protocol) == Nlpid.IP4;
            boolean ip6 = kind == BY_LLC && size == 8 && addressLength == 16 && sheet.be64(protocol) == SNAP_IP6;
            if (!ip4 && !ip6) {
                line.text("pt=0x").hex(kind, 2).text(", pl=").number(size).text(", pb=");
                hexadecimal(protocol, size);
                line.text(", al=").number(addressLength).text(", a=");
            }
            if (end - address < addressLength) {
                line.text(" (not enough space for A)");
                sheet.need(address, end - address);
                return;
            }
            if (ip4) {
                sheet.need(address, 4);
                line.text("IPv4 (").number(count).text(") ");
                sheet.host4(address);
            } else if (ip6) {
                sheet.need(address, 16);
                line.text("IPv6 (").number(count).text(") ");
                sheet.host6(address);
            } else {
                hexadecimal(address, addressLength);
            }
            here = address + addressLength;
            count--;
            line.text(count != 0 ? " " : "");
        }
        if (here < end) {
            line.text(" (").number(end - here).text(" bytes of stray data)");
        }
    }

    private void hexadecimal(int at, int count) {
        for (int i = 0; i < count; i++) {
            int value = sheet.u8(at + i);
            line.put(' ').hex(value, 2);
        }
    }

    private void prefixes(int at, int length) {
        if (length % 5 != 0) {
            line.text(" [length ").number(length).text(" is not a multiple of 5]");
            sheet.need(at, length);
            return;
        }
        line.text(" IPv4 Prefixes (").number(length / 5).text("):");
        for (int i = 0; i < length; i += 5) {
            sheet.need(at + i, 5);
            line.put(' ').ip4(sheet.s32(at + i)).put('/').number(sheet.u8(at + i + 4));
        }
    }
}
