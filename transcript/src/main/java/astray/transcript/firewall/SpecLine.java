package astray.transcript.firewall;

import astray.facts.Fact;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/** A line in the form of iptables' own options: {@code -P INPUT DROP}, {@code -N DOCKER}, {@code -A INPUT -j DROP}. */
final class SpecLine {
    private SpecLine() {}

    /** The chain or rule that a line states; {@code null} for any other line. */
    static @Nullable Fact read(String text, Scope scope) {
        String line = text.strip();
        Long packets = null;
        if (line.startsWith("[")) {
            int end = line.indexOf("] ");
            packets = end < 0 ? null : packets(line.substring(1, end));
            if (packets == null) {
                return null;
            }
            line = line.substring(end + 2).strip();
        }
        Words words = new Words(line);
        String option = words.next();
        String chain = words.next();
        if (option == null || chain == null || !isChainName(chain)) {
            return null;
        }
        return switch (option) {
            case "-P" -> {
                String policy = words.next();
                yield policy != null && isPolicy(policy) ? scope.chain(chain, policy) : null;
            }
            case "-N" -> words.more() ? null : scope.chain(chain, null);
            case "-A" ->
                isSpecification(words.peek())
                        ? scope.rule(chain, line, packets == null ? counted(words) : packets)
                        : null;
            default -> null;
        };
    }

    /** The packets out of {@code 12:720}. */
    private static @Nullable Long packets(String counters) {
        int colon = counters.indexOf(':');
        return colon < 0 || Numbers.parseLong(counters.substring(colon + 1)) == null
                ? null
                : Numbers.parseLong(counters.substring(0, colon));
    }

    /** The packets out of {@code -c 12 720}, which iptables -S -v adds. */
    private static @Nullable Long counted(Words words) {
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("-c")) {
                Long packets = Numbers.parseLong(words.next());
                return Numbers.parseLong(words.next()) == null ? null : packets;
            }
        }
        return null;
    }

    private static boolean isSpecification(@Nullable String word) {
        return word == null || word.equals("!") || word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != ',';
    }

    static boolean isPolicy(String word) {
        return word.equals("ACCEPT") || word.equals("DROP") || word.equals("QUEUE");
    }

    static boolean isChainName(String word) {
        if (word.length() > 64 || word.charAt(0) == '-' || word.charAt(0) == '!') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c == ',' || c == '(' || c == ')' || c == '|' || c == '`') {
                return false;
            }
        }
        return true;
    }
}
