package astray.collect.live;

import astray.facts.Address;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.Route;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which of its addresses a peer knows this host. The source that the kernel would choose does not tell: where the
 * route to the peer is captured it is the captor's. So, in this order: where the peer was seen to come to; where it is a
 * neighbour that answered; the address of the default route's interface.
 */
final class OwnAddress {
    /** Kinds of interfaces behind which strangers' prefixes lie. */
    private static final Set<String> FOREIGN =
            Set.of("bridge", "veth", "tun", "wireguard", "dummy", "vxlan", "ipip", "sit", "gre", "macvlan", "ipvlan");

    private final List<Address> addresses;
    private final List<Route> routes;
    private final List<Neighbour> neighbours;
    private final Interfaces interfaces;

    OwnAddress(List<Address> addresses, List<Route> routes, List<Neighbour> neighbours, Interfaces interfaces) {
        this.addresses = addresses;
        this.routes = routes;
        this.neighbours = neighbours;
        this.interfaces = interfaces;
    }

    @Nullable
    IpAddress towards(IpAddress peer, @Nullable Route chosen) {
        if (peer.isLoopback()) {
            return peer;
        }
        String dev = chosen == null ? null : chosen.dev();
        IpAddress hop = chosen == null || chosen.via() == null ? peer : chosen.via();
        Neighbour neighbour = dev == null ? null : LiveNeighbours.find(neighbours, hop, dev);
        boolean answered = neighbour != null
                && neighbour.lladdr() != null
                && !neighbour.state().unanswered();
        Link link = dev == null ? null : interfaces.named(dev);
        boolean plain = link != null && !isForeign(link) && chosen != null && chosen.via() == null;
        if (chosen != null && (answered || plain)) {
            IpAddress source = sourceOf(chosen, peer);
            IpAddress there = source != null ? source : on(dev, peer);
            if (there != null) {
                return there;
            }
        }
        Route way = defaultRoute(peer);
        String wayDev = way == null ? null : way.dev();
        IpAddress preferred = way == null ? null : sourceOf(way, peer);
        IpAddress there = preferred != null ? preferred : on(wayDev, peer);
        if (there != null) {
            return there;
        }
        IpAddress source = chosen == null ? null : sourceOf(chosen, peer);
        if (source != null && link != null && !isForeign(link)) {
            return source;
        }
        for (Address address : addresses) {
            Link its = interfaces.named(address.dev());
            if (isUsable(address, peer) && its != null && !isForeign(its)) {
                return address.address();
            }
        }
        return source;
    }

    /**
     * The address that a route prefers, if the peer could know it: a link-local one is known on its link only, and a
     * loopback address, which the kernel takes where all others of the family failed, nowhere.
     */
    private static @Nullable IpAddress sourceOf(Route route, IpAddress peer) {
        IpAddress source = route.source();
        return source != null && !source.isLoopback() && source.isLinkLocal() == peer.isLinkLocal() ? source : null;
    }

    /** Hosts in a cluster or on a bench have nothing but such interfaces: one that others stand on is no stranger's. */
    private boolean isForeign(Link link) {
        if (link.kind() == null || !FOREIGN.contains(link.kind())) {
            return false;
        }
        for (Route route : routes) {
            if (route.destination().length() == 0 && link.name().equals(route.dev())) {
                return false;
            }
        }
        // the end of a pair whose other end is elsewhere is this machine's own wire
        boolean wire = "veth".equals(link.kind()) && link.master() == null;
        return !wire;
    }

    private @Nullable Route defaultRoute(IpAddress peer) {
        Route best = null;
        for (Route route : routes) {
            if (route.type() == Route.Type.UNICAST
                    && route.table().equals(Route.MAIN)
                    && route.destination().length() == 0
                    && route.destination().family() == peer.family()
                    && (best == null || route.metric() < best.metric())) {
                best = route;
            }
        }
        return best;
    }

    private @Nullable IpAddress on(@Nullable String dev, IpAddress peer) {
        IpAddress first = null;
        for (Address address : addresses) {
            if (isUsable(address, peer) && address.dev().equals(dev)) {
                if (address.prefix().contains(peer)) {
                    return address.address();
                }
                first = first == null ? address.address() : first;
            }
        }
        return first;
    }

    private static boolean isUsable(Address address, IpAddress peer) {
        return address.address().family() == peer.family()
                && !address.address().isLoopback()
                && address.address().isLinkLocal() == peer.isLinkLocal()
                && !address.flags().contains("secondary")
                && !address.flags().contains("deprecated");
    }
}
