package astray.collect.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameTableTest {
    private static final int ETHERNET = 1;

    /** A SYN from 10.20.0.2 port 40000 to 10.20.0.5 port 22 on Ethernet. */
    private static final byte[] SYN = HexFormat.of()
            .parseHex("5254000020055254000020020800" + "4500002800004000400600000a1400020a140005"
                    + "9c4000160000000100000000500200000000" + "0000");

    private static byte[] syn(int port) {
        byte[] copy = SYN.clone();
        copy[34] = (byte) (port >> 8);
        copy[35] = (byte) port;
        return copy;
    }

    private static void add(FrameTable table, byte[] packet) {
        table.add(ETHERNET, packet, packet.length, packet.length, 1, 0, 0);
    }

    @Provide
    Arbitrary<List<byte[]>> packets() {
        Arbitrary<byte[]> some = Arbitraries.integers().between(1, 60).map(FrameTableTest::syn);
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
        Arbitrary<byte[]> cut = Arbitraries.integers().between(0, SYN.length).map(length -> Arrays.copyOf(SYN, length));
        return Arbitraries.oneOf(some, any, cut).list().ofMaxSize(200);
    }

    /** Every packet is in exactly one place, whatever the table's size. */
    @Property(tries = 200)
    void countsAddUp(
            @ForAll("packets") List<byte[]> packets, @ForAll("sizes") int most, @ForAll("links") int linkType) {
        FrameTable table = new FrameTable(most, Set.of());
        for (byte[] packet : packets) {
            table.add(linkType, packet, packet.length, packet.length, 1, 0, 0);
        }
        long counted = 0;
        for (int row = 0; row < table.rows(); row++) {
            counted += table.count(row);
            assertTrue(table.kept(row) <= table.count(row));
        }
        assertTrue(table.rows() <= most);
        assertEquals(packets.size(), table.packets());
        assertEquals(packets.size(), counted + table.unread() + table.uncounted());
        long[] told = {0};
        long left = new CaptureFacts(table, Devices.NONE, _ -> null, ZoneOffset.UTC.getRules())
                .tell((_, _, _) -> told[0]++);
        assertTrue(told[0] <= 2L * table.samples().size());
        assertEquals(table.uncounted(), left);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(4, 16, 1024, FrameTable.ROWS);
    }

    @Provide
    Arbitrary<Integer> links() {
        return Arbitraries.of(0, 1, 12, 101, 108, 113, 228, 229, 276, 105);
    }

    @Test
    @Tag("unit")
    void portsAreNoLongerToldApartWhenTooManyCame() {
        FrameTable table = new FrameTable(64, Set.of());
        for (int port = 1024; port < 2024; port++) {
            add(table, syn(port));
        }
        assertEquals(33, table.rows());
        assertEquals(1000 - 32, table.count(32));
        assertEquals(0, table.uncounted());
    }

    @Test
    @Tag("unit")
    void repeatedFirstSegmentsAreKeptAndFlowingOnesCounted() {
        FrameTable table = new FrameTable();
        byte[] data = syn(40000);
        data[47] = 0x10;
        for (int i = 0; i < 100; i++) {
            add(table, syn(40000));
            add(table, data);
        }
        assertEquals(2, table.rows());
        assertEquals(100, table.count(0));
        assertEquals(8, table.kept(0));
        assertEquals(2, table.kept(1));
    }

    /** Who is asked about is found in the midst of it. */
    @Test
    @Tag("unit")
    void floodDoesNotHideWhoIsAskedAbout() {
        IpAddress peer = IpAddress.of("10.20.0.2");
        FrameTable table = new FrameTable(FrameTable.ROWS, Set.of(peer));
        flood(table);
        add(table, SYN);
        List<Fact> facts = new ArrayList<>();
        new CaptureFacts(table, Devices.NONE, _ -> null, ZoneOffset.UTC.getRules())
                .tell((fact, _, _) -> facts.add(fact));
        assertEquals(
                1,
                facts.stream()
                        .filter(fact -> fact instanceof Frame frame
                                && frame.body() instanceof Frame.Tcp tcp
                                && peer.equals(tcp.source().address()))
                        .count());
    }

    /** A flood of different senders costs no more memory than the table may have. */
    @Test
    @Tag("unit")
    void floodIsBounded() {
        FrameTable table = new FrameTable();
        flood(table);
        assertEquals(FrameTable.ROWS, table.rows());
        assertTrue(table.uncounted() > 200_000);
        long[] told = {0};
        long left = new CaptureFacts(table, Devices.NONE, _ -> null, ZoneOffset.UTC.getRules())
                .tell((_, _, _) -> told[0]++);
        assertTrue(told[0] <= 8192, () -> told[0] + " facts");
        assertEquals(300_000, left + told[0]);
    }

    private static void flood(FrameTable table) {
        Random random = new Random(4);
        byte[] packet = SYN.clone();
        for (int i = 0; i < 300_000; i++) {
            int sender = random.nextInt();
            packet[26] = (byte) (sender >> 24);
            packet[27] = (byte) (sender >> 16);
            packet[28] = (byte) (sender >> 8);
            packet[29] = (byte) sender;
            add(table, packet);
        }
    }
}
