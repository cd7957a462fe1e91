package astray.transcript.firewall;

import astray.facts.FirewallChain;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads iptables -L. A chain is held until its first rule, whose addresses tell iptables from ip6tables. */
final class ListReader implements Reader {
    private final Sink sink;
    private final Scope scope;
    private @Nullable Line heldLine;
    private @Nullable String chain;
    private @Nullable String policy;
    private boolean numbered;
    private boolean counted;

    ListReader(Sink sink, Scope scope) {
        this.sink = sink;
        this.scope = scope;
    }

    /** The name out of {@code Chain INPUT (policy DROP 3 packets, 180 bytes)} or {@code Chain DOCKER (1 references)}. */
    static @Nullable String chainName(String text) {
        Words words = new Words(text);
        if (!words.skip("Chain")) {
            return null;
        }
        String name = words.next();
        String rest = words.rest();
        boolean right = rest.startsWith("(policy ") || rest.startsWith("(") && rest.contains(" references");
        return name != null && right && rest.endsWith(")") && SpecLine.isChainName(name) ? name : null;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        if (line.isBlank()) {
            return chain != null;
        }
        String name = chainName(text);
        if (name != null) {
            flush();
            heldLine = line;
            chain = name;
            policy = policy(text);
            numbered = false;
            counted = false;
            return true;
        }
        return Warnings.isWarning(text) || chain != null && (columns(text) || row(line, chain));
    }

    private static @Nullable String policy(String text) {
        Words words = new Words(text);
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("(policy")) {
                String next = words.next();
                return next != null && next.endsWith(")") ? next.substring(0, next.length() - 1) : next;
            }
        }
        return null;
    }

    private boolean columns(String text) {
        if (!text.contains("target") || !text.contains("prot opt")) {
            return false;
        }
        Words words = new Words(text);
        numbered = words.skip("num");
        counted = words.skip("pkts");
        return true;
    }

    private boolean row(Line line, String of) {
        Words words = new Words(line.text());
        if (numbered && Numbers.parseLong(words.next()) == null) {
            return false;
        }
        Long packets = null;
        if (counted) {
            packets = count(words.next());
            if (packets == null || count(words.next()) == null) {
                return false;
            }
        }
        String rule = words.rest();
        if (!isRule(rule)) {
            return false;
        }
        var fact = scope.rule(of, rule, packets);
        flush();
        sink.fact(fact, line);
        return true;
    }

    /** The option column holds {@code --} mostly; ip6tables leaves it blank and shows IPv6 prefixes instead. */
    private static boolean isRule(String rule) {
        return rule.contains(" -- ")
                || rule.startsWith("-- ")
                || rule.contains(" -f ")
                || rule.contains(" !f ")
                || rule.contains("anywhere")
                || rule.contains("::/");
    }

    /** {@code 12}, or {@code 12K}, {@code 12M}, {@code 12G}, {@code 12T} where iptables rounds. */
    private static @Nullable Long count(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long unit = switch (text.charAt(text.length() - 1)) {
            case 'K' -> 1_000L;
            case 'M' -> 1_000_000L;
            case 'G' -> 1_000_000_000L;
            case 'T' -> 1_000_000_000_000L;
            default -> 1L;
        };
        Long value = Numbers.parseLong(unit == 1 ? text : text.substring(0, text.length() - 1));
        return value == null || value > Long.MAX_VALUE / unit ? null : Long.valueOf(value * unit);
    }

    private void flush() {
        if (heldLine != null && chain != null) {
            FirewallChain fact = scope.chain(chain, policy);
            sink.fact(fact, heldLine);
        }
        heldLine = null;
    }

    @Override
    public void end() {
        flush();
    }
}
