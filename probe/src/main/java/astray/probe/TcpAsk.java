package astray.probe;

import astray.facts.IpAddress;

/**
 * A try to open a TCP connection, and to hear what the other end says first. Nothing is sent on it.
 *
 * @param address whom to connect with
 * @param port 1 to 65535
 * @param egress how to leave
 * @param connectMillis how long to wait for the connection, 1 to 60000
 * @param greetingMillis how long to wait then for the first word, or the end, 0 to 60000; 0 does not wait for it
 */
public record TcpAsk(IpAddress address, int port, Egress egress, long connectMillis, long greetingMillis) {

    /** Checks the limits. */
    public TcpAsk {
        Limits.check("port", port, 1, 65535);
        Limits.check("connectMillis", connectMillis, 1, Limits.MILLIS);
        Limits.check("greetingMillis", greetingMillis, 0, Limits.MILLIS);
    }
}
