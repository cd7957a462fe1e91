package astray.kernel.inet;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What came in on a socket.
 *
 * @param bytes the data; none at the end of a connection
 * @param from who sent it; {@code null} on a connection
 * @param hops the time to live or hop limit that it arrived with, 0 to 255; -1 where it was not asked for
 */
public record Received(Bytes bytes, @Nullable IpAddress from, int hops) {}
