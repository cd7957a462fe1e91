package astray.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.inet.Bytes;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Packets of ARP, neighbour discovery and echo, byte by byte. */
class MessagesTest {
    private static final byte[] OWN = {2, 0, 0, 0, 0, 12};
    private static final IpAddress ASKED = IpAddress.of("10.0.0.9");
    private static final IpAddress ASKED_6 = IpAddress.of("fd00::12:3456");

    private static Bytes hex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits));
    }

    @Test
    void arpRequestIsLaidOutAsRfc826Says() {
        assertArrayEquals(
                HexFormat.of()
                        .parseHex("0001" + "0800" + "06" + "04" + "0001" + "02000000000c" + "0a000001" + "000000000000"
                                + "0a000009"),
                ArpMessage.request(OWN, IpAddress.of("10.0.0.1"), ASKED));
    }

    @Test
    void whoeverTellsTheAddressAsItsOwnHoldsIt() {
        String ends = "02000000000c" + "0a000001";
        String reply = "0001" + "0800" + "06" + "04" + "0002" + "0200000000ff" + "0a000009" + ends;
        assertEquals("02:00:00:00:00:ff", ArpMessage.holder(hex(reply), ASKED));
        String announced = reply.replaceFirst("06040002", "06040001");
        assertEquals("02:00:00:00:00:ff", ArpMessage.holder(hex(announced), ASKED));
        assertEquals("", ArpMessage.holder(hex(reply), IpAddress.of("10.0.0.8")));
        assertEquals("", ArpMessage.holder(hex(reply.substring(2)), ASKED));
        assertEquals("", ArpMessage.holder(hex(reply.replaceFirst("06040002", "06040003")), ASKED));
    }

    @Test
    void solicitationGoesToTheGroupOfTheAddress() {
        assertEquals(IpAddress.of("ff02::1:ff12:3456"), NeighbourMessage.solicitedNode(ASKED_6));
        assertArrayEquals(
                HexFormat.of()
                        .parseHex(
                                "87000000" + "00000000" + "fd000000000000000000000000123456" + "0101" + "02000000000c"),
                NeighbourMessage.solicitation(ASKED_6, OWN));
    }

    @Test
    void advertisementTellsItsHolderBehindOtherOptions() {
        String head = "88000000" + "60000000" + "fd000000000000000000000000123456";
        assertEquals(
                "02:00:00:00:00:ff",
                NeighbourMessage.holder(hex(head + "0e01000000000000" + "0201" + "0200000000ff"), ASKED_6));
        assertEquals("", NeighbourMessage.holder(hex(head), ASKED_6));
        assertEquals("", NeighbourMessage.holder(hex(head + "0200" + "0200000000ff"), ASKED_6));
        assertEquals("", NeighbourMessage.holder(hex(head + "0201" + "0200000000ff"), IpAddress.of("fd00::1")));
    }

    @Property(tries = 100)
    void echoRequestsSumUpToNothing(
            @ForAll @IntRange(max = 0xffff) int id, @ForAll @IntRange(max = 0xffff) int sequence) {
        byte[] request = EchoMessage.request(Family.INET, id, sequence);
        assertEquals(0, EchoMessage.checksum(request));
        assertEquals(id, EchoMessage.identifier(Bytes.of(request), 0));
        assertEquals(sequence, EchoMessage.sequence(Bytes.of(request), 0));
    }

    @Test
    void errorsOfConnectAreTheirOutcomes() {
        assertEquals(Outcome.TIMED_OUT, TcpAttempt.outcome(Errno.ETIMEDOUT, null));
        assertEquals(Outcome.REFUSED, TcpAttempt.outcome(Errno.ECONNREFUSED, null));
        assertEquals(Outcome.NO_ROUTE_TO_HOST, TcpAttempt.outcome(Errno.EHOSTUNREACH, null));
        assertEquals(Outcome.NETWORK_UNREACHABLE, TcpAttempt.outcome(Errno.ENETUNREACH, null));
        assertEquals(Outcome.NOT_PERMITTED, TcpAttempt.outcome(Errno.EPERM, null));
        assertEquals(Outcome.NOT_PERMITTED, TcpAttempt.outcome(Errno.EACCES, null));
        assertEquals(Outcome.RESET, TcpAttempt.outcome(Errno.ECONNRESET, null));
        assertNull(TcpAttempt.outcome(Errno.EADDRNOTAVAIL, null));
    }

    @Test
    void icmpErrorsHaveTheWordsOfPingAndTheMarksOfTraceroute() {
        IpAddress router = IpAddress.of("10.0.0.2");
        IpAddress router6 = IpAddress.of("fd00::2");
        assertEquals("Destination Host Unreachable", new IcmpNotice(router, 3, 1, 0).text());
        assertEquals("!F-1400", new IcmpNotice(router, 3, 4, 1400).mark());
        assertEquals("Destination unreachable: No route", new IcmpNotice(router6, 1, 0, 0).text());
        assertEquals("Packet too big: mtu=1400", new IcmpNotice(router6, 2, 0, 1400).text());
        assertEquals("Time exceeded: Hop limit", new IcmpNotice(router6, 3, 0, 0).text());
        for (int type = 0; type < 256; type++) {
            for (int code = 0; code < 256; code++) {
                assertNotNull(
                        new IcmpNotice(router, type, code, 0).text() + new IcmpNotice(router, type, code, 0).mark());
                assertNotNull(
                        new IcmpNotice(router6, type, code, 0).text() + new IcmpNotice(router6, type, code, 0).mark());
            }
        }
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20s")
    void anyPacketIsReadInPeace(byte[] data) {
        assertNotNull(ArpMessage.holder(Bytes.of(data), ASKED));
        assertNotNull(NeighbourMessage.holder(Bytes.of(data), ASKED_6));
    }
}
