package astray.transcript.path;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.transcript.connect.Literals;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line of tracepath(8).
 *
 * @param kind what it tells
 * @param ttl the probe's time-to-live, where it tells of a probe
 * @param probe the probe
 * @param pmtu the path MTU where the line gives one
 * @param reached whether the target itself answered
 */
record TracepathLine(
        Kind kind, int ttl, Hop.Probe probe, @Nullable Integer pmtu, boolean reached) {
    private static final int MAX_TTL = 255;

    enum Kind {
        LOCALHOST,
        PROBE,
        NO_REPLY,
        FAILED,
        RESUME
    }

    static @Nullable TracepathLine parse(String line) {
        Words words = new Words(line);
        String first = words.next();
        if (first == null) {
            return null;
        }
        if (first.equals("Resume:") || first.equals("Too")) {
            return last(first, words);
        }
        // a question mark after the number: the distance is guessed from the answer
        boolean guessed = first.endsWith("?:");
        Integer ttl =
                first.endsWith(":") ? Numbers.parseInt(first.substring(0, first.length() - (guessed ? 2 : 1))) : null;
        return ttl == null || ttl < 1 || ttl > MAX_TTL ? null : probe(ttl, words);
    }

    private static @Nullable TracepathLine last(String first, Words words) {
        boolean known = first.equals("Resume:")
                ? words.skip("pmtu")
                : words.skip("many") && words.skip("hops:") && words.skip("pmtu");
        Integer pmtu = known ? Numbers.parseInt(words.next()) : null;
        return pmtu == null ? null : new TracepathLine(Kind.RESUME, 0, Hop.Probe.SILENT, pmtu, false);
    }

    private static @Nullable TracepathLine probe(int ttl, Words words) {
        String who = words.next();
        if (who == null) {
            return null;
        }
        if (who.equals("[LOCALHOST]")) {
            Integer pmtu = words.skip("pmtu") ? Numbers.parseInt(words.next()) : null;
            return new TracepathLine(Kind.LOCALHOST, ttl, Hop.Probe.SILENT, pmtu, false);
        }
        if (who.equals("no")) {
            return words.skip("reply") && !words.more()
                    ? new TracepathLine(Kind.NO_REPLY, ttl, Hop.Probe.SILENT, null, false)
                    : null;
        }
        if (who.equals("send")) {
            return words.skip("failed") ? new TracepathLine(Kind.FAILED, ttl, Hop.Probe.SILENT, null, false) : null;
        }
        return answered(ttl, who, words);
    }

    private static @Nullable TracepathLine answered(int ttl, String who, Words words) {
        IpAddress address = Literals.address(who);
        String name = address == null ? who : null;
        Duration time = null;
        String mark = null;
        Integer pmtu = null;
        boolean reached = false;
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.startsWith("(") && word.endsWith(")")) {
                address = Literals.inParentheses(word);
            } else if (word.startsWith("!")) {
                mark = word;
            } else if (word.equals("reached")) {
                reached = true;
            } else if (word.equals("pmtu")) {
                pmtu = Numbers.parseInt(words.next());
            } else if (word.equals("asymm")) {
                words.next();
            } else if (word.endsWith("ms") && time == null) {
                time = Millis.parse(word.substring(0, word.length() - 2));
            } else {
                return null;
            }
        }
        return time == null
                ? null
                : new TracepathLine(Kind.PROBE, ttl, new Hop.Probe(address, name, time, mark), pmtu, reached);
    }
}
