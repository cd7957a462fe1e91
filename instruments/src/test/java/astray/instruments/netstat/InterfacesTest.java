package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfacesTest {

    private static NetInterface named(String name) {
        return new NetInterface(name, 1, 1500, 1, "", 0, null, List.of(), null, null);
    }

    @Test
    void namesThatDifferInTheirLastNumberAreInItsOrder() {
        List<NetInterface> all = new ArrayList<>();
        for (String name : List.of("port2x", "eth10", "lo:x", "port1x", "port2", "eth2", "lo", "port1", "br0", "eth")) {
            all.add(named(name));
        }
        Collections.sort(all);
        assertEquals(
                List.of("br0", "eth", "eth2", "eth10", "lo", "lo:x", "port1", "port2", "port1x", "port2x"),
                all.stream().map(NetInterface::name).toList());
    }

    @Test
    void bytesAreCutToATenthOfTheLargestUnitThatTheyExceed() {
        assertEquals("0.0 B", Interfaces.rounded(0));
        assertEquals("1024.0 B", Interfaces.rounded(1024));
        assertEquals("1.0 KiB", Interfaces.rounded(1072));
        assertEquals("4.8 KiB", Interfaces.rounded(4978));
        assertEquals("126.0 KiB", Interfaces.rounded(129056));
        assertEquals("1024.0 KiB", Interfaces.rounded(1 << 20));
        assertEquals("1.0 MiB", Interfaces.rounded((1 << 20) + 1));
        assertEquals("1.9 GiB", Interfaces.rounded((2L << 30) - 1));
        assertEquals("8191.9 PiB", Interfaces.rounded(Long.MAX_VALUE));
        assertEquals("16383.9 PiB", Interfaces.rounded(-1));
    }

    @Test
    void anAddressOfAnUnknownKindIsShownWithSixteenBytes() {
        assertEquals("0A-00-00-01-00-00-00-00-00-00-00-00-00-00-00-00", Interfaces.unspecified("0a:00:00:01"));
        assertEquals("00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00", Interfaces.unspecified(""));
    }

    @Test
    void flagsAreLettersAndWordsInTheOrderOfTheOriginal() {
        NetInterface still = new NetInterface("still0", 5059, 1500, 1, "", 0, null, List.of(), null, null);
        assertEquals("ABMPORU", still.letters());
        assertEquals("UP,BROADCAST,RUNNING,NOARP,PROMISC,ALLMULTI,MULTICAST", still.words());
        assertEquals("MOPU", new NetInterface("tun3", 4241, 1500, 1, "", 0, null, List.of(), null, null).letters());
    }
}
