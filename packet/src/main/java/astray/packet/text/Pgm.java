package astray.packet.text;

/** Pragmatic General Multicast (RFC 3208), above IP or UDP, with the acknowledgements of PGMCC. */
final class Pgm {
    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int TYPE = 4;
    private static final int OPTIONS = 5;
    private static final int SOURCE_ID = 8;
    private static final int LENGTH = 14;
    private static final int HEADER = 16;

    private static final int PATH = 0x00;
    private static final int POLL = 0x01;
    private static final int POLL_RESPONSE = 0x02;
    private static final int DATA = 0x04;
    private static final int REPAIR = 0x05;
    private static final int NAK = 0x08;
    private static final int NULL_NAK = 0x09;
    private static final int CONFIRMATION = 0x0a;
    private static final int ACK = 0x0b;
    private static final int PATH_REQUEST = 0x0c;
    private static final int OTHER_ACK = 0x0d;

    private final Sheet sheet;
    private final Line line;
    private int here;

    private Pgm(Sheet sheet, int at) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.here = at;
    }

    /**
     * Prints a packet.
     *
     * @param addresses whether the ports come with addresses: where PGM lies directly above IP
     */
    static void print(Sheet sheet, int at, int length, Carrier carrier, boolean addresses) {
        Line line = sheet.line;
        sheet.protocol = "pgm";
        if (!sheet.has(at + DESTINATION_PORT, 2)) {
            carrier.ends(sheet);
            line.put(':');
            throw Truncated.HERE;
        }
        if (addresses) {
            carrier.source(sheet);
        }
        sheet.tcpPort(sheet.be16(at + SOURCE_PORT));
        line.text(" > ");
        if (addresses) {
            carrier.destination(sheet);
        }
        sheet.tcpPort(sheet.be16(at + DESTINATION_PORT));
        line.text(": ");
        sheet.need(at, HEADER);
        int size = sheet.be16(at + LENGTH);
        line.text("PGM, length ").number(size);
        if (sheet.v == 0) {
            return;
        }
        line.text(" 0x");
        for (int i = 0; i < 6; i++) {
            line.hex(sheet.u8(at + SOURCE_ID + i), 2);
        }
        line.put(' ');
        Pgm packet = new Pgm(sheet, at + HEADER);
        int type = sheet.u8(at + TYPE);
        if (!packet.body(type)) {
            sheet.invalid();
            return;
        }
        if ((sheet.u8(at + OPTIONS) & 1) != 0) {
            packet.here = PgmOptions.print(sheet, packet.here);
            if (packet.here < 0) {
                return;
            }
        }
        line.text(" [").number(length).put(']');
        boolean messages = sheet.options.forced() == PrintOptions.Forced.PGM_ZMTP1;
        if (messages && (type == DATA || type == REPAIR)) {
            Zmtp.datagram(sheet, packet.here, size);
        }
    }

    /** How long an address of a family is; negative for other families than IP's. */
    static int width(int family) {
        return switch (family) {
            case AddressFamily.IP4 -> 4;
            case AddressFamily.IP6 -> 16;
            default -> -1;
        };
    }

    /** An address as a number. */
    static void address(Sheet sheet, int at, int width) {
        if (width == 4) {
            sheet.line.ip4(sheet.s32(at));
        } else {
            sheet.ip6(at);
        }
    }

    /** Prints what a packet says (sections 8 and 13); false when it is invalid. */
    private boolean body(int type) {
        switch (type) {
            case PATH -> {
                return path();
            }
            case POLL -> {
                return poll();
            }
            case POLL_RESPONSE -> {
                sheet.need(here, 8);
                line.text("POLR seq ").number(sheet.be32(here));
                line.text(" round ").number(sheet.be16(here + 4));
                here += 8;
            }
            case DATA, REPAIR -> {
                sheet.need(here, 8);
                line.text(type == DATA ? "ODATA trail " : "RDATA trail ").number(sheet.be32(here + 4));
                line.text(" seq ").number(sheet.be32(here));
                here += 8;
            }
            case NAK, NULL_NAK, CONFIRMATION -> {
                return nak(type);
            }
            case ACK, OTHER_ACK -> {
                sheet.need(here, 8);
                line.text("ACK seq ").number(sheet.be32(here));
                here += 8;
            }
            case PATH_REQUEST -> line.text("SPMR");
            default -> line.text("UNKNOWN type 0x").hex(type, 2);
        }
        return true;
    }

    private boolean path() {
        sheet.need(here, 16);
        int width = width(sheet.be16(here + 12));
        if (width < 0) {
            return false;
        }
        sheet.need(here + 16, width);
        line.text("SPM seq ").number(sheet.be32(here));
        line.text(" trail ").number(sheet.be32(here + 4));
        line.text(" lead ").number(sheet.be32(here + 8)).text(" nla ");
        address(sheet, here + 16, width);
        here += 16 + width;
        return true;
    }

    private boolean poll() {
        sheet.need(here, 12);
        int width = width(sheet.be16(here + 8));
        if (width < 0) {
            return false;
        }
        int rest = here + 12 + width;
        sheet.need(here + 12, width + 12);
        line.text("POLL seq ").number(sheet.be32(here));
        line.text(" round ").number(sheet.be16(here + 4)).text(" nla ");
        address(sheet, here + 12, width);
        line.text(" ivl ").number(sheet.be32(rest));
        line.text(" rnd 0x").hex(sheet.be32(rest + 4), 8);
        line.text(" mask 0x").hex(sheet.be32(rest + 8), 8);
        here = rest + 12;
        return true;
    }

    private boolean nak(int type) {
        sheet.need(here, 8);
        int source = here + 8;
        int sourceWidth = width(sheet.be16(here + 4));
        if (sourceWidth < 0) {
            return false;
        }
        sheet.need(source, sourceWidth);
        // the original skips the family of the group and takes the address for it
        int group = source + sourceWidth + 4;
        int groupWidth = width(sheet.be16(group));
        if (groupWidth < 0) {
            return false;
        }
        sheet.need(group, groupWidth);
        line.text(type == NAK ? "NAK (" : type == NULL_NAK ? "NNAK (" : "NCF (");
        address(sheet, source, sourceWidth);
        line.text(" -> ");
        address(sheet, group, groupWidth);
        line.text("), seq ").number(sheet.be32(here));
        here = group + groupWidth;
        return true;
    }
}
