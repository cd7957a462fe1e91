package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.Filters;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.model.Publication;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.ConnectAttempt;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.FirewallRule;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing listens on the port, or what does listens on another address or family only. */
final class ServiceAbsent implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        Integer port = scene.question().port();
        if (port == null) {
            return List.of();
        }
        boolean refused = scene.symptoms().any(ConnectAttempt.Outcome.REFUSED) || reset(scene, port) != null;
        // a closed port answers with a reset: where nothing came back, something else is wrong, unless the reset is
        // lost
        boolean silent = scene.symptoms().any(ConnectAttempt.Outcome.TIMED_OUT) && !refused && !isResetLost(scene);
        if (scene.symptoms().openedInVain() || isTalkingToItself(scene)) {
            return List.of();
        }
        HostModel model = scene.targetModel();
        if (model == null
                || model.sockets().isEmpty() && !Listeners.of(model, port, null).whole()) {
            return refused ? seenFromOutside(scene, port) : List.of();
        }
        Listeners listeners = Listeners.of(model, port, scene.question().address());
        if (silent
                || !listeners.serving().isEmpty()
                || !listeners.whole()
                || Listeners.isRedirected(model.host(), port)
                || Publication.of(model, scene.question().protocol(), port) != null
                || mayBeTurned(model, refused)) {
            return List.of();
        }
        return listeners.onPort().isEmpty()
                ? notListening(scene, model, port, refused)
                : boundElsewhere(scene, port, refused, listeners.onPort());
    }

    /** Whether the target's answers, resets among them, are known not to get out. */
    private static boolean isResetLost(Scene scene) {
        Leg reply = scene.reply();
        return reply != null
                && switch (reply.fate()) {
                    case Fate.Sent sent -> !sent.leaves();
                    case Fate.ToItself _, Fate.Discarded _, Fate.DiscardedByRule _, Fate.NoRoute _ -> true;
                    case Fate.ByUnseenDefault _, Fate.Undecided _ -> false;
                };
    }

    /**
     * Whether rules that nobody showed may lead the port elsewhere. A reset that the host sent while it was watched
     * says that they do not.
     */
    private static boolean mayBeTurned(HostModel model, boolean refused) {
        return Filters.mayTurnUnseen(model.host()) && !refused && model.moved("TcpOutRsts") == null;
    }

    /** The asker holds the target's address itself: whatever answered was not the target. */
    private static boolean isTalkingToItself(Scene scene) {
        return scene.request() != null && scene.request().fate() instanceof Fate.ToItself;
    }

    private static List<Finding> notListening(Scene scene, HostModel model, int port, boolean refused) {
        String host = scene.targetName();
        Draft draft = new Draft(
                CauseId.SERVICE_NOT_LISTENING,
                Direction.REQUEST,
                host,
                0.7,
                Phrase.of(Say.NOT_LISTENING_SUMMARY, host, port));
        draft.subject("port", port);
        Observation<?> listing = model.sockets().stream()
                .filter(seen -> seen.fact().listening())
                .findFirst()
                .orElse(null);
        if (listing == null) {
            listing = model.coverageOf(Coverage.Topic.LISTENERS).stream()
                    .findFirst()
                    .orElse(null);
        }
        draft.evidence(0.05, listing, Say.SHOWS_LISTING_WITHOUT, port);
        Observation<CounterChange> resets = model.moved("TcpOutRsts");
        if (resets != null) {
            draft.evidence(
                    0.1,
                    resets,
                    Say.SHOWS_MOVED,
                    resets.fact().by(),
                    resets.fact().name());
        }
        refusal(draft, scene, port, refused);
        startIt(draft, host, port);
        return draft.found();
    }

    private static void startIt(Draft draft, String host, int port) {
        draft.without(
                List.of("with a listener on *:" + port), Outcome.REACHABLE, Phrase.of(Say.WOULD_BE_ACCEPTED, port));
        String unit = unit(port);
        if (unit != null) {
            draft.remedy(
                    Phrase.of(Say.REMEDY_START_SERVICE, port, host),
                    List.of("systemctl status " + unit, "systemctl start " + unit),
                    List.of("systemctl stop " + unit),
                    List.of(),
                    false);
        } else {
            draft.remedy(
                    Phrase.of(Say.REMEDY_START_SERVICE, port, host),
                    List.of("systemctl --failed", "ss -ltnp"),
                    List.of(),
                    List.of(),
                    false);
        }
        draft.affects(Prefix.all(astray.facts.Family.INET));
    }

    private static @Nullable String unit(int port) {
        return switch (port) {
            case 22 -> "ssh";
            case 53 -> "named";
            case 3306 -> "mariadb";
            case 5432 -> "postgresql";
            case 6379 -> "redis-server";
            default -> null;
        };
    }

    private static List<Finding> boundElsewhere(
            Scene scene, int port, boolean refused, List<Observation<Socket>> onPort) {
        String host = scene.targetName();
        HostModel model = scene.targetModel();
        IpAddress only = onPort.getFirst().fact().local().address();
        if (model != null
                && only != null
                && !only.isAny()
                && !only.isLoopback()
                && model.shown(Coverage.Topic.ADDRESSES, only.family(), null)
                && model.holding(only) == null) {
            // what it waits on is missing: that is the fault
            return List.of();
        }
        Socket first = onPort.getFirst().fact();
        String zone = first.local().zone();
        String bound = zone == null ? first.local().where() : first.local().where() + "%" + zone;
        Object address =
                scene.question().address() == null ? host : scene.question().address();
        Draft draft = new Draft(
                CauseId.SERVICE_BOUND_ELSEWHERE,
                Direction.REQUEST,
                host,
                0.75,
                Phrase.of(Say.BOUND_SUMMARY, host, port, bound, address));
        draft.subject("port", port).subject("bound", bound);
        draft.evidence(0.1, onPort.getFirst(), Say.SHOWS_BOUND, bound, port);
        refusal(draft, scene, port, refused);
        draft.without(
                List.of("with the listener on " + address + ":" + port),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_BE_ACCEPTED, port));
        draft.remedy(
                Phrase.of(Say.REMEDY_BIND, address, port),
                List.of("ss -ltnp sport = :" + port),
                List.of(),
                List.of(Phrase.of(Say.EFFECT_OPENS_SERVICE, port)),
                true);
        IpAddress asked = scene.question().address();
        draft.affects(asked == null ? Prefix.all(astray.facts.Family.INET) : Prefix.host(asked));
        return draft.found();
    }

    /** Only the asker's side was seen, and a reset came back. */
    private static List<Finding> seenFromOutside(Scene scene, int port) {
        for (Observation<FirewallRule> seen : scene.book().of(FirewallRule.class)) {
            String rule = seen.fact().rule().toLowerCase(java.util.Locale.ROOT);
            // a reset may be a filter's: rules are not reasoned about yet, so nothing is claimed
            if (rule.contains("reject")) {
                return List.of();
            }
        }
        Leg request = scene.request();
        if (request != null && Filters.on(request.model().host()) == Filters.SOME && !isResetFromWire(request, port)) {
            // a filter of the asker's own may reset in the target's name
            return List.of();
        }
        Draft draft = new Draft(
                CauseId.SERVICE_NOT_LISTENING,
                Direction.REQUEST,
                scene.targetName(),
                0.6,
                Phrase.of(Say.NOT_LISTENING_SUMMARY, scene.targetName(), port));
        draft.subject("port", port);
        refusal(draft, scene, port, true);
        startIt(draft, scene.targetName(), port);
        return draft.found();
    }

    /** Whether a reset of the target's was seen to come in by an interface. */
    private static boolean isResetFromWire(Leg request, int port) {
        for (Observation<Frame> seen : request.wire().frames()) {
            Frame frame = seen.fact();
            if (frame.body() instanceof Frame.Tcp tcp
                    && tcp.resets()
                    && !"Out".equals(frame.direction())
                    && !"lo".equals(frame.dev())
                    && Integer.valueOf(port).equals(tcp.source().port())
                    && request.flow().destination().equals(tcp.source().address())) {
                return true;
            }
        }
        return false;
    }

    private static void refusal(Draft draft, Scene scene, int port, boolean refused) {
        if (!refused) {
            return;
        }
        for (Observation<ConnectAttempt> seen : scene.symptoms().attempts()) {
            if (seen.fact().outcome() == ConnectAttempt.Outcome.REFUSED) {
                draft.evidence(0.1, seen, Say.SHOWS_REFUSED, port);
                break;
            }
        }
        draft.evidence(0.08, reset(scene, port), Say.SHOWS_RESET, port);
    }

    /** A reset from the target's port, seen in a capture. */
    private static @Nullable Observation<Frame> reset(Scene scene, int port) {
        Observation<Frame> found = null;
        for (Observation<Frame> seen : scene.book().of(Frame.class)) {
            if (seen.fact().body() instanceof Frame.Tcp tcp
                    && Integer.valueOf(port).equals(tcp.source().port())
                    && scene.question().address() != null
                    && scene.question().address().equals(tcp.source().address())) {
                if (tcp.accepts()) {
                    // it was accepted first: not a closed port
                    return null;
                }
                found = tcp.resets() && found == null ? seen : found;
            }
        }
        return found;
    }
}
