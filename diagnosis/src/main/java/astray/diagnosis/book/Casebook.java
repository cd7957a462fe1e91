package astray.diagnosis.book;

import astray.facts.Fact;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** All that was observed, by kind of fact and by host, in the order in which it was read. */
public final class Casebook {
    private final List<Observation<?>> all;
    private final Map<Class<?>, List<Observation<?>>> byKind = new HashMap<>();
    private final Map<@Nullable String, Map<Class<?>, List<Observation<?>>>> byHost = new LinkedHashMap<>();
    private final SequencedSet<String> hosts = new LinkedHashSet<>();

    /** Sorts the observations. */
    public Casebook(List<? extends Observation<?>> observations) {
        all = List.copyOf(observations);
        for (Observation<?> seen : all) {
            Class<?> kind = seen.fact().getClass();
            byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(seen);
            String host = seen.origin().host();
            if (host != null) {
                hosts.add(host);
            }
            byHost.computeIfAbsent(host, h -> new HashMap<>())
                    .computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(seen);
        }
    }

    /** Everything, in the order read. */
    public List<Observation<?>> all() {
        return all;
    }

    /** The hosts that observations name, in the order of their first. */
    public SequencedSet<String> hosts() {
        return hosts;
    }

    /** All facts of a kind. */
    public <F extends Fact> List<Observation<F>> of(Class<F> kind) {
        return cast(byKind.get(kind));
    }

    /** All facts of a kind that are about a host; {@code null} stands for those whose host is not known. */
    public <F extends Fact> List<Observation<F>> of(Class<F> kind, @Nullable String host) {
        Map<Class<?>, List<Observation<?>>> ofHost = byHost.get(host);
        return ofHost == null ? List.of() : cast(ofHost.get(kind));
    }

    /** All facts that stand in the same block of text as this one. */
    public <F extends Fact> List<Observation<F>> besides(Observation<?> seen, Class<F> kind) {
        return of(kind).stream()
                .filter(o -> o.origin().block() == seen.origin().block()
                        && Objects.equals(o.origin().document(), seen.origin().document()))
                .toList();
    }

    // each list holds only observations of the class that is its key
    @SuppressWarnings("unchecked")
    private static <F extends Fact> List<Observation<F>> cast(@Nullable List<Observation<?>> list) {
        return list == null ? List.of() : (List<Observation<F>>) (List<?>) list;
    }
}
