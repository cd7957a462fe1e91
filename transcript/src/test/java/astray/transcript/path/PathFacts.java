package astray.transcript.path;

import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Ping;
import astray.facts.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary paths and runs of ping. */
final class PathFacts {
    private PathFacts() {}

    static Arbitrary<IpAddress> addresses() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(IpAddress::v4),
                Arbitraries.longs().map(low -> new IpAddress(astray.facts.Family.INET6, 0x20010db800000000L, low)));
    }

    static Arbitrary<String> names() {
        return Arbitraries.of("gw.example.org", "server", "core-1.example.net", "r2");
    }

    static Arbitrary<Duration> times() {
        return Arbitraries.longs().between(0, 9_999_999).map(micros -> Duration.ofNanos(micros * 1000));
    }

    static Arbitrary<Hop.Probe> probes() {
        return Combinators.combine(
                        addresses(),
                        names().injectNull(0.5),
                        times(),
                        Arbitraries.of("!H", "!N", "!X", "!F-1300", "!<13>").injectNull(0.8),
                        Arbitraries.integers().between(0, 3))
                .as((address, name, time, mark, silent) ->
                        silent == 0 ? Hop.Probe.SILENT : new Hop.Probe(address, name, time, mark));
    }

    /** Hops with rising numbers. */
    static List<Hop> hops(List<? extends List<Hop.Probe>> all) {
        List<Hop> hops = new ArrayList<>();
        for (List<Hop.Probe> probes : all) {
            hops.add(new Hop(hops.size() + 1, probes, null));
        }
        return hops;
    }

    static Arbitrary<List<Hop>> hops() {
        return probes().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(PathFacts::hops);
    }

    /** A trace with the names that go with it. */
    static List<Fact> withNames(Trace trace) {
        List<Fact> facts = new ArrayList<>(List.of(trace));
        facts.addAll(ShownNames.of(trace));
        return facts;
    }

    static Arbitrary<List<Fact>> traceroutes() {
        return Combinators.combine(
                        names(),
                        addresses(),
                        Arbitraries.integers().between(1, 255).injectNull(0.1),
                        Arbitraries.integers().between(12, 1500).injectNull(0.1),
                        hops())
                .as((target, address, maxHops, size, hops) ->
                        withNames(new Trace("traceroute", target, address, maxHops, size, null, hops)));
    }

    static Arbitrary<List<Fact>> tracepaths() {
        return Combinators.combine(hops(), Arbitraries.integers().between(68, 65535), Arbitraries.of(true, false))
                .as((hops, pmtu, reached) -> {
                    IpAddress last = hops.getLast().probes().getLast().mark() != null
                            ? null
                            : hops.getLast().probes().getLast().address();
                    boolean seenBefore = hops.stream()
                            .flatMap(h -> h.probes().stream())
                            .anyMatch(p -> p.mark() != null && last != null && last.equals(p.address()));
                    return withNames(
                            new Trace("tracepath", null, reached && !seenBefore ? last : null, null, null, pmtu, hops));
                });
    }

    static Arbitrary<List<Fact>> reports() {
        Arbitrary<Double> millis = Arbitraries.integers().between(0, 9999).map(i -> i / 10.0);
        Arbitrary<Hop.Statistics> statistics = Combinators.combine(
                        Arbitraries.integers().between(0, 1000).map(i -> i / 10.0),
                        Arbitraries.integers().between(0, 99999),
                        millis,
                        millis,
                        millis,
                        millis,
                        millis)
                .as(Hop.Statistics::new);
        Arbitrary<Hop> hop = Combinators.combine(answerers().list().ofMinSize(1).ofMaxSize(3), statistics)
                .as((probes, counted) -> new Hop(1, probes, counted));
        return Combinators.combine(
                        names().injectNull(0.3), hop.list().ofMinSize(1).ofMaxSize(20))
                .as((host, hops) -> {
                    List<Hop> numbered = new ArrayList<>();
                    for (Hop one : hops) {
                        numbered.add(new Hop(numbered.size() + 1, one.probes(), one.statistics()));
                    }
                    List<Fact> facts = withNames(new Trace("mtr", null, null, null, null, null, numbered));
                    if (host != null) {
                        facts.addFirst(new HostName(host));
                    }
                    return facts;
                });
    }

    private static Arbitrary<Hop.Probe> answerers() {
        return Combinators.combine(addresses().injectNull(0.3), names().injectNull(0.4))
                .as((address, name) -> new Hop.Probe(address, name, null, null));
    }

    /** Runs of ping whose loss and average have as many decimals as a form shows. */
    static Arbitrary<List<Fact>> pings(IntFunction<Double> loss, int averageSteps) {
        Arbitrary<Ping.Complaint> complaints = Combinators.combine(
                        addresses().map(IpAddress::toString).injectNull(0.3),
                        Arbitraries.of(
                                "Destination Host Unreachable",
                                "Packet filtered",
                                "Frag needed and DF set (mtu = 1300)",
                                "Time to live exceeded"))
                .as((from, text) -> from == null
                        ? new Ping.Complaint(null, "local error: message too long, mtu=1300")
                        : new Ping.Complaint(from, text));
        return Combinators.combine(
                        names(),
                        addresses(),
                        Arbitraries.integers().between(1, 1000).injectNull(0.2),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers()
                                .between(0, 99_999)
                                .map(i -> (double) i / averageSteps)
                                .injectNull(0.3),
                        complaints.list().uniqueElements().ofMaxSize(5))
                .as((target, address, sent, percent, average, errors) ->
                        pingFacts(target, address, sent, sent == null ? null : loss.apply(percent), average, errors));
    }

    private static List<Fact> pingFacts(
            String target,
            IpAddress address,
            @Nullable Integer sent,
            @Nullable Double loss,
            @Nullable Double average,
            List<Ping.Complaint> errors) {
        Integer received = sent == null ? null : Integer.valueOf(sent / 2);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Ping(target, address, sent, received, loss, sent == null ? null : average, errors));
        facts.addAll(ShownNames.of(target, address, "ping"));
        return facts;
    }
}
