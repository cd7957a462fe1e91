package astray.collect.capture;

import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import astray.transcript.Limits;
import astray.transcript.Transcript;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

class CaptureFuzzTest {

    @FuzzTest(maxDuration = "30s")
    void anyPacketsBecomeFactsWithoutAnException(FuzzedDataProvider data) {
        FrameTable table = new FrameTable(16, Set.of());
        int linkType = data.pickValue(new int[] {0, 1, 12, 14, 101, 108, 113, 228, 229, 276, 9});
        while (data.remainingBytes() > 0) {
            byte[] packet = data.consumeBytes(data.consumeInt(1, 200));
            table.add(linkType, packet, packet.length, data.consumeInt(1, 300), data.consumeLong(), 0, 0);
        }
        new CaptureFacts(table, Devices.NONE, _ -> null, ZoneOffset.UTC.getRules())
                .tell((fact, _, text) -> Objects.requireNonNull(fact.toString() + text));
    }

    @FuzzTest(maxDuration = "30s")
    void anySightingBecomesFactsWithoutAnException(FuzzedDataProvider data) {
        WireTap tap = new WireTap();
        int protocol = data.pickValue(new int[] {Sightings.ARP, Sightings.IPV4, Sightings.IPV6, 0});
        tap.add(new Sighting(0, protocol, 1, data.consumeInt(0, 5), null, data.consumeRemainingAsBytes()));
        tap.tell(_ -> null, (fact, text) -> Objects.requireNonNull(fact.toString() + text));
    }

    /** Packets of all kinds in a file whose frame is right, and any file at all. */
    @FuzzTest(maxDuration = "30s")
    void anyFileBecomesAReadingWithoutAnException(FuzzedDataProvider data) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        if (data.consumeBoolean()) {
            file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
            file.putInt(65_535).putInt(data.pickValue(new int[] {1, 113, 276, 101, 0}));
            while (data.remainingBytes() > 0 && file.remaining() > 400) {
                byte[] packet = data.consumeBytes(data.consumeInt(0, 300));
                file.putInt(data.consumeInt()).putInt(data.consumeInt());
                file.putInt(packet.length).putInt(data.consumeInt()).put(packet);
            }
        } else {
            file.put(data.consumeBytes(60_000));
        }
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        Captures captures = new Captures(Set.of());
        try (CaptureFile capture =
                CaptureFile.read(new ByteArrayInputStream(bytes), "x", CaptureFile.Mixture.ALLOWED)) {
            captures.add("x", null, capture);
        } catch (CaptureException e) {
            Objects.requireNonNull(e.getMessage());
        }
        captures.with(new Transcript(Limits.STANDARD).reading());
    }
}
