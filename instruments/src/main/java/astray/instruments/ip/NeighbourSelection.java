package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Request;
import astray.kernel.route.Families;
import astray.kernel.route.Neighbour;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which entries {@code ip neighbour show} prints: its selectors, read from the command line. */
final class NeighbourSelection {
    /** Stands for entries that are in no state. */
    private static final int NO_STATE = 0x100;

    private int family;
    private @Nullable String device;
    private int index;
    private int master;
    private int states;
    private boolean unused;
    private boolean proxies;
    private int protocol;
    private @Nullable InetPrefix prefix;

    private NeighbourSelection(int family) {
        this.family = family;
    }

    /** Reads the selectors. */
    static NeighbourSelection of(Session session, Words words) throws IOException {
        NeighbourSelection selection = new NeighbourSelection(session.settings().family());
        while (words.hasNext()) {
            selection.take(session, words.next(), words);
        }
        if (selection.states == 0) {
            selection.states = 0xff & ~Neighbour.NOARP;
        }
        String name = selection.device;
        if (name != null) {
            selection.index = session.links().find(name);
            if (selection.index == 0) {
                throw new Failure(Failure.FAILED, "Cannot find device \"" + name + "\"");
            }
        }
        return selection;
    }

    private void take(Session session, String word, Words words) throws IOException {
        switch (word) {
            case "dev" -> {
                String name = words.next();
                if (device != null) {
                    throw Failure.duplicate("dev", name);
                }
                device = name;
            }
            case "master" -> {
                String name = words.next();
                master = session.links().find(name);
                if (master == 0) {
                    throw Failure.invalid("Device does not exist\n", name);
                }
            }
            case "vrf" -> {
                String name = words.next();
                if (session.links().find(name) == 0 || Vrf.table(session, name) == 0) {
                    throw Failure.invalid("Not a valid VRF name\n", name);
                }
                master = session.links().find(name);
            }
            case "nomaster" -> master = -1;
            case "unused" -> unused = true;
            case "nud" -> states |= state(words.next());
            case "proxy" -> proxies = true;
            default -> takeRest(session, word, words);
        }
    }

    private void takeRest(Session session, String word, Words words) throws Failure {
        if (Words.matches(word, "protocol")) {
            String name = words.next();
            protocol = session.names().protocolNumber(name);
            if (protocol < 0) {
                if (!name.equals("all")) {
                    throw Failure.invalid("invalid \"protocol\"\n", name);
                }
                protocol = 0;
            }
            return;
        }
        String to = word.equals("to") ? words.next() : word;
        if (Words.matches(to, "help")) {
            throw Neighbours.usage();
        }
        prefix = InetPrefix.prefix(to, family);
        if (family == Families.UNSPEC) {
            family = prefix.family();
        }
    }

    private static int state(String word) throws Failure {
        int state = number(word);
        if (state < 0) {
            throw Failure.invalid("nud state is bad", word);
        }
        return state == 0 ? NO_STATE : state;
    }

    private static int number(String word) {
        if (Words.matches(word, "permanent")) {
            return Neighbour.PERMANENT;
        }
        if (Words.matches(word, "reachable")) {
            return Neighbour.REACHABLE;
        }
        return switch (word) {
            case "noarp" -> Neighbour.NOARP;
            case "none" -> 0;
            case "stale" -> Neighbour.STALE;
            case "incomplete" -> Neighbour.INCOMPLETE;
            case "delay" -> Neighbour.DELAY;
            case "probe" -> Neighbour.PROBE;
            case "failed" -> Neighbour.FAILED;
            case "all" -> ~0 & 0xffff;
            default -> {
                long number = Words.number(word);
                yield number > 0xffff ? -1 : (int) number;
            }
        };
    }

    /** What the kernel is asked to list. */
    Request request() {
        return Neighbour.request(family, index, master, proxies);
    }

    /** Whether the device need not be printed: it was asked for. */
    boolean tellsDevice() {
        return index != 0;
    }

    /** Whether an entry is one of those. */
    boolean takes(Neighbour neighbour) {
        int flags = neighbour.flags();
        return (family == Families.UNSPEC || neighbour.family() == family)
                && (index == 0 || neighbour.ifindex() == index)
                && ((states & neighbour.state()) != 0
                        || (flags & (Neighbour.PROXY | Neighbour.EXTERNALLY_LEARNED)) != 0
                        || neighbour.state() == 0 && (states & NO_STATE) != 0)
                && (protocol == 0 || neighbour.protocol() == protocol)
                && within(neighbour.destination())
                && (!unused || isUnused(neighbour));
    }

    private boolean within(@Nullable IpAddress address) {
        InetPrefix wanted = prefix;
        return wanted == null || wanted.address() == null || wanted.covers(address, wanted.length());
    }

    private static boolean isUnused(Neighbour neighbour) {
        Neighbour.Ages ages = neighbour.ages();
        return ages == null || ages.holders() == 0;
    }
}
