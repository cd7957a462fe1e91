package astray.diagnosis.cause;

import astray.diagnosis.Direction;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.DockerNetwork;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * What mends a captured route. Only what takes the route away, or puts a narrower one before it, does: with the
 * containers stopped the route stays ({@code linkdown}), and with rp_filter off the reply still goes astray.
 */
final class CaptureRemedies {
    private CaptureRemedies() {}

    static void add(Draft draft, Scene scene, Leg leg, Fate.Sent sent, Owner owner, Fate otherwise) {
        if (otherwise instanceof Fate.Sent elsewhere && !elsewhere.leaves()) {
            // with the route gone the packet would still not get out: nothing is proven
            return;
        }
        Route route = sent.route().fact();
        if (owner.kind() == Owner.Kind.DOCKER) {
            docker(draft, scene, sent, owner);
        }
        if (otherwise instanceof Fate.Sent elsewhere && elsewhere.route().fact().via() != null) {
            narrower(draft, leg, elsewhere);
        }
        if (owner.kind() != Owner.Kind.DOCKER) {
            drop(draft, leg, sent, route);
        }
        Comparison comparison = Comparison.of(scene);
        if (comparison != null
                && leg.direction() == Direction.REPLY
                && Integer.valueOf(22).equals(scene.question().port())
                // ssh would take some names for options
                && Shell.isPlain(comparison.sibling())
                && Shell.isPlain(scene.targetName())) {
            draft.remedy(
                    Phrase.of(Say.REMEDY_JUMP, comparison.sibling()),
                    List.of("ssh -J " + comparison.sibling() + " " + scene.targetName()),
                    List.of(),
                    List.of(Phrase.of(Say.EFFECT_ONLY_SSH)),
                    true);
        }
    }

    private static void docker(Draft draft, Scene scene, Fate.Sent sent, Owner owner) {
        Prefix free = FreeRange.pick(scene);
        Route route = sent.route().fact();
        List<String> commands = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        List<Phrase> effects = new ArrayList<>();
        DockerNetwork network = owner.network() == null ? null : owner.network().fact();
        boolean compose =
                network != null && (network.project() != null || network.name().endsWith("_default"));
        if (network == null) {
            commands.add("docker network inspect " + Shell.word(Owner.dockerId(sent.dev())));
        }
        if (network == null || compose) {
            commands.add("docker compose down && docker compose up -d");
            effects.add(Phrase.of(Say.EFFECT_COMPOSE_RESTART));
        } else {
            commands.add("docker network rm " + Shell.word(network.name()));
            commands.add("docker network create --subnet " + free + " " + Shell.word(network.name()));
            undo.add("docker network rm " + Shell.word(network.name()));
            undo.add("docker network create --subnet " + route.destination() + " " + Shell.word(network.name()));
            effects.add(Phrase.of(Say.EFFECT_NETWORK_RECREATED));
        }
        Phrase what = network == null
                ? Phrase.of(Say.REMEDY_MOVE_DOCKER_UNKNOWN, free)
                : Phrase.of(compose ? Say.REMEDY_MOVE_DOCKER : Say.REMEDY_REMAKE_DOCKER, network.name(), free);
        draft.remedy(what, commands, undo, effects, true);
    }

    private static void narrower(Draft draft, Leg leg, Fate.Sent elsewhere) {
        String ip = InWords.ip(leg.family());
        String what = InWords.hostRoute(
                leg.flow().destination(),
                elsewhere.nextHop(),
                elsewhere.dev(),
                elsewhere.route().fact().table());
        draft.remedy(
                Phrase.of(Say.REMEDY_HOST_ROUTE, leg.flow().destination(), elsewhere.dev()),
                List.of(ip + " route add " + what),
                List.of(ip + " route del " + what),
                List.of(Phrase.of(Say.EFFECT_ONE_ADDRESS)),
                false);
    }

    private static void drop(Draft draft, Leg leg, Fate.Sent sent, Route route) {
        String ip = InWords.ip(leg.family());
        boolean connected = "kernel".equals(route.protocol()) && route.source() != null;
        String address = route.source() + "/" + route.destination().length() + " dev " + Shell.word(sent.dev());
        String what = connected ? " addr del " + address : " route del " + InWords.of(route);
        String back = connected ? " addr add " + address : " route add " + InWords.of(route);
        draft.remedy(
                Phrase.of(Say.REMEDY_DROP_ROUTE, route.destination(), sent.dev()),
                List.of(ip + what),
                List.of(ip + back),
                List.of(Phrase.of(Say.EFFECT_LOSES_PREFIX, route.destination(), sent.dev())),
                false);
    }
}
