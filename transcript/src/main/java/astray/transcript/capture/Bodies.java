package astray.transcript.capture;

import astray.facts.Frame;
import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code IP} or {@code IP6}: two ends, and what one says to the other. */
final class Bodies {
    private Bodies() {}

    /**
     * Reads {@code a > b: words}.
     *
     * @return {@code null} when it has another shape
     */
    static Frame.@Nullable Body ip(String text, int from) {
        int start = from;
        // "IP truncated-ip - 13 bytes missing! 10.0.0.1 > …"
        if (text.startsWith("truncated-ip", start)) {
            int mark = text.indexOf("! ", start);
            start = mark < 0 ? start : mark + 2;
        }
        int sourceEnd = tokenEnd(text, start);
        if (sourceEnd == start || !text.startsWith(" > ", sourceEnd)) {
            return null;
        }
        int target = sourceEnd + 3;
        int targetEnd = tokenEnd(text, target);
        if (targetEnd - target < 2 || text.charAt(targetEnd - 1) != ':') {
            return null;
        }
        String source = text.substring(start, sourceEnd);
        String destination = text.substring(target, targetEnd - 1);
        return said(source, destination, text.substring(targetEnd).strip());
    }

    private static int tokenEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ' ') {
            i++;
        }
        return i;
    }

    private static Frame.Body said(String source, String destination, String said) {
        String words = withoutSum(said);
        if (words.startsWith("Flags [")) {
            return tcp(source, destination, words);
        }
        if (words.startsWith("ICMP ")) {
            return new Frame.Icmp(Ends.place(source), Ends.place(destination), words.substring(5));
        }
        if (words.startsWith("HBH ") || words.startsWith("ICMP6")) {
            int at = words.indexOf("ICMP6, ");
            if (at >= 0) {
                return icmp6(source, destination, words.substring(at + 7));
            }
        }
        if (words.startsWith("tcp ")) {
            Integer length = Numbers.parseInt(words.substring(4));
            if (length != null) {
                return new Frame.Tcp(Ends.withPort(source), Ends.withPort(destination), "", "", length);
            }
        }
        Frame.Body old = OldLines.parse(source, destination, words);
        if (old != null) {
            return old;
        }
        boolean ports = Ends.showsPort(source) && Ends.showsPort(destination);
        if (words.startsWith("UDP") || (ports && !isOtherWithPorts(words))) {
            return new Frame.Udp(Ends.withPort(source), Ends.withPort(destination), words);
        }
        return ports
                ? new Frame.Other(Ends.withPort(source), Ends.withPort(destination), words)
                : new Frame.Other(Ends.place(source), Ends.place(destination), words);
    }

    /** SCTP and DCCP have ports too, and a TCP header that the snapshot cut off. */
    private static boolean isOtherWithPorts(String words) {
        return words.startsWith("sctp") || words.startsWith("DCCP") || words.startsWith("[|");
    }

    /** {@code -v} puts {@code [udp sum ok]} or {@code [bad udp cksum …]} before a datagram's words. */
    private static String withoutSum(String words) {
        if (words.startsWith("[") && !words.startsWith("[|")) {
            int close = words.indexOf("] ");
            if (close > 0 && (words.lastIndexOf("sum", close) > 0 || words.lastIndexOf("cksum", close) > 0)) {
                return words.substring(close + 2);
            }
        }
        return words;
    }

    private static Frame.Body icmp6(String source, String destination, String details) {
        Frame.Resolution resolution = Resolutions.icmp6(details, Ends.place(source));
        return resolution != null ? resolution : new Frame.Icmp(Ends.place(source), Ends.place(destination), details);
    }

    /** {@code Flags [P.], seq 1:28, ack 1, win 64, options [nop], length 27: SSH: …}. */
    private static Frame.Body tcp(String source, String destination, String words) {
        int close = words.indexOf(']');
        if (close < 0) {
            return new Frame.Other(Ends.withPort(source), Ends.withPort(destination), words);
        }
        String flags = words.substring(7, close);
        int length = words.indexOf(", length ", close);
        String between = words.substring(close + 1, length < 0 ? words.length() : length);
        String details = between.startsWith(", ") ? between.substring(2) : between;
        Integer payload = null;
        if (length >= 0) {
            int digits = Stamp.digits(words, length + 9);
            payload = Numbers.parseInt(words.substring(length + 9, length + 9 + digits));
        }
        return new Frame.Tcp(Ends.withPort(source), Ends.withPort(destination), flags, details.strip(), payload);
    }
}
