package astray.instruments.names;

import astray.facts.IpAddress;
import astray.kernel.Lookup;
import astray.kernel.Resolver;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of addresses as this machine resolves them, each asked for once. A name server that keeps silent costs a run a
 * bounded time: after that nothing is asked any more, and addresses stand for themselves.
 */
public final class Hosts {
    /** The C library turns to the second name server after five seconds. */
    private static final long EACH_MILLIS = 6_000;

    private static final long ALL_MILLIS = 15_000;

    private final @Nullable Resolver resolver;
    private final Map<IpAddress, String> names;
    private long lost;

    /** As this machine resolves them. */
    public Hosts() {
        this.resolver = new Resolver(EACH_MILLIS);
        this.names = new HashMap<>();
    }

    /** As a table has them; nobody is asked. */
    public Hosts(Map<IpAddress, String> table) {
        this.resolver = null;
        this.names = new HashMap<>(table);
    }

    /** The name of an address; {@code null} when there is none, or none was told in time. */
    public @Nullable String name(IpAddress address) {
        String known = names.get(address);
        if (known == null) {
            known = ask(address);
            names.put(address, known);
        }
        return known.isEmpty() ? null : known;
    }

    private String ask(IpAddress address) {
        if (resolver == null || lost >= ALL_MILLIS) {
            return "";
        }
        Lookup<String> answer = resolver.name(address);
        if (answer instanceof Lookup.Unanswered<String>(long millis)) {
            lost += millis;
        }
        String name = answer.orNull();
        return name == null ? "" : name;
    }
}
