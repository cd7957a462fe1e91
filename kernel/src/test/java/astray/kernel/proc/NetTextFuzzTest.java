package astray.kernel.proc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Family;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class NetTextFuzzTest {

    @FuzzTest
    void anyBytesAreReadToTheirEnd(byte[] bytes) throws IOException {
        for (Family family : Family.values()) {
            InetTable table = new InetTable(new ByteArrayInputStream(bytes), family);
            while (table.next()) {
                assertTrue(table.localPort() >= 0 && table.localPort() <= 0xffff && table.remotePort() <= 0xffff);
                assertTrue(table.state() >= 0 && table.state() <= 0xff);
                table.inode();
                table.local();
                table.remote();
            }
        }
        UnixTable unix = new UnixTable(new ByteArrayInputStream(bytes));
        while (unix.next()) {
            assertTrue(unix.path().indexOf('\n') < 0);
        }
        RouteTable routes = new RouteTable(new ByteArrayInputStream(bytes));
        while (routes.next()) {
            routes.rtt();
        }
        RouteTable6 routes6 = new RouteTable6(new ByteArrayInputStream(bytes));
        while (routes6.next()) {
            assertTrue(routes6.length() >= 0 && routes6.length() <= 0xff);
        }
        Counters.ofTable(bytes);
        Counters.ofLines(bytes);
        Counters.ofPairs(bytes);
        Counters.ofProcessors(bytes);
        DeviceTable.parse(bytes);
        MulticastGroups.inet(bytes);
        MulticastGroups.inet6(bytes);
        MulticastGroups.link(bytes);
        InterfaceAddresses6.parse(bytes);
    }
}
