package astray.packet.text;

/** Statistics that OpenFlow 1.0 asks for and gets (switch specification 1.0.0, section 5.3.5). */
final class OpenFlow10Statistics {
    private static final int DESCRIPTION = 0;
    private static final int FLOWS = 1;
    private static final int AGGREGATE = 2;
    private static final int TABLE = 3;
    private static final int PORTS = 4;
    private static final int QUEUES = 5;
    private static final int VENDOR = 0xffff;

    /** The shortest flow: one without actions. */
    private static final int FLOW = 88;

    private static final Table TYPES = Table.of("""
            0 DESC
            1 FLOW
            2 AGGREGATE
            3 TABLE
            4 PORT
            5 QUEUE
            0xffff VENDOR
            """);
    private static final Table TABLES = Table.of("""
            0xfe EMERG
            0xff ALL
            """);
    private static final Table MORE = Table.of("0x01 MORE");
    private static final String[] PORT_COUNTERS = {
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

    private OpenFlow10Statistics() {}

    /** Prints what is asked for. */
    static void request(Sheet sheet, int at, int length) {
        int type = type(sheet, at);
        int flags = sheet.be16(at + 2);
        sheet.text(", flags 0x").hex(flags, 4).text(flags != 0 ? " (bogus)" : "");
        int here = at + 4;
        int rest = length - 4;
        boolean fits = switch (type) {
            case DESCRIPTION, TABLE -> rest == 0;
            case FLOWS, AGGREGATE -> rest == OpenFlow10Match.LENGTH + 4;
            case PORTS, QUEUES -> rest == 8;
            case VENDOR -> rest >= 4;
            default -> true;
        };
        if (!fits) {
            sheet.invalid();
            return;
        }
        switch (type) {
            case FLOWS, AGGREGATE -> {
                OpenFlow10Match.print(sheet, "\n\t ", here);
                table(sheet, "\n\t table_id ", here + OpenFlow10Match.LENGTH);
                OpenFlow10Ports.number(sheet, ", out_port ", here + OpenFlow10Match.LENGTH + 2);
            }
            case PORTS -> OpenFlow10Ports.number(sheet, "\n\t port_no ", here);
            case QUEUES -> {
                OpenFlow10Ports.number(sheet, "\n\t port_no ", here);
                OpenFlow10Queues.number(sheet, here + 4);
            }
            case VENDOR -> vendor(sheet, here, rest);
            default -> {
                // its type is all
            }
        }
    }

    /** Prints what is answered. */
    static void reply(Sheet sheet, int at, int length) {
        int type = type(sheet, at);
        OpenFlow.bits(sheet, ", flags", sheet.be16(at + 2), 4, MORE, 1);
        int here = at + 4;
        int rest = length - 4;
        boolean fits = switch (type) {
            case DESCRIPTION -> rest == 1056;
            case AGGREGATE -> rest == 24;
            case VENDOR -> rest >= 4;
            default -> true;
        };
        if (!fits) {
            sheet.invalid();
            return;
        }
        switch (type) {
            case DESCRIPTION -> {
                OpenFlow.quoted(sheet, "\n\t  mfr_desc", here, 256);
                OpenFlow.quoted(sheet, "\n\t  hw_desc", here + 256, 256);
                OpenFlow.quoted(sheet, "\n\t  sw_desc", here + 512, 256);
                OpenFlow.quoted(sheet, "\n\t  serial_num", here + 768, 32);
                OpenFlow.quoted(sheet, "\n\t  dp_desc", here + 800, 256);
            }
            case FLOWS -> flows(sheet, here, rest);
            case AGGREGATE -> {
                OpenFlow.number(sheet, "\n\t packet_count ", sheet.be64(here));
                OpenFlow.number(sheet, ", byte_count ", sheet.be64(here + 8));
                OpenFlow.number(sheet, ", flow_count ", sheet.be32(here + 16));
            }
            case TABLE -> entries(sheet, type, here, rest, 64);
            case PORTS -> entries(sheet, type, here, rest, 104);
            case QUEUES -> entries(sheet, type, here, rest, 32);
            case VENDOR -> vendor(sheet, here, rest);
            default -> {
                // its type is all
            }
        }
    }

    private static int type(Sheet sheet, int at) {
        int type = sheet.be16(at);
        OpenFlow.named(sheet, "\n\t type ", TYPES, type, 4);
        return type;
    }

    private static void table(Sheet sheet, String what, int at) {
        OpenFlow.text(sheet, what, TABLES.orNumber(sheet.u8(at), ""));
    }

    private static void vendor(Sheet sheet, int at, int length) {
        OpenFlow.vendor(sheet, ", vendor 0x", at);
        OpenFlow.data(sheet, at + 4, length - 4);
    }

    private static void flows(Sheet sheet, int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (OpenFlow.lacks(sheet, "\n\t", end - here, FLOW)) {
                return;
            }
            int size = OpenFlow.size(sheet, "\n\t length ", here, FLOW, end - here);
            if (size == 0) {
                return;
            }
            table(sheet, ", table_id ", here + 2);
            OpenFlow10Match.print(sheet, "\n\t  ", here + 4);
            int counts = here + 4 + OpenFlow10Match.LENGTH;
            OpenFlow.number(sheet, "\n\t  duration_sec ", sheet.be32(counts));
            OpenFlow.number(sheet, ", duration_nsec ", sheet.be32(counts + 4));
            OpenFlow.number(sheet, ", priority ", sheet.be16(counts + 8));
            OpenFlow.number(sheet, ", idle_timeout ", sheet.be16(counts + 10));
            OpenFlow.number(sheet, ", hard_timeout ", sheet.be16(counts + 12));
            OpenFlow.hex(sheet, ", cookie 0x", sheet.be64(counts + 20), 16);
            OpenFlow.number(sheet, ", packet_count ", sheet.be64(counts + 28));
            OpenFlow.number(sheet, ", byte_count ", sheet.be64(counts + 36));
            OpenFlow10Actions.print(sheet, "\n\t  ", here + FLOW, size - FLOW);
            here += size;
        }
    }

    /** Entries that are all as long as each other. */
    private static void entries(Sheet sheet, int type, int at, int length, int size) {
        for (int here = at; here < at + length; here += size) {
            if (OpenFlow.lacks(sheet, "\n\t ", at + length - here, size)) {
                return;
            }
            switch (type) {
                case TABLE -> tableCounts(sheet, here);
                case PORTS -> portCounts(sheet, here);
                default -> queueCounts(sheet, here);
            }
            sheet.need(here, size);
        }
    }

    private static void tableCounts(Sheet sheet, int at) {
        table(sheet, "\n\t table_id ", at);
        OpenFlow.quoted(sheet, ", name", at + 4, 32);
        OpenFlow10Match.wildcards(sheet, "\n\t  wildcards", at + 36);
        OpenFlow.number(sheet, "\n\t  max_entries ", sheet.be32(at + 40));
        OpenFlow.number(sheet, ", active_count ", sheet.be32(at + 44));
        OpenFlow.number(sheet, ", lookup_count ", sheet.be64(at + 48));
        OpenFlow.number(sheet, ", matched_count ", sheet.be64(at + 56));
    }

    private static void portCounts(Sheet sheet, int at) {
        OpenFlow10Ports.number(sheet, "\n\t  port_no ", at);
        if (sheet.v > 1) {
            for (int i = 0; i < PORT_COUNTERS.length; i++) {
                long count = sheet.be64(at + 8 + 8 * i);
                sheet.text(", ").text(PORT_COUNTERS[i]).put(' ').unsigned(count);
            }
        }
    }

    private static void queueCounts(Sheet sheet, int at) {
        OpenFlow10Ports.number(sheet, "\n\t  port_no ", at);
        OpenFlow.number(sheet, ", queue_id ", sheet.be32(at + 4));
        OpenFlow.number(sheet, ", tx_bytes ", sheet.be64(at + 8));
        OpenFlow.number(sheet, ", tx_packets ", sheet.be64(at + 16));
        OpenFlow.number(sheet, ", tx_errors ", sheet.be64(at + 24));
    }
}
