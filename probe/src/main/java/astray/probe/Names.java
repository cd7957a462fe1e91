package astray.probe;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.Lookup;
import astray.kernel.Resolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Looks a name up by each source of its own, so that they can be compared. */
public final class Names {
    private static final Path HOSTS = Path.of("/etc/hosts");
    private static final Path RESOLV = Path.of("/etc/resolv.conf");
    private static final Path NSSWITCH = Path.of("/etc/nsswitch.conf");

    /** The servers behind systemd-resolved, whose own answers mix in the hosts file. */
    private static final Path UPSTREAM = Path.of("/run/systemd/resolve/resolv.conf");

    private static final IpAddress STUB = IpAddress.of("127.0.0.53");
    private static final int LARGEST = 16 << 20;
    private static final int MOST_CANDIDATES = 4;

    /** A name server that answers at all mostly does so at once; the others are not worth more waiting. */
    private static final long DNS_MILLIS = 1_500;

    private Names() {}

    /**
     * Looks a name up.
     *
     * @param name the name; an address stands for itself
     * @param millis how long to wait for the system's resolver, 1 to 60000. The name servers are asked at the same
     *     time, and have {@value #DNS_MILLIS} ms at most
     */
    public static NameReport look(String name, long millis) throws ErrnoException, InterruptedException {
        ResolverSettings settings = settings();
        IpAddress address = IpAddress.parse(name);
        if (address != null) {
            return new NameReport(name, new Lookup.Found<>(List.of(address)), List.of(), settings, List.of());
        }
        FutureTask<Lookup<List<IpAddress>>> system = new FutureTask<>(() -> new Resolver(millis).addresses(name));
        Thread.ofPlatform().name("names").daemon().start(system);
        List<DnsReport> dns = ask(name, settings, Math.min(millis, DNS_MILLIS));
        List<HostsFile.Line> hosts = HostsFile.parse(text(HOSTS)).naming(name);
        try {
            return new NameReport(name, system.get(), hosts, settings, dns);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<DnsReport> ask(String name, ResolverSettings settings, long millis) throws ErrnoException {
        List<String> candidates = settings.candidates(name);
        Probes round = new Probes();
        List<Pending<DnsReport>> pending = new ArrayList<>();
        for (String candidate : candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()))) {
            for (IpAddress server : settings.servers()) {
                Egress egress =
                        server.isLinkLocal() && settings.zone() != null ? Egress.through(settings.zone()) : Egress.ANY;
                for (DnsType type : DnsType.values()) {
                    pending.add(round.add(new DnsAsk(server, 53, candidate, type, egress, millis)));
                }
            }
        }
        round.run();
        List<DnsReport> reports = new ArrayList<>();
        for (Pending<DnsReport> one : pending) {
            reports.add(one.report());
        }
        return reports;
    }

    private static ResolverSettings settings() {
        String nsswitch = text(NSSWITCH);
        ResolverSettings settings = ResolverSettings.parse(text(RESOLV), nsswitch);
        if (settings.servers().equals(List.of(STUB))) {
            String upstream = text(UPSTREAM);
            if (!upstream.isEmpty()) {
                return ResolverSettings.parse(upstream, nsswitch);
            }
        }
        return settings;
    }

    /** A file's text; {@code ""} where there is none that can be read, for the C library goes on without it too. */
    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
