package astray.packet.text;

/** The Next Hop Resolution Protocol (RFC 2332) with DMVPN's traffic indication (draft-detienne-dmvpn). */
final class Nhrp {
    // the fixed part (section 5.2.1)
    private static final int FAMILY = 0;
    private static final int PROTOCOL = 2;
    private static final int HOPS = 9;
    private static final int SIZE = 10;
    private static final int EXTENSIONS = 14;
    private static final int VERSION = 16;
    private static final int TYPE = 17;
    private static final int SOURCE_LENGTH = 18;
    private static final int SUBADDRESS_LENGTH = 19;
    private static final int FIXED = 20;

    private static final int MANDATORY = 8;
    private static final int ENTRY = 12;

    private static final int ERROR = 7;
    private static final int TRAFFIC = 8;

    private static final int ETHERNET = 6;

    private static final Table TYPES = Table.of("""
            1 res request
            2 res reply
            3 reg request
            4 reg reply
            5 purge request
            6 purge reply
            7 error indication
            8 traffic indication
            """);

    private static final Table ERRORS = Table.of("""
            1 unrecognized extension
            3 NHRP loop detected
            6 protocol address unreachable
            7 protocol error
            8 NHRP SDU size exceeded
            9 invalid extension
            10 invalid NHRP resolution reply received
            11 authentication failure
            15 hop count exceeded
            """);

    private static final Table TRAFFICS = Table.of("0 NHRP traffic redirect/indirection");

    private final Sheet sheet;
    private final Line line;
    private final int start;
    private final int family;
    private final int protocol;

    private int here;

    /** How much of the mandatory part is left; counted in 16 bits, as in the original. */
    private int left;

    private Nhrp(Sheet sheet, int at) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.start = at;
        this.family = sheet.be16(at + FAMILY);
        this.protocol = sheet.be16(at + PROTOCOL);
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "nhrp";
        sheet.text("NHRP: ");
        if (length < FIXED) {
            sheet.invalid("length", length, "<", FIXED);
            return;
        }
        int version = sheet.u8(at + VERSION);
        if (version != 1) {
            sheet.text("unknown-version-").hex(version, 2);
            return;
        }
        new Nhrp(sheet, at).packet(length - FIXED);
    }

    private void packet(int length) {
        int size = sheet.be16(start + SIZE);
        if (isShort("pktsz", size, FIXED)) {
            return;
        }
        int extensions = sheet.be16(start + EXTENSIONS);
        int type = sheet.u8(start + TYPE);
        line.text(TYPES.orHex(type, "unknown-op-type-", 4, ""));
        left = size - FIXED;
        if (extensions != 0) {
            if (extensions > size) {
                sheet.invalid("extoff", extensions, ">", size);
                return;
            }
            if (isShort("extoff", extensions, FIXED)) {
                return;
            }
            left = extensions - FIXED;
        }
        left = Math.min(left, length);
        sheet.need(start, FIXED);
        here = start + FIXED;
        if (isShort("mand_part_len", left, MANDATORY)) {
            return;
        }
        sheet.need(here, MANDATORY);
        subject(type);
        int sourceLength = sheet.u8(start + SOURCE_LENGTH);
        if (sheet.v > 0) {
            line.text(", hopcnt ").number(sheet.u8(start + HOPS));
            line.text((sourceLength & 0x80) == 0 ? "" : " (shtl bit 7 set)");
            line.text((sourceLength & 0x40) == 0 ? "" : " (nbma E.154)");
        }
        if (addresses(sourceLength) && type < ERROR && TYPES.name(type) != null) {
            while (left != 0) {
                entry();
            }
        }
    }

    private boolean isShort(String what, int value, int least) {
        if (value >= least) {
            return false;
        }
        sheet.invalid(what, value, "<", least);
        return true;
    }

    /** What the packet is about: the request's number, or a code. */
    private void subject(int type) {
        if (type == ERROR) {
            line.text(", error <")
                    .text(ERRORS.orNumber(sheet.be16(here + 4), "unknown-err-code-"))
                    .put('>');
        } else if (type == TRAFFIC) {
            line.text(", code <")
                    .text(TRAFFICS.orNumber(sheet.be16(here + 4), "unknown-traffic-code-"))
                    .put('>');
        } else if (TYPES.name(type) != null) {
            line.text(", id ").number(sheet.be32(here + 4));
        }
    }

    /** The addresses of the mandatory part (section 5.2.0.1); false when they are cut off. */
    private boolean addresses(int sourceLength) {
        int source = sheet.u8(here);
        int destination = sheet.u8(here + 1);
        int subaddress = sheet.u8(start + SUBADDRESS_LENGTH);
        skip(MANDATORY);
        if (sourceLength != 0) {
            if (isShort("mand_part_len", left, sourceLength)) {
                return false;
            }
            link(", src nbma ", sourceLength);
        }
        if (subaddress != 0) {
            if (isShort("mand_part_len", left, subaddress)) {
                return false;
            }
            sheet.need(here, subaddress);
            skip(subaddress);
        }
        line.text(", ");
        if (source != 0) {
            if (isShort("mand_part_len", left, source)) {
                return false;
            }
            if (protocol != EtherType.IP4 && protocol != EtherType.IP6) {
                line.text("proto type ").hex(protocol, 4).put(' ');
            }
            network(source);
            line.put(' ');
        }
        line.text("->");
        if (destination != 0) {
            if (isShort("mand_part_len", left, destination)) {
                return false;
            }
            sheet.need(here, destination);
            line.put(' ');
            network(destination);
        }
        return true;
    }

    private void skip(int count) {
        here += count;
        left = left - count & 0xffff;
    }

    /** A link-layer address, by its family. */
    private void link(String what, int size) {
        sheet.need(here, size);
        if (family == AddressFamily.IP4 || family == AddressFamily.IP6 || family == ETHERNET) {
            line.text(what);
            address(size, family == AddressFamily.IP4, family == AddressFamily.IP6);
        } else {
            line.text(", unknown-nbma-addr-family-").hex(family, 4).text(" (");
            sheet.mac(here, size);
            line.put(')');
        }
        skip(size);
    }

    private void network(int size) {
        address(size, protocol == EtherType.IP4, protocol == EtherType.IP6);
        skip(size);
    }

    private void address(int size, boolean ip4, boolean ip6) {
        if (ip4 && size == 4) {
            sheet.host4(here);
        } else if (ip6 && size == 16) {
            sheet.host6(here);
        } else {
            sheet.mac(here, size);
        }
    }

    /** A client information entry (section 5.2.0.1). */
    private void entry() {
        if (isShort("remaining mandatory part length", left, ENTRY)) {
            left = 0;
            return;
        }
        int code = sheet.u8(here);
        line.text(" (code ").number(code);
        if (sheet.v > 0) {
            sheet.need(here, ENTRY);
            line.text(", pl ").number(sheet.u8(here + 1));
            line.text(", mtu ").number(sheet.be16(here + 4));
            line.text(", htime ").number(sheet.be16(here + 6));
            line.text(", pref ").number(sheet.u8(here + 11));
        }
        int client = sheet.u8(here + 8);
        int subaddress = sheet.u8(here + 9);
        int network = sheet.u8(here + 10);
        line.text((client & 0x40) == 0 ? "" : ", nbma E.154");
        skip(ENTRY);
        if (client != 0) {
            if (isShort("remaining mandatory part length", left, client)) {
                left = 0;
                return;
            }
            link(", nbma ", client);
        }
        if (subaddress != 0) {
            // the original compares with the length of the other address
            if (isShort("remaining mandatory part length", left, client)) {
                left = 0;
                return;
            }
            line.text(", unknown-nbma-saddr-family");
            sheet.need(here, subaddress);
            skip(subaddress);
        }
        if (network != 0) {
            if (isShort("remaining mandatory part length", left, network)) {
                left = 0;
                return;
            }
            client(network);
        }
        line.put(')');
    }

    private void client(int size) {
        sheet.need(here, size);
        if (protocol == EtherType.IP4 || protocol == EtherType.IP6) {
            line.text(", proto ");
            network(size);
        } else {
            line.text(", unknown-proto-family-").hex(protocol, 4).text(" (");
            network(size);
            line.put(')');
        }
    }
}
