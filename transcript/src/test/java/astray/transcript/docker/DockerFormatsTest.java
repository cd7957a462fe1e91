package astray.transcript.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.DockerNetwork;
import astray.facts.Fact;
import astray.facts.Prefix;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Reader;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DockerFormatsTest {
    private static final String ID = "b1a37228308c2f0e8d1b6a5c4f3e2d1c0b9a89786756453423120f0e0d0c0b0a";
    private static final Format LIST = new NetworkListFormat();
    private static final Format INSPECT = new NetworkInspectFormat();

    @Test
    void readsNetworksOfTheList() {
        List<Fact> facts = Texts.read(LIST, """
            NETWORK ID     NAME             DRIVER    SCOPE
            5f760ef2acf1   bridge           bridge    local
            b1a37228308c   lnsoft_default   bridge    local
            bafe8d237b4e   none             null      local
            """, null);
        assertEquals(
                new DockerNetwork("b1a37228308c", "lnsoft_default", "bridge", List.of(), null, null, null),
                facts.get(1));
        assertEquals("br-b1a37228308c", ((DockerNetwork) facts.get(1)).bridgeName());
        assertEquals(3, facts.size());
    }

    @Test
    void readsRowsThatGrepLeft() {
        assertEquals(
                1,
                Texts.read(LIST, "b1a37228308c   lnsoft_default   bridge    local", null)
                        .size());
    }

    @Test
    void readsPodmansListByItsHeader() {
        String text = """
            NETWORK ID    NAME        DRIVER
            2f259bab93aa  podman      bridge
            """;
        assertEquals(
                List.of(new DockerNetwork("2f259bab93aa", "podman", "bridge", List.of(), null, null, null)),
                Texts.read(LIST, text, null));
    }

    @Test
    void inspectTellsSubnetProjectAndContainers() {
        List<Fact> facts = Texts.read(INSPECT, Texts.fixture("docker/network-inspect.json"), null);
        assertEquals(
                List.of(
                        new DockerNetwork(
                                ID,
                                "lnsoft_default",
                                "bridge",
                                List.of(Prefix.of("192.168.64.0/20"), Prefix.of("fd00:64::/64")),
                                "lnsoft",
                                List.of("lnsoft-web-1", "lnsoft-db-1"),
                                null),
                        new DockerNetwork(
                                "5f760ef2acf1d5d6b59d4a15ea8a97ac0c17115d5b4e4fee1f2ad5c8826a3729",
                                "bridge",
                                "bridge",
                                List.of(Prefix.of("172.17.0.0/16")),
                                null,
                                List.of(),
                                "docker0")),
                facts);
    }

    @Test
    void inspectReadsOneNetworkInOneLine() {
        List<Fact> facts = Texts.read(
                INSPECT,
                "{\"Name\":\"n\",\"Id\":\"" + ID
                        + "\",\"Driver\":\"bridge\",\"IPAM\":{\"Config\":[{\"Subnet\":\"192.168.64.0/20\"}]}}",
                null);
        assertEquals(
                List.of(new DockerNetwork(ID, "n", "bridge", List.of(Prefix.of("192.168.64.0/20")), null, null, null)),
                facts);
    }

    @Test
    void inspectReadsPodman() {
        List<Fact> facts = Texts.read(INSPECT, Texts.fixture("docker/podman-network-inspect.json"), null);
        assertEquals(
                List.of(new DockerNetwork(
                        "2f259bab93aaaaa2542ba43ef33eb990d0999ee1b9924b557b7be53c0b7a1bb9",
                        "podman",
                        "bridge",
                        List.of(Prefix.of("10.88.0.0/16")),
                        null,
                        null,
                        "podman0")),
                facts);
    }

    @Test
    void inspectThatIsCutOffGivesNothing() {
        String text = Texts.fixture("docker/network-inspect.json");
        assertEquals(List.of(), Texts.readAny(INSPECT, text.substring(0, 900), null, false));
    }

    @Test
    void containerListIsUnderstood() {
        assertTrue(Texts.read(new ContainerListFormat(), """
            CONTAINER ID   IMAGE          COMMAND                  CREATED       STATUS       PORTS                                   NAMES
            4f2a9c31d0be   nginx:1.25     "/docker-entrypoint.…"   2 weeks ago   Up 2 hours   0.0.0.0:8080->80/tcp, :::8080->80/tcp   lnsoft-web-1
            """, null).isEmpty());
    }

    @Test
    void otherTextIsNotClaimed() {
        for (String text : List.of(
                "[{\"ifindex\":1,\"ifname\":\"lo\"}]",
                "[",
                "{\"nftables\": []}",
                "NETWORK is down",
                "commit b1a37228308c by me",
                "192.168.64.0 0.0.0.0 255.255.240.0 local")) {
            for (Format format : DockerFormats.all()) {
                assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format.name() + ": " + text);
            }
        }
    }

    @Property(tries = 300)
    void listIsReadAgain(@ForAll("listed") List<DockerNetwork> networks) {
        Texts.assertRoundTrip(LIST, networks);
    }

    @Property(tries = 300)
    void inspectIsReadAgain(@ForAll("inspected") List<DockerNetwork> networks) {
        Texts.assertRoundTrip(INSPECT, networks);
    }

    @Provide
    Arbitrary<List<DockerNetwork>> listed() {
        return Combinators.combine(
                        Arbitraries.of(ID, "b1a37228308c", "5f760ef2acf1"),
                        Arbitraries.of("bridge", "lnsoft_default", "n", "a-very-long.name_of_a_network"),
                        Arbitraries.of("bridge", "host", "null", "overlay", "macvlan"))
                .as((id, name, driver) -> new DockerNetwork(id, name, driver, List.of(), null, null, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<DockerNetwork>> inspected() {
        Arbitrary<List<Prefix>> subnets = Arbitraries.of("192.168.64.0/20", "172.17.0.0/16", "fd00:64::/64")
                .map(Prefix::of)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<String>> containers = Arbitraries.of("lnsoft-web-1", "db", "\"odd\\name\"\u0001")
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(ID, "b1a37228308c"),
                        Arbitraries.of("bridge", "lnsoft_default", "网\"络"),
                        Arbitraries.of("bridge", "host", "null").injectNull(0.1),
                        subnets,
                        Arbitraries.of("lnsoft", "a b").injectNull(0.5),
                        containers.injectNull(0.3),
                        Arbitraries.of("docker0", "br-lan").injectNull(0.5))
                .as(DockerNetwork::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void podmanCommandMakesRowsCertain() {
        Command podman = new Command("", List.of("podman", "network", "ls"), false);
        String row = "2f259bab93aa  podman      bridge";
        assertEquals(Format.NO, LIST.recognise(Texts.lines(row), null));
        assertTrue(LIST.recognise(Texts.lines(row), podman) > Format.NO);
        Reader reader = LIST.reader((fact, line, text) -> {}, podman);
        assertTrue(reader.accept(Texts.lines(row).getFirst()));
    }
}
