package astray.packet.text;

/** ARCnet (RFC 1201, RFC 1051) as BSD captures it (LINKTYPE_ARCNET_BSD) and as Linux does (LINKTYPE_ARCNET_LINUX). */
final class Arcnet {
    private static final int DESTINATION = 1;
    private static final int TYPE = 2;
    private static final int FLAG = 3;
    private static final int OLD_HEADER = 3;
    private static final int NEW_HEADER = 6;
    private static final int EXCEPTION = 0xff;
    private static final int EXCEPTION_HEADER = 10;

    private static final int LINUX_TYPE = 4;
    private static final int LINUX_OLD_HEADER = 5;
    private static final int LINUX_NEW_HEADER = 8;

    private static final int OLD_IP = 240;
    private static final int OLD_ARP = 241;
    private static final int IP4 = 212;
    private static final int ARP = 213;
    private static final int REVERSE_ARP = 214;
    private static final int IP6 = 0xc4;
    private static final int DIAGNOSIS = 0x80;

    private static final Table TYPES = Table.of("""
            240 oldip
            241 oldarp
            212 ip
            213 arp
            214 rarp
            221 atalk
            247 banyan
            250 ipx
            0xc4 ipv6
            0x80 diag
            """);

    private Arcnet() {}

    private static boolean isOld(int type) {
        return type == OLD_IP || type == OLD_ARP || type == DIAGNOSIS;
    }

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "arcnet";
        sheet.need(at, OLD_HEADER);
        int type = sheet.u8(at + TYPE);
        int size = OLD_HEADER;
        int flag = 0;
        boolean numbered = !isOld(type);
        int sequence = 0;
        if (numbered) {
            size = NEW_HEADER;
            if (!sheet.has(at, NEW_HEADER)) {
                cut(sheet, at, wire, " phds");
            }
            flag = sheet.u8(at + FLAG);
            if (flag == EXCEPTION) {
                size = EXCEPTION_HEADER;
                if (!sheet.has(at, EXCEPTION_HEADER)) {
                    cut(sheet, at, wire, " phds extended");
                }
                flag = sheet.u8(at + 7);
            }
            sequence = sheet.be16(at + size - 2);
        }
        if (sheet.options.linkLevel()) {
            header(sheet, at, wire, numbered, flag, sequence);
        }
        // a fragment but the first has nothing that can be read
        if (flag == 0 || (flag & 1) != 0) {
            payload(sheet, type, at + size, wire - size);
        }
    }

    static void printLinux(Sheet sheet, int at, int wire) {
        sheet.protocol = "arcnet_linux";
        sheet.need(at, LINUX_OLD_HEADER);
        int type = sheet.u8(at + LINUX_TYPE);
        int size = isOld(type) ? LINUX_OLD_HEADER : LINUX_NEW_HEADER;
        sheet.need(at, size);
        if (sheet.options.linkLevel()) {
            // the original takes the first byte of the offset for the type
            header(sheet, at, wire, false, 0, 0);
        }
        payload(sheet, type, at + size, wire - size);
    }

    private static void cut(Sheet sheet, int at, int wire, String what) {
        header(sheet, at, wire, false, 0, 0);
        sheet.text(what);
        throw Truncated.HERE;
    }

    private static void header(Sheet sheet, int at, int wire, boolean numbered, int flag, int sequence) {
        String outer = sheet.protocol;
        sheet.protocol = "arcnet";
        Line line = sheet.line.hex(sheet.u8(at), 2).put(' ');
        line.hex(sheet.u8(at + DESTINATION), 2).put(' ');
        if (sheet.options.quiet() == 0) {
            line.text(TYPES.orHex(sheet.u8(at + TYPE), "", 2, "")).put(' ');
            if (numbered) {
                line.text("seqid ").hex(sequence, 4).put(' ');
                if ((flag & 1) != 0) {
                    line.text("(first of ").number((flag + 3L) / 2).text(" fragments) ");
                } else if (flag != 0) {
                    line.text("(fragment ").number(flag / 2 + 1L).text(") ");
                }
            }
        }
        line.number(wire).text(": ");
        sheet.protocol = outer;
    }

    private static void payload(Sheet sheet, int type, int at, int length) {
        switch (type) {
            case OLD_IP, IP4 -> Ip4.print(sheet, at, length);
            case IP6 -> Ip6.print(sheet, at, length);
            case OLD_ARP, ARP, REVERSE_ARP -> Arp.print(sheet, at, length);
            default -> LinkLayer.raw(sheet, at);
        }
    }
}
