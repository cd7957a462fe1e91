package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Route;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.NetlinkSocket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is the same before and after: links, addresses, rules, routes, settings, listeners, filters, containers. */
final class State implements AutoCloseable {
    private final NetlinkSocket socket;
    private final Family family;
    private final Ledger ledger;
    private final Interfaces interfaces;
    private final List<Address> addresses;
    private final List<Route> routes;
    private final Map<Integer, Long> users;

    private State(
            NetlinkSocket socket,
            Family family,
            Ledger ledger,
            Interfaces interfaces,
            List<Address> addresses,
            List<Route> routes,
            Map<Integer, Long> users) {
        this.socket = socket;
        this.family = family;
        this.ledger = ledger;
        this.interfaces = interfaces;
        this.addresses = addresses;
        this.routes = routes;
        this.users = users;
    }

    /** Reads all of it, for a question about an address. */
    static State read(IpAddress other, Ledger ledger) throws ErrnoException, InterruptedException {
        NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
        try {
            Family family = other.family();
            Interfaces interfaces = LiveLinks.read(socket, ledger);
            List<Address> addresses = LiveAddresses.read(socket, interfaces, ledger);
            LiveRules.read(socket, family, ledger);
            List<Route> routes = LiveRoutes.read(
                    socket, family, interfaces, prefix -> prefix.length() == 0 || prefix.contains(other), ledger);
            LiveSettings.read(interfaces, ledger);
            LiveFilters.read(socket, interfaces, ledger);
            LiveDocker.read(interfaces, ledger);
            Map<Integer, Long> users = Map.of();
            try {
                users = LiveSockets.listeners(interfaces, ledger);
            } catch (ErrnoException e) {
                ledger.refused(Gap.What.SOCKETS, "", e);
            }
            return new State(socket, family, ledger, interfaces, addresses, routes, users);
        } catch (ErrnoException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    Interfaces interfaces() {
        return interfaces;
    }

    /** The host's addresses. */
    List<Address> addresses() {
        return addresses;
    }

    /** The neighbour tables as they are now. */
    List<Neighbour> neighbours() throws ErrnoException {
        return LiveNeighbours.read(socket, family, interfaces, ledger);
    }

    /** The kernel's own lookups. */
    LiveLookups lookups() {
        return new LiveLookups(socket, interfaces, ledger);
    }

    /** Whose TCP listener is on a port, as a user id; -1 for nobody's. */
    long userListeningOn(int port) {
        return users.getOrDefault(port, -1L);
    }

    /** By which address the other end knows this host, when it was not seen to come to any. */
    @Nullable
    IpAddress own(IpAddress other, @Nullable Route chosen, List<Neighbour> neighbours) {
        return new OwnAddress(addresses, routes, neighbours, interfaces).towards(other, chosen);
    }

    /** Whether the host holds the address. */
    boolean holds(IpAddress address) {
        return addresses.stream().anyMatch(a -> a.address().equals(address));
    }

    @Override
    public void close() {
        socket.close();
    }
}
