package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ends and processes as the formats' properties need them. */
final class SocketArbitraries {
    private SocketArbitraries() {}

    static Arbitrary<Family> families() {
        return Arbitraries.of(Family.class);
    }

    /** Addresses of a family; those of IPv6 are short enough for every column. */
    static Arbitrary<IpAddress> addresses(Family family) {
        return family == Family.INET
                ? Arbitraries.integers().map(IpAddress::v4)
                : Arbitraries.of("::1", "2001:db8::5", "fe80::1", "2001:db8:0:c::9")
                        .map(IpAddress::of);
    }

    /** A number, a name that is well known, or one that is not. */
    static Arbitrary<Endpoint> ports() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 65535).map(port -> new Endpoint(null, null, port, null, null)),
                Arbitraries.of("ssh", "domain", "https")
                        .map(name -> new Endpoint(null, null, ServiceNames.port(name), name, null)),
                Arbitraries.of("lmtp", "my-service").map(name -> new Endpoint(null, null, null, name, null)));
    }

    /** An address or a name, with a port. */
    static Arbitrary<Endpoint> ends(Family family) {
        Arbitrary<Endpoint> places = Arbitraries.oneOf(
                addresses(family).map(address -> new Endpoint(address, null, null, null, null)),
                Arbitraries.of("gpu1", "cpu1.lab.example").map(name -> new Endpoint(null, name, null, null, null)));
        return Combinators.combine(places, ports()).as(SocketArbitraries::join);
    }

    static Endpoint join(Endpoint place, Endpoint port) {
        return new Endpoint(place.address(), place.host(), port.port(), port.service(), place.zone());
    }

    static Arbitrary<Long> queues() {
        return Arbitraries.longs().between(0, 99_999_999L);
    }

    static Arbitrary<String> connected() {
        return Arbitraries.of(
                "ESTABLISHED",
                "SYN_SENT",
                "SYN_RECV",
                "FIN_WAIT1",
                "FIN_WAIT2",
                "TIME_WAIT",
                "CLOSE_WAIT",
                "LAST_ACK",
                "CLOSING");
    }

    static Arbitrary<Socket.User> users(boolean withUser, boolean withFd) {
        return Combinators.combine(
                        Arbitraries.of("sshd", "python3", "Web Content", "nginx: worker"),
                        Arbitraries.longs().between(1, 4_194_304),
                        Arbitraries.of("root", "lnsoft", "1000"),
                        Arbitraries.integers().between(0, 99_999))
                .as((command, pid, user, fd) ->
                        new Socket.User(command, pid, withUser ? user : null, withFd ? Integer.toString(fd) : null));
    }
}
