package astray.transcript.path;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.transcript.connect.Literals;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of traceroute(8) below its header.
 *
 * @param ttl the hop's number, or {@code null} on a line that goes on with the hop before (BSD)
 * @param probes the probes on this line
 * @param mtu the last {@code F=NUM} of {@code --mtu}
 */
record TracerouteLine(
        @Nullable Integer ttl,
        List<Hop.Probe> probes,
        @Nullable Integer mtu) {
    private static final int MAX_TTL = 255;
    private static final int MAX_PROBES = 64;

    TracerouteLine {
        probes = List.copyOf(probes);
    }

    boolean timed() {
        return probes.stream().anyMatch(p -> p.time() != null);
    }

    boolean answered() {
        return probes.stream().anyMatch(Hop.Probe::answered);
    }

    /**
     * Reads a line; {@code null} when it is something else. A line that breaks off gives the probes before the break.
     */
    static @Nullable TracerouteLine parse(String line) {
        return new Scan(line).run();
    }

    /** The state of a walk along the line. */
    private static final class Scan {
        private final Words words;
        private final List<Hop.Probe> probes = new ArrayList<>();
        private @Nullable IpAddress address;
        private @Nullable String name;
        private @Nullable Integer mtu;

        Scan(String line) {
            words = new Words(line);
        }

        @Nullable
        TracerouteLine run() {
            String first = words.peek();
            Integer ttl = null;
            if (first != null && Character.isDigit(first.charAt(0))) {
                ttl = first.length() > 3 ? null : Numbers.parseInt(first);
                if (ttl != null && (ttl < 1 || ttl > MAX_TTL)) {
                    return null;
                }
            }
            if (ttl != null) {
                words.next();
            }
            for (String word = words.next(); word != null; word = words.next()) {
                if (probes.size() >= MAX_PROBES || !take(word)) {
                    // a last line may break off in the middle of a number or an address
                    boolean broken = !words.more() && !probes.isEmpty();
                    return broken ? done(ttl) : null;
                }
            }
            return ttl == null && probes.isEmpty() ? null : done(ttl);
        }

        private TracerouteLine done(@Nullable Integer ttl) {
            return new TracerouteLine(ttl, probes, mtu);
        }

        private boolean take(String word) {
            return switch (word.charAt(0)) {
                case '*' -> silent(word);
                case '!' -> mark(word);
                case '[' -> skipTo(word, ']');
                case '<' -> skipTo(word, '>');
                // --back prints the guessed length of the way back: '-2'
                case '\'' -> true;
                case 'F' -> word.startsWith("F=") ? mtu(word) : answerer(word);
                default -> time(word) || answerer(word);
            };
        }

        private boolean silent(String word) {
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) != '*') {
                    return false;
                }
                probes.add(Hop.Probe.SILENT);
            }
            return true;
        }

        private boolean mark(String word) {
            if (probes.isEmpty() || !probes.getLast().answered()) {
                return false;
            }
            Hop.Probe last = probes.removeLast();
            probes.add(new Hop.Probe(last.address(), last.name(), last.time(), word));
            return true;
        }

        private boolean mtu(String word) {
            mtu = Numbers.parseInt(word.substring(2));
            return mtu != null;
        }

        private boolean skipTo(String word, char end) {
            String at = word;
            while (at != null && at.indexOf(end) < 0) {
                at = words.next();
            }
            return at != null;
        }

        private boolean time(String word) {
            boolean joined = word.endsWith("ms");
            Duration time = Millis.parse(joined ? word.substring(0, word.length() - 2) : word);
            if (time == null || (address == null && name == null) || (!joined && !words.skip("ms"))) {
                return false;
            }
            probes.add(new Hop.Probe(address, name, time, null));
            return true;
        }

        private boolean answerer(String word) {
            String next = words.peek();
            IpAddress literal = Literals.address(word);
            if (next != null && next.startsWith("(")) {
                words.next();
                address = Literals.inParentheses(next);
                name = literal == null ? word : null;
                return address != null;
            }
            address = literal;
            name = null;
            return literal != null;
        }
    }
}
