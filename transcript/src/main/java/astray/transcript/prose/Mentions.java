package astray.transcript.prose;

import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a sentence for who asks for what. */
final class Mentions {
    /** A name with its address in parentheses; compiled when the first sentence has parentheses. */
    private static final class Named {
        static final Pattern PATTERN = Pattern.compile(
                "(?<![A-Za-z0-9_.:-])([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)\\s?[(（]([0-9a-fA-F:.]{3,45})(?:[)）]|, )");
    }

    /** A port's number; compiled when the first sentence names a target. */
    private static final class Port {
        static final Pattern PATTERN = Pattern.compile(
                "\\bport (\\d{1,5})\\b|(?<![\\d.])(\\d{1,5})\\s?(?:号)?端口|端口\\s?(?:号)?(?:是|为)?[：:]?\\s?(\\d{1,5})|"
                        + "\\b\\d{1,3}(?:\\.\\d{1,3}){3}:(\\d{1,5})\\b|(?<![A-Za-z0-9.:-])[A-Za-z][A-Za-z0-9.-]{0,62}:(\\d{2,5})\\b(?!:)",
                Pattern.CASE_INSENSITIVE);
    }

    private static final Map<String, Integer> SERVICES =
            Map.of("ssh", 22, "http", 80, "https", 443, "sftp", 22, "rdp", 3389, "smtp", 25);

    private static final Set<String> NO_NAMES = Words.set("""
            i we you it he she they one nobody somebody someone everybody everyone anyone people users this that
            there here which what who the a an and but or all any anything nothing something these those them us
            me him her is was port ssh http https ping from to at on in its my our your ip address connection
            connections traffic packets packet other others both each not no some trouble still also then so now
            if when because that's outside inside home network networks internet site office login tcp udp icmp
            dns line command reply replies everything work redis nginx apache postgres mysql sshd host hosts
            interface service question problem
            """);

    private Mentions() {}

    /** The mentions in a sentence; empty for most. */
    static List<Mention> in(String sentence) {
        String text = sentence.replace("`", "").replace("*", "").replace("\"", "");
        String lower = text.toLowerCase(Locale.ROOT);
        List<Mention> mentions = new ArrayList<>();
        for (MentionRows.Row row : MentionRows.CHANGED) {
            if (row.couldBeIn(lower) && own(row, text, Mention.Role.NEW_ADDRESS, mentions)) {
                return mentions;
            }
        }
        for (MentionRows.Row row : MentionRows.OWN) {
            if (row.couldBeIn(lower) && own(row, text, Mention.Role.ASKER, mentions)) {
                break;
            }
        }
        for (MentionRows.Row row : MentionRows.ROWS) {
            if (row.couldBeIn(lower) && failing(row, text, mentions)) {
                break;
            }
        }
        if (text.indexOf('(') < 0 && text.indexOf('（') < 0) {
            return mentions;
        }
        Matcher named = Named.PATTERN.matcher(text);
        while (named.find()) {
            IpAddress address = IpAddress.parse(named.group(2));
            String name = named.group(1);
            if (address != null && isName(name) && mentions.stream().noneMatch(m -> address.equals(m.address()))) {
                mentions.add(new Mention(Mention.Role.HOST, name, address, null));
            }
        }
        return mentions;
    }

    private static boolean own(MentionRows.Row row, String text, Mention.Role role, List<Mention> mentions) {
        Matcher matcher = row.pattern().matcher(text);
        while (matcher.find()) {
            Mention mention = mention(role, matcher.group("an"), matcher.group("aa"), null);
            if (mention != null && mention.address() != null) {
                mentions.add(mention);
                return true;
            }
        }
        return false;
    }

    private static boolean failing(MentionRows.Row row, String text, List<Mention> mentions) {
        Matcher matcher = row.pattern().matcher(text);
        while (matcher.find()) {
            String shown = matcher.group("ta") != null ? matcher.group("ta") : matcher.group("tb");
            String address = shown != null ? shown : addressAfter(text, matcher.end("tn"));
            String other = matcher.group("tf");
            Mention target =
                    mention(Mention.Role.TARGET, other != null ? other : matcher.group("tn"), address, port(text));
            if (target == null) {
                continue;
            }
            if (row.namesAsker()) {
                Mention asker = mention(Mention.Role.ASKER, matcher.group("an"), matcher.group("aa"), null);
                if (asker == null) {
                    // "I", "we", "nobody": the target is meant all the same, and another row says so better
                    continue;
                }
                if (mentions.stream().noneMatch(m -> m.role() == Mention.Role.ASKER)) {
                    mentions.add(asker);
                }
            }
            mentions.add(target);
            return true;
        }
        return false;
    }

    /** {@code mill: 10.9.2.8 port 443}: the address follows the name. */
    private static @Nullable String addressAfter(String text, int end) {
        if (end + 2 >= text.length() || text.charAt(end) != ':') {
            return null;
        }
        int from = text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
        int to = from;
        while (to < text.length()
                && (Character.digit(text.charAt(to), 16) >= 0 || text.charAt(to) == '.' || text.charAt(to) == ':')) {
            to++;
        }
        return to > from ? text.substring(from, to) : null;
    }

    private static @Nullable Mention mention(
            Mention.Role role, @Nullable String word, @Nullable String shown, @Nullable Integer port) {
        IpAddress address = shown == null ? null : IpAddress.parse(trimmed(shown));
        if (word == null) {
            return address == null ? null : new Mention(role, null, address, port);
        }
        String name = trimmed(word);
        IpAddress own = IpAddress.parse(name);
        if (own == null && name.indexOf(':') > 0 && name.indexOf(':') == name.lastIndexOf(':')) {
            Integer after = Numbers.parsePort(name.substring(name.indexOf(':') + 1));
            if (after != null) {
                name = name.substring(0, name.indexOf(':'));
                own = IpAddress.parse(name);
                port = port == null ? after : port;
            }
        }
        if (own != null) {
            return new Mention(role, null, own, port);
        }
        return isName(name) ? new Mention(role, name, address, port) : null;
    }

    private static String trimmed(String word) {
        int end = word.length();
        while (end > 1 && ".:,".indexOf(word.charAt(end - 1)) >= 0 && !word.endsWith("::")) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean isName(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean letter = word.chars().anyMatch(Character::isLetter);
        return letter && lower.length() > 1 && !NO_NAMES.contains(lower);
    }

    /** The port that the sentence names, by number or by a service's name. */
    private static @Nullable Integer port(String text) {
        Matcher matcher = Port.PATTERN.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                Integer port = Numbers.parsePort(matcher.group(group));
                if (port != null && port > 0) {
                    return port;
                }
            }
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 200)) {
            Integer port = SERVICES.get(word);
            if (port != null) {
                return port;
            }
        }
        return null;
    }
}
