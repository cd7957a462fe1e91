package astray.packet.text;

/** What Juniper's routers tell of a packet in front of it: values of a type, in little-endian order below type 128. */
final class JuniperExtensions {
    private static final int TLV_HEADER = 2;

    private static final Table TYPES = Table.of("""
            1 Device Interface Index
            2 Device Interface Name
            3 Device Media Type
            4 Logical Interface Index
            5 Logical Unit Number
            6 Logical Interface Encapsulation
            7 TTP derived Device Media Type
            8 TTP derived Logical Interface Encapsulation
            """);

    private static final Table MEDIA = Table.of("""
            1 Ethernet
            2 FDDI
            3 Token-Ring
            4 PPP
            5 Frame-Relay
            6 Cisco-HDLC
            7 SMDS-DXI
            8 ATM-PVC
            9 PPP-CCC
            10 Frame-Relay-CCC
            11 IP-over-IP
            12 GRE
            13 PIM-Encapsulator
            14 PIM-Decapsulator
            15 Cisco-HDLC-CCC
            16 VLAN-CCC
            17 Multilink-PPP
            18 Multilink-FR
            19 Multilink
            20 LSI
            22 ATM-CCC-Cell-Relay
            23 IPSEC-over-IP
            24 GGSN
            27 PPP-TCC
            28 Frame-Relay-TCC
            29 Cisco-HDLC-TCC
            30 Ethernet-CCC
            31 VPN-Loopback-tunnel
            32 Extended-VLAN-CCC
            33 Ethernet-over-ATM
            34 Monitor
            35 Ethernet-TCC
            36 VLAN-TCC
            37 Extended-VLAN-TCC
            38 Controller
            39 Multilink-FR-UNI-NNI
            40 LinkService
            41 VPLS
            42 VLAN-VPLS
            43 Extended-VLAN-VPLS
            44 Logical-tunnel
            45 General-Services
            46 Ethernet-VPLS-over-ATM
            48 Extended FR-CCC
            49 Extended FR-TCC
            50 Flexible-FrameRelay
            52 Flexible-Ethernet-Services
            53 Flow-collection
            56 PPPoE
            57 PPP-Subordinate
            59 Dynamic-Flow-Capture
            60 PIC Peer
            """);

    private static final Table ENCAPSULATIONS = Table.of("""
            2 ATM SNAP
            3 ATM NLPID
            4 ATM VCMUX
            5 ATM LLC
            6 PPP over ATM VCMUX
            7 PPP over ATM LLC
            8 PPP over FUNI
            9 CCC over ATM
            10 FR NLPID
            11 FR SNAP
            12 FR PPP
            13 FR CCC
            14 Ethernet
            17 PPP
            18 C-HDLC
            19 PPP CCC
            20 IPIP
            21 PIM Null
            22 GRE NULL
            23 PPP over GRE
            24 PIMd
            25 C-HDLC CCC
            26 CISCO compatible NLPID
            27 VLAN CCC
            28 MLPPP
            29 MLFR
            30 LSI Null
            32 ATM CCC Cell Relay
            33 Crypto
            34 GGSN
            35 ATM VCMUX TCC
            36 FR TCC
            37 PPP TCC
            38 C-HDLC TCC
            39 Ethernet CCC
            40 VT
            41 Ethernet over ATM LLC
            42 Extended VLAN CCC
            43 ATM SNAP TCC
            44 Monitor
            45 Ethernet TCC
            46 VLAN TCC
            47 Extended VLAN TCC
            48 MFR
            49 VPLS
            50 VLAN VPLS
            51 Extended VLAN VPLS
            52 General Services
            53 Ethernet VPLS over ATM LLC
            54 FR CCC
            55 MLPPP over ATM LLC
            56 Ethernet over ATM CCC
            57 LT VLAN
            58 Collector
            59 Aggregator
            60 LAPD
            61 PPPoE over ATM LLC
            62 PPPoE over Ethernet
            63 PPPoE
            64
            65 C-HDLC via dialer
            """);

    private JuniperExtensions() {}

    /** Prints the extensions; where they end, negative when one is longer than all. */
    static int print(Sheet sheet, int at) {
        Line line = sheet.line;
        int length = sheet.be16(at);
        boolean loud = sheet.v > 1;
        if (loud) {
            line.text(", PCAP Extension(s) total length ").number(length);
        }
        int here = at + 2;
        int end = here + length;
        sheet.need(here, length);
        while (end - here > TLV_HEADER) {
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            if (type == 0 || size == 0) {
                break;
            }
            if (end - here < size + TLV_HEADER) {
                sheet.invalid("extension_length", end - here, "<", size + TLV_HEADER);
                return -1;
            }
            if (loud) {
                line.text("\n\t  ").text(TYPES.name(type, "Unknown"));
                line.text(" Extension TLV #")
                        .number(type)
                        .text(", length ")
                        .number(size)
                        .text(", value ");
                if (type != 2 && size <= 4) {
                    value(sheet, type, here + TLV_HEADER, size);
                }
            }
            here += TLV_HEADER + size;
        }
        if (loud) {
            line.text("\n\t-----original packet-----\n\t");
        }
        return end;
    }

    private static void value(Sheet sheet, int type, int at, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | sheet.u8(type < 128 ? at + size - 1 - i : at + i);
        }
        switch (type) {
            case 3, 7 -> named(sheet.line, MEDIA, value);
            case 6, 8 -> named(sheet.line, ENCAPSULATIONS, value);
            default -> sheet.line.number(value);
        }
    }

    private static void named(Line line, Table names, long value) {
        line.text(names.name(value, "Unknown")).text(" (").number(value).put(')');
    }
}
