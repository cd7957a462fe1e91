package astray.packet.text;

/** Messages of OpenFlow 1.3 (switch specification 1.3.5): those of which tcpdump prints more than the header. */
final class OpenFlow13 {
    private static final int HELLO = 0;
    private static final int ERROR = 1;
    private static final int ECHO_REQUEST = 2;
    private static final int ECHO_REPLY = 3;
    private static final int EXPERIMENTER = 4;
    private static final int FEATURES_REQUEST = 5;
    private static final int FEATURES_REPLY = 6;
    private static final int GET_CONFIG_REQUEST = 7;
    private static final int GET_CONFIG_REPLY = 8;
    private static final int SET_CONFIG = 9;
    private static final int PORT_STATUS = 12;
    private static final int PORT_MOD = 16;
    private static final int TABLE_MOD = 17;
    private static final int BARRIER_REQUEST = 20;
    private static final int BARRIER_REPLY = 21;
    private static final int QUEUE_GET_CONFIG_REQUEST = 22;
    private static final int ROLE_REQUEST = 24;
    private static final int ROLE_REPLY = 25;
    private static final int GET_ASYNC_REQUEST = 26;
    private static final int GET_ASYNC_REPLY = 27;
    private static final int SET_ASYNC = 28;

    static final Table TYPES = Table.of("""
            0 HELLO
            1 ERROR
            2 ECHO_REQUEST
            3 ECHO_REPLY
            4 EXPERIMENTER
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
            15 GROUP_MOD
            16 PORT_MOD
            17 TABLE_MOD
            18 MULTIPART_REQUEST
            19 MULTIPART_REPLY
            20 BARRIER_REQUEST
            21 BARRIER_REPLY
            22 QUEUE_GET_CONFIG_REQUEST
            23 QUEUE_GET_CONFIG_REPLY
            24 ROLE_REQUEST
            25 ROLE_REPLY
            26 GET_ASYNC_REQUEST
            27 GET_ASYNC_REPLY
            28 SET_ASYNC
            29 METER_MOD
            """);

    private static final long CAPABILITIES_KNOWN = 0x16f;
    private static final Table CAPABILITIES = Table.of("""
            0x01 FLOW_STATS
            0x02 TABLE_STATS
            0x04 PORT_STATS
            0x08 GROUP_STATS
            0x20 IP_REASM
            0x40 QUEUE_STATS
            0x100 PORT_BLOCKED
            """);
    private static final Table FRAGMENTS = Table.of("""
            0 FRAG_NORMAL
            1 FRAG_DROP
            2 FRAG_REASM
            """);
    private static final Table TABLES = Table.of("""
            0xfe MAX
            0xff ALL
            """);
    private static final Table LENGTHS = Table.of("""
            0xffe5 MAX
            0xffff NO_BUFFER
            """);
    private static final long CONFIGURATIONS_KNOWN = 0x65;
    private static final Table CONFIGURATIONS = Table.of("""
            0x01 PORT_DOWN
            0x04 NO_RECV
            0x20 NO_FWD
            0x40 NO_PACKET_IN
            """);
    private static final long STATES_KNOWN = 7;
    private static final Table STATES = Table.of("""
            0x01 LINK_DOWN
            0x02 BLOCKED
            0x04 LIVE
            """);
    private static final long FEATURES_KNOWN = 0xffff;
    private static final Table FEATURES = Table.of("""
            0x0001 10MB_HD
            0x0002 10MB_FD
            0x0004 100MB_HD
            0x0008 100MB_FD
            0x0010 1GB_HD
            0x0020 1GB_FD
            0x0040 10GB_FD
            0x0080 40GB_FD
            0x0100 100GB_FD
            0x0200 1TB_FD
            0x0400 OTHER
            0x0800 COPPER
            0x1000 FIBER
            0x2000 AUTONEG
            0x4000 PAUSE
            0x8000 PAUSE_ASYM
            """);
    private static final Table PORTS = Table.of("""
            0xffffff00 MAX
            0xfffffff8 IN_PORT
            0xfffffff9 TABLE
            0xfffffffa NORMAL
            0xfffffffb FLOOD
            0xfffffffc ALL
            0xfffffffd CONTROLLER
            0xfffffffe LOCAL
            0xffffffff ANY
            """);
    private static final Table ROLES = Table.of("""
            0 NOCHANGE
            1 EQUAL
            2 MASTER
            3 SLAVE
            """);
    private static final long VERSIONS_KNOWN = 0x3f;
    private static final Table VERSIONS = Table.of("""
            0x01 1.0
            0x02 1.1
            0x04 1.2
            0x08 1.3
            0x10 1.4
            0x20 1.5
            """);
    private static final long REASONS_KNOWN = 7;
    private static final Table PACKET_REASONS = Table.of("""
            0x01 NO_MATCH
            0x02 ACTION
            0x04 INVALID_TTL
            """);
    private static final Table PORT_REASON_BITS = Table.of("""
            0x01 ADD
            0x02 DELETE
            0x04 MODIFY
            """);
    private static final Table PORT_REASONS = Table.of("""
            0 ADD
            1 DELETE
            2 MODIFY
            """);
    private static final Table ERRORS = Table.of("""
            0 HELLO_FAILED
            1 BAD_REQUEST
            2 BAD_ACTION
            3 BAD_INSTRUCTION
            4 BAD_MATCH
            5 FLOW_MOD_FAILED
            6 GROUP_MOD_FAILED
            7 PORT_MOD_FAILED
            8 TABLE_MOD_FAILED
            9 QUEUE_OP_FAILED
            10 SWITCH_CONFIG_FAILED
            11 ROLE_REQUEST_FAILED
            12 METER_MOD_FAILED
            13 TABLE_FEATURES_FAILED
            0xffff EXPERIMENTER
            """);

    /** The codes of each kind of error, from zero on. */
    private static final Table CODES = Table.of("""
            0 INCOMPATIBLE EPERM
            1 BAD_VERSION BAD_TYPE BAD_MULTIPART BAD_EXPERIMENTER BAD_EXP_TYPE EPERM BAD_LEN BUFFER_EMPTY\
             BUFFER_UNKNOWN BAD_TABLE_ID IS_SLAVE BAD_PORT BAD_PACKET MULTIPART_BUFFER_OVERFLOW
            2 BAD_TYPE BAD_LEN BAD_EXPERIMENTER BAD_EXP_TYPE BAD_OUT_PORT BAD_ARGUMENT EPERM TOO_MANY BAD_QUEUE\
             BAD_OUT_GROUP MATCH_INCONSISTENT UNSUPPORTED_ORDER BAD_TAG BAD_SET_TYPE BAD_SET_LEN BAD_SET_ARGUMENT
            3 UNKNOWN_INST UNSUP_INST BAD_TABLE_ID UNSUP_METADATA UNSUP_METADATA_MASK BAD_EXPERIMENTER BAD_EXP_TYPE\
             BAD_LEN EPERM
            4 BAD_TYPE BAD_LEN BAD_TAG BAD_DL_ADDR_MASK BAD_NW_ADDR_MASK BAD_WILDCARDS BAD_FIELD BAD_VALUE BAD_MASK\
             BAD_PREREQ DUP_FIELD EPERM
            5 UNKNOWN TABLE_FULL BAD_TABLE_ID OVERLAP EPERM BAD_TIMEOUT BAD_COMMAND BAD_FLAGS
            6 GROUP_EXISTS INVALID_GROUP WEIGHT_UNSUPPORTED OUT_OF_GROUPS OUT_OF_BUCKETS CHAINING_UNSUPPORTED\
             WATCH_UNSUPPORTED LOOP UNKNOWN_GROUP CHAINED_GROUP BAD_TYPE BAD_COMMAND BAD_BUCKET BAD_MATCH EPERM
            7 BAD_PORT BAD_HW_ADDR BAD_CONFIG BAD_ADVERTISE EPERM
            8 BAD_TABLE BAD_CONFIG EPERM
            9 BAD_PORT BAD_QUEUE EPERM
            10 BAD_FLAGS BAD_LEN EPERM
            11 STALE UNSUP BAD_ROLE
            12 UNKNOWN METER_EXISTS INVALID_METER UNKNOWN_METER BAD_COMMAND BAD_FLAGS BAD_RATE BAD_BURST BAD_BAND\
             BAD_BAND_VALUE OUT_OF_METERS OUT_OF_BANDS
            13 BAD_TABLE BAD_METADATA BAD_TYPE BAD_LEN BAD_ARGUMENT EPERM
            """);

    private OpenFlow13() {}

    /** Prints a message's body. */
    static void message(Sheet sheet, int type, int at, int length) {
        if (!fits(type, length)) {
            sheet.invalid();
        } else if (sheet.v > 0) {
            body(sheet, type, at, length);
        }
        sheet.need(at, length);
    }

    private static boolean fits(int type, int length) {
        return switch (type) {
            case FEATURES_REQUEST, GET_CONFIG_REQUEST, BARRIER_REQUEST, BARRIER_REPLY, GET_ASYNC_REQUEST -> length == 0;
            case GET_CONFIG_REPLY, SET_CONFIG -> length == 4;
            case TABLE_MOD, QUEUE_GET_CONFIG_REQUEST -> length == 8;
            case ROLE_REQUEST, ROLE_REPLY -> length == 16;
            case FEATURES_REPLY, SET_ASYNC, GET_ASYNC_REPLY -> length == 24;
            case PORT_MOD -> length == 32;
            case PORT_STATUS -> length == 72;
            case ERROR -> length >= 4;
            case EXPERIMENTER -> length >= 8;
            default -> true;
        };
    }

    private static void body(Sheet sheet, int type, int at, int length) {
        switch (type) {
            case HELLO -> hello(sheet, at, length);
            case ECHO_REQUEST, ECHO_REPLY -> OpenFlow.data(sheet, at, length);
            case ERROR -> OpenFlow.error(sheet, ERRORS, CODES, at, length);
            case EXPERIMENTER -> {
                OpenFlow.vendor(sheet, "\n\t experimenter 0x", at);
                OpenFlow.hex(sheet, ", exp_type 0x", sheet.be32(at + 4), 8);
                OpenFlow.data(sheet, at + 8, length - 8);
            }
            case FEATURES_REPLY -> {
                OpenFlow.hex(sheet, "\n\t dpid 0x", sheet.be64(at), 16);
                OpenFlow.number(sheet, ", n_buffers ", sheet.be32(at + 8));
                OpenFlow.number(sheet, ", n_tables ", sheet.u8(at + 12));
                OpenFlow.number(sheet, ", auxiliary_id ", sheet.u8(at + 13));
                OpenFlow.bits(sheet, "\n\t capabilities", at + 16, CAPABILITIES, CAPABILITIES_KNOWN);
            }
            case GET_CONFIG_REPLY, SET_CONFIG -> {
                OpenFlow.named(sheet, "\n\t flags ", FRAGMENTS, sheet.be16(at), 4);
                OpenFlow.text(sheet, ", miss_send_len ", LENGTHS.orNumber(sheet.be16(at + 2), ""));
            }
            case PORT_STATUS -> {
                sheet.text("\n\t reason ");
                // a number without a name is not printed: a slip in the original's format
                sheet.text(PORT_REASONS.name(sheet.u8(at), "invalid (0x02x)"));
                port(sheet, at + 8);
            }
            case PORT_MOD -> {
                OpenFlow.text(sheet, "\n\t port_no ", PORTS.orNumber(sheet.be32(at), ""));
                OpenFlow.mac(sheet, ", hw_addr ", at + 8);
                OpenFlow.bits(sheet, "\n\t  config", at + 16, CONFIGURATIONS, CONFIGURATIONS_KNOWN);
                OpenFlow.bits(sheet, "\n\t  mask", at + 20, CONFIGURATIONS, CONFIGURATIONS_KNOWN);
                OpenFlow.bits(sheet, "\n\t  advertise", at + 24, FEATURES, FEATURES_KNOWN);
            }
            case TABLE_MOD -> {
                OpenFlow.text(sheet, "\n\t table_id ", TABLES.orNumber(sheet.u8(at), ""));
                OpenFlow.hex(sheet, ", config 0x", sheet.be32(at + 4), 8);
            }
            case QUEUE_GET_CONFIG_REQUEST -> OpenFlow.text(sheet, "\n\t port ", PORTS.orNumber(sheet.be32(at), ""));
            case ROLE_REQUEST, ROLE_REPLY -> {
                OpenFlow.named(sheet, "\n\t role ", ROLES, sheet.be32(at), 8);
                OpenFlow.hex(sheet, ", generation_id 0x", sheet.be64(at + 8), 16);
            }
            case SET_ASYNC, GET_ASYNC_REPLY -> {
                masks(sheet, "packet_in_mask", at, PACKET_REASONS);
                masks(sheet, "port_status_mask", at + 8, PORT_REASON_BITS);
                masks(sheet, "flow_removed_mask", at + 16, PORT_REASON_BITS);
            }
            default -> {
                // the header is all that is printed
            }
        }
    }

    /** What is told to masters and equals, and what to slaves. */
    private static void masks(Sheet sheet, String name, int at, Table names) {
        OpenFlow.bits(sheet, "\n\t " + name + "[EM]", at, names, REASONS_KNOWN);
        OpenFlow.bits(sheet, "\n\t " + name + "[S]", at + 4, names, REASONS_KNOWN);
    }

    /** Section 7.2.1. */
    private static void port(Sheet sheet, int at) {
        OpenFlow.text(sheet, "\n\t  port_no ", PORTS.orNumber(sheet.be32(at), ""));
        OpenFlow.mac(sheet, ", hw_addr ", at + 8);
        OpenFlow.quoted(sheet, ", name", at + 16, 16);
        if (sheet.v < 2) {
            return;
        }
        OpenFlow.bits(sheet, "\n\t   config", at + 32, CONFIGURATIONS, CONFIGURATIONS_KNOWN);
        OpenFlow.bits(sheet, "\n\t   state", at + 36, STATES, STATES_KNOWN);
        OpenFlow.bits(sheet, "\n\t   curr", at + 40, FEATURES, FEATURES_KNOWN);
        OpenFlow.bits(sheet, "\n\t   advertised", at + 44, FEATURES, FEATURES_KNOWN);
        OpenFlow.bits(sheet, "\n\t   supported", at + 48, FEATURES, FEATURES_KNOWN);
        OpenFlow.bits(sheet, "\n\t   peer", at + 52, FEATURES, FEATURES_KNOWN);
        OpenFlow.number(sheet, "\n\t   curr_speed ", sheet.be32(at + 56)).text("kbps");
        OpenFlow.number(sheet, "\n\t   max_speed ", sheet.be32(at + 60)).text("kbps");
    }

    /** Section 7.5.1. */
    private static void hello(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            if (end - here < 4) {
                sheet.invalid();
                return;
            }
            int type = sheet.be16(here);
            line.text("\n\t type ");
            if (type == 1) {
                line.text("VERSIONBITMAP");
            } else {
                line.text("unknown (0x").hex(type, 4).put(')');
            }
            int size = OpenFlow.size(sheet, ", length ", here + 2, 4, end - here);
            if (size == 0) {
                return;
            }
            if (type == 1 && size == 8) {
                OpenFlow.bits(sheet, ", bitmap", here + 4, VERSIONS, VERSIONS_KNOWN);
            } else {
                line.text(type == 1 ? " (bogus)" : "");
                sheet.need(here + 4, size - 4);
            }
            here += size;
        }
    }
}
