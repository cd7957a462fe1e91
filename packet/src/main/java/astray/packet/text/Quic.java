package astray.packet.text;

/** QUIC (RFC 9000 section 17): the parts of its headers that are not protected. */
final class Quic {
    private static final int FIXED_BIT = 0x40;
    private static final int LONG_HEADER = 0x80;

    private static final int INITIAL = 0;
    private static final int RETRY = 3;
    private static final String[] TYPES = {", initial", ", 0-rtt", ", handshake", ", retry"};

    static final int LONGEST_ID = 20;

    /** Longer tokens are not printed. */
    private static final int LONGEST_TOKEN = 1000;

    /** A retry packet's integrity tag, and the least that a protected packet has. */
    private static final int TAG = 16;

    private Quic() {}

    /** Whether bytes may be a packet of QUIC. */
    static boolean is(Sheet sheet, int at, int length) {
        return length >= 1 && (sheet.u8(at) & FIXED_BIT) != 0;
    }

    static void print(Sheet sheet, int at) {
        sheet.protocol = "quic";
        sheet.text("quic");
        int here = at;
        while (here < sheet.end()) {
            here = packet(sheet, here);
            // zero bytes behind a packet are padding
            while (sheet.has(here, 1) && sheet.u8(here) == 0) {
                here++;
            }
        }
    }

    private static int packet(Sheet sheet, int at) {
        int first = sheet.u8(at);
        if ((first & LONG_HEADER) == 0) {
            sheet.text(", protected");
            int here = at + 1;
            if (sheet.captured(here) > TAG) {
                int length = sheet.quicIds.find(sheet, here, sheet.captured(here));
                if (length > 0) {
                    sheet.text(", dcid ");
                    hex(sheet, here, length);
                }
            } else {
                sheet.truncated();
            }
            return sheet.end();
        }
        int type = first >> 4 & 3;
        long version = sheet.be32(at + 1);
        sheet.text(version == 0 ? ", version negotiation" : TYPES[type]);
        if (version > 1) {
            sheet.text(", v").hex(version);
        }
        int here = id(sheet, at + 5, ", dcid ");
        here = id(sheet, here, ", scid ");
        if (version == 0) {
            return versions(sheet, here);
        }
        if (type == RETRY) {
            sheet.text(", token ");
            int count = sheet.captured(here) - TAG;
            if (count > 0) {
                hex(sheet, here, count);
            } else {
                sheet.truncated();
            }
            return sheet.end();
        }
        if (type == INITIAL) {
            long token = variable(sheet, here);
            here += variableLength(sheet, here);
            if (token > 0 && token < LONGEST_TOKEN) {
                sheet.need(here, (int) token);
                sheet.text(", token ");
                hex(sheet, here, (int) token);
                here += (int) token;
            }
        }
        long length = variable(sheet, here);
        here += variableLength(sheet, here);
        sheet.text(", length ").number(length);
        if (length > sheet.captured(here)) {
            sheet.truncated();
            return sheet.end();
        }
        return here + (int) length;
    }

    /** Prints a connection identifier with its length in front; where it ends. */
    private static int id(Sheet sheet, int at, String name) {
        int length = sheet.u8(at);
        if (length == 0 || length > LONGEST_ID) {
            return at + 1;
        }
        sheet.need(at + 1, length);
        sheet.text(name);
        hex(sheet, at + 1, length);
        sheet.quicIds.enter(sheet, at + 1, length);
        return at + 1 + length;
    }

    private static int versions(Sheet sheet, int at) {
        int here = at;
        while (here < sheet.end()) {
            if (!sheet.has(here, 4)) {
                sheet.truncated();
                return sheet.end();
            }
            sheet.text(", version 0x").hex(sheet.be32(here));
            here += 4;
        }
        return here;
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            sheet.line.hex(sheet.u8(at + i), 2);
        }
    }

    private static int variableLength(Sheet sheet, int at) {
        return 1 << (sheet.u8(at) >> 6);
    }

    /** Section 16. */
    private static long variable(Sheet sheet, int at) {
        int length = variableLength(sheet, at);
        long value = sheet.u8(at) & 0x3f;
        for (int i = 1; i < length; i++) {
            value = value << 8 | sheet.u8(at + i);
        }
        return value;
    }
}
