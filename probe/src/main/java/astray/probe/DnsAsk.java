package astray.probe;

import astray.facts.IpAddress;

/**
 * A question to one name server: by UDP, sent twice at most, and by TCP when the answer is too long for that.
 *
 * @param server the name server
 * @param port its port, 1 to 65535: 53
 * @param name the name, taken as it is: without the domains that a resolver would try
 * @param type what to ask for
 * @param egress how to leave
 * @param waitMillis how long to wait for the answer in all, 1 to 60000
 */
public record DnsAsk(IpAddress server, int port, String name, DnsType type, Egress egress, long waitMillis) {

    /** Checks the limits. */
    public DnsAsk {
        Limits.check("port", port, 1, 65535);
        Limits.check("waitMillis", waitMillis, 1, Limits.MILLIS);
    }

    /** To the usual port. */
    public static DnsAsk of(IpAddress server, String name, DnsType type, long waitMillis) {
        return new DnsAsk(server, 53, name, type, Egress.ANY, waitMillis);
    }
}
