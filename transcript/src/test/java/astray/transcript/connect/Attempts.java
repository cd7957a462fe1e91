package astray.transcript.connect;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Arbitrary attempts, and what tests of clients share. */
final class Attempts {
    private Attempts() {}

    static Command command(String text) {
        return new Command(text, List.of(text.split(" ")), false);
    }

    /** What of an attempt a form can tell. */
    enum Shape {
        /** The target's name, its address and the port. */
        ALL,
        /** The target, which may be an address, and the port. */
        TARGET_AND_PORT,
        /** The address and the port. */
        ADDRESS_AND_PORT,
        /** The address alone. */
        ADDRESS
    }

    static Arbitrary<List<Fact>> of(String tool, Shape shape, Outcome... outcomes) {
        Arbitrary<String> names = Arbitraries.of("server.example.org", "gpu1", "build-7.example.net");
        Arbitrary<IpAddress> addresses = Arbitraries.oneOf(
                Arbitraries.integers().map(IpAddress::v4),
                Arbitraries.longs().map(low -> new IpAddress(astray.facts.Family.INET6, 0x20010db800000000L, low)));
        return Combinators.combine(
                        names.injectNull(0.4),
                        addresses,
                        Arbitraries.integers().between(1, 65535),
                        Arbitraries.of(Set.of(outcomes)))
                .as((name, address, port, outcome) -> facts(tool, shape, name, address, port, outcome))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private static List<Fact> facts(
            String tool, Shape shape, @Nullable String name, IpAddress address, int port, Outcome outcome) {
        String target = name == null ? address.toString() : name;
        List<Fact> facts = new ArrayList<>();
        if (outcome == Outcome.NAME_UNRESOLVED) {
            facts.add(new ConnectAttempt(tool, "gone.example.org", null, null, outcome));
            return facts;
        }
        facts.add(
                switch (shape) {
                    case ALL -> new ConnectAttempt(tool, target, address, port, outcome);
                    case TARGET_AND_PORT ->
                        new ConnectAttempt(tool, target, name == null ? address : null, port, outcome);
                    case ADDRESS_AND_PORT -> new ConnectAttempt(tool, null, address, port, outcome);
                    case ADDRESS -> new ConnectAttempt(tool, null, address, null, outcome);
                });
        if (shape == Shape.ALL && name != null) {
            facts.add(new NameMapping(name, address, tool));
        }
        return facts;
    }
}
