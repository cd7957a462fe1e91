package astray.transcript.capture;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Frames, and the moments that each option makes. */
final class FrameArbitraries {
    private FrameArbitraries() {}

    static Arbitrary<Moment> timesOfDay() {
        return Arbitraries.longs()
                .between(1, 86_399_999_999_999L)
                .map(nanos -> new Moment.OfDay(LocalTime.ofNanoOfDay(nanos)));
    }

    static Arbitrary<Moment> epochs() {
        return Combinators.combine(Arbitraries.longs().between(100_000_000, 9_999_999_999L), micros())
                .as((seconds, nanos) ->
                        new Moment.Dated(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC), ZoneOffset.UTC));
    }

    static Arbitrary<Moment> dates() {
        return Combinators.combine(Arbitraries.longs().between(0, 4_000_000_000L), micros())
                .as((seconds, nanos) ->
                        new Moment.Dated(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC), null));
    }

    static Arbitrary<Moment> deltas(boolean sinceFirst) {
        return Arbitraries.longs()
                .between(0, 3_599_999_999_999L)
                .map(nanos -> new Moment.Elapsed(Duration.ofNanos(nanos), sinceFirst));
    }

    private static Arbitrary<Integer> micros() {
        return Arbitraries.integers().between(0, 999_999).map(micros -> micros * 1000);
    }

    /** Frames with times of one kind; {@code null} among the times stands for none. */
    static Arbitrary<Frame> frames(Arbitrary<Moment> times) {
        Arbitrary<Frame> plain =
                Combinators.combine(times, bodies()).as((at, body) -> new Frame(at, null, null, null, null, body));
        Arbitrary<Frame> any = Combinators.combine(
                        times,
                        Arbitraries.of("eth0", "br-b1a37228308c", "lo"),
                        Arbitraries.of("In", "Out", "B", "M", "P"),
                        bodies())
                .as((at, dev, direction, body) -> new Frame(at, dev, direction, null, null, body));
        Arbitrary<String> macs = Arbitraries.of("02:42:69:12:87:eb", "ff:ff:ff:ff:ff:ff");
        Arbitrary<Frame> ethernet = Combinators.combine(times, macs, macs, bodies())
                .as((at, source, destination, body) -> new Frame(at, null, null, source, destination, body));
        Arbitrary<Frame> cooked = Combinators.combine(times, macs, bodies())
                .as((at, source, body) -> new Frame(at, "eth0", "In", source, null, body));
        return Arbitraries.oneOf(plain, any, ethernet, cooked);
    }

    private static Arbitrary<Endpoint> places() {
        return Arbitraries.oneOf(
                v4(), Arbitraries.of("gpu1", "laptop.lab.example").map(FrameArbitraries::host));
    }

    private static Arbitrary<Endpoint> v4() {
        return Arbitraries.integers().map(bits -> Endpoint.of(IpAddress.v4(bits), null));
    }

    private static Arbitrary<Endpoint> v6() {
        return Arbitraries.of("::1", "fe80::1", "2001:db8::5", "::").map(text -> Endpoint.of(IpAddress.of(text), null));
    }

    private static Endpoint host(String name) {
        return new Endpoint(null, name, null, null, null);
    }

    private static Arbitrary<Endpoint> withPorts(Arbitrary<Endpoint> places) {
        Arbitrary<Endpoint> numbered = Combinators.combine(
                        places, Arbitraries.integers().between(0, 65535))
                .as((place, port) -> new Endpoint(place.address(), place.host(), port, null, null));
        Arbitrary<Endpoint> named = places.map(place -> new Endpoint(place.address(), place.host(), 22, "ssh", null));
        return Arbitraries.oneOf(numbered, named);
    }

    private static Arbitrary<Frame.Body> bodies() {
        return Arbitraries.oneOf(ip(places()), ip(v6()), resolutions(), others());
    }

    private static Arbitrary<Frame.Body> ip(Arbitrary<Endpoint> places) {
        Arbitrary<Endpoint> ends = withPorts(places);
        Arbitrary<Frame.Body> tcp = Combinators.combine(
                        ends,
                        ends,
                        Arbitraries.of("S", "S.", "P.", ".", "R", "F.", "none", "SEW"),
                        Arbitraries.of("seq 1:28, ack 1, win 64", "", "seq 1, win 5, options [mss 1460,nop,wscale 10]"),
                        Arbitraries.integers().between(0, 65535).injectNull(0.2))
                .as((source, destination, flags, details, length) ->
                        (Frame.Body) new Frame.Tcp(source, destination, flags, details, length));
        Arbitrary<Frame.Body> quiet = Combinators.combine(
                        ends, ends, Arbitraries.integers().between(0, 65535))
                .as((source, destination, length) -> new Frame.Tcp(source, destination, "", "", length));
        Arbitrary<Frame.Body> udp = Combinators.combine(
                        ends,
                        ends,
                        Arbitraries.of("UDP, length 12", "4660+ A? example.com. (29)", "NTPv4, Client, length 48"))
                .as(Frame.Udp::new);
        Arbitrary<Frame.Body> icmp = Combinators.combine(
                        places,
                        places,
                        Arbitraries.of(
                                "echo request, id 1, seq 1, length 64", "host 192.168.73.2 unreachable, length 68"))
                .as(Frame.Icmp::new);
        Arbitrary<Frame.Body> other = Combinators.combine(places, places, Arbitraries.of("OSPFv2, Hello, length 24"))
                .as(Frame.Other::new);
        return Arbitraries.oneOf(tcp, quiet, udp, icmp, other);
    }

    private static Arbitrary<Frame.Body> resolutions() {
        Arbitrary<String> macs = Arbitraries.of("02:42:69:12:87:eb", "52:54:00:00:c0:01");
        Arbitrary<Frame.Body> asks = Combinators.combine(places(), places().injectNull(0.1))
                .as((about, teller) -> new Frame.Resolution(false, about, teller, null));
        Arbitrary<Frame.Body> tells = Combinators.combine(places(), macs)
                .as((about, lladdr) -> new Frame.Resolution(true, about, null, lladdr));
        Arbitrary<Frame.Body> solicits =
                Combinators.combine(v6(), v6()).as((about, teller) -> new Frame.Resolution(false, about, teller, null));
        Arbitrary<Frame.Body> advertises = Combinators.combine(v6(), macs.injectNull(0.5))
                .as((about, lladdr) -> new Frame.Resolution(true, about, null, lladdr));
        return Arbitraries.oneOf(asks, tells, solicits, advertises);
    }

    private static Arbitrary<Frame.Body> others() {
        return Arbitraries.of(
                        "STP 802.1d, Config, Flags [none], length 35",
                        "LLDP, length 198: sw1",
                        "802.1Q vlan 10, p 0",
                        "EAPOL start (1) v1, len 0")
                .map(details -> new Frame.Other(null, null, details));
    }
}
