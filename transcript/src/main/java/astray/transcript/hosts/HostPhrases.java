package astray.transcript.hosts;

import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds the words that say on which host the next command ran. */
final class HostPhrases {
    private static final int LONGEST = 300;

    /** Words that stand where a host's name could stand. */
    private static final Set<String> NO_HOSTS = Words.set("""
            the my our a an it its this that these those there here both all each every port ports which what
            where one other another any top average demand request failure monday tuesday wednesday thursday
            friday saturday sunday linux windows macos tcp udp icmp ipv4 ipv6 wifi vpn docker site purpose then
            now yesterday today outside inside me him her us them his your their boot reboot behalf line lines
            side end output outputs result results routes route addresses address note notes example update edit
            thanks regards question answer summary log logs rules sockets links neighbours neighbors firewall
            network and or not so also but see hi hello ps followed top-level bridge interface stack account
            hold time course date subject from to cc sent wrote traceroute tcpdump ping netstat lsof dmesg
            journalctl ip ss ssh curl steps environment background conclusion
            """);

    private HostPhrases() {}

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
        String lower = words.toLowerCase(Locale.ROOT);
        for (HostPhraseRows.Row row : HostPhraseRows.ROWS) {
            if (row.alone() && !alone || !row.pattern().couldBeIn(lower)) {
                continue;
            }
            Matcher matcher = row.pattern().matcher(words);
            while (matcher.find()) {
                Label label = label(row, matcher, line, text.strip());
                if (label != null && labels.stream().noneMatch(l -> l.host().equals(label.host()))) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }

    private static @Nullable Label label(HostPhraseRows.Row row, Matcher matcher, int line, String quote) {
        String name = group(matcher, "n");
        if (name == null) {
            String description = group(matcher, "d");
            return description == null ? null : new Label(description.strip(), true, row.form(), false, line, quote);
        }
        if (!isHost(name)) {
            return null;
        }
        boolean ifKnown = switch (row.strength()) {
            case SURE -> false;
            case IF_KNOWN -> true;
            case BY_LOOKS -> !looksLikeHost(name);
        };
        return new Label(name, false, row.form(), ifKnown, line, quote);
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
                && ".)、".indexOf(stripped.charAt(digits)) >= 0
                && (stripped.charAt(digits + 1) == ' ' || stripped.charAt(digits) == '、')) {
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
