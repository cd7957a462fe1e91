package astray.collect;

import astray.collect.journal.LiveLogs;
import astray.collect.live.Ledger;
import astray.collect.live.PeerWatch;
import astray.collect.live.Surroundings;
import astray.collect.live.TargetProbe;
import astray.facts.DockerNetwork;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Observation;
import astray.kernel.Namespace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The machine that Astray runs on, as facts. Read-only; sends nothing where that is forbidden. */
public final class LiveHost {
    private final @Nullable String namespace;
    private final boolean passive;

    /**
     * Looks at a network namespace of this machine.
     *
     * @param namespace its name, its file, or a process in it; {@code null} for the one that this process is in
     * @param passive whether nothing at all may be sent
     */
    public LiveHost(@Nullable String namespace, boolean passive) {
        this.namespace = namespace;
        this.passive = passive;
    }

    /**
     * What tells why a peer cannot reach this host.
     *
     * @param peer its address or name
     * @param port the port that it wants; {@code null} for any
     * @param watch how long to look at what the peer does; {@code null} for about a second
     * @throws IOException when the kernel cannot be asked at all, there is no such namespace, or the name has no address
     */
    public Sight from(String peer, @Nullable Integer port, @Nullable Duration watch)
            throws IOException, InterruptedException {
        return inside(() -> {
            Ledger ledger = Surroundings.begin(namespace);
            IpAddress address = Surroundings.address(peer, passive, ledger);
            if (address == null) {
                throw new IOException(Surroundings.whyNoAddress(peer, passive, ledger));
            }
            return PeerWatch.look(address, port, passive, watch, ledger);
        });
    }

    /**
     * What tells why this host cannot reach a target.
     *
     * @param target its address or name
     * @param port the port; {@code null} for none in particular
     * @throws IOException when the kernel cannot be asked at all, there is no such namespace, or nobody may be asked what
     *     the name stands for
     */
    public Sight to(String target, @Nullable Integer port) throws IOException, InterruptedException {
        return inside(() -> TargetProbe.look(target, port, passive, Surroundings.begin(namespace)));
    }

    /**
     * The same sight with what this machine's logs say of some interfaces, of their ports, and of what owns them.
     *
     * @param interfaces their names
     */
    public static Sight withLogs(Sight sight, Set<String> interfaces) {
        Set<String> words = new LinkedHashSet<>(interfaces);
        for (Observation<?> seen : sight.observations()) {
            if (seen.fact() instanceof Link link && link.master() != null && interfaces.contains(link.master())) {
                words.add(link.name());
            }
            if (seen.fact() instanceof DockerNetwork network && interfaces.contains(network.bridgeName())) {
                words.add(network.name());
            }
        }
        Ledger ledger = new Ledger(sight.host(), sight.observations());
        LiveLogs.look(words, ledger);
        List<Observation<?>> seen = new ArrayList<>(sight.observations());
        seen.addAll(ledger.seen());
        List<Gap> gaps = new ArrayList<>(sight.gaps());
        gaps.addAll(ledger.gaps());
        return new Sight(sight.host(), sight.own(), sight.other(), seen, gaps);
    }

    private Sight inside(Callable<Sight> look) throws IOException, InterruptedException {
        if (namespace != null) {
            return Namespace.of(namespace).call(look);
        }
        try {
            return look.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
