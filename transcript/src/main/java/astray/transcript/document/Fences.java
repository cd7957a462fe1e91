package astray.transcript.document;

import java.util.Locale;

/** Borders of code blocks: Markdown's, Jekyll's, a tracker's, HTML's. */
final class Fences {
    private static final int MAX_INFO = 60;

    private Fences() {}

    static Mark parse(String body, int from) {
        char c = body.charAt(from);
        return switch (c) {
            case '`', '~' -> run(body, from, c);
            case '{' -> braces(body.strip());
            default -> tag(body.strip().toLowerCase(Locale.ROOT));
        };
    }

    private static Mark run(String body, int from, char c) {
        int at = from;
        while (at < body.length() && body.charAt(at) == c) {
            at++;
        }
        if (at - from < 3 || body.length() - at > MAX_INFO) {
            return Mark.NONE;
        }
        String info = body.substring(at).strip();
        // text in back quotes on one line
        return info.indexOf('`') >= 0 ? Mark.NONE : new Mark.Fence(c, at - from, info, info.isEmpty());
    }

    private static Mark braces(String text) {
        if (text.startsWith("{% highlight") && text.endsWith("%}")) {
            return new Mark.Fence((char) 0, 1, "", false);
        }
        if (text.startsWith("{% endhighlight")) {
            return new Mark.Fence((char) 0, 1, "", true);
        }
        boolean code = text.equals("{noformat}") || text.equals("{code}");
        boolean opens = text.startsWith("{code:") && text.endsWith("}");
        return code || opens ? new Mark.Fence((char) 0, 1, "", code) : Mark.NONE;
    }

    private static Mark tag(String text) {
        return switch (text) {
            case "<pre>", "<pre><code>", "<code>" -> new Mark.Fence((char) 0, 1, "", false);
            case "</pre>", "</code></pre>", "</code>" -> new Mark.Fence((char) 0, 1, "", true);
            case "<snip>", "<...>", "<output omitted>", "<truncated>" -> new Mark.LeftOut();
            default -> Mark.NONE;
        };
    }
}
