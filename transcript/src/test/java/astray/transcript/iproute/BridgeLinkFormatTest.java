package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.BridgePort;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BridgeLinkFormatTest {
    private final BridgeLinkFormat format = new BridgeLinkFormat();

    @Test
    void readsPortsWithDetailsAndPeers() {
        assertEquals(
                List.of(new BridgePort("vnet0", "br0", "disabled"), new BridgePort("veth7", "br0", "forwarding")),
                Texts.read(format, """
                        3: vnet0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state disabled priority 32 cost 2
                            hairpin off guard off root_block off fastleave off learning on flood on
                        9: veth7@if8: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2
                        """, null));
    }

    @Property
    void printedIsReadAgain(@ForAll("ports") List<BridgePort> ports) {
        Texts.assertRoundTrip(format, ports);
    }

    @Provide
    Arbitrary<List<BridgePort>> ports() {
        return Combinators.combine(
                        Arbitraries.of("vnet0", "veth4974272", "eth1.20"),
                        Arbitraries.of("br0", "br-b1a37228308c"),
                        Arbitraries.of("disabled", "listening", "learning", "forwarding", "blocking"))
                .as(BridgePort::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
