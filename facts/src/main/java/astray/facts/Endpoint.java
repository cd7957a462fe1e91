package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * One end of a socket or packet, as shown: by number or by name.
 *
 * @param address the address; {@code null} for a name or a wildcard ({@code *})
 * @param host the host's name where a name is shown
 * @param port the port, 0 to 65535; {@code null} for a wildcard, a service's name that is not known, or no port
 * @param service the service's name where a name is shown
 * @param zone the interface that a socket is bound to or an address is scoped to ({@code %eth0})
 */
public record Endpoint(
        @Nullable IpAddress address,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String service,
        @Nullable String zone) {

    /** An address and a port, both by number. */
    public static Endpoint of(@Nullable IpAddress address, @Nullable Integer port) {
        return new Endpoint(address, null, port, null, null);
    }

    /** Whether it stands for every address: {@code *}, 0.0.0.0 or ::. */
    public boolean wildcard() {
        return host == null && (address == null || address.isAny());
    }

    /** The host's name, or its address, or {@code *}. */
    public String where() {
        return host != null ? host : address != null ? address.toString() : "*";
    }
}
