package astray.packet.text;

/** The TLVs of IS-IS by their numbers (IANA's IS-IS TLV codepoints). */
final class IsisTlv {
    static final int AREAS = 1;
    static final int NEIGHBOURS = 2;
    static final int END_NEIGHBOURS = 3;
    static final int PARTITION = 4;
    static final int PREFIX_NEIGHBOURS = 5;
    static final int LAN_NEIGHBOURS = 6;
    static final int INSTANCE = 7;
    static final int PADDING = 8;
    static final int LINK_STATES = 9;
    static final int AUTHENTICATION = 10;
    static final int CHECKSUM = 12;
    static final int PURGE_ORIGINATOR = 13;
    static final int BUFFER_SIZE = 14;
    static final int EXTENDED_NEIGHBOURS = 22;
    static final int ALIAS = 24;
    static final int INTERNAL_IP = 128;
    static final int PROTOCOLS = 129;
    static final int EXTERNAL_IP = 130;
    static final int INTER_DOMAIN = 131;
    static final int ADDRESSES = 132;
    static final int ROUTER_ID = 134;
    static final int EXTENDED_IP = 135;
    static final int HOST_NAME = 137;
    static final int SHARED_RISK = 138;
    static final int PORT_CAPABILITY = 143;
    static final int TOPOLOGY_CAPABILITY = 144;
    static final int RESTART = 211;
    static final int TOPOLOGY_NEIGHBOURS = 222;
    static final int TOPOLOGIES = 229;
    static final int ADDRESSES6 = 232;
    static final int TOPOLOGY_IP = 235;
    static final int IP6 = 236;
    static final int TOPOLOGY_IP6 = 237;
    static final int ADJACENCY = 240;
    static final int SEQUENCE = 241;
    static final int ROUTER_CAPABILITY = 242;
    static final int VENDOR = 250;

    static final Table NAMES = Table.of("""
            1 Area address(es)
            2 IS Reachability
            3 ES Neighbor(s)
            4 Partition DIS
            5 Prefix Neighbors
            6 IS Neighbor(s)
            7 Instance Identifier
            8 Padding
            9 LSP entries
            10 Authentication
            12 Checksum
            13 Purge Originator Identifier
            14 LSP Buffersize
            22 Extended IS Reachability
            24 IS Alias ID
            42 DECnet Phase IV
            66 Lucent Proprietary
            128 IPv4 Internal Reachability
            129 Protocols supported
            130 IPv4 External Reachability
            131 Inter-Domain Information Type
            132 IPv4 Interface address(es)
            133 IPv4 authentication (deprecated)
            134 Traffic Engineering Router ID
            135 Extended IPv4 Reachability
            137 Hostname
            138 Shared Risk Link Group
            143 Multi-Topology-Aware Port Capability
            144 Multi-Topology Capability
            176 Nortel Proprietary
            177 Nortel Proprietary
            211 Restart Signaling
            222 Multi Topology IS Reachability
            229 Multi Topology
            232 IPv6 Interface address(es)
            235 Multi-Topology IPv4 Reachability
            236 IPv6 reachability
            237 Multi-Topology IP6 Reachability
            240 Point-to-point Adjacency State
            241 Hello PDU Sequence Number
            242 IS-IS Router Capability
            250 Vendor Private
            """);

    private IsisTlv() {}
}
