package astray.instruments.lsof;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of regex(7) between slashes, as {@code -c} takes it, in the words of {@link Pattern}. */
final class RegularExpression {
    private static final int LONGEST = 1 << 10;

    private RegularExpression() {}

    /** Compiles {@code /expression/}, with {@code b}, {@code i}, {@code x} behind it. */
    static Pattern compile(String text) throws Usage {
        int close = text.lastIndexOf('/');
        if (close <= 0) {
            throw new Usage("regexp doesn't end with '/': " + text);
        }
        boolean basic = false;
        int flags = Pattern.DOTALL;
        for (int i = close + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case 'b' -> basic = true;
                case 'x' -> basic = false;
                case 'i' -> flags |= Pattern.CASE_INSENSITIVE;
                default -> throw new Usage("invalid regexp modifier: " + text.charAt(i));
            }
        }
        String expression = text.substring(1, close);
        if (expression.isEmpty() || expression.length() > LONGEST) {
            throw new Usage("regexp error: " + text);
        }
        try {
            return Pattern.compile(translate(expression, basic), flags);
        } catch (PatternSyntaxException e) {
            throw new Usage("regexp error: " + text + ": " + e.getDescription());
        }
    }

    /** In a basic expression brackets, braces, {@code + ? |} are operators behind a backslash; in others without. */
    static String translate(String expression, boolean basic) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '[') {
                i = bracket(expression, i, java);
            } else if (c == '\\' && i + 1 < expression.length()) {
                char next = expression.charAt(++i);
                boolean operator = "(){}+?|".indexOf(next) >= 0;
                if (operator && basic) {
                    java.append(next);
                } else if (Character.isLetterOrDigit(next)
                        && !(next >= '1' && next <= '9')
                        && "wWsSbB".indexOf(next) < 0) {
                    java.append(next);
                } else {
                    java.append('\\').append(next);
                }
            } else if (basic && "(){}+?|".indexOf(c) >= 0 || basic && c == '*' && java.isEmpty()) {
                java.append('\\').append(c);
            } else {
                java.append(c);
            }
        }
        return java.toString();
    }

    /** Copies a bracket expression, in which only {@code ]}, {@code ^}, {@code -} and classes mean more than themselves. */
    private static int bracket(String expression, int open, StringBuilder java) {
        int i = open + 1;
        java.append('[');
        if (i < expression.length() && expression.charAt(i) == '^') {
            java.append('^');
            i++;
        }
        for (int first = i; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == ']' && i > first) {
                java.append(']');
                return i;
            }
            int end = c == '[' && expression.startsWith("[:", i) ? expression.indexOf(":]", i) : -1;
            if (end > 0) {
                java.append(named(expression.substring(i + 2, end)));
                i = end + 1;
            } else if ("[]\\&^".indexOf(c) >= 0) {
                java.append('\\').append(c);
            } else {
                java.append(c);
            }
        }
        return i;
    }

    private static String named(String name) {
        return switch (name) {
            case "alpha" -> "\\p{Alpha}";
            case "digit" -> "0-9";
            case "alnum" -> "\\p{Alnum}";
            case "upper" -> "\\p{Upper}";
            case "lower" -> "\\p{Lower}";
            case "space" -> "\\s";
            case "blank" -> " \\t";
            case "punct" -> "\\p{Punct}";
            case "print" -> "\\p{Print}";
            case "graph" -> "\\p{Graph}";
            case "cntrl" -> "\\p{Cntrl}";
            case "xdigit" -> "\\p{XDigit}";
            // an unknown class is an error, as in the original
            default -> "\\p{?}";
        };
    }
}
