package astray.facts;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one time-to-live.
 *
 * @param ttl the time-to-live of the probes, from 1
 * @param probes the probes in the order shown; one without an address was not answered
 * @param statistics what mtr(8) counts, {@code null} for other tools
 */
public record Hop(int ttl, List<Probe> probes, @Nullable Statistics statistics) {

    /** Copies the list. */
    public Hop {
        probes = List.copyOf(probes);
    }

    /**
     * One probe.
     *
     * @param address who answered, {@code null} for nobody (or when only a name is shown)
     * @param name the answerer's name where shown
     * @param time the round trip time, {@code null} when not shown
     * @param mark traceroute's mark such as {@code !H}, {@code !N}, {@code !X}, {@code !F-1300}
     */
    public record Probe(
            @Nullable IpAddress address,
            @Nullable String name,
            @Nullable Duration time,
            @Nullable String mark) {

        /** A probe that nobody answered. */
        public static final Probe SILENT = new Probe(null, null, null, null);

        /** Whether somebody answered. */
        public boolean answered() {
            return address != null || name != null;
        }
    }

    /**
     * mtr's columns.
     *
     * @param lossPercent 0 to 100
     * @param sent probes sent
     * @param lastMs milliseconds, as are the others
     */
    public record Statistics(
            double lossPercent,
            int sent,
            double lastMs,
            double averageMs,
            double bestMs,
            double worstMs,
            double deviationMs) {}

    /** Whether any probe was answered. */
    public boolean answered() {
        return probes.stream().anyMatch(Probe::answered);
    }

    /** The first answerer's address, if any. */
    public @Nullable IpAddress address() {
        return probes.stream()
                .map(Probe::address)
                .filter(a -> a != null)
                .findFirst()
                .orElse(null);
    }
}
