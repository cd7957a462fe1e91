package astray.packet.text;

/** Messages of OpenFlow 1.0 (switch specification 1.0.0, section 5), and Big Switch Networks' own ones. */
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

    private static final int PORT = 48;
    private static final int MATCH = 40;
    private static final int FLOW = 88;

    private static final long CONFIGURATIONS_KNOWN = 0x7f;

    /** A port's state has one bit, and two that tell of the spanning tree. */
    private static final int LINK_DOWN = 1;

    private static final long STATES_KNOWN = 0x301;

    private static final int CONTROLLER = 0xfffd;
    private static final long FEATURES_KNOWN = 0xfff;

    private static final int MATCHES_ANY_PORT = 0x01;
    private static final int ANY_VLAN = 0x02;
    private static final int ANY_SOURCE = 0x04;
    private static final int ANY_DESTINATION = 0x08;
    private static final int ANY_TYPE = 0x10;
    private static final int ANY_PROTOCOL = 0x20;
    private static final int ANY_SOURCE_PORT = 0x40;
    private static final int ANY_DESTINATION_PORT = 0x80;
    private static final int ANY_PRIORITY = 0x100000;
    private static final int ANY_SERVICE = 0x200000;
    private static final long WILDCARDS_KNOWN = 0x3fffff;

    private static final int OUTPUT = 0;
    private static final int SET_VLAN = 1;
    private static final int SET_PRIORITY = 2;
    private static final int STRIP_VLAN = 3;
    private static final int SET_SOURCE = 4;
    private static final int SET_DESTINATION = 5;
    private static final int SET_IP_SOURCE = 6;
    private static final int SET_IP_DESTINATION = 7;
    private static final int SET_SERVICE = 8;
    private static final int SET_SOURCE_PORT = 9;
    private static final int SET_DESTINATION_PORT = 10;
    private static final int ENQUEUE = 11;
    private static final int VENDOR_ACTION = 0xffff;
    private static final long ACTIONS_KNOWN = 0xfff;
    private static final long CAPABILITIES_KNOWN = 0xef;

    private static final int ADD = 0;
    private static final int MODIFY_STRICT = 2;
    private static final int DELETE = 3;
    private static final int DELETE_STRICT = 4;
    private static final Table BUFFERS = Table.of("0xffffffff NONE");
    private static final long FLAGS_KNOWN = 7;

    private static final int DESCRIPTION = 0;
    private static final int FLOWS = 1;
    private static final int AGGREGATE = 2;
    private static final int TABLE = 3;
    private static final int PORT_COUNTS = 4;
    private static final int QUEUE_COUNTS = 5;
    private static final int VENDOR_COUNTS = 0xffff;
    private static final Table QUEUES = Table.of("0xffffffff ALL");
    private static final Table MORE = Table.of("0x01 MORE");

    private static final long BIG_SWITCH = 0x005c16c7;

    private final Sheet sheet;
    private final Line line;

    OpenFlow10(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    /** Prints a message's body. */
    void message(int type, int at, int length) {
        if (!fits(type, length)) {
            sheet.invalid();
        } else if (sheet.v > 0) {
            body(type, at, length);
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

    private void body(int type, int at, int length) {
        switch (type) {
            case HELLO, ECHO_REQUEST, ECHO_REPLY -> OpenFlow.data(sheet, at, length);
            case ERROR -> {
                int kind = sheet.be16(at);
                line.text("\n\t type ").text(OpenFlow10Names.ERRORS.orHex(kind, "invalid (0x", 4, ")"));
                OpenFlow13.code(sheet, OpenFlow10Names.CODES, kind, sheet.be16(at + 2));
                OpenFlow.data(sheet, at + 4, length - 4);
            }
            case VENDOR -> vendorMessage(at, length);
            case FEATURES_REPLY -> {
                hex("\n\t dpid 0x", sheet.be64(at), 16);
                number(", n_buffers ", sheet.be32(at + 8));
                number(", n_tables ", sheet.u8(at + 12));
                OpenFlow.bits(sheet, "\n\t capabilities", at + 16, OpenFlow10Names.CAPABILITIES, CAPABILITIES_KNOWN);
                OpenFlow.bits(sheet, "\n\t actions", at + 20, OpenFlow10Names.ACTION_BITS, ACTIONS_KNOWN);
                ports(at + 24, length - 24);
            }
            case GET_CONFIG_REPLY, SET_CONFIG -> {
                text("\n\t flags ", OpenFlow10Names.FRAGMENTS.orHex(sheet.be16(at), "invalid (0x", 4, ")"));
                number(", miss_send_len ", sheet.be16(at + 2));
            }
            case PACKET_IN -> {
                text("\n\t buffer_id ", BUFFERS.orHex(sheet.be32(at), "0x", 8, ""));
                number(", total_len ", sheet.be16(at + 4));
                text(", in_port ", port(at + 6));
                text(", reason ", OpenFlow10Names.PACKET_REASONS.orHex(sheet.u8(at + 8), "invalid (0x", 2, ")"));
                packet(at + 10, length - 10);
            }
            case FLOW_REMOVED -> removed(at);
            case PORT_STATUS -> {
                text("\n\t reason ", OpenFlow10Names.PORT_REASONS.orHex(sheet.u8(at), "invalid (0x", 2, ")"));
                ports(at + 8, PORT);
            }
            case PACKET_OUT -> {
                hex("\n\t buffer_id 0x", sheet.be32(at), 8);
                text(", in_port ", port(at + 4));
                int actions = sheet.be16(at + 6);
                line.text(", actions_len ").number(actions);
                if (actions > length - 8) {
                    sheet.invalid();
                    return;
                }
                actions("\n\t ", at + 8, actions);
                packet(at + 8 + actions, length - 8 - actions);
            }
            case FLOW_MOD -> flow(at, length);
            case PORT_MOD -> {
                text("\n\t port_no ", port(at));
                mac(", hw_addr ", at + 2);
                OpenFlow.bits(sheet, "\n\t config", at + 8, OpenFlow10Names.CONFIGURATIONS, CONFIGURATIONS_KNOWN);
                OpenFlow.bits(sheet, "\n\t mask", at + 12, OpenFlow10Names.CONFIGURATIONS, CONFIGURATIONS_KNOWN);
                OpenFlow.bits(sheet, "\n\t advertise", at + 16, OpenFlow10Names.FEATURES, FEATURES_KNOWN);
            }
            case STATS_REQUEST -> request(at, length);
            case STATS_REPLY -> reply(at, length);
            case QUEUE_GET_CONFIG_REQUEST -> text("\n\t port ", port(at));
            case QUEUE_GET_CONFIG_REPLY -> {
                text("\n\t port ", port(at));
                sheet.need(at, 8);
                queues(at + 8, length - 8);
            }
            default -> {
                // the header is all that is printed
            }
        }
    }

    private String port(int at) {
        return OpenFlow10Names.PORTS.orNumber(sheet.be16(at), "");
    }

    private void name(String what, int at, int size) {
        sheet.need(at, size);
        line.text(what).text(" '");
        sheet.padded(at, size);
        line.put('\'');
    }

    private void number(String what, long number) {
        line.text(what).text(Long.toUnsignedString(number));
    }

    private void hex(String what, long value, int digits) {
        line.text(what).hex(value, digits);
    }

    private void text(String what, String text) {
        line.text(what).text(text);
    }

    private void mac(String what, int at) {
        sheet.need(at, 6);
        line.text(what);
        sheet.mac(at);
    }

    private void host(String what, int at) {
        sheet.need(at, 4);
        line.text(what);
        sheet.host4(at);
    }

    /** Whether less than a structure is left, which is said then. */
    private boolean lacks(String before, int rest, int needed) {
        if (rest < needed) {
            line.text(before);
            sheet.invalid("remaining length", rest, "<", needed);
        }
        return rest < needed;
    }

    private void unlessZero(String what, int number) {
        if (number != 0) {
            line.text(what).number(number);
        }
    }

    /** Section 5.2.1. */
    private void ports(int at, int length) {
        for (int here = at; here < at + length; here += PORT) {
            if (lacks("\n\t ", at + length - here, PORT)) {
                return;
            }
            text("\n\t  port_no ", port(here));
            mac(", hw_addr ", here + 2);
            name(", name", here + 8, 16);
            if (sheet.v > 1) {
                OpenFlow.bits(sheet, "\n\t   config", here + 24, OpenFlow10Names.CONFIGURATIONS, CONFIGURATIONS_KNOWN);
                long state = sheet.be32(here + 28);
                line.text("\n\t   state 0x").hex(state, 8);
                line.text(" (").text(OpenFlow10Names.TREE[(int) (state >> 8 & 3)]);
                line.text((state & LINK_DOWN) != 0 ? ", LINK_DOWN)" : ")");
                line.text((state & ~STATES_KNOWN) != 0 ? " (bogus)" : "");
                OpenFlow.bits(sheet, "\n\t   curr", here + 32, OpenFlow10Names.FEATURES, FEATURES_KNOWN);
                OpenFlow.bits(sheet, "\n\t   advertised", here + 36, OpenFlow10Names.FEATURES, FEATURES_KNOWN);
                OpenFlow.bits(sheet, "\n\t   supported", here + 40, OpenFlow10Names.FEATURES, FEATURES_KNOWN);
                OpenFlow.bits(sheet, "\n\t   peer", here + 44, OpenFlow10Names.FEATURES, FEATURES_KNOWN);
            }
            sheet.need(here, PORT);
        }
    }

    /** Section 5.2.2. */
    private void queues(int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (lacks("\n\t ", end - here, 8)) {
                return;
            }
            number("\n\t  queue_id ", sheet.be32(here));
            int size = sheet.be16(here + 4);
            line.text(", len ").number(size);
            if (size < 8 || size > end - here) {
                sheet.invalid();
                return;
            }
            sheet.need(here, 8);
            if (sheet.v > 1) {
                properties(here + 8, size - 8);
            }
            sheet.need(here, size);
            here += size;
        }
    }

    private void properties(int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (lacks("\n\t  ", end - here, 8)) {
                return;
            }
            int property = sheet.be16(here);
            line.text("\n\t   property ").text(OpenFlow10Names.PROPERTIES.orHex(property, "invalid (0x", 4, ")"));
            int size = sheet.be16(here + 2);
            line.text(", len ").number(size);
            if (size < 8 || size > end - here) {
                sheet.invalid();
                return;
            }
            sheet.need(here, 8);
            if (property == 0 && size != 8 || property == 1 && size != 16) {
                line.text(" (bogus)");
            } else if (property == 1) {
                int rate = sheet.be16(here + 8);
                line.text(", rate ");
                if (rate > 1000) {
                    line.text("disabled");
                } else {
                    line.number(rate / 10).put('.').number(rate % 10).put('%');
                }
            }
            sheet.need(here, size);
            here += size;
        }
    }

    private static String vlan(int number) {
        return number == 0xffff ? "NONE" : number + (number > 0 && number < 0xfff ? "" : " (bogus)");
    }

    private static String priority(int number) {
        return number + (number <= 7 ? "" : " (bogus)");
    }

    /** Section 5.2.3. */
    private void match(String before, int at) {
        int wildcards = sheet.s32(at);
        if ((wildcards & ~WILDCARDS_KNOWN) != 0) {
            line.text(before).text("wildcards 0x").hex(sheet.be32(at), 8).text(" (bogus)");
        }
        if (compares(before, wildcards, MATCHES_ANY_PORT, at + 5, "in_port ")) {
            line.text(port(at + 4));
        }
        if (compares(before, wildcards, ANY_SOURCE, at + 11, "dl_src ")) {
            sheet.mac(at + 6);
        }
        if (compares(before, wildcards, ANY_DESTINATION, at + 17, "dl_dst ")) {
            sheet.mac(at + 12);
        }
        if (compares(before, wildcards, ANY_VLAN, at + 19, "dl_vlan ")) {
            line.text(vlan(sheet.be16(at + 18)));
        }
        if (compares(before, wildcards, ANY_PRIORITY, at + 20, "dl_vlan_pcp ")) {
            line.text(priority(sheet.u8(at + 20)));
        }
        int type = (wildcards & ANY_TYPE) != 0 ? -1 : sheet.be16(at + 22);
        if (compares(before, wildcards, ANY_TYPE, at + 23, "dl_type 0x")) {
            line.hex(type, 4);
        }
        if (compares(before, wildcards, ANY_SERVICE, at + 24, "nw_tos 0x")) {
            line.hex(sheet.u8(at + 24), 2);
        }
        int protocol = (wildcards & ANY_PROTOCOL) != 0 ? -1 : sheet.u8(at + 25);
        if (compares(before, wildcards, ANY_PROTOCOL, at + 25, type == EtherType.ARP ? "arp_opcode " : "nw_proto ")) {
            line.number(protocol);
        }
        network(before, "nw_src ", wildcards >> 8 & 63, at + 28);
        network(before, "nw_dst ", wildcards >> 14 & 63, at + 32);
        boolean icmp = type == EtherType.IP4 && protocol == IpProtocol.ICMP;
        if (compares(before, wildcards, ANY_SOURCE_PORT, at + 37, icmp ? "icmp_type " : "tp_src ")) {
            line.number(sheet.be16(at + 36));
        }
        if (compares(before, wildcards, ANY_DESTINATION_PORT, at + 39, icmp ? "icmp_code " : "tp_dst ")) {
            line.number(sheet.be16(at + 38));
        }
        sheet.need(at, MATCH);
    }

    /** Whether a field, whose last byte is known, is compared; its name is printed then. */
    private boolean compares(String before, int wildcards, int wildcard, int last, String field) {
        boolean compares = (wildcards & wildcard) == 0;
        sheet.need(last, 1);
        if (compares) {
            line.text(before).text("match ").text(field);
        }
        return compares;
    }

    private void network(String before, String field, int free, int at) {
        sheet.need(at, 4);
        if (free < 32) {
            line.text(before).text("match ").text(field);
            sheet.host4(at);
            line.put('/').number(32 - free);
        }
    }

    /** Section 5.2.4. */
    private void actions(String before, int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            line.text(before).text("action");
            if (lacks("", end - here, 8)) {
                sheet.need(at, length);
                return;
            }
            int type = sheet.be16(here);
            line.text(" type ").text(OpenFlow10Names.ACTIONS.orHex(type, "invalid (0x", 4, ")"));
            int size = sheet.be16(here + 2);
            line.text(", len ").number(size);
            if (size < 8 || size > end - here) {
                sheet.invalid();
                sheet.need(at, length);
                return;
            }
            boolean bogus = switch (type) {
                case SET_SOURCE, SET_DESTINATION, ENQUEUE -> size != 16;
                case VENDOR_ACTION -> size % 8 != 0;
                default -> type <= ENQUEUE && size != 8;
            };
            if (bogus) {
                line.text(" (bogus)");
            } else {
                action(type, here + 4, size - 4);
            }
            sheet.need(here, size);
            here += size;
        }
    }

    private void action(int type, int at, int length) {
        switch (type) {
            case OUTPUT -> {
                text(", port ", port(at));
                if (sheet.be16(at) == CONTROLLER) {
                    number(", max_len ", sheet.be16(at + 2));
                }
            }
            case SET_VLAN -> line.text(", vlan_vid ").text(vlan(sheet.be16(at)));
            case SET_PRIORITY -> line.text(", vlan_pcp ").text(priority(sheet.u8(at)));
            case SET_SOURCE, SET_DESTINATION -> {
                mac(", dl_addr ", at);
            }
            case SET_IP_SOURCE, SET_IP_DESTINATION -> {
                host(", nw_addr ", at);
            }
            case SET_SERVICE -> hex(", nw_tos 0x", sheet.u8(at), 2);
            case SET_SOURCE_PORT, SET_DESTINATION_PORT -> number(", tp_port ", sheet.be16(at));
            case ENQUEUE -> {
                text(", port ", port(at));
                text(", queue_id ", QUEUES.orNumber(sheet.be32(at + 8), ""));
            }
            case VENDOR_ACTION -> {
                long vendor = vendor(at);
                if (vendor == BIG_SWITCH) {
                    bigSwitchAction(at + 4, length - 4);
                } else {
                    OpenFlow.data(sheet, at + 4, length - 4);
                }
            }
            case STRIP_VLAN -> sheet.need(at, 4);
            default -> {
                // its length is all that is known
            }
        }
    }

    private long vendor(int at) {
        long vendor = sheet.be32(at);
        line.text(", vendor 0x")
                .hex(vendor, 8)
                .text(" (")
                .text(OpenFlow.vendor(vendor))
                .put(')');
        return vendor;
    }

    private void vendorMessage(int at, int length) {
        long vendor = vendor(at);
        if (vendor == BIG_SWITCH) {
            bigSwitchMessage(at + 4, length - 4);
        } else {
            OpenFlow.data(sheet, at + 4, length - 4);
        }
    }

    private void bigSwitchMessage(int at, int length) {
        if (length < 4) {
            sheet.invalid();
            return;
        }
        long kind = sheet.be32(at);
        line.text("\n\t subtype ").text(OpenFlow10Names.BIG_SWITCH_MESSAGES.orHex(kind, "unknown (0x", 8, ")"));
        int needed = switch ((int) kind) {
            case 0, 1, 2 -> 12;
            case 3, 4, 5, 8, 17 -> 8;
            case 9, 13, 19, 21, 27 -> 4;
            default -> length;
        };
        if (length != needed || kind == 6 && length < 8) {
            sheet.invalid();
            return;
        }
        int here = at + 4;
        switch ((int) kind) {
            case 0, 2 -> {
                number(", index ", sheet.u8(here));
                host(", mask ", here + 4);
            }
            case 1 -> number(", index ", sheet.u8(here));
            case 3, 4, 5 -> {
                int report = sheet.u8(here);
                line.text(", report_mirror_ports ");
                line.text(report < 2 ? OpenFlow10Names.SWITCHED[report] : "bogus (" + report + ")");
            }
            case 6 -> {
                number(", service ", sheet.be32(here));
                quoted(here + 4, length - 8);
            }
            case 7 -> quoted(here, length - 4);
            case 8 -> hex(", status 0x", sheet.be32(here), 8);
            case 17 -> number(", vport_no ", sheet.be32(here));
            default -> {
                // its kind is all that is printed
            }
        }
    }

    private void quoted(int at, int size) {
        line.text(", data '");
        sheet.exactly(at, Math.min(size, sheet.captured(at)));
        sheet.need(at, size);
        line.put('\'');
    }

    private void bigSwitchAction(int at, int length) {
        if (length < 4) {
            sheet.invalid();
            return;
        }
        long kind = sheet.be32(at);
        line.text("\n\t  subtype ").text(OpenFlow10Names.BIG_SWITCH_ACTIONS.orHex(kind, "unknown (0x", 8, ")"));
        if (kind != 1) {
            return;
        }
        if (length != 16) {
            sheet.invalid();
            return;
        }
        number(", dest_port ", sheet.be32(at + 4));
        int tagType = sheet.be16(at + 8);
        int tag = sheet.be16(at + 10);
        line.text(", vlan_tag ");
        if (tagType == 0) {
            line.text("none");
        } else if (tagType == EtherType.VLAN) {
            line.text("802.1Q (vlan ").number(tag & 0xfff).text(", p ").number(tag >> 13);
            line.text((tag & 0x1000) != 0 ? ", DEI)" : ")");
        } else {
            line.text("unknown (0x").hex(tagType, 4).put(')');
        }
        line.text(", copy_stage ");
        int stage = sheet.u8(at + 12);
        line.text(OpenFlow10Names.STAGES.name(stage, "unknown (" + stage + ")"));
    }

    /** A packet that a switch hands on. */
    private void packet(int at, int length) {
        if (length == 0) {
            return;
        }
        line.text("\n\t data (").number(length).text(" octets)");
        if (sheet.v < 3 || sheet.depth >= Sheet.DEEPEST) {
            return;
        }
        line.text(", frame decoding below\n");
        sheet.v -= 3;
        sheet.depth++;
        Ethernet.print(sheet, at, length);
        sheet.depth--;
        sheet.v += 3;
        sheet.protocol = "openflow";
    }

    /** Section 5.3.3. */
    private void flow(int at, int length) {
        match("\n\t ", at);
        int here = at + MATCH;
        hex("\n\t cookie 0x", sheet.be64(here), 16);
        int command = sheet.be16(here + 8);
        line.text(", command ").text(OpenFlow10Names.COMMANDS.orHex(command, "invalid (0x", 4, ")"));
        unlessZero(", idle_timeout ", sheet.be16(here + 10));
        unlessZero(", hard_timeout ", sheet.be16(here + 12));
        unlessZero(", priority ", sheet.be16(here + 14));
        long buffer = sheet.be32(here + 16);
        if (command >= ADD && command <= MODIFY_STRICT) {
            line.text(", buffer_id ").text(BUFFERS.orHex(buffer, "0x", 8, ""));
        }
        String port = port(here + 20);
        if (command == DELETE || command == DELETE_STRICT) {
            line.text(", out_port ").text(port);
        }
        OpenFlow.bits(sheet, ", flags", sheet.be16(here + 22), 4, OpenFlow10Names.FLAGS, FLAGS_KNOWN);
        actions("\n\t ", here + 24, length - MATCH - 24);
    }

    /** Section 5.4.2. */
    private void removed(int at) {
        match("\n\t ", at);
        int here = at + MATCH;
        hex("\n\t cookie 0x", sheet.be64(here), 16);
        unlessZero(", priority ", sheet.be16(here + 8));
        text(", reason ", OpenFlow10Names.REMOVAL_REASONS.orHex(sheet.u8(here + 10), "unknown (0x", 2, ")"));
        number(", duration_sec ", sheet.be32(here + 12));
        number(", duration_nsec ", sheet.be32(here + 16));
        unlessZero(", idle_timeout ", sheet.be16(here + 20));
        number(", packet_count ", sheet.be64(here + 24));
        number(", byte_count ", sheet.be64(here + 32));
    }

    /** Section 5.3.5. */
    private void request(int at, int length) {
        int type = sheet.be16(at);
        line.text("\n\t type ").text(OpenFlow10Names.STATISTICS.orHex(type, "invalid (0x", 4, ")"));
        int flags = sheet.be16(at + 2);
        line.text(", flags 0x").hex(flags, 4).text(flags != 0 ? " (bogus)" : "");
        int here = at + 4;
        int rest = length - 4;
        int needed = switch (type) {
            case DESCRIPTION, TABLE -> 0;
            case FLOWS, AGGREGATE -> MATCH + 4;
            case PORT_COUNTS, QUEUE_COUNTS -> 8;
            default -> rest;
        };
        if (rest != needed || type == VENDOR_COUNTS && rest < 4) {
            sheet.invalid();
            return;
        }
        switch (type) {
            case FLOWS, AGGREGATE -> {
                match("\n\t ", here);
                text("\n\t table_id ", OpenFlow10Names.TABLES.orNumber(sheet.u8(here + MATCH), ""));
                text(", out_port ", port(here + MATCH + 2));
            }
            case PORT_COUNTS -> text("\n\t port_no ", port(here));
            case QUEUE_COUNTS -> {
                text("\n\t port_no ", port(here));
                text(", queue_id ", QUEUES.orNumber(sheet.be32(here + 4), ""));
            }
            case VENDOR_COUNTS -> {
                vendor(here);
                OpenFlow.data(sheet, here + 4, rest - 4);
            }
            default -> {
                // its type is all
            }
        }
    }

    private void reply(int at, int length) {
        int type = sheet.be16(at);
        line.text("\n\t type ").text(OpenFlow10Names.STATISTICS.orHex(type, "invalid (0x", 4, ")"));
        OpenFlow.bits(sheet, ", flags", sheet.be16(at + 2), 4, MORE, 1);
        int here = at + 4;
        int rest = length - 4;
        switch (type) {
            case DESCRIPTION -> {
                if (rest != 1056) {
                    sheet.invalid();
                    return;
                }
                name("\n\t  mfr_desc", here, 256);
                name("\n\t  hw_desc", here + 256, 256);
                name("\n\t  sw_desc", here + 512, 256);
                name("\n\t  serial_num", here + 768, 32);
                name("\n\t  dp_desc", here + 800, 256);
            }
            case FLOWS -> flows(here, rest);
            case AGGREGATE -> {
                if (rest != 24) {
                    sheet.invalid();
                    return;
                }
                number("\n\t packet_count ", sheet.be64(here));
                number(", byte_count ", sheet.be64(here + 8));
                number(", flow_count ", sheet.be32(here + 16));
            }
            case TABLE -> entries(here, rest, 64, this::table);
            case PORT_COUNTS -> entries(here, rest, 104, this::portCounts);
            case QUEUE_COUNTS -> entries(here, rest, 32, this::queueCounts);
            case VENDOR_COUNTS -> {
                if (rest < 4) {
                    sheet.invalid();
                    return;
                }
                vendor(here);
                OpenFlow.data(sheet, here + 4, rest - 4);
            }
            default -> {
                // its type is all
            }
        }
    }

    private interface Entry {
        void print(int at);
    }

    private void entries(int at, int length, int size, Entry entry) {
        for (int here = at; here < at + length; here += size) {
            if (lacks("\n\t ", at + length - here, size)) {
                return;
            }
            entry.print(here);
            sheet.need(here, size);
        }
    }

    private void table(int at) {
        text("\n\t table_id ", OpenFlow10Names.TABLES.orNumber(sheet.u8(at), ""));
        name(", name", at + 4, 32);
        OpenFlow.bits(sheet, "\n\t  wildcards", at + 36, OpenFlow10Names.WILDCARDS, WILDCARDS_KNOWN);
        number("\n\t  max_entries ", sheet.be32(at + 40));
        number(", active_count ", sheet.be32(at + 44));
        number(", lookup_count ", sheet.be64(at + 48));
        number(", matched_count ", sheet.be64(at + 56));
    }

    private void portCounts(int at) {
        text("\n\t  port_no ", port(at));
        if (sheet.v > 1) {
            for (int i = 0; i < OpenFlow10Names.PORT_COUNTERS.length; i++) {
                number(", " + OpenFlow10Names.PORT_COUNTERS[i] + " ", sheet.be64(at + 8 + 8 * i));
            }
        }
    }

    private void queueCounts(int at) {
        text("\n\t  port_no ", port(at));
        number(", queue_id ", sheet.be32(at + 4));
        number(", tx_bytes ", sheet.be64(at + 8));
        number(", tx_packets ", sheet.be64(at + 16));
        number(", tx_errors ", sheet.be64(at + 24));
    }

    private void flows(int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (lacks("\n\t", end - here, FLOW)) {
                return;
            }
            int size = sheet.be16(here);
            line.text("\n\t length ").number(size);
            if (size < FLOW || size > end - here) {
                sheet.invalid();
                return;
            }
            text(", table_id ", OpenFlow10Names.TABLES.orNumber(sheet.u8(here + 2), ""));
            match("\n\t  ", here + 4);
            int counts = here + 4 + MATCH;
            number("\n\t  duration_sec ", sheet.be32(counts));
            number(", duration_nsec ", sheet.be32(counts + 4));
            number(", priority ", sheet.be16(counts + 8));
            number(", idle_timeout ", sheet.be16(counts + 10));
            number(", hard_timeout ", sheet.be16(counts + 12));
            hex(", cookie 0x", sheet.be64(counts + 20), 16);
            number(", packet_count ", sheet.be64(counts + 28));
            number(", byte_count ", sheet.be64(counts + 36));
            actions("\n\t  ", here + FLOW, size - FLOW);
            here += size;
        }
    }
}
