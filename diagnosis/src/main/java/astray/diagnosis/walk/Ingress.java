package astray.diagnosis.walk;

import astray.diagnosis.model.Decision;
import astray.diagnosis.model.HostModel;
import astray.facts.Family;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.Sysctl;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the asker's packet when it comes in at the target by an interface: Linux looks up the way back to
 * its sender first (fib_validate_source; Documentation/networking/ip-sysctl, rp_filter and accept_local). The larger of
 * the settings for {@code all} and for the interface holds. IPv6 has no such check outside of netfilter.
 *
 * @param admission whether it is let in
 * @param setting the setting that decides; {@code null} where none does
 */
public record Ingress(Admission admission, @Nullable Observation<Sysctl> setting) {
    private static final int STRICT = 1;

    /** Whether a packet is let in. */
    public enum Admission {
        /** It is let in. */
        ADMITTED,
        /** A strict rp_filter drops it: the answer would leave by another interface, or not at all. */
        DROPPED_STRICT,
        /** A loose rp_filter drops it: there is no way back. */
        DROPPED_LOOSE,
        /** Its sender's address is one of the host's own: a martian, dropped unless accept_local is set. */
        MARTIAN,
        /** What decides was not shown. */
        NOT_SHOWN;

        /** Whether rp_filter drops it. */
        public boolean filtered() {
            return this == DROPPED_STRICT || this == DROPPED_LOOSE;
        }
    }

    /** The packet that the reply's leg answers, coming in by an interface. */
    public static Ingress at(Leg reply, String dev) {
        if (reply.family() == Family.INET6) {
            return new Ingress(Admission.ADMITTED, null);
        }
        HostModel model = reply.model();
        Decision back = reply.routing().decide(reply.flow());
        if (back instanceof Decision.Undecided) {
            return new Ingress(Admission.NOT_SHOWN, null);
        }
        if (back instanceof Decision.Found found && found.route().fact().type() == Route.Type.LOCAL) {
            Integer accepted = model.largerValue(dev, "accept_local");
            return new Ingress(
                    accepted == null || accepted == 0 ? Admission.MARTIAN : Admission.ADMITTED,
                    model.larger(dev, "accept_local"));
        }
        Observation<Sysctl> setting = model.larger(dev, "rp_filter");
        Integer mode = model.largerValue(dev, "rp_filter");
        boolean way = back instanceof Decision.Found found
                && !found.route().fact().type().discards();
        if (way && leavesBy(((Decision.Found) back).route().fact(), dev)) {
            return new Ingress(Admission.ADMITTED, setting);
        }
        if (mode == null) {
            return new Ingress(Admission.NOT_SHOWN, null);
        }
        if (mode == STRICT) {
            return new Ingress(Admission.DROPPED_STRICT, setting);
        }
        return new Ingress(mode == 0 || way ? Admission.ADMITTED : Admission.DROPPED_LOOSE, setting);
    }

    private static boolean leavesBy(Route route, String dev) {
        for (NextHop hop : route.nextHops()) {
            if (dev.equals(hop.dev())) {
                return true;
            }
        }
        return false;
    }
}
