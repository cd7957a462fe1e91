package astray.transcript.capture;

import astray.facts.Frame;
import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The words of tcpdump before version 4, read into what version 4 says: {@code S 1234:1234(0) ack 5 win 5840} has
 * the flags {@code S.}.
 */
final class OldLines {
    private OldLines() {}

    static Frame.@Nullable Body parse(String source, String destination, String words) {
        if (words.startsWith("icmp")) {
            int at = words.startsWith("icmp: ") ? 4 : words.indexOf(": ");
            return at < 0
                    ? null
                    : new Frame.Icmp(
                            Ends.place(source),
                            Ends.place(destination),
                            words.substring(at + 2).strip());
        }
        if (words.startsWith("udp ") && Numbers.parseInt(words.substring(4)) != null) {
            return new Frame.Udp(Ends.withPort(source), Ends.withPort(destination), words);
        }
        int blank = words.indexOf(' ');
        if (blank <= 0 || blank > 6 || !areFlags(words, blank) || !isTcp(words, blank + 1)) {
            return null;
        }
        String flags = words.substring(0, blank);
        String details = words.substring(blank + 1);
        boolean ack = details.startsWith("ack ") || details.contains(" ack ");
        if (ack && flags.indexOf('.') < 0) {
            flags = flags + '.';
        }
        return new Frame.Tcp(Ends.withPort(source), Ends.withPort(destination), flags, details, length(details));
    }

    private static boolean areFlags(String words, int end) {
        for (int i = 0; i < end; i++) {
            if ("SFPRWEU.".indexOf(words.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The flags are followed by sequence numbers or an acknowledgement. */
    private static boolean isTcp(String words, int from) {
        if (words.startsWith("ack ", from) || words.startsWith("win ", from)) {
            return true;
        }
        int colon = from + Stamp.digits(words, from);
        return colon > from && words.startsWith(":", colon);
    }

    /** The number in brackets behind the sequence numbers. */
    private static @Nullable Integer length(String details) {
        int open = details.indexOf('(');
        int colon = details.indexOf(':');
        if (open < 0 || colon < 0 || colon > open || details.lastIndexOf(' ', open) >= 0) {
            return null;
        }
        int digits = Stamp.digits(details, open + 1);
        return Numbers.parseInt(details.substring(open + 1, open + 1 + digits));
    }
}
