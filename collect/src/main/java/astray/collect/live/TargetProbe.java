package astray.collect.live;

import astray.collect.Gap;
import astray.collect.Sight;
import astray.facts.Address;
import astray.facts.ConnectAttempt;
import astray.facts.FilterPresence;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Watch;
import astray.kernel.ErrnoException;
import astray.probe.Egress;
import astray.probe.NameReport;
import astray.probe.Names;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why can this host not reach a target? Looks at the host's state, tries the target, and looks who answers on the way. */
public final class TargetProbe {
    private static final long NAME_MILLIS = 3_000;
    private static final int MOST_ADDRESSES = 4;
    private static final int MOST_SOURCES = 3;
    private static final int HOPS = 10;

    /** What packets are given by most systems, Linux among them; and how many routers of a circle are asked for. */
    private static final int LAST_HOP = 64;

    private static final int CIRCLE = 4;
    private static final int ECHOES = 3;
    private static final long ECHO_MILLIS = 800;

    private final String target;
    private final @Nullable Integer port;
    private final boolean passive;
    private final Ledger ledger;

    private TargetProbe(String target, @Nullable Integer port, boolean passive, Ledger ledger) {
        this.target = target;
        this.port = port;
        this.passive = passive;
        this.ledger = ledger;
    }

    /**
     * Looks.
     *
     * @param target an address or a name
     * @param port the port; {@code null} for none in particular
     * @param passive whether nothing may be sent
     * @throws IOException when the kernel cannot be asked, or nobody may be asked what a name stands for
     */
    public static Sight look(String target, @Nullable Integer port, boolean passive, Ledger ledger)
            throws IOException, InterruptedException {
        return new TargetProbe(target, port, passive, ledger).look();
    }

    private Sight look() throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<IpAddress> addresses = addresses();
        IpAddress first = addresses.isEmpty() ? null : addresses.getFirst();
        Map<String, Long> before = LiveCounters.read(ledger);
        IpAddress asked = first == null ? IpAddress.any(astray.facts.Family.INET) : first;
        try (State state = State.read(asked, ledger)) {
            LiveLookups lookups = state.lookups();
            Route chosen = first == null ? null : lookups.toPort(first, port);
            IpAddress own = chosen == null ? null : chosen.source();
            if (first != null && own != null) {
                // once its source is known a packet may go another of several equal ways
                Route sourced = lookups.toPortFrom(first, own, port);
                chosen = sourced == null ? chosen : sourced;
            }
            if (first != null && !passive) {
                ask(addresses, first, chosen, own, state);
            } else if (first != null) {
                ledger.gap(Gap.What.PEER_ANSWER, target, Gap.Why.PASSIVE, "");
            }
            long millis = (System.nanoTime() - began) / 1_000_000;
            LiveCounters.tell(before, LiveCounters.read(ledger), millis, ledger);
            ledger.block("watch").add(new Watch(Duration.ofMillis(millis)), "watched for " + millis + " ms");
            List<Neighbour> neighbours = state.neighbours();
            if (own == null && first != null) {
                own = state.own(first, chosen, neighbours);
            }
            return new Sight(ledger.host(), own, first, ledger.seen(), ledger.gaps());
        }
    }

    private List<IpAddress> addresses() throws IOException, InterruptedException {
        IpAddress literal = IpAddress.parse(target);
        if (literal != null || passive) {
            IpAddress one = Surroundings.address(target, passive, ledger);
            if (one == null) {
                throw new IOException(Surroundings.whyNoAddress(target, passive, ledger));
            }
            return List.of(one);
        }
        NameReport report = Names.look(target, NAME_MILLIS);
        Ledger.Block shown = ledger.block("getent ahosts " + target);
        for (NameMapping mapping : report.facts()) {
            shown.add(mapping, mapping.address() + "  " + mapping.name() + "  (" + mapping.source() + ")");
        }
        List<IpAddress> addresses = report.addresses();
        if (addresses.isEmpty()) {
            shown.add(
                    new ConnectAttempt("getent", target, null, port, ConnectAttempt.Outcome.NAME_UNRESOLVED),
                    target + ": Name or service not known");
        }
        return addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()));
    }

    private void ask(
            List<IpAddress> addresses, IpAddress first, @Nullable Route chosen, @Nullable IpAddress own, State state)
            throws ErrnoException, InterruptedException {
        Asking round = new Asking(target);
        for (IpAddress address : addresses) {
            if (port != null) {
                round.connect(address, port, Egress.ANY);
            }
            round.echo(address, ECHOES, ECHO_MILLIS);
        }
        String dev = chosen == null ? null : chosen.dev();
        IpAddress hop = chosen == null || chosen.via() == null ? first : chosen.via();
        boolean link = dev != null && Asking.resolves(state.interfaces().named(dev)) && !state.holds(first);
        if (dev != null && link) {
            round.neighbour(dev, hop, own);
        }
        Asking.Answers answers = round.run(ledger);
        boolean fine = port == null ? answers.echoed() : answers.works();
        if (!fine) {
            askMore(first, chosen, own, hop, dev, link, state, answers);
        }
    }

    /** What tells why, once it is known that it does not work. */
    private void askMore(
            IpAddress first,
            @Nullable Route chosen,
            @Nullable IpAddress own,
            IpAddress hop,
            @Nullable String dev,
            boolean link,
            State state,
            Asking.Answers answers)
            throws ErrnoException, InterruptedException {
        Asking round = new Asking(target);
        boolean gateway = chosen != null && chosen.via() != null;
        if (port != null) {
            for (IpAddress source : otherSources(state, first, own)) {
                round.connect(first, port, Egress.from(source));
            }
        }
        if (gateway) {
            round.echo(hop, 2, ECHO_MILLIS);
            if (answers.circled()) {
                // in this order, since a router says only a few times a second that a packet's time is over
                round.hops(first, LAST_HOP - CIRCLE + 1, LAST_HOP, 1);
            }
            round.hops(first, 1, HOPS, 1);
        }
        boolean silent = answers.neighbours().stream()
                .noneMatch(n -> n.ask().address().equals(hop) && !n.lladdrs().isEmpty());
        if (gateway && silent && dev != null && link) {
            for (IpAddress usual : usualGateways(state, dev, hop)) {
                round.neighbour(dev, usual, own);
            }
        }
        round.run(ledger);
        if (port != null && answers.refused() && ledger.seen().stream().anyMatch(TargetProbe::isFilter)) {
            seeWhoRefuses(first, port, state);
        }
    }

    private static boolean isFilter(Observation<?> seen) {
        return seen.fact() instanceof FilterPresence filter && filter.present();
    }

    /** A filter of this host may refuse in the target's name: what does not come over the wire is not the target's. */
    private void seeWhoRefuses(IpAddress address, int port, State state) throws ErrnoException, InterruptedException {
        LiveCapture capture = LiveCapture.start(address).listening();
        try {
            Asking round = new Asking(target);
            round.connect(address, port, Egress.ANY);
            round.run(ledger);
        } finally {
            capture.end(state.interfaces(), ledger);
        }
    }

    private static List<IpAddress> otherSources(State state, IpAddress target, @Nullable IpAddress own) {
        List<IpAddress> sources = new ArrayList<>();
        for (Address address : state.addresses()) {
            IpAddress source = address.address();
            boolean usable = source.family() == target.family()
                    && !source.isLoopback()
                    && !source.isLinkLocal()
                    && !source.equals(own)
                    && !source.equals(target)
                    && !address.flags().contains("tentative");
            if (usable && sources.size() < MOST_SOURCES) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** Routers mostly have the first or the last address of their prefix. */
    private static List<IpAddress> usualGateways(State state, String dev, IpAddress hop) {
        List<IpAddress> usual = new ArrayList<>();
        for (Address address : state.addresses()) {
            Prefix prefix = address.prefix();
            int bits = hop.family().bits() - prefix.length();
            if (!address.dev().equals(dev) || !prefix.contains(hop) || bits < 2 || bits > 16) {
                continue;
            }
            IpAddress start = prefix.address();
            for (IpAddress candidate : List.of(start.plus(1), start.plus((1L << bits) - 2))) {
                if (!candidate.equals(hop) && !candidate.equals(address.address()) && !usual.contains(candidate)) {
                    usual.add(candidate);
                }
            }
        }
        return usual;
    }
}
