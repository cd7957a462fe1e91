package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A netfilter rule in its tool's own words.
 *
 * @param tool {@code iptables}, {@code ip6tables} or {@code nft}
 * @param family {@code ip}, {@code ip6}, {@code inet}, {@code bridge}, …
 * @param table the table's name
 * @param chain the chain's name
 * @param rule the rule's text
 * @param packets how many packets matched, where counted
 */
public record FirewallRule(
        String tool,
        @Nullable String family,
        String table,
        String chain,
        String rule,
        @Nullable Long packets) implements Fact {}
