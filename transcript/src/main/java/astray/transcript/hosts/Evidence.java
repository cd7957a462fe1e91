package astray.transcript.hosts;

import astray.facts.Address;
import astray.facts.Attribution;
import astray.facts.BridgeFilter;
import astray.facts.BridgeVlan;
import astray.facts.Capture;
import astray.facts.ClockReading;
import astray.facts.ConnectAttempt;
import astray.facts.Counter;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.DockerNetwork;
import astray.facts.DocumentDate;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.FilterPresence;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.LogEntry;
import astray.facts.Mention;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Ping;
import astray.facts.PublishedPort;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Trace;
import astray.facts.Watch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What the facts of one block tell about the host that it is from, gathered while they pass by. Bounded. */
public final class Evidence {
    private static final int MANY = 64;

    private final SequencedSet<String> logHosts = new LinkedHashSet<>();
    private final SequencedSet<String> interfaces = new LinkedHashSet<>();
    private final SequencedSet<IpAddress> addresses = new LinkedHashSet<>();
    private final SequencedSet<String> localNames = new LinkedHashSet<>();
    private final SequencedSet<String> otherNames = new LinkedHashSet<>();
    private final Map<String, IpAddress> mapped = new LinkedHashMap<>();
    private @Nullable String ownName;
    private @Nullable String target;
    private boolean remote;

    /** Starts empty. */
    public Evidence() {}

    /** The hosts that log lines bear. */
    SequencedSet<String> logHosts() {
        return logHosts;
    }

    /** Interfaces with names that no other host has. */
    SequencedSet<String> interfaces() {
        return interfaces;
    }

    /** Addresses that are the host's own. */
    SequencedSet<IpAddress> addresses() {
        return addresses;
    }

    /** Names at the own ends of its sockets. */
    SequencedSet<String> localNames() {
        return localNames;
    }

    /** Other hosts' names that occur. */
    SequencedSet<String> otherNames() {
        return otherNames;
    }

    /** Names with their addresses. */
    Map<String, IpAddress> mapped() {
        return mapped;
    }

    /** What {@code hostname} said. */
    @Nullable
    String ownName() {
        return ownName;
    }

    /** What a client was aimed at, in the user's words. */
    @Nullable
    String target() {
        return target;
    }

    /** Whether it is a client's output, about the way to another host. */
    boolean client() {
        return remote;
    }

    /** Looks at a fact. */
    public void add(Fact fact) {
        switch (fact) {
            case Address a -> {
                own(a.address());
                dev(a.dev());
            }
            case Link l -> dev(l.name());
            case Route r -> route(r);
            case RouteLookup l -> {
                if (l.route() != null) {
                    route(l.route());
                }
            }
            case astray.facts.BridgePort b -> dev(b.dev());
            case BridgeVlan v -> dev(v.dev());
            case BridgeFilter f -> dev(f.bridge());
            case Neighbour n -> dev(n.dev());
            case Socket s -> {
                name(localNames, s.local().host());
                own(s.local().address());
                if (s.remote() != null) {
                    name(otherNames, s.remote().host());
                }
            }
            case LogEntry e -> {
                name(logHosts, e.host());
                inMessage(e.message());
            }
            case Frame f -> dev(f.dev());
            case Capture c -> dev(c.dev());
            case DockerNetwork n -> dev(n.bridgeName());
            case HostName n -> ownName = n.name();
            case NameMapping m -> {
                name(otherNames, m.name());
                if (mapped.size() < MANY) {
                    mapped.putIfAbsent(m.name(), m.address());
                }
            }
            case Trace t -> aimed(t.target(), t.address());
            case Ping p -> aimed(p.target(), p.address());
            case ConnectAttempt c -> aimed(c.target(), c.address());
            case Attribution _,
                    ClockReading _,
                    Counter _,
                    Coverage _,
                    DocumentDate _,
                    FirewallChain _,
                    FirewallRule _ -> {}
            case Mention _, Rule _, Sysctl _ -> {}
            // what only a look at a running host tells
            case CounterChange _, FilterPresence _, PublishedPort _, Watch _ -> {}
            // what only a capture file tells
            case FrameCount _ -> {}
        }
    }

    private void route(Route route) {
        own(route.source());
        for (NextHop hop : route.nextHops()) {
            dev(hop.dev());
        }
    }

    private void aimed(@Nullable String name, @Nullable IpAddress address) {
        remote = true;
        if (target == null) {
            target = name;
        }
        if (name != null && address != null && IpAddress.parse(name) == null && mapped.size() < MANY) {
            mapped.putIfAbsent(name, address);
        }
        name(otherNames, name);
    }

    private void own(@Nullable IpAddress address) {
        if (address != null
                && addresses.size() < MANY
                && !address.isAny()
                && !address.isLoopback()
                && !address.isLinkLocal()
                && !address.isMulticast()) {
            addresses.add(address);
        }
    }

    private void dev(@Nullable String dev) {
        if (dev != null && interfaces.size() < MANY && Interfaces.unique(dev)) {
            interfaces.add(dev);
        }
    }

    private static void name(SequencedSet<String> names, @Nullable String name) {
        if (name != null
                && names.size() < MANY
                && !names.contains(name)
                && IpAddress.parse(name) == null
                && !name.startsWith("localhost")
                && !name.startsWith("ip6-")) {
            names.add(name);
        }
    }

    /** The first unique interface that a message speaks of; kernel messages name it first or in parentheses. */
    private void inMessage(String message) {
        if (interfaces.size() >= MANY) {
            return;
        }
        int at = message.indexOf("br-");
        if (at >= 0) {
            dev(word(message, at));
        }
        at = message.indexOf("veth");
        if (at >= 0) {
            dev(word(message, at));
        }
    }

    private static String word(String text, int from) {
        int to = from;
        while (to < text.length()
                && to - from < 16
                && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '-')) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Whether it tells an own endpoint name and nothing else, and which. */
    @Nullable
    String onlyLocalName() {
        return localNames.size() == 1 ? localNames.getFirst() : null;
    }

    /** Endpoints' names of captures count as known names only. */
    public void seen(@Nullable Endpoint endpoint) {
        if (endpoint != null) {
            name(otherNames, endpoint.host());
        }
    }
}
