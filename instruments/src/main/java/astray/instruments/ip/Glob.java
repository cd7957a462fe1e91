package astray.instruments.ip;

/** A shell pattern, as fnmatch(3) understands it: {@code *}, {@code ?}, {@code [a-c]}, {@code [!a-c]}, a backslash. */
final class Glob {
    private Glob() {}

    /** Whether a whole text matches. The time is bounded by the product of both lengths. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, text.charAt(t)) : -1;
            if (next >= 0) {
                p = next;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on when its next part matches a character; -1 when it does not. */
    private static int one(String pattern, int at, char c) {
        char first = pattern.charAt(at);
        if (first == '?') {
            return at + 1;
        }
        if (first == '[') {
            int end = pattern.indexOf(']', at + 2);
            if (end > 0) {
                return bracket(pattern, at + 1, end, c) ? end + 1 : -1;
            }
        }
        if (first == '\\' && at + 1 < pattern.length()) {
            return pattern.charAt(at + 1) == c ? at + 2 : -1;
        }
        return first == c ? at + 1 : -1;
    }

    private static boolean bracket(String pattern, int from, int to, char c) {
        boolean negated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
        boolean found = false;
        for (int i = negated ? from + 1 : from; i < to; i++) {
            char low = pattern.charAt(i);
            char high = low;
            if (i + 2 < to && pattern.charAt(i + 1) == '-') {
                high = pattern.charAt(i + 2);
                i += 2;
            }
            found |= c >= low && c <= high;
        }
        return found != negated;
    }
}
