package astray.transcript.document;

import astray.transcript.text.Words;
import java.util.Locale;
import java.util.Set;

/** Whether a line that has no prompt is a command all the same. */
final class CommandShape {
    private static final int LONGEST = 400;

    /** Words that stand in sentences and hardly ever in commands. */
    private static final Set<String> SENTENCE = Words.set("""
            the a an is are was were be on of for does doesn't do did it its that this shows says with without
            can can't cannot works fails failed output outputs but because has have i my we you in at as so then
            still results result log logs information problem issue again only also when if there tells gives
            seems looks
            """);

    /** What ip(8) is asked about; its first argument must be one of these or an option. */
    private static final Set<String> IP_OBJECTS = Words.set("""
            a ad add addr addre address addrlabel l li lin link r ro rou rout route ru rul rule n ne nei neig
            neigh neighbor neighbour netns xfrm maddr maddress mroute tunnel tuntap vrf nexthop monitor ntable
            tcp_metrics macsec l2tp fou help stats sr token netconf
            """);

    private CommandShape() {}

    /** Whether it begins with the name of a tool: enough behind a prompt. */
    static boolean tool(String text) {
        String first = firstWord(text);
        return Tools.known(first) || first.equals("sudo");
    }

    /** Whether it is surely a command: a tool with arguments that make sense for it, and no words of a sentence. */
    static boolean sure(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || endsAsSentence(stripped)) {
            return false;
        }
        CommandLine line = CommandLine.parse(stripped);
        java.util.List<String> words = line.first().words();
        if (words.isEmpty()) {
            return false;
        }
        String tool = words.getFirst();
        boolean wrapped = !firstWord(stripped).endsWith(tool);
        if (!Tools.plain(tool) && !(Tools.known(tool) && (wrapped || argued(words)))) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.indexOf(' ') < 0 && (SENTENCE.contains(word.toLowerCase(Locale.ROOT)) && !isObject(words, i))
                    || ideographs(word)) {
                return false;
            }
        }
        return !tool.equals("ip")
                || words.size() > 1 && (words.get(1).startsWith("-") || IP_OBJECTS.contains(words.get(1)));
    }

    /** {@code ip a}: what is a word elsewhere is an object of ip here. */
    private static boolean isObject(java.util.List<String> words, int at) {
        return words.getFirst().equals("ip") && IP_OBJECTS.contains(words.get(at))
                || words.get(at).equals("on") && at > 1;
    }

    /** A tool whose name is a word too needs an option, a path, or nothing at all behind it. */
    private static boolean argued(java.util.List<String> words) {
        if (words.size() == 1) {
            return words.getFirst().equals("hostname")
                    || words.getFirst().equals("date")
                    || words.getFirst().equals("uptime");
        }
        String second = words.get(1);
        return second.startsWith("-")
                || second.startsWith("/")
                || words.getFirst().equals("bridge")
                        && Set.of("link", "vlan", "fdb", "mdb").contains(second)
                || words.getFirst().equals("route") && second.equals("print")
                || words.getFirst().equals("host") && second.indexOf('.') > 0;
    }

    private static boolean endsAsSentence(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '.' || last == '?' || last == '!' || last == ':' || last == ',' || Chars.ideograph(last);
    }

    private static boolean ideographs(String word) {
        return word.chars().anyMatch(c -> Chars.ideograph((char) c));
    }

    private static String firstWord(String text) {
        int from = Indent.of(text);
        int to = from;
        while (to < text.length() && text.charAt(to) != ' ' && text.charAt(to) != '\t') {
            to++;
        }
        String word = text.substring(from, to);
        return word.startsWith("/") ? word.substring(word.lastIndexOf('/') + 1) : word;
    }
}
