package astray.transcript.firewall;

import astray.facts.Fact;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.transcript.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class FirewallRoundTripTest {

    /** A rule's words without its chain, and its counter. */
    record Counted(String words, @Nullable Long packets) {}

    @Property
    void savedTablesAreReadAgain(
            @ForAll @From("rules") List<Counted> filter,
            @ForAll @From("rules") List<Counted> nat,
            @ForAll boolean six) {
        List<Fact> facts = new ArrayList<>(table("filter", List.of("INPUT", "FORWARD"), filter, six, true));
        facts.addAll(table("nat", List.of("PREROUTING", "POSTROUTING"), nat, six, true));
        Texts.assertRoundTrip(new IptablesSaveFormat(), facts);
    }

    @Property
    void optionsAreReadAgain(@ForAll @From("rules") List<Counted> rules) {
        Texts.assertRoundTrip(
                new IptablesSpecFormat(), table("filter", List.of("INPUT", "FORWARD"), rules, false, false));
    }

    private static List<Fact> table(
            String table, List<String> chains, List<Counted> rules, boolean six, boolean counted) {
        String tool = six ? "ip6tables" : "iptables";
        String family = six ? "ip6" : "ip";
        List<Fact> facts = new ArrayList<>();
        for (String chain : chains) {
            facts.add(new FirewallChain(tool, family, table, chain, chain.toLowerCase(Locale.ROOT), null, "drop"));
        }
        facts.add(new FirewallChain(tool, family, table, "DOCKER-USER", null, null, null));
        for (Counted rule : rules) {
            String chain = chains.get(rule.words().length() % 2);
            facts.add(new FirewallRule(
                    tool, family, table, chain, "-A " + chain + " " + rule.words(), counted ? rule.packets() : null));
        }
        return facts;
    }

    @Property
    void listedChainsAreReadAgain(
            @ForAll @From("rows") List<String> rows, @ForAll boolean counted, @ForAll int packets) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new FirewallChain("iptables", "ip", "filter", "INPUT", "input", null, "accept"));
        for (String row : rows) {
            facts.add(new FirewallRule(
                    "iptables", "ip", "filter", "INPUT", row, counted ? Long.valueOf(Math.abs((long) packets)) : null));
        }
        facts.add(new FirewallChain("iptables", "ip", "filter", "DOCKER", null, null, null));
        Texts.assertRoundTrip(new IptablesListFormat(), facts);
    }

    @Property
    void nftRulesetIsReadAgain(@ForAll @From("nftTables") List<List<Fact>> tables) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            for (Fact fact : tables.get(i)) {
                facts.add(
                        fact instanceof FirewallChain chain
                                ? inTable(chain, "t" + i)
                                : inTable((FirewallRule) fact, "t" + i));
            }
        }
        Texts.assertRoundTrip(new NftFormat(), facts);
    }

    private static Fact inTable(FirewallChain chain, String table) {
        return new FirewallChain(
                "nft", chain.family(), table, chain.chain(), chain.hook(), chain.priority(), chain.policy());
    }

    private static Fact inTable(FirewallRule rule, String table) {
        return new FirewallRule("nft", rule.family(), table, rule.chain(), rule.rule(), rule.packets());
    }

    @Provide
    Arbitrary<List<Counted>> rules() {
        Arbitrary<String> words = Arbitraries.of(
                "-i lo -j ACCEPT",
                "-s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j DROP",
                "! -s 192.168.73.0/24 -m comment --comment \"a [b] -x\" -j REJECT --reject-with tcp-reset",
                "-p icmp");
        return Combinators.combine(
                        words, Arbitraries.longs().between(0, 1L << 50).injectNull(0.5))
                .as(Counted::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.of(
                        "ACCEPT     all  --  10.0.0.0/8           0.0.0.0/0",
                        "           tcp  --  anywhere             anywhere             tcp dpt:ssh".strip(),
                        "DROP       0    --  *      !lo     0.0.0.0/0            0.0.0.0/0            /* } */")
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<Fact>>> nftTables() {
        Arbitrary<FirewallChain> base = Combinators.combine(
                        Arbitraries.of("input", "forward", "prerouting", "ingress"),
                        Arbitraries.of("0", "filter", "filter - 5", "-500"),
                        Arbitraries.of("accept", "drop").injectNull(0.3))
                .as((hook, priority, policy) -> new FirewallChain("nft", "inet", "", "c", hook, priority, policy));
        Arbitrary<List<String>> words = Arbitraries.of(
                        "iifname \"lo\" counter packets 4 bytes 336 accept comment \"the { loop\"",
                        "tcp dport { 80, 443 } accept",
                        "jump refuse",
                        "counter packets 7 bytes 420")
                .list()
                .ofMaxSize(4);
        return Combinators.combine(base, words)
                .as((chain, rules) -> {
                    List<Fact> facts = new ArrayList<>();
                    facts.add(chain);
                    rules.forEach(rule -> facts.add(rule("c", rule)));
                    facts.add(new FirewallChain("nft", "inet", "", "refuse", null, null, null));
                    rules.forEach(rule -> facts.add(rule("refuse", rule)));
                    return facts;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Fact rule(String chain, String text) {
        Long packets =
                text.contains("packets 4") ? Long.valueOf(4) : text.contains("packets 7") ? Long.valueOf(7) : null;
        return new FirewallRule("nft", "inet", "", chain, text, packets);
    }
}
