package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.route.Address;
import astray.kernel.route.Families;
import java.io.IOException;

/** Prints an address as {@code ip addr} does. */
final class AddressPrinting {
    private final Session session;
    private final Printer printer;
    private final Settings settings;

    /** Whether each address begins with its link, as with {@code -o}. */
    private final boolean withLink;

    AddressPrinting(Session session) {
        this(session, session.settings().oneline());
    }

    AddressPrinting(Session session, boolean withLink) {
        this.withLink = withLink;
        this.session = session;
        this.printer = session.printer();
        this.settings = session.settings();
    }

    /** The word for a family, and {@code ???} for none of ip's. */
    static String familyName(int family) {
        return switch (family) {
            case Families.INET -> "inet";
            case Families.INET6 -> "inet6";
            case Families.PACKET -> "link";
            case Families.MPLS -> "mpls";
            case Families.BRIDGE -> "bridge";
            default -> "???";
        };
    }

    /** Its lines, or with {@code -br} only the address and its length. */
    void print(Address address) throws IOException {
        if (address.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        if (!settings.brief()) {
            printBeginning(address);
        }
        Colour colour = Colour.ofFamily(address.family());
        IpAddress local = address.local();
        if (local != null) {
            printer.string(colour, "local", "", host(address, local), "");
            IpAddress peer = address.peer();
            if (peer != null && address.hasPeer()) {
                printer.text(" peer ");
                printer.string(colour, "address", "", host(address, peer), "");
            }
            printer.number("prefixlen", "/", address.prefixLength());
            if (address.hasMetric()) {
                printer.number("metric", "metric ", address.metric());
            }
        }
        if (settings.brief()) {
            return;
        }
        IpAddress broadcast = address.broadcast();
        if (broadcast != null) {
            printer.text("brd ");
            printer.string(colour, "broadcast", "", host(address, broadcast), " ");
        }
        IpAddress anycast = address.anycast();
        if (anycast != null) {
            printer.text("any ");
            printer.string(colour, "anycast", "", host(address, anycast), " ");
        }
        printer.string("scope", "scope ", session.names().scope(address.scope()), " ");
        AddressFlags.print(printer, address.flags(), address.family() == Families.INET6);
        String label = address.label();
        if (label != null) {
            printer.string("label", "", label, "");
        }
        printLifetimes(address);
        printer.end();
    }

    /** An address of a family that the original does not know is {@code ???} to it. */
    private String host(Address of, IpAddress address) {
        return Families.ip(of.family()) == null ? "???" : session.host(address);
    }

    private void printBeginning(Address address) throws IOException {
        if (withLink) {
            String device = session.links().name(address.index());
            printer.json("index", address.index());
            printer.json("dev", device);
            printer.text(Integer.toString(address.index())).text(": ").outside(device);
        }
        String family = familyName(address.family());
        if (family.startsWith("?")) {
            printer.number("family_index", "    family ", address.family());
        } else {
            printer.string("family", "    ", family, " ");
        }
    }

    private void printLifetimes(Address address) {
        if (!address.hasLifetimes()) {
            return;
        }
        printer.line();
        printer.text("       valid_lft ");
        printSeconds("valid_life_time", address.validSeconds(), false);
        printer.text(" preferred_lft ");
        printSeconds("preferred_life_time", address.preferredSeconds(), (address.flags() & Address.DEPRECATED) != 0);
    }

    private void printSeconds(String key, long seconds, boolean signed) {
        if (seconds == Address.FOREVER) {
            printer.number(key, seconds, "forever");
        } else {
            printer.number(key, "", signed ? (int) seconds : seconds, "sec");
        }
    }
}
