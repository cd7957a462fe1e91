package astray.packet.text;

/**
 * Domain names in a DNS message (RFC 1035 section 3.1), compressed ones (section 4.1.4) and labels of bits (RFC 2673)
 * among them.
 */
final class DnsNames {
    private static final int KIND = 0xc0;
    private static final int LABEL = 0x00;
    private static final int EXTENDED = 0x40;
    private static final int POINTER = 0xc0;
    private static final int BITS = 0x41;

    private static final int LONGEST = 255;

    /** How many labels of names that are too long are followed where pointers lead, in one message. */
    private static final int PATIENCE = 1 << 18;

    private final Sheet sheet;
    private final int message;
    private int patience = PATIENCE;

    DnsNames(Sheet sheet, int message) {
        this.sheet = sheet;
        this.message = message;
    }

    /** Where a name ends; negative when it is cut off or no name. */
    int skip(int at) {
        int here = at;
        while (sheet.has(here, 1)) {
            int length = sheet.u8(here);
            here++;
            if (length == 0) {
                return here;
            }
            switch (length & KIND) {
                case LABEL -> here += length;
                case POINTER -> {
                    return here + 1;
                }
                default -> {
                    if (length != BITS || !sheet.has(here, 1)) {
                        return -1;
                    }
                    here += 1 + bytes(sheet.u8(here));
                }
            }
        }
        return -1;
    }

    /** How many bytes so many bits fill; 0 stands for 256. */
    private static int bytes(int bits) {
        return ((bits == 0 ? 256 : bits) + 7) / 8;
    }

    /**
     * Prints a name; where it ends, negative when it is cut off or wrong, which is printed. A name that is too long is
     * not followed for ever where pointers lead, so that a message cannot be walked again and again.
     */
    int print(int at) {
        Line line = sheet.line;
        int size = labelLength(at);
        if (size < 0) {
            return -1;
        }
        if (size == 0) {
            line.put('.');
            return at + 1;
        }
        int here = at;
        int end = -1;
        int lowest = at >= message ? at - message : Integer.MAX_VALUE;
        int count = 0;
        while (size != 0 && sheet.has(here + 1, 1)) {
            int kind = sheet.u8(here) & KIND;
            if (kind == POINTER) {
                int target = sheet.be16(here) & 0x3fff;
                if (end < 0) {
                    end = here + 2;
                }
                // a pointer leads backwards only, so that no ring is walked
                if (target >= lowest) {
                    line.text("<BAD PTR>");
                    return -1;
                }
                lowest = target;
                here = message + target;
            } else {
                if (kind == EXTENDED) {
                    bitLabel(here + 1);
                } else if (count < LONGEST && sheet.allCharacters(here + 1, Math.min(size, LONGEST - count))) {
                    return -1;
                }
                count += kind == LABEL ? size : 0;
                line.text(count <= LONGEST ? "." : "");
                count++;
                if (end >= 0 && count > LONGEST && --patience < 0) {
                    break;
                }
                here += 1 + size;
            }
            size = labelLength(here);
            if (size < 0) {
                return -1;
            }
        }
        if (count > LONGEST) {
            line.text("<DOMAIN NAME TOO LONG>");
        }
        if (end >= 0) {
            return end;
        }
        return here + 1 + size;
    }

    /** How many bytes a label has behind its first; negative when it is cut off or unknown, which is printed. */
    private int labelLength(int at) {
        if (!sheet.has(at, 1)) {
            return -1;
        }
        int length = sheet.u8(at);
        switch (length & KIND) {
            case LABEL, POINTER -> {
                return length;
            }
            case EXTENDED -> {
                if (length != BITS) {
                    sheet.text("<ELT ").number(length & ~KIND).put('>');
                    return -1;
                }
                return sheet.has(at + 1, 1) ? 1 + bytes(sheet.u8(at + 1)) : -1;
            }
            default -> {
                sheet.text("<BAD LABEL TYPE>");
                return -1;
            }
        }
    }

    private void bitLabel(int at) {
        Line line = sheet.line;
        int told = sheet.u8(at);
        int bits = told == 0 ? 256 : told;
        line.text("\\[x");
        int here = at + 1;
        int rest = bits;
        for (; rest > 7; rest -= 8) {
            line.hex(sheet.u8(here), 2);
            here++;
        }
        if (rest > 4) {
            line.hex(sheet.u8(here) & 0xff << 8 - rest & 0xff, 2);
        } else if (rest > 0) {
            line.hex(sheet.u8(here) >> 4 & 0x0f << 4 - rest & 0x0f);
        }
        line.put('/').number(bits).put(']');
    }
}
