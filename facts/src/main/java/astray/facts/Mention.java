package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * What a person wrote between the outputs: not evidence of the network's state, but of what is asked.
 *
 * @param role what the words say of it
 * @param name a host's name or a description such as {@code GPU 服务器}
 * @param address an address
 * @param port a port
 */
public record Mention(
        Role role,
        @Nullable String name,
        @Nullable IpAddress address,
        @Nullable Integer port) implements Fact {

    /** What a person says of a host. */
    public enum Role {
        /** It is asked from here: "from client (10.1.0.2) I cannot …", "my address is …". */
        ASKER,
        /** It cannot be reached: "… cannot reach server, 10.2.0.5 port 22". */
        TARGET,
        /** The asker's address after a change: "my address is now …". */
        NEW_ADDRESS,
        /** A name and an address in one breath, and no more. */
        HOST
    }
}
