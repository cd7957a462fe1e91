package astray.diagnosis.cause;

import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Trace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two traces of the same vantage point that part at the end: one never arrives, the other, to a host on the same
 * LAN, does. Then the way as far as that LAN is fine, and what is wrong is with the target or its way back.
 *
 * @param silent the trace that never arrives
 * @param lastHop the last hop that answered in it
 * @param arriving the trace that arrives
 * @param arrivedAt the hop at which it does
 */
record Comparison(Observation<Trace> silent, @Nullable Hop lastHop, Observation<Trace> arriving, int arrivedAt) {

    private static final int LAN = 24;
    private static final int LAN6 = 64;

    /** Finds the pair for the question's target. */
    static @Nullable Comparison of(Scene scene) {
        for (Observation<Trace> silent : scene.symptoms().traces()) {
            if (silent.fact().reached() || silent.fact().address() == null) {
                continue;
            }
            for (Observation<Trace> other : scene.book().of(Trace.class)) {
                if (other.fact().reached()
                        && sameLan(silent.fact().address(), other.fact().address())
                        && !Objects.equals(silent.fact().address(), other.fact().address())
                        && Objects.equals(silent.origin().host(), other.origin().host())
                        && sharesFirstHops(silent.fact(), other.fact())) {
                    Hop arrived = other.fact().lastAnswered();
                    return new Comparison(
                            silent, silent.fact().lastAnswered(), other, arrived == null ? 0 : arrived.ttl());
                }
            }
        }
        return null;
    }

    private static boolean sameLan(@Nullable IpAddress one, @Nullable IpAddress other) {
        return one != null
                && other != null
                && one.family() == other.family()
                && new Prefix(one, one.family().bits() == 32 ? LAN : LAN6).contains(other);
    }

    /** Every hop of the silent trace that answered is the same in the other. */
    private static boolean sharesFirstHops(Trace silent, Trace other) {
        boolean shared = false;
        for (Hop hop : silent.hops()) {
            IpAddress address = hop.address();
            if (address == null) {
                continue;
            }
            for (Hop same : other.hops()) {
                if (same.ttl() == hop.ttl() && same.address() != null) {
                    if (!address.equals(same.address())) {
                        return false;
                    }
                    shared = true;
                }
            }
        }
        return shared;
    }

    /** The other target's name, or its address. */
    String sibling() {
        Trace trace = arriving.fact();
        return trace.target() != null ? trace.target() : String.valueOf(trace.address());
    }
}
