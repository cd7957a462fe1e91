package astray.diagnosis.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.facts.Observation;
import astray.facts.Origin;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RetryTest {
    private static final IpAddress PEER = IpAddress.of("192.168.73.2");
    private static final Endpoint ASKER = Endpoint.of(PEER, 51998);
    private static final Endpoint SERVER = Endpoint.of(IpAddress.of("172.16.33.66"), 22);
    private static final LocalTime NOON = LocalTime.NOON;

    private final List<Observation<Frame>> frames = new ArrayList<>();

    private RetryTest seen(
            long millis, @Nullable String dev, Endpoint from, Endpoint to, String flags, String details) {
        String direction = from.equals(ASKER) ? "In" : "Out";
        Moment at = new Moment.OfDay(NOON.plusNanos(millis * 1_000_000));
        Frame frame = new Frame(at, dev, direction, null, null, new Frame.Tcp(from, to, flags, details, 0));
        frames.add(new Observation<>(frame, new Origin("server", "tcpdump", "x", frames.size() + 1, 1, flags)));
        return this;
    }

    private RetryTest syn(long millis, @Nullable String dev) {
        return seen(millis, dev, ASKER, SERVER, "S", "seq 7, win 64240, options [TS val " + millis + "]");
    }

    private List<Retry> found() {
        assertEquals(Retry.of(frames, Set.of(), PEER, 22), Retry.incoming(frames));
        return Retry.of(frames, Set.of(), PEER, 22);
    }

    @Test
    void segmentThatComesAgainIsATryInVain() {
        List<Retry> found = syn(0, "eno1").syn(1000, "eno1").syn(3000, "eno1").found();
        assertEquals(1, found.size());
        assertEquals(3, found.getFirst().times());
        assertEquals(false, found.getFirst().answered());
        assertEquals(frames.getLast(), found.getFirst().last());
    }

    @Test
    void answersThatAreLostAreToldFromSilence() {
        List<Retry> found = syn(0, "eno1")
                .seen(1, "ens4", SERVER, ASKER, "S.", "seq 9, ack 8")
                .syn(1000, "eno1")
                .found();
        assertEquals(true, found.getFirst().answered());
    }

    @Test
    void sameSegmentOnTwoInterfacesOrTwiceInAMomentIsNoSecondTry() {
        assertEquals(List.of(), syn(0, "veth1").syn(1000, "br0").found());
        frames.clear();
        assertEquals(List.of(), syn(0, null).syn(1, null).found());
    }

    @Test
    void connectionThatOpensOrIsRefusedAfterAllIsNoTryInVain() {
        assertEquals(
                List.of(),
                syn(0, "eno1")
                        .syn(1000, "eno1")
                        .seen(1001, "eno1", SERVER, ASKER, "S.", "seq 9, ack 8")
                        .seen(1002, "eno1", ASKER, SERVER, ".", "ack 10")
                        .found());
        frames.clear();
        assertEquals(
                List.of(),
                syn(0, "eno1")
                        .syn(1000, "eno1")
                        .seen(1001, "eno1", SERVER, ASKER, "R.", "seq 0, ack 8")
                        .found());
    }

    @Test
    void anotherConnectionIsAnotherTry() {
        assertEquals(
                List.of(),
                syn(0, "eno1")
                        .seen(1000, "eno1", ASKER, SERVER, "S", "seq 99, win 64240")
                        .found());
    }
}
