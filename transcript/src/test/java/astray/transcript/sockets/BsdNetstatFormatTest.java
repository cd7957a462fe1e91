package astray.transcript.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BsdNetstatFormatTest {
    private static final String MACOS = """
            Active Internet connections (including servers)
            Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    \s
            tcp4       0      0  192.168.73.2.62014     172.16.33.157.22       ESTABLISHED\s
            tcp4       0      0  192.168.73.2.62031     172.16.33.66.22        SYN_SENT   \s
            tcp6       0      0  fe80::a8d:8e14:e.1024  fe80::1c5b:6e0.1024    ESTABLISHED\s
            tcp46      0      0  *.8080                 *.*                    LISTEN     \s
            tcp6       0      0  *.22                   *.*                    LISTEN     \s
            tcp4       0      0  127.0.0.1.631          *.*                    LISTEN     \s
            tcp4       0      0  192.168.73.2.62002     17.57.145.70.5223      FIN_WAIT_2 \s
            udp4       0      0  *.5353                 *.*                               \s
            udp4       0      0  *.*                    *.*                               \s
            icm6       0      0  *.*                    *.*                               \s
            Active Multipath Internet connections
            Proto/ID  Flags      Local Address          Foreign Address        (state)    \s
            icm6       0      0  *.*                    *.*                               \s
            Active LOCAL (UNIX) domain sockets
            Address          Type   Recv-Q Send-Q            Inode             Conn             Refs          Nextref Addr
            fd1c8ba1a6b2c6e1 stream      0      0                0 fd1c8ba1a6b2c7a9                0                0 /var/run/mDNSResponder
            Registered kernel control modules
            id       flags    pcbcount rcvbuf   sndbuf   name\s
                   1        9        0   131072   131072 com.apple.flow-divert\s
            Active kernel event sockets
            Proto Recv-Q Send-Q vendor  class subcl
            kevt       0      0      1      1     11
            Active kernel control sockets
            Proto Recv-Q Send-Q   unit     id name
            kctl       0      0      1      7 com.apple.netsrc
            """;

    private final BsdNetstatFormat format = new BsdNetstatFormat();

    @Test
    void readsConnectionsOfMacos() {
        List<Fact> facts = Texts.read(format, MACOS, null);
        assertEquals(9, facts.size());
        assertEquals(
                new Socket(
                        "tcp",
                        Family.INET,
                        "ESTABLISHED",
                        0L,
                        0L,
                        Endpoint.of(IpAddress.of("192.168.73.2"), 62014),
                        Endpoint.of(IpAddress.of("172.16.33.157"), 22),
                        List.of()),
                facts.getFirst());
        assertEquals("SYN_SENT", ((Socket) facts.get(1)).state());
        assertEquals("FIN_WAIT2", ((Socket) facts.get(6)).state());
    }

    @Test
    void tellsASocketForBothFamiliesFromOneForIpv6Alone() {
        List<Fact> facts = Texts.read(format, MACOS, null);
        assertEquals(Endpoint.of(null, 8080), ((Socket) facts.get(3)).local());
        assertEquals(Endpoint.of(IpAddress.of("::"), 22), ((Socket) facts.get(4)).local());
    }

    @Test
    void doesNotTakeAnAddressThatMayBeCutForAnAddress() {
        Socket socket = (Socket) Texts.read(format, MACOS, null).get(2);
        assertNull(socket.local().address());
        assertEquals("fe80::a8d:8e14:e", socket.local().host());
        assertEquals(1024, socket.local().port());
    }

    @Test
    void leavesRowsOfLinuxAlone() {
        assertEquals(
                Format.NO,
                format.recognise(
                        Texts.lines("tcp        0      0 10.0.0.1:22             10.0.0.9:50122          ESTABLISHED"),
                        null));
    }

    @Property
    void printedIsReadAgain(@ForAll("sockets") List<Socket> sockets) {
        Texts.assertRoundTrip(format, sockets);
    }

    @Provide
    Arbitrary<List<Socket>> sockets() {
        return SocketArbitraries.families()
                .flatMap(family -> Combinators.combine(
                                Arbitraries.of("LISTEN", "ESTABLISHED", "TIME_WAIT", "FIN_WAIT1", "SYN_RECV", "CLOSE"),
                                SocketArbitraries.queues(),
                                SocketArbitraries.queues(),
                                Arbitraries.oneOf(ends(family), bound()),
                                Arbitraries.oneOf(ends(family), Arbitraries.just(Endpoint.of(null, null))))
                        .as((state, receive, send, local, remote) ->
                                new Socket("tcp", family, state, receive, send, local, remote, List.of())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    /** Bound to no address. */
    private static Arbitrary<Endpoint> bound() {
        return SocketArbitraries.ports();
    }

    /** Bound to an address other than all zero, which is a star here. */
    private static Arbitrary<Endpoint> ends(Family family) {
        return SocketArbitraries.ends(family).filter(end -> !end.wildcard() && !"cpu1.lab.example".equals(end.host()));
    }
}
