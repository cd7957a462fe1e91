package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * How much of something was shown. Without it "not listed" could not be told from "not there".
 *
 * @param topic what was listed
 * @param family the family that the listing was restricted to; {@code null} for both
 * @param selector what it was restricted to: an interface, a table, a port; {@code null} for nothing
 * @param whole whether everything within these bounds is there: no filter, no excerpt, not cut off
 */
public record Coverage(
        Topic topic, @Nullable Family family, @Nullable String selector, boolean whole) implements Fact {

    /** What can be listed. */
    public enum Topic {
        LINKS,
        ADDRESSES,
        ROUTES,
        RULES,
        NEIGHBOURS,
        LISTENERS,
        CONNECTIONS,
        SYSCTLS,
        FIREWALL_IPTABLES,
        FIREWALL_NFT,
        DOCKER_NETWORKS,
        CAPTURE,
        LOG
    }
}
