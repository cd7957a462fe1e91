package astray.kernel.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The readers of the network's text files, on texts recorded on a little-endian machine. */
class NetTextTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    @Test
    void socketsOfInetAreReadWithTheirTimersAndOwners() throws IOException {
        InetTable table = new InetTable(stream("""
                          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                           0: 00000000:1F90 00000000:0000 0A 00000000:00000002 00:00000000 00000000  4101        0 335140 1 0000000000000000 100 0 0 10 0
                        12345: 0149A8C0:A030 0249A8C0:1B61 01 000061C4:0000000A 04:00000295 00000003  4102        7 335173 4 0000000000000000 20 4 30 10 -1
                        """), Family.INET);
        assertTrue(table.next());
        assertEquals(8080, table.localPort());
        assertEquals(10, table.state());
        assertEquals(2, table.receiveQueue());
        assertEquals(335140, table.inode());
        assertTrue(table.next());
        assertEquals(IpAddress.of("192.168.73.1"), table.local());
        assertEquals(IpAddress.of("192.168.73.2"), table.remote());
        assertEquals(7009, table.remotePort());
        assertEquals(25028, table.sendQueue());
        assertEquals(4, table.timer());
        assertEquals(0x295, table.timerTicks());
        assertEquals(3, table.retransmits());
        assertEquals(4102, table.uid());
        assertEquals(7, table.probes());
        assertFalse(table.next());
    }

    @Test
    void addressesOfInet6AreFourWordsOfTheMachinesOrder() throws IOException {
        InetTable table = new InetTable(
                stream(
                        "  sl\n   5: 010073FD000000000000000012000000:A02A 0000000000000000FFFF00000249A8C0:1B5F 01 00000000:00000000 00:00000000 00000000 0 0 9\n"),
                Family.INET6);
        assertTrue(table.next());
        assertEquals(IpAddress.of("fd73:1::12"), table.local());
        assertEquals(IpAddress.of("::ffff:192.168.73.2"), table.remote());
        assertEquals(9, table.inode());
    }

    @Test
    void aRowThatIsCutReadsAsZeroes() throws IOException {
        InetTable table = new InetTable(stream("head\n 0: 0100007F:00"), Family.INET);
        assertTrue(table.next());
        assertEquals(0, table.remotePort());
        assertEquals(0, table.inode());
        assertFalse(table.next());
    }

    @Test
    void unixSocketsKeepTheWholeName() throws IOException {
        UnixTable table = new UnixTable(stream("""
                Num       RefCount Protocol Flags    Type St Inode Path
                00000000647b9d4a: 00000003 00000000 00000000 0001 02     0 @stage/abstract name
                00000000940479b8: 00000002 00000000 00010000 0005 01 335223 /run/a.sock
                000000002830bc09: 00000003 00000000 00000000 0002 03 335229
                """));
        assertTrue(table.next());
        assertEquals("@stage/abstract name", table.path());
        assertEquals(2, table.state());
        assertTrue(table.next());
        assertEquals(UnixTable.ACCEPTS, table.flags());
        assertEquals(5, table.type());
        assertEquals("/run/a.sock", table.path());
        assertTrue(table.next());
        assertEquals("", table.path());
        assertEquals(335229, table.inode());
        assertFalse(table.next());
    }

    @Test
    void countersHaveTheNamesOfNstat() {
        Counters counters = Counters.ofTable(bytes("""
                TcpExt: SyncookiesSent ListenOverflows
                TcpExt: 0 17
                IpExt: InOctets
                IpExt: 18446744073709551615
                Tcp: MaxConn
                Tcp: -1
                """));
        assertEquals(17, counters.value("TcpExtListenOverflows"));
        assertEquals(17, counters.value("TcpExt", "ListenOverflows"));
        assertEquals(-1, counters.value("IpExtInOctets"));
        assertEquals(-1, counters.value("TcpMaxConn"));
        assertNull(counters.value("TcpExtNone"));
        assertEquals(4, counters.size());
    }

    @Test
    void otherTablesOfCountersAreReadToo() {
        assertEquals(
                5, Counters.ofLines(bytes("Ip6InReceives      \t5\nIp6X 1\n")).value("Ip6InReceives"));
        assertEquals(
                3,
                Counters.ofPairs(bytes("sockets: used 27\nTCP: inuse 1 orphan 3 tw 0\n"))
                        .value("TCP", "orphan"));
        Counters processors = Counters.ofProcessors(
                bytes("entries  found drop\n0000000a 00000001 00000000\n0000000a 00000010 00000002\n"));
        assertEquals(10, processors.value("entries"));
        assertEquals(17, processors.value("found"));
        assertEquals(2, processors.value("drop"));
    }

    @Test
    void interfacesAndTheirCountersAreReadWithoutABlankBehindTheColon() {
        List<DeviceTable.Device> devices = DeviceTable.parse(bytes("""
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo:    3193      29    0    0    0     0          0         0     3193      29    0    0    0     0       0          0
                eth0.7:1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
                """));
        assertEquals(2, devices.size());
        assertEquals(29, devices.getFirst().sent());
        assertEquals(
                new DeviceTable.Device("eth0.7", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
                devices.getLast());
    }

    @Test
    void multicastGroupsAreReadWithTheirInterfaces() {
        List<MulticastGroups.Group> groups = MulticastGroups.inet(bytes("""
                Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter
                1\tlo        :     1      V3
                \t\t\t\t010000E0     1 0:00000000\t\t0
                3\tlan0      :     3      V3
                \t\t\t\tFB0000E0     2 0:00000000\t\t0
                """));
        assertEquals(
                List.of(
                        new MulticastGroups.Group(1, "lo", IpAddress.of("224.0.0.1"), 1),
                        new MulticastGroups.Group(3, "lan0", IpAddress.of("224.0.0.251"), 2)),
                groups);
        assertEquals(
                List.of(new MulticastGroups.Group(4, "eth0", IpAddress.of("ff02::1:ff00:2"), 1)),
                MulticastGroups.inet6(
                        bytes("4    eth0            ff0200000000000000000001ff000002     1 00000004 0\n")));
        assertEquals(
                List.of(new MulticastGroups.LinkGroup(4, "eth0", "01005e000001", 1, 0)),
                MulticastGroups.link(bytes("4    eth0            1     0     01005e000001\n")));
    }

    @Test
    void addressesOfInterfacesAreRead() {
        assertEquals(
                List.of(new InterfaceAddresses6.Address(
                        IpAddress.of("fe80::73:ff:fe00:302"), 5, 64, 0x20, 0x80, "port1x")),
                InterfaceAddresses6.parse(bytes("fe80000000000000007300fffe000302 05 40 20 80   port1x\n")));
    }

    @Test
    void routesOfBothFamiliesAreRead() throws IOException {
        RouteTable routes = new RouteTable(stream(
                "Iface\tDestination\tGateway\nlan0\t0000010A\t0249A8C0\t0003\t1\t2\t-1\t0000FFFF\t40\t5\t6   \n"));
        assertTrue(routes.next());
        assertEquals("lan0", routes.device());
        assertEquals(10 << 24 | 1 << 16, routes.destination());
        assertEquals((int) IpAddress.of("192.168.73.2").low(), routes.gateway());
        assertEquals(-1, routes.metric());
        assertEquals(0xffff0000, routes.mask());
        assertEquals(6, routes.rtt());
        assertFalse(routes.next());

        RouteTable6 routes6 = new RouteTable6(
                stream(
                        "fd730001000000000000000000000002 80 00000000000000000000000000000000 00 fe800000000000000000000000000001 ffffffff 0000000c 0000ffff 01000003     lan0\n"));
        assertTrue(routes6.next());
        assertEquals(0xfd73_0001_0000_0000L, routes6.destinationHigh());
        assertEquals(2, routes6.destinationLow());
        assertEquals(128, routes6.length());
        assertEquals(1, routes6.gatewayLow());
        assertEquals(-1, routes6.metric());
        assertEquals(12, routes6.references());
        assertEquals(0x1000003, routes6.flags());
        assertEquals("lan0", routes6.device());
    }

    @Test
    void aFileThatIsNotThereIsAReason() {
        assertEquals(
                Errno.ENOENT,
                assertInstanceOf(NetFile.Unreadable.class, NetFile.read("no-such-file"))
                        .errno());
        assertTrue(assertInstanceOf(NetFile.Whole.class, NetFile.read("snmp")).bytes().length > 100);
    }

    @Test
    void aLongLineIsCutAndTheRestReadOn() throws IOException {
        Fields fields = new Fields();
        Lines lines = new Lines(stream("x".repeat(1 << 17) + "\nlast"), fields);
        List<String> words = new ArrayList<>();
        while (lines.next()) {
            words.add(fields.word());
        }
        assertEquals("last", words.getLast());
        assertTrue(words.size() <= 4);
    }
}
