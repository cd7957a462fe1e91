package astray.packet.text;

/** Messages of OpenFlow 1.0 (switch specification 1.0.0, section 5). */
final class OpenFlow10 {
    private static final int HELLO = 0;
    private static final int ERROR = 1;
    private static final int ECHO_REQUEST = 2;
    private static final int ECHO_REPLY = 3;
    private static final int VENDOR = 4;
    private static final int FEATURES_REQUEST = 5;
    private static final int FEATURES_REPLY = 6;
    private static final int GET_CONFIG_REQUEST = 7;
    private static final int GET_CONFIG_REPLY = 8;
    private static final int SET_CONFIG = 9;
    private static final int PACKET_IN = 10;
    private static final int FLOW_REMOVED = 11;
    private static final int PORT_STATUS = 12;
    private static final int PACKET_OUT = 13;
    private static final int FLOW_MOD = 14;
    private static final int PORT_MOD = 15;
    private static final int STATS_REQUEST = 16;
    private static final int STATS_REPLY = 17;
    private static final int BARRIER_REQUEST = 18;
    private static final int BARRIER_REPLY = 19;
    private static final int QUEUE_GET_CONFIG_REQUEST = 20;
    private static final int QUEUE_GET_CONFIG_REPLY = 21;

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

    private static final int ADD = 0;
    private static final int MODIFY_STRICT = 2;
    private static final int DELETE = 3;
    private static final int DELETE_STRICT = 4;

    private static final Table COMMANDS = Table.of("""
            0 ADD
            1 MODIFY
            2 MODIFY_STRICT
            3 DELETE
            4 DELETE_STRICT
            """);
    private static final long FLAGS_KNOWN = 7;
    private static final Table FLAGS = Table.of("""
            0x01 SEND_FLOW_REM
            0x02 CHECK_OVERLAP
            0x04 EMERG
            """);
    private static final Table BUFFERS = Table.of("0xffffffff NONE");
    private static final long CAPABILITIES_KNOWN = 0xef;
    private static final Table CAPABILITIES = Table.of("""
            0x01 FLOW_STATS
            0x02 TABLE_STATS
            0x04 PORT_STATS
            0x08 STP
            0x10 RESERVED
            0x20 IP_REASM
            0x40 QUEUE_STATS
            0x80 ARP_MATCH_IP
            """);
    private static final Table FRAGMENTS = Table.of("""
            0 FRAG_NORMAL
            1 FRAG_DROP
            2 FRAG_REASM
            """);
    private static final Table PACKET_REASONS = Table.of("""
            0 NO_MATCH
            1 ACTION
            """);
    private static final Table PORT_REASONS = Table.of("""
            0 ADD
            1 DELETE
            2 MODIFY
            """);
    private static final Table REMOVAL_REASONS = Table.of("""
            0 IDLE_TIMEOUT
            1 HARD_TIMEOUT
            2 DELETE
            """);
    private static final Table ERRORS = Table.of("""
            0 HELLO_FAILED
            1 BAD_REQUEST
            2 BAD_ACTION
            3 FLOW_MOD_FAILED
            4 PORT_MOD_FAILED
            5 QUEUE_OP_FAILED
            """);

    /** Each kind's codes, from 0 on. */
    private static final Table CODES = Table.of("""
            0 INCOMPATIBLE EPERM
            1 BAD_VERSION BAD_TYPE BAD_STAT BAD_VENDOR BAD_SUBTYPE EPERM BAD_LEN BUFFER_EMPTY BUFFER_UNKNOWN
            2 BAD_TYPE BAD_LEN BAD_VENDOR BAD_VENDOR_TYPE BAD_OUT_PORT BAD_ARGUMENT EPERM TOO_MANY BAD_QUEUE
            3 ALL_TABLES_FULL OVERLAP EPERM BAD_EMERG_TIMEOUT BAD_COMMAND UNSUPPORTED
            4 BAD_PORT BAD_HW_ADDR
            5 BAD_PORT BAD_QUEUE EPERM
            """);

    private OpenFlow10() {}

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
            case FEATURES_REQUEST, GET_CONFIG_REQUEST, BARRIER_REQUEST, BARRIER_REPLY -> length == 0;
            case SET_CONFIG, GET_CONFIG_REPLY, QUEUE_GET_CONFIG_REQUEST -> length == 4;
            case PORT_MOD -> length == 24;
            case FLOW_REMOVED -> length == 80;
            case PORT_STATUS -> length == 56;
            case FEATURES_REPLY -> length >= 24;
            case ERROR, VENDOR, STATS_REQUEST, STATS_REPLY -> length >= 4;
            case PACKET_IN -> length >= 10;
            case PACKET_OUT, QUEUE_GET_CONFIG_REPLY -> length >= 8;
            case FLOW_MOD -> length >= 64;
            default -> true;
        };
    }

    private static void body(Sheet sheet, int type, int at, int length) {
        switch (type) {
            case HELLO, ECHO_REQUEST, ECHO_REPLY -> OpenFlow.data(sheet, at, length);
            case ERROR -> OpenFlow.error(sheet, ERRORS, CODES, at, length);
            case VENDOR -> {
                if (OpenFlow.vendor(sheet, ", vendor 0x", at) == OpenFlowBigSwitch.VENDOR) {
                    OpenFlowBigSwitch.message(sheet, at + 4, length - 4);
                } else {
                    OpenFlow.data(sheet, at + 4, length - 4);
                }
            }
            case FEATURES_REPLY -> {
                OpenFlow.hex(sheet, "\n\t dpid 0x", sheet.be64(at), 16);
                OpenFlow.number(sheet, ", n_buffers ", sheet.be32(at + 8));
                OpenFlow.number(sheet, ", n_tables ", sheet.u8(at + 12));
                OpenFlow.bits(sheet, "\n\t capabilities", at + 16, CAPABILITIES, CAPABILITIES_KNOWN);
                OpenFlow10Actions.supported(sheet, "\n\t actions", at + 20);
                OpenFlow10Ports.print(sheet, at + 24, length - 24);
            }
            case GET_CONFIG_REPLY, SET_CONFIG -> {
                OpenFlow.named(sheet, "\n\t flags ", FRAGMENTS, sheet.be16(at), 4);
                OpenFlow.number(sheet, ", miss_send_len ", sheet.be16(at + 2));
            }
            case PACKET_IN -> {
                buffer(sheet, "\n\t buffer_id ", sheet.be32(at));
                OpenFlow.number(sheet, ", total_len ", sheet.be16(at + 4));
                OpenFlow10Ports.number(sheet, ", in_port ", at + 6);
                OpenFlow.named(sheet, ", reason ", PACKET_REASONS, sheet.u8(at + 8), 2);
                packet(sheet, at + 10, length - 10);
            }
            case FLOW_REMOVED -> removed(sheet, at);
            case PORT_STATUS -> {
                OpenFlow.named(sheet, "\n\t reason ", PORT_REASONS, sheet.u8(at), 2);
                OpenFlow10Ports.print(sheet, at + 8, OpenFlow10Ports.LENGTH);
            }
            case PACKET_OUT -> {
                OpenFlow.hex(sheet, "\n\t buffer_id 0x", sheet.be32(at), 8);
                OpenFlow10Ports.number(sheet, ", in_port ", at + 4);
                int actions = sheet.be16(at + 6);
                OpenFlow.number(sheet, ", actions_len ", actions);
                if (actions > length - 8) {
                    sheet.invalid();
                    return;
                }
                OpenFlow10Actions.print(sheet, "\n\t ", at + 8, actions);
                packet(sheet, at + 8 + actions, length - 8 - actions);
            }
            case FLOW_MOD -> flow(sheet, at, length);
            case PORT_MOD -> OpenFlow10Ports.modification(sheet, at);
            case STATS_REQUEST -> OpenFlow10Statistics.request(sheet, at, length);
            case STATS_REPLY -> OpenFlow10Statistics.reply(sheet, at, length);
            case QUEUE_GET_CONFIG_REQUEST -> OpenFlow10Ports.number(sheet, "\n\t port ", at);
            case QUEUE_GET_CONFIG_REPLY -> {
                OpenFlow10Ports.number(sheet, "\n\t port ", at);
                sheet.need(at, 8);
                OpenFlow10Queues.print(sheet, at + 8, length - 8);
            }
            default -> {
                // the header is all that is printed
            }
        }
    }

    private static void buffer(Sheet sheet, String what, long number) {
        OpenFlow.text(sheet, what, BUFFERS.orHex(number, "0x", 8, ""));
    }

    /** A packet that a switch hands on. */
    private static void packet(Sheet sheet, int at, int length) {
        if (length == 0) {
            return;
        }
        sheet.text("\n\t data (").number(length).text(" octets)");
        if (sheet.v < 3 || sheet.depth >= Sheet.DEEPEST) {
            return;
        }
        sheet.text(", frame decoding below\n");
        // one that is cut off leaves the packets behind it with less, as the original has it
        sheet.v -= 3;
        sheet.depth++;
        Ethernet.print(sheet, at, length);
        sheet.depth--;
        sheet.v += 3;
        sheet.protocol = "openflow";
    }

    /** Section 5.3.3. */
    private static void flow(Sheet sheet, int at, int length) {
        int here = matched(sheet, at);
        int command = sheet.be16(here + 8);
        OpenFlow.named(sheet, ", command ", COMMANDS, command, 4);
        unlessZero(sheet, ", idle_timeout ", sheet.be16(here + 10));
        unlessZero(sheet, ", hard_timeout ", sheet.be16(here + 12));
        unlessZero(sheet, ", priority ", sheet.be16(here + 14));
        long buffer = sheet.be32(here + 16);
        if (command >= ADD && command <= MODIFY_STRICT) {
            buffer(sheet, ", buffer_id ", buffer);
        }
        sheet.need(here + 20, 2);
        if (command == DELETE || command == DELETE_STRICT) {
            OpenFlow10Ports.number(sheet, ", out_port ", here + 20);
        }
        OpenFlow.bits(sheet, ", flags", sheet.be16(here + 22), 4, FLAGS, FLAGS_KNOWN);
        OpenFlow10Actions.print(sheet, "\n\t ", here + 24, at + length - here - 24);
    }

    /** Section 5.4.2. */
    private static void removed(Sheet sheet, int at) {
        int here = matched(sheet, at);
        unlessZero(sheet, ", priority ", sheet.be16(here + 8));
        OpenFlow.text(sheet, ", reason ", REMOVAL_REASONS.orHex(sheet.u8(here + 10), "unknown (0x", 2, ")"));
        OpenFlow.number(sheet, ", duration_sec ", sheet.be32(here + 12));
        OpenFlow.number(sheet, ", duration_nsec ", sheet.be32(here + 16));
        unlessZero(sheet, ", idle_timeout ", sheet.be16(here + 20));
        OpenFlow.number(sheet, ", packet_count ", sheet.be64(here + 24));
        OpenFlow.number(sheet, ", byte_count ", sheet.be64(here + 32));
    }

    /** What a flow compares and its cookie; where the latter stands. */
    private static int matched(Sheet sheet, int at) {
        OpenFlow10Match.print(sheet, "\n\t ", at);
        int here = at + OpenFlow10Match.LENGTH;
        OpenFlow.hex(sheet, "\n\t cookie 0x", sheet.be64(here), 16);
        return here;
    }

    private static void unlessZero(Sheet sheet, String what, int number) {
        if (number != 0) {
            OpenFlow.number(sheet, what, number);
        }
    }
}
