package astray.collect.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTapTest {
    private static final int BRIDGE = 8;

    private @Nullable Frame read(int protocol, int kind, String hex) {
        WireTap tap = new WireTap();
        tap.add(new Sighting(
                System.nanoTime(), protocol, BRIDGE, kind, null, HexFormat.of().parseHex(hex.replace(" ", ""))));
        List<Frame> frames = new ArrayList<>();
        tap.tell(index -> index == BRIDGE ? "br0" : null, (fact, text) -> {
            frames.add((Frame) fact);
            assertTrue(text.contains(" br0 "), text);
        });
        return frames.isEmpty() ? null : frames.getFirst();
    }

    private static Endpoint end(String address, @Nullable Integer port) {
        return Endpoint.of(IpAddress.of(address), port);
    }

    @Test
    void arpRequestOfThisHostGoesOut() {
        Frame frame = read(
                Sightings.ARP, Sighting.OUTGOING, "0001 0800 06 04 0001 0242691287eb c0a84001 000000000000 c0a84902");
        assert frame != null;
        assertEquals("Out", frame.direction());
        assertEquals("br0", frame.dev());
        assertEquals(
                new Frame.Resolution(false, end("192.168.73.2", null), end("192.168.64.1", null), null), frame.body());
    }

    @Test
    void arpReplyTellsALinkLayerAddress() {
        Frame frame =
                read(Sightings.ARP, Sighting.HOST, "0001 0800 06 04 0002 525400002005 0a140005 525400002002 0a140002");
        assert frame != null;
        assertEquals(new Frame.Resolution(true, end("10.20.0.5", null), null, "52:54:00:00:20:05"), frame.body());
    }

    @Test
    void synOpensAndItsAnswerAccepts() {
        String addresses = "0a140002 0a140005 ";
        Frame syn = read(
                Sightings.IPV4,
                Sighting.HOST,
                "45 00 0028 0000 4000 40 06 0000 " + addresses + "9c40 0016 00000001 00000000 50 c2 faf0 0000 0000");
        assert syn != null;
        assertEquals("In", syn.direction());
        Frame.Tcp tcp = (Frame.Tcp) syn.body();
        assertEquals(end("10.20.0.2", 40000), tcp.source());
        assertEquals(end("10.20.0.5", 22), tcp.destination());
        // ECE and CWR ask for congestion notification and do not matter here
        assertEquals(true, tcp.opens());
        assertEquals(0, tcp.length());
        Frame answer = read(
                Sightings.IPV4,
                Sighting.OUTGOING,
                "45 00 0028 0000 4000 40 06 0000 " + addresses + "0016 9c40 00000001 00000002 50 12 faf0 0000 0000");
        assert answer != null;
        assertEquals(true, ((Frame.Tcp) answer.body()).accepts());
    }

    @Test
    void neighbourSolicitationAsksAndAdvertisementTells() {
        String header = "60000000 0020 3a ff ";
        String from = "20010db8002100000000000000000002 ";
        String to = "ff0200000000000000000001ff000005 ";
        String about = "20010db8002100000000000000000005 ";
        Frame asks = read(
                Sightings.IPV6,
                Sighting.MULTICAST,
                header + from + to + "87 00 0000 00000000 " + about + "01 01 525400002102");
        assert asks != null;
        assertEquals(
                new Frame.Resolution(false, end("2001:db8:21::5", null), end("2001:db8:21::2", null), null),
                asks.body());
        Frame tells = read(
                Sightings.IPV6,
                Sighting.HOST,
                header + about + from + "88 00 0000 60000000 " + about + "02 01 525400002105");
        assert tells != null;
        assertEquals(new Frame.Resolution(true, end("2001:db8:21::5", null), null, "52:54:00:00:21:05"), tells.body());
    }

    @Test
    void unreachableHostIsNamedFromTheHeadInsideTheError() {
        Frame frame = read(
                Sightings.IPV4,
                Sighting.HOST,
                "45 c0 0058 0000 0000 40 01 0000 ac102142 ac102142 03 01 0000 00000000 "
                        + "45 00 003c 0000 4000 40 06 0000 ac102142 c0a84902 0016 9c40");
        assert frame != null;
        assertEquals("host 192.168.73.2 unreachable, length 68", ((Frame.Icmp) frame.body()).details());
    }

    @Test
    void cutAndForeignPacketsTellNothing() {
        assertNull(read(Sightings.ARP, Sighting.HOST, "0001 0800 06"));
        assertNull(read(Sightings.IPV4, Sighting.HOST, "45"));
        assertNull(read(Sightings.IPV6, Sighting.HOST, "60000000"));
        assertNull(read(0x88cc, Sighting.HOST, "0207"));
    }
}
