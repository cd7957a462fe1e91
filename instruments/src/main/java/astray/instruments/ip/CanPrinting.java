package astray.instruments.ip;

import astray.kernel.link.Can;
import astray.kernel.netlink.Attributes;
import org.jspecify.annotations.Nullable;

/** A controller area network: ip-link(8), "type can". */
final class CanPrinting {
    private static final String INDENT = "\t  ";
    private static final int RATES_A_LINE = 6;
    private static final int RATE_WIDTH = 8;

    private static final String[] STATES = {
        "ERROR-ACTIVE", "ERROR-WARNING", "ERROR-PASSIVE", "BUS-OFF", "STOPPED", "SLEEPING"
    };

    private static final String[] MODES = {
        "LOOPBACK",
        "LISTEN-ONLY",
        "TRIPLE-SAMPLING",
        "ONE-SHOT",
        "BERR-REPORTING",
        "FD",
        "FD-NON-ISO",
        "PRESUME-ACK",
        "CC-LEN8-DLC",
        "TDC-AUTO",
        "TDC-MANUAL"
    };

    /** The delays of a transmitter; attributes of their least, greatest and present values follow this order. */
    private static final String[] DELAYS = {"tdcv", "tdco", "tdcf"};

    private static final int COUNTER_WIDTH = 10;
    private static final String[] STATISTICS = {
        "restarts", "bus_error", "arbitration_lost", "error_warning", "error_passive", "bus_off"
    };

    /** Where each of {@link #STATISTICS} stands. */
    private static final int[] PLACES = {5, 0, 4, 1, 2, 3};

    private final Options can;
    private final Printer printer;
    private final Attributes data;

    private CanPrinting(Options can) {
        this.can = can;
        this.printer = can.printer();
        this.data = can.data();
    }

    static void print(Options can) {
        new CanPrinting(can).print();
    }

    private void print() {
        Attributes.Attribute modes = data.get(Can.CTRLMODE);
        if (modes != null) {
            long supported = data.nested(Can.CTRLMODE_EXT).u32(Can.CTRLMODE_SUPPORTED, 0);
            if (modes.u32(4) != 0) {
                printModes("ctrlmode", modes.u32(4), true);
            }
            if (supported != 0) {
                printModes("ctrlmode_supported", supported, false);
            }
        }
        if (data.has(Can.STATE)) {
            long state = data.u32(Can.STATE, 0);
            can.string("state", "state", state < STATES.length ? STATES[(int) state] : "UNKNOWN");
        }
        Attributes.Attribute errors = data.get(Can.BERR_COUNTER);
        if (errors != null) {
            printer.openObject("berr_counter");
            printer.number("tx", "(berr-counter tx ", errors.u16(0));
            printer.number("rx", "rx ", errors.u16(2), ") ");
            printer.closeObject();
        }
        can.u32(Can.RESTART_MS, "restart_ms", "restart-ms");
        if (!can.has(Can.BITRATE_CONST)) {
            printTiming(data.get(Can.BITTIMING), "bittiming", "", false);
            printLimits(data.get(Can.BITTIMING_CONST), "bittiming_const", "", false);
        }
        printRates(Can.BITRATE_CONST, Can.BITTIMING, "bittiming_bitrate", "bitrate_const", "");
        if (!can.has(Can.DATA_BITRATE_CONST)) {
            printTiming(data.get(Can.DATA_BITTIMING), "data_bittiming", "d", true);
            printLimits(data.get(Can.DATA_BITTIMING_CONST), "data_bittiming_const", "d", true);
        }
        printRates(Can.DATA_BITRATE_CONST, Can.DATA_BITTIMING, "data_bittiming_bitrate", "data_bitrate_const", "d");
        printTermination();
        if (data.has(Can.CLOCK)) {
            printer.line();
            printer.number("clock", INDENT + "clock ", data.u32(Can.CLOCK, 0));
        }
    }

    /** In text only what is set is shown. */
    private void printModes(String key, long flags, boolean inText) {
        if (!inText && !printer.isJson()) {
            return;
        }
        printer.openArray(key);
        printer.text("<");
        String before = "";
        for (int i = 0; i < MODES.length; i++) {
            if ((flags & 1L << i) != 0) {
                printer.string(null, before, MODES[i], "");
                before = ",";
            }
        }
        long others = flags >>> MODES.length << MODES.length;
        if (others != 0) {
            printer.string(null, before, Long.toHexString(others), "");
        }
        printer.closeArray();
        printer.text("> ");
    }

    private void printTiming(Attributes.@Nullable Attribute timing, String key, String d, boolean delays) {
        if (timing == null) {
            return;
        }
        printer.openObject(key);
        printer.line();
        printer.number("bitrate", INDENT + d + "bitrate ", timing.u32(0), "");
        String thousandths = Long.toString(1000 + timing.u32(4) % 1000).substring(1);
        printer.string("sample_point", " " + d + "sample-point ", timing.u32(4) / 1000 + "." + thousandths, "");
        printer.line();
        printer.number("tq", INDENT + d + "tq ", timing.u32(8), "");
        String[] keys = {"prop_seg", "phase_seg1", "phase_seg2", "sjw", "brp"};
        for (int i = 0; i < keys.length; i++) {
            printer.number(keys[i], " " + d + keys[i].replace('_', '-') + " ", timing.u32(12 + 4 * i), "");
        }
        if (delays) {
            printDelays();
        }
        printer.closeObject();
    }

    private void printDelays() {
        Attributes delays = data.nested(Can.TDC);
        if (!delays.has(Can.TDC_TDCV) && !delays.has(Can.TDC_TDCV + 1) && !delays.has(Can.TDC_TDCV + 2)) {
            return;
        }
        printer.openObject("tdc");
        printer.line();
        printer.text(INDENT);
        String before = "";
        for (int i = 0; i < DELAYS.length; i++) {
            if (delays.has(Can.TDC_TDCV + i)) {
                printer.number(DELAYS[i], before + DELAYS[i] + " ", delays.u32(Can.TDC_TDCV + i, 0), "");
                before = " ";
            }
        }
        printer.closeObject();
    }

    private void printLimits(Attributes.@Nullable Attribute limits, String key, String d, boolean delays) {
        if (limits == null) {
            return;
        }
        printer.openObject(key);
        printer.line();
        printer.string("name", INDENT, limits.string(), ":");
        // behind the name of 16 bytes; of the jump width only the greatest is told
        range(" " + d, "tseg1", limits.u32(16), limits.u32(20));
        range(" " + d, "tseg2", limits.u32(24), limits.u32(28));
        range(" " + d, "sjw", 1, limits.u32(32));
        range(" " + d, "brp", limits.u32(36), limits.u32(40));
        printer.number("brp_inc", " " + d + "brp_inc ", limits.u32(44), "");
        if (delays) {
            printDelayLimits();
        }
        printer.closeObject();
    }

    private void printDelayLimits() {
        if (!data.has(Can.TDC)) {
            return;
        }
        Attributes delays = data.nested(Can.TDC);
        printer.openObject("tdc");
        printer.line();
        printer.text("\t ");
        for (int i = 0; i < DELAYS.length; i++) {
            int least = Can.TDC_TDCV_MIN + 2 * i;
            if (delays.has(least) && delays.has(least + 1)) {
                range(" ", DELAYS[i], delays.u32(least, 0), delays.u32(least + 1, 0));
            }
        }
        printer.closeObject();
    }

    private void range(String before, String name, long least, long greatest) {
        printer.openObject(name);
        printer.number("min", before + name + " ", least, "..");
        printer.number("max", "", greatest, "");
        printer.closeObject();
    }

    private void printRates(int type, int timing, String key, String list, String d) {
        Attributes.Attribute rates = data.get(type);
        if (rates == null || rates.length() < Integer.BYTES) {
            return;
        }
        Attributes.Attribute present = data.get(timing);
        printer.line();
        printer.number(key, INDENT + d + "bitrate ", present == null ? 0 : present.u32(0), "");
        printer.openArray(list);
        printer.line();
        printer.text("\t     [");
        int count = rates.length() / Integer.BYTES;
        for (int i = 0; i < count; i++) {
            if (i > 0 && i % RATES_A_LINE == 0) {
                printer.line();
                printer.text("\t      ");
            }
            long rate = rates.u32(Integer.BYTES * i);
            String blanks =
                    " ".repeat(Math.max(0, RATE_WIDTH - Long.toString(rate).length()));
            printer.number(null, blanks, rate, i + 1 < count ? ", " : " ]");
        }
        printer.closeArray();
    }

    private void printTermination() {
        Attributes.Attribute choices = data.get(Can.TERMINATION_CONST);
        if (choices == null || !data.has(Can.TERMINATION) || choices.length() < Short.BYTES) {
            return;
        }
        printer.line();
        printer.number("termination", INDENT + "termination ", data.u16(Can.TERMINATION, 0), " [ ");
        printer.openArray("termination_const");
        int count = choices.length() / Short.BYTES;
        for (int i = 0; i < count; i++) {
            printer.number(null, "", choices.u16(Short.BYTES * i), i + 1 < count ? ", " : " ]");
        }
        printer.closeArray();
    }

    /** {@code struct can_device_stats}, six numbers of 32 bits, in another order than they are shown in. */
    static void printStatistics(Printer printer, Attributes.Attribute counters) {
        if (counters.length() != STATISTICS.length * Integer.BYTES) {
            return;
        }
        printer.line();
        printer.text(INDENT).text("re-started bus-errors arbit-lost error-warn error-pass bus-off");
        printer.line();
        printer.text(INDENT);
        for (int i = 0; i < STATISTICS.length; i++) {
            long value = counters.u32(Integer.BYTES * PLACES[i]);
            String blanks =
                    " ".repeat(Math.max(0, COUNTER_WIDTH - Long.toString(value).length()));
            printer.number(STATISTICS[i], "", value, i + 1 < STATISTICS.length ? blanks + " " : blanks);
        }
    }
}
