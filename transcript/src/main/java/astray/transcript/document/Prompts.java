package astray.transcript.document;

import org.jspecify.annotations.Nullable;

/** Shell prompts of the usual forms: Bash and its kin, zsh, csh, busybox, cmd.exe, PowerShell. */
final class Prompts {
    private static final int LONGEST = 120;
    private static final int LONGEST_NAME = 64;

    private Prompts() {}

    static Mark parse(String body, int from) {
        char c = body.charAt(from);
        if (c == '(') {
            // a virtual environment's name
            int close = body.indexOf(')', from);
            if (close < 0 || close - from > 40 || !Chars.is(body, close + 1, ' ') || close + 2 >= body.length()) {
                return Mark.NONE;
            }
            return parse(body, close + 2, body.charAt(close + 2));
        }
        return parse(body, from, c);
    }

    private static Mark parse(String body, int from, char c) {
        return switch (c) {
            case '$' -> dollar(body, from);
            case '%' -> percent(body, from);
            case '[' -> bracketed(body, from);
            case '\u279c', '\u276f', '\u03bb', '\u00bb' -> arrow(body, from);
            default -> Chars.ofName(c) ? named(body, from) : Mark.NONE;
        };
    }

    private static Mark dollar(String body, int from) {
        if (from + 1 == body.length()) {
            return new Mark.Prompt(null, "");
        }
        boolean amount = from + 2 < body.length() && Character.isDigit(body.charAt(from + 2));
        return body.charAt(from + 1) == ' ' && !amount
                ? new Mark.Prompt(null, body.substring(from + 2).strip())
                : Mark.NONE;
    }

    private static Mark percent(String body, int from) {
        String typed = Chars.is(body, from + 1, ' ') ? body.substring(from + 2).strip() : "";
        return CommandShape.tool(typed) ? new Mark.Prompt(null, typed) : Mark.NONE;
    }

    /** {@code ➜  ~ ip addr}: what stands between the arrow and the first tool is a path and the like. */
    private static Mark arrow(String body, int from) {
        int at = from + 1;
        for (int words = 0; words < 4 && at < body.length(); words++) {
            at = Indent.end(body, at);
            String rest = body.substring(at);
            if (CommandShape.tool(rest)) {
                return new Mark.Prompt(null, rest.strip());
            }
            int blank = body.indexOf(' ', at);
            at = blank < 0 ? body.length() : blank;
        }
        return Mark.NONE;
    }

    /** {@code [user@host path]# }. */
    private static Mark bracketed(String body, int from) {
        int at = nameEnd(body, from + 1);
        if (!Chars.is(body, at, '@') || at == from + 1) {
            return Mark.NONE;
        }
        int hostEnd = nameEnd(body, at + 1);
        int close = body.indexOf(']', hostEnd);
        if (hostEnd == at + 1 || close < 0 || close - from > LONGEST) {
            return Mark.NONE;
        }
        int sign = Indent.end(body, close + 1);
        return typed(body, sign, host(body, at + 1, hostEnd), true);
    }

    /** Prompts that begin with the user's or the host's name. */
    private static Mark named(String body, int from) {
        int at = nameEnd(body, from);
        if (at >= body.length() || at - from > LONGEST_NAME) {
            return Mark.NONE;
        }
        switch (body.charAt(at)) {
            case '@' -> {
                int hostEnd = nameEnd(body, at + 1);
                return hostEnd == at + 1 ? Mark.NONE : afterHost(body, hostEnd, host(body, at + 1, hostEnd));
            }
            case ':' -> {
                if (at - from == 1 && Chars.is(body, at + 1, '\\')) {
                    return windows(body, at + 1);
                }
                char path = at + 1 < body.length() ? body.charAt(at + 1) : ' ';
                return path == '~' || path == '/' ? afterHost(body, at, host(body, from, at)) : Mark.NONE;
            }
            case '$', '#', '%' -> {
                String name = host(body, from, at);
                boolean shell = name.startsWith("bash-") || name.startsWith("sh-") || name.startsWith("zsh");
                Mark mark = typed(body, at, shell ? null : name, false);
                boolean known = mark instanceof Mark.Prompt prompt && CommandShape.tool(prompt.command());
                return known && (shell || Character.isLetterOrDigit(body.charAt(from))) ? mark : Mark.NONE;
            }
            case ' ' -> {
                return body.startsWith("PS ", from) && Chars.is(body, from + 4, ':')
                        ? windows(body, from + 5)
                        : Mark.NONE;
            }
            default -> {
                return Mark.NONE;
            }
        }
    }

    /** What stands between {@code user@host} and the sign: {@code :path}, {@code  path }, or nothing. */
    private static Mark afterHost(String body, int hostEnd, String host) {
        if (hostEnd >= body.length()) {
            return Mark.NONE;
        }
        char c = body.charAt(hostEnd);
        if (c == '$' || c == '#' || c == '%' || c == '>') {
            return typed(body, hostEnd, host, true);
        }
        if (c != ':' && c != ' ') {
            return Mark.NONE;
        }
        int path = hostEnd + 1;
        int end = Math.min(body.length(), path + LONGEST);
        if (path >= end || c == ' ' && "~/".indexOf(body.charAt(path)) < 0 && !Chars.ofName(body.charAt(path))) {
            return Mark.NONE;
        }
        int blanks = 0;
        for (int i = path; i < end; i++) {
            char p = body.charAt(i);
            boolean sign = p == '$' || p == '#' || p == '%' || p == '>';
            if (sign && (i + 1 == body.length() || body.charAt(i + 1) == ' ')) {
                return typed(body, i, host, true);
            }
            // "~ nina$", "~ %", "~ (main) $"
            if (p == ' ' && (i == path || ++blanks > 2)) {
                return Mark.NONE;
            }
        }
        return Mark.NONE;
    }

    /** {@code C:\Users\pia>}, from the backslash on. */
    private static Mark windows(String body, int from) {
        int sign = body.indexOf('>', from);
        if (sign < 0 || sign - from > LONGEST) {
            return Mark.NONE;
        }
        return new Mark.Prompt(null, body.substring(sign + 1).strip());
    }

    private static Mark typed(String body, int sign, @Nullable String host, boolean sure) {
        if (sign >= body.length() || "$#%>".indexOf(body.charAt(sign)) < 0) {
            return Mark.NONE;
        }
        if (sign + 1 < body.length() && body.charAt(sign + 1) != ' ' && !(sure && body.charAt(sign) == '#')) {
            return Mark.NONE;
        }
        return new Mark.Prompt(host, body.substring(sign + 1).strip());
    }

    private static int nameEnd(String body, int from) {
        int i = from;
        while (i < body.length() && Chars.ofName(body.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String host(String body, int from, int to) {
        return body.substring(from, to);
    }
}
