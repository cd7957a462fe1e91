package astray.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted, as sd_journal_add_match(3) puts it: matches of one field are alternatives, different fields
 * must all match; {@link #or} begins an alternative to all since the last {@link #and}, which begins a further condition.
 */
public final class Matches {
    /** A condition on an entry. */
    sealed interface Condition {}

    /** It has this field with this value. */
    static final class Term implements Condition {
        private final byte[] payload;

        Term(byte[] payload) {
            this.payload = payload;
        }

        byte[] payload() {
            return payload;
        }
    }

    /** One of these holds. */
    record Any(List<Condition> of) implements Condition {}

    /** All of these hold. */
    record All(List<Condition> of) implements Condition {}

    private final List<Condition> conjunction = new ArrayList<>();
    private @Nullable List<Condition> alternatives;
    private @Nullable List<Condition> together;

    /** Wants everything. */
    public Matches() {}

    /** Whether a name may be that of a field: capitals, digits and underscores, not two of these in front. */
    public static boolean isField(String name) {
        return !name.isEmpty() && !name.startsWith("__") && isFieldName(name, name.length());
    }

    private static boolean isFieldName(CharSequence text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return length > 0;
    }

    /**
     * Adds a match.
     *
     * @param match {@code FIELD=value}, the value in UTF-8
     * @return whether it is one; nothing is added otherwise
     */
    public boolean add(String match) {
        int equals = match.indexOf('=');
        if (equals <= 0 || !isField(match.substring(0, equals))) {
            return false;
        }
        add(match.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return true;
    }

    private void add(byte[] payload) {
        if (alternatives == null) {
            alternatives = new ArrayList<>();
            conjunction.add(new Any(alternatives));
        }
        if (together == null) {
            together = new ArrayList<>();
            alternatives.add(new All(together));
        }
        for (Condition condition : together) {
            List<Condition> same = ((Any) condition).of();
            if (sameField(((Term) same.getFirst()).payload(), payload)) {
                if (same.stream().noneMatch(t -> java.util.Arrays.equals(((Term) t).payload(), payload))) {
                    same.add(new Term(payload));
                }
                return;
            }
        }
        List<Condition> first = new ArrayList<>();
        first.add(new Term(payload));
        together.add(new Any(first));
    }

    private static boolean sameField(byte[] a, byte[] b) {
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return false;
            }
            if (a[i] == '=') {
                return true;
            }
        }
        return false;
    }

    /** What follows is an alternative to what stands since the last {@link #and}. */
    public void or() {
        together = null;
    }

    /** What follows must hold besides. */
    public void and() {
        if (alternatives != null) {
            alternatives = null;
            together = null;
        }
    }

    /** Whether there is none: every entry is wanted. */
    public boolean isEmpty() {
        return conjunction.isEmpty();
    }

    Condition condition() {
        return new All(conjunction);
    }
}
