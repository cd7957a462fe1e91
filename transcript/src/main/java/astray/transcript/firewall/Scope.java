package astray.transcript.firewall;

import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.transcript.Command;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tool and table a block of iptables output speaks of; it is told by a header, by the command, or by a rule. */
final class Scope {
    private static final String FILTER = "filter";
    private static final int MAX_BUILT_IN = 100;
    private boolean six;
    private @Nullable String table;
    private String guess = FILTER;
    /** The built-in chains of the listing so far; one that comes again begins another table's listing. */
    private final Set<String> listed = new HashSet<>();

    Scope(@Nullable Command command) {
        if (command != null) {
            six = command.tool().startsWith("ip6tables");
            table = command.after("-t");
            if (table == null) {
                table = command.after("--table");
            }
        }
    }

    /** A header names the tool. */
    void tool(boolean ip6tables) {
        six = ip6tables;
    }

    /** A header names the table. */
    void table(String name) {
        table = name;
    }

    /** Guesses the table, where none is named, from the chains that are listed: PREROUTING comes first in nat. */
    private void declared(String chain) {
        boolean again = !listed.add(chain);
        if (again || listed.size() > MAX_BUILT_IN) {
            listed.clear();
            listed.add(chain);
        }
        if (chain.equals("PREROUTING") || chain.equals("POSTROUTING") && !guess.equals("mangle")) {
            guess = "nat";
        } else if (chain.equals("FORWARD") && guess.equals("nat")) {
            guess = "mangle";
        } else if (again) {
            guess = FILTER;
        }
    }

    private String tableOf(String chain) {
        if (table != null) {
            return table;
        }
        return chain.equals("POSTROUTING") && guess.equals(FILTER) ? "nat" : guess;
    }

    /** A chain; its policy is {@code -} or {@code null} for one that is not built in. */
    FirewallChain chain(String name, @Nullable String policy) {
        if (policy == null || policy.equals("-")) {
            return new FirewallChain(name(), family(), tableOf(name), name, null, null, null);
        }
        declared(name);
        String hook = name.toLowerCase(Locale.ROOT);
        return new FirewallChain(name(), family(), tableOf(name), name, hook, null, policy.toLowerCase(Locale.ROOT));
    }

    /** A rule. An IPv6 address or protocol in it tells the tool where nothing did before. */
    FirewallRule rule(String chain, String text, @Nullable Long packets) {
        if (!six && speaksOfSix(text)) {
            six = true;
        }
        boolean nat = table == null && (isNat(text) || chain.equals("PREROUTING") && guess.equals(FILTER));
        String of = nat ? "nat" : tableOf(chain);
        return new FirewallRule(name(), family(), of, chain, text, packets);
    }

    private static boolean speaksOfSix(String text) {
        return text.contains("::/") || text.contains("ipv6-icmp") || text.contains("icmp6-") || text.contains("icmpv6");
    }

    private static boolean isNat(String text) {
        return text.contains("-j DNAT") || text.contains("-j SNAT") || text.contains("-j MASQUERADE");
    }

    private String name() {
        return six ? "ip6tables" : "iptables";
    }

    private String family() {
        return six ? "ip6" : "ip";
    }
}
