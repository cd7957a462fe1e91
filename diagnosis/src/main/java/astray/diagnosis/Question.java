package astray.diagnosis;

import astray.facts.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: can the peer reach the target?
 *
 * @param direction {@code from} when it is the target's side that is asked about its peer, else {@code to}
 * @param peer the asker's address
 * @param peerName the asker's name where known
 * @param address the target's address
 * @param name the target's name where known
 * @param protocol {@code tcp}, {@code udp} or {@code icmp}
 * @param port the target's port, {@code null} when any would do
 * @param inferences what of this was not given but read from the evidence, and from what
 */
public record Question(
        String direction,
        @Nullable IpAddress peer,
        @Nullable String peerName,
        @Nullable IpAddress address,
        @Nullable String name,
        String protocol,
        @Nullable Integer port,
        List<Inference> inferences) {

    /** Copies the list. */
    public Question {
        inferences = List.copyOf(inferences);
    }

    /** One thing that was read from the evidence: {@code peer}, {@code address} or {@code port}. */
    public record Inference(String what, Phrase from, List<Evidence> evidence) {}
}
