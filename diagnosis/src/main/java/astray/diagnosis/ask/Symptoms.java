package astray.diagnosis.ask;

import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.book.Host;
import astray.facts.ConnectAttempt;
import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Socket;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the tries of the asker came to: connections, pings and traces towards the target.
 *
 * @param attempts connections tried, as the host makes them by itself
 * @param detours connections tried again from another own address than the one that is used unasked
 * @param pings echo requests
 * @param traces traced paths
 * @param sessions open connections between the two
 * @param halfOpen connections that the asker began and the target answered, whose answer nobody acknowledged
 * @param handshakes the segments by which the asker acknowledged an answer of the target, in a capture on the target
 * @param retries connections that the asker tried in vain again and again, as a capture on the target shows them
 * @param echoes echo requests of the target that the asker answered: both ways work, whatever becomes of the service
 */
public record Symptoms(
        List<Observation<ConnectAttempt>> attempts,
        List<Observation<ConnectAttempt>> detours,
        List<Observation<Ping>> pings,
        List<Observation<Trace>> traces,
        List<Observation<Socket>> sessions,
        List<Observation<Socket>> halfOpen,
        List<Observation<Frame>> handshakes,
        List<Retry> retries,
        List<Observation<Ping>> echoes) {

    private static final double SLOW_MS = 500;

    /** Gathers them. */
    static Symptoms of(
            Casebook book,
            Cast cast,
            @Nullable IpAddress address,
            @Nullable String name,
            @Nullable Integer port,
            @Nullable Host target,
            @Nullable IpAddress peer) {
        List<Observation<ConnectAttempt>> attempts = new ArrayList<>();
        for (Observation<ConnectAttempt> seen : book.of(ConnectAttempt.class)) {
            ConnectAttempt attempt = seen.fact();
            if (towards(attempt.target(), attempt.address(), address, name, target)
                    && (port == null || attempt.port() == null || port.equals(attempt.port()))
                    && !isOn(cast, seen, target)) {
                attempts.add(seen);
            }
        }
        List<Observation<ConnectAttempt>> detours =
                attempts.stream().filter(seen -> isDetour(attempts, seen)).toList();
        attempts.removeAll(detours);
        List<Observation<Ping>> pings = book.of(Ping.class).stream()
                .filter(seen -> towards(seen.fact().target(), seen.fact().address(), address, name, target)
                        && !isOn(cast, seen, target))
                .toList();
        List<Observation<Trace>> traces = book.of(Trace.class).stream()
                .filter(seen -> towards(seen.fact().target(), seen.fact().address(), address, name, target)
                        && !isOn(cast, seen, target))
                .toList();
        List<Observation<Socket>> sessions = new ArrayList<>();
        List<Observation<Socket>> halfOpen = new ArrayList<>();
        List<Observation<Frame>> handshakes = List.of();
        List<Retry> retries = List.of();
        List<Observation<Ping>> echoes = List.of();
        if (peer != null && target != null) {
            for (Observation<Socket> seen : target.of(Socket.class)) {
                Socket socket = seen.fact();
                Endpoint remote = socket.remote();
                if (remote != null
                        && peer.equals(remote.address())
                        && (port == null || port.equals(socket.local().port()))) {
                    // an old connection stays open when the way is cut: only one that is answered tells
                    if (socket.established()
                            && (socket.progress() == null || socket.progress().answered())) {
                        sessions.add(seen);
                    } else if (socket.halfOpen()) {
                        halfOpen.add(seen);
                    }
                }
            }
            List<Observation<Frame>> frames = target.of(Frame.class);
            handshakes = Handshakes.of(frames, peer, port);
            retries = Retry.of(frames, Handshakes.openedBy(handshakes), peer, port);
            echoes = target.of(Ping.class).stream()
                    .filter(p -> peer.equals(p.fact().address())
                            && !lost(p.fact())
                            && p.fact().received() != null)
                    .toList();
        }
        return new Symptoms(attempts, detours, pings, traces, sessions, halfOpen, handshakes, retries, echoes);
    }

    private static boolean isOn(Cast cast, Observation<?> seen, @Nullable Host target) {
        return target != null && seen.origin().host() != null && cast.of(seen) == target;
    }

    private static boolean towards(
            @Nullable String word,
            @Nullable IpAddress tried,
            @Nullable IpAddress address,
            @Nullable String name,
            @Nullable Host target) {
        if (tried != null && address != null && tried.equals(address)) {
            return true;
        }
        if (word == null) {
            return tried == null;
        }
        IpAddress literal = IpAddress.parse(word);
        if (literal != null) {
            return literal.equals(address) || target != null && target.is(literal);
        }
        return Objects.equals(word, name) || target != null && target.is(word);
    }

    /** The last try that opened a connection and got an answer. */
    public @Nullable Observation<ConnectAttempt> success() {
        return last(ConnectAttempt.Outcome.CONNECTED);
    }

    private @Nullable Observation<ConnectAttempt> last(ConnectAttempt.Outcome outcome) {
        return attempts.reversed().stream()
                .filter(a -> a.fact().outcome() == outcome)
                .findFirst()
                .orElse(null);
    }

    /** The last try that did not open a connection, or opened one in vain. */
    public @Nullable Observation<ConnectAttempt> failure() {
        return attempts.reversed().stream()
                .filter(a -> a.fact().outcome() != ConnectAttempt.Outcome.CONNECTED)
                .findFirst()
                .orElse(null);
    }

    /** Whether any try ended so. */
    public boolean any(ConnectAttempt.Outcome... outcomes) {
        return attempts.stream()
                .anyMatch(a -> List.of(outcomes).contains(a.fact().outcome()));
    }

    /** Whether a connection opened and then came to nothing. */
    public boolean openedInVain() {
        return any(ConnectAttempt.Outcome.SILENT, ConnectAttempt.Outcome.CLOSED, ConnectAttempt.Outcome.RESET);
    }

    /** Whether it works: a connection opened or is open, and none failed in the same family later. */
    public boolean works() {
        return !openedInVain()
                && (!sessions.isEmpty()
                        || !handshakes.isEmpty() && halfOpen.isEmpty()
                        || success() != null && !failedAfterSuccess());
    }

    /** Whether packets were seen to get there and back at all, whatever becomes of the service. */
    public boolean passes() {
        return works() || !echoes.isEmpty() && !fails();
    }

    private boolean failedAfterSuccess() {
        Observation<ConnectAttempt> success = success();
        if (success == null) {
            return false;
        }
        for (Observation<ConnectAttempt> seen : attempts.subList(attempts.indexOf(success), attempts.size())) {
            boolean otherFamily = family(seen) != null && family(success) != null && family(seen) != family(success);
            if (seen.fact().outcome() != ConnectAttempt.Outcome.CONNECTED && !otherFamily) {
                return true;
            }
        }
        return false;
    }

    /** The tries again from other own addresses than the one that is used unasked. */
    private static boolean isDetour(List<Observation<ConnectAttempt>> attempts, Observation<ConnectAttempt> seen) {
        ConnectAttempt attempt = seen.fact();
        for (Observation<ConnectAttempt> earlier : attempts) {
            ConnectAttempt first = earlier.fact();
            if (first.source() != null && Objects.equals(first.address(), attempt.address())) {
                return attempt.source() != null && !attempt.source().equals(first.source());
            }
        }
        return false;
    }

    /** Whether something of it failed: a connection, all pings, or a trace that never arrived. */
    public boolean fails() {
        return failure() != null
                || !halfOpen.isEmpty() && sessions.isEmpty()
                || !retries.isEmpty() && sessions.isEmpty() && handshakes.isEmpty()
                || pings.stream().anyMatch(p -> lost(p.fact()))
                || traces.stream().anyMatch(t -> !t.fact().reached());
    }

    /** Whether no answer to a ping came. */
    public static boolean lost(Ping ping) {
        return Integer.valueOf(0).equals(ping.received());
    }

    /** A ping that lost some but not all, took very long, or met a smaller MTU: it works, but badly. */
    public @Nullable Observation<Ping> badPing() {
        for (Observation<Ping> seen : pings) {
            Ping ping = seen.fact();
            boolean lossy = ping.lossPercent() != null && ping.lossPercent() > 0 && ping.lossPercent() < 100;
            boolean slow = ping.averageMs() != null && ping.averageMs() >= SLOW_MS;
            if (lossy || slow) {
                return seen;
            }
        }
        boolean answered = pings.stream()
                .anyMatch(p -> p.fact().received() != null && p.fact().received() > 0);
        for (Observation<Ping> seen : pings) {
            // some sizes pass and others do not
            if (answered && lost(seen.fact()) && seen.origin().text().contains("bytes of data")) {
                return seen;
            }
        }
        return null;
    }

    /** Whether a connection failed in one family and opened in the other. */
    public boolean oneFamilyFails() {
        return brokenFamily() != null;
    }

    /**
     * A try that failed in a family in which none opened, while one opened in the other. That the own host has no
     * address or route of a family is no fault of the way: the client is told so at once and takes the other.
     */
    public @Nullable Observation<ConnectAttempt> brokenFamily() {
        for (Observation<ConnectAttempt> seen : attempts) {
            Family family = family(seen);
            boolean lacked = seen.fact().outcome() == ConnectAttempt.Outcome.NETWORK_UNREACHABLE
                    && seen.fact().errorFrom() == null;
            if (family == null || lacked || seen.fact().outcome() == ConnectAttempt.Outcome.CONNECTED) {
                continue;
            }
            boolean opened = false;
            boolean otherOpened = false;
            for (Observation<ConnectAttempt> other : attempts) {
                if (other.fact().outcome() == ConnectAttempt.Outcome.CONNECTED && family(other) != null) {
                    opened |= family(other) == family;
                    otherOpened |= family(other) != family;
                }
            }
            if (!opened && otherOpened) {
                return seen;
            }
        }
        return null;
    }

    private static @Nullable Family family(@Nullable Observation<ConnectAttempt> seen) {
        return seen == null || seen.fact().address() == null
                ? null
                : seen.fact().address().family();
    }
}
