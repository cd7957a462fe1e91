package astray.instruments.journalctl;

import astray.instruments.journalctl.Grep.Unsupported;
import java.util.Locale;

/**
 * Patterns of PCRE2 in Java's dialect, over bytes. The two differ little; what differs is rewritten (classes as
 * {@code [[:upper:]]}, brackets and {@code &&} within a class, Python's way of naming groups) or refused by name.
 */
final class PerlPattern {
    private final String in;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PerlPattern(String in) {
        this.in = in;
    }

    static String toJava(String pattern) throws Unsupported {
        PerlPattern translation = new PerlPattern(pattern);
        translation.all();
        return translation.out.toString();
    }

    private void all() throws Unsupported {
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '[') {
                bracket();
            } else if (c == '(') {
                group();
            } else if (c == '{' && !isRepeat()) {
                out.append("\\{");
                at++;
            } else if (c == '}' || c == ']') {
                out.append(c == '}' && openRepeat() ? "" : "\\").append(c);
                at++;
            } else {
                out.append(c);
                at++;
            }
        }
    }

    /** Whether {n}, {n,} or {n,m} begins here; otherwise the brace is itself. */
    private boolean isRepeat() {
        int i = at + 1;
        int digits = i;
        while (i < in.length() && Character.isDigit(in.charAt(i))) {
            i++;
        }
        if (i == digits) {
            return false;
        }
        if (i < in.length() && in.charAt(i) == ',') {
            i++;
            while (i < in.length() && Character.isDigit(in.charAt(i))) {
                i++;
            }
        }
        return i < in.length() && in.charAt(i) == '}';
    }

    private boolean openRepeat() {
        int open = in.lastIndexOf('{', at);
        int here = at;
        at = open;
        boolean repeat = open >= 0 && isRepeat() && in.indexOf('}', open) == here;
        at = here;
        return repeat;
    }

    private void escape() throws Unsupported {
        if (at + 1 >= in.length()) {
            throw new Unsupported("\\ at end of pattern");
        }
        char c = in.charAt(at + 1);
        if (c == 'Q') {
            int end = in.indexOf("\\E", at + 2);
            String quoted = in.substring(at + 2, end < 0 ? in.length() : end);
            for (int i = 0; i < quoted.length(); i++) {
                literal(quoted.charAt(i));
            }
            at = end < 0 ? in.length() : end + 2;
            return;
        }
        if ("KCXpPg".indexOf(c) >= 0) {
            throw new Unsupported("\\" + c + " is not supported");
        }
        out.append('\\').append(c);
        at += 2;
    }

    private void literal(char c) {
        if (c < 0x80 && !Character.isLetterOrDigit(c)) {
            out.append('\\');
        }
        out.append(c);
    }

    private void group() throws Unsupported {
        if (in.startsWith("(?P<", at)) {
            out.append("(?<");
            at += 4;
        } else if (in.startsWith("(?P=", at)) {
            int end = in.indexOf(')', at);
            if (end < 0) {
                throw new Unsupported("missing closing parenthesis");
            }
            out.append("\\k<").append(in, at + 4, end).append('>');
            at = end + 1;
        } else if (in.startsWith("(?#", at)) {
            int end = in.indexOf(')', at);
            if (end < 0) {
                throw new Unsupported("missing ) following (?# comment");
            }
            at = end + 1;
        } else if (in.startsWith("(*", at)) {
            throw new Unsupported("(*VERB) is not supported");
        } else if (in.startsWith("(?", at)
                && at + 2 < in.length()
                && "|(R&P'0123456789C+".indexOf(in.charAt(at + 2)) >= 0) {
            throw new Unsupported("(?" + in.charAt(at + 2) + " is not supported");
        } else {
            out.append('(');
            at++;
        }
    }

    private void bracket() throws Unsupported {
        out.append('[');
        at++;
        if (at < in.length() && in.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        boolean first = true;
        while (true) {
            if (at >= in.length()) {
                throw new Unsupported("missing terminating ] for character class");
            }
            char c = in.charAt(at);
            if (c == ']' && !first) {
                out.append(']');
                at++;
                return;
            }
            first = false;
            if (c == '\\') {
                escape();
            } else if (c == '[' && in.startsWith("[:", at) && in.indexOf(":]", at) > 0) {
                named();
            } else {
                if (c == '[' || c == ']' || c == '&') {
                    out.append('\\');
                }
                out.append(c);
                at++;
            }
        }
    }

    private void named() throws Unsupported {
        int end = in.indexOf(":]", at);
        String name = in.substring(at + 2, end);
        boolean not = name.startsWith("^");
        String plain = not ? name.substring(1) : name;
        String java = switch (plain.toLowerCase(Locale.ROOT)) {
            case "alpha" -> "Alpha";
            case "digit" -> "Digit";
            case "alnum" -> "Alnum";
            case "upper" -> "Upper";
            case "lower" -> "Lower";
            case "punct" -> "Punct";
            case "graph" -> "Graph";
            case "print" -> "Print";
            case "blank" -> "Blank";
            case "cntrl" -> "Cntrl";
            case "xdigit" -> "XDigit";
            case "space" -> "Space";
            case "ascii" -> "ASCII";
            case "word" -> "";
            default -> throw new Unsupported("unknown POSIX class name");
        };
        if (java.isEmpty()) {
            out.append(not ? "\\W" : "\\w");
        } else {
            out.append(not ? "\\P{" : "\\p{").append(java).append('}');
        }
        at = end + 2;
    }
}
