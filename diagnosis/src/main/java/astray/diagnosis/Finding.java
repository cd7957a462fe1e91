package astray.diagnosis;

import astray.facts.Prefix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cause that was found.
 *
 * @param id which
 * @param direction the packets that it stops
 * @param host the host that it sits on, or {@code path}
 * @param confidence 0 to 1
 * @param subject the fields of the verdict's contract, in its order; values are text or numbers
 * @param summary one sentence
 * @param evidence what speaks for it, the strongest first
 * @param counterfactual the proof: without it the packet arrives
 * @param remedies changes whose walk arrives
 * @param affected who else is cut off by it
 * @param unaffected who is not, and why
 * @param since when it began
 * @param notes what else is worth knowing of it, such as what its owner will do next
 */
public record Finding(
        CauseId id,
        Direction direction,
        String host,
        double confidence,
        Map<String, Object> subject,
        Phrase summary,
        List<Evidence> evidence,
        @Nullable Counterfactual counterfactual,
        List<Remedy> remedies,
        List<Prefix> affected,
        List<Unaffected> unaffected,
        @Nullable Since since,
        List<Phrase> notes) {

    /** Copies the lists. */
    public Finding {
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
        affected = List.copyOf(affected);
        unaffected = List.copyOf(unaffected);
        notes = List.copyOf(notes);
    }

    /**
     * The smallest change of facts that lets the packet arrive.
     *
     * @param change the facts taken away or added, in their tool's words
     * @param outcome what the walk came to then
     * @param summary where the packet would go
     */
    public record Counterfactual(List<String> change, Outcome outcome, Phrase summary) {}

    /**
     * A change that mends it.
     *
     * @param summary one sentence
     * @param commands what to type, in order
     * @param undo what takes it back
     * @param sideEffects what else it changes
     * @param survivesReboot whether it is still there after a reboot
     * @param proven whether the walk arrives with it
     */
    public record Remedy(
            Phrase summary,
            List<String> commands,
            List<String> undo,
            List<Phrase> sideEffects,
            boolean survivesReboot,
            boolean proven) {}

    /** Somebody whom it does not touch. */
    public record Unaffected(String who, Phrase why) {}

    /**
     * When it began.
     *
     * @param at the time
     * @param bound how it bounds the beginning
     * @param text the words that tell
     */
    public record Since(When at, Bound bound, String text) {}

    /** How a trace bounds the beginning of a cause. */
    public enum Bound {
        /** The change itself was seen. */
        EXACTLY("exactly"),
        /** The earliest trace shows it already there. */
        AT_OR_BEFORE("at or before"),
        /** It was seen to be not yet there. */
        AFTER("after");

        private final String word;

        Bound(String word) {
            this.word = word;
        }

        /** The words of the verdict's contract. */
        public String word() {
            return word;
        }
    }
}
