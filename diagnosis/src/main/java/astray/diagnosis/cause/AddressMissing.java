package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.book.Host;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Coverage;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The target's host does not hold the address that is asked for, though something on it waits there. */
final class AddressMissing implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        Leg leg = scene.reply();
        IpAddress address = address(scene);
        Host target = scene.target();
        if (leg == null || target == null || address == null || leg.model().holding(address) != null) {
            return List.of();
        }
        if (!leg.model().shown(Coverage.Topic.ADDRESSES, address.family(), null)) {
            return List.of();
        }
        Observation<Socket> waiting = waiting(leg, address);
        List<Observation<Frame>> asked = leg.wire().unansweredFor(address);
        Observation<Address> beside = beside(leg, address);
        if (beside == null || waiting == null && asked.isEmpty()) {
            return List.of();
        }
        String host = scene.nameOf(leg);
        String dev = beside.fact().dev();
        Draft draft = new Draft(
                CauseId.ADDRESS_MISSING, Direction.REQUEST, host, 0.7, Phrase.of(Say.ADDRESS_SUMMARY, host, address));
        draft.subject("address", address);
        draft.evidence(0.1, waiting, Say.SHOWS_WAITS_ON, address);
        if (!asked.isEmpty()) {
            draft.evidence(0.1, asked.getFirst(), Say.SHOWS_OTHERS_ASK_IN_VAIN, asked.size(), address);
        }
        draft.evidence(0.05, beside, Say.SHOWS_ADDRESSES_WITHOUT, address);
        String what = address + "/" + beside.fact().length() + " dev " + Shell.word(dev);
        draft.without(List.of("with " + what), Outcome.REACHABLE, Phrase.of(Say.WOULD_BE_HELD, address, dev));
        draft.remedy(
                Phrase.of(Say.REMEDY_ADD_ADDRESS, address, dev),
                List.of(InWords.ip(address.family()) + " addr add " + what),
                List.of(InWords.ip(address.family()) + " addr del " + what),
                List.of(Phrase.of(Say.EFFECT_NOT_ELSEWHERE, address)),
                false);
        draft.affects(Prefix.host(address));
        return draft.found();
    }

    /**
     * The address that is asked for. On the target itself nobody knows by which of its addresses the peer calls it: where
     * all that serves the port waits on an address that the host does not hold, it is that one.
     */
    private static @Nullable IpAddress address(Scene scene) {
        IpAddress asked = scene.question().address();
        Integer port = scene.question().port();
        var model = scene.targetModel();
        if (asked == null || port == null || model == null || model.holding(asked) == null) {
            return asked;
        }
        Listeners listeners = Listeners.of(model, port, asked);
        IpAddress lost = null;
        for (Observation<Socket> seen : listeners.onPort()) {
            IpAddress bound = seen.fact().local().address();
            if (bound == null || bound.isAny() || bound.isLoopback() || model.holding(bound) != null) {
                return asked;
            }
            lost = bound;
        }
        return lost == null || lost.family() != asked.family() ? asked : lost;
    }

    private static @Nullable Observation<Socket> waiting(Leg leg, IpAddress address) {
        for (Observation<Socket> seen : leg.model().sockets()) {
            if (seen.fact().listening() && address.equals(seen.fact().local().address())) {
                return seen;
            }
        }
        return null;
    }

    /** An address of the host whose subnet holds the one that is missing. */
    private static @Nullable Observation<Address> beside(Leg leg, IpAddress address) {
        for (Observation<Address> seen : leg.model().addresses()) {
            if (seen.fact().prefix().length() > 0 && seen.fact().prefix().contains(address)) {
                return seen;
            }
        }
        return null;
    }
}
