package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Scene;
import astray.facts.ConnectAttempt;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name's addresses of the family that is tried first cannot be reached, those of the other can: every connection
 * waits before it opens (RFC 6724, section 6; getaddrinfo(3)). That the own host lacks the family is no such fault:
 * it says so at once, and nobody waits.
 */
final class NamePrefersBrokenFamily implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        String name = scene.question().name();
        Observation<ConnectAttempt> works = scene.symptoms().success();
        Observation<ConnectAttempt> fails = scene.symptoms().brokenFamily();
        if (name == null || works == null || fails == null || works.fact().address() == null) {
            return List.of();
        }
        IpAddress dead = fails.fact().address();
        if (dead == null || isSecond(scene, fails, dead)) {
            return List.of();
        }
        String family = dead.family() == Family.INET6 ? "ipv6" : "ipv4";
        String host = fails.origin().host() == null
                ? scene.askerName()
                : fails.origin().host();
        Draft draft = new Draft(
                CauseId.NAME_PREFERS_BROKEN_FAMILY,
                Direction.REQUEST,
                host,
                0.7,
                Phrase.of(Say.FAMILY_SUMMARY, name, dead, works.fact().address()));
        draft.subject("name", name).subject("family", family);
        draft.evidence(0.1, fails, Say.SHOWS_FAMILY_FAILS, dead);
        draft.evidence(0.1, works, Say.SHOWS_FAMILY_WORKS, works.fact().address());
        draft.evidence(0.03, mapping(scene, name, dead), Say.SHOWS_NAME_IS, name, dead);
        draft.without(
                List.of("without " + dead + " for " + name),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_BE_TRIED_FIRST, works.fact().address()));
        Observation<NameMapping> line = mapping(scene, name, dead);
        if (line != null && line.fact().source().equals("/etc/hosts")) {
            draft.remedy(
                    Phrase.of(Say.REMEDY_FAMILY_LINE, name, dead),
                    List.of("sed -i.bak "
                            + Shell.word("/^" + dead.toString().replace(".", "\\.") + "[[:space:]]/d")
                            + " /etc/hosts"),
                    List.of("mv /etc/hosts.bak /etc/hosts"),
                    List.of(Phrase.of(Say.EFFECT_OTHER_NAMES)),
                    true);
        } else {
            draft.remedy(
                    Phrase.of(Say.REMEDY_FAMILY_ORDER, family, works.fact().address()),
                    List.of(
                            dead.family() == Family.INET6
                                    ? "echo 'precedence ::ffff:0:0/96 100' >> /etc/gai.conf"
                                    : "traceroute -n " + dead),
                    List.of("sed -i '\\,^precedence ::ffff:0:0/96 100$,d' /etc/gai.conf"),
                    List.of(Phrase.of(Say.EFFECT_ALL_NAMES)),
                    true);
        }
        draft.affects(Prefix.host(dead));
        return draft.found();
    }

    /** Whether the same client tried an address of the other family before it: then nobody waits for the dead one. */
    private static boolean isSecond(Scene scene, Observation<ConnectAttempt> fails, IpAddress dead) {
        for (Observation<ConnectAttempt> seen : scene.symptoms().attempts()) {
            IpAddress address = seen.fact().address();
            if (address != null
                    && seen.origin().block() == fails.origin().block()
                    && seen.origin().document().equals(fails.origin().document())
                    && seen.fact().tool().equals(fails.fact().tool())) {
                // each client tries in the order that the name service gives
                return address.family() != dead.family();
            }
        }
        return false;
    }

    private static @Nullable Observation<NameMapping> mapping(Scene scene, String name, IpAddress address) {
        Observation<NameMapping> found = null;
        for (Observation<NameMapping> seen : scene.book().of(NameMapping.class)) {
            if (seen.fact().name().equalsIgnoreCase(name)
                    && seen.fact().address().equals(address)
                    && (found == null || seen.fact().source().equals("/etc/hosts"))) {
                found = seen;
            }
        }
        return found;
    }
}
