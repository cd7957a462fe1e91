package astray.probe;

import astray.facts.IpAddress;

/**
 * Echo requests to a host. With a small time to live they tell who on the way forwards: a router answers the one that
 * ends there with "time exceeded", a host that does not forward says nothing.
 *
 * @param address whom to ask
 * @param egress how to leave
 * @param hops the time to live, or hop limit, 1 to 255; 0 for the kernel's choice
 * @param count how many, 1 to 20
 * @param intervalMillis how long from one to the next, 0 to 60000
 * @param waitMillis how long to wait for an answer after the last one, 1 to 60000
 */
public record EchoAsk(IpAddress address, Egress egress, int hops, int count, long intervalMillis, long waitMillis) {

    /** Checks the limits. */
    public EchoAsk {
        Limits.check("hops", hops, 0, 255);
        Limits.check("count", count, 1, Limits.COUNT);
        Limits.check("intervalMillis", intervalMillis, 0, Limits.MILLIS);
        Limits.check("waitMillis", waitMillis, 1, Limits.MILLIS);
    }

    /** Some in quick succession, and a second's patience. */
    public static EchoAsk of(IpAddress address, int count) {
        return new EchoAsk(address, Egress.ANY, 0, count, 50, 1000);
    }

    /** One that ends after so many hops. */
    public static EchoAsk endingAt(IpAddress address, int hops) {
        return new EchoAsk(address, Egress.ANY, hops, 2, 100, 700);
    }
}
