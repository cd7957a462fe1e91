package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service does not accept the connections that wait for it, and there is no room for more: the kernel then drops
 * what would open another (tcp(7), listen(2); the queue is full when more wait than the backlog says).
 */
final class AcceptQueueFull implements Cause {
    private static final String OVERFLOWS = "TcpExtListenOverflows";
    private static final String DROPS = "TcpExtListenDrops";

    @Override
    public List<Finding> examine(Scene scene) {
        var model = scene.targetModel();
        Integer port = scene.question().port();
        if (model == null || port == null || scene.symptoms().success() != null) {
            return List.of();
        }
        Observation<Socket> full = null;
        boolean overflows = model.moved(OVERFLOWS) != null;
        for (Observation<Socket> seen :
                Listeners.of(model, port, scene.question().address()).serving()) {
            if (isFull(seen, overflows)) {
                full = seen;
            } else if (seen.fact().receiveQueue() != null) {
                // seen again later, or another listener of the same port: there is room
                full = full != null && sameListener(full, seen) ? null : full;
            }
        }
        Leg leg = scene.reply();
        if (full == null) {
            return List.of();
        }
        long waiting = full.fact().receiveQueue() == null ? 0 : full.fact().receiveQueue();
        Long backlog = backlog(full);
        String host = scene.targetName();
        Draft draft = new Draft(
                CauseId.ACCEPT_QUEUE_FULL,
                Direction.REQUEST,
                host,
                0.75,
                Phrase.of(Say.QUEUE_SUMMARY, host, port, waiting));
        draft.subject("port", port).subject("backlog", backlog);
        draft.evidence(0.1, full, Say.SHOWS_QUEUE, waiting, backlog == null ? "?" : backlog);
        if (leg != null) {
            Silence.counter(draft, leg, OVERFLOWS, 0.1);
            Silence.counter(draft, leg, DROPS, 0.03);
        }
        draft.evidence(0.03, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
        draft.without(
                List.of("with room for one more connection on *:" + port),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_BE_ACCEPTED, port));
        draft.remedy(
                Phrase.of(Say.REMEDY_QUEUE, port, host),
                List.of("ss -ltnp sport = :" + port, restart(full)),
                List.of(),
                List.of(Phrase.of(Say.EFFECT_CONNECTIONS_END, port)),
                true);
        IpAddress address = scene.question().address();
        draft.affects(Prefix.all(address == null ? astray.facts.Family.INET : address.family()));
        return draft.found();
    }

    private static boolean isFull(Observation<Socket> seen, boolean overflows) {
        Long waiting = seen.fact().receiveQueue();
        Long backlog = backlog(seen);
        if (waiting == null || waiting == 0) {
            return false;
        }
        return backlog == null ? overflows : waiting > backlog || overflows && waiting >= backlog;
    }

    /** netstat and lsof do not show the backlog of a listener: they have 0 in its place. */
    private static @Nullable Long backlog(Observation<Socket> seen) {
        Long shown = seen.fact().sendQueue();
        boolean told = seen.origin().source().startsWith("ss");
        return shown == null || shown == 0 && !told ? null : shown;
    }

    private static boolean sameListener(Observation<Socket> one, Observation<Socket> other) {
        return one.fact().local().equals(other.fact().local());
    }

    private static String restart(Observation<Socket> full) {
        for (Socket.User user : full.fact().users()) {
            if (user.pid() != null) {
                return "systemctl status " + user.pid();
            }
        }
        return "systemctl --failed";
    }
}
