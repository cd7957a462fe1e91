package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of ping(8).
 *
 * @param target the target in the user's words
 * @param address the target's address where shown
 * @param transmitted packets sent; {@code null} when the run has no end
 * @param received answers
 * @param lossPercent 0 to 100
 * @param averageMs the average round trip in milliseconds
 * @param errors what others said of it
 * @param source the own address that it was made from, where that was asked for; {@code null} when not shown
 */
public record Ping(
        String target,
        @Nullable IpAddress address,
        @Nullable Integer transmitted,
        @Nullable Integer received,
        @Nullable Double lossPercent,
        @Nullable Double averageMs,
        List<Complaint> errors,
        @Nullable IpAddress source)
        implements Fact {

    /** A run that says nothing of its source. */
    public Ping(
            String target,
            @Nullable IpAddress address,
            @Nullable Integer transmitted,
            @Nullable Integer received,
            @Nullable Double lossPercent,
            @Nullable Double averageMs,
            List<Complaint> errors) {
        this(target, address, transmitted, received, lossPercent, averageMs, errors, null);
    }

    /**
     * An ICMP error, or an error of the own host.
     *
     * @param from who sent it; {@code null} for the own host
     * @param text its words, such as {@code Destination Host Unreachable}
     */
    public record Complaint(@Nullable String from, String text) {}

    /** Copies the list. */
    public Ping {
        errors = List.copyOf(errors);
    }
}
