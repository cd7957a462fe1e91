package astray.transcript.document;

import astray.facts.Address;
import astray.facts.Capture;
import astray.facts.Coverage;
import astray.facts.Coverage.Topic;
import astray.facts.DockerNetwork;
import astray.facts.Family;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.facts.Frame;
import astray.facts.Link;
import astray.facts.LogEntry;
import astray.facts.Neighbour;
import astray.facts.Route;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.transcript.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was shown, by the command's words or else by the output's shape. Nothing is said of output that
 * did not give the facts that the command promises: an error message shows nothing.
 */
final class CoverageRules {
    private final Run run;
    private final boolean whole;
    private final List<Coverage> found = new ArrayList<>();

    private CoverageRules(Run run, boolean whole) {
        this.run = run;
        this.whole = whole;
    }

    static List<Coverage> of(Run run) {
        Command command = run.command;
        CoverageRules rules = new CoverageRules(run, !run.gaps && (command == null || !command.filtered()));
        if (command == null || command.words().isEmpty()) {
            new CoverageByShape(run, rules::add).find();
        } else {
            rules.byCommand(command);
        }
        return rules.found;
    }

    /** Takes how much of a topic was shown. */
    interface Adder {
        void add(Topic topic, @Nullable Family family, @Nullable String selector, boolean all);
    }

    private void add(Topic topic, @Nullable Family family, @Nullable String selector, boolean all) {
        found.add(new Coverage(topic, family, selector, whole && all));
    }

    private void byCommand(Command command) {
        switch (command.tool()) {
            case "ip" -> new IpCoverage(run, this::add).find(command);
            case "ifconfig" -> ifconfig(command);
            case "ss" -> sockets(command, SocketFilter.ofSs(command));
            case "netstat" -> netstat(command);
            case "lsof" -> lsof(command);
            case "route" -> {
                boolean six = command.has("inet6", "-6", "--inet6");
                if (run.shown(Route.class) && !command.has("add", "del", "get")) {
                    add(Topic.ROUTES, six ? Family.INET6 : Family.INET, Route.MAIN, true);
                }
            }
            case "arp" -> {
                if (run.shown(Neighbour.class)) {
                    String only = lastWord(command);
                    add(Topic.NEIGHBOURS, Family.INET, only, true);
                }
            }
            case "sysctl" -> {
                if (run.saw(Sysctl.class) && (command.option('a') || command.has("--all", "-A"))) {
                    add(Topic.SYSCTLS, null, null, !command.has("-r", "--pattern"));
                }
            }
            case "nft" -> nft(command);
            case "docker", "podman" -> docker(command);
            case "tcpdump" -> capture(command);
            case "dmesg" -> {
                if (run.shown(LogEntry.class)) {
                    // lines that say nothing of the network are read without a fact: what matters is all there
                    add(
                            Topic.LOG,
                            null,
                            grepped(command),
                            command.words().stream()
                                    .skip(1)
                                    .noneMatch(w -> w.startsWith("-l") || w.startsWith("--since")));
                }
            }
            case "journalctl" -> {
                if (run.saw(LogEntry.class)) {
                    String grep = grepped(command);
                    boolean all = command.words().size() == 1;
                    add(Topic.LOG, null, all ? grep : grep != null ? grep : rest(command, 1), all);
                }
            }
            default -> {
                if (command.tool().startsWith("iptables") || command.tool().startsWith("ip6tables")) {
                    iptables(command);
                }
            }
        }
    }

    private void ifconfig(Command command) {
        if (!run.shown(Address.class, Link.class)) {
            return;
        }
        String dev = lastWord(command);
        boolean all = dev != null || run.loopback;
        add(Topic.ADDRESSES, null, dev, all);
        // without -a only those that are up
        add(Topic.LINKS, null, dev, dev != null || run.loopback && command.option('a'));
    }

    // -- sockets

    private void sockets(Command command, SocketFilter filter) {
        if (!run.shown(Socket.class)) {
            return;
        }
        String selector = filter.selector() != null ? filter.selector() : grepped(command);
        if (filter.listeners()) {
            add(Topic.LISTENERS, filter.family(), selector, filter.exact());
        }
        if (filter.connections()) {
            add(Topic.CONNECTIONS, filter.family(), selector, filter.exact());
        }
    }

    private void netstat(Command command) {
        if (command.option('r')) {
            if (run.shown(Route.class)) {
                add(Topic.ROUTES, command.has("-6", "inet6") ? Family.INET6 : Family.INET, Route.MAIN, true);
            }
        } else if (!command.option('i') && !command.option('s') && !command.option('g')) {
            sockets(command, SocketFilter.ofNetstat(command));
        }
    }

    private void lsof(Command command) {
        if (run.shown(Socket.class)) {
            // only root sees other users' sockets
            boolean root =
                    command.text().startsWith("sudo ") || run.at != null && isRootPrompt(run.at.body, command.text());
            sockets(command, SocketFilter.ofLsof(command).exactly(root));
        }
    }

    private static boolean isRootPrompt(String line, String typed) {
        int at = line.lastIndexOf(typed);
        return at > 1 && line.substring(0, at).strip().endsWith("#");
    }

    // -- firewalls, containers, captures

    private void iptables(Command command) {
        if (!run.shown(FirewallChain.class, FirewallRule.class)) {
            return;
        }
        Family family = command.tool().startsWith("ip6") ? Family.INET6 : Family.INET;
        String table = command.after("-t") != null ? command.after("-t") : command.after("--table");
        if (command.tool().endsWith("-save")) {
            add(Topic.FIREWALL_IPTABLES, family, table, true);
            return;
        }
        if (!command.option('S') && !command.option('L') && !command.has("--list", "--list-rules")) {
            return;
        }
        String chain = null;
        for (String word : command.words().subList(1, command.words().size())) {
            if (!word.startsWith("-") && !word.equals(table)) {
                chain = word;
            }
        }
        String shownTable = table == null ? "filter" : table;
        add(
                Topic.FIREWALL_IPTABLES,
                family,
                chain == null ? shownTable : table == null ? chain : table + " " + chain,
                true);
    }

    private void nft(Command command) {
        if (!command.has("list") || !run.shown(FirewallChain.class, FirewallRule.class)) {
            return;
        }
        int list = command.words().indexOf("list");
        String what = list + 1 < command.words().size() ? command.words().get(list + 1) : "";
        if (what.equals("ruleset")) {
            String family = rest(command, list + 2);
            add(Topic.FIREWALL_NFT, null, family, true);
        } else if (what.equals("table") || what.equals("chain")) {
            add(Topic.FIREWALL_NFT, null, rest(command, list + 2), true);
        }
    }

    private void docker(Command command) {
        if (!command.has("network") || !run.shown(DockerNetwork.class)) {
            return;
        }
        if (command.has("ls", "list")) {
            add(Topic.DOCKER_NETWORKS, null, null, !command.has("-f", "--filter"));
        } else if (command.has("inspect")) {
            boolean all = command.text().contains("$(") || command.text().contains("`");
            String name = lastWord(command);
            add(Topic.DOCKER_NETWORKS, null, all ? null : name, true);
        }
    }

    private void capture(Command command) {
        if (!run.shown(Capture.class, Frame.class) || !run.anyOutput) {
            return;
        }
        List<String> words = command.words();
        String dev = null;
        String limit = command.after("-c");
        // it ended by itself or by hand, and not for having seen enough
        boolean ended = run.captured != null && !run.captured.toString().equals(limit);
        List<String> filter = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.length() < 2) {
                filter.add(word);
            } else if (word.startsWith("--")) {
                if (word.equals("--interface") && i + 1 < words.size()) {
                    dev = words.get(++i);
                }
            } else if ("irwcsBCGWyYTMmEFUQDjzZ".indexOf(word.charAt(word.length() - 1)) >= 0
                    && "UD".indexOf(word.charAt(word.length() - 1)) < 0
                    && i + 1 < words.size()) {
                i++;
                dev = word.charAt(word.length() - 1) == 'i' ? words.get(i) : dev;
            } else if (word.startsWith("-i") && word.length() > 2) {
                dev = word.substring(2);
            }
        }
        add(Topic.CAPTURE, null, !filter.isEmpty() ? String.join(" ", filter) : dev, ended);
    }

    // -- words of commands

    /** The last word that is no option, such as the interface of {@code ifconfig eth0}. */
    private static @Nullable String lastWord(Command command) {
        String last = command.words().getLast();
        return command.words().size() > 1 && !last.startsWith("-") ? last : null;
    }

    private static @Nullable String rest(Command command, int from) {
        return from >= command.words().size()
                ? null
                : String.join(" ", command.words().subList(from, command.words().size()));
    }

    /** What a grep behind the command looks for. */
    private static @Nullable String grepped(Command command) {
        int pipe = command.text().indexOf('|');
        if (pipe < 0 || !command.filtered()) {
            return null;
        }
        Command filter = CommandLine.parse(command.text().substring(pipe + 1)).first();
        if (!filter.tool().endsWith("grep")) {
            return null;
        }
        for (String word : filter.words().subList(1, filter.words().size())) {
            if (!word.startsWith("-")) {
                return word;
            }
        }
        return null;
    }
}
