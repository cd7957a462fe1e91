package astray.diagnosis.model;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A packet as routing sees it.
 *
 * @param source its source address; {@code null} while none is chosen
 * @param destination its destination address
 * @param iif the interface that it came in by; {@code null} for the host's own
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param sourcePort its source port; {@code null} where none is known
 * @param destinationPort its destination port; {@code null} where none is known
 */
public record Flow(
        @Nullable IpAddress source,
        IpAddress destination,
        @Nullable String iif,
        String protocol,
        @Nullable Integer sourcePort,
        @Nullable Integer destinationPort) {}
