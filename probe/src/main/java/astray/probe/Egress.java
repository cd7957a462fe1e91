package astray.probe;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.inet.InetSocket;
import astray.kernel.inet.NetDevice;
import org.jspecify.annotations.Nullable;

/**
 * How a probe leaves this host.
 *
 * @param source the own address; {@code null} for the kernel's choice
 * @param dev the interface; {@code null} for the one that the routes say. An IPv6 link-local address needs one
 * @param mark a mark for policy rules and filters, which needs CAP_NET_ADMIN; 0 for none
 */
public record Egress(@Nullable IpAddress source, @Nullable String dev, int mark) {

    /** As the kernel would send it. */
    public static final Egress ANY = new Egress(null, null, 0);

    /** From an own address. */
    public static Egress from(IpAddress source) {
        return new Egress(source, null, 0);
    }

    /** Through an interface. */
    public static Egress through(String dev) {
        return new Egress(null, dev, 0);
    }

    /** Prepares a socket; the scope that the destination then needs. */
    int prepare(InetSocket socket, IpAddress destination) throws ErrnoException {
        int scope = 0;
        if (dev != null) {
            if (destination.family() == Family.INET6 && (destination.isLinkLocal() || destination.isMulticast())) {
                scope = NetDevice.named(dev).index();
            } else {
                socket.device(dev);
            }
        }
        if (mark != 0) {
            socket.mark(mark);
        }
        if (source != null) {
            socket.bind(source, 0, source.isLinkLocal() ? scope : 0);
        }
        return scope;
    }
}
