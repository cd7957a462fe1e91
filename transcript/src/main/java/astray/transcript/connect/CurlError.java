package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * curl's last word, {@code curl: (7) Failed to connect to …} (libcurl-errors(3)).
 *
 * @param code the exit status
 * @param host the host where shown
 * @param port the port where shown
 * @param outcome how the try ended, where the words tell
 */
record CurlError(
        int code,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Outcome outcome) {
    private static final String PREFIX = "curl: (";
    private static final int RESOLVE_PROXY = 5;
    private static final int RESOLVE_HOST = 6;
    private static final int CONNECT = 7;
    private static final int TIMED_OUT = 28;
    private static final int TLS = 35;
    private static final int EMPTY = 52;
    private static final int SEND = 55;
    private static final int RECEIVE = 56;

    /** An answer came back at once. */
    private static final long AT_ONCE_MS = 1000;

    /** The kernel gives up on a neighbour after three requests, a second apart. */
    private static final long NEIGHBOUR_MS = 2900;

    private static final long NEIGHBOUR_MS_END = 3900;

    /** Nothing but a time-out takes as long. */
    private static final long LONG_MS = 20_000;

    static @Nullable CurlError parse(String line) {
        int close = line.indexOf(") ");
        Integer code =
                line.startsWith(PREFIX) && close > 0 ? Numbers.parseInt(line.substring(PREFIX.length(), close)) : null;
        return code == null ? null : parse(code, line.substring(close + 2).strip());
    }

    private static CurlError parse(int code, String words) {
        String opening = "Failed to connect to ";
        if (words.startsWith(opening)) {
            return connect(code, words.substring(opening.length()));
        }
        return switch (code) {
            case RESOLVE_PROXY, RESOLVE_HOST -> {
                int colon = words.indexOf(": ");
                String host = colon < 0 ? null : new Words(words.substring(colon + 2)).next();
                yield new CurlError(code, host, null, Outcome.NAME_UNRESOLVED);
            }
            case CONNECT -> new CurlError(code, null, null, lastWords(words));
            case TIMED_OUT -> new CurlError(code, null, null, timeOut(words));
            // a protocol error comes from a service that answers
            case TLS -> {
                boolean broken = words.contains("SSL_ERROR_SYSCALL") || words.contains("unexpected eof");
                yield new CurlError(
                        code,
                        null,
                        null,
                        words.contains("Connection reset")
                                ? Outcome.RESET
                                : broken ? Outcome.CLOSED : Outcome.CONNECTED);
            }
            case EMPTY -> new CurlError(code, null, null, Outcome.CLOSED);
            case SEND, RECEIVE ->
                new CurlError(code, null, null, words.contains("Connection reset") ? Outcome.RESET : Outcome.CLOSED);
            case 22, 51, 60 -> new CurlError(code, null, null, Outcome.CONNECTED);
            default -> new CurlError(code, null, null, null);
        };
    }

    private static @Nullable Outcome lastWords(String words) {
        int colon = words.lastIndexOf(": ");
        return ErrnoWords.outcome(colon < 0 ? words : words.substring(colon + 2));
    }

    private static Outcome timeOut(String words) {
        if (words.startsWith("Resolving timed out")) {
            return Outcome.NAME_UNRESOLVED;
        }
        // "Operation timed out after … with 0 bytes received" and "SSL connection timeout": it had opened
        return words.startsWith("Operation timed out")
                        || words.startsWith("SSL connection")
                        || words.contains("bytes received")
                ? Outcome.SILENT
                : Outcome.TIMED_OUT;
    }

    /** {@code build.example.org port 8443 after 9 ms: Connection refused}. */
    private static CurlError connect(int code, String rest) {
        Words words = new Words(rest);
        String host = words.next();
        String number = words.skip("port") ? words.next() : null;
        Integer port = number == null ? null : Numbers.parsePort(number.replace(":", ""));
        Long after = words.skip("after") ? Numbers.parseLong(words.next()) : null;
        Outcome said = lastWords(rest);
        Outcome outcome = said != null ? said : code == TIMED_OUT ? Outcome.TIMED_OUT : byTime(after);
        return new CurlError(code, host, port, outcome);
    }

    /**
     * Since 7.84 curl says "Couldn't connect to server" and no more. The time tells what came back: a refusal at once,
     * a missing neighbour after three seconds, nothing at all only much later. Between these nobody can say.
     */
    private static @Nullable Outcome byTime(@Nullable Long after) {
        if (after == null) {
            return null;
        }
        return after < AT_ONCE_MS
                ? Outcome.REFUSED
                : after >= LONG_MS
                        ? Outcome.TIMED_OUT
                        : after >= NEIGHBOUR_MS && after <= NEIGHBOUR_MS_END ? Outcome.NO_ROUTE_TO_HOST : null;
    }
}
