package astray.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Against the machine that runs the test, whatever it may do. */
class LoopbackTest {
    private static final IpAddress LOOPBACK = IpAddress.of("127.0.0.1");

    @Test
    void theOwnHostAnswersEveryEchoInWhicheverWayMayBeAsked() throws IOException {
        Probes round = new Probes();
        Pending<EchoReport> echo = round.add(new EchoAsk(LOOPBACK, Egress.ANY, 0, 3, 1, 4000));
        Pending<EchoReport> other = round.add(new EchoAsk(LOOPBACK, Egress.ANY, 0, 3, 1, 4000));
        round.run();
        assertEquals(3, echo.report().answered());
        assertEquals(3, other.report().answered());
        assertEquals(3, echo.report().replies().size());
        assertNull(echo.report().error());
        assertEquals(0.0, echo.report().fact("localhost").lossPercent());
    }

    @Test
    void aClosedPortRefusesAtOnce() throws IOException {
        Probes round = new Probes();
        Pending<TcpReport> tcp = round.add(new TcpAsk(LOOPBACK, 1, Egress.ANY, 4000, 100));
        assertThrows(IllegalStateException.class, tcp::report);
        round.run();
        assertEquals(Outcome.REFUSED, tcp.report().outcome());
        assertEquals(LOOPBACK, tcp.report().fact("localhost").source());
    }

    @Test
    void anInterruptedRoundEndsAtOnceWithWhatIsKnown() throws IOException {
        Probes round = new Probes();
        // 192.0.2.0/24 is nobody's (RFC 5737)
        Pending<TcpReport> tcp = round.add(new TcpAsk(IpAddress.of("192.0.2.1"), 9, Egress.ANY, 60_000, 0));
        long start = System.nanoTime();
        Thread.currentThread().interrupt();
        round.run();
        assertTrue(Thread.interrupted());
        assertTrue(System.nanoTime() - start < 30_000_000_000L);
        assertTrue(tcp.report().outcome() != null);
    }

    @Test
    void aLinkLocalAddressNeedsItsInterface() throws IOException {
        Probes round = new Probes();
        Pending<TcpReport> tcp = round.add(new TcpAsk(IpAddress.of("fe80::1"), 9, Egress.ANY, 1000, 0));
        round.run();
        assertNull(tcp.report().outcome());
        assertEquals(Errno.EINVAL, tcp.report().errno());
        assertNull(tcp.report().fact("x"));
    }

    @Test
    void limitsAreKept() {
        assertThrows(IllegalArgumentException.class, () -> EchoAsk.of(LOOPBACK, 21));
        assertThrows(IllegalArgumentException.class, () -> new TcpAsk(LOOPBACK, 0, Egress.ANY, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new TcpAsk(LOOPBACK, 1, Egress.ANY, 60_001, 1));
        assertThrows(IllegalArgumentException.class, () -> NeighbourAsk.of("e0", LOOPBACK, IpAddress.of("fd00::1")));
    }
}
