package astray.instruments.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void servicesAreFoundByPortNameAndAlias() {
        Services services = Services.of("""
                # a comment
                ssh   22/tcp   secure-shell # words
                domain\t53/udp\tnameserver
                second 22/tcp
                odd 0080/tcp
                bad x/tcp
                worse 99999/tcp
                short
                """);
        assertEquals("ssh", services.name(22, "tcp"));
        assertNull(services.name(22, "udp"));
        assertEquals("odd", services.name(80, "tcp"));
        assertEquals(22, services.port("secure-shell", "tcp"));
        assertEquals(22, services.port("second", "tcp"));
        assertEquals(53, services.port("nameserver", "udp"));
        assertNull(services.port("words", "tcp"));
        assertNull(services.port("worse", "tcp"));
    }

    @Test
    void protocolsAreFoundByNumber() {
        Protocols protocols = Protocols.of("ip 0 IP\nicmp\t1 ICMP\n#tcp 6\n");
        assertEquals("icmp", protocols.name(1));
        assertEquals("ip", protocols.name(0));
        assertNull(protocols.name(6));
    }

    @Test
    void networksMayBeWrittenWithoutTheirLastZeroes() {
        Networks networks =
                Networks.of("default 0.0.0.0\nloopback 127.0.0.0\nshort 10.1\nbad 1.2.3.4.5\nworse 300.1\n");
        assertEquals("default", networks.name(0));
        assertEquals("loopback", networks.name(127 << 24));
        assertEquals("short", networks.name(10 << 24 | 1 << 16));
        assertNull(networks.name(1 << 24 | 2 << 16 | 3 << 8 | 4));
    }
}
