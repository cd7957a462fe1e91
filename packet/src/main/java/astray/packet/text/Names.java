package astray.packet.text;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/** Names for numbers, where {@code -n} does not forbid them; asked for once for each number that a run meets. */
public interface Names {
    /** No names at all. */
    Names NONE = new Names() {
        @Override
        public @Nullable String host(IpAddress address) {
            return null;
        }

        @Override
        public @Nullable String service(String protocol, int port) {
            return null;
        }

        @Override
        public @Nullable String link(long index) {
            return null;
        }
    };

    /** The name of a host; {@code null} for none. */
    @Nullable
    String host(IpAddress address);

    /**
     * The name of a service.
     *
     * @param protocol {@code tcp} or {@code udp}
     * @param port 0 to 65535
     */
    @Nullable
    String service(String protocol, int port);

    /** The name of this machine's interface with an index; {@code null} for none. */
    @Nullable
    String link(long index);
}
