package astray.diagnosis.wire;

import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Host;
import astray.diagnosis.model.HostModel;
import astray.facts.Capture;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What captures taken on one host show. */
public final class Wire {
    private final Casebook book;
    private final Host host;
    private final HostModel model;
    private final @Nullable IpAddress own;
    private final List<Observation<Frame>> frames;

    /**
     * Looks at the frames captured on the host.
     *
     * @param own the address by which the question knows the host, though nothing may have shown that it holds it
     */
    public Wire(Casebook book, Host host, HostModel model, @Nullable IpAddress own) {
        this.book = book;
        this.host = host;
        this.model = model;
        this.own = own;
        frames = host.of(Frame.class);
    }

    /** The frames, in the order seen. */
    public List<Observation<Frame>> frames() {
        return frames;
    }

    /** Whether a capture was made that could have seen traffic of any interface. */
    public @Nullable Observation<Capture> captureOfAll() {
        for (Observation<Capture> seen : host.of(Capture.class)) {
            String dev = seen.fact().dev();
            if (dev == null || dev.equals("any")) {
                return seen;
            }
        }
        return null;
    }

    /** What this host asked its neighbours for, one entry for each address and interface. */
    public List<Asking> askings() {
        Map<String, List<Observation<Frame>>> groups = new LinkedHashMap<>();
        for (Observation<Frame> seen : frames) {
            if (seen.fact().body() instanceof Frame.Resolution ask
                    && !ask.reply()
                    && ask.about().address() != null
                    && !host.held().contains(ask.about().address())
                    && isOwn(ask, seen.fact())) {
                String group = ask.about().address() + " " + dev(seen, ask) + " "
                        + seen.origin().block() + " " + seen.origin().document();
                groups.computeIfAbsent(group, k -> new ArrayList<>()).add(seen);
            }
        }
        List<Asking> askings = new ArrayList<>();
        for (List<Observation<Frame>> requests : groups.values()) {
            Observation<Frame> first = requests.getFirst();
            if (first.fact().body() instanceof Frame.Resolution ask
                    && ask.about().address() != null) {
                IpAddress about = ask.about().address();
                askings.add(new Asking(
                        about, dev(first, ask), requests, count(requests), isAnswered(about, first.origin())));
            }
        }
        return askings;
    }

    /** The listed ones, and those that the capture only counted. */
    private long count(List<Observation<Frame>> requests) {
        long count = requests.size();
        for (Observation<FrameCount> seen : host.of(FrameCount.class)) {
            Frame like = seen.fact().like();
            if (requests.stream().anyMatch(r -> r.fact().equals(like))) {
                long listed =
                        requests.stream().filter(r -> isLike(like, r.fact())).count();
                count += Math.max(0, seen.fact().count() - listed);
            }
        }
        return count;
    }

    private static boolean isLike(Frame like, Frame frame) {
        return like.body().equals(frame.body())
                && Objects.equals(like.dev(), frame.dev())
                && Objects.equals(like.sourceMac(), frame.sourceMac());
    }

    private boolean isAnswered(IpAddress about, Origin where) {
        for (Observation<Frame> seen : frames) {
            if (seen.origin().block() == where.block()
                    && seen.origin().document().equals(where.document())
                    && seen.fact().body() instanceof Frame.Resolution answer
                    && answer.reply()
                    && about.equals(answer.about().address())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The link-layer addresses that others on a link answered for an address, each with its first answer.
     *
     * @param dev the interface; {@code null} for any
     */
    public Map<String, Observation<Frame>> answersFor(IpAddress address, @Nullable String dev) {
        Map<String, Observation<Frame>> answers = new LinkedHashMap<>();
        for (Observation<Frame> seen : frames) {
            Frame frame = seen.fact();
            if (frame.body() instanceof Frame.Resolution answer
                    && answer.reply()
                    && answer.lladdr() != null
                    && address.equals(answer.about().address())
                    && !"Out".equals(frame.direction())
                    && (dev == null || frame.dev() == null || dev.equals(frame.dev()))) {
                answers.putIfAbsent(answer.lladdr(), seen);
            }
        }
        return answers;
    }

    /** Requests of others for an address, seen here and not answered. */
    public List<Observation<Frame>> unansweredFor(IpAddress address) {
        List<Observation<Frame>> requests = new ArrayList<>();
        for (Observation<Frame> seen : frames) {
            if (seen.fact().body() instanceof Frame.Resolution resolution
                    && address.equals(resolution.about().address())) {
                if (resolution.reply()) {
                    return List.of();
                }
                if (!isOwn(resolution, seen.fact())) {
                    requests.add(seen);
                }
            }
        }
        return requests;
    }

    private boolean isOwn(Frame.Resolution ask, Frame frame) {
        if (frame.direction() != null) {
            return frame.direction().equals("Out");
        }
        Endpoint teller = ask.teller();
        if (teller == null) {
            return false;
        }
        if (teller.host() != null) {
            return host.is(teller.host());
        }
        return teller.address() != null
                && (teller.address().equals(own)
                        || host.held().contains(teller.address())
                        || devOf(teller.address()) != null);
    }

    private @Nullable String dev(Observation<Frame> seen, Frame.Resolution ask) {
        if (seen.fact().dev() != null) {
            return seen.fact().dev();
        }
        String listened = listenedOn(seen);
        if (listened != null) {
            return listened;
        }
        return ask.teller() == null || ask.teller().address() == null
                ? null
                : devOf(ask.teller().address());
    }

    /** The one interface that the frame's capture listened on. */
    private @Nullable String listenedOn(Observation<Frame> seen) {
        for (Observation<Capture> capture : book.besides(seen, Capture.class)) {
            String dev = capture.fact().dev();
            if (dev != null && !dev.equals("any")) {
                return dev;
            }
        }
        return null;
    }

    /** The interface of an address, by the addresses or by a route that prefers it as source. */
    private @Nullable String devOf(IpAddress address) {
        var held = model.holding(address);
        if (held != null) {
            return held.fact().dev();
        }
        for (var route : model.routes()) {
            if (address.equals(route.fact().source()) && route.fact().dev() != null) {
                return route.fact().dev();
            }
        }
        return null;
    }

    /**
     * A packet of a source as it came in, where a capture shows it: rather one to the own address than to another, and
     * rather one that came unasked than an answer to an echo request of this host's.
     */
    public @Nullable Observation<Frame> arrival(IpAddress source) {
        Observation<Frame> best = null;
        for (Observation<Frame> seen : frames) {
            Frame frame = seen.fact();
            boolean in = frame.direction() == null || frame.direction().equals("In");
            if (in
                    && source.equals(sourceOf(frame))
                    && (frame.dev() == null || !frame.dev().equals("lo"))
                    && (best == null || strangeness(frame) < strangeness(best.fact()))) {
                best = seen;
            }
        }
        return best;
    }

    private int strangeness(Frame frame) {
        boolean answer =
                frame.body() instanceof Frame.Icmp icmp && icmp.details().startsWith("echo reply");
        IpAddress destination = destinationOf(frame);
        boolean elsewhere = own != null && destination != null && !own.equals(destination);
        return (elsewhere ? 2 : 0) + (answer ? 1 : 0);
    }

    /** The first packet to a destination that this host sent, where a capture shows it. */
    public @Nullable Observation<Frame> departure(IpAddress destination) {
        for (Observation<Frame> seen : frames) {
            Frame frame = seen.fact();
            boolean out = "Out".equals(frame.direction());
            if (out && destination.equals(destinationOf(frame)) && !"lo".equals(frame.dev())) {
                return seen;
            }
        }
        return null;
    }

    /** TCP segments between an address and this host, on a port of this host or of the other. */
    public List<Observation<Frame>> segments(IpAddress other, @Nullable Integer port) {
        return frames.stream()
                .filter(seen -> seen.fact().body() instanceof Frame.Tcp tcp
                        && (other.equals(tcp.source().address())
                                || other.equals(tcp.destination().address()))
                        && (port == null
                                || port.equals(tcp.source().port())
                                || port.equals(tcp.destination().port())))
                .toList();
    }

    /** The own words of the kernel that an address cannot be reached: ICMP errors that this host sends to itself. */
    public @Nullable Observation<Frame> selfComplaint(IpAddress about) {
        for (Observation<Frame> seen : frames) {
            if (seen.fact().body() instanceof Frame.Icmp icmp
                    && icmp.details().startsWith("host " + about + " unreachable")
                    && icmp.source().address() != null
                    && (icmp.source().address().equals(icmp.destination().address())
                            || host.held().contains(icmp.source().address()))) {
                return seen;
            }
        }
        return null;
    }

    /** The sender of a packet, by number. */
    public static @Nullable IpAddress sourceOf(Frame frame) {
        return ends(frame.body(), true);
    }

    /** The receiver of a packet, by number. */
    public static @Nullable IpAddress destinationOf(Frame frame) {
        return ends(frame.body(), false);
    }

    private static @Nullable IpAddress ends(Frame.Body body, boolean source) {
        Endpoint end = switch (body) {
            case Frame.Tcp tcp -> source ? tcp.source() : tcp.destination();
            case Frame.Udp udp -> source ? udp.source() : udp.destination();
            case Frame.Icmp icmp -> source ? icmp.source() : icmp.destination();
            case Frame.Other other -> source ? other.source() : other.destination();
            case Frame.Resolution _ -> null;
        };
        return end == null ? null : end.address();
    }

    /** Whether a capture of this host was restricted to a port other than this one, so that it proves nothing. */
    public boolean looksAway(@Nullable Integer port) {
        for (Observation<Coverage> seen : host.of(Coverage.class)) {
            String selector = seen.fact().selector();
            if (seen.fact().topic() == Coverage.Topic.CAPTURE
                    && selector != null
                    && selector.contains("port")
                    && (port == null || !selector.contains(String.valueOf(port)))) {
                return true;
            }
        }
        return false;
    }
}
