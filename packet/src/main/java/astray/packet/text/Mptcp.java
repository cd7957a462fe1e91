package astray.packet.text;

/** Multipath TCP's option (RFC 8684, and version 0 of RFC 6824). */
final class Mptcp {
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    private Mptcp() {}

    /** Prints the option; false when its length is wrong. */
    static boolean print(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        if (size < 3) {
            return false;
        }
        int kind = sheet.u8(at + 2) >> 4;
        line.put(' ').number(size).put(' ');
        return switch (kind) {
            case 0 -> capable(sheet, at, size, flags);
            case 1 -> join(sheet, at, size, flags);
            case 2 -> data(sheet, at, size);
            case 3 -> addAddress(sheet, at, size);
            case 4 -> removeAddress(sheet, at, size);
            case 5 -> priority(sheet, at, size);
            case 6 -> failed(sheet, at, size);
            case 7 -> fastClose(sheet, at, size);
            case 8 -> reset(sheet, at, size);
            default -> {
                line.text("unknown");
                yield true;
            }
        };
    }

    private static boolean capable(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        int version = sheet.u8(at + 2) & 15;
        boolean fits = version == 0
                ? size == 12 && (flags & SYN) != 0 || size == 20
                : size == 4 && (flags & (SYN | ACK)) == SYN
                        || size == 12 && (flags & (SYN | ACK)) == (SYN | ACK)
                        || (size == 20 || size == 22 || size == 24) && (flags & (SYN | ACK)) == ACK;
        if (version > 1) {
            line.text("Unknown Version (").number(version).put(')');
            return true;
        }
        line.text("capable v").number(version);
        if (!fits) {
            return false;
        }
        int bits = sheet.u8(at + 3);
        line.text(" flags [");
        for (int i = 0; i < 8; i++) {
            if ((bits & 0x80 >> i) != 0) {
                line.put('A' + i);
            }
        }
        if (bits == 0) {
            line.text("none");
        }
        line.put(']');
        if ((bits & 0x80) != 0) {
            line.text(" csum");
        }
        if (size >= 12) {
            line.text(" {0x").hex(sheet.be64(at + 4));
            if (size >= 20) {
                line.text(",0x").hex(sheet.be64(at + 12));
            }
            line.put('}');
        }
        return true;
    }

    private static boolean join(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        boolean fits = size == 12 && (flags & (SYN | ACK)) == SYN
                || size == 16 && (flags & (SYN | ACK)) == (SYN | ACK)
                || size == 24 && (flags & (SYN | ACK)) == ACK;
        if (!fits) {
            return false;
        }
        line.text("join");
        if (size != 24) {
            if ((sheet.u8(at + 2) & 1) != 0) {
                line.text(" backup");
            }
            line.text(" id ").number(sheet.u8(at + 3));
        }
        switch (size) {
            case 12 ->
                line.text(" token 0x").hex(sheet.be32(at + 4)).text(" nonce 0x").hex(sheet.be32(at + 8));
            case 16 ->
                line.text(" hmac 0x").hex(sheet.be64(at + 4)).text(" nonce 0x").hex(sheet.be32(at + 12));
            default -> {
                line.text(" hmac 0x");
                for (int i = 0; i < 20; i++) {
                    line.hex(sheet.u8(at + 4 + i), 2);
                }
            }
        }
        return true;
    }

    private static boolean data(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int bits = sheet.u8(at + 3);
        int ackSize = (bits & 1) == 0 ? 0 : (bits & 2) != 0 ? 8 : 4;
        int mapSize = (bits & 4) == 0 ? 0 : (bits & 8) != 0 ? 8 : 4;
        int expected = 4 + ackSize + (mapSize == 0 ? 0 : mapSize + 4 + 2);
        if (size != expected && (mapSize == 0 || size != expected + 2)) {
            return false;
        }
        line.text("dss");
        if ((bits & 16) != 0) {
            line.text(" fin");
        }
        int next = at + 4;
        if (ackSize > 0) {
            line.text(" ack ");
            if (ackSize == 8) {
                line.unsigned(sheet.be64(next));
            } else {
                line.number(sheet.be32(next));
            }
            next += ackSize;
        }
        if (mapSize > 0) {
            line.text(" seq ");
            if (mapSize == 8) {
                line.unsigned(sheet.be64(next));
            } else {
                line.number(sheet.be32(next));
            }
            next += mapSize;
            line.text(" subseq ").number(sheet.be32(next));
            line.text(" len ").number(sheet.be16(next + 4));
            if (size == expected + 2) {
                line.text(" csum 0x").hex(sheet.be16(next + 6));
            }
        }
        return true;
    }

    private static boolean addAddress(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        int low = sheet.u8(at + 2) & 15;
        boolean v0 = size == 8 || size == 10 || size == 20 || size == 22;
        boolean v1 = size == 16 || size == 18 || size == 28 || size == 30;
        if (!v0 && !v1) {
            return false;
        }
        line.text("add-addr");
        boolean ip4 = size == 8 || size == 10 || size == 16 || size == 18;
        line.text(" v").number(v0 && low > 1 ? 0 : 1);
        line.text(" id ").number(sheet.u8(at + 3)).put(' ');
        if (ip4) {
            sheet.host4(at + 4);
        } else {
            sheet.host6(at + 4);
        }
        int next = at + 4 + (ip4 ? 4 : 16);
        if (size == 10 || size == 22 || size == 18 || size == 30) {
            line.put(':').number(sheet.be16(next));
            next += 2;
        }
        if (v1) {
            line.text(" hmac 0x").hex(sheet.be64(next), 16);
        }
        return true;
    }

    private static boolean removeAddress(Sheet sheet, int at, int size) {
        if (size < 4) {
            return false;
        }
        Line line = sheet.text("rem-addr id");
        for (int i = 3; i < size; i++) {
            line.put(' ').number(sheet.u8(at + i));
        }
        return true;
    }

    private static boolean priority(Sheet sheet, int at, int size) {
        if (size != 3 && size != 4) {
            return false;
        }
        Line line = sheet.text("prio");
        if ((sheet.u8(at + 2) & 1) != 0) {
            line.text(" backup");
        }
        if (size == 4) {
            line.text(" id ").number(sheet.u8(at + 3));
        }
        return true;
    }

    private static boolean failed(Sheet sheet, int at, int size) {
        if (size != 12) {
            return false;
        }
        sheet.text("fail seq ").unsigned(sheet.be64(at + 4));
        return true;
    }

    private static boolean fastClose(Sheet sheet, int at, int size) {
        if (size != 12) {
            return false;
        }
        sheet.text("fast-close key 0x").hex(sheet.be64(at + 4));
        return true;
    }

    private static boolean reset(Sheet sheet, int at, int size) {
        if (size != 4) {
            return false;
        }
        Line line = sheet.text("tcprst flags [");
        int bits = sheet.u8(at + 2) & 15;
        for (int i = 0; i < 4; i++) {
            if ((bits & 8 >> i) != 0) {
                line.put("UVWT".charAt(i));
            }
        }
        if (bits == 0) {
            line.text("none");
        }
        int reason = sheet.u8(at + 3);
        line.text("] reason ");
        line.text(
                switch (reason) {
                    case 0 -> "unspecified";
                    case 1 -> "MPTCP specific error";
                    case 2 -> "Lack of resources";
                    case 3 -> "Administratively prohibited";
                    case 4 -> "Too much outstanding data";
                    case 5 -> "Unacceptable performance";
                    case 6 -> "Middlebox interference";
                    default -> "unknown reason code 0x" + Integer.toHexString(reason);
                });
        return true;
    }
}
