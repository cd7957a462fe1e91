package astray.diagnosis;

import astray.facts.Address;
import astray.facts.ConnectAttempt;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Moment;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
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

    FactKit address(String dev, String address, int length) {
        return add(new Address(dev, IpAddress.of(address), length, null, null, "global", null, List.of()));
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
        return add(new Route(type, Prefix.of(prefix), Route.MAIN, List.of(), null, 0, null, null));
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

    Verdict verdict() {
        return Diagnosis.of(observations, Asked.NOTHING);
    }

    Verdict verdict(@Nullable String peer, @Nullable String target, @Nullable Integer port) {
        return Diagnosis.of(observations, new Asked(peer == null ? null : IpAddress.of(peer), target, port));
    }
}
