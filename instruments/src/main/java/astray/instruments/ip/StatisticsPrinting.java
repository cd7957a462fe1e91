package astray.instruments.ip;

import astray.kernel.route.Link;
import astray.kernel.route.Statistics;

/** A link's counters in columns as wide as the widest number: {@code ip -s link}, {@code ip -s -s link}. */
final class StatisticsPrinting {
    private static final String INDENT = "    ";
    private static final int COLUMNS = 8;

    private static final int[] RECEIVED = {
        Statistics.RX_BYTES,
        Statistics.RX_PACKETS,
        Statistics.RX_ERRORS,
        Statistics.RX_DROPPED,
        Statistics.RX_MISSED_ERRORS,
        Statistics.MULTICAST,
        Statistics.RX_COMPRESSED
    };
    private static final int[] RECEIVE_ERRORS = {
        -1,
        Statistics.RX_LENGTH_ERRORS,
        Statistics.RX_CRC_ERRORS,
        Statistics.RX_FRAME_ERRORS,
        Statistics.RX_FIFO_ERRORS,
        Statistics.RX_OVER_ERRORS,
        Statistics.RX_NOHANDLER,
        Statistics.RX_OTHERHOST_DROPPED
    };
    private static final int[] SENT = {
        Statistics.TX_BYTES,
        Statistics.TX_PACKETS,
        Statistics.TX_ERRORS,
        Statistics.TX_DROPPED,
        Statistics.TX_CARRIER_ERRORS,
        Statistics.COLLISIONS,
        Statistics.TX_COMPRESSED
    };
    private static final int[] SEND_ERRORS = {
        -1,
        Statistics.TX_ABORTED_ERRORS,
        Statistics.TX_FIFO_ERRORS,
        Statistics.TX_WINDOW_ERRORS,
        Statistics.TX_HEARTBEAT_ERRORS
    };

    private final Printer printer;
    private final Settings settings;
    private final int[] widths = {"*X errors:".length(), 7, 6, 7, 7, 7, 10, 9};

    private final boolean all;

    StatisticsPrinting(Printer printer, Settings settings) {
        this(printer, settings, settings.allStatistics());
    }

    /** The same, with the counters of each kind of error or without. */
    StatisticsPrinting(Printer printer, Settings settings, boolean all) {
        this.all = all;
        this.printer = printer;
        this.settings = settings;
    }

    /** Prints those of a link, if the message has any; the line before is ended. */
    void print(Link link) {
        Statistics counters = link.statistics();
        if (counters != null) {
            print(counters, link.carrierChanges(), link.hasWideStatistics() ? "stats64" : "stats");
        }
    }

    /**
     * Prints counters.
     *
     * @param changes how often the carrier came or went; -1 when that is not known
     * @param key their name in JSON
     */
    void print(Statistics counters, long changes, String key) {
        if (printer.isJson()) {
            printJson(counters, changes, key);
            return;
        }
        fit(counters, RECEIVED);
        fit(counters, SENT);
        if (all) {
            fit(counters, RECEIVE_ERRORS);
            fit(counters, SEND_ERRORS);
            fit(5, Math.max(0, changes));
        }
        long compressed = counters.get(Statistics.RX_COMPRESSED);
        heading("RX:", 4, new String[] {"bytes", "packets", "errors", "dropped", "missed", "mcast"}, 6);
        column(compressed == 0 ? "" : "compressed", widths[6], false);
        printer.line();
        printer.text(INDENT);
        numbers(counters, RECEIVED, 6);
        optionalNumber(6, compressed);
        if (all) {
            receiveErrors(counters);
        }
        printer.line();
        compressed = counters.get(Statistics.TX_COMPRESSED);
        heading("TX:", 4, new String[] {"bytes", "packets", "errors", "dropped", "carrier", "collsns"}, 6);
        column(compressed == 0 ? "" : "compressed", widths[6], false);
        printer.line();
        printer.text(INDENT);
        numbers(counters, SENT, 6);
        optionalNumber(6, compressed);
        if (all) {
            sendErrors(counters, changes);
        }
    }

    private void receiveErrors(Statistics counters) {
        long unhandled = counters.get(Statistics.RX_NOHANDLER);
        long others = counters.get(Statistics.RX_OTHERHOST_DROPPED);
        printer.line();
        heading("RX errors:", 10, new String[] {"", "length", "crc", "frame", "fifo", "overrun"}, 6);
        if (unhandled != 0) {
            column("nohandler", widths[6], false);
        }
        if (others != 0) {
            column("otherhost", widths[7], false);
        }
        printer.line();
        printer.text(INDENT).text(" ".repeat(widths[0] + 1));
        numbers(counters, RECEIVE_ERRORS, 6);
        optionalNumber(6, unhandled);
        optionalNumber(7, others);
    }

    private void sendErrors(Statistics counters, long changes) {
        printer.line();
        heading("TX errors:", 10, new String[] {"", "aborted", "fifo", "window", "heartbt"}, 5);
        column(changes < 0 ? "" : "transns", widths[5], false);
        printer.line();
        printer.text(INDENT).text(" ".repeat(widths[0] + 1));
        numbers(counters, SEND_ERRORS, 5);
        if (changes >= 0) {
            number(5, changes);
        }
    }

    private void fit(Statistics counters, int[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] >= 0) {
                fit(i, counters.get(row[i]));
            }
        }
    }

    private void fit(int column, long value) {
        if (column < COLUMNS) {
            widths[column] =
                    Math.max(widths[column], Numbers.text(value, settings).length());
        }
    }

    private void heading(String title, int taken, String[] names, int count) {
        printer.text(INDENT).text(title);
        for (int i = 0; i < count; i++) {
            int width = i == 0 ? widths[0] - taken : widths[i];
            column(names[i], width, i == 0 && taken == 10);
        }
    }

    private void column(String name, int width, boolean first) {
        printer.text(first ? "" : " ")
                .text(" ".repeat(Math.max(0, width - name.length())))
                .text(name);
    }

    private void optionalNumber(int column, long value) {
        if (value != 0) {
            number(column, value);
        }
    }

    private void numbers(Statistics counters, int[] row, int count) {
        for (int i = 0; i < count; i++) {
            if (row[i] >= 0) {
                number(i, counters.get(row[i]));
            }
        }
    }

    private void number(int column, long value) {
        String text = Numbers.text(value, settings);
        printer.text(" ".repeat(Math.max(0, widths[column] - text.length())))
                .text(text)
                .text(" ");
    }

    private void printJson(Statistics counters, long changes, String key) {
        printer.openObject(key);
        printer.openObject("rx");
        member(counters, "bytes", Statistics.RX_BYTES);
        member(counters, "packets", Statistics.RX_PACKETS);
        member(counters, "errors", Statistics.RX_ERRORS);
        member(counters, "dropped", Statistics.RX_DROPPED);
        member(counters, "over_errors", Statistics.RX_OVER_ERRORS);
        member(counters, "multicast", Statistics.MULTICAST);
        optionalMember(counters, "compressed", Statistics.RX_COMPRESSED);
        if (all) {
            member(counters, "length_errors", Statistics.RX_LENGTH_ERRORS);
            member(counters, "crc_errors", Statistics.RX_CRC_ERRORS);
            member(counters, "frame_errors", Statistics.RX_FRAME_ERRORS);
            member(counters, "fifo_errors", Statistics.RX_FIFO_ERRORS);
            member(counters, "missed_errors", Statistics.RX_MISSED_ERRORS);
            optionalMember(counters, "nohandler", Statistics.RX_NOHANDLER);
            optionalMember(counters, "otherhost", Statistics.RX_OTHERHOST_DROPPED);
        }
        printer.closeObject();
        printer.openObject("tx");
        member(counters, "bytes", Statistics.TX_BYTES);
        member(counters, "packets", Statistics.TX_PACKETS);
        member(counters, "errors", Statistics.TX_ERRORS);
        member(counters, "dropped", Statistics.TX_DROPPED);
        member(counters, "carrier_errors", Statistics.TX_CARRIER_ERRORS);
        member(counters, "collisions", Statistics.COLLISIONS);
        optionalMember(counters, "compressed", Statistics.TX_COMPRESSED);
        if (all) {
            member(counters, "aborted_errors", Statistics.TX_ABORTED_ERRORS);
            member(counters, "fifo_errors", Statistics.TX_FIFO_ERRORS);
            member(counters, "window_errors", Statistics.TX_WINDOW_ERRORS);
            member(counters, "heartbeat_errors", Statistics.TX_HEARTBEAT_ERRORS);
            if (changes >= 0) {
                printer.json("carrier_changes", changes);
            }
        }
        printer.closeObject();
        printer.closeObject();
    }

    private void member(Statistics counters, String key, int counter) {
        printer.unsigned(key, "", counters.get(counter), "");
    }

    private void optionalMember(Statistics counters, String key, int counter) {
        if (counters.get(counter) != 0) {
            member(counters, key, counter);
        }
    }
}
