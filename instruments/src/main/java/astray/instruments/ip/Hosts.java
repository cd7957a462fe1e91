package astray.instruments.ip;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Resolver;
import org.jspecify.annotations.Nullable;

/** Addresses as text: as inet_ntop(3) writes them, or with {@code -r} as a host's name. */
final class Hosts {
    /** A name server that does not answer within this is not waited for. */
    private static final long PATIENCE_MILLIS = 3000;

    private final @Nullable Resolver resolver;

    Hosts(boolean resolve) {
        this.resolver = resolve ? new Resolver(PATIENCE_MILLIS) : null;
    }

    /** An address, or with {@code -r} its host's name if it has one. */
    String host(IpAddress address) {
        String name = resolver == null ? null : resolver.name(address).orNull();
        return name == null ? text(address) : name;
    }

    /** An address as inet_ntop(3) writes it: the last 32 bits of an IPv4-mapped one as a dotted quad. */
    static String text(IpAddress address) {
        if (address.family() == Family.INET6 && address.high() == 0) {
            long upper = address.low() >>> 32;
            long lower = address.low() & 0xffffffffL;
            if (upper == 0xffff || upper == 0 && lower > 0xffff) {
                return (upper == 0 ? "::" : "::ffff:") + IpAddress.v4((int) lower);
            }
        }
        return address.toString();
    }
}
