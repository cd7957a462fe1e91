package astray.diagnosis.outline;

import astray.diagnosis.CauseId;
import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Frame;
import astray.facts.Hop;
import astray.facts.Observation;
import astray.facts.Socket;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The usual suspects that were examined, with the evidence that excludes them. */
public final class Exclusions {
    private Exclusions() {}

    /** Finds them. */
    public static List<Verdict.RuledOut> of(Scene scene, List<Finding> findings) {
        List<Verdict.RuledOut> out = new ArrayList<>();
        Leg reply = scene.reply();
        if (reply != null) {
            service(scene, reply, out);
            link(scene, reply, out);
            route(reply, out);
        }
        path(scene, out);
        out.removeIf(r -> findings.stream().anyMatch(f -> f.id() == r.id()));
        return out;
    }

    private static void service(Scene scene, Leg reply, List<Verdict.RuledOut> out) {
        Integer port = scene.question().port();
        if (port == null) {
            return;
        }
        for (Observation<Socket> seen : reply.model().sockets()) {
            Socket socket = seen.fact();
            if (socket.listening()
                    && port.equals(socket.local().port())
                    && (socket.local().wildcard()
                            || socket.local().address() != null
                                    && socket.local()
                                            .address()
                                            .equals(scene.question().address()))) {
                out.add(new Verdict.RuledOut(
                        CauseId.SERVICE_NOT_LISTENING,
                        Phrase.of(Say.EXCLUDED_LISTENS, scene.nameOf(reply), port),
                        List.of(Evidence.of(seen))));
                return;
            }
        }
        Observation<Frame> answer = answerToOthers(reply, port);
        if (answer != null) {
            out.add(new Verdict.RuledOut(
                    CauseId.SERVICE_NOT_LISTENING,
                    Phrase.of(Say.EXCLUDED_ANSWERS_OTHERS, port, scene.nameOf(reply)),
                    List.of(Evidence.of(answer))));
        }
    }

    /** A segment with data that leaves the port for somebody else. */
    private static @Nullable Observation<Frame> answerToOthers(Leg reply, int port) {
        for (Observation<Frame> seen : reply.wire().frames()) {
            if (seen.fact().body() instanceof Frame.Tcp tcp
                    && Integer.valueOf(port).equals(tcp.source().port())
                    && tcp.length() != null
                    && tcp.length() > 0
                    && !reply.flow().destination().equals(tcp.destination().address())) {
                return seen;
            }
        }
        return null;
    }

    private static void link(Scene scene, Leg reply, List<Verdict.RuledOut> out) {
        String dev = reply.sourceDev();
        var link = reply.model().link(dev);
        if (dev != null
                && link != null
                && Boolean.TRUE.equals(link.fact().adminUp())
                && Boolean.TRUE.equals(link.fact().carrier())) {
            out.add(new Verdict.RuledOut(
                    CauseId.LINK_ADMIN_DOWN,
                    Phrase.of(Say.EXCLUDED_LINK_UP, dev, scene.nameOf(reply)),
                    List.of(Evidence.of(link))));
        }
    }

    private static void route(Leg reply, List<Verdict.RuledOut> out) {
        if (reply.fate() instanceof Fate.Sent sent && sent.leaves() && sent.sure()) {
            Grounds<?> grounds = sent.route();
            out.add(new Verdict.RuledOut(
                    CauseId.ROUTE_MISSING,
                    Phrase.of(Say.EXCLUDED_ROUTE, reply.flow().destination(), sent.dev()),
                    grounds.shown() == null ? List.of() : List.of(Evidence.of(grounds.shown()))));
        }
    }

    /** Another host on the target's LAN answers over the same hops. */
    private static void path(Scene scene, List<Verdict.RuledOut> out) {
        for (Observation<Trace> silent : scene.symptoms().traces()) {
            Hop last = silent.fact().lastAnswered();
            for (Observation<Trace> other : scene.book().of(Trace.class)) {
                if (!silent.fact().reached()
                        && other.fact().reached()
                        && last != null
                        && last.address() != null
                        && other.fact().hops().stream()
                                .anyMatch(h -> last.address().equals(h.address()))) {
                    out.add(new Verdict.RuledOut(
                            CauseId.PATH_SILENT_BEYOND,
                            Phrase.of(
                                    Say.EXCLUDED_PATH,
                                    other.fact().target() == null
                                            ? "?"
                                            : other.fact().target(),
                                    last.address()),
                            List.of(Evidence.of(other))));
                    return;
                }
            }
        }
    }
}
