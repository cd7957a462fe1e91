package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Scene;
import astray.facts.ConnectAttempt;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection opens and comes to nothing: the service says nothing, or hangs up before a word. */
final class OpenedInVain implements Cause {
    /** So long a connection lies before it is one that nobody takes: a busy service takes a moment too. */
    private static final long NOBODY_TAKES_MILLIS = 1_000;

    @Override
    public List<Finding> examine(Scene scene) {
        Integer port = scene.question().port();
        Observation<ConnectAttempt> last = last(scene);
        if (last == null) {
            return port == null ? List.of() : seenOnTarget(scene, port);
        }
        Integer shown = port != null ? port : last.fact().port();
        if (shown == null) {
            return List.of();
        }
        boolean silent = last.fact().outcome() == ConnectAttempt.Outcome.SILENT;
        String host = scene.targetName();
        Draft draft = new Draft(
                silent ? CauseId.SERVICE_SILENT : CauseId.SERVICE_REFUSES_PEER,
                Direction.REPLY,
                host,
                0.7,
                Phrase.of(silent ? Say.SERVICE_SILENT_SUMMARY : Say.SERVICE_REFUSES_SUMMARY, host, shown));
        draft.subject("port", shown);
        draft.evidence(0.15, last, silent ? Say.SHOWS_OPENED_SILENT : Say.SHOWS_OPENED_CLOSED, shown);
        draft.without(
                List.of("with a first word from *:" + shown), Outcome.REACHABLE, Phrase.of(Say.WOULD_SPEAK, shown));
        draft.remedy(
                Phrase.of(silent ? Say.REMEDY_SERVICE_HANGS : Say.REMEDY_SERVICE_REFUSES, shown, host),
                List.of("ss -tnpo sport = :" + shown, log(shown)),
                List.of(),
                List.of(),
                true);
        IpAddress peer = scene.question().peer();
        draft.affects(silent || peer == null ? Prefix.all(family(scene)) : Prefix.host(peer));
        return draft.found();
    }

    /** On the target: connections wait to be accepted, and the peer gave up one that nobody takes. */
    private static List<Finding> seenOnTarget(Scene scene, int port) {
        HostModel model = scene.targetModel();
        IpAddress peer = scene.question().peer();
        if (model == null || peer == null || model.watch() == null) {
            return List.of();
        }
        Observation<Socket> queue = null;
        long most = 0;
        for (Observation<Socket> seen :
                Listeners.of(model, port, scene.question().address()).serving()) {
            Long waiting = seen.fact().receiveQueue();
            if (waiting != null && waiting > most) {
                queue = seen;
                most = waiting;
            }
        }
        Observation<Socket> left = null;
        for (Observation<Socket> seen : model.sockets()) {
            if (isLeftLying(seen.fact(), port, peer)) {
                left = seen;
            }
        }
        if (queue == null || left == null) {
            return List.of();
        }
        String host = scene.targetName();
        Draft draft = new Draft(
                CauseId.SERVICE_SILENT, Direction.REPLY, host, 0.6, Phrase.of(Say.SERVICE_SILENT_SUMMARY, host, port));
        draft.subject("port", port);
        draft.evidence(0.15, queue, Say.SHOWS_NOT_ACCEPTED, most, port);
        draft.evidence(0.1, left, Say.SHOWS_GAVE_UP, peer);
        draft.without(List.of("with a first word from *:" + port), Outcome.REACHABLE, Phrase.of(Say.WOULD_SPEAK, port));
        draft.remedy(
                Phrase.of(Say.REMEDY_SERVICE_HANGS, port, host),
                List.of("ss -tnpo sport = :" + port, log(port)),
                List.of(),
                List.of(),
                true);
        draft.affects(Prefix.all(scene.family()));
        return draft.found();
    }

    private static boolean isLeftLying(Socket socket, int port, IpAddress peer) {
        Socket.Progress progress = socket.progress();
        return "CLOSE_WAIT".equals(socket.state())
                && Integer.valueOf(port).equals(socket.local().port())
                && socket.remote() != null
                && peer.equals(socket.remote().address())
                && progress != null
                && progress.unaccepted()
                && progress.sinceAnswer() != null
                && progress.sinceAnswer() >= NOBODY_TAKES_MILLIS;
    }

    private static Family family(Scene scene) {
        return scene.question().address() == null ? Family.INET : scene.family();
    }

    private static String log(int port) {
        return port == 22 ? "journalctl -u ssh -n 50" : "journalctl -p warning -n 50";
    }

    /** The last try that opened a connection, when it was in vain and none got an answer after it. */
    private static @Nullable Observation<ConnectAttempt> last(Scene scene) {
        Observation<ConnectAttempt> last = null;
        for (Observation<ConnectAttempt> seen : scene.symptoms().attempts()) {
            switch (seen.fact().outcome()) {
                case SILENT, CLOSED, RESET -> last = seen;
                case CONNECTED -> last = seen.fact().banner() != null ? null : last;
                case TIMED_OUT, REFUSED, NO_ROUTE_TO_HOST, NETWORK_UNREACHABLE, NOT_PERMITTED, NAME_UNRESOLVED -> {}
            }
        }
        return last;
    }
}
