package astray.packet.text;

/** Domain names in a DNS message, compressed ones (RFC 1035 section 4.1.4) among them. */
final class DnsNames {
    private static final int POINTER = 0xc0;
    private static final int LONGEST = 255;

    private final Sheet sheet;
    private final int message;

    DnsNames(Sheet sheet, int message) {
        this.sheet = sheet;
        this.message = message;
    }

    /** Where a name ends; negative when it is cut off or no name. */
    int skip(int at) {
        while (true) {
            if (!sheet.has(at, 1)) {
                return -1;
            }
            int length = sheet.u8(at);
            at++;
            if (length == 0) {
                return at;
            }
            if ((length & POINTER) == POINTER) {
                return at + 1;
            }
            if ((length & POINTER) == 0x40) {
                int kind = length & 0x3f;
                if (kind != 1 || !sheet.has(at, 1)) {
                    return -1;
                }
                int bits = sheet.u8(at);
                at += 1 + ((bits == 0 ? 256 : bits) + 7) / 8;
                continue;
            }
            at += length;
        }
    }

    /** Prints a name; where it ends, negative when it is cut off or wrong, which is printed. */
    int print(int at) {
        Line line = sheet.line;
        int end = -1;
        int here = at;
        int printed = 0;
        int lowest = at;
        if (!sheet.has(here, 1)) {
            return -1;
        }
        if (sheet.u8(here) == 0) {
            line.put('.');
            return here + 1;
        }
        while (true) {
            if (!sheet.has(here, 1)) {
                return -1;
            }
            int length = sheet.u8(here);
            if (length == 0) {
                return end >= 0 ? end : here + 1;
            }
            if ((length & POINTER) == POINTER) {
                if (!sheet.has(here, 2)) {
                    return -1;
                }
                int target = message + (sheet.be16(here) & 0x3fff);
                if (end < 0) {
                    end = here + 2;
                }
                // a pointer leads backwards only, so that no ring is walked
                if (target >= lowest) {
                    line.text("<BAD PTR>");
                    return -1;
                }
                lowest = target;
                here = target;
                if (sheet.has(here, 1) && sheet.u8(here) == 0 && printed == 0) {
                    line.put('.');
                }
                continue;
            }
            if ((length & POINTER) != 0) {
                line.text("<ELT ").number(length & 0x3f).put('>');
                return -1;
            }
            printed += length + 1;
            if (printed > LONGEST) {
                line.text("<DOMAIN NAME TOO LONG>");
                return end >= 0 ? end : skip(here);
            }
            boolean cut = sheet.allCharacters(here + 1, length);
            if (cut) {
                return -1;
            }
            line.put('.');
            here += length + 1;
        }
    }
}
