package astray.transcript.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that say on which host the next command ran: a table of patterns, each with a sample that a test runs. */
final class HostPhrases {
    private static final int LONGEST = 300;

    private static final String NAME = "(?<n>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?|[0-9a-fA-F:.]{3,45})";
    private static final String ASIDE = "(?:\\s?[(\uff08][^)\uff09]{0,80}[)\uff09])?";
    private static final String KIND =
            "(?:server|box|machine|host|laptop|node|router|gateway|firewall|client|vm|pc|desktop|workstation|notebook)";
    private static final String ZH_KIND =
            "(?:\u670d\u52a1\u5668|\u4e3b\u673a|\u673a\u5668|\u8282\u70b9|\u7535\u8111|\u8def\u7531\u5668|\u7f51\u5173|\u865a\u62df\u673a|\u9632\u706b\u5899)";
    private static final String ZH_ROLE =
            "(?:\u5ba2\u6237\u7aef|\u5ba2\u6237\u673a|\u670d\u52a1\u7aef|\u670d\u52a1\u5668|\u76ee\u6807\u673a|\u4e3b\u673a|\u673a\u5668|\u8282\u70b9)";
    private static final String ZH_DESCRIPTION = "(?<d>[A-Za-z0-9][A-Za-z0-9_-]{0,20} ?" + ZH_KIND
            + "|\u5ba2\u6237\u7aef|\u5ba2\u6237\u673a|\u670d\u52a1\u7aef|\u670d\u52a1\u5668|\u76ee\u6807\u673a|\u6211\u7684\u7535\u8111|\u6211\u7684\u673a\u5668|\u672c\u673a|\u672c\u5730)";

    /** How a pattern's find is meant. */
    enum Strength {
        SURE,
        IF_KNOWN,
        /** Sure for what looks like a host's name (gpu1, db-2, a.example.org), else only if known. */
        BY_LOOKS
    }

    /** One row of the table; the sample must yield the host. */
    record Row(Pattern pattern, Label.Form form, Strength strength, boolean alone, String sample, String host) {}

    static final List<Row> ROWS = List.of(
            row(
                    "^(?:and |then |now |next |finally )?(?:here )?(?:on|from|at) (?:the |my |our )?[a-z]+(?: [a-z]+)?, "
                            + NAME + ASIDE + "(?: itself)?[:.]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "On the asking side, web3:",
                    "web3"),
            row(
                    "^(?:and |then |now |next |finally )?(?:on|from|at|inside) " + NAME + ASIDE + "(?: itself)?[:.,]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "And on db-2 itself:",
                    "db-2"),
            row(
                    "\\b(?:on|from|inside) (?:the |my |our |a )(?<d>(?:[A-Za-z0-9-]{1,20} )?" + KIND
                            + ")(?: itself)?(?::$|\\b)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "This is what I see on the backup server:",
                    "backup server"),
            row(
                    "\\b(?:on|inside) " + NAME + ASIDE + "(?: itself)?:$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "Eva started this for us on kiln:",
                    "kiln"),
            row(
                    "\\bfrom " + NAME + ASIDE + "(?: itself)?:$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "The same from edge-4:",
                    "edge-4"),
            row(
                    "^(?:output of .{1,60} )?(?:on|from) " + NAME + "[,:] ",
                    Label.Form.RAN_THERE,
                    Strength.IF_KNOWN,
                    "On kiln, the table looks so",
                    "kiln"),
            row(
                    "\\b(?:on|onto|into|inside|logged in to|log in to|logged into|switched to) " + NAME + "\\b",
                    Label.Form.RAN_THERE,
                    Strength.IF_KNOWN,
                    "Then I had a look on kiln and found",
                    "kiln"),
            row("^" + NAME + "'s ", Label.Form.RAN_THERE, Strength.IF_KNOWN, "kiln's routes", "kiln"),
            row("^" + NAME + ASIDE + ":$", Label.Form.NAMED, Strength.BY_LOOKS, "web3 (10.9.8.7):", "web3"),
            alone("^" + NAME + ASIDE + "$", Label.Form.NAMED, Strength.IF_KNOWN, "kiln", "kiln"),
            alone(
                    "^(?:the |our )?(?<d>[A-Za-z0-9-]{1,20} " + KIND + ")" + ASIDE + ":?$",
                    Label.Form.NAMED,
                    Strength.SURE,
                    "Backup server:",
                    "Backup server"),
            row(
                    "(?:\u5728|\u767b\u5f55|\u767b\u5f55\u5230|\u8fdb\u5165)\\s?" + ZH_ROLE + "\\s?" + NAME + "\\s?"
                            + ASIDE + "\\s?(?:\u4e0a|\u91cc|\u4e2d|\uff0c|\uff1a|:|$)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "\u5728\u670d\u52a1\u7aef db-2 \u4e0a\uff1a",
                    "db-2"),
            row(
                    "\u5728\\s?" + NAME + "\\s?" + ASIDE + "\\s?(?:\u4e0a|\u91cc)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "\u63a5\u7740\u5728 db-2 \u4e0a\u770b\u8def\u7531",
                    "db-2"),
            row(
                    "^" + NAME + "\\s?" + ASIDE
                            + "\\s?\u4e0a(?:\u7684[^\u3002\uff0c]{0,20}|\u6267\u884c|\u67e5\u770b)?[\uff1a:]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "db-2 \u4e0a",
                    "db-2"),
            row(
                    "\u5728\\s?" + ZH_DESCRIPTION + "\\s?(?:\u4e0a|\u91cc|\u4e2d)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "\u5728 NAS \u4e3b\u673a\u4e0a\u6293\u5305",
                    "NAS \u4e3b\u673a"),
            row(
                    "^" + ZH_ROLE + "\\s?" + NAME + "\\s?" + ASIDE + "\\s?[\uff1a:]?$",
                    Label.Form.NAMED,
                    Strength.SURE,
                    "\u8282\u70b9 db-2\uff1a",
                    "db-2"),
            row(
                    "^" + ZH_DESCRIPTION + ASIDE + "[\uff1a:]?$",
                    Label.Form.NAMED,
                    Strength.SURE,
                    "NAS\u4e3b\u673a\uff1a",
                    "NAS\u4e3b\u673a"),
            row(
                    "^" + ZH_DESCRIPTION + "\\s?\u4e0a[^\u3002\uff0c]{0,20}[\uff1a:]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "NAS \u4e3b\u673a\u4e0a\u7684\u8def\u7531\uff1a",
                    "NAS \u4e3b\u673a"));

    /** Words that stand where a host's name could stand. */
    private static final Set<String> NO_HOSTS = Set.of(
            "the",
            "my",
            "our",
            "a",
            "an",
            "it",
            "its",
            "this",
            "that",
            "these",
            "those",
            "there",
            "here",
            "both",
            "all",
            "each",
            "every",
            "port",
            "ports",
            "which",
            "what",
            "where",
            "one",
            "other",
            "another",
            "any",
            "top",
            "average",
            "demand",
            "request",
            "failure",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "linux",
            "windows",
            "macos",
            "tcp",
            "udp",
            "icmp",
            "ipv4",
            "ipv6",
            "wifi",
            "vpn",
            "docker",
            "site",
            "purpose",
            "then",
            "now",
            "yesterday",
            "today",
            "outside",
            "inside",
            "me",
            "him",
            "her",
            "us",
            "them",
            "his",
            "your",
            "their",
            "boot",
            "reboot",
            "behalf",
            "line",
            "lines",
            "side",
            "end",
            "output",
            "outputs",
            "result",
            "results",
            "routes",
            "route",
            "addresses",
            "address",
            "note",
            "notes",
            "example",
            "update",
            "edit",
            "thanks",
            "regards",
            "question",
            "answer",
            "summary",
            "log",
            "logs",
            "rules",
            "sockets",
            "links",
            "neighbours",
            "neighbors",
            "firewall",
            "network",
            "and",
            "or",
            "not",
            "so",
            "also",
            "but",
            "see",
            "hi",
            "hello",
            "ps",
            "followed",
            "top-level",
            "bridge",
            "interface",
            "stack",
            "account",
            "hold",
            "time",
            "course",
            "date",
            "subject",
            "from",
            "to",
            "cc",
            "sent",
            "wrote",
            "traceroute",
            "tcpdump",
            "ping",
            "netstat",
            "lsof",
            "dmesg",
            "journalctl",
            "ip",
            "ss",
            "ssh",
            "curl",
            "steps",
            "environment",
            "background",
            "conclusion");

    private HostPhrases() {}

    private static Row row(String pattern, Label.Form form, Strength strength, String sample, String host) {
        return new Row(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), form, strength, false, sample, host);
    }

    private static Row alone(String pattern, Label.Form form, Strength strength, String sample, String host) {
        return new Row(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), form, strength, true, sample, host);
    }

    /**
     * The hosts that a line names as the place of the next command, the surest first.
     *
     * @param alone whether the line stands alone, as a heading or a bullet does
     */
    static List<Label> find(String text, boolean alone, int line) {
        String words = plain(text);
        List<Label> labels = new ArrayList<>();
        if (words.isEmpty() || words.length() > LONGEST) {
            return labels;
        }
        for (Row row : ROWS) {
            if (row.alone && !alone) {
                continue;
            }
            Matcher matcher = row.pattern.matcher(words);
            while (matcher.find()) {
                Label label = label(row, matcher, line, text.strip());
                if (label != null && labels.stream().noneMatch(l -> l.host().equals(label.host()))) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }

    private static @Nullable Label label(Row row, Matcher matcher, int line, String quote) {
        String name = group(matcher, "n");
        if (name == null) {
            String description = group(matcher, "d");
            return description == null ? null : new Label(description.strip(), true, row.form, false, line, quote);
        }
        if (!isHost(name)) {
            return null;
        }
        boolean ifKnown = switch (row.strength) {
            case SURE -> false;
            case IF_KNOWN -> true;
            case BY_LOOKS -> !looksLikeHost(name);
        };
        return new Label(name, false, row.form, ifKnown, line, quote);
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }

    private static boolean looksLikeHost(String name) {
        return name.chars().anyMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '.');
    }

    /** Whether a word can be a host's name: no number, no interface, no common word. */
    static boolean isHost(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NO_HOSTS.contains(lower) || lower.length() < 2 || lower.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return !Interfaces.looksLikeOne(lower);
    }

    /** Without Markdown's marks: heading, bullet, number, emphasis, back quotes. */
    private static String plain(String text) {
        String stripped = text.strip();
        int at = 0;
        while (at < stripped.length() && "#*-+> ".indexOf(stripped.charAt(at)) >= 0) {
            at++;
        }
        int digits = at;
        while (digits < stripped.length() && Character.isDigit(stripped.charAt(digits)) && digits - at < 3) {
            digits++;
        }
        if (digits > at
                && digits + 1 < stripped.length()
                && ".)\u3001".indexOf(stripped.charAt(digits)) >= 0
                && (stripped.charAt(digits + 1) == ' ' || stripped.charAt(digits) == '\u3001')) {
            at = digits + 1;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = at; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c != '*' && c != '`') {
                plain.append(c);
            }
        }
        return plain.toString().strip();
    }
}
