package astray.transcript.hosts;

/** What the names of interfaces tell. */
final class Interfaces {
    private static final String[] KINDS = {
        "eth", "eno", "ens", "enp", "enx", "wlan", "wlp", "wls", "br-", "veth", "docker", "virbr", "tun", "tap", "wg",
        "bond", "lo", "en", "br", "vmbr", "cni", "ppp", "team", "dummy"
    };

    private Interfaces() {}

    /** Whether a name is that of one interface in the world: a bridge or veth of a container engine, named by chance. */
    static boolean unique(String name) {
        return name.startsWith("br-") && name.length() == 15 && hex(name, 3)
                || name.startsWith("veth") && name.length() >= 10 && hex(name, 4);
    }

    private static boolean hex(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word looks like an interface's name. */
    static boolean looksLikeOne(String word) {
        for (String kind : KINDS) {
            if (word.startsWith(kind) && word.length() > kind.length() && word.length() <= 15) {
                boolean numbered = true;
                for (int i = kind.length(); i < word.length(); i++) {
                    char c = word.charAt(i);
                    boolean digit = c >= '0' && c <= '9';
                    boolean part = c >= 'a' && c <= 'f' || c == 's' || c == 'p' || c == '.';
                    numbered &= digit || part && i > kind.length() || kind.equals("br-") || kind.equals("veth");
                }
                if (numbered && word.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                    return true;
                }
            }
        }
        return word.equals("lo");
    }
}
