package astray.diagnosis.book;

import astray.facts.Address;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.facts.NameMapping;
import astray.facts.Observation;
import astray.facts.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hosts that play a part in a case, and who is who. */
public final class Cast {
    private final Casebook book;
    private final Map<String, Host> byLabel = new LinkedHashMap<>();
    private final Host nameless;

    /** Finds the hosts in what was observed. */
    public Cast(Casebook book) {
        this.book = book;
        nameless = new Host(book);
        nameless.label(null);
        for (String label : book.hosts()) {
            byLabel.put(label, labelled(label));
        }
        for (Observation<Address> seen : book.of(Address.class)) {
            IpAddress address = seen.fact().address();
            if (!address.isLoopback()) {
                of(seen).heldToFill().add(address);
            }
        }
        for (Observation<Route> seen : book.of(Route.class)) {
            IpAddress own = ownAddress(seen.fact());
            if (own != null && !own.isLoopback()) {
                of(seen).heldToFill().add(own);
            }
        }
        for (Observation<HostName> seen : book.of(HostName.class)) {
            of(seen).namesToFill().add(seen.fact().name());
        }
        mergeLabelsThatAreAddresses();
        for (Observation<NameMapping> seen : book.of(NameMapping.class)) {
            NameMapping mapping = seen.fact();
            // a hosts file may be wrong about others: what a tool printed both of is believed first
            if (!mapping.source().equals("/etc/hosts")) {
                say(mapping.name(), mapping.address());
            }
        }
        for (Observation<Mention> seen : book.of(Mention.class)) {
            Mention mention = seen.fact();
            if (mention.name() != null && mention.address() != null && mention.role() != Mention.Role.NEW_ADDRESS) {
                say(mention.name(), mention.address());
            } else if (mention.address() != null
                    && mention.role() == Mention.Role.HOST
                    && seen.origin().host() != null) {
                of(seen).heldToFill().add(mention.address());
            }
        }
        for (Observation<NameMapping> seen : book.of(NameMapping.class)) {
            Host host = named(seen.fact().name());
            if (host == null || host.address() == null) {
                say(seen.fact().name(), seen.fact().address());
            }
        }
    }

    /** The address of the host that made the kernel add the route: a local one, or a connected prefix's source. */
    private static @Nullable IpAddress ownAddress(Route route) {
        if (!"kernel".equals(route.protocol())) {
            return null;
        }
        boolean local = route.type() == Route.Type.LOCAL
                && route.destination().length()
                        == route.destination().address().family().bits();
        return local ? route.destination().address() : route.source();
    }

    private Host labelled(String label) {
        Host host = new Host(book);
        host.label(label);
        IpAddress address = IpAddress.parse(label);
        if (address == null) {
            host.namesToFill().add(label);
        } else {
            host.saidToFill().add(address);
        }
        return host;
    }

    /** A host that one part of the text calls by its address and another by its name is one host. */
    private void mergeLabelsThatAreAddresses() {
        for (String label : List.copyOf(byLabel.keySet())) {
            IpAddress address = IpAddress.parse(label);
            if (address == null) {
                continue;
            }
            for (Host other : hosts()) {
                if (other != byLabel.get(label) && other.held().contains(address)) {
                    other.label(label);
                    byLabel.put(label, other);
                    break;
                }
            }
        }
    }

    private void say(String name, IpAddress address) {
        Host host = named(name);
        if (host == null && !address.isLoopback()) {
            Host holder = holding(address);
            // a holder that has a name of its own may hold what is another's: that would be the fault
            if (holder != null && holder.names().isEmpty()) {
                holder.namesToFill().add(name);
                return;
            }
            host = labelled(name);
            byLabel.put(name, host);
        }
        if (host != null && !address.isLoopback()) {
            host.saidToFill().add(address);
        }
    }

    /** The hosts, without the nameless one. */
    public List<Host> hosts() {
        return byLabel.values().stream().distinct().toList();
    }

    /** The host that stands for all that nobody said a host of. */
    public Host nameless() {
        return nameless;
    }

    /** The host that an observation is about. */
    public Host of(Observation<?> seen) {
        String label = seen.origin().host();
        Host host = label == null ? nameless : byLabel.get(label);
        return host == null ? nameless : host;
    }

    /** The host of this name. */
    public @Nullable Host named(String name) {
        Host exact = byLabel.get(name);
        if (exact != null) {
            return exact;
        }
        List<Host> found = new ArrayList<>();
        for (Host host : hosts()) {
            if (host.is(name)) {
                found.add(host);
            }
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** The host that holds the address, or else the one that is said to. */
    public @Nullable Host holding(IpAddress address) {
        Host found = null;
        for (Host host : everybody()) {
            if (host.held().contains(address)) {
                return host;
            }
            if (found == null && host.is(address)) {
                found = host;
            }
        }
        return found;
    }

    /** The host of a name or address. */
    public @Nullable Host called(String nameOrAddress) {
        IpAddress address = IpAddress.parse(nameOrAddress);
        return address == null ? named(nameOrAddress) : holding(address);
    }

    /** The address that a name stands for, by what was held, said or mapped. */
    public @Nullable IpAddress addressOf(String name) {
        IpAddress literal = IpAddress.parse(name);
        if (literal != null) {
            return literal;
        }
        Host host = named(name);
        if (host != null && host.address() != null) {
            return host.address();
        }
        for (Observation<NameMapping> seen : book.of(NameMapping.class)) {
            if (seen.fact().name().equals(name)) {
                return seen.fact().address();
            }
        }
        return null;
    }

    private List<Host> everybody() {
        List<Host> everybody = new ArrayList<>(hosts());
        everybody.add(nameless);
        return everybody;
    }
}
