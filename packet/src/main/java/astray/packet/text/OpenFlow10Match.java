package astray.packet.text;

/** What a flow of OpenFlow 1.0 compares of a packet (switch specification 1.0.0, section 5.2.3). */
final class OpenFlow10Match {
    static final int LENGTH = 40;

    /** What is not compared. Of IPv4 addresses six bits each tell how many bits at the end are not. */
    private static final int IN_PORT = 0x01;

    private static final int VLAN = 0x02;
    private static final int SOURCE = 0x04;
    private static final int DESTINATION = 0x08;
    private static final int TYPE = 0x10;
    private static final int PROTOCOL = 0x20;
    private static final int SOURCE_PORT = 0x40;
    private static final int DESTINATION_PORT = 0x80;
    private static final int PRIORITY = 0x100000;
    private static final int SERVICE = 0x200000;
    private static final long WILDCARDS_KNOWN = 0x3fffff;

    private static final Table WILDCARDS = Table.of("""
            0x000001 IN_PORT
            0x000002 DL_VLAN
            0x000004 DL_SRC
            0x000008 DL_DST
            0x000010 DL_TYPE
            0x000020 NW_PROTO
            0x000040 TP_SRC
            0x000080 TP_DST
            0x100000 DL_VLAN_PCP
            0x200000 NW_TOS
            """);

    private OpenFlow10Match() {}

    /** Prints what is compared, each after a text of its own. */
    static void print(Sheet sheet, String before, int at) {
        Line line = sheet.line;
        int wildcards = sheet.s32(at);
        if ((wildcards & ~WILDCARDS_KNOWN) != 0) {
            line.text(before).text("wildcards 0x").hex(sheet.be32(at), 8).text(" (bogus)");
        }
        if (compares(sheet, before, wildcards, IN_PORT, at + 5, "in_port ")) {
            OpenFlow10Ports.number(sheet, "", at + 4);
        }
        if (compares(sheet, before, wildcards, SOURCE, at + 11, "dl_src ")) {
            sheet.mac(at + 6);
        }
        if (compares(sheet, before, wildcards, DESTINATION, at + 17, "dl_dst ")) {
            sheet.mac(at + 12);
        }
        if (compares(sheet, before, wildcards, VLAN, at + 19, "dl_vlan ")) {
            vlan(line, sheet.be16(at + 18));
        }
        if (compares(sheet, before, wildcards, PRIORITY, at + 20, "dl_vlan_pcp ")) {
            priority(line, sheet.u8(at + 20));
        }
        int type = (wildcards & TYPE) != 0 ? -1 : sheet.be16(at + 22);
        if (compares(sheet, before, wildcards, TYPE, at + 23, "dl_type 0x")) {
            line.hex(type, 4);
        }
        if (compares(sheet, before, wildcards, SERVICE, at + 24, "nw_tos 0x")) {
            line.hex(sheet.u8(at + 24), 2);
        }
        int protocol = (wildcards & PROTOCOL) != 0 ? -1 : sheet.u8(at + 25);
        String protocolField = type == EtherType.ARP ? "arp_opcode " : "nw_proto ";
        if (compares(sheet, before, wildcards, PROTOCOL, at + 25, protocolField)) {
            line.number(protocol);
        }
        network(sheet, before, "nw_src ", wildcards >> 8 & 63, at + 28);
        network(sheet, before, "nw_dst ", wildcards >> 14 & 63, at + 32);
        boolean icmp = type == EtherType.IP4 && protocol == IpProtocol.ICMP;
        if (compares(sheet, before, wildcards, SOURCE_PORT, at + 37, icmp ? "icmp_type " : "tp_src ")) {
            line.number(sheet.be16(at + 36));
        }
        if (compares(sheet, before, wildcards, DESTINATION_PORT, at + 39, icmp ? "icmp_code " : "tp_dst ")) {
            line.number(sheet.be16(at + 38));
        }
        sheet.need(at, LENGTH);
    }

    /** Prints the names of wildcards. */
    static void wildcards(Sheet sheet, String what, int at) {
        OpenFlow.bits(sheet, what, at, WILDCARDS, WILDCARDS_KNOWN);
    }

    static void vlan(Line line, int number) {
        if (number == 0xffff) {
            line.text("NONE");
        } else {
            line.number(number).text(number > 0 && number < 0xfff ? "" : " (bogus)");
        }
    }

    static void priority(Line line, int number) {
        line.number(number).text(number <= 7 ? "" : " (bogus)");
    }

    /** Whether a field, whose last byte is known, is compared; its name is printed then. */
    private static boolean compares(Sheet sheet, String before, int wildcards, int wildcard, int last, String field) {
        boolean compares = (wildcards & wildcard) == 0;
        sheet.need(last, 1);
        if (compares) {
            sheet.text(before).text("match ").text(field);
        }
        return compares;
    }

    private static void network(Sheet sheet, String before, String field, int free, int at) {
        sheet.need(at, 4);
        if (free < 32) {
            sheet.text(before).text("match ").text(field);
            sheet.host4(at);
            sheet.line.put('/').number(32 - free);
        }
    }
}
