package astray.transcript.iproute;

import astray.facts.Family;
import astray.facts.Prefix;
import astray.facts.Rule;
import org.jspecify.annotations.Nullable;

/** A policy rule whose words are still being read; a selector that is not shown stays {@code null}. */
final class RuleDraft {
    long priority;
    boolean not;

    @Nullable
    Prefix from;

    @Nullable
    Prefix to;

    @Nullable
    String mark;

    @Nullable
    String iif;

    @Nullable
    String oif;

    @Nullable
    String protocol;

    @Nullable
    String sourcePorts;

    @Nullable
    String destinationPorts;

    @Nullable
    String users;

    @Nullable
    String tos;

    boolean l3mdev;
    Rule.@Nullable Action action;

    @Nullable
    String table;

    @Nullable
    Integer suppressPrefixLength;

    @Nullable
    Long target;
    /** Whether a selector is there that could not be read: without it the rule would match too much. */
    boolean broken;

    /** The rule; its family is that of its prefixes, else the one that the command asked for. */
    Rule rule(Rule.Action done, @Nullable Family asked) {
        Family family = from != null ? from.family() : to != null ? to.family() : asked;
        return new Rule(
                priority,
                not,
                family,
                from,
                to,
                mark,
                iif,
                oif,
                protocol,
                sourcePorts,
                destinationPorts,
                users,
                tos,
                l3mdev,
                done,
                table,
                suppressPrefixLength,
                target);
    }

    /** The family of a listing: {@code ip rule} shows IPv4's rules unless asked for others. */
    static @Nullable Family family(@Nullable IpCommand command) {
        if (command == null || !command.about("rule")) {
            return null;
        }
        return command.family() == null ? Family.INET : command.family();
    }
}
