package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A port of the host that is led to a container ({@code docker ps}, {@code docker run -p}).
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param address the host's address that it is published on; {@code null} for all
 * @param port the host's port
 * @param container the container's name or id
 * @param containerAddress the container's address; {@code null} when not shown
 * @param containerPort the container's port
 */
public record PublishedPort(
        String protocol,
        @Nullable IpAddress address,
        int port,
        String container,
        @Nullable IpAddress containerAddress,
        int containerPort)
        implements Fact {}
