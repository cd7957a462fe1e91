package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.Prefix;
import astray.facts.Rule;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ip rule} (ip-rule(8)): {@code 1000:	from all to 10.60.0.0/16 lookup 200}. */
public final class RuleFormat implements Format {

    @Override
    public String name() {
        return "ip rule";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return parse(head.getFirst().text(), command, false) != null ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            Rule rule = parse(line.text(), command, true);
            if (rule != null) {
                sink.fact(rule, line);
            }
            return rule != null;
        };
    }

    private static @Nullable Rule parse(String text, @Nullable Command command, boolean lenient) {
        Words words = new Words(text);
        String first = words.next();
        if (first == null || !first.endsWith(":")) {
            return null;
        }
        Long priority = Numbers.parseLong(first.substring(0, first.length() - 1));
        if (priority == null) {
            return null;
        }
        RuleDraft draft = new RuleDraft();
        draft.priority = priority;
        draft.not = words.skip("not");
        if (!words.skip("from") || !source(words.next(), draft)) {
            return null;
        }
        for (String word = words.next(); word != null; word = words.next()) {
            if (!selector(word, words, draft) && !action(word, words, draft) && !lenient) {
                return null;
            }
        }
        Rule.Action action = draft.action;
        return action == null || draft.broken ? null : draft.rule(action, RuleDraft.family(IpCommand.of(command)));
    }

    private static boolean source(@Nullable String word, RuleDraft draft) {
        if (word == null) {
            return false;
        }
        draft.from = Prefix.parse(word);
        return draft.from != null || word.equals("all");
    }

    private static boolean selector(String word, Words words, RuleDraft draft) {
        switch (word) {
            case "to" -> {
                String to = words.next();
                draft.to = to == null ? null : Prefix.parse(to);
                draft.broken |= draft.to == null;
            }
            case "fwmark" -> draft.mark = words.next();
            case "iif" -> draft.iif = words.next();
            case "oif" -> draft.oif = words.next();
            case "ipproto" -> draft.protocol = words.next();
            case "sport" -> draft.sourcePorts = words.next();
            case "dport" -> draft.destinationPorts = words.next();
            case "uidrange" -> draft.users = words.next();
            case "tos", "dsfield" -> draft.tos = words.next();
            case "suppress_prefixlength" -> draft.suppressPrefixLength = Numbers.parseInt(words.next());
            // no facts: who made it, and selectors that are hardly in use
            case "proto", "protocol", "suppress_ifgroup", "tun_id", "realms" -> words.next();
            case "[detached]", "[unresolved]" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean action(String word, Words words, RuleDraft draft) {
        if (word.equals("table")) {
            draft.action = Rule.Action.LOOKUP;
            draft.table = words.next();
            return true;
        }
        for (Rule.Action action : Rule.Action.values()) {
            if (action.word().equals(word)) {
                draft.action = action;
                return operand(action, words, draft);
            }
        }
        return false;
    }

    private static boolean operand(Rule.Action action, Words words, RuleDraft draft) {
        if (action == Rule.Action.LOOKUP) {
            draft.l3mdev = words.skip("[l3mdev-table]");
            draft.table = draft.l3mdev ? null : words.next();
            return draft.l3mdev || draft.table != null;
        }
        if (action == Rule.Action.GOTO) {
            draft.target = Numbers.parseLong(words.next());
            return draft.target != null;
        }
        return true;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Rule rule) {
                print(rule, out);
            }
        }
    }

    private static void print(Rule rule, Appendable out) throws IOException {
        out.append(Long.toString(rule.priority())).append(rule.not() ? ":\tnot from " : ":\tfrom ");
        out.append(rule.from() == null ? "all" : selector(rule.from()));
        word("to", rule.to() == null ? null : selector(rule.to()), out);
        word("tos", rule.tos(), out);
        word("fwmark", rule.mark(), out);
        word("iif", rule.iif(), out);
        word("oif", rule.oif(), out);
        word("uidrange", rule.users(), out);
        word("ipproto", rule.protocol(), out);
        word("sport", rule.sourcePorts(), out);
        word("dport", rule.destinationPorts(), out);
        switch (rule.action()) {
            case LOOKUP -> word("lookup", rule.l3mdev() ? "[l3mdev-table]" : rule.table(), out);
            case GOTO -> word("goto", rule.target() == null ? "0" : Long.toString(rule.target()), out);
            case BLACKHOLE, UNREACHABLE, PROHIBIT, NOP, MASQUERADE ->
                out.append(' ').append(rule.action().word());
        }
        Integer suppressed = rule.suppressPrefixLength();
        word("suppress_prefixlength", suppressed == null ? null : suppressed.toString(), out);
        out.append('\n');
    }

    /** A prefix; a host's without its length. */
    private static String selector(Prefix prefix) {
        return prefix.length() == prefix.family().bits() ? prefix.address().toString() : prefix.toString();
    }

    private static void word(String name, @Nullable String value, Appendable out) throws IOException {
        if (value != null) {
            out.append(' ').append(name).append(' ').append(value);
        }
    }
}
