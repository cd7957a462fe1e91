package astray.transcript.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Reader;
import astray.transcript.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallFormatsTest {
    private static final Format SAVE = new IptablesSaveFormat();
    private static final Format SPEC = new IptablesSpecFormat();
    private static final Format LIST = new IptablesListFormat();
    private static final Format NFT = new NftFormat();
    private static final String ADMINS =
            "-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -m comment --comment \"admins only\" -j ACCEPT";

    private static List<Fact> fixture(Format format, String name) {
        return Texts.read(format, Texts.fixture("firewall/" + name), null);
    }

    private static FirewallChain chain(String name, String policy) {
        return new FirewallChain(
                "iptables", "ip", "filter", name, name.toLowerCase(java.util.Locale.ROOT), null, policy);
    }

    private static FirewallRule rule(String rule, @Nullable Long packets) {
        return new FirewallRule("iptables", "ip", "filter", "INPUT", rule, packets);
    }

    @Test
    void saveHoldsPoliciesRulesAndCounters() {
        List<Fact> facts = fixture(SAVE, "iptables-save-c.txt");
        assertEquals(chain("INPUT", "drop"), facts.getFirst());
        assertEquals(new FirewallChain("iptables", "ip", "filter", "DOCKER-USER", null, null, null), facts.get(3));
        assertEquals(rule("-A INPUT -i lo -j ACCEPT", 6L), facts.get(4));
        assertEquals(rule(ADMINS, 0L), facts.get(5));
        assertEquals(
                new FirewallRule(
                        "iptables",
                        "ip",
                        "nat",
                        "POSTROUTING",
                        "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
                        0L),
                facts.getLast());
        assertTrue(fixture(SAVE, "iptables-save.txt").contains(rule(ADMINS, null)));
        assertTrue(fixture(SAVE, "iptables-legacy-save-c.txt").contains(chain("INPUT", "drop")));
    }

    @Test
    void saveOfIpv6IsKnownByItsHeader() {
        List<Fact> facts = fixture(SAVE, "ip6tables-save.txt");
        assertEquals(
                new FirewallChain("ip6tables", "ip6", "filter", "INPUT", "input", null, "accept"), facts.getFirst());
        assertEquals("ip6tables", Owner.tool(facts.getLast()));
    }

    @Test
    void optionsOfOneTableAreRead() {
        assertEquals(
                List.of(chain("INPUT", "drop"), rule("-A INPUT -i lo -j ACCEPT", null)),
                fixture(SPEC, "iptables-S-INPUT.txt").subList(0, 2));
        assertTrue(fixture(SPEC, "iptables-S.txt").contains(rule(ADMINS, null)));
        assertTrue(fixture(SPEC, "iptables-S-v.txt").contains(rule("-A INPUT -i lo -c 6 504 -j ACCEPT", 6L)));
        Command nat = new Command("", List.of("ip6tables", "-t", "nat", "-S"), false);
        assertEquals(
                List.of(new FirewallChain("ip6tables", "ip6", "nat", "INPUT", "input", null, "accept")),
                Texts.read(SPEC, "-P INPUT ACCEPT", nat));
    }

    @Test
    void twoTablesListedOneAfterTheOtherAreToldApart() {
        List<Fact> facts = Texts.read(SPEC, """
            -P PREROUTING ACCEPT
            -P INPUT ACCEPT
            -P OUTPUT ACCEPT
            -P POSTROUTING ACCEPT
            -A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
            -P INPUT DROP
            -P FORWARD ACCEPT
            """, null);
        assertEquals(
                List.of("nat", "nat", "nat", "nat", "nat", "filter", "filter"),
                facts.stream().map(Owner::table).toList());
    }

    @Test
    void listedRowsAreRulesWithoutNumberAndCounters() {
        String row = "ACCEPT     6    --  *      *       10.0.0.0/8           0.0.0.0/0            tcp dpt:22 /* admins"
                + " only */";
        List<Fact> facts = fixture(LIST, "iptables-L-nv-lines.txt");
        assertEquals(chain("INPUT", "drop"), facts.getFirst());
        assertEquals(rule(row, 0L), facts.get(2));
        assertEquals(rule("1    --  *      *       0.0.0.0/0            0.0.0.0/0", 0L), facts.get(3));
        assertTrue(fixture(LIST, "iptables-L-INPUT-nvx.txt").contains(rule(row, 0L)));
        assertEquals(chain("INPUT", "drop"), fixture(LIST, "iptables-L.txt").getFirst());
        assertEquals(11, fixture(LIST, "iptables-L-n.txt").size());
        assertEquals("nat", Owner.table(fixture(LIST, "iptables-t-nat-L-n.txt").get(1)));
        assertEquals(
                new FirewallChain("ip6tables", "ip6", "filter", "INPUT", "input", null, "accept"),
                fixture(LIST, "ip6tables-L-nv.txt").getFirst());
    }

    @Test
    void roundedCountersAreMultiplied() {
        List<Fact> facts = Texts.read(LIST, """
            Chain INPUT (policy DROP 3 packets, 180 bytes)
             pkts bytes target     prot opt in     out     source               destination
             123K   45M DROP       tcp  --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22
            """, null);
        assertEquals(123_000L, ((FirewallRule) facts.getLast()).packets());
    }

    @Test
    void nftHoldsHooksPoliciesAndRules() {
        for (String name : List.of("nft.txt", "nft-a.txt")) {
            List<Fact> facts = fixture(NFT, name);
            assertEquals(
                    new FirewallChain("nft", "inet", "filter", "input", "input", "filter", "drop"), facts.getFirst());
            assertEquals(
                    new FirewallRule(
                            "nft", "inet", "filter", "input", "ip saddr @blocked counter packets 0 bytes 0 drop", 0L),
                    facts.get(2));
            assertTrue(facts.contains(
                    new FirewallChain("nft", "inet", "filter", "forward", "forward", "filter - 5", "accept")));
            assertTrue(facts.contains(new FirewallChain("nft", "inet", "filter", "empty", null, null, null)));
            assertTrue(facts.contains(
                    new FirewallRule("nft", "ip", "nat", "prerouting", "tcp dport 8080 dnat to 172.17.0.2:80", null)));
            assertTrue(facts.contains(new FirewallChain("nft", "netdev", "n", "in", "ingress", "-500", "accept")));
            assertEquals(16, facts.size(), name);
        }
        assertEquals(7, fixture(NFT, "nft-chain.txt").size());
        assertEquals(15, fixture(NFT, "nft-of-iptables.txt").size());
    }

    @Test
    void warningsOfTheToolAboutTheOtherAreAccepted() {
        String text = """
            # Warning: table ip filter is managed by iptables-nft, do not touch!
            table ip filter {
            	chain INPUT {
            		type filter hook input priority filter; policy accept;
            		tcp dport 22 counter packets 25 bytes 1500 reject with icmp type admin-prohibited
            	}
            }
            """;
        assertEquals(2, Texts.read(NFT, text, null).size());
    }

    @Test
    void listingThatIsCutOffGivesWhatItHas() {
        List<Fact> facts = Texts.read(NFT, "table inet filter {\n\tchain input {\n\t\ttype filter hook inp", null);
        assertEquals(1, facts.size());
    }

    @Test
    void nextCommandsOutputIsDeclined() {
        Reader reader = LIST.reader((fact, line, text) -> {}, null);
        assertTrue(reader.accept(Texts.lines("Chain INPUT (policy DROP)").getFirst()));
        assertFalse(
                reader.accept(Texts.lines("default via 172.22.0.1 dev eth0 ").getFirst()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-A, --append chain rule-specification",
                "-N is the option for a new chain",
                "table of contents {",
                "Chain of events (a policy of mine)",
                "# Generated by NetworkManager",
                "*nat traversal* is hard",
                ": INPUT",
                "- P INPUT DROP",
                "iptables -A INPUT -j DROP",
                "[1:2] is an interval"
            })
    void otherTextIsNotClaimed(String text) {
        for (Format format : FirewallFormats.all()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format::name);
        }
    }
}
