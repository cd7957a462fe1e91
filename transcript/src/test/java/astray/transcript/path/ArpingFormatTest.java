package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArpingFormatTest {
    private final Format format = new ArpingFormat();

    private static Frame frame(
            @Nullable String dev, boolean reply, IpAddress about, @Nullable IpAddress teller, @Nullable String lladdr) {
        return new Frame(
                null,
                dev,
                null,
                null,
                null,
                new Frame.Resolution(
                        reply, Endpoint.of(about, null), teller == null ? null : Endpoint.of(teller, null), lladdr));
    }

    @Test
    void aRequestAndItsAnswer() {
        IpAddress gateway = IpAddress.of("10.1.0.1");
        assertEquals(
                List.of(frame("a0", false, gateway, null, null), frame("a0", true, gateway, null, "da:5a:ec:d4:f3:5f")),
                Texts.read(
                        format,
                        Texts.fixture("path/arping.txt"),
                        new Command(
                                "arping -c 2 -I a0 10.1.0.1",
                                List.of("arping", "-c", "2", "-I", "a0", "10.1.0.1"),
                                false)));
    }

    @Test
    void twoHostsThatHoldOneAddressAreTwoReplies() {
        IpAddress about = IpAddress.of("10.1.0.1");
        assertEquals(
                List.of(
                        frame("eth0", false, about, IpAddress.of("10.1.0.2"), null),
                        frame("eth0", true, about, null, "52:54:00:00:c0:01"),
                        frame("eth0", true, about, null, "52:54:00:00:c0:02")),
                Texts.read(format, """
                        ARPING 10.1.0.1 from 10.1.0.2 eth0
                        Unicast reply from 10.1.0.1 [52:54:00:00:C0:01]  0.702ms
                        Unicast reply from 10.1.0.1 [52:54:00:00:C0:02]  0.910ms
                        Unicast reply from 10.1.0.1 [52:54:00:00:C0:01]  0.702ms
                        Sent 2 probes (1 broadcast(s))
                        Received 3 response(s)
                        """, null));
    }

    @Test
    void silenceIsARequestAlone() {
        assertEquals(
                List.of(frame(null, false, IpAddress.of("10.1.0.99"), null, null)),
                Texts.read(format, Texts.fixture("path/arping-silent.txt"), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("frames") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Provide
    Arbitrary<List<Fact>> frames() {
        return Combinators.combine(
                        Arbitraries.integers().map(IpAddress::v4),
                        Arbitraries.integers().map(IpAddress::v4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers()
                                .between(0, 255)
                                .map(i -> "52:54:00:00:c0:%02x".formatted(i))
                                .list()
                                .uniqueElements()
                                .ofMaxSize(4))
                .as((about, source, shown, lladdrs) -> {
                    String dev = shown ? "eth0" : null;
                    List<Fact> facts = new ArrayList<>(List.of(frame(dev, false, about, shown ? source : null, null)));
                    for (String lladdr : lladdrs) {
                        facts.add(frame(dev, true, about, null, lladdr));
                    }
                    return facts;
                });
    }
}
