package astray.transcript.iproute;

import astray.facts.Link;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An interface whose lines are still being read. */
final class LinkDraft {
    private static final String NONE = "none";

    /** Kinds that may stand alone on their line; any other is known by the attributes behind it. */
    private static final Set<String> KINDS = Set.of(
            "bond",
            "bridge",
            "dummy",
            "geneve",
            "gre",
            "gretap",
            "ifb",
            "ip6gre",
            "ip6tnl",
            "ipip",
            "ipvlan",
            "macsec",
            "macvlan",
            "macvtap",
            "netkit",
            "nlmon",
            "sit",
            "team",
            "tun",
            "veth",
            "vlan",
            "vrf",
            "vti",
            "vxcan",
            "vxlan",
            "wireguard",
            "xfrm");

    private final @Nullable Integer index;
    private final String name;
    private final @Nullable String peer;
    private final List<String> flags;
    private @Nullable Integer mtu;
    private @Nullable String qdisc;
    private @Nullable String master;
    private @Nullable String state;
    private @Nullable String linkType;
    private @Nullable String lladdr;
    private @Nullable String kind;
    private boolean kindFollows;

    private LinkDraft(@Nullable Integer index, String name, @Nullable String peer, List<String> flags) {
        this.index = index;
        this.name = name;
        this.peer = peer;
        this.flags = flags;
    }

    /**
     * Reads an interface's first line, {@code 2: eth0@if7: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP …}, also
     * when it breaks off behind the flags or has lost its index; {@code null} for any other line.
     */
    static @Nullable LinkDraft parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        if (first == null || first.length() < 2 || !first.endsWith(":")) {
            return null;
        }
        Integer index = Numbers.parseInt(first.substring(0, first.length() - 1));
        String named = index == null ? first : words.next();
        String flags = words.next();
        if (named == null || named.length() < 2 || !named.endsWith(":") || flags == null || !isFlags(flags)) {
            return null;
        }
        if (index == null && !"mtu".equals(words.peek())) {
            return null;
        }
        String name = named.substring(0, named.length() - 1);
        int at = name.indexOf('@');
        LinkDraft draft = new LinkDraft(
                index, at < 0 ? name : name.substring(0, at), at < 0 ? null : name.substring(at + 1), flags(flags));
        return draft.name.isEmpty() || !draft.readAttributes(words) ? null : draft;
    }

    /** Whether a word is {@code <FLAG,FLAG>}. */
    static boolean isFlags(String word) {
        if (word.length() < 2 || word.charAt(0) != '<' || word.charAt(word.length() - 1) != '>') {
            return false;
        }
        for (int i = 1; i < word.length() - 1; i++) {
            char c = word.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != ',' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** The flags of {@code <FLAG,FLAG>}. */
    static List<String> flags(String word) {
        String inside = word.substring(1, word.length() - 1);
        return inside.isEmpty() ? List.of() : List.of(inside.split(","));
    }

    /** Whether these are an interface's attributes; bridge(8) prints the same line with a port's state. */
    private boolean readAttributes(Words words) {
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "mtu" -> mtu = Numbers.parseInt(words.next());
                case "qdisc" -> qdisc = words.next();
                case "master" -> master = words.next();
                case "state" -> {
                    state = words.next();
                    if (state != null && !state.isEmpty() && Character.isLowerCase(state.charAt(0))) {
                        return false;
                    }
                }
                default -> {
                    // xdp, mode, group, qlen and what may come: not facts
                }
            }
        }
        return true;
    }

    String name() {
        return name;
    }

    @Nullable
    String master() {
        return master;
    }

    /** Reads {@code link/ether 52:54:00:00:20:02 brd ff:ff:ff:ff:ff:ff …}; only the first such line counts. */
    boolean readLinkLine(String text) {
        Words words = new Words(text);
        String type = words.next();
        if (type == null || !type.startsWith("link/") || linkType != null) {
            return false;
        }
        linkType = type.substring("link/".length());
        // where the interface is of no kind, the generic attributes stay on this line
        kindFollows = text.contains(" promiscuity ") && !text.contains(" addrgenmode ");
        String address = words.next();
        if (!linkType.equals(NONE) && address != null && isLinkAddress(address)) {
            lladdr = address.toLowerCase(Locale.ROOT);
        }
        return true;
    }

    private static boolean isLinkAddress(String word) {
        return word.indexOf(':') > 0 || word.indexOf('.') > 0;
    }

    /** Takes the line of {@code -d} that begins with the kind of the interface; whether it was one. */
    boolean takeKind(String text) {
        String word = new Words(text).next();
        if (!kindFollows || word == null || !KINDS.contains(word) && !text.contains(" addrgenmode ")) {
            return false;
        }
        kindFollows = false;
        kind = word;
        return true;
    }

    Link link() {
        return new Link(index, name, peer, flags, mtu, qdisc, master, state, linkType, lladdr, kind);
    }
}
