package astray.packet.text;

/** BIND 9's lightweight resolver protocol (lib/lwres of BIND 9). */
final class Lwres {
    private static final int VERSION = 4;
    private static final int FLAGS = 6;
    private static final int SERIAL = 8;
    private static final int OPCODE = 12;
    private static final int RESULT = 16;
    private static final int RECEIVE_LENGTH = 20;
    private static final int AUTH_TYPE = 24;
    private static final int AUTH_LENGTH = 26;
    private static final int HEADER = 28;

    private static final int RESPONSE = 1;
    private static final int ADDRESSES = 0x10001;
    private static final int NAME = 0x10002;
    private static final int DATA = 0x10003;

    private static final Table OPCODES = Table.of("""
            0 noop
            0x10001 getaddrsbyname
            0x10002 getnamebyaddr
            0x10003 getrdatabyname
            """);

    private Lwres() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "lwres";
        sheet.need(at, HEADER);
        line.text(" lwres");
        int version = sheet.be16(at + VERSION);
        if (sheet.v > 0 || version != 0) {
            line.text(" v").number(version);
        }
        long told = sheet.be32(at);
        if (version != 0) {
            if (told > sheet.captured(at)) {
                throw Truncated.HERE;
            }
            if (told != length) {
                mismatch(line, told, length);
            }
            return;
        }
        int flags = sheet.be16(at + FLAGS);
        int opcode = sheet.s32(at + OPCODE);
        boolean response = (flags & RESPONSE) != 0;
        line.put(' ').text(OPCODES.orHex(opcode & 0xffffffffL, "#0x", 1, ""));
        line.text(response ? "" : "?");
        if ((flags & ~RESPONSE) != 0) {
            line.text("[0x").hex(flags).put(']');
        }
        if (sheet.v > 1) {
            line.text(" (serial:0x").hex(sheet.be32(at + SERIAL));
            line.text(" result:0x").hex(sheet.be32(at + RESULT));
            line.text(" recvlen:").number(sheet.be32(at + RECEIVE_LENGTH));
            if (sheet.v > 2) {
                line.text(" authtype:0x").hex(sheet.be16(at + AUTH_TYPE));
                line.text(" authlen:").number(sheet.be16(at + AUTH_LENGTH));
            }
            line.put(')');
        }
        int body = at + HEADER;
        int here = response ? response(sheet, opcode, body) : query(sheet, opcode, body);
        if (here < 0) {
            sheet.invalid();
            return;
        }
        if (told != length) {
            mismatch(line, told, length);
        }
        boolean known = opcode == 0 || opcode >= ADDRESSES && opcode <= DATA;
        if (known && here - at < told) {
            line.text("[extra]");
        }
    }

    private static void mismatch(Line line, long told, int length) {
        line.text(" [len: ").number(told).text(" != ").number(length).put(']');
    }

    private static void flags(Sheet sheet, int at) {
        if (sheet.v > 2) {
            sheet.text(" flags:0x").hex(sheet.be32(at));
        }
    }

    /** Where the query ends; negative when it makes no sense. */
    private static int query(Sheet sheet, int opcode, int at) {
        switch (opcode) {
            case ADDRESSES -> {
                sheet.need(at, 10);
                flags(sheet, at);
                int types = sheet.s32(at + 4);
                sheet.text(
                        switch (types & 3) {
                            case 1 -> " IPv4";
                            case 2 -> " IPv6";
                            case 3 -> " IPv4/6";
                            default -> "";
                        });
                if ((types & ~3) != 0) {
                    sheet.text("[0x").hex(types & 0xffffffffL).put(']');
                }
                return name(sheet, at + 10, sheet.be16(at + 8));
            }
            case NAME -> {
                sheet.need(at, 4);
                flags(sheet, at);
                return address(sheet, at + 4);
            }
            case DATA -> {
                sheet.need(at, 10);
                flags(sheet, at);
                type(sheet, at);
                return name(sheet, at + 10, sheet.be16(at + 8));
            }
            default -> {
                return at;
            }
        }
    }

    private static int response(Sheet sheet, int opcode, int at) {
        switch (opcode) {
            case ADDRESSES -> {
                sheet.need(at, 10);
                flags(sheet, at);
                int aliases = sheet.be16(at + 4);
                int addresses = sheet.be16(at + 6);
                sheet.text(" ").number(aliases).put('/').number(addresses);
                int here = name(sheet, at + 10, sheet.be16(at + 8));
                here = names(sheet, here, aliases);
                for (int i = 0; i < addresses && here >= 0; i++) {
                    here = address(sheet, here);
                }
                return here;
            }
            case NAME -> {
                sheet.need(at, 8);
                flags(sheet, at);
                int aliases = sheet.be16(at + 4);
                sheet.text(" ").number(aliases);
                return names(sheet, name(sheet, at + 8, sheet.be16(at + 6)), aliases);
            }
            case DATA -> {
                sheet.need(at, 16);
                flags(sheet, at);
                type(sheet, at);
                sheet.text(" TTL ");
                RelativeTime.print(sheet.line, sheet.be32(at + 8));
                int data = sheet.be16(at + 12);
                int signatures = sheet.be16(at + 14);
                sheet.text(" ").number(data).put('/').number(signatures);
                int here = names(sheet, at + 16, 1);
                for (int i = 0; i < data + signatures; i++) {
                    here = binary(sheet, here + 2, sheet.be16(here));
                }
                return here;
            }
            default -> {
                return at;
            }
        }
    }

    private static void type(Sheet sheet, int at) {
        sheet.text(" ").text(DnsTypes.name(sheet.be16(at + 6)));
        int cls = sheet.be16(at + 4);
        if (cls != 1) {
            sheet.text(" ").text(DnsTypes.className(cls));
        }
    }

    private static int name(Sheet sheet, int at, int length) {
        sheet.text(" ");
        sheet.exactly(at, length);
        if (sheet.u8(at + length) != 0) {
            sheet.text(" (not NUL-terminated!)");
        }
        return at + length + 1;
    }

    private static int names(Sheet sheet, int at, int count) {
        int here = at;
        for (int i = 0; i < count; i++) {
            here = name(sheet, here + 2, sheet.be16(here));
        }
        return here;
    }

    private static int binary(Sheet sheet, int at, int length) {
        for (int i = 0; i < length; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
        return at + length;
    }

    /** An address with its family and length in front; negative when it is too short. */
    private static int address(Sheet sheet, int at) {
        int length = sheet.be16(at + 4);
        int here = at + 6;
        sheet.need(here, length);
        long family = sheet.be32(at);
        if (family == 1 || family == 2) {
            int size = family == 1 ? 4 : 16;
            if (length < size) {
                return -1;
            }
            sheet.text(" ");
            if (family == 1) {
                sheet.host4(here);
            } else {
                sheet.host6(here);
            }
            return here + size;
        }
        sheet.text(" ").number(family).put('/');
        return binary(sheet, here, length);
    }
}
