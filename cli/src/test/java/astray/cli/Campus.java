package astray.cli;

import astray.testkit.Commands;
import astray.testkit.Net;
import astray.testkit.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network of the incident: a laptop, a router, and a server with a service on port 22, to which the laptop keeps
 * connecting. Faults are added by the tests.
 */
final class Campus implements AutoCloseable {
    static final String LAPTOP = "192.168.73.2";
    static final String SERVER = "172.16.33.66";
    static final String BRIDGE = "br-b1a37228308c";

    private final Net net = new Net();

    Campus() {
        net.host("laptop").host("router").host("gpu1");
        net.wire("laptop", "wlan0", "router", "wifi").wire("router", "srv", "gpu1", "eno1");
        net.sh("router", """
                ip addr add 192.168.72.1/21 dev wifi
                ip addr add 172.16.33.1/24 dev srv
                sysctl -qw net.ipv4.ip_forward=1
                """);
        net.sh("laptop", "ip addr add " + LAPTOP + "/21 dev wlan0; ip route add default via 192.168.72.1");
        net.sh("gpu1", "ip addr add " + SERVER + "/24 dev eno1; ip route add default via 172.16.33.1");
    }

    /**
     * More of it: a third host on the server's link, 172.16.33.9, and a second wire from the router to the server, whose
     * address there is 172.16.34.66. No host filters by the reverse path.
     */
    Campus wide() {
        net.host("spare");
        net.wire("router", "port9", "spare", "eth0").wire("router", "back", "gpu1", "eno2");
        net.sh("router", """
                ip link add sw type bridge forward_delay 0
                ip addr del 172.16.33.1/24 dev srv
                ip link set srv master sw
                ip link set port9 master sw
                ip link set sw up
                ip addr add 172.16.33.1/24 dev sw
                ip addr add 172.16.34.1/24 dev back
                """);
        net.sh("spare", "ip addr add 172.16.33.9/24 dev eth0; ip route add default via 172.16.33.1");
        net.sh("gpu1", "ip addr add 172.16.34.66/24 dev eno2");
        for (String host : List.of("laptop", "router", "gpu1", "spare")) {
            net.sh(host, "for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 >$f; done");
        }
        return this;
    }

    /** The name of a host's network namespace, which is what Astray calls it. */
    String namespace(String host) {
        return net.namespace(host);
    }

    /** Runs shell lines on a host. */
    void sh(String host, String script) {
        net.sh(host, script);
    }

    /** Starts the service and waits until it listens. */
    Campus serving() {
        net.start("gpu1", List.of("nc", "-l", "-k", "22"));
        net.sh("gpu1", "for i in $(seq 100); do ss -Hltn sport = :22 | grep -q . && exit; sleep 0.05; done; exit 1");
        return this;
    }

    /** The laptop tries again and again, as a person would. */
    Campus trying() {
        return trying("laptop", SERVER, "22");
    }

    /** A host tries again and again. */
    Campus trying(String host, String address, String port) {
        String tries = "while :; do echo | nc -w 1 -N " + address + " " + port + " >/dev/null 2>&1; sleep 0.3; done";
        net.start(host, List.of("sh", "-c", tries));
        return this;
    }

    Campus server(String script) {
        net.sh("gpu1", script);
        return this;
    }

    Campus laptop(String script) {
        net.sh("laptop", script);
        return this;
    }

    /** The bridge of a Docker network whose prefix holds the laptop, with a container on it or without. */
    Campus captured(boolean running) {
        String member = running
                ? "ip link add veth1 type veth peer name c1; ip link set veth1 master " + BRIDGE
                        + " up; ip link set c1 up\n"
                : "";
        return server("ip link add " + BRIDGE + " type bridge forward_delay 0\n"
                + member
                + "ip link set " + BRIDGE + " up\n"
                + "ip addr add 192.168.64.1/20 brd + dev " + BRIDGE);
    }

    /** Asks on the server, in this process. */
    Value from(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(LAPTOP));
        all.addAll(List.of(words));
        return ask("from", "gpu1", all);
    }

    /** Asks on the laptop, in this process. */
    Value to(String target, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(target));
        all.addAll(List.of(words));
        return ask("to", "laptop", all);
    }

    /** Asks on any host, in this process. */
    Value ask(String command, String host, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--json", "--netns", net.namespace(host)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.command(command, all, Map.of("LANG", "C.UTF-8"), new Terminal(false, out));
        return Value.read(out.toString(StandardCharsets.UTF_8));
    }

    /** Asks on the server as a user without rights, in a process of its own. */
    Value fromAsNobody(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(java(words));
        Result result = net.run("gpu1", command);
        return Value.read(result.out());
    }

    /** Asks on the server in a process of its own, which gets SIGINT after some seconds. */
    Value fromInterrupted(int seconds, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("timeout", "-s", "INT", Integer.toString(seconds)));
        command.addAll(java(words));
        return Value.read(net.run("gpu1", command).out());
    }

    /** Asks on the server, with a daemon's socket in the place where Docker's is. */
    Value fromWithDocker(Path socket, Path temp, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                "-euc",
                "mount -t tmpfs none /run; ln -s \"$1\" /run/docker.sock; shift; exec \"$@\"",
                "sh",
                socket.toString()));
        command.addAll(java(words));
        Result result = net.run("gpu1", command);
        if (result.out().isEmpty()) {
            throw new AssertionError(temp + ": " + result.err());
        }
        return Value.read(result.out());
    }

    /** Starts a program on a host, where it sees the machine's control groups. */
    Process start(String host, String... command) {
        return net.startAmongOurMounts(host, List.of(command));
    }

    /** Runs a program on a host. */
    Result run(String host, List<String> command) {
        return net.run(host, command);
    }

    private static List<String> java(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "astray.cli.Main",
                "from",
                LAPTOP,
                "--json"));
        command.addAll(List.of(words));
        return command;
    }

    /**
     * What the server has sent by ICMP, TCP and UDP (/proc/net/snmp), and whom it knows as neighbours. The kernel itself
     * tells routers of its multicast groups (IGMP) now and then, which is not among them.
     */
    String sent() {
        String count = """
                awk '$2 ~ /[A-Za-z]/ { split($0, name); next }
                     { for (i = 2; i <= NF; i++)
                         if ($1 name[i] ~ /^(Icmp:OutMsgs|Tcp:OutSegs|Udp:OutDatagrams)$/) print $1, $i }' \\
                    /proc/thread-self/net/snmp
                ip -4 neigh | cut -d' ' -f1-3
                """;
        return net.run("gpu1", List.of("sh", "-c", count)).out();
    }

    /** Whether others than root may run this Java and read these classes. */
    static boolean isForEverybody() {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        List<String> java = java();
        command.addAll(java.subList(0, java.indexOf("from")));
        command.add("--version");
        return Commands.run(command).status() == 0;
    }

    @Override
    public void close() {
        net.close();
    }
}
