package astray.diagnosis.model;

import astray.diagnosis.book.Host;
import astray.facts.Coverage;
import astray.facts.FilterPresence;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import java.util.Locale;

/**
 * Whether something on a host may drop or turn packets: netfilter rules, queueing disciplines, BPF programs, IPsec
 * policies. What they do is not followed; where one is there, silence proves nothing about the way beyond.
 */
public enum Filters {
    /** All that was looked for is not there. */
    NONE,
    /** Something is there. */
    SOME,
    /** It was not looked for, or not everywhere. */
    NOT_SHOWN;

    private static final String[] STOPPING = {"drop", "reject", "queue", "synproxy", "tarpit", "steal"};
    private static final String[] TURNING = {"dnat", "redirect", "tproxy", "masquerade", "snat", "netmap"};

    /** What is known of a host. */
    public static Filters on(Host host) {
        boolean rulesShown = !host.of(FirewallRule.class).isEmpty()
                || !host.of(FirewallChain.class).isEmpty();
        boolean looked = rulesShown;
        for (var seen : host.of(FilterPresence.class)) {
            FilterPresence presence = seen.fact();
            boolean netfilter =
                    presence.kind() == FilterPresence.Kind.NFTABLES || presence.kind() == FilterPresence.Kind.XTABLES;
            looked |= presence.kind() == FilterPresence.Kind.NFTABLES;
            if (presence.present() && !(netfilter && rulesShown)) {
                return SOME;
            }
        }
        if (stops(host) || turns(host)) {
            return SOME;
        }
        for (var seen : host.of(Coverage.class)) {
            looked |= seen.fact().topic() == Coverage.Topic.FIREWALL_NFT
                    || seen.fact().topic() == Coverage.Topic.FIREWALL_IPTABLES;
        }
        return looked ? NONE : NOT_SHOWN;
    }

    /** Whether a rule or policy that was shown drops or rejects anything. */
    public static boolean stops(Host host) {
        for (var seen : host.of(FirewallChain.class)) {
            if ("drop".equals(seen.fact().policy())) {
                return true;
            }
        }
        return speaks(host, STOPPING);
    }

    /** Whether a rule that was shown turns packets to other addresses. */
    public static boolean turns(Host host) {
        return speaks(host, TURNING);
    }

    private static boolean speaks(Host host, String[] words) {
        for (var seen : host.of(FirewallRule.class)) {
            String rule = seen.fact().rule().toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (rule.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether something may lead a port of the host elsewhere, by rules that nobody showed. */
    public static boolean mayTurnUnseen(Host host) {
        if (!host.of(FirewallRule.class).isEmpty()) {
            return false;
        }
        for (var seen : host.of(FilterPresence.class)) {
            FilterPresence.Kind kind = seen.fact().kind();
            if (seen.fact().present()
                    && (kind == FilterPresence.Kind.NFTABLES || kind == FilterPresence.Kind.XTABLES)) {
                return true;
            }
        }
        return false;
    }
}
