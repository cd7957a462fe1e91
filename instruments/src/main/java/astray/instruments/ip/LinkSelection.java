package astray.instruments.ip;

import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Message;
import astray.kernel.route.Address;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which links and addresses {@code ip addr show} and {@code ip link show} are to list: the words behind show. */
final class LinkSelection {
    private static final String PORT = "_slave";

    private int family;
    private @Nullable String device;
    private int index;
    private boolean up;
    private long group = -1;
    private int master;
    private boolean noMaster;
    private @Nullable String kind;
    private @Nullable String portKind;
    private @Nullable String label;
    private @Nullable InetPrefix to;
    private int scope;
    private boolean anyScope = true;
    private int flags;
    private int flagMask;

    /** Everything, of a family. */
    LinkSelection(int family) {
        this.family = family;
    }

    /** Reads the words. */
    static LinkSelection of(Session session, Words words, int family, Failure help) throws IOException {
        LinkSelection selection = new LinkSelection(family);
        while (words.hasNext()) {
            selection.take(session, words.next(), words, help);
        }
        if (selection.device != null) {
            selection.index = session.links().require(selection.device);
        }
        return selection;
    }

    private void take(Session session, String word, Words words, Failure help) throws IOException {
        switch (word) {
            case "to" -> {
                to = InetPrefix.prefix(words.next(), family);
                family = family == Families.UNSPEC ? to.family() : family;
            }
            case "scope" -> takeScope(session, words.next());
            case "up" -> up = true;
            case "label" -> label = words.next();
            case "group" -> {
                String name = words.next();
                group = session.names().groupNumber(name);
                if (group < 0) {
                    throw Failure.invalid("Invalid \"group\" value\n", name);
                }
            }
            case "master" -> master = master(session, words.next(), "Device does not exist\n");
            case "vrf" -> {
                String name = words.next();
                master = master(session, name, "Not a valid VRF name\n");
                if (!isVrf(session, master)) {
                    throw Failure.invalid("Not a valid VRF name\n", name);
                }
            }
            case "nomaster" -> noMaster = true;
            case "type" -> {
                String type = words.next();
                if (type.endsWith(PORT)) {
                    portKind = type.substring(0, type.length() - PORT.length());
                } else {
                    kind = type;
                }
            }
            default -> takeFlagOrDevice(word, words, help);
        }
    }

    private void takeScope(Session session, String name) throws Failure {
        int number = session.names().scopeNumber(name);
        if (number < 0 && !name.equals("all")) {
            throw Failure.invalid("invalid \"scope\"\n", name);
        }
        anyScope = number < 0;
        scope = number;
    }

    private static int master(Session session, String name, String why) throws IOException {
        int found = session.links().find(name);
        if (found == 0) {
            throw Failure.invalid(why, name);
        }
        return found;
    }

    private static boolean isVrf(Session session, int index) throws IOException {
        return session.socket().ask(Link.byIndex(index)) instanceof Answer.Replied(Message message)
                && "vrf".equals(new Link(message).kind());
    }

    private void takeFlagOrDevice(String word, Words words, Failure help) throws Failure {
        int bit = AddressFlags.bit(word);
        if (bit != 0) {
            if (AddressFlags.isNegated(word)) {
                flags &= ~bit;
            } else {
                flags |= bit;
            }
            flagMask |= bit;
            return;
        }
        String name = word;
        if (word.equals("dev")) {
            name = words.next();
        } else if (Words.matches(word, "help")) {
            throw help;
        }
        if (device != null) {
            throw new Failure(
                    Failure.WRONG_USAGE, "Error: either \"dev\" is duplicate, or \"" + name + "\" is a garbage.");
        }
        device = name;
    }

    int family() {
        return family;
    }

    /** The one link asked for; 0 for all. */
    int index() {
        return index;
    }

    /** Whether a group was asked for. */
    boolean hasGroup() {
        return group >= 0;
    }

    /** The request for the links, narrowed by the kernel where it can. */
    astray.kernel.netlink.Request links(int preferred, int extent) {
        if (preferred != Families.UNSPEC && preferred != Families.PACKET) {
            return Link.ofFamily(preferred);
        }
        astray.kernel.netlink.Request request = Link.list(Families.UNSPEC, extent);
        if (master > 0) {
            Link.withMaster(request, master);
        }
        if (kind != null) {
            Link.withKind(request, kind);
        }
        return request;
    }

    /** Whether a link is to be shown. */
    boolean takes(Link link) {
        if (index != 0 && link.index() != index || up && (link.flags() & LinkFlags.UP) == 0) {
            return false;
        }
        if (group >= 0 && link.attributes().has(Link.GROUP) && link.group() != group) {
            return false;
        }
        if (master > 0 && link.master() != master
                || noMaster && link.attributes().has(Link.MASTER)) {
            return false;
        }
        return (kind == null || kind.equals(link.kind())) && (portKind == null || portKind.equals(link.portKind()));
    }

    /** Whether addresses were asked for by their label: then no link is shown, as in the original. */
    boolean hasLabel() {
        return label != null;
    }

    /** Whether an address is to be shown. */
    boolean takes(Session session, Address address) throws IOException {
        if (family != Families.UNSPEC && family != address.family() || index != 0 && index != address.index()) {
            return false;
        }
        if (!anyScope && scope != address.scope() || ((flags ^ address.flags()) & flagMask) != 0) {
            return false;
        }
        return takesLabel(session, address) && takesPrefix(address);
    }

    private boolean takesLabel(Session session, Address address) throws IOException {
        String pattern = label;
        if (pattern == null) {
            return true;
        }
        String own = address.label();
        return Glob.matches(pattern, own == null ? session.links().name(address.index()) : own);
    }

    private boolean takesPrefix(Address address) {
        InetPrefix prefix = to;
        return prefix == null || prefix.covers(address.local(), prefix.length());
    }

    /** Whether links that are down lose their addresses too. */
    boolean onlyUp() {
        return up;
    }
}
