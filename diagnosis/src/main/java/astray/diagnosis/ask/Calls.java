package astray.diagnosis.ask;

import astray.diagnosis.Say;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.book.Host;
import astray.diagnosis.wire.Wire;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who calls whom, as captures show it: where nobody said it, that is the question. */
final class Calls {
    private static final int TRIED_AGAIN = 6;

    private final Casebook book;
    private final Cast cast;

    Calls(Casebook book, Cast cast) {
        this.book = book;
        this.cast = cast;
    }

    /** Whom captures show connections to come in for: first of all those that were tried in vain. */
    void targets(Suspects suspects, @Nullable IpAddress peer) {
        for (Retry retry : retries()) {
            target(suspects, retry.first(), TRIED_AGAIN, peer);
        }
        for (Observation<Frame> seen : book.of(Frame.class)) {
            boolean in = "In".equals(seen.fact().direction());
            if (in && seen.fact().body() instanceof Frame.Tcp tcp && tcp.opens()) {
                target(suspects, seen, QuestionFinder.SEGMENT_IN, peer);
            }
        }
    }

    private static void target(Suspects suspects, Observation<Frame> seen, int weight, @Nullable IpAddress peer) {
        if (seen.fact().body() instanceof Frame.Tcp tcp
                && tcp.destination().address() != null
                && (peer == null || peer.equals(tcp.source().address()))) {
            suspects.add(tcp.destination().address(), weight, Say.REASON_SEGMENT_TO, seen);
        }
    }

    /** Connections that came in again and again, on any host, whoever tried. */
    private List<Retry> retries() {
        List<Retry> retries = new ArrayList<>();
        for (Host host : cast.hosts()) {
            retries.addAll(Retry.incoming(host.of(Frame.class)));
        }
        retries.addAll(Retry.incoming(cast.nameless().of(Frame.class)));
        return retries;
    }

    /** Who tried in vain, again and again, to open a connection to an address. */
    void askers(Suspects suspects, @Nullable IpAddress address) {
        for (Retry retry : retries()) {
            if (retry.first().fact().body() instanceof Frame.Tcp tcp
                    && tcp.source().address() != null
                    && Objects.equals(address, tcp.destination().address())) {
                suspects.add(tcp.source().address(), TRIED_AGAIN, Say.REASON_TRIED_AGAIN, retry.first());
            }
        }
    }

    /** The one host on which captures show packets for the address to come in, and not to go on. */
    @Nullable
    Host heardBy(@Nullable IpAddress address) {
        Host only = null;
        List<Host> all = new ArrayList<>(cast.hosts());
        all.add(cast.nameless());
        for (Host host : all) {
            boolean in = false;
            boolean out = false;
            for (Observation<Frame> seen : host.of(Frame.class)) {
                boolean to = address != null && address.equals(Wire.destinationOf(seen.fact()));
                in |= to && "In".equals(seen.fact().direction());
                out |= to && "Out".equals(seen.fact().direction());
            }
            if (in && !out && only != null) {
                return null;
            }
            only = in && !out ? host : only;
        }
        return only;
    }

    /** What captures show a host to send to the address, or to ask on a link in order to. */
    List<Observation<Frame>> to(@Nullable IpAddress address) {
        List<Observation<Frame>> sent = new ArrayList<>();
        if (address == null) {
            return sent;
        }
        for (Observation<Frame> seen : book.of(Frame.class)) {
            boolean out = "Out".equals(seen.fact().direction());
            boolean opens = seen.fact().body() instanceof Frame.Tcp tcp
                    && tcp.opens()
                    && address.equals(tcp.destination().address());
            boolean asks = seen.fact().body() instanceof Frame.Resolution ask
                    && !ask.reply()
                    && address.equals(ask.about().address());
            // a router sends on what came in
            boolean own = opens || asks && !cameIn(cast.of(seen), address);
            if (out && own && (!opens || cast.of(seen).held().contains(Wire.sourceOf(seen.fact())))) {
                sent.add(seen);
            }
        }
        return sent;
    }

    private static boolean cameIn(Host host, IpAddress address) {
        return host.of(Frame.class).stream()
                .anyMatch(seen ->
                        "In".equals(seen.fact().direction()) && address.equals(Wire.destinationOf(seen.fact())));
    }

    /** The port that a captured segment of the peer asks for. */
    static @Nullable Integer port(Frame frame, @Nullable IpAddress address, @Nullable IpAddress peer) {
        return frame.body() instanceof Frame.Tcp tcp
                        && tcp.opens()
                        && peer != null
                        && peer.equals(tcp.source().address())
                        && Objects.equals(address, tcp.destination().address())
                ? tcp.destination().port()
                : null;
    }
}
