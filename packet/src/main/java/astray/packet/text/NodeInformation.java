package astray.packet.text;

/** IPv6 node information queries (RFC 4620). */
final class NodeInformation {
    static final int QUERY = 139;
    static final int REPLY = 140;

    private static final int KIND = 4;
    private static final int FLAGS = 6;
    private static final int HEADER = 16;

    private static final int NOTHING = 0;
    private static final int NAME = 2;
    private static final int ADDRESSES = 3;
    private static final int ADDRESSES4 = 4;

    /** What a query is about. */
    private static final int SUBJECT_IP6 = 0;

    private static final int SUBJECT_NAME = 1;
    private static final int SUBJECT_IP4 = 2;

    /** How it was answered. */
    private static final int SUCCESS = 0;

    private static final int REFUSED = 1;
    private static final int UNKNOWN = 2;

    private static final int TTL_KNOWN = 1;
    private static final int TRUNCATED = 1;

    private static final Sheet.Bit[] ADDRESS_FLAGS = {
        new Sheet.Bit(0x20, "G"),
        new Sheet.Bit(0x10, "S"),
        new Sheet.Bit(0x08, "L"),
        new Sheet.Bit(0x04, "C"),
        new Sheet.Bit(0x02, "A"),
        new Sheet.Bit(0x01, "T")
    };

    private NodeInformation() {}

    static void print(Sheet sheet, int at, int length, int type, int code) {
        if (type == QUERY) {
            query(sheet, at, code);
        } else {
            reply(sheet, at, length, code);
        }
    }

    private static void query(Sheet sheet, int at, int code) {
        Line line = sheet.line;
        int size = sheet.end() - at;
        if (size == Icmp6.HEADER + 4) {
            line.text(" who-are-you request");
            return;
        }
        sheet.need(at, HEADER);
        int kind = sheet.be16(at + KIND);
        line.text(" (");
        kind(sheet, at, kind);
        if (kind == ADDRESSES || kind == ADDRESSES4) {
            line.text((sheet.be16(at + FLAGS) & TRUNCATED) != 0 ? " [invalid flag Truncate present]" : "");
        }
        if (kind == NOTHING) {
            line.text(size != HEADER && sheet.v > 0 ? ", invalid len" : "").put(')');
            return;
        }
        switch (code) {
            case SUBJECT_IP6 -> subject(sheet, at, size, 16);
            case SUBJECT_NAME -> {
                line.text(", subject=DNS name");
                name(sheet, at + HEADER);
            }
            case SUBJECT_IP4 -> subject(sheet, at, size, 4);
            default -> line.text(", unknown subject");
        }
        line.put(')');
    }

    private static void kind(Sheet sheet, int at, int kind) {
        Line line = sheet.line;
        switch (kind) {
            case NOTHING -> line.text("noop");
            case NAME -> line.text("node name");
            case ADDRESSES, ADDRESSES4 -> {
                line.text(kind == ADDRESSES ? "node addresses" : "ipv4 addresses");
                int flags = sheet.be16(at + FLAGS);
                if (flags != 0) {
                    line.text(" [");
                    sheet.bits(ADDRESS_FLAGS, flags, "");
                    line.put(']');
                }
            }
            default -> line.text("unknown");
        }
    }

    private static void subject(Sheet sheet, int at, int size, int width) {
        if (size < HEADER + width) {
            return;
        }
        if (size != HEADER + width) {
            sheet.text(sheet.v > 0 ? ", invalid subject len" : "");
            return;
        }
        sheet.text(", subject=");
        if (width == 4) {
            sheet.host4(at + HEADER);
        } else {
            sheet.host6(at + HEADER);
        }
    }

    private static void reply(Sheet sheet, int at, int length, int code) {
        Line line = sheet.line;
        int size = sheet.end() - at;
        if (length > size) {
            throw Truncated.HERE;
        }
        sheet.need(at, HEADER);
        line.text(" (");
        boolean told = true;
        switch (code) {
            case SUCCESS -> {
                told = sheet.v > 0;
                line.text(told ? "success" : "");
            }
            case REFUSED, UNKNOWN -> {
                line.text(code == REFUSED ? "refused" : "unknown");
                line.text(size != HEADER && sheet.v > 0 ? ", invalid length" : "");
            }
            default -> {
                // no word for it
            }
        }
        if (code != SUCCESS) {
            line.put(')');
            return;
        }
        line.text(told ? ", " : "");
        int kind = sheet.be16(at + KIND);
        kind(sheet, at, kind);
        switch (kind) {
            case NOTHING -> line.text(size != HEADER && sheet.v > 0 ? ", invalid length" : "");
            case NAME -> {
                name(sheet, at + HEADER + 4);
                if ((sheet.be16(at + FLAGS) & TTL_KNOWN) != 0) {
                    line.text(" [TTL=").number(sheet.be32(at + HEADER)).put(']');
                }
            }
            case ADDRESSES -> {
                for (int here = at + HEADER; sheet.has(here, 20); here += 20) {
                    line.put(' ');
                    sheet.host6(here + 4);
                    line.put('(').number(sheet.be32(here)).put(')');
                }
            }
            case ADDRESSES4 -> {
                for (int here = at + HEADER; here < sheet.end(); here += 8) {
                    sheet.need(here, 8);
                    line.put(' ');
                    sheet.host4(here + 4);
                    line.put('(').number(sheet.be32(here)).put(')');
                }
            }
            default -> {
                // nothing more is told
            }
        }
        line.put(')');
    }

    /** A name in DNS's form without compression, up to the end of the packet. */
    private static void name(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text(", \"");
        int end = sheet.end();
        int here = at;
        while (here < end) {
            int size = sheet.u8(here);
            here++;
            if (size == 0) {
                if (here == end) {
                    line.put('.');
                } else if (here + 1 != end || sheet.u8(here) != 0) {
                    line.text("???");
                }
                break;
            }
            if (size > end - here) {
                line.text("???");
                break;
            }
            sheet.exactly(here, size);
            here += size;
            if (here + 1 < end && sheet.u8(here) != 0) {
                line.put('.');
            }
        }
        line.put('"');
    }
}
