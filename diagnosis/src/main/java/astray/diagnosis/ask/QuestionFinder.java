package astray.diagnosis.ask;

import astray.diagnosis.Asked;
import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.book.Host;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.wire.Asking;
import astray.diagnosis.wire.Wire;
import astray.facts.Address;
import astray.facts.ConnectAttempt;
import astray.facts.Coverage;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Socket;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is asked: what the user said first, then what the text says of it, then what its evidence is about.
 * Whatever is inferred is said to be, with what it was inferred from.
 */
public final class QuestionFinder {
    private static final int MENTIONED = 6;
    private static final int FAILED_CONNECT = 5;
    private static final int FAILED_OTHER = 3;
    private static final int ASKED_FOR = 4;
    static final int SEGMENT_IN = 4;
    private static final int HELD_BY_ASKER = 5;
    private static final int SESSION = 2;
    private static final int LOOKED_UP = 3;

    private final Casebook book;
    private final Cast cast;
    private final Asked asked;
    private final Calls calls;
    private final List<Question.Inference> inferences = new ArrayList<>();

    /** Looks for the question in a case. */
    public QuestionFinder(Casebook book, Cast cast, Asked asked) {
        this.book = book;
        this.cast = cast;
        this.asked = asked;
        calls = new Calls(book, cast);
    }

    /** Finds it. */
    public Situation find() {
        if (asked.live() != null) {
            return live(asked.live());
        }
        String name = null;
        IpAddress address;
        if (asked.target() != null) {
            address = cast.addressOf(asked.target());
            name = IpAddress.parse(asked.target()) == null ? asked.target() : null;
        } else {
            address = inferTarget();
        }
        if (address == null && name == null) {
            name = triedName();
        }
        Host target = target(address, name);
        Host asker = asker(address, name, target);
        if (target == null && address == null && name == null) {
            target = theOnlyOneSeen(asker);
        }
        if (address == null && target != null) {
            address = target.address();
        }
        IpAddress peer = asked.peer() != null ? asked.peer() : inferPeer(asker, target, address);
        if (asker == null && peer != null) {
            Host holder = cast.holding(peer);
            asker = holder == target ? null : holder;
        }
        if (name == null && target != null && !target.names().isEmpty()) {
            name = target.names().getFirst();
        }
        Integer port = asked.port() != null ? asked.port() : inferPort(address, name, target, peer);
        Symptoms symptoms = Symptoms.of(book, cast, address, name, port, target, peer);
        boolean from = asked.peer() != null || target != null && hasState(target) && peer != null;
        String peerName = asker == null || asker == target || asker.names().isEmpty()
                ? null
                : asker.names().getFirst();
        Question question = new Question(from ? "from" : "to", peer, peerName, address, name, "tcp", port, inferences);
        return new Situation(question, asker, target, symptoms);
    }

    /** On a live host nothing need be inferred: one end is here, and the other was given. */
    private Situation live(Asked.Live live) {
        Host here = cast.named(live.host());
        IpAddress peer = live.asks() ? live.own() : live.other();
        IpAddress address = live.asks() ? live.other() : live.own();
        Host asker = live.asks() ? here : null;
        Host target = live.asks() ? null : here;
        String name = live.asks() ? nameIn(asked.target()) : live.host();
        String peerName = live.asks() ? live.host() : nameIn(asked.target());
        Symptoms symptoms = Symptoms.of(book, cast, address, name, asked.port(), target, peer);
        Question question = new Question(
                live.asks() ? "to" : "from", peer, peerName, address, name, "tcp", asked.port(), inferences);
        return new Situation(question, asker, target, symptoms);
    }

    private static @Nullable String nameIn(@Nullable String words) {
        return words == null || IpAddress.parse(words) != null ? null : words;
    }

    // -- the target ------------------------------------------------------------------------------------------

    private @Nullable IpAddress inferTarget() {
        Suspects suspects = new Suspects();
        for (Observation<Mention> seen : book.of(Mention.class)) {
            Mention mention = seen.fact();
            if (mention.role() == Mention.Role.TARGET) {
                IpAddress address = mention.address() != null
                        ? mention.address()
                        : mention.name() == null ? null : cast.addressOf(mention.name());
                if (address != null) {
                    suspects.add(address, MENTIONED, Say.REASON_WORDS, seen);
                }
            }
        }
        for (Observation<ConnectAttempt> seen : book.of(ConnectAttempt.class)) {
            ConnectAttempt attempt = seen.fact();
            int weight = attempt.outcome() == ConnectAttempt.Outcome.CONNECTED ? 1 : FAILED_CONNECT;
            tried(suspects, attempt.target(), attempt.address(), weight, Say.REASON_CONNECT, seen);
        }
        for (Observation<Ping> seen : book.of(Ping.class)) {
            int weight = Symptoms.lost(seen.fact()) ? FAILED_OTHER : 1;
            tried(suspects, seen.fact().target(), seen.fact().address(), weight, Say.REASON_PING, seen);
        }
        for (Observation<Trace> seen : book.of(Trace.class)) {
            int weight = seen.fact().reached() ? 1 : FAILED_OTHER;
            tried(suspects, seen.fact().target(), seen.fact().address(), weight, Say.REASON_TRACE, seen);
        }
        IpAddress best = suspects.best();
        if (best == null) {
            calls.targets(suspects, asked.peer());
            best = suspects.best();
        }
        if (best != null) {
            inferences.add(suspects.inference("address", best));
        }
        return best;
    }

    private void tried(
            Suspects suspects,
            @Nullable String word,
            @Nullable IpAddress address,
            int weight,
            Say reason,
            Observation<?> seen) {
        IpAddress tried = address != null ? address : word == null ? null : cast.addressOf(word);
        // what is typed on a host towards the peer asks about the way back
        if (tried != null && !tried.equals(asked.peer())) {
            suspects.add(tried, weight, reason, seen);
        }
    }

    /** The name of a target whose address nothing tells. */
    private @Nullable String triedName() {
        for (Observation<Mention> seen : book.of(Mention.class)) {
            if (seen.fact().role() == Mention.Role.TARGET && seen.fact().name() != null) {
                return seen.fact().name();
            }
        }
        for (Observation<ConnectAttempt> seen : book.of(ConnectAttempt.class)) {
            if (seen.fact().target() != null) {
                return seen.fact().target();
            }
        }
        return null;
    }

    private @Nullable Host target(@Nullable IpAddress address, @Nullable String name) {
        Host host = address == null ? null : cast.holding(address);
        if (host != null && triesTowards(host, address)) {
            // it is the asker that holds the target's address: that will be the finding
            host = null;
        }
        if (host == null && name != null) {
            host = cast.named(name);
        }
        if (host == null || host.held().isEmpty()) {
            // a name may be said without its address: "cannot reach server, 10.2.0.5 port 22"
            for (Observation<Mention> seen : book.of(Mention.class)) {
                Mention mention = seen.fact();
                if (mention.role() == Mention.Role.TARGET && mention.name() != null) {
                    Host named = cast.named(mention.name());
                    if (named != null && hasState(named)) {
                        return named;
                    }
                }
            }
        }
        if (host == null || !hasState(host)) {
            Host only = hostThatWaitsFor(address);
            return only != null ? only : host;
        }
        return host;
    }

    /** The host with a socket bound to the address, though it does not hold it; or the only one seen beside the asker. */
    private @Nullable Host hostThatWaitsFor(@Nullable IpAddress address) {
        for (Host host : cast.hosts()) {
            for (Observation<Socket> seen : host.of(Socket.class)) {
                if (address != null && address.equals(seen.fact().local().address())) {
                    return host;
                }
            }
        }
        Host hearing = calls.heardBy(address);
        if (hearing != null || asked.peer() == null) {
            return hearing;
        }
        Host only = null;
        for (Host host : cast.hosts()) {
            if (hasState(host) && !triesTowards(host, address) && !host.is(asked.peer())) {
                if (only != null) {
                    return null;
                }
                only = host;
            }
        }
        return only;
    }

    private boolean triesTowards(Host host, @Nullable IpAddress address) {
        return address != null
                && (host.of(ConnectAttempt.class).stream()
                                .anyMatch(a -> address.equals(a.fact().address()))
                        || host.of(Ping.class).stream()
                                .anyMatch(p -> address.equals(p.fact().address())));
    }

    private @Nullable Host theOnlyOneSeen(@Nullable Host asker) {
        List<Host> seen = new ArrayList<>();
        for (Host host : cast.hosts()) {
            if (host != asker && hasState(host)) {
                seen.add(host);
            }
        }
        if (seen.isEmpty() && hasState(cast.nameless()) && asker != cast.nameless()) {
            seen.add(cast.nameless());
        }
        return seen.size() == 1 ? seen.getFirst() : null;
    }

    private static boolean hasState(Host host) {
        return !host.of(Address.class).isEmpty()
                || !host.of(Route.class).isEmpty()
                || !host.of(Socket.class).isEmpty()
                || !host.of(Frame.class).isEmpty();
    }

    // -- the asker -------------------------------------------------------------------------------------------

    private @Nullable Host asker(@Nullable IpAddress address, @Nullable String name, @Nullable Host target) {
        if (asked.peer() != null) {
            Host host = cast.holding(asked.peer());
            if (host != null && host != target) {
                return host;
            }
        }
        for (Observation<Mention> seen : book.of(Mention.class)) {
            Mention mention = seen.fact();
            if (mention.role() == Mention.Role.ASKER && mention.name() != null) {
                Host host = cast.named(mention.name());
                if (host != null && host != target) {
                    return host;
                }
            }
        }
        Symptoms tries = Symptoms.of(book, cast, address, name, null, target, null);
        Host host = where(tries.attempts(), target);
        host = host != null ? host : where(tries.pings(), target);
        host = host != null ? host : where(tries.traces(), target);
        return host != null ? host : where(calls.to(address), target);
    }

    private @Nullable Host where(List<? extends Observation<? extends Fact>> tries, @Nullable Host target) {
        for (Observation<?> seen : tries) {
            Host host = cast.of(seen);
            if (host != target) {
                return host;
            }
        }
        return null;
    }

    private @Nullable IpAddress inferPeer(@Nullable Host asker, @Nullable Host target, @Nullable IpAddress address) {
        Suspects suspects = new Suspects();
        for (Observation<Mention> seen : book.of(Mention.class)) {
            Mention mention = seen.fact();
            if (mention.role() == Mention.Role.ASKER && mention.address() != null) {
                suspects.add(mention.address(), MENTIONED, Say.REASON_WORDS, seen);
            }
        }
        if (asker != null && asker != target) {
            for (Observation<Address> seen : asker.of(Address.class)) {
                IpAddress held = seen.fact().address();
                if (!held.isLinkLocal() && (address == null || held.family() == address.family())) {
                    suspects.add(held, HELD_BY_ASKER, Say.REASON_HELD, seen);
                }
            }
            for (Observation<Mention> seen : asker.of(Mention.class)) {
                // "hostname -I" names the host's addresses and no interfaces
                IpAddress held = seen.fact().address();
                if (held != null
                        && asker.held().contains(held)
                        && !held.isLinkLocal()
                        && (address == null || held.family() == address.family())) {
                    suspects.add(held, HELD_BY_ASKER, Say.REASON_HELD, seen);
                }
            }
        }
        if (target != null) {
            Wire wire = new Wire(book, target, new HostModel(target), address);
            for (Asking asking : wire.askings()) {
                if (!asking.answered() && !isGateway(target, asking.about())) {
                    suspects.add(
                            asking.about(),
                            ASKED_FOR,
                            Say.REASON_ASKED_FOR,
                            asking.requests().getFirst());
                }
            }
            for (Observation<Frame> seen : wire.frames()) {
                if (seen.fact().body() instanceof Frame.Tcp tcp
                        && tcp.opens()
                        && tcp.source().address() != null
                        && tcp.destination().address() != null
                        && tcp.destination().address().equals(address)) {
                    suspects.add(tcp.source().address(), SEGMENT_IN, Say.REASON_SEGMENT, seen);
                }
            }
        }
        calls.askers(suspects, address);
        if (target != null) {
            for (Observation<RouteLookup> seen : target.of(RouteLookup.class)) {
                IpAddress looked = seen.fact().destination();
                if (looked != null && !looked.equals(address) && !target.is(looked)) {
                    suspects.add(looked, LOOKED_UP, Say.REASON_LOOKUP, seen);
                }
            }
        }
        for (Observation<Socket> seen : book.of(Socket.class)) {
            Socket socket = seen.fact();
            IpAddress remote = socket.remote() == null ? null : socket.remote().address();
            if (socket.established() && remote != null && cast.holding(remote) == null) {
                suspects.add(remote, SESSION, Say.REASON_SESSION, seen);
            }
        }
        IpAddress best = suspects.best();
        if (best != null) {
            inferences.add(suspects.inference("peer", best));
        }
        return best;
    }

    /** A silent gateway is on the way to somebody. */
    private static boolean isGateway(Host host, IpAddress address) {
        return host.of(Route.class).stream()
                .anyMatch(seen -> seen.fact().nextHops().stream().anyMatch(hop -> address.equals(hop.via())));
    }

    // -- the port --------------------------------------------------------------------------------------------

    private @Nullable Integer inferPort(
            @Nullable IpAddress address, @Nullable String name, @Nullable Host target, @Nullable IpAddress peer) {
        Map<Integer, Integer> weights = new HashMap<>();
        Map<Integer, Observation<?>> first = new HashMap<>();
        Symptoms tries = Symptoms.of(book, cast, address, name, null, target, peer);
        count(weights, first, tries.attempts(), 4, ConnectAttempt::port);
        count(weights, first, book.of(Mention.class), 4, m -> m.role() == Mention.Role.TARGET ? m.port() : null);
        count(
                weights,
                first,
                book.of(Socket.class),
                2,
                s -> s.established()
                                && peer != null
                                && s.remote() != null
                                && peer.equals(s.remote().address())
                        ? s.local().port()
                        : null);
        count(weights, first, book.of(Frame.class), 1, f -> Calls.port(f, address, peer));
        count(
                weights,
                first,
                book.of(Coverage.class),
                1,
                c -> c.topic() == Coverage.Topic.CAPTURE ? portIn(c.selector()) : null);
        return weights.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue(), b.getValue()))
                .map(best -> {
                    Observation<?> seen = first.get(best.getKey());
                    inferences.add(new Question.Inference(
                            "port",
                            Phrase.of(Say.INFERRED_PORT, best.getKey()),
                            seen == null ? List.of() : List.of(Evidence.of(seen))));
                    return best.getKey();
                })
                .orElse(null);
    }

    private static <F extends Fact> void count(
            Map<Integer, Integer> weights,
            Map<Integer, Observation<?>> first,
            List<Observation<F>> observations,
            int weight,
            Function<F, @Nullable Integer> port) {
        for (Observation<F> seen : observations) {
            Integer found = port.apply(seen.fact());
            if (found != null) {
                weights.merge(found, weight, Integer::sum);
                first.putIfAbsent(found, seen);
            }
        }
    }

    /** The number after the word "port" in a capture's filter. */
    private static @Nullable Integer portIn(@Nullable String filter) {
        int at = filter == null ? -1 : filter.indexOf("port ");
        if (filter == null || at < 0) {
            return null;
        }
        int end = at + 5;
        while (end < filter.length() && end < at + 10 && Character.isDigit(filter.charAt(end))) {
            end++;
        }
        return end == at + 5 ? null : Integer.valueOf(filter.substring(at + 5, end));
    }
}
