package astray.transcript.nettools;

import astray.facts.Link;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interface of ifconfig(8) whose lines are still being read. */
final class IfconfigDraft {
    private static final String NO_CARRIER = "NO-CARRIER";

    private final String name;
    private final boolean linux;
    private final List<String> flags = new ArrayList<>();
    private @Nullable Integer mtu;
    private @Nullable String linkType;
    private @Nullable String lladdr;
    private @Nullable String state;

    private IfconfigDraft(String name, boolean linux) {
        this.name = name;
        this.linux = linux;
    }

    /** Reads an interface's first line in any of its forms; {@code null} for any other line. */
    static @Nullable IfconfigDraft parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        if (first == null) {
            return null;
        }
        if (words.skip("Link") && "encap".equals(before(words.peek(), ':'))) {
            return old(first, text.substring(text.indexOf("encap:") + "encap:".length()));
        }
        String flags = words.next();
        if (first.length() < 2 || !first.endsWith(":") || flags == null || !flags.startsWith("flags=")) {
            return null;
        }
        int open = flags.indexOf('<');
        if (open < 0 || !flags.endsWith(">")) {
            return null;
        }
        IfconfigDraft draft = new IfconfigDraft(first.substring(0, first.length() - 1), text.contains(">  mtu "));
        draft.addFlags(flags.substring(open + 1, flags.length() - 1).split(","));
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("mtu")) {
                draft.mtu = Numbers.parseInt(words.next());
            }
        }
        return draft;
    }

    private static @Nullable String before(@Nullable String word, char mark) {
        int at = word == null ? -1 : word.indexOf(mark);
        return word == null || at < 0 ? null : word.substring(0, at);
    }

    /** {@code eth1      Link encap:Ethernet  HWaddr 00:0E:0C:33:71:02}. */
    private static IfconfigDraft old(String name, String encapsulation) {
        IfconfigDraft draft = new IfconfigDraft(name, true);
        int at = encapsulation.indexOf("HWaddr");
        String title = (at < 0 ? encapsulation : encapsulation.substring(0, at)).strip();
        draft.linkType = switch (title) {
            case "Ethernet" -> "ether";
            case "Local Loopback" -> "loopback";
            case "Point-to-Point Protocol" -> "ppp";
            case "UNSPEC" -> "none";
            default -> null;
        };
        draft.lladdr =
                at < 0 ? null : LinkLayer.parse(new Words(encapsulation.substring(at + "HWaddr".length())).next());
        return draft;
    }

    private void addFlags(String... words) {
        for (String word : words) {
            if (!word.isEmpty()) {
                flags.add(word);
            }
        }
    }

    /** The interface that it is, or that it is a second name of: {@code eth0} for {@code eth0:1}. */
    String dev() {
        int colon = name.indexOf(':');
        return colon > 0 ? name.substring(0, colon) : name;
    }

    /** Whether it is only a label of another interface's address. */
    boolean isAlias() {
        return name.indexOf(':') > 0;
    }

    /** The label of its addresses, where it is one. */
    @Nullable
    String label() {
        return isAlias() ? name : null;
    }

    /** {@code UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1}; whether it was that line. */
    boolean takeOldFlags(String text) {
        int at = text.indexOf("MTU:");
        if (at < 0 || !flags.isEmpty()) {
            return false;
        }
        Words words = new Words(text.substring(0, at));
        for (String word = words.next(); word != null; word = words.next()) {
            if (!word.equals("[NO") && !word.equals("FLAGS]")) {
                addFlags(word);
            }
        }
        mtu = Numbers.parseInt(new Words(text.substring(at + "MTU:".length())).next());
        return true;
    }

    /** {@code ether 52:54:00:00:20:02  txqueuelen 1000  (Ethernet)}; whether it was that line. */
    boolean takeHardware(String word, Words rest) {
        switch (word) {
            case "ether", "lladdr", "infiniband" -> {
                linkType = word.equals("infiniband") ? word : "ether";
                lladdr = LinkLayer.parse(rest.next());
            }
            case "loop" -> linkType = "loopback";
            case "unspec" -> linkType = "none";
            case "ppp", "sit", "tunnel" ->
                linkType = linkType == null && rest.rest().contains("txqueuelen") ? word : linkType;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code status: active}. */
    void takeStatus(String status) {
        state = switch (status) {
            case "active", "associated", "running" -> "UP";
            case "inactive", "no carrier", "no network" -> "DOWN";
            default -> state;
        };
    }

    /**
     * The interface. Linux shows RUNNING where ip(8) shows nothing, and nothing where it shows NO-CARRIER; BSD's
     * RUNNING is about the driver, and its status tells.
     */
    Link link() {
        List<String> shown = new ArrayList<>(flags);
        boolean lost = linux ? !flags.contains("RUNNING") : "DOWN".equals(state);
        if (lost && flags.contains("UP")) {
            shown.addFirst(NO_CARRIER);
        }
        return new Link(null, name, null, shown, mtu, null, null, state, linkType, lladdr, null);
    }
}
