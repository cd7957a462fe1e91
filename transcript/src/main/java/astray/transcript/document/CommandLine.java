package astray.transcript.document;

import astray.transcript.Command;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line typed at a shell, taken apart as far as it matters for its output.
 *
 * @param text the line without its prompt
 * @param commands its simple commands whose output is shown, at least one
 * @param host the other host or container that it runs on ({@code ssh HOST command})
 * @param silent whether its output goes to a file
 */
record CommandLine(
        String text, List<Command> commands, @Nullable String host, boolean silent) {
    private static final int MAX_TOKENS = 200;
    private static final int MAX_TEXT = 2000;
    private static final int MAX_COMMANDS = 8;

    /** Filters that may leave lines out or change them. */
    private static final Set<String> FILTERS = Words.set("""
            grep egrep fgrep rg head tail awk gawk sed wc cut uniq tr xargs perl python python3 findstr
            Select-String zgrep ag
            """);

    private static final Set<String> QUIET =
            Set.of("cd", "export", "set", "unset", "source", "alias", "umask", "true", "sleep", "clear");

    /** Wrappers, and which of their options take a word. */
    private static final Set<String> WRAPPERS = Words.set("""
            sudo doas time nice ionice env timeout stdbuf unbuffer watch nohup nsenter exec command busybox do
            then chrt setsid strace rlwrap
            """);

    private static final Set<String> SSH_WITH_WORD = Words.set("""
            -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w
            """);

    /** Takes a line apart. Never fails: a line that makes no sense is a command of its words. */
    static CommandLine parse(String typed) {
        String text = typed.strip();
        if (text.length() > MAX_TEXT) {
            text = text.substring(0, MAX_TEXT);
        }
        List<Command> commands = new ArrayList<>();
        String host = null;
        boolean silent = false;
        for (List<String> pipeline : split(tokens(text), Set.of(";", "&&", "||", "&"))) {
            List<List<String>> stages = split(pipeline, Set.of("|", "|&"));
            if (stages.isEmpty()) {
                continue;
            }
            List<String> words = new ArrayList<>(stages.getFirst());
            boolean toFile = withoutRedirections(words);
            String elsewhere = unwrap(words);
            host = elsewhere == null ? host : elsewhere;
            boolean filtered = false;
            for (List<String> stage : stages.subList(1, stages.size())) {
                List<String> filter = new ArrayList<>(stage);
                toFile |= withoutRedirections(filter);
                unwrap(filter);
                filtered |= filter.isEmpty() || FILTERS.contains(filter.getFirst());
            }
            if (words.isEmpty() || QUIET.contains(words.getFirst())) {
                continue;
            }
            silent |= toFile;
            if (commands.size() < MAX_COMMANDS) {
                commands.add(new Command(text, words, filtered));
            }
        }
        if (commands.isEmpty()) {
            commands.add(new Command(text, List.of(), false));
        }
        return new CommandLine(text, List.copyOf(commands), host, silent && commands.size() == 1);
    }

    /** The first command. */
    Command first() {
        return commands.getFirst();
    }

    private static List<List<String>> split(List<String> tokens, Set<String> separators) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String token : tokens) {
            if (separators.contains(token)) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Takes {@code 2>/dev/null} and the like out; whether the output went to a file. */
    private static boolean withoutRedirections(List<String> words) {
        boolean toFile = false;
        for (int i = 0; i < words.size(); ) {
            String word = words.get(i);
            int digits = 0;
            while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
                digits++;
            }
            boolean both = word.startsWith("&>");
            if (!both && !Chars.is(word, digits, '>') && !Chars.is(word, digits, '<')) {
                i++;
                continue;
            }
            boolean output = both || digits == 0 && word.charAt(0) == '>' || word.startsWith("1>");
            int name = both ? 2 : digits + 1;
            while (Chars.is(word, name, '>') || Chars.is(word, name, '<')) {
                name++;
            }
            words.remove(i);
            if (name == word.length() && i < words.size()) {
                words.remove(i);
            }
            toFile |= output;
        }
        return toFile;
    }

    /** Takes sudo and the like away; the host that a remote shell leads to. */
    private static @Nullable String unwrap(List<String> words) {
        String host = null;
        for (int rounds = 0; !words.isEmpty() && rounds < 10; rounds++) {
            String first = base(words.getFirst());
            words.set(0, first);
            if (WRAPPERS.contains(first)) {
                unwrapOptions(words, first);
            } else if (first.indexOf('=') > 0 && first.charAt(0) != '-') {
                words.removeFirst();
            } else if (first.equals("ssh")) {
                int at = remoteCommand(words);
                if (at < 0) {
                    return host;
                }
                host = hostOf(words.get(at - 1));
                inner(words, at);
            } else if (first.equals("ip")
                    && words.size() > 4
                    && words.get(1).startsWith("net")
                    && words.get(2).equals("exec")) {
                host = words.get(3);
                inner(words, 4);
            } else if ((first.equals("docker") || first.equals("podman"))
                    && words.size() > 3
                    && words.get(1).equals("exec")) {
                int at = 2;
                while (at < words.size() && words.get(at).startsWith("-")) {
                    at++;
                }
                if (at + 1 >= words.size()) {
                    return host;
                }
                host = words.get(at);
                inner(words, at + 1);
            } else {
                return host;
            }
        }
        return host;
    }

    /** Keeps the words from here on; one word with blanks, as in {@code ssh host "ip addr"}, is several. */
    private static void inner(List<String> words, int from) {
        List<String> rest = new ArrayList<>();
        for (String word : words.subList(from, words.size())) {
            rest.addAll(tokens(word));
        }
        words.clear();
        words.addAll(rest);
        int pipe = words.indexOf("|");
        if (pipe >= 0) {
            words.subList(pipe, words.size()).clear();
        }
        withoutRedirections(words);
    }

    private static void unwrapOptions(List<String> words, String wrapper) {
        words.removeFirst();
        while (!words.isEmpty()) {
            String word = words.getFirst();
            boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
            if (word.startsWith("-") || word.indexOf('=') > 0 || number && wrapper.equals("timeout")) {
                words.removeFirst();
                boolean takesWord = word.length() == 2 && "ugCntpDhcorSUT".indexOf(word.charAt(1)) >= 0;
                if (takesWord && !words.isEmpty() && !Tools.known(base(words.getFirst())) && !wrapper.equals("time")) {
                    words.removeFirst();
                }
            } else {
                return;
            }
        }
    }

    /** Where the remote command of ssh begins; -1 when there is none. */
    private static int remoteCommand(List<String> words) {
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += SSH_WITH_WORD.contains(words.get(at)) ? 2 : 1;
        }
        at++;
        if (at >= words.size()) {
            return -1;
        }
        List<String> inner = tokens(words.get(at));
        return !inner.isEmpty() && Tools.known(base(inner.getFirst())) ? at : -1;
    }

    private static String hostOf(String target) {
        return target.substring(target.lastIndexOf('@') + 1);
    }

    /** A tool's name without its path. */
    private static String base(String word) {
        int slash = word.lastIndexOf('/');
        return word.startsWith("/") || word.startsWith("./") ? word.substring(slash + 1) : word;
    }

    /** The words and operators of a line, quotes taken away. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < text.length() && tokens.size() < MAX_TOKENS; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c == '\\' && i + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(i + 1))) {
                word.append(text.charAt(++i));
                open = true;
            } else if (c == ' ' || c == '\t') {
                open = flush(tokens, word, open);
            } else if (c == '|' || c == ';' || c == '&' && !redirects(text, i)) {
                open = flush(tokens, word, open);
                boolean twice = Chars.is(text, i + 1, c) || c == '|' && Chars.is(text, i + 1, '&');
                tokens.add(twice ? text.substring(i, i + 2) : String.valueOf(c));
                i += twice ? 1 : 0;
            } else {
                word.append(c);
                open = true;
            }
        }
        flush(tokens, word, open);
        return tokens;
    }

    /** {@code 2>&1} and {@code &>file}. */
    private static boolean redirects(String text, int at) {
        return Chars.is(text, at - 1, '>') || Chars.is(text, at + 1, '>');
    }

    private static boolean flush(List<String> tokens, StringBuilder word, boolean open) {
        if (open) {
            tokens.add(word.toString());
            word.setLength(0);
        }
        return false;
    }
}
