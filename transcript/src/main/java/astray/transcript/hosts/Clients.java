package astray.transcript.hosts;

import astray.transcript.Command;
import astray.transcript.text.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands that speak of the way to another host, and which host that is. */
final class Clients {
    private static final Set<String> TOOLS = Words.set("""
            traceroute traceroute6 tracert tracepath tracepath6 mtr ping ping6 ssh nc ncat netcat curl wget
            telnet nmap pathping sftp scp fping
            """);

    /** Options of these tools that are followed by a word of their own. */
    private static final Set<String> WITH_WORD = Words.set("""
            -c -W -w -m -q -p -I -i -s -S -n -o -l -b -M -f -t -Q -z -X -x --connect-timeout --max-time -P -g -N
            --interface -J -F -T
            """);

    private static final Set<String> FLAG_FOR_TRACEROUTE = Set.of("-n", "-I", "-T", "-F");

    private Clients() {}

    /** Whether a block is a client's output. */
    static boolean isClient(Draft draft) {
        Command command = draft.command();
        return draft.evidence().client() || command != null && TOOLS.contains(command.tool());
    }

    /** The host that it was aimed at, by the user's words. */
    static @Nullable String target(Draft draft) {
        String shown = draft.evidence().target();
        Command command = draft.command();
        if (shown != null || command == null || !TOOLS.contains(command.tool())) {
            return shown;
        }
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                boolean flag = FLAG_FOR_TRACEROUTE.contains(word) && !word.equals("-I")
                        || word.equals("-I") && command.tool().startsWith("trace")
                        || word.equals("-n") && !command.tool().equals("tracert");
                if (WITH_WORD.contains(word) && !flag && i + 2 < words.size()) {
                    i++;
                }
            } else {
                return host(word);
            }
        }
        return null;
    }

    /** The host in {@code user@host}, {@code http://host:port/path}, {@code host}. */
    private static String host(String word) {
        String host = word;
        int scheme = host.indexOf("://");
        if (scheme >= 0) {
            host = host.substring(scheme + 3);
            int slash = host.indexOf('/');
            host = slash < 0 ? host : host.substring(0, slash);
            int colon = host.lastIndexOf(':');
            host = colon > 0 && host.indexOf(':') == colon ? host.substring(0, colon) : host;
        }
        return host.substring(host.lastIndexOf('@') + 1);
    }
}
