package astray.packet.text;

/** Addresses as the second version of PIM encodes them (RFC 7761 section 4.9.1, RFC 2117). */
final class PimAddress {
    /** What an address is of. */
    enum Kind {
        UNICAST,
        GROUP,
        SOURCE
    }

    private static final int SPARSE = 0x04;
    private static final int WILDCARD = 0x02;
    private static final int RENDEZVOUS = 0x01;
    private static final int RESERVED = 0xf8;

    private PimAddress() {}

    /**
     * Prints an address.
     *
     * @param size how long every address is, as RFC 2117 has it in the header; 0 where each says its family
     * @return how many bytes it takes; negative when it is cut off or of an unknown kind
     */
    static int print(Sheet sheet, int at, int length, Kind kind, int size) {
        int header = 0;
        int bytes = size;
        if (size == 0) {
            if (length < 2) {
                return -1;
            }
            int family = sheet.u8(at);
            bytes = family == AddressFamily.IP4 ? 4 : 16;
            if (family != AddressFamily.IP4 && family != AddressFamily.IP6 || sheet.u8(at + 1) != 0) {
                return -1;
            }
            header = 2;
        } else if (size != 4 && size != 16) {
            return -1;
        }
        int prefix = kind == Kind.UNICAST ? 0 : 2;
        int here = at + header;
        if (length - header < bytes + prefix || !sheet.has(here, bytes + prefix)) {
            return -1;
        }
        if (bytes == 4) {
            sheet.host4(here + prefix);
        } else {
            sheet.host6(here + prefix);
        }
        if (kind != Kind.UNICAST) {
            suffix(sheet, here, kind, bytes * 8);
        }
        return header + prefix + bytes;
    }

    private static void suffix(Sheet sheet, int at, Kind kind, int whole) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        int bits = sheet.u8(at + 1);
        if (bits != whole) {
            line.put('/').number(bits);
        }
        if (flags == 0) {
            return;
        }
        if (kind == Kind.GROUP) {
            line.text("(0x").hex(flags, 2).put(')');
            return;
        }
        line.put('(').text((flags & SPARSE) == 0 ? "" : "S");
        line.text((flags & WILDCARD) == 0 ? "" : "W").text((flags & RENDEZVOUS) == 0 ? "" : "R");
        if ((flags & RESERVED) != 0) {
            line.text("+0x").hex(flags & RESERVED, 2);
        }
        line.put(')');
    }
}
