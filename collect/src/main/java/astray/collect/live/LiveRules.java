package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.Rule;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/** Policy routing rules. */
final class LiveRules {
    /** {@code FIB_RULE_INVERT}. */
    private static final int INVERT = 2;

    private LiveRules() {}

    static void read(NetlinkSocket socket, Family family, Ledger ledger) throws ErrnoException {
        Listing listing = astray.kernel.route.Rule.list(socket, Families.number(family));
        Ledger.Block shown = ledger.block(family == Family.INET ? "ip rule" : "ip -6 rule");
        Quote quote = new Quote("ip rule");
        for (Message message : listing) {
            astray.kernel.route.Rule rule = astray.kernel.route.Rule.of(message);
            Rule fact = rule == null ? null : fact(rule, family);
            if (fact != null) {
                shown.add(fact, quote.of(fact));
            }
        }
        if (ledger.isWhole(listing, Gap.What.RULES, family == Family.INET ? "IPv4" : "IPv6")) {
            shown.whole(Coverage.Topic.RULES, family, null);
        }
    }

    private static @Nullable Rule fact(astray.kernel.route.Rule rule, Family family) {
        Rule.Action action = action(rule.action());
        if (action == null) {
            return null;
        }
        int suppressed = rule.suppressPrefixLength();
        return new Rule(
                rule.priority(),
                (rule.flags() & INVERT) != 0,
                family,
                rule.sourcePrefix(),
                rule.destinationPrefix(),
                mark(rule),
                rule.iif(),
                rule.oif(),
                protocol(rule.ipProtocol()),
                range(rule.sourcePorts()),
                range(rule.destinationPorts()),
                range(rule.users()),
                rule.tos() == 0 ? null : "0x" + Integer.toHexString(rule.tos()),
                rule.l3mdev(),
                action,
                action == Rule.Action.LOOKUP ? LiveRoutes.table(rule.table()) : null,
                suppressed < 0 ? null : suppressed,
                rule.target());
    }

    /** {@code FR_ACT_} of linux/fib_rules.h. */
    private static Rule.@Nullable Action action(int number) {
        return switch (number) {
            case 1 -> Rule.Action.LOOKUP;
            case 2 -> Rule.Action.GOTO;
            case 3 -> Rule.Action.NOP;
            case 6 -> Rule.Action.BLACKHOLE;
            case 7 -> Rule.Action.UNREACHABLE;
            case 8 -> Rule.Action.PROHIBIT;
            default -> null;
        };
    }

    private static @Nullable String mark(astray.kernel.route.Rule rule) {
        Long mark = rule.mark();
        Long mask = rule.markMask();
        if (mark == null && mask == null) {
            return null;
        }
        String value = "0x" + Long.toHexString(mark == null ? 0 : mark);
        return mask == null || mask == 0xffffffffL ? value : value + "/0x" + Long.toHexString(mask);
    }

    private static @Nullable String protocol(int number) {
        return switch (number) {
            case -1, 0 -> null;
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 58 -> "ipv6-icmp";
            default -> "ipproto-" + number;
        };
    }

    private static @Nullable String range(astray.kernel.route.Rule.@Nullable Range range) {
        if (range == null) {
            return null;
        }
        return range.first() == range.last() ? Long.toString(range.first()) : range.first() + "-" + range.last();
    }
}
