package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Scene;
import astray.facts.ConnectAttempt;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name has no address, or a line in the hosts file leads it to another address than the name server does. */
final class NameWrong implements Cause {
    private static final String HOSTS = "/etc/hosts";
    private static final Set<String> SERVERS = Set.of("dig", "host", "nslookup", "dns");

    @Override
    public List<Finding> examine(Scene scene) {
        String name = scene.question().name();
        if (name == null) {
            return List.of();
        }
        Observation<NameMapping> line = mapping(scene, name, Set.of(HOSTS), null);
        Observation<NameMapping> served =
                line == null ? null : mapping(scene, name, SERVERS, line.fact().address());
        if (line != null
                && served != null
                && agreesNowhere(scene, name, line.fact().address())) {
            return wrongAddress(scene, name, line, served);
        }
        boolean unresolved = scene.symptoms().any(ConnectAttempt.Outcome.NAME_UNRESOLVED);
        return unresolved && mapping(scene, name, SERVERS, null) == null ? unresolved(scene, name) : List.of();
    }

    private static @Nullable Observation<NameMapping> mapping(
            Scene scene, String name, Set<String> sources, @Nullable IpAddress otherThan) {
        for (Observation<NameMapping> seen : scene.book().of(NameMapping.class)) {
            NameMapping mapping = seen.fact();
            if (mapping.name().equalsIgnoreCase(name)
                    && sources.contains(mapping.source())
                    && (otherThan == null
                            || otherThan.family() == mapping.address().family()
                                    && !otherThan.equals(mapping.address()))) {
                return seen;
            }
        }
        return null;
    }

    /** No name server gives the hosts file's address. */
    private static boolean agreesNowhere(Scene scene, String name, IpAddress address) {
        return scene.book().of(NameMapping.class).stream()
                .noneMatch(seen -> SERVERS.contains(seen.fact().source())
                        && seen.fact().name().equalsIgnoreCase(name)
                        && seen.fact().address().equals(address));
    }

    private static List<Finding> wrongAddress(
            Scene scene, String name, Observation<NameMapping> line, Observation<NameMapping> served) {
        IpAddress wrong = line.fact().address();
        Draft draft = new Draft(
                CauseId.NAME_WRONG_ADDRESS,
                Direction.REQUEST,
                host(scene, line),
                0.75,
                Phrase.of(Say.NAME_WRONG_SUMMARY, name, wrong, served.fact().address()));
        draft.subject("name", name).subject("address", wrong).subject("source", HOSTS);
        draft.evidence(0.1, line, Say.SHOWS_NAME_IS, name, wrong);
        draft.evidence(0.1, served, Say.SHOWS_NAME_IS, name, served.fact().address());
        draft.without(
                List.of("without " + line.origin().text()),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_RESOLVE, name, served.fact().address()));
        draft.remedy(
                Phrase.of(Say.REMEDY_HOSTS_LINE, name),
                List.of("sed -i.bak " + Shell.word("/[[:space:]]" + pattern(name) + "\\([[:space:]]\\|$\\)/d")
                        + " /etc/hosts"),
                List.of("mv /etc/hosts.bak /etc/hosts"),
                List.of(Phrase.of(Say.EFFECT_OTHER_NAMES)),
                true);
        draft.affects(Prefix.host(wrong));
        return draft.found();
    }

    private static List<Finding> unresolved(Scene scene, String name) {
        Observation<ConnectAttempt> seen = scene.symptoms().attempts().stream()
                .filter(a -> a.fact().outcome() == ConnectAttempt.Outcome.NAME_UNRESOLVED)
                .findFirst()
                .orElseThrow();
        Draft draft = new Draft(
                CauseId.NAME_UNRESOLVED,
                Direction.REQUEST,
                host(scene, seen),
                0.8,
                Phrase.of(Say.NAME_UNRESOLVED_SUMMARY, name));
        draft.subject("name", name);
        draft.evidence(0.1, seen, Say.SHOWS_ATTEMPT_FAILED);
        draft.without(
                List.of("with an address for " + name),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_RESOLVE_SOMEWHERE, name));
        draft.remedy(
                Phrase.of(Say.REMEDY_NAME, name),
                List.of("getent ahosts " + Shell.word(name), "cat /etc/resolv.conf"),
                List.of(),
                List.of(),
                true);
        return draft.found();
    }

    private static String host(Scene scene, Observation<?> seen) {
        return seen.origin().host() == null ? scene.askerName() : seen.origin().host();
    }

    /** The name and nothing that only looks like it, as a basic regular expression between slashes. */
    private static String pattern(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append("\\/.*[]^$".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return out.toString();
    }
}
