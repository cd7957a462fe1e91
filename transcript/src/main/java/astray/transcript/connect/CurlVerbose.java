package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code curl -v} about a connection; curl 7 and 8 word them differently.
 *
 * @param kind what it tells
 * @param host the host's name where shown
 * @param address the address
 * @param port the port
 * @param outcome how the try ended, where it tells
 */
record CurlVerbose(
        Kind kind,
        @Nullable String host,
        @Nullable IpAddress address,
        @Nullable Integer port,
        @Nullable Outcome outcome) {
    enum Kind {
        /** A name was resolved: the tries that follow are its. */
        RESOLVED,
        TRYING,
        FAILED,
        CONNECTED,
        OTHER
    }

    private static final CurlVerbose NOTHING = new CurlVerbose(Kind.OTHER, null, null, null, null);

    /** Other lines by which a block of {@code curl -v} is known. */
    private static final String[] OTHER = {
        "IPv6: ",
        "IPv4: ",
        "Failed to connect to ",
        "Could not resolve host",
        "Connection timed out after ",
        "Connection #",
        "Closing connection",
        "Rebuilt URL to: ",
        "TCP_NODELAY set",
        "Immediate connect fail for ",
        "ipv4 connect timeout after ",
        "ipv6 connect timeout after ",
        "Operation timed out after ",
        "Empty reply from server",
        "Recv failure: ",
        "Send failure: ",
        "About to connect() to ",
        "ALPN",
        "TLSv1",
        "SSL ",
        "OpenSSL ",
        "LibreSSL ",
        "using HTTP/",
        "Request completely sent off",
        "shutting down connection"
    };

    /** Reads a line that begins with an asterisk; {@code null} for one that is not known to be curl's. */
    static @Nullable CurlVerbose parse(String line) {
        int star = line.indexOf("* ");
        if (star != 0) {
            return null;
        }
        String text = line.substring(2).strip();
        if (text.startsWith("Trying ") && text.endsWith("...")) {
            return trying(text.substring(7, text.length() - 3));
        }
        if (text.startsWith("connect to ")) {
            return failed(new Words(text.substring("connect to ".length())));
        }
        if (text.startsWith("Connected to ") || text.startsWith("Established connection to ")) {
            return connected(new Words(text.substring(text.indexOf(" to ") + 4)));
        }
        String resolved = " was resolved.";
        if (text.startsWith("Host ") && text.endsWith(resolved)) {
            ConnectTarget target = ConnectTarget.url(text.substring(5, text.length() - resolved.length()));
            return new CurlVerbose(Kind.RESOLVED, target.host(), null, target.port(), null);
        }
        for (String opening : OTHER) {
            if (text.startsWith(opening)) {
                return NOTHING;
            }
        }
        return null;
    }

    /** {@code 192.0.2.140:8443}, {@code [2001:db8::5]:443}, or a bare address in old versions. */
    private static @Nullable CurlVerbose trying(String where) {
        IpAddress bare = Literals.address(where);
        ConnectTarget target = bare == null ? ConnectTarget.url(where) : new ConnectTarget(where, null);
        IpAddress address = bare != null ? bare : Literals.address(target.host());
        return address == null ? null : new CurlVerbose(Kind.TRYING, null, address, target.port(), null);
    }

    /** {@code 192.0.2.140 port 8443 failed: Connection refused}, in curl 8 with {@code from 192.0.2.1 port 40000}. */
    private static @Nullable CurlVerbose failed(Words words) {
        IpAddress address = Literals.address(words.next());
        Integer port = words.skip("port") ? Numbers.parsePort(words.next()) : null;
        String rest = words.rest();
        int at = rest.indexOf("failed: ");
        Outcome outcome = at < 0 ? null : ErrnoWords.outcome(rest.substring(at + 8));
        return address == null || outcome == null ? null : new CurlVerbose(Kind.FAILED, null, address, port, outcome);
    }

    /** {@code build.example.org (192.0.2.140) port 443 (#0)} or {@code build.example.org (192.0.2.140 port 443) from …}. */
    private static @Nullable CurlVerbose connected(Words words) {
        String host = words.next();
        String inside = words.next();
        if (host == null || inside == null || !inside.startsWith("(")) {
            return null;
        }
        String end = inside.endsWith(")") ? inside.substring(1, inside.length() - 1) : inside.substring(1);
        String number = words.skip("port") ? words.next() : null;
        Integer port = number == null ? null : Numbers.parsePort(number.replace(")", ""));
        IpAddress address = Literals.address(end);
        return address == null ? null : new CurlVerbose(Kind.CONNECTED, host, address, port, Outcome.CONNECTED);
    }

    /** Lines of a transfer that say nothing of the connection: headers sent and received, the progress meter. */
    static boolean transfer(String line) {
        return line.startsWith("> ")
                || line.startsWith("< ")
                || line.equals(">")
                || line.equals("<")
                || line.startsWith("{ [")
                || line.startsWith("} [")
                || line.startsWith("  % Total    % Received")
                || line.startsWith("                                 Dload")
                || line.contains(" --:--:-- ") && line.stripLeading().startsWith("0 ");
    }
}
