package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.LogEntry;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IPv6 address that the kernel does not use, since another host has it (dadfailed), or since it has not been found
 * out whether one does (tentative; RFC 4862, section 5.4): nobody is answered for it, and nothing is sent from it.
 */
final class AddressDadFailed implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        if (scene.family() != Family.INET6) {
            return List.of();
        }
        Leg reply = scene.reply();
        IpAddress address = scene.question().address();
        Observation<Address> held =
                reply == null || address == null ? null : reply.model().holding(address);
        if (reply != null && held != null && isUnused(held.fact())) {
            return found(scene, reply, held, Direction.REQUEST);
        }
        IpAddress peer = scene.question().peer();
        if (reply != null && (address == null || address.isLinkLocal() && peer != null && !peer.isLinkLocal())) {
            // the host has no address by which such a peer could call it, unless it is the one that it does not use
            return source(scene, reply);
        }
        Leg request = scene.request();
        return request == null ? List.of() : source(scene, request);
    }

    /** All addresses by which the host could speak to the other end are unused. */
    private static List<Finding> source(Scene scene, Leg leg) {
        String dev = leg.fate() instanceof Fate.Sent sent ? sent.dev() : null;
        Observation<Address> unused = null;
        for (Observation<Address> seen : leg.model().addresses()) {
            Address own = seen.fact();
            if (own.address().family() != Family.INET6
                    || own.address().isLinkLocal()
                    || own.address().isLoopback()
                    || dev != null && !dev.equals(own.dev())) {
                continue;
            }
            if (!isUnused(own)) {
                return List.of();
            }
            unused = seen;
        }
        return unused == null ? List.of() : found(scene, leg, unused, Direction.REQUEST);
    }

    /** RFC 4429: an optimistic address is used though it is still tentative. */
    private static boolean isUnused(Address address) {
        return address.flags().contains("dadfailed")
                || address.flags().contains("tentative") && !address.flags().contains("optimistic");
    }

    private static List<Finding> found(Scene scene, Leg leg, Observation<Address> held, Direction direction) {
        Address address = held.fact();
        if (leg.model().isDown(address.dev()) || leg.model().hasNoCarrier(address.dev())) {
            // it cannot be found out on a link that is not up
            return List.of();
        }
        boolean failed = address.flags().contains("dadfailed");
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.ADDRESS_DAD_FAILED,
                direction,
                host,
                failed ? 0.85 : 0.6,
                Phrase.of(
                        failed ? Say.DAD_FAILED_SUMMARY : Say.DAD_TENTATIVE_SUMMARY,
                        address.address(),
                        address.dev(),
                        host));
        draft.subject("address", address.address()).subject("interface", address.dev());
        draft.evidence(0.05, held, failed ? Say.SHOWS_DAD_FAILED : Say.SHOWS_TENTATIVE, address.address());
        draft.evidence(0.1, logged(leg, address.address()), Say.SHOWS_DUPLICATE_LOGGED, address.address());
        draft.evidence(0.03, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
        String what = InWords.of(address) + " dev " + Shell.word(address.dev());
        draft.without(
                List.of("with " + address.address() + " not held by another host"),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_BE_USED, address.address()));
        draft.remedy(
                Phrase.of(Say.REMEDY_DAD_AGAIN, address.address()),
                List.of("ip -6 addr del " + what, "ip -6 addr add " + what),
                List.of(),
                List.of(Phrase.of(Say.EFFECT_ONLY_WHEN_ALONE, address.address())),
                false);
        draft.affects(Prefix.host(address.address()));
        return draft.found();
    }

    /** {@code IPv6: eth0: IPv6 duplicate address 2001:db8::5 used by 02:… detected!} */
    private static @Nullable Observation<LogEntry> logged(Leg leg, IpAddress address) {
        for (Observation<LogEntry> seen : leg.model().host().of(LogEntry.class)) {
            String message = seen.fact().message();
            if (message.contains("duplicate address") && message.contains(address.toString())) {
                return seen;
            }
        }
        return null;
    }
}
