package astray.transcript.firewall;

import astray.facts.Fact;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;

/** To what a firewall's fact belongs; empty for any other fact. */
final class Owner {
    private Owner() {}

    static String tool(Fact fact) {
        return fact instanceof FirewallChain chain
                ? chain.tool()
                : fact instanceof FirewallRule rule ? rule.tool() : "";
    }

    static String table(Fact fact) {
        return fact instanceof FirewallChain chain
                ? chain.table()
                : fact instanceof FirewallRule rule ? rule.table() : "";
    }
}
