package astray.transcript.path;

import astray.facts.IpAddress;
import astray.transcript.connect.Literals;
import org.jspecify.annotations.Nullable;

/**
 * ping's first line, in any of {@code PING x (10.2.0.5) 56(84) bytes of data.}, {@code PING x(y (2001:db8::5)) 56 data
 * bytes}, {@code PING x (10.2.0.5): 56 data bytes}, {@code PING6(56=40+8+8 bytes) 2001:db8::2 --> 2001:db8::5}.
 *
 * @param target the target in the user's words; {@code null} in the last form
 * @param address its address
 * @param source the own address that it names after {@code from}; {@code null} when it names none
 */
record PingHeader(
        @Nullable String target,
        @Nullable IpAddress address,
        @Nullable IpAddress source) {

    static @Nullable PingHeader parse(String line) {
        if (line.startsWith("PING6(")) {
            int arrow = line.indexOf(" --> ");
            IpAddress address = arrow < 0
                    ? null
                    : Literals.address(line.substring(arrow + 5).strip());
            return address == null ? null : new PingHeader(null, address, null);
        }
        if (!line.startsWith("PING ") || !(line.contains("bytes") || line.contains("比特") || line.contains("字节"))) {
            return null;
        }
        int end = 5;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '(') {
            end++;
        }
        IpAddress address = firstInParentheses(line, end);
        return end == 5 || address == null ? null : new PingHeader(line.substring(5, end), address, source(line));
    }

    /** {@code PING x (10.2.0.5) from 10.1.0.2 eth0: 56(84) bytes of data.} */
    private static @Nullable IpAddress source(String line) {
        int from = line.indexOf(" from ");
        if (from < 0) {
            return null;
        }
        int start = from + 6;
        int end = start;
        while (end < line.length() && line.charAt(end) != ' ') {
            end++;
        }
        // BSD and busybox put the colon next to it
        boolean colon = end > start && line.charAt(end - 1) == ':' && line.indexOf("data bytes", end) > 0;
        IpAddress address = Literals.address(line.substring(start, end));
        return address == null && colon ? Literals.address(line.substring(start, end - 1)) : address;
    }

    /** The target's own address comes first: what follows may name the source, and the size stands in parentheses too. */
    private static @Nullable IpAddress firstInParentheses(String line, int from) {
        int open = line.indexOf('(', from);
        while (open >= 0) {
            int next = line.indexOf('(', open + 1);
            int close = line.indexOf(')', open);
            if (close >= 0 && (next < 0 || close < next)) {
                return Literals.address(line.substring(open + 1, close));
            }
            open = next;
        }
        return null;
    }

    /** Whether it is in the form of BSD, macOS and busybox. */
    static boolean likeBsd(String line) {
        return line.contains("): ") || line.startsWith("PING6(");
    }
}
