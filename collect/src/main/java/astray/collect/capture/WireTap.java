package astray.collect.capture;

import astray.facts.Fact;
import astray.kernel.packet.Sighting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Packets of this machine, gathered as they come and told as facts afterwards, as a capture of all interfaces
 * (LINKTYPE_LINUX_SLL2) would show them. Bounded, however many come. For one thread.
 */
public final class WireTap {
    /** A single peer has few kinds of packets; others' ARP may be many. */
    private static final int ROWS = 1 << 12;

    private static final int LINK_TYPE = 276;
    private static final int HEADER = 20;
    private static final int LONGEST = 65_536;

    private final FrameTable table = new FrameTable(ROWS, Set.of());
    private final byte[] frame = new byte[HEADER + LONGEST];
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    /** Where facts go. */
    public interface Taker {
        /**
         * Takes one.
         *
         * @param text tcpdump's line for it
         */
        void take(Fact fact, String text);
    }

    /** Nothing yet. */
    public WireTap() {}

    /** Takes a packet. */
    public void add(Sighting seen) {
        if (seen.length() > LONGEST) {
            return;
        }
        Arrays.fill(frame, 0, HEADER, (byte) 0);
        put(0, seen.protocol(), 2);
        put(4, seen.index(), 4);
        frame[10] = (byte) seen.kind();
        long sender = Devices.mac(seen.sender());
        if (sender >= 0) {
            frame[11] = 6;
            put(12, sender, 6);
        }
        seen.copyTo(frame, HEADER);
        Instant at = start.plusNanos(seen.nanos() - startNanos);
        int length = HEADER + seen.length();
        table.add(LINK_TYPE, frame, length, Math.max(length, wire(seen)), at.getEpochSecond(), at.getNano(), 0);
    }

    private void put(int at, long value, int size) {
        for (int i = 0; i < size; i++) {
            frame[at + i] = (byte) (value >>> 8 * (size - 1 - i));
        }
    }

    /** How long the packet says that it is: the rest of it was not looked at. */
    private static int wire(Sighting seen) {
        return HEADER
                + switch (seen.u8(0) >> 4) {
                    case 4 -> seen.be16(2);
                    case 6 -> 40 + seen.be16(4);
                    default -> 0;
                };
    }

    /** How many packets there were. */
    public long packets() {
        return table.packets();
    }

    /**
     * Tells all.
     *
     * @param device the name of an interface by its index
     * @return how many packets there were of kinds for which there was no room
     */
    public long tell(IntFunction<@Nullable String> device, Taker taker) {
        return new CaptureFacts(
                        table,
                        Devices.NONE,
                        device::apply,
                        ZoneId.systemDefault().getRules())
                .tell((fact, _, text) -> taker.take(fact, text));
    }
}
