package astray.packet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.packet.LinkType;
import org.junit.jupiter.api.Test;

/** Programs for cooked links, as the kernel is given them. */
class CookedFilterTest {
    private static Program kernels(String expression, LinkType link) {
        return Filter.compile(expression, Settings.of(link).live(true).vlanAside(true))
                .cooked(link);
    }

    @Test
    void headerIsAskedForAsideAndThePacketWithoutIt() {
        assertEquals("""
                (000) ldh      [proto]
                (001) jeq      #0x800           jt 2	jf 5
                (002) ldb      [9]
                (003) jeq      #0x1             jt 4	jf 5
                (004) ret      #262124
                (005) ret      #0
                """, Listing.readable(kernels("icmp", LinkType.LINUX_SLL2)));
    }

    @Test
    void olderHeaderIsShorter() {
        assertEquals("""
                (000) ldh      [proto]
                (001) jeq      #0x800           jt 2	jf 5
                (002) ldb      [9]
                (003) jeq      #0x1             jt 4	jf 5
                (004) ret      #262128
                (005) ret      #0
                """, Listing.readable(kernels("icmp", LinkType.LINUX_SLL)));
    }

    @Test
    void interfaceAndDirectionAreAskedForAside() {
        assertNotNull(kernels("ifindex 3 and outbound", LinkType.LINUX_SLL2));
        assertNotNull(kernels("inbound", LinkType.LINUX_SLL));
    }

    @Test
    void whatTheKernelDoesNotTellIsLeftToTheInterpreter() {
        assertNull(kernels("link[6] = 0", LinkType.LINUX_SLL), "a byte of the sender's address");
        assertNull(kernels("link[12] = 0", LinkType.LINUX_SLL2), "a byte of the sender's address");
        assertNull(kernels("len > 60", LinkType.LINUX_SLL2), "the kernel counts the packet without its header");
    }

    @Test
    void shortestSnapshotStillTakesThePacket() {
        Program program = Filter.compile("", Settings.of(LinkType.LINUX_SLL2).snapshotLength(8))
                .cooked(LinkType.LINUX_SLL2);
        assertNotNull(program);
        assertEquals(1, program.constant(0));
    }
}
