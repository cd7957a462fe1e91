package astray.transcript.path;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Trace;
import astray.transcript.connect.Literals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a tool printed together with their addresses. */
final class ShownNames {
    private ShownNames() {}

    /** What a trace says of its target and its routers, each once. */
    static List<NameMapping> of(Trace trace) {
        Set<NameMapping> all = new LinkedHashSet<>();
        add(all, trace.target(), trace.address(), trace.tool());
        for (Hop hop : trace.hops()) {
            for (Hop.Probe probe : hop.probes()) {
                add(all, probe.name(), probe.address(), trace.tool());
            }
        }
        return new ArrayList<>(all);
    }

    /** What a header such as {@code PING name (address)} says. */
    static List<NameMapping> of(@Nullable String name, @Nullable IpAddress address, String tool) {
        Set<NameMapping> all = new LinkedHashSet<>();
        add(all, name, address, tool);
        return new ArrayList<>(all);
    }

    private static void add(Set<NameMapping> all, @Nullable String name, @Nullable IpAddress address, String tool) {
        // nss-myhostname(8) calls each host's own gateway _gateway: that is no name of one machine
        if (name != null && address != null && !name.startsWith("_") && Literals.address(name) == null) {
            all.add(new NameMapping(name, address, tool));
        }
    }
}
