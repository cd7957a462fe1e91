package astray.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsRtnetlink;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the resolver of the machine that runs the test. */
@NeedsRtnetlink
class ResolverTest {
    private final Resolver resolver = new Resolver(2_000);

    @Test
    void anAddressIsItsOwnName() {
        assertEquals(new Lookup.Found<>(List.of(IpAddress.of("2001:db8::7"))), resolver.addresses("2001:db8::7"));
        assertEquals(new Lookup.Found<>(List.of(IpAddress.of("192.0.2.1"))), resolver.addresses("192.0.2.1"));
    }

    @Test
    @NeedsTool("getent")
    void localhostIsTheFirstNameThatGetentShows() {
        String line = Commands.must(List.of("getent", "hosts", "127.0.0.1"));
        assertEquals(new Lookup.Found<>(line.split("\\s+", 3)[1]), resolver.name(IpAddress.of("127.0.0.1")));
        assertTrue(resolver.addresses("localhost").orNull().contains(IpAddress.of("127.0.0.1")));
    }

    @Test
    void anAddressOfTheOtherFamilyIsRefusedWithTheRealError() {
        Lookup<List<IpAddress>> lookup = resolver.addresses("192.0.2.1", Family.INET6);
        assertEquals("EAI_ADDRFAMILY", ((Lookup.Failed<?>) lookup).error().symbol());
    }

    @Test
    void namesThatCannotBeAreNotAskedFor() {
        assertEquals(new Lookup.Failed<>(LookupError.NONAME), resolver.addresses(""));
        assertEquals(new Lookup.Failed<>(LookupError.NONAME), resolver.addresses("a\0b"));
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void noWayToTheNameServerIsATemporaryFailure() throws Exception {
        assumeTrue(Files.readString(Path.of("/etc/resolv.conf")).contains("nameserver"), "needs a name server");
        try (Net net = new Net().host("a")) {
            Namespace inside = new Namespace(net.file("a"));
            assertEquals(new Lookup.Failed<>(LookupError.AGAIN), inside.call(() -> resolver.addresses("host.example")));
            assertEquals(
                    new Lookup.Failed<>(LookupError.AGAIN),
                    inside.call(() -> resolver.name(IpAddress.of("192.0.2.1"))));
        }
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void aSilentNameServerIsLeftBehindAndNotAskedForEver() throws Exception {
        String server = Files.readString(Path.of("/etc/resolv.conf"))
                .lines()
                .filter(line -> line.startsWith("nameserver"))
                .map(line -> line.split("\\s+", 3)[1])
                .findFirst()
                .orElse(null);
        assumeTrue(server != null && server.indexOf(':') < 0, "needs a name server");
        try (Net net = new Net().host("a")) {
            net.sh("a", "ip addr add " + server + "/32 dev lo");
            Namespace inside = new Namespace(net.file("a"));
            Resolver hasty = new Resolver(40);
            List<Lookup<?>> answers = inside.call(() -> {
                try (DatagramChannel silent = DatagramChannel.open().bind(new InetSocketAddress(server, 53))) {
                    List<Lookup<?>> got = new ArrayList<>();
                    assertTrue(silent.isOpen());
                    for (int i = 0; i < 9; i++) {
                        got.add(hasty.name(IpAddress.v4(0xc0000201 + i)));
                    }
                    return got;
                }
            });
            for (Lookup<?> answer : answers.subList(0, 8)) {
                assertEquals(
                        40, assertInstanceOf(Lookup.Unanswered.class, answer).millis());
            }
            assertEquals(new Lookup.Unanswered<>(0), answers.get(8));
        }
    }
}
