package astray.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of the packets, as far as it is known.
 *
 * @param request from the asker to the target
 * @param reply the way back
 */
public record PathView(List<Step> request, List<Step> reply) {

    /** Copies the lists. */
    public PathView {
        request = List.copyOf(request);
        reply = List.copyOf(reply);
    }

    /**
     * One station of a way.
     *
     * @param kind what sort of station it is
     * @param where a host's name, a hop's address, an interface, as it would be drawn; {@code *} for silent hops
     * @param state what became of the packet there
     * @param note what happened, {@code null} when nothing needs saying
     */
    public record Step(
            Kind kind, String where, State state, @Nullable Phrase note) {}

    /** Sorts of stations. */
    public enum Kind {
        HOST,
        HOP,
        INTERFACE,
        SERVICE,
        /** One or more hops that do not answer. */
        SILENT
    }

    /** What became of the packet. */
    public enum State {
        /** It went through. */
        PASSES,
        /** Here it goes astray. */
        STOPS,
        /** Nothing tells. */
        UNKNOWN,
        /** It never comes here. */
        NOT_REACHED
    }
}
