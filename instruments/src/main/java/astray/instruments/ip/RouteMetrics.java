package astray.instruments.ip;

import astray.kernel.netlink.Attributes;
import astray.kernel.route.RouteMetric;
import org.jspecify.annotations.Nullable;

/** Prints what a route tells the protocols above. */
final class RouteMetrics {
    private static final int LAST = RouteMetric.FASTOPEN_NO_COOKIE;

    /** {@code RTAX_FEATURE_ECN} of linux/rtnetlink.h. */
    private static final int ECN = 1;

    private RouteMetrics() {}

    private static String name(int metric) {
        return switch (metric) {
            case RouteMetric.MTU -> "mtu";
            case RouteMetric.WINDOW -> "window";
            case RouteMetric.RTT -> "rtt";
            case RouteMetric.RTTVAR -> "rttvar";
            case RouteMetric.SSTHRESH -> "ssthresh";
            case RouteMetric.CWND -> "cwnd";
            case RouteMetric.ADVMSS -> "advmss";
            case RouteMetric.REORDERING -> "reordering";
            case RouteMetric.HOPLIMIT -> "hoplimit";
            case RouteMetric.INITCWND -> "initcwnd";
            case RouteMetric.FEATURES -> "features";
            case RouteMetric.RTO_MIN -> "rto_min";
            case RouteMetric.INITRWND -> "initrwnd";
            case RouteMetric.QUICKACK -> "quickack";
            case RouteMetric.CC_ALGO -> "congctl";
            default -> "fastopen_no_cookie";
        };
    }

    static void print(Printer printer, Attributes metrics) {
        printer.openArray("metrics");
        printer.openObject();
        int locked = metrics.s32(RouteMetric.LOCK, 0);
        for (int metric = RouteMetric.MTU; metric <= LAST; metric++) {
            boolean told = metrics.has(metric);
            boolean lock = (locked & 1 << metric) != 0;
            if (!told && !lock) {
                continue;
            }
            long value = metric == RouteMetric.CC_ALGO ? 0 : metrics.u32(metric, 0);
            if (metric == RouteMetric.HOPLIMIT && value == 0xffffffffL) {
                continue;
            }
            String name = name(metric);
            printer.text(name).text(" ");
            if (lock) {
                printer.text("lock ");
            }
            printOne(printer, metric, name, value, metrics.string(metric));
        }
        printer.closeObject();
        printer.closeArray();
    }

    private static void printOne(Printer printer, int metric, String name, long value, @Nullable String word) {
        switch (metric) {
            case RouteMetric.FEATURES -> {
                if ((value & ECN) != 0) {
                    printer.nothing("ecn", "ecn ");
                }
                if ((value & ~ECN) != 0) {
                    printer.hex("features", "", value, " ");
                }
            }
            case RouteMetric.RTT -> time(printer, name, value / 8);
            case RouteMetric.RTTVAR -> time(printer, name, value / 4);
            case RouteMetric.RTO_MIN -> time(printer, name, value);
            case RouteMetric.CC_ALGO -> printer.string("congestion", word == null ? "" : word);
            default -> printer.number(name, "", value);
        }
    }

    private static void time(Printer printer, String name, long millis) {
        if (millis >= 1000) {
            printer.number(name, millis, Decimals.thousandths(millis) + "s ");
        } else {
            printer.number(name, "", millis, "ms ");
        }
    }
}
