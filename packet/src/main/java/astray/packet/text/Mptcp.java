package astray.packet.text;

/** Multipath TCP's option (RFC 8684, and version 0 of RFC 6824). */
final class Mptcp {
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    private static final int CHECKSUM_REQUIRED = 0x80;

    private static final int FIN = 0x10;
    private static final int LONG_SEQUENCE = 0x08;
    private static final int MAPPING_PRESENT = 0x04;
    private static final int LONG_ACK = 0x02;
    private static final int ACK_PRESENT = 0x01;

    private static final String[] NAMES = {
        "capable", "join", "dss", "add-addr", "rem-addr", "prio", "fail", "fast-close", "tcprst", "unknown"
    };

    private static final String[] REASONS = {
        "Unspecified error",
        "MPTCP-specific error",
        "Lack of resources",
        "Administratively prohibited",
        "Too much outstanding data",
        "Unacceptable performance",
        "Middlebox interference"
    };

    private Mptcp() {}

    /** Prints the option; false when its length is wrong. */
    static boolean print(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        sheet.protocol = "mptcp";
        if (size < 3) {
            return false;
        }
        int kind = Math.min(sheet.u8(at + 2) >> 4, NAMES.length - 1);
        line.put(' ').number(size).put(' ').text(NAMES[kind]);
        return switch (kind) {
            case 0 -> capable(sheet, at, size, flags);
            case 1 -> join(sheet, at, size, flags);
            case 2 -> data(sheet, at, size, flags);
            case 3 -> addAddress(sheet, at, size);
            case 4 -> removeAddress(sheet, at, size);
            case 5 -> priority(sheet, at, size);
            case 6 -> failed(sheet, at, size);
            case 7 -> fastClose(sheet, at, size);
            case 8 -> reset(sheet, at, size);
            default -> true;
        };
    }

    private static boolean capable(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        boolean hasBothKeys = size == 20 || size == 22 || size == 24;
        boolean fits = (size == 4 || size == 12) && (flags & SYN) != 0 || hasBothKeys && (flags & (SYN | ACK)) == ACK;
        if (!fits) {
            return false;
        }
        int version = sheet.u8(at + 2) & 15;
        if (version > 1) {
            line.text(" Unknown Version (").number(version).put(')');
            return true;
        }
        int bits = sheet.u8(at + 3);
        line.text(" v").number(version).text(" flags [");
        letters(line, bits, "ABCDEFGH");
        line.put(']');
        boolean checksummed = (bits & CHECKSUM_REQUIRED) != 0;
        if (checksummed) {
            line.text(" csum");
        }
        if (size >= 12) {
            line.text(" {0x").hex(sheet.be64(at + 4));
            if (hasBothKeys) {
                line.text(",0x").hex(sheet.be64(at + 12));
            }
            if (size == 22 && !checksummed || size == 24) {
                line.text(",data_len=").number(sheet.be16(at + 20));
            }
            line.put('}');
        }
        return true;
    }

    /** Letters for the bits that are set, the first for the highest; {@code none} without any. */
    private static void letters(Line line, int bits, String letters) {
        int highest = 1 << letters.length() - 1;
        for (int i = 0; i < letters.length(); i++) {
            if ((bits & highest >> i) != 0) {
                line.put(letters.charAt(i));
            }
        }
        if ((bits & highest * 2 - 1) == 0) {
            line.text("none");
        }
    }

    private static boolean join(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        boolean fits = size == 12 && (flags & SYN) != 0
                || size == 16 && (flags & (SYN | ACK)) == (SYN | ACK)
                || size == 24 && (flags & ACK) != 0;
        if (!fits) {
            return false;
        }
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

    private static boolean data(Sheet sheet, int at, int size, int flags) {
        Line line = sheet.line;
        if (size < 4 || (flags & SYN) != 0) {
            return false;
        }
        int bits = sheet.u8(at + 3);
        if ((bits & FIN) != 0) {
            line.text(" fin");
        }
        int here = at + 4;
        int end = at + size;
        if ((bits & ACK_PRESENT) != 0) {
            line.text(" ack ");
            int width = (bits & LONG_ACK) != 0 ? 8 : 4;
            if (end - here < width) {
                return false;
            }
            number(sheet, here, width);
            here += width;
        }
        if ((bits & MAPPING_PRESENT) != 0) {
            line.text(" seq ");
            int width = (bits & LONG_SEQUENCE) != 0 ? 8 : 4;
            if (end - here < width) {
                return false;
            }
            number(sheet, here, width);
            here += width;
            if (end - here < 4) {
                return false;
            }
            line.text(" subseq ").number(sheet.be32(here));
            here += 4;
            if (end - here < 2) {
                return false;
            }
            line.text(" len ").number(sheet.be16(here));
            here += 2;
            if (end - here >= 2) {
                // only there when that was agreed upon
                line.text(" csum 0x").hex(sheet.be16(here));
                here += 2;
            }
        }
        return here == end;
    }

    private static void number(Sheet sheet, int at, int width) {
        if (width == 8) {
            sheet.line.unsigned(sheet.be64(at));
        } else {
            sheet.line.number(sheet.be32(at));
        }
    }

    private static boolean addAddress(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        boolean ip4 = size == 8 || size == 10 || size == 16 || size == 18;
        boolean ip6 = size == 20 || size == 22 || size == 28 || size == 30;
        if (!ip4 && !ip6) {
            return false;
        }
        line.text(
                switch (sheet.u8(at + 2) & 15) {
                    case 0 -> " v1";
                    case 1 -> " v1-echo";
                    case 4 -> " v0-ip4";
                    case 6 -> " v0-ip6";
                    default -> " [bad version/echo]";
                });
        line.text(" id ").number(sheet.u8(at + 3)).put(' ');
        if (ip4) {
            sheet.host4(at + 4);
        } else {
            sheet.host6(at + 4);
        }
        int here = at + 4 + (ip4 ? 4 : 16);
        int rest = at + size - here;
        if (rest == 2 || rest == 10) {
            line.put(':').number(sheet.be16(here));
            here += 2;
        }
        if (rest >= 8) {
            line.text(" hmac 0x").hex(sheet.be64(here));
        }
        return true;
    }

    private static boolean removeAddress(Sheet sheet, int at, int size) {
        if (size < 4) {
            return false;
        }
        Line line = sheet.text(" id");
        for (int i = 3; i < size; i++) {
            line.put(' ').number(sheet.u8(at + i));
        }
        return true;
    }

    private static boolean priority(Sheet sheet, int at, int size) {
        if (size != 3 && size != 4) {
            return false;
        }
        sheet.text((sheet.u8(at + 2) & 1) != 0 ? " backup" : " non-backup");
        if (size == 4) {
            sheet.text(" id ").number(sheet.u8(at + 3));
        }
        return true;
    }

    private static boolean failed(Sheet sheet, int at, int size) {
        if (size != 12) {
            return false;
        }
        sheet.text(" seq ").unsigned(sheet.be64(at + 4));
        return true;
    }

    private static boolean fastClose(Sheet sheet, int at, int size) {
        if (size != 12) {
            return false;
        }
        sheet.text(" key 0x").hex(sheet.be64(at + 4));
        return true;
    }

    private static boolean reset(Sheet sheet, int at, int size) {
        if (size != 4) {
            return false;
        }
        Line line = sheet.text(" flags [");
        letters(line, sheet.u8(at + 2) & 15, "UVWT");
        line.text("] reason ");
        int reason = sheet.u8(at + 3);
        if (reason < REASONS.length) {
            line.text(REASONS[reason]);
        } else {
            line.text("unknown (0x").hex(reason, 2).put(')');
        }
        return true;
    }
}
