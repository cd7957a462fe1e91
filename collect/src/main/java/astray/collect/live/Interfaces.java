package astray.collect.live;

import astray.facts.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The interfaces by their index. */
final class Interfaces {
    private final Map<Integer, Link> byIndex = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Link> all = new ArrayList<>();

    void add(int index, Link link) {
        byIndex.put(index, link);
        byName.put(link.name(), index);
        all.add(link);
    }

    List<Link> all() {
        return all;
    }

    /** The name; of an interface that is not known {@code if} and its index, as ip(8) shows it; of 0 none. */
    @Nullable
    String name(int index) {
        Link link = byIndex.get(index);
        return link != null ? link.name() : index > 0 ? "if" + index : null;
    }

    /** The index; 0 for a name that is not known. */
    int index(String name) {
        return byName.getOrDefault(name, 0);
    }

    @Nullable
    Link named(String name) {
        Integer index = byName.get(name);
        return index == null ? null : byIndex.get(index);
    }
}
