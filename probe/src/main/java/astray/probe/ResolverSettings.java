package astray.probe;

import astray.facts.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this machine looks names up (resolv.conf(5), nsswitch.conf(5)).
 *
 * @param servers the name servers that the C library asks: the first three, or the own host where none is given
 * @param zone the interface that a link-local name server is on; {@code null} for none
 * @param search the domains that are tried behind a short name
 * @param ndots how many dots a name needs to be tried as it is first, 0 to 15
 * @param sources where names of hosts are looked up, in order: {@code files} for the hosts file, {@code dns},
 *     {@code resolve}, {@code mdns4_minimal}, …
 */
public record ResolverSettings(
        List<IpAddress> servers, @Nullable String zone, List<String> search, int ndots, List<String> sources) {
    /** {@code MAXNS} of resolv.h. */
    private static final int MOST_SERVERS = 3;

    private static final int MOST_DOMAINS = 32;
    private static final int MOST_NDOTS = 15;

    /** Copies the lists. */
    public ResolverSettings {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
        sources = List.copyOf(sources);
    }

    /**
     * Reads the two files.
     *
     * @param resolv the text of resolv.conf; {@code ""} where there is none
     * @param nsswitch the text of nsswitch.conf; {@code ""} where there is none
     */
    static ResolverSettings parse(String resolv, String nsswitch) {
        List<IpAddress> servers = new ArrayList<>();
        List<String> search = List.of();
        String zone = null;
        int ndots = 1;
        for (String line : resolv.split("\n", -1)) {
            // a comment has its mark at the start of the line here
            List<String> words = line.startsWith(";") ? List.of() : Words.of(line);
            if (words.size() < 2) {
                continue;
            }
            switch (words.getFirst()) {
                case "nameserver" -> {
                    String word = words.get(1);
                    int percent = word.indexOf('%');
                    IpAddress server = IpAddress.parse(percent < 0 ? word : word.substring(0, percent));
                    if (server != null && servers.size() < MOST_SERVERS) {
                        servers.add(server);
                        zone = percent < 0 ? zone : word.substring(percent + 1);
                    }
                }
                // the last one counts
                case "search" -> search = words.subList(1, Math.min(words.size(), MOST_DOMAINS + 1));
                case "domain" -> search = words.subList(1, 2);
                case "options" -> ndots = ndots(words, ndots);
                default -> {}
            }
        }
        if (servers.isEmpty()) {
            servers.add(IpAddress.of("127.0.0.1"));
        }
        return new ResolverSettings(servers, zone, search, ndots, sources(nsswitch));
    }

    private static int ndots(List<String> options, int before) {
        int ndots = before;
        for (String option : options) {
            if (option.startsWith("ndots:")) {
                int number = 0;
                for (int i = "ndots:".length(); i < option.length(); i++) {
                    char c = option.charAt(i);
                    if (c < '0' || c > '9') {
                        break;
                    }
                    number = Math.min(MOST_NDOTS, number * 10 + c - '0');
                }
                ndots = number;
            }
        }
        return ndots;
    }

    private static List<String> sources(String nsswitch) {
        List<String> sources = new ArrayList<>();
        for (String line : nsswitch.split("\n", -1)) {
            List<String> words = Words.of(line.replace("hosts:", "hosts: "));
            if (words.isEmpty() || !words.getFirst().equals("hosts:")) {
                continue;
            }
            boolean action = false;
            for (String word : words.subList(1, words.size())) {
                action |= word.startsWith("[");
                if (!action) {
                    sources.add(word);
                }
                action &= !word.endsWith("]");
            }
        }
        // what the C library does without the file
        return sources.isEmpty() ? List.of("files", "dns") : sources;
    }

    /** The names that are asked for when a name is looked up, the first one first. */
    List<String> candidates(String name) {
        if (name.endsWith(".")) {
            return List.of(name);
        }
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            dots += name.charAt(i) == '.' ? 1 : 0;
        }
        List<String> candidates = new ArrayList<>();
        for (String domain : search) {
            candidates.add(domain.equals(".") ? name : name + "." + domain);
        }
        candidates.add(dots >= ndots ? 0 : candidates.size(), name);
        return candidates;
    }
}
