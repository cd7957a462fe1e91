package astray.packet.text;

/** The names of RSVP's objects and of their types. */
final class RsvpNames {
    static final Table OBJECTS = Table.of("""
            1 Session
            3 RSVP Hop
            4 Integrity
            5 Time Values
            6 Error Spec
            7 Scope
            8 Style
            9 Flowspec
            10 FilterSpec
            11 Sender Template
            12 Sender TSpec
            13 Adspec
            14 Policy Data
            15 Confirm
            16 Label
            19 Label Request
            20 ERO
            21 RRO
            22 Hello
            23 Message ID
            24 Message ID Ack
            25 Message ID List
            34 Recovery Label
            35 Upstream Label
            36 Label Set
            37 Protection
            50 Sub-LSP to LSP
            63 Detour
            66 Class Type
            125 Class Type (old)
            129 Suggested Label
            130 Acceptable Label Set
            131 Restart Capability
            134 Capability
            195 Notify Request
            196 Administrative Status
            204 Properties
            205 Fast Re-Route
            207 Session Attribute
            229 Generalized UNI
            230 Call-ID
            236 Call Capability
            """);

    /** The types, by the object's number in the upper byte. */
    static final Table TYPES = Table.of("""
            0x0101 IPv4
            0x0102 IPv6
            0x0107 Tunnel IPv4
            0x010b UNI IPv4
            0x010d IPv4 P2MP LSP Tunnel
            0x010e IPv6 P2MP LSP Tunnel
            0x0301 IPv4
            0x0302 IPv6
            0x0303 IPv4 plus opt. TLVs
            0x0304 IPv6 plus opt. TLVs
            0x0501 1
            0x0601 IPv4
            0x0602 IPv6
            0x0603 IPv4 plus opt. TLVs
            0x0604 IPv6 plus opt. TLVs
            0x0801 1
            0x0901 obsolete
            0x0902 IntServ
            0x0a01 IPv4
            0x0a02 IPv6
            0x0a03 IPv6 Flow-label
            0x0a07 Tunnel IPv4
            0x0a0c IPv4 P2MP LSP Tunnel
            0x0a0d IPv6 P2MP LSP Tunnel
            0x0b01 IPv4
            0x0b02 IPv6
            0x0b07 Tunnel IPv4
            0x0b0c IPv4 P2MP LSP Tunnel
            0x0b0d IPv6 P2MP LSP Tunnel
            0x0c02 IntServ
            0x0d02 IntServ
            0x0f01 IPv4
            0x0f02 IPv6
            0x1001 Label
            0x1002 Generalized Label
            0x1003 Waveband Switching
            0x1301 without label range
            0x1302 with ATM label range
            0x1303 with FR label range
            0x1304 Generalized Label
            0x1401 IPv4
            0x1501 IPv4
            0x1601 Hello Request
            0x1602 Hello Ack
            0x1701 1
            0x1801 Message id ack
            0x1802 Message id nack
            0x1901 1
            0x2201 Label
            0x2202 Generalized Label
            0x2203 Waveband Switching
            0x2301 Label
            0x2302 Generalized Label
            0x2303 Waveband Switching
            0x2401 1
            0x3201 IPv4 sub-LSP
            0x3202 IPv6 sub-LSP
            0x3f07 Tunnel IPv4
            0x4201 1
            0x7d01 1
            0x8101 Label
            0x8102 Generalized Label
            0x8103 Waveband Switching
            0x8301 IPv4
            0x8601 1
            0xc301 IPv4
            0xc302 IPv6
            0xc401 1
            0xcc01 1
            0xcd01 1
            0xcd07 Tunnel IPv4
            0xcf07 Tunnel IPv4
            0xe501 1
            """);

    private RsvpNames() {}
}
