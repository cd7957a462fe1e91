package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Prefix;
import astray.facts.Rule;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleFormatTest {
    private final RuleFormat format = new RuleFormat();

    @Test
    void readsEverySelectorAndAction() {
        List<Fact> rules = Texts.read(format, Texts.fixture("iproute/rule.txt"), null);
        assertEquals(16, rules.size());
        assertEquals(Rule.lookup(0, null, null, "local"), rules.getFirst());
        assertEquals(
                new Rule(
                        1000,
                        false,
                        Family.INET,
                        null,
                        Prefix.of("10.60.0.0/16"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Rule.Action.LOOKUP,
                        "200",
                        null,
                        null),
                rules.get(1));
        assertEquals(
                new Rule(
                        1003,
                        true,
                        Family.INET,
                        Prefix.of("10.31.0.0/24"),
                        null,
                        null,
                        "eth0",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Rule.Action.LOOKUP,
                        "main",
                        0,
                        null),
                rules.get(4));
        assertEquals(
                new Rule(
                        1004,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "wg0",
                        "tcp",
                        "1000-2000",
                        "22",
                        null,
                        null,
                        false,
                        Rule.Action.LOOKUP,
                        "200",
                        null,
                        null),
                rules.get(5));
        assertEquals("0x7/0xff", ((Rule) rules.get(3)).mark());
        assertEquals("1000-1999", ((Rule) rules.get(6)).users());
        assertEquals(32766L, ((Rule) rules.get(8)).target());
        assertEquals(Rule.Action.PROHIBIT, ((Rule) rules.get(9)).action());
    }

    @Test
    void readsTheSameFromJsonAndDetails() {
        List<Fact> rules = Texts.read(format, Texts.fixture("iproute/rule.txt"), null);
        assertEquals(rules, Texts.read(new RuleJsonFormat(), Texts.fixture("iproute/rule.json"), null));
        assertEquals(rules, Texts.read(format, Texts.fixture("iproute/rule-details.txt"), null));
    }

    @Test
    void takesTheFamilyFromTheCommand() {
        Command inet6 = new Command("ip -6 rule", List.of("ip", "-6", "rule"), false);
        assertTrue(Texts.read(format, Texts.fixture("iproute/rule6.txt"), inet6).stream()
                .allMatch(fact -> ((Rule) fact).family() == Family.INET6));
        Command inet = new Command("ip ru", List.of("ip", "ru"), false);
        assertEquals(
                Family.INET,
                ((Rule) Texts.read(format, "0: from all lookup local\n", inet).getFirst()).family());
    }

    @Test
    void readsVrfRules() {
        Rule rule = (Rule) Texts.read(format, "1000:\tfrom all lookup [l3mdev-table]\n", null)
                .getFirst();
        assertTrue(rule.l3mdev());
        assertEquals(null, rule.table());
    }

    @Test
    void leavesProseAlone() {
        for (String text : List.of("1: from the client to the server", "2: from all of us", "3: from 10.0.0.1")) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
        }
    }

    @Property(tries = 200)
    void textAndJsonAreReadAgain(@ForAll("rules") List<Rule> rules) {
        Texts.assertRoundTrip(format, rules);
        Texts.assertRoundTrip(new RuleJsonFormat(), rules);
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return IpFacts.rules().list().ofMinSize(1).ofMaxSize(8);
    }
}
