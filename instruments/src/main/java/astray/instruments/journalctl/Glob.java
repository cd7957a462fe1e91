package astray.instruments.journalctl;

/** Patterns of names as fnmatch(3) matches them, a backslash being no more than itself. */
final class Glob {
    private Glob() {}

    /** Whether a text is a pattern at all. */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    /** Whether a name matches. Linear but for one star at a time, whatever the pattern. */
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int from = 0;
        while (n < name.length()) {
            int next = p < pattern.length() ? one(pattern, p, name.charAt(n)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = n;
            } else if (next >= 0) {
                p = next;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on when its part at a place takes a character; -1 when it does not. */
    private static int one(String pattern, int at, char c) {
        char p = pattern.charAt(at);
        if (p == '?') {
            return at + 1;
        }
        if (p == '[') {
            int close = pattern.indexOf(']', at + 2 + (pattern.startsWith("!", at + 1) ? 1 : 0));
            if (close > 0) {
                boolean not = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
                return in(pattern, at + (not ? 2 : 1), close, c) != not ? close + 1 : -1;
            }
        }
        return p == c ? at + 1 : -1;
    }

    private static boolean in(String pattern, int from, int to, char c) {
        for (int i = from; i < to; i++) {
            if (i + 2 < to && pattern.charAt(i + 1) == '-') {
                if (c >= pattern.charAt(i) && c <= pattern.charAt(i + 2)) {
                    return true;
                }
                i += 2;
            } else if (pattern.charAt(i) == c) {
                return true;
            }
        }
        return false;
    }
}
