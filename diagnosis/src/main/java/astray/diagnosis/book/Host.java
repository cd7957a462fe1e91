package astray.diagnosis.book;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * A host of the case: the names that stand for it, the addresses that it was seen to hold, those that are only said
 * to be its, and all that was observed on it.
 */
public final class Host {
    private final Casebook book;
    private final SequencedSet<String> names = new LinkedHashSet<>();
    private final SequencedSet<IpAddress> held = new LinkedHashSet<>();
    private final SequencedSet<IpAddress> said = new LinkedHashSet<>();
    private final List<@Nullable String> labels = new ArrayList<>();

    Host(Casebook book) {
        this.book = book;
    }

    void label(@Nullable String label) {
        if (!labels.contains(label)) {
            labels.add(label);
        }
    }

    SequencedSet<String> namesToFill() {
        return names;
    }

    SequencedSet<IpAddress> heldToFill() {
        return held;
    }

    SequencedSet<IpAddress> saidToFill() {
        return said;
    }

    /** Its names. */
    public SequencedSet<String> names() {
        return names;
    }

    /** The addresses that it was seen to hold. */
    public SequencedSet<IpAddress> held() {
        return held;
    }

    /** Whether it holds the address or is said to. */
    public boolean is(IpAddress address) {
        return held.contains(address) || said.contains(address);
    }

    /** Whether this is one of its names; a fully qualified name and its first label are the same. */
    public boolean is(String name) {
        return names.contains(name)
                || names.stream().anyMatch(n -> firstLabel(n).equals(firstLabel(name)));
    }

    private static String firstLabel(String name) {
        if (IpAddress.parse(name) != null) {
            return name;
        }
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Its name, or else its address, or else {@code null} for a host without either. */
    public @Nullable String name() {
        if (!names.isEmpty()) {
            return names.getFirst();
        }
        return address() == null ? null : String.valueOf(address());
    }

    /** The first address that others would know it by: the one it is called by, or else one that it holds. */
    public @Nullable IpAddress address() {
        if (!said.isEmpty()) {
            return said.getFirst();
        }
        for (IpAddress address : held) {
            if (!address.isLoopback() && !address.isLinkLocal()) {
                return address;
            }
        }
        return null;
    }

    /** What was observed on it, of one kind. */
    public <F extends Fact> List<Observation<F>> of(Class<F> kind) {
        if (labels.size() == 1) {
            return book.of(kind, labels.getFirst());
        }
        List<Observation<F>> found = new ArrayList<>();
        for (String label : labels) {
            found.addAll(book.of(kind, label));
        }
        return found;
    }

    /** Whether an observation is about it. */
    public boolean owns(Observation<?> seen) {
        return labels.contains(seen.origin().host());
    }
}
