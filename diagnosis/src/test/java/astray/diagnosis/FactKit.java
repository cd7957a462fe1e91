package astray.diagnosis;

import astray.facts.Address;
import astray.facts.ConnectAttempt;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.FilterPresence;
import astray.facts.Frame;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Moment;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Trace;
import astray.facts.Watch;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says facts in few words, so that a test reads like the network it is about. */
final class FactKit {
    private final List<Observation<?>> observations = new ArrayList<>();
    private @Nullable String host;
    private int line;
    private int block;

    /** What follows is about this host. */
    FactKit on(@Nullable String newHost) {
        host = newHost;
        block++;
        return this;
    }

    FactKit add(Fact fact) {
        line++;
        observations.add(new Observation<>(
                fact, new Origin(host, fact.getClass().getSimpleName(), "test", line, block, fact.toString())));
        return this;
    }

    FactKit link(String name, String... flags) {
        return add(new Link(null, name, null, List.of(flags), 1500, null, null, null, null, null, null));
    }

    FactKit route(String prefix, @Nullable String via, String dev) {
        return route(prefix, via, dev, Route.MAIN, 0);
    }

    FactKit route(String prefix, @Nullable String via, String dev, String table, long metric) {
        return add(new Route(
                Route.Type.UNICAST,
                prefix.equals("default") ? Prefix.all(Family.INET) : Prefix.of(prefix),
                table,
                List.of(new NextHop(via == null ? null : IpAddress.of(via), dev, 1, List.of())),
                null,
                metric,
                via == null ? "kernel" : null,
                via == null ? "link" : null));
    }

    /** A connected route as the kernel adds it for an address. */
    FactKit connected(String prefix, String source, String dev) {
        return add(new Route(
                Route.Type.UNICAST,
                Prefix.of(prefix),
                Route.MAIN,
                List.of(new NextHop(null, dev, 1, List.of())),
                IpAddress.of(source),
                0,
                "kernel",
                "link"));
    }

    FactKit discarding(Route.Type type, String prefix) {
        return discarding(type, prefix, Route.MAIN);
    }

    FactKit discarding(Route.Type type, String prefix, String table) {
        return add(new Route(type, Prefix.of(prefix), table, List.of(), null, 0, null, null));
    }

    FactKit defaultRules() {
        return add(Rule.lookup(0, null, null, Route.LOCAL))
                .add(Rule.lookup(32766, null, null, Route.MAIN))
                .add(Rule.lookup(32767, null, null, "default"));
    }

    FactKit whole(Coverage.Topic topic) {
        return add(new Coverage(topic, null, topic == Coverage.Topic.ROUTES ? "all" : null, true));
    }

    FactKit neighbour(String address, String dev, @Nullable String lladdr, Neighbour.State state) {
        return add(new Neighbour(IpAddress.of(address), dev, lladdr, state, List.of()));
    }

    FactKit listens(@Nullable String address, int port) {
        return add(new Socket(
                "tcp",
                null,
                "LISTEN",
                0L,
                128L,
                Endpoint.of(address == null ? null : IpAddress.of(address), port),
                null,
                List.of()));
    }

    FactKit sysctl(String key, String value) {
        return add(new Sysctl(key, value));
    }

    FactKit tries(String target, int port, ConnectAttempt.Outcome outcome) {
        return add(new ConnectAttempt("nc", target, IpAddress.of(target), port, outcome));
    }

    FactKit asks(String dev, String about, String teller, String time) {
        return add(new Frame(
                new Moment.OfDay(LocalTime.parse(time)),
                dev,
                "Out",
                null,
                null,
                new Frame.Resolution(
                        false, Endpoint.of(IpAddress.of(about), null), Endpoint.of(IpAddress.of(teller), null), null)));
    }

    FactKit segment(String dev, String direction, String from, int fromPort, String to, int toPort, String flags) {
        return add(new Frame(
                new Moment.OfDay(LocalTime.NOON),
                dev,
                direction,
                null,
                null,
                new Frame.Tcp(
                        Endpoint.of(IpAddress.of(from), fromPort),
                        Endpoint.of(IpAddress.of(to), toPort),
                        flags,
                        "",
                        0)));
    }

    FactKit address(String dev, String address, int length, String... flags) {
        return add(new Address(dev, IpAddress.of(address), length, null, null, "global", null, List.of(flags)));
    }

    FactKit card(String name, String lladdr, String... flags) {
        return add(new Link(null, name, null, List.of(flags), 1500, null, null, null, "ether", lladdr, null));
    }

    /** An answer to ARP that came in. */
    FactKit answers(String dev, String about, String lladdr) {
        return add(new Frame(
                null,
                dev,
                "In",
                lladdr,
                null,
                new Frame.Resolution(true, Endpoint.of(IpAddress.of(about), null), null, lladdr)));
    }

    /** A request of somebody else that came in. */
    FactKit isAskedFor(String dev, String about, String teller) {
        return add(new Frame(
                null,
                dev,
                "B",
                null,
                null,
                new Frame.Resolution(
                        false, Endpoint.of(IpAddress.of(about), null), Endpoint.of(IpAddress.of(teller), null), null)));
    }

    FactKit session(String state, String local, int port, String remote, int remotePort, Socket.Progress progress) {
        return add(new Socket(
                "tcp",
                null,
                state,
                0L,
                0L,
                Endpoint.of(IpAddress.of(local), port),
                Endpoint.of(IpAddress.of(remote), remotePort),
                List.of(),
                progress));
    }

    /** A listener with connections waiting. */
    FactKit waiting(int port, long waiting, long backlog) {
        line++;
        Socket socket = new Socket("tcp", null, "LISTEN", waiting, backlog, Endpoint.of(null, port), null, List.of());
        observations.add(new Observation<>(socket, new Origin(host, "ss -tln", "test", line, block, "LISTEN")));
        return this;
    }

    /** The first {@code answering} hops answer, the rest up to {@code hops} do not. */
    FactKit traces(String target, int hops, String... answering) {
        List<Hop> all = new ArrayList<>();
        for (int i = 1; i <= hops; i++) {
            Hop.Probe probe = i <= answering.length
                    ? new Hop.Probe(IpAddress.of(answering[i - 1]), null, null, null)
                    : Hop.Probe.SILENT;
            all.add(new Hop(i, List.of(probe), null));
        }
        return add(new Trace("echo", target, IpAddress.of(target), hops, null, null, all));
    }

    FactKit pings(@Nullable String source, String target, int received) {
        return add(new Ping(
                target,
                IpAddress.of(target),
                3,
                received,
                received == 0 ? 100.0 : 0.0,
                null,
                List.of(),
                source == null ? null : IpAddress.of(source)));
    }

    FactKit triesFrom(String source, String target, int port, ConnectAttempt.Outcome outcome) {
        return add(new ConnectAttempt(
                "astray", target, IpAddress.of(target), port, outcome, IpAddress.of(source), null, null));
    }

    FactKit moved(String counter, long by) {
        return add(new CounterChange(counter, 10, 10 + by, 1100));
    }

    FactKit presence(FilterPresence.Kind kind, boolean present) {
        return add(new FilterPresence(kind, null, present));
    }

    /** The kernel's own way to a destination: through a gateway, or on the link. */
    FactKit kernelSends(String to, @Nullable String from, @Nullable String via, String dev) {
        return add(new RouteLookup(
                IpAddress.of(to),
                from == null ? null : IpAddress.of(from),
                null,
                Route.unicast(Prefix.host(IpAddress.of(to)), via == null ? null : IpAddress.of(via), dev),
                null));
    }

    /** The kernel's own word that there is no way. */
    FactKit kernelRefuses(String to, @Nullable String from, @Nullable String iif, String error) {
        return add(new RouteLookup(IpAddress.of(to), from == null ? null : IpAddress.of(from), iif, null, error));
    }

    /** A rule to a table, of one condition more than that its packets are of this family. */
    FactKit rule(long priority, @Nullable String mark, @Nullable String users, String table) {
        return add(new Rule(
                priority,
                false,
                Family.INET,
                null,
                null,
                mark,
                null,
                null,
                null,
                null,
                null,
                users,
                null,
                false,
                Rule.Action.LOOKUP,
                table,
                null,
                null));
    }

    /** A running host of which everything was looked at, and no filter is there. */
    FactKit watched() {
        add(new Watch(java.time.Duration.ofMillis(1100)));
        for (FilterPresence.Kind kind : FilterPresence.Kind.values()) {
            presence(kind, false);
        }
        for (Coverage.Topic topic : List.of(
                Coverage.Topic.LINKS,
                Coverage.Topic.ADDRESSES,
                Coverage.Topic.RULES,
                Coverage.Topic.ROUTES,
                Coverage.Topic.NEIGHBOURS,
                Coverage.Topic.LISTENERS)) {
            whole(topic);
        }
        return this;
    }

    /** What {@code astray from} asks on the host. */
    Verdict from(String host, String peer, String own, int port) {
        IpAddress other = IpAddress.of(peer);
        return Diagnosis.of(
                observations, new Asked(other, null, port, new Asked.Live(host, false, IpAddress.of(own), other)));
    }

    /** What {@code astray to} asks on the host. */
    Verdict to(String host, String own, String target, int port) {
        return Diagnosis.of(
                observations,
                new Asked(null, target, port, new Asked.Live(host, true, IpAddress.of(own), IpAddress.of(target))));
    }

    /** A connection's first segment that came in, and whose card handed it over. */
    FactKit opens(String dev, String from, String to, int port, String sourceMac) {
        return add(new Frame(
                null,
                dev,
                "In",
                sourceMac,
                null,
                new Frame.Tcp(
                        Endpoint.of(IpAddress.of(from), 40000), Endpoint.of(IpAddress.of(to), port), "S", "", 0)));
    }

    /** What {@code astray to} asks on the host about a name that has no address. */
    Verdict toNowhere(String host, String name, int port) {
        return Diagnosis.of(observations, new Asked(null, name, port, new Asked.Live(host, true, null, null)));
    }

    Verdict verdict() {
        return Diagnosis.of(observations, Asked.NOTHING);
    }

    Verdict verdict(@Nullable String peer, @Nullable String target, @Nullable Integer port) {
        return Diagnosis.of(observations, new Asked(peer == null ? null : IpAddress.of(peer), target, port));
    }
}
