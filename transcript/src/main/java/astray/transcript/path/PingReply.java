package astray.transcript.path;

import astray.facts.IpAddress;
import astray.facts.Ping.Complaint;
import astray.transcript.connect.Literals;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A line of a run of ping between its header and its statistics: an answer, or somebody's complaint.
 *
 * @param name the answerer's name where shown
 * @param address the answerer's address
 */
record PingReply(@Nullable String name, @Nullable IpAddress address) {

    /** {@code 64 bytes from 10.2.0.5: icmp_seq=1 ttl=63 time=0.403 ms}; {@code null} for another line. */
    static @Nullable PingReply parse(String text) {
        String from = afterBytesFrom(text);
        if (from == null || sequence(text) < 0) {
            return null;
        }
        Words words = new Words(from);
        String who = trimColon(words.next());
        String next = words.peek();
        IpAddress shown = next == null ? null : Literals.inParentheses(next);
        IpAddress literal = Literals.address(who);
        if (shown != null) {
            return new PingReply(literal == null ? who : null, shown);
        }
        return literal == null ? null : new PingReply(null, literal);
    }

    /** What follows "bytes from": {@code null} when the line does not begin with a number of bytes. */
    private static @Nullable String afterBytesFrom(String text) {
        Words words = new Words(text);
        if (Numbers.parseInt(words.next()) == null) {
            return null;
        }
        if (words.skip("bytes") && words.skip("from")) {
            return words.rest();
        }
        // iputils in Chinese: "64 字节，来自 10.2.0.5: icmp_seq=1 …"
        int chinese = text.indexOf("来自 ");
        return chinese > 0 && chinese < 16 ? text.substring(chinese + 3) : null;
    }

    /** Where {@code icmp_seq=} stands, {@code icmp_req=} in old iputils, {@code seq=} in busybox; -1 without one. */
    private static int sequence(String text) {
        String[] words = {" icmp_seq=", " icmp_req=", " seq=", " icmp_seq:"};
        for (String word : words) {
            int at = text.indexOf(word);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /**
     * {@code From 10.1.0.1 icmp_seq=1 Destination Host Unreachable} (Linux) or {@code 92 bytes from 10.1.0.1: Destination
     * Host Unreachable} (BSD); {@code null} for another line.
     */
    static @Nullable Complaint complaint(String text) {
        String from = text.startsWith("From ")
                ? text.substring(5)
                : text.startsWith("来自 ") ? text.substring(3) : afterBytesFrom(text);
        if (from == null) {
            return null;
        }
        Words words = new Words(from);
        String who = trimColon(words.next());
        String shown = words.peek();
        if (shown != null && Literals.inParentheses(shown) != null) {
            words.next();
            who = String.valueOf(Literals.inParentheses(shown));
        } else if (Literals.address(who) == null) {
            return null;
        }
        String next = words.peek();
        boolean numbered = next != null && (next.startsWith("icmp_seq=") || next.startsWith("icmp_req="));
        if (numbered) {
            words.next();
        }
        // without a number only the form "From 10.1.0.1: words" is an answer
        boolean known = numbered || from.indexOf(": ") > 0;
        String rest = words.rest();
        return known && !rest.isEmpty() ? new Complaint(who, rest) : null;
    }

    /** A colon ends the answerer; but an IPv6 address may end with two of its own. */
    private static @Nullable String trimColon(@Nullable String word) {
        boolean ended = word != null && (word.endsWith(":") || word.endsWith(","));
        return word != null && ended && Literals.address(word) == null ? word.substring(0, word.length() - 1) : word;
    }

    /** Lines that say nothing of their own: one answer late, the header of a returned packet (BSD). */
    static boolean noise(String text, boolean headed) {
        if (text.startsWith("Request timeout for icmp_seq ") || text.startsWith("no answer yet for icmp_seq=")) {
            return true;
        }
        if (!headed) {
            return false;
        }
        return text.startsWith("Vr HL TOS ")
                || text.startsWith("wrong data byte #")
                || text.startsWith("Warning: ")
                || text.startsWith("WARNING: ")
                || returnedPacket(text);
    }

    /** {@code 4  5  00 5400 0ff2   0 0000  3f  01 f7a6 10.0.0.2  10.2.0.5}. */
    private static boolean returnedPacket(String text) {
        if (!text.startsWith("4  5 ") && !text.startsWith("6  ")) {
            return false;
        }
        Words words = new Words(text);
        int count = 0;
        while (words.next() != null && count < 20) {
            count++;
        }
        return count == 12;
    }
}
