package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * The kernel's own answer to "which way would this packet go" ({@code ip route get}).
 *
 * @param destination the address asked for; {@code null} when the answer is an error that does not repeat it
 * @param from the source address given with the question
 * @param iif the incoming interface given with the question
 * @param route the route chosen, with the table it was found in and the source address; {@code null} on an error
 * @param error the kernel's words, such as {@code Network is unreachable}; {@code null} when there is a route
 */
public record RouteLookup(
        @Nullable IpAddress destination,
        @Nullable IpAddress from,
        @Nullable String iif,
        @Nullable Route route,
        @Nullable String error)
        implements Fact {}
