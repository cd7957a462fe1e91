package astray.diagnosis.ask;

import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses that could be the one that is meant, each with what speaks for it. */
final class Suspects {
    private static final int MAX_EVIDENCE = 3;

    private static final class Suspect {
        int weight;
        final List<Say> reasons = new ArrayList<>();
        final List<Evidence> evidence = new ArrayList<>();
    }

    private final Map<IpAddress, Suspect> suspects = new LinkedHashMap<>();

    /** One more thing that speaks for an address; each reason counts once. */
    void add(IpAddress address, int weight, Say reason, Observation<?> seen) {
        if (address.isLoopback() || address.isAny() || address.isMulticast()) {
            return;
        }
        Suspect suspect = suspects.computeIfAbsent(address, a -> new Suspect());
        if (!suspect.reasons.contains(reason)) {
            suspect.reasons.add(reason);
            suspect.weight += weight;
            if (suspect.evidence.size() < MAX_EVIDENCE) {
                suspect.evidence.add(Evidence.of(seen));
            }
        }
    }

    /** The address with the most weight; the first named of equals. */
    @Nullable
    IpAddress best() {
        IpAddress best = null;
        int weight = 0;
        for (Map.Entry<IpAddress, Suspect> entry : suspects.entrySet()) {
            if (entry.getValue().weight > weight) {
                best = entry.getKey();
                weight = entry.getValue().weight;
            }
        }
        return best;
    }

    /** From what the address was inferred. */
    Question.Inference inference(String what, IpAddress address) {
        Suspect suspect = suspects.get(address);
        List<Object> reasons = new ArrayList<>();
        if (suspect != null) {
            suspect.reasons.forEach(reason -> reasons.add(Phrase.of(reason)));
        }
        return new Question.Inference(
                what, Phrase.of(Say.INFERRED_FROM, address, reasons), suspect == null ? List.of() : suspect.evidence);
    }
}
