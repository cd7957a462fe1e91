package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A chain of netfilter rules.
 *
 * @param tool {@code iptables}, {@code ip6tables} or {@code nft}
 * @param family {@code ip}, {@code ip6}, {@code inet}, {@code bridge}, …
 * @param table the table's name
 * @param chain the chain's name
 * @param hook the hook of a base chain: {@code input}, {@code forward}, …
 * @param priority the base chain's priority as shown
 * @param policy the base chain's policy: {@code accept} or {@code drop}, in lower case
 */
public record FirewallChain(
        String tool,
        @Nullable String family,
        String table,
        String chain,
        @Nullable String hook,
        @Nullable String priority,
        @Nullable String policy)
        implements Fact {}
