package astray.collect.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.DockerNetwork;
import astray.facts.Prefix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveDockerTest {
    /** What dockerd 20.10 says to GET /networks/b1a37228308c, shortened. */
    private static final String NETWORK = """
            {"Name":"lnsoft_default","Id":"b1a37228308ce6a6a1dbb4d4e4e5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3",\
            "Created":"2023-11-20T14:25:24Z","Scope":"local","Driver":"bridge","EnableIPv6":false,\
            "IPAM":{"Driver":"default","Options":null,"Config":[{"Subnet":"192.168.64.0/20","Gateway":"192.168.64.1"}]},\
            "Internal":false,"Containers":{"4f2e":{"Name":"web","EndpointID":"9","IPv4Address":"192.168.64.2/20"}},\
            "Options":{},"Labels":{"com.docker.compose.project":"lnsoft"}}
            """;

    @Test
    void daemonsAnswerIsANetwork() {
        List<DockerNetwork> networks = LiveDocker.read(NETWORK);
        assertEquals(1, networks.size());
        DockerNetwork network = networks.getFirst();
        assertEquals("lnsoft_default", network.name());
        assertEquals("br-b1a37228308c", network.bridgeName());
        assertEquals(List.of(Prefix.parse("192.168.64.0/20")), network.subnets());
        assertEquals("lnsoft", network.project());
        assertEquals(List.of("web"), network.containers());
    }

    @Test
    void answerThatIsNoNetworkTellsNothing() {
        assertEquals(List.of(), LiveDocker.read(""));
        assertEquals(List.of(), LiveDocker.read("{\"message\":\"no such network\"}"));
        assertEquals(List.of(), LiveDocker.read("{\"Name\":\"x\",\"Id\""));
    }

    @Test
    void bridgesOfDockerAreKnownByTheirNames() {
        assertEquals("b1a37228308c", LiveDocker.networkOf("br-b1a37228308c"));
        assertEquals("bridge", LiveDocker.networkOf("docker0"));
        assertNull(LiveDocker.networkOf("br-office"));
        assertNull(LiveDocker.networkOf("br-../../etc/pa"));
        assertNull(LiveDocker.networkOf("eth0"));
    }

    @Test
    void statusAndBodyAreTakenApart() {
        UnixHttp.Response response = UnixHttp.Response.parse(
                "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
        assertEquals(new UnixHttp.Response(200, "{}"), response);
        assertEquals(0, UnixHttp.Response.parse(new byte[0]).status());
        assertEquals(
                0,
                UnixHttp.Response.parse("HTTP/1.0 2x0\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                        .status());
        assertEquals(
                0,
                UnixHttp.Response.parse("SSH-2.0-OpenSSH_9\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                        .status());
    }
}
