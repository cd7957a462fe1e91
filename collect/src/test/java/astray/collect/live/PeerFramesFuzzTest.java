package astray.collect.live;

import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Objects;

class PeerFramesFuzzTest {
    private final PeerFrames frames = new PeerFrames();
    private final Quote quote = new Quote("tcpdump");

    @FuzzTest(maxDuration = "30s")
    void anyPacketIsReadAndQuotedWithoutAnException(FuzzedDataProvider data) {
        int protocol = data.pickValue(new int[] {Sightings.ARP, Sightings.IPV4, Sightings.IPV6, 0});
        Sighting seen = new Sighting(0, protocol, 1, data.consumeInt(0, 5), null, data.consumeRemainingAsBytes());
        var frame = frames.of(seen, new Interfaces());
        if (frame != null) {
            Objects.requireNonNull(quote.lastLine(frame));
        }
    }

    @FuzzTest(maxDuration = "30s")
    void anyAnswerOfADaemonIsTakenApartWithoutAnException(FuzzedDataProvider data) {
        Objects.requireNonNull(LiveDocker.read(
                UnixHttp.Response.parse(data.consumeRemainingAsBytes()).body()));
    }
}
