package astray.cli;

import astray.cli.options.UsageException;
import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is typed: {@code HOST}, {@code HOST:PORT}, {@code ADDRESS}, {@code [V6]:PORT}.
 *
 * @param host the name or address
 * @param port the port, {@code null} when none is given
 */
record Endpoint(String host, @Nullable Integer port) {
    private static final int MAX_NAME = 253;

    static Endpoint parse(String text) throws UsageException {
        if (IpAddress.parse(text) != null) {
            return new Endpoint(text, null);
        }
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            String inside = end < 0 ? "" : text.substring(1, end);
            if (IpAddress.parse(inside) == null) {
                throw new UsageException("not an address: " + text);
            }
            String rest = text.substring(end + 1);
            if (!rest.isEmpty() && !rest.startsWith(":")) {
                throw new UsageException("not HOST[:PORT]: " + text);
            }
            return new Endpoint(inside, rest.isEmpty() ? null : port(rest.substring(1)));
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        if (host.isEmpty()
                || host.length() > MAX_NAME
                || host.contains(":")
                || host.chars().anyMatch(c -> c <= ' ')) {
            throw new UsageException("not HOST[:PORT]: " + text);
        }
        if (isMistypedAddress(host)) {
            throw new UsageException("not an address: " + host);
        }
        return new Endpoint(host, colon < 0 ? null : port(text.substring(colon + 1)));
    }

    /** Digits and dots alone are no name: no top-level domain is a number (RFC 3696 section 2). */
    private static boolean isMistypedAddress(String host) {
        return IpAddress.parse(host) == null
                && host.indexOf('.') >= 0
                && host.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    static int port(String text) throws UsageException {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UsageException("not a port: " + text);
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > 65535) {
            throw new UsageException("a port is 1 to 65535, not " + text);
        }
        return port;
    }
}
