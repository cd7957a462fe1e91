package astray.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small network of this test's own, out of network namespaces with names that no other test has. Closing it ends what
 * was started in it and takes it away. Needs root and ip(8).
 */
public final class Net implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String prefix = "at" + ProcessHandle.current().pid() + "x" + COUNT.incrementAndGet();
    private final Map<String, String> hosts = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    /** Adds a host, with its loopback interface up. */
    public Net host(String name) {
        String namespace = prefix + "-" + name;
        Commands.must(List.of("ip", "netns", "add", namespace));
        hosts.put(name, namespace);
        Commands.must(List.of("ip", "-n", namespace, "link", "set", "lo", "up"));
        return this;
    }

    /** Lays a wire between interfaces of two hosts and sets both ends up. */
    public Net wire(String host, String dev, String otherHost, String otherDev) {
        Commands.must(List.of(
                "ip",
                "link",
                "add",
                dev,
                "netns",
                namespace(host),
                "type",
                "veth",
                "peer",
                "name",
                otherDev,
                "netns",
                namespace(otherHost)));
        Commands.must(List.of("ip", "-n", namespace(host), "link", "set", dev, "up"));
        Commands.must(List.of("ip", "-n", namespace(otherHost), "link", "set", otherDev, "up"));
        return this;
    }

    /** The name of a host's namespace. */
    public String namespace(String host) {
        String namespace = hosts.get(host);
        if (namespace == null) {
            throw new IllegalArgumentException("no host " + host);
        }
        return namespace;
    }

    /** The file that stands for a host's namespace. */
    public Path file(String host) {
        return Path.of("/var/run/netns", namespace(host));
    }

    private List<String> inside(String host, List<String> command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace(host)));
        words.addAll(command);
        return words;
    }

    /** Runs shell lines on a host; each must succeed. */
    public Net sh(String host, String script) {
        Commands.must(inside(host, List.of("sh", "-euc", script)));
        return this;
    }

    /** Runs a program on a host. */
    public Result run(String host, List<String> command) {
        return Commands.run(inside(host, command));
    }

    /** Starts a program on a host; it is ended at the latest when the network is taken away. */
    public Process start(String host, List<String> command) {
        Process process = Commands.start(inside(host, command));
        started.add(process);
        return process;
    }

    /**
     * Starts a program on a host in the mount namespace of this process: ip-netns(8) mounts another {@code /sys}, in which
     * there are no control groups.
     */
    public Process startAmongOurMounts(String host, List<String> command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--net=" + file(host)));
        words.addAll(command);
        Process process = Commands.start(words);
        started.add(process);
        return process;
    }

    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        for (String namespace : hosts.values()) {
            Commands.run(List.of("ip", "netns", "del", namespace));
        }
    }
}
