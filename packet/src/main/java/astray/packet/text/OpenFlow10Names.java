package astray.packet.text;

/** The numbers of OpenFlow 1.0 and their names (switch specification 1.0.0, section 5). */
final class OpenFlow10Names {
    static final Table TYPES = Table.of("""
            0 HELLO
            1 ERROR
            2 ECHO_REQUEST
            3 ECHO_REPLY
            4 VENDOR
            5 FEATURES_REQUEST
            6 FEATURES_REPLY
            7 GET_CONFIG_REQUEST
            8 GET_CONFIG_REPLY
            9 SET_CONFIG
            10 PACKET_IN
            11 FLOW_REMOVED
            12 PORT_STATUS
            13 PACKET_OUT
            14 FLOW_MOD
            15 PORT_MOD
            16 STATS_REQUEST
            17 STATS_REPLY
            18 BARRIER_REQUEST
            19 BARRIER_REPLY
            20 QUEUE_GET_CONFIG_REQUEST
            21 QUEUE_GET_CONFIG_REPLY
            """);

    static final Table CONFIGURATIONS = Table.of("""
            0x01 PORT_DOWN
            0x02 NO_STP
            0x04 NO_RECV
            0x08 NO_RECV_STP
            0x10 NO_FLOOD
            0x20 NO_FWD
            0x40 NO_PACKET_IN
            """);

    static final String[] TREE = {"STP_LISTEN", "STP_LEARN", "STP_FORWARD", "STP_BLOCK"};

    static final Table PORTS = Table.of("""
            0xff00 MAX
            0xfff8 IN_PORT
            0xfff9 TABLE
            0xfffa NORMAL
            0xfffb FLOOD
            0xfffc ALL
            0xfffd CONTROLLER
            0xfffe LOCAL
            0xffff NONE
            """);

    static final Table FEATURES = Table.of("""
            0x001 10MB_HD
            0x002 10MB_FD
            0x004 100MB_HD
            0x008 100MB_FD
            0x010 1GB_HD
            0x020 1GB_FD
            0x040 10GB_FD
            0x080 COPPER
            0x100 FIBER
            0x200 AUTONEG
            0x400 PAUSE
            0x800 PAUSE_ASYM
            """);

    static final Table WILDCARDS = Table.of("""
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

    static final Table ACTIONS = Table.of("""
            0 OUTPUT
            1 SET_VLAN_VID
            2 SET_VLAN_PCP
            3 STRIP_VLAN
            4 SET_DL_SRC
            5 SET_DL_DST
            6 SET_NW_SRC
            7 SET_NW_DST
            8 SET_NW_TOS
            9 SET_TP_SRC
            10 SET_TP_DST
            11 ENQUEUE
            0xffff VENDOR
            """);

    static final Table ACTION_BITS = Table.of("""
            0x001 OUTPUT
            0x002 SET_VLAN_VID
            0x004 SET_VLAN_PCP
            0x008 STRIP_VLAN
            0x010 SET_DL_SRC
            0x020 SET_DL_DST
            0x040 SET_NW_SRC
            0x080 SET_NW_DST
            0x100 SET_NW_TOS
            0x200 SET_TP_SRC
            0x400 SET_TP_DST
            0x800 ENQUEUE
            """);

    static final Table CAPABILITIES = Table.of("""
            0x01 FLOW_STATS
            0x02 TABLE_STATS
            0x04 PORT_STATS
            0x08 STP
            0x10 RESERVED
            0x20 IP_REASM
            0x40 QUEUE_STATS
            0x80 ARP_MATCH_IP
            """);

    static final Table FRAGMENTS = Table.of("""
            0 FRAG_NORMAL
            1 FRAG_DROP
            2 FRAG_REASM
            """);

    static final Table COMMANDS = Table.of("""
            0 ADD
            1 MODIFY
            2 MODIFY_STRICT
            3 DELETE
            4 DELETE_STRICT
            """);

    static final Table FLAGS = Table.of("""
            0x01 SEND_FLOW_REM
            0x02 CHECK_OVERLAP
            0x04 EMERG
            """);

    static final Table STATISTICS = Table.of("""
            0 DESC
            1 FLOW
            2 AGGREGATE
            3 TABLE
            4 PORT
            5 QUEUE
            0xffff VENDOR
            """);

    static final Table TABLES = Table.of("""
            0xfe EMERG
            0xff ALL
            """);

    static final Table PACKET_REASONS = Table.of("""
            0 NO_MATCH
            1 ACTION
            """);

    static final Table REMOVAL_REASONS = Table.of("""
            0 IDLE_TIMEOUT
            1 HARD_TIMEOUT
            2 DELETE
            """);

    static final Table PORT_REASONS = Table.of("""
            0 ADD
            1 DELETE
            2 MODIFY
            """);

    static final Table PROPERTIES = Table.of("""
            0 NONE
            1 MIN_RATE
            """);

    static final Table ERRORS = Table.of("""
            0 HELLO_FAILED
            1 BAD_REQUEST
            2 BAD_ACTION
            3 FLOW_MOD_FAILED
            4 PORT_MOD_FAILED
            5 QUEUE_OP_FAILED
            """);

    static final Table CODES = Table.of("""
            0 INCOMPATIBLE EPERM
            1 BAD_VERSION BAD_TYPE BAD_STAT BAD_VENDOR BAD_SUBTYPE EPERM BAD_LEN BUFFER_EMPTY BUFFER_UNKNOWN
            2 BAD_TYPE BAD_LEN BAD_VENDOR BAD_VENDOR_TYPE BAD_OUT_PORT BAD_ARGUMENT EPERM TOO_MANY BAD_QUEUE
            3 ALL_TABLES_FULL OVERLAP EPERM BAD_EMERG_TIMEOUT BAD_COMMAND UNSUPPORTED
            4 BAD_PORT BAD_HW_ADDR
            5 BAD_PORT BAD_QUEUE EPERM
            """);

    static final Table BIG_SWITCH_MESSAGES = Table.of("""
            0 SET_IP_MASK
            1 GET_IP_MASK_REQUEST
            2 GET_IP_MASK_REPLY
            3 SET_MIRRORING
            4 GET_MIRRORING_REQUEST
            5 GET_MIRRORING_REPLY
            6 SHELL_COMMAND
            7 SHELL_OUTPUT
            8 SHELL_STATUS
            9 GET_INTERFACES_REQUEST
            10 GET_INTERFACES_REPLY
            11 SET_PKTIN_SUPPRESSION_REQUEST
            12 SET_L2_TABLE_REQUEST
            13 GET_L2_TABLE_REQUEST
            14 GET_L2_TABLE_REPLY
            15 VIRTUAL_PORT_CREATE_REQUEST
            16 VIRTUAL_PORT_CREATE_REPLY
            17 VIRTUAL_PORT_REMOVE_REQUEST
            18 BW_ENABLE_SET_REQUEST
            19 BW_ENABLE_GET_REQUEST
            20 BW_ENABLE_GET_REPLY
            21 BW_CLEAR_DATA_REQUEST
            22 BW_CLEAR_DATA_REPLY
            23 BW_ENABLE_SET_REPLY
            24 SET_L2_TABLE_REPLY
            25 SET_PKTIN_SUPPRESSION_REPLY
            26 VIRTUAL_PORT_REMOVE_REPLY
            27 HYBRID_GET_REQUEST
            28 HYBRID_GET_REPLY
            31 PDU_TX_REQUEST
            32 PDU_TX_REPLY
            33 PDU_RX_REQUEST
            34 PDU_RX_REPLY
            35 PDU_RX_TIMEOUT
            """);

    static final Table BIG_SWITCH_ACTIONS = Table.of("""
            1 MIRROR
            2 SET_TUNNEL_DST
            4 CHECKSUM
            """);

    static final Table STAGES = Table.of("""
            0 INGRESS
            1 EGRESS
            """);

    static final String[] SWITCHED = {"OFF", "ON"};

    static final String[] PORT_COUNTERS = {
        "rx_packets",
        "tx_packets",
        "rx_bytes",
        "tx_bytes",
        "rx_dropped",
        "tx_dropped",
        "rx_errors",
        "tx_errors",
        "rx_frame_err",
        "rx_over_err",
        "rx_crc_err",
        "collisions"
    };

    private OpenFlow10Names() {}
}
