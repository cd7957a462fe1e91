package astray.transcript.document;

import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.LogEntry;
import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.hosts.Draft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps facts within limits. Of each kind the first ones stay, and of those after them the last ones: how it began
 * and how it ended says most. The weight of a fact is guessed from its text.
 */
public final class Keeper {
    private static final int WEIGHT_OF_FACT = 400;
    private static final int WEIGHT_OF_CHARACTER = 5;
    private static final int HALF = 2;

    /**
     * A fact that was kept.
     *
     * @param draft its block; {@code null} for what people wrote
     * @param order its place among all
     */
    public record Kept(
            Fact fact,
            @Nullable Draft draft,
            String document,
            String source,
            int line,
            String text,
            long order,
            int weight) {}

    private static final class Shelf {
        final int room;
        final List<Kept> first = new ArrayList<>();
        final Deque<Kept> last = new ArrayDeque<>();
        final Map<String, long[]> dropped = new LinkedHashMap<>();
        long weightOfFirst;
        long weightOfLast;

        Shelf(int room) {
            this.room = room;
        }

        void drop(Kept kept) {
            dropped.computeIfAbsent(kept.document, _ -> new long[1])[0]++;
        }
    }

    private final Limits limits;
    private final Map<Class<?>, Shelf> shelves = new LinkedHashMap<>();
    private long weight;
    private long order;

    /** Starts empty. */
    public Keeper(Limits limits) {
        this.limits = limits;
    }

    void keep(Fact fact, @Nullable Draft draft, String document, String source, int line, String text) {
        String quoted = text.length() > limits.quoted() ? text.substring(0, limits.quoted()) : text;
        int cost = WEIGHT_OF_FACT + WEIGHT_OF_CHARACTER * Math.min(text.length(), 1 << 24);
        Kept kept = new Kept(fact, draft, document, source, line, quoted, order++, cost);
        Shelf shelf = shelf(fact.getClass());
        long share = limits.weight() / HALF;
        if (shelf.last.isEmpty()
                && shelf.first.size() < shelf.room / HALF
                && shelf.weightOfFirst + cost <= share / HALF
                && weight + cost <= limits.weight()) {
            shelf.first.add(kept);
            shelf.weightOfFirst += cost;
            weight += cost;
            return;
        }
        while (!shelf.last.isEmpty()
                && (shelf.last.size() >= shelf.room / HALF
                        || shelf.weightOfLast + cost > share / HALF
                        || weight + cost > limits.weight())) {
            Kept old = shelf.last.removeFirst();
            shelf.weightOfLast -= old.weight;
            weight -= old.weight;
            shelf.drop(old);
        }
        if (shelf.weightOfLast + cost > share / HALF || weight + cost > limits.weight()) {
            shelf.drop(kept);
            return;
        }
        shelf.last.addLast(kept);
        shelf.weightOfLast += cost;
        weight += cost;
    }

    private Shelf shelf(Class<?> kind) {
        Shelf shelf = shelves.get(kind);
        if (shelf == null) {
            shelf = new Shelf(room(kind));
            shelves.put(kind, shelf);
        }
        return shelf;
    }

    private int room(Class<?> kind) {
        return kind == LogEntry.class ? limits.logEntries() : kind == Frame.class ? limits.frames() : limits.others();
    }

    /** All that was kept, in the order in which it was read. */
    public List<Kept> kept() {
        List<Kept> all = new ArrayList<>();
        for (Shelf shelf : shelves.values()) {
            all.addAll(shelf.first);
            all.addAll(shelf.last);
        }
        // the library's own comparators are made at run time
        all.sort((one, other) -> Long.compare(one.order(), other.order()));
        return all;
    }

    /** How many facts of which kind were dropped. */
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        shelves.forEach((kind, shelf) -> shelf.dropped.forEach(
                (document, count) -> losses.add(new Loss(Loss.Kind.FACTS, kind.getSimpleName(), count[0], document))));
        return losses;
    }
}
