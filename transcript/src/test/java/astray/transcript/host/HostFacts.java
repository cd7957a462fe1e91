package astray.transcript.host;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary addresses and names. */
final class HostFacts {
    private HostFacts() {}

    static Arbitrary<IpAddress> addresses() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(IpAddress::v4),
                Arbitraries.longs().map(low -> new IpAddress(Family.INET6, 0x20010db800000000L, low)));
    }

    static Arbitrary<List<NameMapping>> mappings(String source) {
        return Combinators.combine(
                        Arbitraries.of("server.example.org", "localhost", "gpu1", "build-7.example.net"), addresses())
                .as((name, address) -> new NameMapping(name, address, source))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }
}
