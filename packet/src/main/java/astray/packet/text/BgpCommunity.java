package astray.packet.text;

/** BGP's communities: plain (RFC 1997), extended (RFC 4360 and others), large (RFC 8092); and route distinguishers. */
final class BgpCommunity {
    private static final long NO_EXPORT = 0xffffff01L;
    private static final long NO_ADVERTISE = 0xffffff02L;
    private static final long NO_EXPORT_SUBCONFED = 0xffffff03L;

    private static final Table EXTENDED = Table.of("""
            0x0002 target
            0x0102 target
            0x0202 target
            0x0003 origin
            0x0103 origin
            0x0203 origin
            0x4004 link-BW
            0x4300 origin-validation-state
            0x0005 ospf-domain
            0x0105 ospf-domain
            0x0205 ospf-domain
            0x8005 ospf-domain
            0x0306 ospf-route-type
            0x8000 ospf-route-type
            0x030c encapsulation
            0x0107 ospf-router-id
            0x8001 ospf-router-id
            0x800a layer2-info
            0x8800 eigrp-general-route (flag, tag)
            0x8801 eigrp-route-metric (AS, delay)
            0x8802 eigrp-route-metric (reliability, nexthop, bandwidth)
            0x8803 eigrp-route-metric (load, MTU)
            0x8804 eigrp-external-route (remote-AS, remote-ID)
            0x8805 eigrp-external-route (remote-proto, remote-metric)
            0x0009 source-AS
            0x010b vrf-route-import
            0x000a l2vpn-id
            0xf10a l2vpn-id
            """);

    private static final Table FLAGS = Table.of("0x8000 vendor-specific\n0x4000 non-transitive\n");

    /** RFC 8097 section 2. */
    private static final Table VALIDATION = Table.of("0 valid\n1 not found\n2 invalid\n");

    /** RFC 4577 section 4.2.6. */
    private static final Table OSPF_TYPES = Table.of("""
            1 Router
            2 Network
            3 Summary
            5 External
            7 NSSA External
            129 MPLS-VPN Sham
            """);

    /** BGP Tunnel Encapsulation Attribute Tunnel Types of IANA. */
    private static final Table TUNNELS = Table.of("""
            1 L2TPv3 over IP
            2 GRE
            3 Transmit Tunnel
            4 IPsec
            5 IP in IP with IPsec
            6 MPLS in IP with IPsec
            7 IP in IP
            8 VXLAN
            9 NVGRE
            10 MPLS
            11 MPLS in GRE
            12 VXLAN GPE
            13 MPLS in UDP
            14 IPv6
            15 SR TE
            16 Bare
            17 SR
            """);

    private BgpCommunity() {}

    /** Prints communities; their length is a multiple of 4. */
    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        for (int i = 0; i < length; i += 4) {
            long community = sheet.be32(at + i);
            if (community == NO_EXPORT) {
                line.text(" NO_EXPORT");
            } else if (community == NO_ADVERTISE) {
                line.text(" NO_ADVERTISE");
            } else if (community == NO_EXPORT_SUBCONFED) {
                line.text(" NO_EXPORT_SUBCONFED");
            } else {
                line.number(community >> 16).put(':').number(community & 0xffff);
                line.text(length - i > 4 ? ", " : "");
            }
        }
    }

    /** Prints large communities; whether their length makes sense. */
    static boolean large(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length == 0 || length % 12 != 0) {
            line.text("invalid len");
            return false;
        }
        line.text("\n\t    ");
        for (int i = 0; i < length; i += 12) {
            sheet.need(at + i, 12);
            line.number(sheet.be32(at + i)).put(':').number(sheet.be32(at + i + 4));
            line.put(':').number(sheet.be32(at + i + 8)).text(length - i > 12 ? ", " : "");
        }
        return true;
    }

    /** Prints extended communities; false when one was cut off. */
    static boolean extended(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length % 8 != 0) {
            line.text("invalid len");
            return true;
        }
        for (int i = 0; i < length; i += 8) {
            int here = at + i;
            if (!sheet.has(here, 2)) {
                return false;
            }
            int type = sheet.be16(here);
            line.text("\n\t    ").text(EXTENDED.name(type, "unknown extd community typecode"));
            line.text(" (0x").hex(type, 4).text("), Flags [").text(FLAGS.bits(type, ", ", "none"));
            line.put(']');
            if (!sheet.has(here, 8)) {
                return false;
            }
            line.text(": ");
            value(sheet, type, here);
        }
        return true;
    }

    private static void value(Sheet sheet, int type, int at) {
        Line line = sheet.line;
        switch (type) {
            case 0x0002, 0x0003, 0x000a -> {
                line.number(sheet.be16(at + 2))
                        .put(':')
                        .number(sheet.be32(at + 4))
                        .text(" (= ");
                sheet.host4(at + 4);
                line.put(')');
            }
            case 0x0102, 0x0103, 0xf10a, 0x010b -> {
                sheet.host4(at + 2);
                line.put(':').number(sheet.be16(at + 6));
            }
            case 0x0202, 0x0203 -> {
                Bgp.system(sheet, sheet.be32(at + 2));
                line.put(':').number(sheet.be16(at + 6));
            }
            case 0x4004 -> {
                line.text("bandwidth: ");
                Decimal.megabits(line, sheet.s32(at + 4));
            }
            case 0x4300 -> {
                long reserved = sheet.be48(at + 2) >> 8;
                if (reserved != 0) {
                    line.text("[the reserved field 0x").hex(reserved).text(" MUST be 0] ");
                }
                line.text("ovs: ").text(VALIDATION.name(sheet.u8(at + 7), "unknown origin validation state"));
            }
            case 0x0005, 0x0105, 0x0205, 0x8005, 0x0107, 0x8001 -> sheet.host4(at + 2);
            case 0x0306, 0x8000 -> {
                int kind = sheet.u8(at + 6);
                line.text("area:");
                sheet.host4(at + 2);
                line.text(", router-type:").text(OSPF_TYPES.orHex(kind, "unknown (0x", 2, ")"));
                line.text(", metric-type:").text((sheet.u8(at + 7) & 1) != 0 ? "E2" : "");
                line.text(kind == 5 || kind == 7 ? "E1" : "");
            }
            case 0x800a -> {
                line.text(PseudoWire.BGP_ENCAPSULATIONS.name(sheet.u8(at + 2), "unknown encaps"));
                line.text(" Control Flags [0x").hex(sheet.u8(at + 3), 2).text("]:MTU ");
                line.number(sheet.be16(at + 4));
            }
            case 0x0009 -> line.text("AS ").number(sheet.be16(at + 2));
            case 0x030c -> line.text("Tunnel type: ").text(TUNNELS.name(sheet.be16(at + 6), "unknown encaps"));
            default -> line.hex(sheet.be48(at + 2), 12);
        }
    }

    /** Prints a route distinguisher (RFC 4364 section 4.2). */
    static void distinguisher(Sheet sheet, int at) {
        Line line = sheet.line;
        switch (sheet.be16(at)) {
            case 0 -> {
                sheet.need(at, 8);
                line.number(sheet.be16(at + 2))
                        .put(':')
                        .number(sheet.be32(at + 4))
                        .text(" (= ");
                line.ip4(sheet.s32(at + 4)).put(')');
            }
            case 1 -> {
                sheet.need(at, 8);
                line.ip4(sheet.s32(at + 2)).put(':').number(sheet.be16(at + 6));
            }
            case 2 -> {
                sheet.need(at, 8);
                Bgp.system(sheet, sheet.be32(at + 2));
                line.put(':').number(sheet.be16(at + 6)).text(" (");
                line.ip4(sheet.s32(at + 2)).put(':').number(sheet.be16(at + 6)).put(')');
            }
            default -> line.text("unknown RD format");
        }
    }
}
