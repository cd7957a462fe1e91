package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of OpenBSD's nc(1), also in macOS's and busybox's words.
 *
 * @param host the target in the user's words where shown
 * @param address the address where shown
 * @param port the port where shown
 * @param outcome how the try ended; {@code null} for a line that tells nothing of it
 */
record NcLine(
        @Nullable String host,
        @Nullable IpAddress address,
        @Nullable Integer port,
        @Nullable Outcome outcome) {
    private static final NcLine NOTHING = new NcLine(null, null, null, null);

    static @Nullable NcLine parse(String text) {
        if (text.startsWith("Connection to ")) {
            return succeeded(text);
        }
        if (text.startsWith("found ") && (text.contains(" connections:") || text.equals("found 0 associations"))) {
            return NOTHING;
        }
        if (!text.startsWith("nc: ")) {
            return null;
        }
        Words words = new Words(text.substring(4));
        String first = String.valueOf(words.next());
        return switch (first) {
            case "connect", "connectx" -> words.skip("to") ? failed(words) : null;
            case "getaddrinfo" -> unresolved(words);
            case "getaddrinfo:" -> new NcLine(null, null, null, Outcome.NAME_UNRESOLVED);
            case "bad" -> words.skip("address") ? badAddress(words) : null;
            case "can't" -> busybox(words.rest());
            case "timed", "timeout" -> new NcLine(null, null, null, Outcome.TIMED_OUT);
            case "port", "invalid", "missing", "unix" -> NOTHING;
            default -> null;
        };
    }

    /** {@code Connection to server (10.2.0.5) 22 port [tcp/ssh] succeeded!}; macOS has the port after its word. */
    private static @Nullable NcLine succeeded(String text) {
        if (!text.endsWith(" succeeded!")) {
            return null;
        }
        Words words = new Words(text.substring("Connection to ".length()));
        String host = words.next();
        IpAddress address = inParentheses(words);
        words.skip("port");
        Integer port = Numbers.parsePort(words.next());
        if (host == null || port == null) {
            return null;
        }
        // a datagram that nobody rejects is no connection
        return text.contains("[udp/") || text.contains("[udp6/")
                ? NOTHING
                : new NcLine(host, address, port, Outcome.CONNECTED);
    }

    private static @Nullable IpAddress inParentheses(Words words) {
        String next = words.peek();
        IpAddress address = next == null ? null : Literals.inParentheses(next);
        if (address != null) {
            words.next();
        }
        return address;
    }

    /** {@code server (10.2.0.5) port 22 (tcp) failed: Connection refused}. */
    private static @Nullable NcLine failed(Words words) {
        String host = words.next();
        IpAddress address = inParentheses(words);
        Integer port = words.skip("port") ? Numbers.parsePort(words.next()) : null;
        if (host == null || port == null) {
            return null;
        }
        if (words.skip("(udp)")) {
            return NOTHING;
        }
        words.skip("(tcp)");
        String rest = words.rest();
        Outcome outcome = rest.startsWith("timed out")
                ? Outcome.TIMED_OUT
                : rest.startsWith("failed: ") ? ErrnoWords.outcome(rest.substring(8)) : null;
        return outcome == null ? null : new NcLine(host, address, port, outcome);
    }

    /** {@code getaddrinfo for host "server" port 22: Name or service not known}. */
    private static @Nullable NcLine unresolved(Words words) {
        if (!words.skip("for") || !words.skip("host")) {
            return null;
        }
        String host = words.next();
        String port = words.skip("port") ? words.next() : null;
        return host == null
                ? null
                : new NcLine(
                        host.replace("\"", ""),
                        null,
                        port == null ? null : Numbers.parsePort(port.replace(":", "")),
                        Outcome.NAME_UNRESOLVED);
    }

    private static @Nullable NcLine badAddress(Words words) {
        String host = words.next();
        return host == null ? null : new NcLine(host.replace("'", ""), null, null, Outcome.NAME_UNRESOLVED);
    }

    /** {@code connect to remote host (10.2.0.5): Connection refused}. */
    private static @Nullable NcLine busybox(String rest) {
        String opening = "connect to remote host";
        int colon = rest.lastIndexOf(": ");
        Outcome outcome = rest.startsWith(opening) && colon > 0 ? ErrnoWords.outcome(rest.substring(colon + 2)) : null;
        if (outcome == null) {
            return null;
        }
        IpAddress address = colon <= opening.length()
                ? null
                : Literals.inParentheses(rest.substring(opening.length(), colon).strip());
        return new NcLine(null, address, null, outcome);
    }

    /** A line of macOS's description of an open connection. */
    static boolean detail(String text) {
        String[] openings = {"1:\tflags=", "1: flags=", "outif ", "src ", "dst ", "rank info ", "TCP aux info "};
        for (String opening : openings) {
            if (text.startsWith(opening)) {
                return true;
            }
        }
        return false;
    }
}
