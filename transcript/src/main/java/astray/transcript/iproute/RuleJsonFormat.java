package astray.transcript.iproute;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.facts.Rule;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import astray.transcript.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ip -j rule}. */
public final class RuleJsonFormat extends IpJson {

    /** The one form. */
    public RuleJsonFormat() {
        super("ip -j rule", "rule");
    }

    @Override
    int recogniseStart(String start, @Nullable IpCommand command) {
        return has(start, "priority") && has(start, "src") && !has(start, "ifname") ? CERTAIN : NO;
    }

    @Override
    void read(List<Map<String, @Nullable Object>> objects, Line first, Sink sink, @Nullable Command command) {
        for (Map<String, @Nullable Object> object : objects) {
            Rule rule = rule(object, IpCommand.of(command));
            if (rule != null) {
                sink.fact(rule, first, JsonText.of(object));
            }
        }
    }

    private static @Nullable Rule rule(Map<String, @Nullable Object> object, @Nullable IpCommand command) {
        Long priority = Json.number(object, "priority");
        if (priority == null || priority < 0) {
            return null;
        }
        RuleDraft draft = new RuleDraft();
        draft.priority = priority;
        draft.not = object.containsKey("not");
        draft.from = prefix(object, "src", draft);
        draft.to = prefix(object, "dst", draft);
        String mark = Json.text(object, "fwmark");
        String mask = Json.text(object, "fwmask");
        draft.mark = mark == null || mask == null ? mark : mark + "/" + mask;
        draft.iif = Json.text(object, "iif");
        draft.oif = Json.text(object, "oif");
        draft.protocol = Json.text(object, "ipproto");
        draft.sourcePorts = range(object, "sport");
        draft.destinationPorts = range(object, "dport");
        draft.users = range(object, "uid");
        draft.tos = Json.text(object, "tos");
        draft.l3mdev = object.containsKey("l3mdev");
        draft.table = Json.text(object, "table");
        draft.suppressPrefixLength = Numbers.parseInt(Json.text(object, "suppress_prefixlen"));
        draft.target = Json.number(object, "goto");
        Rule.Action action = action(object, draft);
        return action == null || draft.broken ? null : draft.rule(action, RuleDraft.family(command));
    }

    private static @Nullable Prefix prefix(Map<String, @Nullable Object> object, String member, RuleDraft draft) {
        String text = Json.text(object, member);
        if (text == null || text.equals("all")) {
            return null;
        }
        IpAddress address = IpAddress.parse(text);
        Long length = Json.number(object, member + "len");
        if (address == null
                || length != null && (length < 0 || length > address.family().bits())) {
            draft.broken = true;
            return null;
        }
        return length == null ? Prefix.host(address) : new Prefix(address, length.intValue());
    }

    private static @Nullable String range(Map<String, @Nullable Object> object, String member) {
        String start = Json.text(object, member + "_start");
        String end = Json.text(object, member + "_end");
        return start == null || end == null ? Json.text(object, member) : start + "-" + end;
    }

    private static Rule.@Nullable Action action(Map<String, @Nullable Object> object, RuleDraft draft) {
        if (draft.table != null || draft.l3mdev) {
            return Rule.Action.LOOKUP;
        }
        if (draft.target != null) {
            return Rule.Action.GOTO;
        }
        if (object.containsKey("nop")) {
            return Rule.Action.NOP;
        }
        if (object.containsKey("masquerade")) {
            return Rule.Action.MASQUERADE;
        }
        String word = Json.text(object, "action");
        for (Rule.Action action : Rule.Action.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        return null;
    }

    @Override
    List<Map<String, @Nullable Object>> objects(List<? extends Fact> facts) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Rule rule) {
                objects.add(object(rule));
            }
        }
        return objects;
    }

    private static Map<String, @Nullable Object> object(Rule rule) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("priority", rule.priority());
        if (rule.not()) {
            object.put("not", null);
        }
        putPrefix(object, "src", rule.from() == null ? "all" : null, rule.from());
        putPrefix(object, "dst", null, rule.to());
        put(object, "tos", rule.tos());
        putMark(object, rule.mark());
        put(object, "iif", rule.iif());
        put(object, "oif", rule.oif());
        putRange(object, "uid", rule.users());
        put(object, "ipproto", rule.protocol());
        putRange(object, "sport", rule.sourcePorts());
        putRange(object, "dport", rule.destinationPorts());
        switch (rule.action()) {
            case LOOKUP -> {
                if (rule.l3mdev()) {
                    object.put("l3mdev", null);
                }
                put(object, "table", rule.table());
            }
            case GOTO -> put(object, "goto", rule.target());
            case NOP, MASQUERADE -> object.put(rule.action().word(), null);
            case BLACKHOLE, UNREACHABLE, PROHIBIT ->
                put(object, "action", rule.action().word());
        }
        put(object, "suppress_prefixlen", rule.suppressPrefixLength());
        return object;
    }

    private static void put(Map<String, @Nullable Object> object, String member, @Nullable Object value) {
        if (value != null) {
            object.put(member, value);
        }
    }

    private static void putPrefix(
            Map<String, @Nullable Object> object, String member, @Nullable String otherwise, @Nullable Prefix prefix) {
        if (prefix == null) {
            put(object, member, otherwise);
            return;
        }
        object.put(member, prefix.address().toString());
        if (prefix.length() != prefix.family().bits()) {
            object.put(member + "len", prefix.length());
        }
    }

    private static void putMark(Map<String, @Nullable Object> object, @Nullable String mark) {
        int slash = mark == null ? -1 : mark.indexOf('/');
        put(object, "fwmark", mark == null || slash < 0 ? mark : mark.substring(0, slash));
        put(object, "fwmask", mark == null || slash < 0 ? null : mark.substring(slash + 1));
    }

    /** A single port is a number; a range has a start and an end. */
    private static void putRange(Map<String, @Nullable Object> object, String member, @Nullable String range) {
        int dash = range == null ? -1 : range.indexOf('-');
        if (range == null || dash < 0) {
            Long number = Numbers.parseLong(range);
            put(object, member, number != null ? number : range);
            return;
        }
        Long start = Numbers.parseLong(range.substring(0, dash));
        Long end = Numbers.parseLong(range.substring(dash + 1));
        put(object, member + "_start", start);
        put(object, member + "_end", end);
    }
}
